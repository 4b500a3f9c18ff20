import { InvalidArgumentError } from "commander";
import { nearest } from "../issues/suggest";

/** A reader of an option that takes one of these words. */
export function oneOf<Word extends string>(words: readonly Word[]): (given: string) => Word {
  return (given) => {
    const found = words.find((word) => word === given);
    if (found !== undefined) return found;
    const near = nearest(given, words);
    const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
    throw new InvalidArgumentError(`It can be ${words.map((word) => `"${word}"`).join(", ")}.${hint}`);
  };
}

/** A reader of an option that takes a whole number, 0 or more. */
export function wholeNumber(given: string): number {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new InvalidArgumentError("It must be a whole number, 0 or more.");
}

/** A reader of an option that can be given several times. */
export function several(given: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), given];
}
