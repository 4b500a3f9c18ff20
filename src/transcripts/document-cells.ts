import type { Range } from "../model/range";
import { asideOf, CELL, type DocumentText, paragraphEnd, ROW, TABLE, TABLE_END } from "./document";

/** A table of a document, whose cells are looked up when they are asked for. */
export interface Cells {
  readonly document: DocumentText;
  /** Where the pieces of each cell begin, in the order of the document, and behind the last one the end of the table. */
  readonly cells: readonly number[];
  /** For each row, the number of its first cell, and behind the last one the number of all cells. */
  readonly rows: readonly number[];
}

/** The table that begins at a piece of a document. */
export function cellsOf(document: DocumentText, at: number): Cells {
  const { pieces } = document;
  const cells: number[] = [];
  const rows: number[] = [];
  let depth = 0;
  let end = at + 1;
  for (; end < pieces.length; end++) {
    const piece = pieces[end];
    if (piece === TABLE) depth++;
    else if (piece === TABLE_END && depth-- === 0) break;
    else if (depth === 0 && piece === ROW) rows.push(cells.length);
    else if (depth === 0 && piece === CELL) cells.push(end);
  }
  rows.push(cells.length);
  cells.push(end);
  return { document, cells, rows };
}

/** How many rows a table has. */
export function rowCount({ rows }: Cells): number {
  return rows.length - 1;
}

/** Index of the piece of the document behind a table. */
export function endOf({ cells }: Cells): number {
  return (cells.at(-1) ?? 0) + 1;
}

/** How many cells a row has. */
export function rowWidth({ rows }: Cells, row: number): number {
  return (rows[row + 1] ?? 0) - (rows[row] ?? 0);
}

/** The pieces of a cell, from the mark of its beginning on; an empty stretch if the row has no such cell. */
function piecesOf({ cells, rows }: Cells, row: number, column: number): Range {
  const cell = (rows[row] ?? 0) + column;
  if (column < 0 || cell >= (rows[row + 1] ?? 0)) return { start: 0, end: 0 };
  return { start: cells[cell] ?? 0, end: cells[cell + 1] ?? 0 };
}

/** The words of each cell of a row. */
export function cellTexts(table: Cells, row: number): string[] {
  return Array.from({ length: rowWidth(table, row) }, (_, column) => cellText(table, row, column));
}

/** The words of a cell, those of tables in it too, without white space at the ends of their lines. */
export function cellText(table: Cells, row: number, column: number): string {
  const { document } = table;
  const { start, end } = piecesOf(table, row, column);
  let text: string | null = null;
  for (let at = start; at < end; at++) {
    const piece = document.pieces[at] ?? CELL;
    if (piece < 0) continue;
    const words = linesTrimmed(document.text.slice(document.starts[piece], paragraphEnd(document, piece)));
    text = text === null ? words : `${text}\n${words}`;
  }
  return text ?? "";
}

function linesTrimmed(text: string): string {
  if (!text.includes("\n")) return text.trim();
  return text
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}

/** The asides of a row. */
export function asidesOf(table: Cells, row: number): string[] {
  const { document, cells, rows } = table;
  const found: string[] = [];
  if (document.asides.length === 0) return found;
  for (let at = cells[rows[row] ?? 0] ?? 0; at < (cells[rows[row + 1] ?? 0] ?? 0); at++) {
    const aside = asideOf(document, document.pieces[at] ?? CELL);
    if (aside !== undefined) found.push(aside);
  }
  return found;
}

/** The line of the file in which the words of a cell's first paragraph begin. */
export function lineOf(table: Cells, row: number, column: number): number | null {
  const { lines, firstLine, pieces } = table.document;
  const { start, end } = piecesOf(table, row, column);
  let at = start;
  while (at < end && (pieces[at] ?? CELL) < 0) at++;
  if (at === end) return null;
  const paragraph = pieces[at] ?? 0;
  const last = firstLine[paragraph + 1] ?? lines.length;
  for (let line = firstLine[paragraph] ?? last; line < last; line++) if (lines[line] !== 0) return lines[line] ?? null;
  return null;
}
