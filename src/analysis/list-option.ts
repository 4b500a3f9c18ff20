import { InputError } from "../issues/input-error";
import { issue } from "../issues/issue";
import { shown } from "../issues/wording";

/**
 * Throws `InputError` for an option that is no list, such as one coder's name alone, and for an empty list, of which
 * nothing would be counted.
 */
export function refuseNoList(option: string, given: unknown, known: readonly string[]): void {
  if (Array.isArray(given) && given.length > 0) return;
  const what = Array.isArray(given) ? "an empty list" : shown(given);
  throw new InputError([
    issue("wrong-option", `The option "${option}" must be a list, and is ${what}.`, {
      hint: known.length === 0 ? undefined : `It can hold ${known.map((each) => `"${each}"`).join(", ")}.`,
    }),
  ]);
}
