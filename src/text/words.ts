import type { Range } from "../model/range";

// Scripts that put no blanks between words. Each of their characters counts as one, as in word processors: any other
// rule needs a dictionary, and dictionaries differ from machine to machine.
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const LETTERS = String.raw`[[\p{L}\p{N}\p{M}]--[${UNSPACED}]]+`;
// Inside a word: apostrophes and hyphens ("don't", "co-worker"), and signs between digits ("1,200", "10:30").
const INSIDE = String.raw`(?:['’‐‑\-]|(?<=\p{N})[.,:](?=\p{N}))`;
// Made from text because the compiler's target does not know the flag "v" yet, which all engines we support do.
const WORD = new RegExp(`[${UNSPACED}]|${LETTERS}(?:${INSIDE}${LETTERS})*`, "gv");

/**
 * The number of words in a text. "don't", "co-worker" and "1,200" are one word each; so is each character of Chinese and
 * Japanese. Punctuation and emoji are none.
 */
export function countWords(text: string): number {
  let count = 0;
  WORD.lastIndex = 0;
  while (WORD.test(text)) count++;
  return count;
}

/** Where the words of a text within a range stand, in order (UTF-16 code units); words as `countWords` has them. */
export function wordRanges(text: string, { start, end }: Range): Range[] {
  return Array.from(text.slice(start, end).matchAll(WORD), ({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
}
