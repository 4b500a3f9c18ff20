import { InputError } from "./input-error";
import { issue } from "./issue";
import { shown } from "./wording";

const PLACES = ["first", "second", "third"] as const;

/**
 * An `InputError` for an argument of a call that is not what it must be: left out, or of another kind. TypeScript says so
 * before; whoever calls from JavaScript reads this.
 *
 * @param place Which argument it is, "second" for instance.
 * @param kind What it must be, with its article: "a list of ids".
 */
export function argumentError(place: (typeof PLACES)[number], given: unknown, kind: string, hint: string): InputError {
  return new InputError([
    issue("wrong-value", `The ${place} argument must be ${kind}, and is ${shown(given)}.`, { hint }),
  ]);
}

/**
 * The options of a call as they are given, none of which has to be there; none at all if they are left out. Throws
 * `InputError` for what is no record, such as a coder's name alone.
 *
 * @param example How they are written: `{ coder: "KB" }`.
 */
export function optionsOf<T extends object>(given: T | null | undefined, example: string): Partial<T> {
  if (given === null || given === undefined) return {};
  if (typeof given === "object" && !Array.isArray(given)) return given;
  throw new InputError([
    issue("wrong-option", `The options must be a record with keys, and are ${shown(given)}.`, {
      hint: `Write them as ${example}.`,
    }),
  ]);
}

/** Throws `InputError` for an argument that is no list of texts, such as one id alone. */
export function refuseNoTexts(place: (typeof PLACES)[number], given: unknown, kind: string, example: string): void {
  if (Array.isArray(given) && given.every((each) => typeof each === "string")) return;
  throw argumentError(place, given, kind, `Write it as ${example}.`);
}
