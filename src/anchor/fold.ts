import { lastAtMost } from "../issues/source";
import type { Range } from "../model/range";

/** A text with its typography folded, which knows where its parts stand in the original. */
export interface FoldedText {
  readonly text: string;
  /** The range of the original that a non-empty range of the folded text stands for (UTF-16 code units both). */
  toOriginal(range: Range): Range;
}

// Marks that show nothing: soft hyphen, zero-width blank, word joiner, byte order mark, marks of writing direction.
const INVISIBLE = "\\u00ad\\u200b\\u2060\\ufeff\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";
const SINGLE_QUOTES = "‘’‚‛′ʼ´`‹›";
const DOUBLE_QUOTES = "“”„‟″«»";
const DASHES = "-‐‑‒–—―−";
// A lone plain blank and a lone hyphen are most of what there is to fold in a text, and stay as they are: not matched.
const TYPOGRAPHY = new RegExp(
  `(?! [^\\s${INVISIBLE}])(?! $)[\\s${INVISIBLE}]+|[${SINGLE_QUOTES}]|[${DOUBLE_QUOTES}]` +
    `|(?!-[^${DASHES}])(?!-$)[${DASHES}]+|(?:\\.{3}|…|\\.(?:\\s\\.){2})[.…]*`,
  "gu",
);
const VISIBLE = new RegExp(`[^${INVISIBLE}]`, "u");

/**
 * The text with differences of typography taken out: quotation marks straight, every run of dashes one hyphen, three dots
 * one ellipsis, every run of white space one blank, marks that show nothing removed.
 */
export function foldTypography(text: string): FoldedText {
  const parts: string[] = [];
  let length = 0;
  let taken = 0;
  // Where the distance between folded and original offsets changes. A removed mark lies outside a range that begins
  // behind it and outside one that ends before it, hence two lists.
  const starts = newShifts();
  const ends = newShifts();
  for (const match of text.matchAll(TYPOGRAPHY)) {
    const [found] = match;
    const folded = foldOne(found);
    parts.push(text.slice(taken, match.index), folded);
    length += match.index - taken + folded.length;
    taken = match.index + found.length;
    if (folded.length === found.length) continue;
    starts.add(length, taken - length);
    ends.add(folded === "" ? length + 1 : length, taken - length);
  }
  parts.push(text.slice(taken));
  return {
    text: parts.join(""),
    toOriginal: ({ start, end }) => ({ start: starts.original(start), end: ends.original(end) }),
  };
}

function foldOne(found: string): string {
  const first = found.charAt(0);
  if (SINGLE_QUOTES.includes(first)) return "'";
  if (DOUBLE_QUOTES.includes(first)) return '"';
  if (DASHES.includes(first)) return "-";
  if (first === "." || first === "…") return "…";
  return VISIBLE.test(found) ? " " : "";
}

/** From which folded offset on how much is to be added to reach the original one. */
interface Shifts {
  add(offset: number, shift: number): void;
  original(offset: number): number;
}

function newShifts(): Shifts {
  const offsets: number[] = [];
  const shifts: number[] = [];
  return {
    add(offset, shift) {
      offsets.push(offset);
      shifts.push(shift);
    },
    original: (offset) => offset + (shifts[lastAtMost(offsets, offset)] ?? 0),
  };
}
