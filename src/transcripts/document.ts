import { MOST_DOCUMENT_LINES, MOST_SHORT_LINES } from "../text/limits";

// Long documents have hundreds of thousands of paragraphs, and most of the time and memory that they take would go into
// objects for each: a document is one text, and lists of numbers about it.

/** A document as its author set it. */
export interface DocumentText {
  /** The words of all paragraphs, with the line breaks inside them; a blank line stands between two of them. */
  readonly text: string;
  /** For each paragraph, where it begins in the text (UTF-16 code units). */
  readonly starts: Int32Array;
  /**
   * For each paragraph that is one line without white space at its ends, the code of its last character (a UTF-16 code unit);
   * else 0. It tells most about a paragraph, whose words need not be looked at for it.
   */
  readonly lastCodes: Int32Array;
  /** For each paragraph that is a heading, its level: 1 for a title or a heading of the highest. */
  readonly headings: ReadonlyMap<number, number>;
  /** Stretches of the text in bold, in order: where each begins, and where it ends. None goes over the end of a paragraph. */
  readonly bold: Int32Array;
  /** For each paragraph, the index in `bold` of the first stretch that is not before it. */
  readonly firstBold: Int32Array;
  /**
   * For each line of each paragraph, the 1-based line of the file in which its words begin; 0 if it has no words or the file
   * has no lines.
   */
  readonly lines: Int32Array;
  /** For each paragraph, the index in `lines` of its first one. */
  readonly firstLine: Int32Array;
  /** Visible words that nobody says, such as footnotes or deletions. */
  readonly asides: readonly string[];
  /**
   * What stands in the document, in its order: the number of a paragraph, or one of `TABLE`, `ROW`, `CELL` and `TABLE_END`;
   * numbers from `FIRST_ASIDE` downwards are asides. Cells that reach over several columns count once.
   */
  readonly pieces: Int32Array;
}

export const TABLE = -1;
export const ROW = -2;
export const CELL = -3;
export const TABLE_END = -4;
export const FIRST_ASIDE = -5;

/** Puts a document together from what a reader comes across, piece by piece. Nothing that it is told in wrong order breaks it. */
export interface DocumentBuilder {
  /**
   * Adds words to the paragraph. `line` is where they stand in the file; a line break in them is one of the file then.
   */
  text(words: string, line?: number | null): void;
  /** Tells whether the words that follow are bold. */
  bold(isOn: boolean): void;
  /** The last character of the paragraph so far; "" if it has none. */
  last(): string;
  /** Ends the paragraph; one without words leaves nothing. */
  endParagraph(heading?: number): void;
  openTable(): void;
  openRow(): void;
  openCell(): void;
  closeCell(): void;
  closeTable(): void;
  /** Adds another document, in paragraphs of their own. Its lines are none of this one's. */
  add(document: DocumentText): void;
  /** Adds words that nobody says; `what` names them ("Footnote"), "" if they speak for themselves. */
  aside(what: string, words: string): void;
  /** True if there is more than a document may have, so that no more need be read. */
  isFull(): boolean;
  /** The whole document. Whatever is open ends. */
  finish(): DocumentText;
}

// A thousand hours of talk have fewer paragraphs; so many are made by a program, to do harm or by mistake. A table has one in
// each cell, and what is read of a file must be in proportion to what there is in it.
/** The most paragraphs and asides that a document may have. */
export const MOST_PARAGRAPHS = 2_000_000;
/** The same where they are so short that 32 letters and line breaks come on each, or less. */
export const MOST_SHORT_PARAGRAPHS = 400_000;
const SHORT = 32;
const SHORT_LINE = 24;

/** The most paragraphs and asides of a document whose text has this length. A builder takes one more, and no other. */
export function mostParagraphs(length: number): number {
  return Math.max(MOST_SHORT_PARAGRAPHS, Math.min(MOST_PARAGRAPHS, Math.floor(length / SHORT)));
}

/** The most lines of a document whose text has this length. */
export function mostDocumentLines(length: number): number {
  return Math.max(MOST_SHORT_LINES, Math.min(MOST_DOCUMENT_LINES, Math.floor(length / SHORT_LINE)));
}

/** The most pieces that a document may have: marks of tables, rows and cells, paragraphs, and asides. */
export const MOST_PIECES = 8_000_000;

/** The number of paragraphs and asides of a document. */
export function paragraphCount({ starts, asides }: DocumentText): number {
  return starts.length + asides.length;
}

/** Where a paragraph ends in the text. */
export function paragraphEnd({ text, starts }: DocumentText, paragraph: number): number {
  const next = starts[paragraph + 1];
  return next === undefined ? text.length : next - GAP.length;
}

/** What stands between two paragraphs in the text of a document. */
export const GAP = "\n\n";

/** The words of an aside, if a piece of the document is one. */
export function asideOf({ asides }: DocumentText, piece: number): string | undefined {
  return piece > FIRST_ASIDE ? undefined : asides[FIRST_ASIDE - piece];
}
