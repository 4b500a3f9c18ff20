import { optionsOf } from "../issues/call";
import { InputError } from "../issues/input-error";
import { hasErrors, type Issue, issue } from "../issues/issue";
import { type Locator, nowhere } from "../issues/source";
import { shown } from "../issues/wording";
import type { Scheme } from "../model/scheme";
import { isBlank, rootSpot } from "../text/check";
import { wrongDay } from "../text/date";
import { applySteps } from "./steps/apply-steps";
import type { Step } from "./steps/step";

/** Who changes a scheme, why and when, and the number of the version that comes of it. */
export interface ChangeOptions {
  /** The next number by default; any greater one. */
  readonly to?: number | undefined;
  readonly by: string;
  readonly why: string;
  /** As the analyst writes it, usually "2026-03-01"; not stated by default, since no clock is asked. */
  readonly date?: string | undefined;
}

/**
 * The scheme after some steps, with the change appended to its history and in each step what was before it. Throws
 * `InputError` with every problem if the steps do not fit.
 *
 * @param where Tells where the parts of the list of steps were read from.
 */
export function changeScheme(
  scheme: Scheme,
  steps: readonly Step[],
  options: ChangeOptions,
  where: Locator = nowhere,
): Scheme {
  const stated = optionsOf(options, '{ by: "KB", why: "The two were one idea" }', {
    to: true,
    by: true,
    why: true,
    date: true,
  });
  const { to = scheme.version + 1, by = "", why = "", date } = stated;
  const issues: Issue[] = optionIssues(scheme, { ...stated, to });
  if (!Array.isArray(steps) || steps.length === 0) {
    const hint = 'Give the steps as a list: [rename("trust", "Trust and doubt")].';
    issues.push(issue("wrong-option", "The change of the scheme has no steps.", { hint }));
    throw new InputError(issues);
  }
  const applied = applySteps(scheme, steps, rootSpot(where, issues));
  if (hasErrors(issues)) throw new InputError(issues);
  const change = {
    from: scheme.version,
    to,
    ...(date === undefined ? {} : { date: date.trim() }),
    by: by.trim(),
    why: why.trim(),
    steps: applied.steps,
  };
  return { version: to, entries: applied.entries, changes: [...scheme.changes, change] };
}

function optionIssues({ version }: Scheme, { to, by, why, date }: Partial<ChangeOptions>): Issue[] {
  const issues: Issue[] = [];
  const wrong = (message: string, hint: string): void => {
    issues.push(issue("wrong-option", message, { hint }));
  };
  if (!Number.isSafeInteger(to) || (to ?? 0) <= version) {
    wrong(`The option "to" cannot be ${shown(to)}.`, `It is a whole number greater than ${version}, the version now.`);
  }
  const texts = { by: "who changes the scheme", why: "why it is changed" };
  for (const [key, value] of [["by", by] as const, ["why", why] as const]) {
    if (typeof value !== "string" || isBlank(value)) {
      wrong(`The option "${key}" cannot be ${shown(value)}.`, `Say ${texts[key]}: it is kept with the change.`);
    }
  }
  if (date !== undefined && (typeof date !== "string" || isBlank(date))) {
    wrong(`The option "date" cannot be ${shown(date)}.`, 'Write it as text, such as "2026-03-01".');
  }
  const noDay = typeof date === "string" ? wrongDay(date) : undefined;
  if (noDay !== undefined) wrong(`The option "date" cannot be ${shown(date)}: there is no such day.`, noDay);
  return issues;
}
