import { displayable } from "./display";
import { type Issue, issue } from "./issue";
import { formatIssues, issueList, type ReportColors } from "./report";
import { nearest } from "./suggest";
import { shown } from "./wording";

/**
 * The failure for input that cannot be used, with all its problems at once.
 *
 * `message` is the whole report, so that an uncaught error reads as one; `issues` holds the problems as data. One problem
 * that no file has, such as a wrong option, is told in a line.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  /** Every problem found, the warnings and infos among them. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const [first, ...more] = issues;
    const alone = first !== undefined && first.place === undefined && more.length === 0;
    super(alone ? [first.message, first.hint].filter(Boolean).join(" ") : formatIssues(issues));
    this.issues = issueList(issues);
    displayable(this, { text: () => `InputError: ${this.message}` });
  }

  /** The report as text, with colours if they are given. */
  report(colors?: ReportColors): string {
    return formatIssues(this.issues, colors);
  }
}

/**
 * An `InputError` for one wrong option of a call; names the allowed values and the nearest of them.
 *
 * @param others What it can be beside these, in words: "a whole number, 0 or more".
 */
export function optionError(
  option: string,
  given: unknown,
  allowed: Iterable<string | number | null>,
  others?: string,
): InputError {
  const values = [...allowed];
  const near = typeof given === "string" ? nearest(given, values.map(String)) : undefined;
  const written = (value: string | number | null): string => (typeof value === "string" ? `"${value}"` : String(value));
  // A number given as text is found as well, and shown without quotation marks.
  const meant = values.find((each) => String(each) === near);
  const can = [...values.map(written), ...(others === undefined ? [] : [others])];
  const hint = [
    meant === undefined ? [] : `Did you mean ${written(meant)}?`,
    can.length === 0 ? [] : `It can be ${can.join(", ")}.`,
  ].flat();
  return new InputError([
    issue("wrong-option", `The option "${option}" cannot be ${shown(given)}.`, {
      hint: hint.length === 0 ? undefined : hint.join(" "),
    }),
  ]);
}
