import { CELL, MOST_PIECES, ROW, TABLE, TABLE_END } from "./document";
import { addNumber, insertNumbers, type NumberList, numberList, numbersOf } from "./number-list";

/** The pieces of a document, put together in its order. Nothing that it is told in wrong order breaks it. */
export interface DocumentPieces {
  /** Adds a paragraph or an aside, or a piece of another document. */
  add(piece: number): void;
  openTable(): void;
  openRow(): void;
  openCell(): void;
  closeCell(): void;
  closeTable(): void;
  /** True if there are more than a document may have. */
  isFull(): boolean;
  /** All pieces. Tables that are open end. */
  finish(): Int32Array;
}

/** A table that has not ended. */
interface OpenTable {
  /** Where its mark stands. */
  readonly at: number;
  /** Where the mark of the open row stands; -1 without one. */
  rowAt: number;
  /** True if something stands in a cell of the open row. */
  isFilled: boolean;
  inCell: boolean;
  /** What stands between its cells. */
  between: NumberList | null;
}

// Tables in tables: deeper ones are read as part of the cell they stand in.
const DEEPEST_TABLE = 30;

/** The pieces of an empty document. */
export function documentPieces(): DocumentPieces {
  const pieces = numberList();
  const tables: OpenTable[] = [];
  let table: OpenTable | undefined;
  let tooDeep = 0;
  let isFull = false;

  const push = (list: NumberList, piece: number): void => {
    if (isFull) return;
    addNumber(list, piece);
    if (list.length > MOST_PIECES) isFull = true;
  };
  // Words between the cells of a table stand before it, as browsers show them.
  const addBetween = (piece: number): void => {
    let nth = tables.length - 1;
    while (nth > 0 && tables[nth - 1]?.inCell === false) nth--;
    const outer = tables[nth - 1];
    if (outer !== undefined) outer.isFilled = true;
    const inner = tables[nth];
    if (inner === undefined) return;
    inner.between ??= numberList();
    push(inner.between, piece);
  };
  const add = (piece: number): void => {
    if (table === undefined) push(pieces, piece);
    else if (table.inCell) {
      table.isFilled = true;
      push(pieces, piece);
    } else addBetween(piece);
  };
  const closeCell = (): void => {
    if (table !== undefined && tooDeep === 0) table.inCell = false;
  };
  const closeRow = (of: OpenTable): void => {
    // What is too much stays: how much there was tells whoever asks.
    if (of.rowAt >= 0 && !of.isFilled && !isFull) pieces.length = of.rowAt;
    of.rowAt = -1;
    of.isFilled = false;
  };
  const openRow = (): void => {
    closeCell();
    if (table === undefined || tooDeep > 0) return;
    closeRow(table);
    table.rowAt = pieces.length;
    push(pieces, ROW);
  };
  const closeTable = (): void => {
    closeCell();
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    const closed = tables.pop();
    table = tables.at(-1);
    if (closed === undefined) return;
    closeRow(closed);
    const { at, between } = closed;
    if (pieces.length === at + 1) pieces.length = at;
    else if (table === undefined || table.inCell) add(TABLE_END);
    else {
      // A table between the cells of another one stands before that one too.
      for (let piece = at; piece < pieces.length; piece++) addBetween(pieces.values[piece] ?? TABLE_END);
      addBetween(TABLE_END);
      pieces.length = at;
    }
    if (between !== null) insertNumbers(pieces, at, between);
  };
  return {
    add,
    openTable() {
      if (tables.length >= DEEPEST_TABLE) {
        tooDeep++;
        return;
      }
      table = { at: pieces.length, rowAt: -1, isFilled: false, inCell: false, between: null };
      tables.push(table);
      push(pieces, TABLE);
    },
    openRow,
    openCell() {
      closeCell();
      if (table === undefined || tooDeep > 0) return;
      if (table.rowAt < 0) openRow();
      push(pieces, CELL);
      table.inCell = true;
    },
    closeCell,
    closeTable,
    isFull: () => isFull,
    finish() {
      while (tables.length > 0) closeTable();
      return numbersOf(pieces);
    },
  };
}
