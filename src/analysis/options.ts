import type { OptionKeys } from "../issues/call";
import { optionError } from "../issues/input-error";
import type { Level } from "./entries";
import type { By } from "./grouping";
import { SELECTION_KEYS, type SelectionOptions } from "./selection";

/** Options that every result by group has in common. */
export interface CountingOptions extends SelectionOptions {
  /** What the groups are: "group" (default), a column of participants.csv, an attribute of transcripts, or a function. */
  readonly by?: By | undefined;
  /** What the rows are: "theme" (default), "code" or "category". */
  readonly level?: Level | undefined;
  /**
   * Who "of N" counts: participants "with-turns" in the transcripts (default), or all that are "listed". With `by` an
   * attribute of transcripts or a function the two are the same.
   */
  readonly base?: Base | undefined;
}

/** The keys of `CountingOptions`. */
export const COUNTING_KEYS: OptionKeys<CountingOptions> = { ...SELECTION_KEYS, by: true, level: true, base: true };

/** Who the base of a count is; see `CountingOptions.base`. */
export type Base = "with-turns" | "listed";

const LEVELS: readonly Level[] = ["theme", "code", "category"];
const BASES: readonly Base[] = ["with-turns", "listed"];

/** The level and base asked for, or the defaults. Throws `InputError` for any other word. */
export function checkedOptions(options: CountingOptions): { by: By; level: Level; base: Base } {
  const { by = "group", level = "theme", base = "with-turns" } = options;
  if (!LEVELS.includes(level)) throw optionError("level", level, LEVELS);
  if (!BASES.includes(base)) throw optionError("base", base, BASES);
  return { by, level, base };
}
