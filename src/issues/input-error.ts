import { displayable } from "./display";
import { type Issue, issue } from "./issue";
import { formatIssues, issueList, type ReportColors } from "./report";
import { didYouMean } from "./suggest";

/**
 * The failure for input that cannot be used, with all its problems at once.
 *
 * `message` is the whole report, so that an uncaught error reads as one; `issues` holds the problems as data.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  /** Every problem found, the warnings and infos among them. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(formatIssues(issues));
    this.issues = issueList(issues);
    displayable(this, { text: () => `InputError: ${formatIssues(issues)}` });
  }

  /** The report as text, with colours if they are given. */
  report(colors?: ReportColors): string {
    return formatIssues(this.issues, colors);
  }
}

/** An `InputError` for one wrong option of a call; names the allowed values and the nearest of them. */
export function optionError(option: string, given: unknown, allowed: Iterable<string>): InputError {
  const names = [...allowed];
  const shown = typeof given === "string" ? `"${given}"` : String(given);
  const near = typeof given === "string" ? didYouMean(given, names) : undefined;
  const known = names.length > 0 ? `It can be ${names.map((each) => `"${each}"`).join(", ")}.` : undefined;
  const hint = near?.startsWith("Did") ? `${near} ${known}` : known;
  return new InputError([issue("wrong-option", `The option "${option}" cannot be ${shown}.`, { hint })]);
}
