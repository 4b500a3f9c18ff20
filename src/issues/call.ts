import { InputError } from "./input-error";
import { issue } from "./issue";
import { didYouMean } from "./suggest";
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

/** The keys that options can have: a record with each of them, which the compiler holds against the type of the options. */
export type OptionKeys<T> = { readonly [K in keyof T]-?: true };

/**
 * The options of a call as they are given, none of which has to be there; none at all if they are left out. Throws
 * `InputError` for what is no record, such as a coder's name alone, and for keys that no option has: a slip would
 * otherwise leave the default in place without a word. A key without a value counts as absent.
 *
 * @param example How they are written: `{ coder: "KB" }`.
 */
export function optionsOf<T extends object>(
  given: T | null | undefined,
  example: string,
  keys: OptionKeys<NoInfer<T>>,
): Partial<T> {
  if (given === null || given === undefined) return {};
  if (typeof given !== "object" || Array.isArray(given)) {
    throw new InputError([
      issue("wrong-option", `The options must be a record with keys, and are ${shown(given)}.`, {
        hint: `Write them as ${example}.`,
      }),
    ]);
  }
  const unknown = Object.entries(given).filter(([key, value]) => value !== undefined && !Object.hasOwn(keys, key));
  if (unknown.length === 0) return given;
  throw new InputError(
    unknown.map(([key]) =>
      issue("wrong-option", `There is no option "${key}".`, { hint: didYouMean(key, Object.keys(keys)) }),
    ),
  );
}

/** Throws `InputError` for a first argument that is no text, such as the bytes of a file. */
export function refuseNoText(given: unknown): void {
  if (typeof given === "string") return;
  throw argumentError("first", given, "text", 'Give what readFile(file, "utf8") reads.');
}

/** Throws `InputError` for an argument that is no list of texts, such as one id alone. */
export function refuseNoTexts(place: (typeof PLACES)[number], given: unknown, kind: string, example: string): void {
  if (Array.isArray(given) && given.every((each) => typeof each === "string")) return;
  throw argumentError(place, given, kind, `Write it as ${example}.`);
}
