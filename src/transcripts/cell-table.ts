import type { Place } from "../issues/issue";
import { numberOrText } from "./table-columns";

/** A row of a table's cells. */
export interface CellRow {
  readonly cells: readonly string[];
  /** 1-based line or row of the file; null if it has none. */
  readonly line: number | null;
}

/** A table as it stands in a file, whatever the format: all rows that have text, the header among them. */
export interface CellTable {
  /** Name of the sheet; null if the file is one table. */
  readonly name: string | null;
  readonly rows: readonly CellRow[];
  /** The place of a cell, or of the whole row; rows and columns count from 0, in `rows`. */
  place(row: number, column?: number): Place;
  /** 1-based line in which a cell begins; null if the file has no lines. */
  cellLine(row: number, column: number): number | null;
}

/** One column of a table below its header. */
export interface Column {
  readonly index: number;
  /** The name as printed, trimmed; "" if there is none. */
  readonly name: string;
  /** A name no other column has: "Comments (2)", "column 5". */
  readonly key: string;
  /** The cells, trimmed; "" where there is none. */
  readonly values: readonly string[];
}

/** A table taken apart into header and rows. */
export interface HeadedTable {
  readonly table: CellTable;
  /** Text above the header, such as a title. */
  readonly above: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly CellRow[];
  /** Index in `table.rows` of the first row below the header. */
  readonly firstRow: number;
}

const HEADER_WITHIN = 20;
const ENOUGH_FILLED = 0.6;

/** The index of the header: the first row, of the first twenty, in which most columns have text. */
export function headerRow({ rows }: CellTable): number {
  const filled = rows.slice(0, HEADER_WITHIN).map(({ cells }) => cells.filter((cell) => cell.trim() !== "").length);
  const most = filled.reduce((a, b) => Math.max(a, b), 0);
  return Math.max(
    0,
    filled.findIndex((count) => count >= most * ENOUGH_FILLED),
  );
}

/** Takes a table apart into header and rows. Rows above the header are titles. */
export function findHeader(table: CellTable, hasHeader = true): HeadedTable {
  const headerAt = headerRow(table);
  const firstRow = hasHeader ? headerAt + 1 : headerAt;
  const rows = table.rows.slice(firstRow);
  const header = hasHeader ? (table.rows[headerAt]?.cells ?? []) : [];
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), header.length);
  const columns: Column[] = [];
  const keys = new Set<string>();
  const used = new Map<string, number>();
  for (let index = 0; index < width; index++) {
    const name = (header[index] ?? "").replace(/\s+/g, " ").trim();
    const values = rows.map(({ cells }) => (cells[index] ?? "").trim());
    if (name === "" && values.every((value) => value === "")) continue;
    const base = name === "" ? `column ${index + 1}` : name;
    let count = used.get(base) ?? 1;
    let key = count === 1 ? base : `${base} (${count})`;
    while (keys.has(key)) key = `${base} (${++count})`;
    used.set(base, count + 1);
    keys.add(key);
    columns.push({ index, name, key, values });
  }
  const above = table.rows
    .slice(0, headerAt)
    .flatMap(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => cell !== ""));
  return { table, above, columns, rows, firstRow };
}

/** The values of a column as attributes: numbers where all are, text otherwise, null where there is none. */
export function attributeValues({ values }: Column): (string | number | null)[] {
  const numbers = values.map((value) => (value === "" ? null : numberOrText(value)));
  const areNumbers = numbers.every((value) => typeof value !== "string");
  return areNumbers ? numbers : values.map((value) => (value === "" ? null : value));
}

/** About how many words a cell has; of scripts without blanks two characters count as a word. */
export function wordCount(cell: string): number {
  const dense = cell.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu)?.length ?? 0;
  return (cell.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) + dense / 2;
}
