import { optionsOf } from "../issues/call";
import { formatValue, oneLine } from "./cells";
import type { Column } from "./column";
import { fieldOf, type TableContent } from "./content";
import { escapeCsv, looksLikeFormula } from "./escapes";

/** How `toCsv` writes a table. */
export interface CsvOptions {
  /** Whether text that a spreadsheet could take for a formula is preceded by an apostrophe; true if absent. */
  readonly guard?: boolean;
  /** Whether the notes follow the rows as lines that begin with "# "; false if absent. */
  readonly notes?: boolean;
}

const GUARD_NOTE =
  "Text that begins with =, +, -, @ or a tab is preceded by an apostrophe here, so that no spreadsheet takes it for a formula.";

/**
 * The whole table as CSV by RFC 4180, comma-separated, in lines that end with LF; numbers are as exact as they are.
 *
 * Counts are plain numbers, shares numbers between 0 and 1, null is an empty field and empty text is `""`. Columns that
 * are only data are included. A second heading follows the first in brackets; of headings that are alike, each has its
 * column's key behind it. Text that a spreadsheet could take for a formula is preceded by an apostrophe; numbers never
 * are; `guard: false` writes all text as it is. Caption and notes are no part of CSV: `csvNotes` gives the notes, and
 * `notes: true` puts them under the rows as lines that begin with "# ", which many readers can be told to skip.
 *
 * @example
 * ```ts
 * const columns: Column[] = [
 *   { key: "words", label: "Words", kind: "quote" },
 *   { key: "share", label: "Share", kind: "share" },
 * ];
 * toCsv(new Table({ columns, rows: [{ words: "- well, no", share: 0.75 }] }));
 * // => Words,Share
 * //    "'- well, no",0.75
 * ```
 */
export function toCsv(table: TableContent, options: CsvOptions = {}): string {
  const stated = optionsOf(options, "{ notes: true }", { guard: true, notes: true });
  const { guard = true, notes = false } = stated;
  const text = (value: string): string => escapeCsv(guard && looksLikeFormula(value) ? `'${value}` : value);
  const { columns, rows } = table;
  const records = [
    headings(columns).map(text),
    ...rows.map((row) => columns.map(({ key }) => field(fieldOf(row, key), text))),
  ];
  // Readers skip an empty line, which would lose the row of a single null.
  const lines = columns.length === 0 ? [] : records.map((fields) => fields.join(",") || '""');
  if (notes) lines.push(...csvNotes(table, stated).map((note) => `# ${oneLine(note)}`));
  return lines.map((line) => `${line}\n`).join("");
}

/**
 * The notes that go with the CSV of a table: its own, and, if `toCsv` guarded any cell, one that says so.
 *
 * @example
 * ```ts
 * const columns: Column[] = [{ key: "words", label: "Words", kind: "quote" }];
 * csvNotes(new Table({ columns, rows: [{ words: "- well, no" }] })).length; // => 1
 * ```
 */
export function csvNotes(table: TableContent, options: Pick<CsvOptions, "guard"> = {}): readonly string[] {
  const { guard = true } = options;
  return guard && hasFormula(table) ? [...table.notes, GUARD_NOTE] : table.notes;
}

function headings(columns: readonly Column[]): string[] {
  const labels = columns.map(({ label, subLabel = "" }) => oneLine(subLabel === "" ? label : `${label} (${subLabel})`));
  return labels.map((label, c) =>
    labels.filter((each) => each === label).length > 1 ? `${label} [${columns[c]?.key ?? ""}]` : label,
  );
}

function field(value: unknown, text: (value: string) => string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  return text(rawText(value));
}

function rawText(value: unknown): string {
  return typeof value === "string" ? value : formatValue(value);
}

function hasFormula({ columns, rows }: TableContent): boolean {
  const isFormula = (value: unknown): boolean =>
    typeof value !== "number" && value !== null && value !== undefined && looksLikeFormula(rawText(value));
  return (
    headings(columns).some(isFormula) || rows.some((row) => columns.some(({ key }) => isFormula(fieldOf(row, key))))
  );
}
