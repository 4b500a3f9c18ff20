import type { Range } from "../model/range";

// What a pair of words is worth, and what it costs to pass over words on either side: little more for ten of them than
// for one, since edits come in pieces. A word beyond a gap must be worth more than the gap.
const SAME = 1;
const LIKE = 0.8;
const LIKE_SHORT = 0.5;
const OTHER = -0.6;
const GAP = 0.5;
const GAP_WORD = 0.1;
// Passing over the end of a sentence costs more: the words behind it are less likely the same passage.
const GAP_SENTENCE = 0.4;
// Passing over the first word of a line, which may be a speaker's name: one word behind it is never enough.
const GAP_LINE = 0.5;

/** The part that must stand there still of the words that decide where a range begins or ends. */
const ENOUGH = 0.5;

/** A word of a quote, or of a text that the quote is looked for in. */
export interface Token extends Range {
  /** The word without case. */
  readonly key: string;
  /** True if a sentence ends with it. */
  readonly ends: boolean;
  /** True if it begins a line, or another's turn. */
  readonly isFirst: boolean;
}

/** Words of a quote that stand in a text, from the first pair to the last: indexes in both lists. */
export interface Alignment {
  readonly firstWord: number;
  readonly first: number;
  readonly lastWord: number;
  readonly last: number;
}

/**
 * Best way to pair words of the two lists in order, ends free on both sides (Smith and Waterman, Gotoh's gaps);
 * null if less than half of the quote can be paired.
 */
export function align(quote: readonly Token[], there: readonly Token[]): Alignment | null {
  const width = there.length + 1;
  // Best alignments that end with a pair, with words of the quote passed over, with words of the text passed over.
  const size = (quote.length + 1) * width;
  const [paired, without, beside] = [newCells(size), newCells(size), newCells(size)];
  // Of the three, the best alignment that ends somewhere before.
  const best = newCells(size);
  const pair = (at: number, from: number, gain: number, start: number): void => {
    const before = best.scores[from] ?? 0;
    const score = before + gain;
    if (score <= (paired.scores[at] ?? 0)) return;
    paired.scores[at] = score;
    paired.starts[at] = before > 0 ? (best.starts[from] ?? 0) : start;
  };
  let last = 0;
  for (const [i, word] of quote.entries()) {
    const wordBefore = quote[i - 1];
    for (const [j, other] of there.entries()) {
      const otherBefore = there[j - 1];
      // Rows and columns count from 1: those at 0 stand for nothing before.
      const at = (i + 1) * width + j + 1;
      const above = at - width;
      pair(at, above - 1, likeness(word, other), at);
      // Two words written as one, or one as two: "every body".
      if (wordBefore !== undefined && isJoined(wordBefore, word, other)) {
        pair(at, above - width - 1, 2 * SAME, above);
      }
      if (otherBefore !== undefined && isJoined(otherBefore, other, word)) {
        pair(at, above - 2, SAME, at - 1);
      }
      passOver(without, at, above, paired, GAP + GAP_WORD, GAP_WORD);
      const one = GAP_WORD + (other.ends ? GAP_SENTENCE : 0) + (other.isFirst ? GAP_LINE : 0);
      passOver(beside, at, at - 1, paired, GAP + one, one);
      for (const cells of [paired, without, beside]) takeBetter(best, cells, at);
      // Only what ends with words that are the same or alike.
      if ((paired.scores[at] ?? 0) > (paired.scores[last] ?? 0)) last = at;
    }
  }
  const score = paired.scores[last] ?? 0;
  if (score <= 0 || score < quote.length * ENOUGH) return null;
  const start = paired.starts[last] ?? 0;
  return {
    firstWord: Math.floor(start / width) - 1,
    first: (start % width) - 1,
    lastWord: Math.floor(last / width) - 1,
    last: (last % width) - 1,
  };
}

/** A table of alignments, one cell for each word of the quote and of the text: its score, 0 for none, and first pair. */
interface Cells {
  readonly scores: Float64Array;
  /** The cell of the first pair. */
  readonly starts: Int32Array;
}

function newCells(size: number): Cells {
  return { scores: new Float64Array(size), starts: new Int32Array(size) };
}

/** Passes over a word: the first after a pair, or one more of several. */
function passOver(cells: Cells, at: number, from: number, paired: Cells, first: number, more: number): void {
  const [afterPair, afterOthers] = [(paired.scores[from] ?? 0) - first, (cells.scores[from] ?? 0) - more];
  if (afterPair <= 0 && afterOthers <= 0) return;
  const isMore = afterOthers > afterPair;
  cells.scores[at] = isMore ? afterOthers : afterPair;
  cells.starts[at] = (isMore ? cells : paired).starts[from] ?? 0;
}

/** Takes a cell of another table where that has the higher score. */
function takeBetter(best: Cells, cells: Cells, at: number): void {
  const score = cells.scores[at] ?? 0;
  if (score <= (best.scores[at] ?? 0)) return;
  best.scores[at] = score;
  best.starts[at] = cells.starts[at] ?? 0;
}

function likeness(word: Token, other: Token): number {
  if (word.key === other.key) return SAME;
  if (!isLike(word.key, other.key)) return OTHER - (other.ends && !word.ends ? GAP_SENTENCE : 0);
  return Math.max(word.key.length, other.key.length) > 3 ? LIKE : LIKE_SHORT;
}

/** True if a third of the letters at most are other ones; of two or three letters one may be, and none too many. */
function isLike(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  if (longest <= 3 && a.length !== b.length) return false;
  const most = longest === 1 ? 0 : Math.max(1, Math.floor(longest / 3));
  return Math.abs(a.length - b.length) <= most && isWithin(a, b, most);
}

/** True if a word is two that stand side by side, with one letter between them or changed at most. */
function isJoined(first: Token, second: Token, word: Token): boolean {
  const length = first.key.length + second.key.length;
  if (second.start - first.end !== 1 || Math.abs(length - word.key.length) > 1) return false;
  // "a thing" is not "thing", nor "sixty I" "sixty": there the other word is missing.
  if (isLike(first.key, word.key) || isLike(second.key, word.key)) return false;
  return length > 2 && isWithin(first.key + second.key, word.key, 1);
}

/** True if so many letters at most have to be inserted, deleted or replaced to make one word of the other. */
function isWithin(a: string, b: string, most: number): boolean {
  let row = [0];
  for (let j = 1; j <= b.length; j++) row.push(j);
  let next = [...row];
  for (let i = 0; i < a.length; i++) {
    let least = i + 1;
    next[0] = i + 1;
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      const here = Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1);
      next[j + 1] = here;
      least = Math.min(least, here);
    }
    // No row has less than the one before.
    if (least > most) return false;
    [row, next] = [next, row];
  }
  return (row.at(-1) ?? 0) <= most;
}
