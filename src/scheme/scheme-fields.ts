import type { Rule, SchemeEntry, SchemeVersion, ThemeReviewEntry } from "../model/scheme";
import {
  flag,
  isRecord,
  list,
  oneOf,
  type Part,
  parts,
  plainRecord,
  type Read,
  record,
  report,
  text,
  texts,
  wholeNumber,
} from "../text/check";
import { date } from "../text/date";

/** The kinds of scheme entries. */
export type Kind = SchemeEntry["kind"];

/** What can stand under the keys of a category, a code or a theme; each kind has some of the keys. */
export interface EntryFields {
  readonly id?: string;
  readonly name?: string;
  readonly definition?: string;
  readonly concept?: string;
  readonly boundary?: string;
  readonly question?: string;
  readonly reviews?: readonly ThemeReviewEntry[];
  readonly include?: string;
  readonly exclude?: string;
  readonly examples?: readonly string[];
  readonly suggest?: readonly Rule[];
  readonly retired?: boolean;
  /** Upward: ids of the entries this one belongs to. */
  readonly parent?: string;
  readonly category?: string;
  readonly themes?: readonly string[];
  /** Downward: ids or whole definitions of the entries that belong to this one. */
  readonly codes?: readonly Part[];
  readonly subthemes?: readonly Part[];
  readonly categories?: readonly Part[];
}

/** An entry that stands elsewhere than the lists of a scheme file have it: right behind another, or first without one. */
export interface EntryPlace {
  readonly id: string;
  readonly after?: string;
}

// Coding marks part codes and their parents by these: [[parent>code]] and {>>code, code: memo<<}.
const NOT_IN_ID = /[,>\]\r\n]|:\s/;

/** The id of an entry: text that a coding mark can hold, so no comma, ">", "]", line break, or colon with a blank. */
export const readId: Read<string> = (value, spot) => {
  const id = text(value, spot);
  const wrong = id === undefined ? null : NOT_IN_ID.exec(id);
  if (wrong === null) return id;
  const hint = "A coding mark could not name it. Keep the id short, and put the words into the name.";
  report(spot, "wrong-value", `The id "${id}" cannot have "${wrong[0].replace(/\s/, " ")}" in it.`, hint);
  return undefined;
};

const rules: Read<readonly Rule[]> = (value, spot) =>
  list<Rule>((each, at) => (isRecord(each) ? each : text(each, at)))(Array.isArray(value) ? value : [value], spot);

const readReview = record("A review", { date, by: text, against: oneOf(["extracts", "data-set"]), decided: text }, [
  "decided",
]);

/** The readers of the three kinds. */
export const readEntry: Readonly<Record<Kind, Read<EntryFields>>> = {
  category: record("A category", {
    kind: oneOf(["category"]),
    id: readId,
    name: text,
    definition: text,
    parent: readId,
    categories: parts,
    codes: parts,
  }),
  code: record("A code", {
    kind: oneOf(["code"]),
    id: readId,
    name: text,
    definition: text,
    category: readId,
    themes: texts,
    include: text,
    exclude: text,
    examples: texts,
    suggest: rules,
    retired: flag,
  }),
  theme: record("A theme", {
    kind: oneOf(["theme"]),
    id: readId,
    name: text,
    concept: text,
    boundary: text,
    question: text,
    reviews: list<ThemeReviewEntry>(readReview),
    parent: readId,
    subthemes: parts,
    codes: parts,
  }),
};

const readChange = record(
  "A change",
  { from: wholeNumber, to: wholeNumber, date, by: text, why: text, steps: list(plainRecord) },
  ["from", "to", "steps"],
);

const places = list<EntryPlace>(record("A place", { id: readId, after: readId }, ["id"]));

/**
 * The reader of a scheme's own keys. `entries` holds entries of any kind, as a `Scheme` does; `order`
 * says in what order they stand where that is not the order of the lists.
 */
export const readTop = record("A scheme", {
  format: wholeNumber,
  version: wholeNumber,
  categories: parts,
  codes: parts,
  themes: parts,
  entries: parts,
  order: record("An order", { categories: places, codes: places, themes: places }),
  changes: list<SchemeVersion>(readChange),
});
