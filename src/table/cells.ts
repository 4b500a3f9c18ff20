import type { Column, ColumnKind } from "./column";
import { fieldOf, type TableContent } from "./content";
import { percentage, rounded } from "./round";

/** What stands for null: it cannot be taken for a zero. */
const MISSING = "–";

/** A cell as every format for reading prints it, before that format's escapes. */
export interface Cell {
  /** Line breaks are LF; no other control characters. */
  readonly text: string;
  /** Whether the text is somebody's words, to be set in quotation marks. */
  readonly quote: boolean;
  /** How deep it is indented: 0, 1, 2 ... */
  readonly depth: number;
  /** How many rows the cell covers; 0 if a cell above covers it, and it does not print. */
  readonly span: number;
}

/** The head of a column that is printed. */
export interface Head {
  readonly label: string;
  /** Second heading, "" if there is none. */
  readonly subLabel: string;
  readonly kind: ColumnKind;
  /** Whether the column is set flush right, as numbers are. */
  readonly right: boolean;
}

/** A table of printed cells. */
export interface PrintedTable {
  /** "" if there is none. */
  readonly caption: string;
  readonly heads: readonly Head[];
  /** Whether any column has a second heading. */
  readonly subHeads: boolean;
  readonly rows: readonly (readonly Cell[])[];
  readonly notes: readonly string[];
}

/** The cells of a table, formatted once for all formats for reading; columns that are only data are left out. */
export function printTable(table: TableContent): PrintedTable {
  const columns = table.columns.filter((column) => column.only !== "data");
  const spans = spansOf(columns, table.rows);
  const heads = columns.map(({ label, subLabel = "", kind }) => ({
    label: oneLine(label),
    subLabel: oneLine(subLabel),
    kind,
    right: kind !== "text" && kind !== "quote",
  }));
  return {
    caption: oneLine(table.caption ?? ""),
    heads,
    subHeads: heads.some((head) => head.subLabel !== ""),
    rows: table.rows.map((row, r) => columns.map((column, c) => cellOf(row, column, spans[c]?.[r] ?? 1))),
    notes: table.notes.map(oneLine),
  };
}

/**
 * One value of a row as text, without regard to its column: text with clean line breaks and no control characters,
 * numbers as JavaScript writes them, lists with commas between, "–" for null, absent, NaN and infinity.
 */
export function formatValue(value: unknown): string {
  if (typeof value === "string") return clean(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : MISSING;
  if (value === null || value === undefined) return MISSING;
  if (Array.isArray(value)) return value.map(formatValue).join(", ");
  return clean(typeof value === "object" ? JSON.stringify(value) : String(value));
}

/** Text on one line, as captions, notes and headings are: runs of line breaks and blanks around them become one blank. */
export function oneLine(text: string): string {
  return clean(text)
    .replace(/\s*\n\s*/g, " ")
    .trim();
}

/** The cell's text, with quotation marks around somebody's words. */
export function printedText(cell: Cell): string {
  return cell.quote ? `“${cell.text}”` : cell.text;
}

function cellOf(row: object, column: Column, span: number): Cell {
  const value = fieldOf(row, column.key);
  const depth = column.indent === undefined ? 0 : fieldOf(row, column.indent);
  return {
    text: typeof value === "number" && Number.isFinite(value) ? formatNumber(value, row, column) : formatValue(value),
    quote: column.kind === "quote" && typeof value === "string",
    depth: typeof depth === "number" && depth > 0 ? Math.floor(depth) : 0,
    span,
  };
}

function formatNumber(value: number, row: object, column: Column): string {
  switch (column.kind) {
    case "count":
      return formatCount(value, row, column);
    case "share":
      return percentage(value, column.digits ?? 0);
    case "number":
      return rounded(value, column.digits ?? (Number.isInteger(value) ? 0 : 2));
    default:
      return formatValue(value);
  }
}

function formatCount(count: number, row: object, column: Column): string {
  const of = typeof column.of === "string" ? fieldOf(row, column.of) : column.of;
  if (typeof of !== "number") return String(count);
  const percent = of === 0 ? MISSING : percentage(count / of, column.digits ?? 0);
  switch (column.format) {
    case "n of N":
      return `${count} of ${of}`;
    case "n (%)":
      return `${count} (${percent})`;
    case "%":
      return percent;
    default:
      return String(count);
  }
}

/** How many rows each cell covers, by column and row; the rule stands at `Column.merge`. */
function spansOf(columns: readonly Column[], rows: readonly object[]): number[][] {
  // Whether a row repeats the one above in every merged column so far.
  const repeats = rows.map((_, r) => r > 0);
  return columns.map((column) => {
    if (column.merge !== true) return rows.map(() => 1);
    const values = rows.map((row) => fieldOf(row, column.key) ?? null);
    const spans = rows.map(() => 1);
    for (let r = rows.length - 1; r >= 0; r--) {
      repeats[r] = repeats[r] === true && values[r] !== null && values[r] === values[r - 1];
      if (repeats[r] !== true) continue;
      spans[r - 1] = 1 + (spans[r] ?? 0);
      spans[r] = 0;
    }
    return spans;
  });
}

/**
 * The text with LF line breaks, tabs as blanks, and no control characters or halves of characters: those become U+FFFD,
 * since a terminal would obey them and no other format can hold them.
 */
function clean(text: string): string {
  return text
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[^\P{Cc}\n]|\p{Cs}/gu, "\uFFFD");
}
