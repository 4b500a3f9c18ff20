import { optionsOf, refuseNoText } from "../issues/call";
import { optionError } from "../issues/input-error";
import { type Issue, issue } from "../issues/issue";
import { mostOfAKind } from "../issues/most-of-a-kind";
import { type Locator, nowhere, originPlace, type Source, toSource } from "../issues/source";
import { shown } from "../issues/wording";
import type { Scheme } from "../model/scheme";
import { readScheme } from "../scheme/read-scheme";
import type { PlainScheme } from "../study/read-parts";
import { canonicalText } from "../text/canonical";
import { type CsvFile, type CsvRow, parseCsv } from "../text/csv";
import { count, listed } from "../text/plural";
import { readCell, unguarded } from "./list-cells";
import { type ListColumns, type ListField, listColumns } from "./list-columns";
import type { ListRow } from "./list-node";
import { entriesOfTree, type ListEntry } from "./list-tree";

/** How `parseCodeList` reads a list. */
export interface CodeListOptions {
  /**
   * What an entry with others under it is: a category, which is the default and loses nothing, or a theme, whose concept is
   * then the definition of its row. Says nothing of rows that state their kind.
   */
  readonly top?: "categories" | "themes";
  /** The name that messages give the text; "codes.csv" by default. */
  readonly file?: string;
}

/** A code list as it was read. */
export interface CodeListReading {
  readonly scheme: Scheme;
  readonly issues: readonly Issue[];
}

const TOPS = ["categories", "themes"] as const;

/**
 * The scheme in a code list: CSV or TSV with a heading, one row a code. That of `toCodeList` gives the entries it was made
 * of.
 *
 * Columns are found by their usual headings: name (code, tag, label ...), parent (category, group, folder ...), definition
 * (description ...), examples (example, quote ...), include, exclude, themes, id. Names may be paths, such as "Care >
 * Waiting", parted by ">", "::", "\" or "/": whether they are is told by the whole list, and an issue says so. A row with
 * others under it is a category, and a code in it, since somebody may have coded with it; a parent without a row is a
 * category alone, and an issue names those in a column of parents. Ids are made from names, no two alike; a name that is
 * listed twice in one place is a warning.
 *
 * Throws `InputError` for a wrong option.
 *
 * @example
 * ```ts
 * const { scheme, issues } = parseCodeList("tag,description\ncare / waiting,Time that passes\ncare / trust,\n");
 * scheme.entries.map((entry) => `${entry.kind} ${entry.id}`); // => ["category care", "code waiting", "code trust"]
 * issues[0]?.message; // => 'The names were read as paths, parted by "/".'
 * ```
 */
export function parseCodeList(text: string, options: CodeListOptions = {}): CodeListReading {
  refuseNoText(text);
  const stated = optionsOf(options, '{ top: "themes" }', { top: true, file: true });
  const { top = "categories", file = "codes.csv" } = stated;
  if (!TOPS.includes(top)) throw optionError("top", top, TOPS);
  const { value, where, issues } = plainCodeList(toSource(file, canonicalText(text)), top);
  const read = readScheme(value, where);
  return { scheme: read.scheme, issues: [...issues, ...read.issues] };
}

/** What a code list holds, as plain data for `readScheme`. */
export function plainCodeList(source: Source, top: "categories" | "themes" = "categories"): PlainScheme {
  const csv = parseCsv(source);
  const columns = listColumns(csv);
  const issues: Issue[] = [...csv.issues];
  if (!columns.of.has("name")) {
    // A file that cannot be taken apart has said so.
    if (csv.issues.length === 0) issues.push(noName(csv, source));
    return { value: null, where: nowhere, issues };
  }
  issues.push(...otherColumns(csv, columns, source));
  const rows = csv.rows.flatMap((row) => toRow(row, columns, issues));
  const stated = rows.some(({ kind }) => kind !== undefined);
  const entries = stated ? rows.map(entryOfKind) : entriesOfTree(rows, top, columns, source, issues);
  return {
    value: { entries: entries.map(({ record }) => record) },
    where: locatorOf(entries, columns),
    issues: mostOfAKind(issues, source.file),
  };
}

function toRow(row: CsvRow, { of }: ListColumns, issues: Issue[]): ListRow[] {
  const cell = (field: ListField): string | undefined => {
    const column = of.get(field);
    return column === undefined ? undefined : unguarded(row.cell(column)).trim() || undefined;
  };
  const name = cell("name");
  if (name === undefined) {
    const hint = "Name the code, or remove the row.";
    const place = originPlace(row.origin(of.get("name")));
    issues.push(issue("missing-key", "A row of the code list has no name.", { hint, place }));
    return [];
  }
  const fields: Record<string, unknown> = {};
  for (const field of of.keys()) {
    if (["name", "id", "parent", "themes", "kind"].includes(field)) continue;
    const value = readCell(field, cell(field) ?? "");
    if (value !== undefined) fields[field] = value;
  }
  return [
    {
      row,
      name,
      id: cell("id"),
      parent: cell("parent"),
      kind: cell("kind")?.toLowerCase(),
      themes: cell("themes"),
      fields,
    },
  ];
}

/** The entry of a row of a list that states kinds: its parent is an id. */
function entryOfKind({ row, name, id, parent, kind = "code", fields }: ListRow): ListEntry {
  const link = parent === undefined ? {} : { [kind === "code" ? "category" : "parent"]: parent };
  return { row, record: { kind, ...(id === undefined ? {} : { id }), name, ...link, ...fields } };
}

function noName(csv: CsvFile, source: Source): Issue {
  const found = csv.columns.length === 0 ? "" : ` It has ${listed(csv.columns.map((column) => shown(column)))}.`;
  return issue("no-header", `No column of the code list holds the names of codes.${found}`, {
    hint: 'Begin the list with a row such as: name,parent,definition,examples. "code" and "tag" are names as well.',
    place: source.linePlace(1),
  });
}

function otherColumns(csv: CsvFile, { others }: ListColumns, source: Source): Issue[] {
  const filled = others.filter((column) => csv.rows.some((row) => row.cell(column).trim() !== ""));
  if (filled.length === 0) return [];
  const names = listed(filled.map((column) => (column === "" ? "one without a name" : shown(column))));
  const message = `${count(filled.length, "column")} of the code list ${filled.length === 1 ? "has" : "have"} no place in a scheme: ${names}.`;
  const hint = "What they say is left out. Move it to the definition to keep it.";
  return [issue("not-carried", message, { hint, place: source.linePlace(1) })];
}

/** Where the entries stand: in the cells of their rows. */
function locatorOf(entries: readonly ListEntry[], { of }: ListColumns): Locator {
  const columns = new Map<string, string>(of);
  const origin: Locator["origin"] = ([, index, key]) => {
    const row = typeof index === "number" ? entries[index]?.row : undefined;
    const column = key === "category" ? columns.get("parent") : columns.get(String(key ?? ""));
    return row?.origin(column ?? columns.get("name"));
  };
  return { origin, keyOrigin: origin };
}
