import { inOnePiece } from "../text/one-piece";
import type { DocumentText } from "./document";
import { documentBuilder } from "./document-builder";
import { type TextPieces, textPieces } from "./text-pieces";

/** Puts the paragraphs and tables of a rich text file together, piece by piece. */
export interface RtfPage {
  /** Adds words that stand at an offset of the file, in bold or not; "plain" are those of printable ASCII alone. */
  write(words: string, at: number, isBold: boolean, isPlain: boolean): void;
  /** Breaks the line, if anything stands on it. */
  breakLine(): void;
  /** Ends the paragraph; 1 for a heading of the highest level, 0 for none. */
  endParagraph(heading: number): void;
  endCell(): void;
  endRow(): void;
  /** Adds words that nobody says. */
  aside(words: string): void;
  /** True if there is more than a document may have, so that no more need be read. */
  isFull(): boolean;
  /** The whole document. Whatever is open ends. */
  finish(): DocumentText;
}

/** Words in a row that look alike. */
interface Run {
  text: string;
  /** How many pieces the text was put together from. */
  pieces: number;
  /** What stands before it, if there were many. */
  before: TextPieces | null;
  readonly at: number;
  readonly isBold: boolean;
  isPlain: boolean;
}

// A text that grows by a character takes thirty times its room until it is joined.
const MOST_PIECES_OF_A_RUN = 1 << 12;
// Runs wait until it is known whether they stand in a cell; no cell has so many.
const MOST_RUNS = 10_000;

/** An empty page; `lineAt` tells the line of an offset of the file. */
export function rtfPage(lineAt: (offset: number) => number): RtfPage {
  const builder = documentBuilder();
  let runs: Run[] = [];
  let inTable = false;
  let inRow = false;
  // True if the paragraph has words that could wait no longer.
  let isFlushed = false;
  const flush = (): void => {
    isFlushed = true;
    for (const { text: last, before, at, isBold, isPlain } of runs) {
      const text = before === null ? last : before.take() + last;
      builder.bold(isBold);
      builder.text(isPlain ? text : cleaned(text), text === "\n" ? null : lineAt(at));
    }
    runs = [];
  };
  const endRow = (): void => {
    inRow = false;
  };
  const endTable = (): void => {
    if (inTable) builder.closeTable();
    inTable = false;
    inRow = false;
  };
  const endCell = (): void => {
    if (!inTable) builder.openTable();
    if (!inRow) builder.openRow();
    inTable = true;
    inRow = true;
    builder.openCell();
    flush();
    isFlushed = false;
    builder.closeCell();
  };
  const endParagraph = (heading: number): void => {
    endTable();
    flush();
    isFlushed = false;
    builder.endParagraph(heading);
  };
  return {
    write(words, at, isBold, isPlain) {
      const last = runs.at(-1);
      if (last !== undefined && last.isBold === isBold && last.text !== "\n") {
        last.text += words;
        if (++last.pieces === MOST_PIECES_OF_A_RUN) {
          last.before ??= textPieces();
          last.before.add(inOnePiece(last.text));
          last.text = "";
          last.pieces = 0;
        }
        last.isPlain &&= isPlain;
        return;
      }
      if (runs.length >= MOST_RUNS) flush();
      runs.push({ text: words, pieces: 1, before: null, at, isBold, isPlain });
    },
    breakLine() {
      if (runs.length === 0 && !isFlushed) return;
      if (runs.length >= MOST_RUNS) flush();
      runs.push({ text: "\n", pieces: 1, before: null, at: 0, isBold: false, isPlain: true });
    },
    endParagraph,
    endCell,
    endRow,
    aside(words) {
      builder.aside("", cleaned(words));
    },
    isFull: builder.isFull,
    finish() {
      if (inRow && runs.length > 0) endCell();
      else endParagraph(0);
      endTable();
      return builder.finish();
    },
  };
}

/** Text without the control characters and halves of characters that `\\uN` can write, in NFC. */
function cleaned(text: string): string {
  // Nearly every paragraph is of letters that need no second look.
  if (!/[^\t\n\x20-\x7e\u00a0-\u02ff\u2010-\u2026]/.test(text)) return text;
  return (
    text
      .replace(/[\v\u2028\u2029\u0085]/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what goes.
      .replace(/[\0-\x08\x0c-\x1f\x7f-\x9f]/g, "")
      .replace(/\p{Surrogate}/gu, "\ufffd")
      .replace(/\uf0b7/g, "\u2022")
      .normalize("NFC")
  );
}
