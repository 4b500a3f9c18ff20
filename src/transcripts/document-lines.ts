import type { Range } from "../model/range";
import { type DocumentText, paragraphEnd } from "./document";
import { skipWhiteSpace, skipWhiteSpaceBack } from "./white-space";

/** The lines of some paragraphs that have words, without the white space at their ends. */
export interface DocumentLines {
  readonly document: DocumentText;
  /** How many there are. */
  readonly count: number;
  /** For each line, where it begins and ends in the document's text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** For each line, 1 if it is the first one of a paragraph, else 0. */
  readonly opens: Uint8Array;
  /** For each line, 1 if it is a heading, else 0. */
  readonly headings: Uint8Array;
  /** For each line, the index in the document's `bold` of the first stretch that ends in it or behind it. */
  readonly firstBold: Int32Array;
  /** For each line, its index in the document's `lines`. */
  readonly lines: Int32Array;
  /** For each line, the code of its last character (a UTF-16 code unit). */
  readonly lastCodes: Uint16Array;
}

const LONGEST_HEADING = 80;
const MOST_BOLD = 0.1;

/**
 * The lines of paragraphs that have words, from stretches of a document's pieces. Short bold lines are headings where bold is
 * rare.
 */
export function documentLines(document: DocumentText, stretches: readonly Range[]): DocumentLines {
  const { text, starts, lastCodes, headings, bold, firstBold, firstLine } = document;
  const lines = emptyLines(document, stretches);
  let count = 0;
  let all = 0;
  let inBold = 0;
  // Functions that are called often are compiled sooner than loops that run for long.
  const addLine = (start: number, end: number, at: number): void => {
    lines.starts[count] = start;
    lines.ends[count] = end;
    lines.firstBold[count] = at;
    all += end - start;
    for (let each = at; (bold[each] ?? end) < end; each += 2) {
      inBold += Math.max(0, Math.min(bold[each + 1] ?? 0, end) - Math.max(bold[each] ?? 0, start));
    }
  };
  const addParagraph = (paragraph: number): void => {
    const isHeading = headings.size > 0 && (headings.get(paragraph) ?? 0) > 0;
    const end = paragraphEnd(document, paragraph);
    const lastCode = lastCodes[paragraph] ?? 0;
    const firstNth = firstLine[paragraph] ?? 0;
    const lastNth = (firstLine[paragraph + 1] ?? document.lines.length) - 1;
    let opens = 1;
    let at = firstBold[paragraph] ?? 0;
    let from = starts[paragraph] ?? 0;
    for (let nth = firstNth; nth <= lastNth; nth++) {
      const next = nth < lastNth ? text.indexOf("\n", from) : end;
      const start = lastCode > 0 ? from : skipWhiteSpace(text, from, next);
      const stop = lastCode > 0 ? next : skipWhiteSpaceBack(text, start, next);
      from = next + 1;
      if (start === stop) continue;
      while ((bold[at + 1] ?? start) < start) at += 2;
      addLine(start, stop, at);
      lines.opens[count] = opens;
      lines.headings[count] = isHeading ? 1 : 0;
      lines.lines[count] = nth;
      lines.lastCodes[count] = lastCode || text.charCodeAt(stop - 1);
      opens = 0;
      count++;
    }
  };
  for (const stretch of stretches) {
    for (let piece = stretch.start; piece < stretch.end; piece++) {
      const paragraph = document.pieces[piece] ?? -1;
      if (paragraph >= 0) addParagraph(paragraph);
    }
  }
  lines.count = count;
  if (inBold > all * MOST_BOLD) return lines;
  for (let line = 0; line < count; line++) {
    if (lines.opens[line] === 1 && isBoldTitle(lines, line)) lines.headings[line] = 1;
  }
  return lines;
}

/** Room for the lines of all paragraphs. */
function emptyLines(document: DocumentText, stretches: readonly Range[]): DocumentLines & { count: number } {
  const { firstLine, pieces } = document;
  let most = 0;
  for (const { start, end } of stretches) {
    for (let piece = start; piece < end; piece++) {
      const paragraph = pieces[piece] ?? -1;
      if (paragraph >= 0) most += (firstLine[paragraph + 1] ?? document.lines.length) - (firstLine[paragraph] ?? 0);
    }
  }
  const numbers = (): Int32Array => new Int32Array(most);
  return {
    document,
    count: 0,
    starts: numbers(),
    ends: numbers(),
    opens: new Uint8Array(most),
    headings: new Uint8Array(most),
    firstBold: numbers(),
    lines: numbers(),
    lastCodes: new Uint16Array(most),
  };
}

/** Length of a line. */
export function lineLength({ starts, ends }: DocumentLines, line: number): number {
  return (ends[line] ?? 0) - (starts[line] ?? 0);
}

/** The words of a line. */
export function lineText({ document, starts, ends }: DocumentLines, line: number): string {
  return document.text.slice(starts[line], ends[line]);
}

/** The code of a line's character (a UTF-16 code unit). */
export function codeAt({ document, starts }: DocumentLines, line: number, at: number): number {
  return document.text.charCodeAt((starts[line] ?? 0) + at);
}

/** True for a short line that is bold as a whole and does not end as speech or a label does. */
export function isBoldTitle(lines: DocumentLines, line: number): boolean {
  const length = lineLength(lines, line);
  return length <= LONGEST_HEADING && boldLead(lines, line) === length && endsAsTitle(lineText(lines, line));
}

/** True for text that does not end as speech or a label does. */
export function endsAsTitle(text: string): boolean {
  return /[\p{L}\p{N})]$/u.test(text);
}

/** Length of the bold words with which a line begins, without white space and colon behind them; 0 if it begins otherwise. */
export function boldLead({ document, starts, ends, firstBold }: DocumentLines, line: number): number {
  const { text, bold } = document;
  const start = starts[line] ?? 0;
  const end = ends[line] ?? 0;
  let lead = start;
  for (let at = firstBold[line] ?? 0; (bold[at] ?? end) < end; at += 2) {
    const to = bold[at + 1] ?? 0;
    if (to <= start) continue;
    const from = Math.max(bold[at] ?? 0, start);
    if (skipWhiteSpace(text, lead, from) < from) break;
    lead = Math.min(to, end);
  }
  return skipWhiteSpaceBack(text, start, lead) - start;
}
