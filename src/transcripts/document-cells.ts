import { asideOf, CELL, type DocumentText, paragraphEnd, ROW, TABLE, TABLE_END } from "./document";
import { addNumber, numberList, numbersOf } from "./number-list";

/** A table of a document, whose cells are looked up when they are asked for. */
export interface Cells {
  readonly document: DocumentText;
  /** Where the pieces of each cell begin, in the order of the document, and behind the last one the end of the table. */
  readonly cells: Int32Array;
  /** For each row, the number of its first cell, and behind the last one the number of all cells. */
  readonly rows: Int32Array;
}

/** The table that begins at a piece of a document. */
export function cellsOf(document: DocumentText, at: number): Cells {
  const { pieces } = document;
  const cells = numberList();
  const rows = numberList();
  let depth = 0;
  let end = at + 1;
  for (; end < pieces.length; end++) {
    const piece = pieces[end];
    if (piece === TABLE) depth++;
    else if (piece === TABLE_END && depth-- === 0) break;
    else if (depth === 0 && piece === ROW) addNumber(rows, cells.length);
    else if (depth === 0 && piece === CELL) addNumber(cells, end);
  }
  addNumber(rows, cells.length);
  addNumber(cells, end);
  return { document, cells: numbersOf(cells), rows: numbersOf(rows) };
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

/** The number of a cell; -1 if the row has no such cell. */
function cellAt({ rows }: Cells, row: number, column: number): number {
  const cell = (rows[row] ?? 0) + column;
  return column < 0 || cell >= (rows[row + 1] ?? 0) ? -1 : cell;
}

/** The words of each cell of a row. */
export function cellTexts(table: Cells, row: number): string[] {
  return Array.from({ length: rowWidth(table, row) }, (_, column) => cellText(table, row, column));
}

/** The words of a cell, those of tables in it too, without white space at the ends of their lines. */
export function cellText(table: Cells, row: number, column: number): string {
  const { document, cells } = table;
  const cell = cellAt(table, row, column);
  if (cell < 0) return "";
  const paragraph = onlyLine(table, cell);
  if (paragraph >= 0) return document.text.slice(document.starts[paragraph], paragraphEnd(document, paragraph));
  const end = cells[cell + 1] ?? 0;
  let text: string | null = null;
  for (let at = cells[cell] ?? end; at < end; at++) {
    const piece = document.pieces[at] ?? CELL;
    if (piece < 0) continue;
    const words = linesTrimmed(document.text.slice(document.starts[piece], paragraphEnd(document, piece)));
    text = text === null ? words : `${text}\n${words}`;
  }
  return text ?? "";
}

/** The length of the words of a cell, as `cellText` gives them. */
export function cellLength(table: Cells, row: number, column: number): number {
  const { document } = table;
  const cell = cellAt(table, row, column);
  const paragraph = cell < 0 ? -1 : onlyLine(table, cell);
  if (paragraph < 0) return cellText(table, row, column).length;
  return paragraphEnd(document, paragraph) - (document.starts[paragraph] ?? 0);
}

/** The paragraph of a cell that is one line without white space at its ends, as nearly all are; -1 for another one. */
function onlyLine({ document, cells }: Cells, cell: number): number {
  const at = (cells[cell] ?? 0) + 1;
  if (at + 1 !== cells[cell + 1] && document.pieces[at + 1] !== ROW) return -1;
  const piece = document.pieces[at] ?? CELL;
  return piece >= 0 && (document.lastCodes[piece] ?? 0) > 0 ? piece : -1;
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
  const cell = cellAt(table, row, column);
  if (cell < 0) return null;
  const end = table.cells[cell + 1] ?? 0;
  let at = table.cells[cell] ?? end;
  while (at < end && (pieces[at] ?? CELL) < 0) at++;
  if (at === end) return null;
  const paragraph = pieces[at] ?? 0;
  const last = firstLine[paragraph + 1] ?? lines.length;
  for (let line = firstLine[paragraph] ?? last; line < last; line++) if (lines[line] !== 0) return lines[line] ?? null;
  return null;
}
