import { foldWord } from "../issues/suggest";
import type { CsvFile } from "../text/csv";

/** What a column of a code list can hold. */
export type ListField = keyof typeof SPELLINGS;

// How lists of other programs and of researchers head their columns: folded, without case, hyphens and underscores. Where
// two columns of a list mean the same, the one whose spelling stands first here is it.
const SPELLINGS = {
  name: ["name", "code name", "codename", "label", "code", "tag", "node", "node name", "title", "path"],
  id: ["id", "code id", "codeid", "identifier"],
  parent: [
    "parent",
    "parent id",
    "parent code",
    "parent name",
    "parent node",
    "category",
    "code group",
    "group",
    "folder",
  ],
  definition: ["definition", "description", "code definition", "code description", "meaning", "explanation"],
  examples: [
    "examples",
    "example",
    "example quote",
    "example quotes",
    "example quotation",
    "quote",
    "quotes",
    "anchor example",
  ],
  include: ["include", "inclusion", "inclusion criteria", "includes", "when to use"],
  exclude: ["exclude", "exclusion", "exclusion criteria", "excludes", "when not to use"],
  themes: ["themes", "theme"],
  kind: ["kind"],
  codes: ["codes"],
  concept: ["concept", "central organising concept", "central organizing concept"],
  boundary: ["boundary"],
  question: ["question"],
  suggest: ["suggest"],
  retired: ["retired"],
  reviews: ["reviews"],
} as const;

const KINDS: ReadonlySet<string> = new Set(["", "category", "code", "theme"]);

/** Which column of a list holds what, and the columns that hold nothing a scheme has. */
export interface ListColumns {
  readonly of: ReadonlyMap<ListField, string>;
  readonly others: readonly string[];
}

/** Finds the columns of a code list by their headings. A column of codes beside one of names holds ids. */
export function listColumns(csv: CsvFile): ListColumns {
  const byHeading = new Map(csv.columns.map((column) => [foldWord(column), column]));
  const of = new Map<ListField, string>();
  for (const [field, spellings] of Object.entries(SPELLINGS)) {
    const spelling = spellings.find((each) => byHeading.has(each));
    const column = spelling === undefined ? undefined : byHeading.get(spelling);
    if (column !== undefined && isField(field)) of.set(field, column);
  }
  const code = byHeading.get("code");
  if (code !== undefined && of.get("name") !== code && !of.has("id")) of.set("id", code);
  const kind = of.get("kind");
  // Others head something else so: their words are no kinds of ours.
  if (kind !== undefined && !csv.rows.every((row) => KINDS.has(row.cell(kind).trim().toLowerCase()))) of.delete("kind");
  const used = new Set(of.values());
  return { of, others: csv.columns.filter((column) => !used.has(column)) };
}

function isField(word: string): word is ListField {
  return Object.hasOwn(SPELLINGS, word);
}
