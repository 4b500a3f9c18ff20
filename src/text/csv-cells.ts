import type { Range } from "../model/range";

/** A cell of a CSV text: the range of its value, and how its quotation marks stand. */
export interface CsvCell extends Range {
  /** The offset behind the cell, its closing quotation mark included: a delimiter, a line's end, or the text's. */
  readonly next: number;
  /** Where a quotation mark stands that cannot stand there; undefined if all are right. */
  readonly wrongQuote?: number;
  /** True if the cell opens with a quotation mark and never closes. */
  readonly unclosed: boolean;
}

/**
 * The cell that begins at an offset (UTF-16 code units). Quotation marks around a cell are outside its range. Behind a
 * mark that cannot stand there the cell goes on to the delimiter or the line's end.
 */
export function cellAt(text: string, offset: number, delimiter: string): CsvCell {
  if (text[offset] !== '"') {
    const next = endOfPlain(text, offset, delimiter);
    const quote = text.slice(offset, next).indexOf('"');
    const cell = { start: offset, end: next, next, unclosed: false };
    return quote === -1 ? cell : { ...cell, wrongQuote: offset + quote };
  }
  let close = text.indexOf('"', offset + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return { start: offset + 1, end: text.length, next: text.length, unclosed: true };
  const next = endOfPlain(text, close + 1, delimiter);
  const cell = { start: offset + 1, end: close, next, unclosed: false };
  return next === close + 1 ? cell : { ...cell, wrongQuote: close };
}

function endOfPlain(text: string, offset: number, delimiter: string): number {
  let end = offset;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && !isCrlf(text, end)) end++;
  return end;
}

function isCrlf(text: string, at: number): boolean {
  return text[at] === "\r" && text[at + 1] === "\n";
}

/** Where quotation marks are wrong, at most one place a line; behind one that never closes nothing more is looked at. */
export function wrongQuotes(
  text: string,
  delimiter: string,
  most = Number.POSITIVE_INFINITY,
): { readonly at: number; readonly unclosed: boolean }[] {
  const found: { at: number; unclosed: boolean }[] = [];
  let at = 0;
  while (at < text.length && found.length < most) {
    const { start, next, wrongQuote, unclosed } = cellAt(text, at, delimiter);
    if (unclosed) found.push({ at: start - 1, unclosed });
    if (wrongQuote === undefined) at = next + 1;
    else {
      found.push({ at: wrongQuote, unclosed: false });
      const line = text.indexOf("\n", next);
      at = line === -1 ? text.length : line + 1;
    }
    if (text[at - 1] === "\r") at++;
  }
  return found;
}
