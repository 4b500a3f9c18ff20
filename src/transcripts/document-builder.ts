import { MOST_DOCUMENT_LINES } from "../text/limits";
import {
  asideOf,
  CELL,
  type DocumentBuilder,
  type DocumentText,
  FIRST_ASIDE,
  GAP,
  MOST_PARAGRAPHS,
  paragraphEnd,
  ROW,
  TABLE,
  TABLE_END,
} from "./document";
import { isWhiteSpace, skipWhiteSpace } from "./white-space";

/** A table that has not ended: its pieces so far. */
interface OpenTable {
  readonly pieces: number[];
  /** Where the pieces of the open row begin; -1 without one. */
  rowAt: number;
  /** True if something stands in a cell of the open row. */
  isFilled: boolean;
  inCell: boolean;
}

// Tables in tables: deeper ones are read as part of the cell they stand in.
const DEEPEST_TABLE = 30;
// Pieces of text are joined when there are so many, so that only few of them are there at once.
const PIECES_AT_ONCE = 1 << 12;

/** A builder of an empty document. */
export function documentBuilder(): DocumentBuilder {
  const starts: number[] = [];
  const lastCodes: number[] = [];
  const headings = new Map<number, number>();
  const bold: number[] = [];
  const firstBold: number[] = [];
  const lines: number[] = [];
  const firstLine: number[] = [];
  const asides: string[] = [];
  const pieces: number[] = [];
  const tables: OpenTable[] = [];
  let tooDeep = 0;
  let isBold = false;
  // The text so far: what was joined already, and what was not.
  const joined: string[] = [];
  let written: string[] = [];
  let length = 0;
  // The paragraph that is open: where it begins in the text, in what is not joined, in the stretches of bold and in the lines.
  let start = 0;
  let firstWritten = 0;
  let boldAt = 0;
  let lineAt = 0;
  let hasWords = false;
  let first = 0;
  let last = "";

  const hasAllParagraphs = (): boolean => starts.length + asides.length > MOST_PARAGRAPHS;
  const isFull = (): boolean => hasAllParagraphs() || lines.length > MOST_DOCUMENT_LINES;
  // Words between the cells of a table stand before it, as browsers show them.
  const target = (): number[] => {
    if (tables.length === 0) return pieces;
    for (let nth = tables.length - 1; nth >= 0; nth--) {
      const table = tables[nth];
      if (table === undefined || !table.inCell) continue;
      table.isFilled = true;
      return table.pieces;
    }
    return pieces;
  };
  const beginParagraph = (): void => {
    if (written.length >= PIECES_AT_ONCE) {
      joined.push(written.join(""));
      written = [];
    }
    firstWritten = written.length;
    if (starts.length > 0) written.push(GAP);
    start = length + (starts.length > 0 ? GAP.length : 0);
    length = start;
    boldAt = bold.length;
    lineAt = lines.length;
    lines.push(0);
  };
  const isOpen = (): boolean => last !== "";
  const endParagraph = (heading = 0): void => {
    if (!isOpen()) return;
    if (hasWords && !hasAllParagraphs()) {
      // A level that is no number is none, and still no level of a paragraph that is no heading.
      if (heading !== 0) headings.set(starts.length, heading);
      target().push(starts.length);
      starts.push(start);
      firstBold.push(boldAt);
      firstLine.push(lineAt);
      const lastCode = last.charCodeAt(0);
      const isLine = lines.length === lineAt + 1 && !isWhiteSpace(first) && !isWhiteSpace(lastCode);
      lastCodes.push(isLine ? lastCode : 0);
    } else {
      written.length = firstWritten;
      length = start - (starts.length > 0 ? GAP.length : 0);
      bold.length = boldAt;
      lines.length = lineAt;
    }
    hasWords = false;
    last = "";
  };
  const addLine = (at: number, words: string, from: number, to: number): void => {
    if (skipWhiteSpace(words, from, to) === to) return;
    hasWords = true;
    if (at > 0 && lines[lines.length - 1] === 0) lines[lines.length - 1] = at;
  };
  const text = (added: string, at: number | null = null): void => {
    if (added === "" || lines.length > MOST_DOCUMENT_LINES) return;
    if (!isOpen()) {
      beginParagraph();
      first = added.charCodeAt(0);
    }
    let from = 0;
    for (let end = added.indexOf("\n"), nth = 0; ; end = added.indexOf("\n", from), nth++) {
      addLine(at === null ? 0 : at + nth, added, from, end < 0 ? added.length : end);
      if (end < 0) break;
      lines.push(0);
      from = end + 1;
    }
    written.push(added);
    last = added.charAt(added.length - 1);
    if (isBold) {
      if (bold.length > boldAt && bold[bold.length - 1] === length) bold[bold.length - 1] = length + added.length;
      else bold.push(length, length + added.length);
    }
    length += added.length;
  };
  const closeCell = (): void => {
    endParagraph();
    const table = tables.at(-1);
    if (table !== undefined && tooDeep === 0) table.inCell = false;
  };
  const closeRow = (table: OpenTable): void => {
    if (table.rowAt >= 0 && !table.isFilled) table.pieces.length = table.rowAt;
    table.rowAt = -1;
    table.isFilled = false;
  };
  const openRow = (): void => {
    closeCell();
    const table = tables.at(-1);
    if (table === undefined || tooDeep > 0) return;
    closeRow(table);
    table.rowAt = table.pieces.length;
    table.pieces.push(ROW);
  };
  const openCell = (): void => {
    closeCell();
    const table = tables.at(-1);
    if (table === undefined || tooDeep > 0) return;
    if (table.rowAt < 0) openRow();
    table.pieces.push(CELL);
    table.inCell = true;
  };
  const openTable = (): void => {
    endParagraph();
    if (tables.length >= DEEPEST_TABLE) tooDeep++;
    else tables.push({ pieces: [], rowAt: -1, isFilled: false, inCell: false });
  };
  const closeTable = (): void => {
    closeCell();
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    const table = tables.pop();
    if (table === undefined) return;
    closeRow(table);
    if (table.pieces.length === 0) return;
    const around = target();
    around.push(TABLE);
    for (const piece of table.pieces) around.push(piece);
    around.push(TABLE_END);
  };
  const aside = (words: string): void => {
    if (isFull()) return;
    target().push(FIRST_ASIDE - asides.length);
    asides.push(words);
  };
  const addParagraph = (document: DocumentText, paragraph: number): void => {
    beginParagraph();
    const from = document.starts[paragraph] ?? 0;
    const words = document.text.slice(from, paragraphEnd(document, paragraph));
    for (let at = words.indexOf("\n"); at >= 0; at = words.indexOf("\n", at + 1)) lines.push(0);
    written.push(words);
    const end = document.firstBold[paragraph + 1] ?? document.bold.length;
    for (let at = document.firstBold[paragraph] ?? end; at < end; at++) {
      bold.push((document.bold[at] ?? 0) - from + start);
    }
    length = start + words.length;
    first = words.charCodeAt(0);
    last = words.charAt(words.length - 1);
    hasWords = true;
    endParagraph(document.headings.get(paragraph));
  };
  return {
    text,
    bold(isOn) {
      isBold = isOn;
    },
    last: () => last,
    endParagraph,
    openTable,
    openRow,
    openCell,
    closeCell,
    closeTable,
    add(document) {
      endParagraph();
      for (const piece of document.pieces) {
        if (piece >= 0) addParagraph(document, piece);
        else if (piece > FIRST_ASIDE) target().push(piece);
        else aside(asideOf(document, piece) ?? "");
      }
    },
    aside(what, added) {
      const words = added.trim();
      if (/[\p{L}\p{N}]/u.test(words)) aside(what === "" ? words : `${what}: ${words}`);
    },
    isFull,
    finish() {
      endParagraph();
      while (tables.length > 0) closeTable();
      joined.push(written.join(""));
      written = [];
      const all = joined.splice(0).join("");
      return { text: all, starts, lastCodes, headings, bold, firstBold, lines, firstLine, asides, pieces };
    },
  };
}
