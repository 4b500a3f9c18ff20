import type { Scheme, SchemeEntry } from "../model/scheme";
import { refuseNoScheme } from "../scheme/no-scheme";
import { escapeCsv } from "../table/escapes";
import { ENTRY_FIELDS, fieldsOf } from "./entry-fields";
import { guarded, writeCell } from "./list-cells";

// What every list has, and what only those have that need it.
const ALWAYS = ["name", "parent", "definition", "examples", "kind", "id"] as const;
const OTHERS = [
  ...new Set(
    ["codes", ...Object.values(ENTRY_FIELDS).flatMap((fields) => Object.keys(fields))].filter(
      (field) => !isAlways(field),
    ),
  ),
];

/**
 * The scheme as a code list in CSV: a row for each code, category and theme, in the order of the scheme, in lines that end
 * with LF.
 *
 * The columns are name, parent (the id of a code's category, or of what a category or theme stands under), definition,
 * examples (one a line), kind and id; then those of codes (the ids of a theme's own codes), include, exclude, suggest,
 * retired, concept, boundary, question and reviews that any entry has. Text that a spreadsheet could take for a formula is
 * preceded by an apostrophe. `parseCodeList` gives the same entries; the version and the history of changes are no part of
 * a list.
 *
 * @example
 * ```ts
 * toCodeList(parseScheme("codes: [{ id: trust, definition: Whether one can, examples: [I trust her] }]"));
 * // => name,parent,definition,examples,kind,id
 * //    Trust,,Whether one can,I trust her,code,trust
 * ```
 */
export function toCodeList(scheme: Scheme): string {
  refuseNoScheme("first", scheme);
  const rows = scheme.entries.map(rowOf);
  const columns = [...ALWAYS, ...OTHERS.filter((column) => rows.some((row) => writeCell(column, row[column]) !== ""))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => writeCell(column, row[column])))];
  return lines.map((cells) => `${cells.map(field).join(",")}\n`).join("");
}

function rowOf(entry: SchemeEntry): Readonly<Record<string, unknown>> {
  const { kind, id, name } = entry;
  const parent = kind === "code" ? entry.category : entry.parent;
  return { kind, id, name, parent, ...(kind === "theme" ? { codes: entry.codes } : {}), ...fieldsOf(entry) };
}

function isAlways(field: string): boolean {
  return ALWAYS.some((each) => each === field);
}

function field(text: string): string {
  return text === "" ? "" : escapeCsv(guarded(text));
}
