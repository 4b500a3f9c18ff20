import { guessDelimiter } from "./csv";
import { cellAt } from "./csv-cells";

/** A row as a CSV text shall have it: one that is there, with some cells anew, or a new one. */
export interface CsvRowEdit {
  /** Index of the row that is there, from 0 below the header; absent for a new row. */
  readonly from?: number;
  /** Cells by column; those of a row that is there are left alone where they are not named. */
  readonly cells: Readonly<Record<string, string>>;
}

interface Cell {
  readonly start: number;
  readonly next: number;
}

/** A record that has text: its cells with their quotation marks, and the offset behind its line end. */
interface Line {
  readonly cells: readonly Cell[];
  readonly end: number;
  readonly below: number;
}

/**
 * A valid CSV text with these rows in place of its own, in this order. Whatever is not named stays as it is, to the
 * quotation mark: cells, line ends, separator, empty lines. Columns that are missing are added behind the last one.
 */
export function editCsv(text: string, rows: readonly CsvRowEdit[]): string {
  const delimiter = guessDelimiter(text);
  const [header, ...body] = linesWithText(text, delimiter);
  const names = header?.cells.map(({ start, next }) => unquoted(text.slice(start, next)).trim()) ?? [];
  const indexOf = new Map<string, number>();
  names.forEach((name, index) => {
    if (!indexOf.has(name.toLowerCase())) indexOf.set(name.toLowerCase(), index);
  });
  const added = missingColumns(rows, indexOf);
  const eol = header !== undefined && text.slice(header.end, header.below) === "\r\n" ? "\r\n" : "\n";
  const cell = (value: string): string => quoted(value, delimiter);
  const indexes = new Map(names.map((name, index) => [index, name.toLowerCase()]));
  const newRow = (cells: ReadonlyMap<string, string>): string =>
    [...indexes.values(), ...added.map((name) => name.toLowerCase())]
      .map((name) => cell(cells.get(name) ?? ""))
      .join(delimiter);
  const parts = [
    text.slice(0, header?.end ?? 0),
    ...added.map((name) => delimiter + cell(name)),
    header === undefined ? eol : text.slice(header.end, header.below) || eol,
  ];
  for (const row of rows) {
    const cells = new Map(Object.entries(row.cells).map(([name, value]) => [name.toLowerCase(), value]));
    const line = row.from === undefined ? undefined : body[row.from];
    if (row.from === undefined || line === undefined) {
      parts.push(newRow(cells), eol);
      continue;
    }
    // Empty lines go with the row below them.
    let at = body[row.from - 1]?.below ?? header?.below ?? 0;
    line.cells.forEach(({ start, next }, index) => {
      const value = cells.get(indexes.get(index) ?? "");
      const changes = value !== undefined && indexOf.get(indexes.get(index) ?? "") === index;
      if (!changes || unquoted(text.slice(start, next)) === value) return;
      parts.push(text.slice(at, start), cell(value));
      at = next;
    });
    parts.push(text.slice(at, line.end));
    for (const name of added) parts.push(delimiter + cell(cells.get(name.toLowerCase()) ?? ""));
    parts.push(text.slice(line.end, line.below) || eol);
  }
  const last = body.at(-1) ?? header;
  const edited = parts.join("") + text.slice(last?.below ?? 0);
  // A text that ended without a line end still does where nothing stands below its last row.
  const keepsEnd = last !== undefined && last.end === text.length && rows.at(-1)?.from === body.length - 1;
  return keepsEnd ? edited.slice(0, -eol.length) : edited;
}

/** A CSV text with these columns and rows, comma and LF. */
export function newCsv(columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ""))];
  return lines.map((cells) => `${cells.map((value) => quoted(value, ",")).join(",")}\n`).join("");
}

function missingColumns(rows: readonly CsvRowEdit[], known: ReadonlyMap<string, number>): string[] {
  const added = new Map<string, string>();
  for (const { cells } of rows) {
    for (const [name, value] of Object.entries(cells)) {
      const key = name.toLowerCase();
      if (value !== "" && !known.has(key) && !added.has(key)) added.set(key, name);
    }
  }
  return [...added.values()];
}

function linesWithText(text: string, delimiter: string): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length; ) {
    const cells: Cell[] = [];
    let next = at - 1;
    do {
      const start = next + 1;
      next = cellAt(text, start, delimiter).next;
      cells.push({ start, next });
    } while (text[next] === delimiter);
    const below = Math.min(text.length, next + (text[next] === "\r" ? 2 : 1));
    if (cells.some(({ start, next: end }) => unquoted(text.slice(start, end)).trim() !== "")) {
      lines.push({ cells, end: next, below });
    }
    at = below;
  }
  return lines;
}

function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

function quoted(value: string, delimiter: string): string {
  const isPlain = !value.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(value);
  return isPlain ? value : `"${value.replaceAll('"', '""')}"`;
}
