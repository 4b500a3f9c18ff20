import { MOST_DOCUMENT_LINES, MOST_SHORT_LINES } from "../text/limits";
import {
  asideOf,
  type DocumentBuilder,
  type DocumentText,
  FIRST_ASIDE,
  GAP,
  MOST_SHORT_PARAGRAPHS,
  mostDocumentLines,
  mostParagraphs,
  paragraphEnd,
} from "./document";
import { documentPieces } from "./document-pieces";
import { addNumber, numberList, numbersOf } from "./number-list";
import { isWhiteSpace, skipWhiteSpace } from "./white-space";

// Pieces of text are joined when there are so many, so that only few of them are there at once.
const PIECES_AT_ONCE = 1 << 12;
// The code of the last character where there is none.
const NONE = -1;

/** A builder of an empty document. */
export function documentBuilder(): DocumentBuilder {
  const starts = numberList();
  const lastCodes = numberList();
  const headings = new Map<number, number>();
  const bold = numberList();
  const firstBold = numberList();
  const lines = numberList();
  const firstLine = numberList();
  const asides: string[] = [];
  const pieces = documentPieces();
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
  let last = NONE;

  // Asked at each tag of a file, so that the first comparison is to answer it.
  const hasAllParagraphs = (): boolean => {
    const count = starts.length + asides.length;
    return count > MOST_SHORT_PARAGRAPHS && count > mostParagraphs(length);
  };
  const hasAllLines = (): boolean => lines.length > MOST_SHORT_LINES && lines.length > mostDocumentLines(length);
  const isFull = (): boolean => hasAllParagraphs() || hasAllLines() || pieces.isFull();
  const joinWritten = (): void => {
    joined.push(written.join(""));
    written = [];
    firstWritten = 0;
  };
  const beginParagraph = (): void => {
    if (written.length >= PIECES_AT_ONCE) joinWritten();
    firstWritten = written.length;
    start = length;
    if (starts.length > 0) {
      written.push(GAP);
      start += GAP.length;
    }
    length = start;
    boldAt = bold.length;
    lineAt = lines.length;
    addNumber(lines, 0);
  };
  const endParagraph = (heading = 0): void => {
    if (last === NONE) return;
    if (hasWords && !hasAllParagraphs()) {
      // A level that is no number is none, and still no level of a paragraph that is no heading.
      if (heading !== 0) headings.set(starts.length, heading);
      pieces.add(starts.length);
      addNumber(starts, start);
      addNumber(firstBold, boldAt);
      addNumber(firstLine, lineAt);
      const isLine = lines.length === lineAt + 1 && !isWhiteSpace(first) && !isWhiteSpace(last);
      addNumber(lastCodes, isLine ? last : 0);
    } else {
      written.length = firstWritten;
      length = start - (starts.length > 0 ? GAP.length : 0);
      bold.length = boldAt;
      lines.length = lineAt;
    }
    hasWords = false;
    last = NONE;
  };
  const addLine = (at: number, words: string, from: number, to: number): void => {
    const own = lines.length - 1;
    if (hasWords && (at === 0 || lines.values[own] !== 0)) return;
    if (skipWhiteSpace(words, from, to) === to) return;
    hasWords = true;
    if (at > 0 && lines.values[own] === 0) lines.values[own] = at;
  };
  const text = (added: string, at: number | null = null): void => {
    if (added === "" || hasAllLines()) return;
    if (last === NONE) {
      beginParagraph();
      first = added.charCodeAt(0);
    }
    let from = 0;
    for (let end = added.indexOf("\n"), nth = 0; ; end = added.indexOf("\n", from), nth++) {
      addLine(at === null ? 0 : at + nth, added, from, end < 0 ? added.length : end);
      if (end < 0) break;
      addNumber(lines, 0);
      // One more than there may be is enough to tell.
      if (lines.length > MOST_DOCUMENT_LINES) break;
      from = end + 1;
    }
    written.push(added);
    // A paragraph with words stays, but of the last one that is too much.
    if (hasWords && written.length >= PIECES_AT_ONCE) joinWritten();
    last = added.charCodeAt(added.length - 1);
    if (isBold) {
      if (bold.length > boldAt && bold.values[bold.length - 1] === length) {
        bold.values[bold.length - 1] = length + added.length;
      } else {
        addNumber(bold, length);
        addNumber(bold, length + added.length);
      }
    }
    length += added.length;
  };
  const aside = (words: string): void => {
    if (isFull()) return;
    pieces.add(FIRST_ASIDE - asides.length);
    asides.push(words);
  };
  const addParagraph = (document: DocumentText, paragraph: number): void => {
    beginParagraph();
    const from = document.starts[paragraph] ?? 0;
    const words = document.text.slice(from, paragraphEnd(document, paragraph));
    for (let at = words.indexOf("\n"); at >= 0; at = words.indexOf("\n", at + 1)) addNumber(lines, 0);
    written.push(words);
    const end = document.firstBold[paragraph + 1] ?? document.bold.length;
    for (let at = document.firstBold[paragraph] ?? end; at < end; at++) {
      addNumber(bold, (document.bold[at] ?? 0) - from + start);
    }
    length = start + words.length;
    first = words.charCodeAt(0);
    last = words.charCodeAt(words.length - 1);
    hasWords = true;
    endParagraph(document.headings.get(paragraph));
  };
  return {
    text,
    bold(isOn) {
      isBold = isOn;
    },
    last: () => (last === NONE ? "" : String.fromCharCode(last)),
    endParagraph,
    openTable() {
      endParagraph();
      pieces.openTable();
    },
    openRow() {
      endParagraph();
      pieces.openRow();
    },
    openCell() {
      endParagraph();
      pieces.openCell();
    },
    closeCell() {
      endParagraph();
      pieces.closeCell();
    },
    closeTable() {
      endParagraph();
      pieces.closeTable();
    },
    add(document) {
      endParagraph();
      for (const piece of document.pieces) {
        if (piece >= 0) addParagraph(document, piece);
        else if (piece > FIRST_ASIDE) pieces.add(piece);
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
      joinWritten();
      const all = joined.splice(0).join("");
      return {
        text: all,
        starts: numbersOf(starts),
        lastCodes: numbersOf(lastCodes),
        headings,
        bold: numbersOf(bold),
        firstBold: numbersOf(firstBold),
        lines: numbersOf(lines),
        firstLine: numbersOf(firstLine),
        asides,
        pieces: pieces.finish(),
      };
    },
  };
}
