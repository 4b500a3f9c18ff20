import type { Range } from "../model/range";
import { trimRange } from "../text/trim-range";
import { cutsWord, splitsPair } from "./boundaries";

// So much of either end decides where it belongs (UTF-16 code units).
const EDGE = 48;
// Neither a stretch without white space nor a bracket is followed farther than this.
const FARTHEST = 64;

/**
 * A range that was found for these words, with its ends moved to edges of words, outwards or inwards: each to the place
 * in its stretch without white space that leaves the end most like the end of the words. White space at the ends is left
 * out. An end inside square brackets takes them whole, since they stand for one word: "[name]".
 */
export function snapToWords(text: string, words: string, range: Range): Range {
  const { start, end } = trimRange(text, range);
  const head = words.slice(0, EDGE);
  const tail = reversed(words.slice(-EDGE));
  const from = nearest(edges(text, start), (at) => misfit(text.slice(at, at + 2 * EDGE), head)) ?? start;
  const to =
    nearest(edges(text, end), (at) => misfit(reversed(text.slice(Math.max(0, at - 2 * EDGE), at)), tail)) ?? end;
  const whole = { start: splitsPair(text, from) ? from - 1 : from, end: splitsPair(text, to) ? to + 1 : to };
  return withBrackets(text, trimRange(text, whole));
}

/** The edges of words in the stretch without white space around an offset, the nearest first. */
function edges(text: string, offset: number): number[] {
  const before = /\S*$/.exec(text.slice(Math.max(0, offset - FARTHEST), offset))?.[0] ?? "";
  const after = /^\S*/.exec(text.slice(offset, offset + FARTHEST))?.[0] ?? "";
  const found: number[] = [];
  for (let at = offset - before.length; at <= offset + after.length; at++) if (!cutsWord(text, at)) found.push(at);
  return found.sort((a, b) => Math.abs(a - offset) - Math.abs(b - offset));
}

function withBrackets(text: string, { start, end }: Range): Range {
  const before = /\[[^[\]\n]*$/.exec(text.slice(Math.max(0, start - FARTHEST), start))?.[0] ?? "";
  const after = /^[^[\]\n]*\]/.exec(text.slice(end, end + FARTHEST))?.[0] ?? "";
  const inside = text.slice(start, end);
  return {
    start: /^[^[]*\]/.test(inside) ? start - before.length : start,
    end: /\[[^\]]*$/.test(inside) ? end + after.length : end,
  };
}

/** The offset with the least cost, the first of equals. */
function nearest(offsets: readonly number[], cost: (offset: number) => number): number | undefined {
  let best: { offset: number; cost: number } | undefined;
  for (const offset of offsets) {
    const each = cost(offset);
    if (best === undefined || each < best.cost) best = { offset, cost: each };
  }
  return best?.offset;
}

/**
 * The fewest changes that make the words from any beginning of the text, in UTF-16 code units; half a change more where
 * the first characters differ, so that of two equal ends the one with the full stop of the words wins.
 */
function misfit(text: string, words: string): number {
  let row = Array.from({ length: words.length + 1 }, (_, index) => index);
  let fewest = words.length;
  for (let i = 0; i < text.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < words.length; j++) {
      const replaced = (row[j] ?? 0) + (text[i] === words[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
    fewest = Math.min(fewest, row.at(-1) ?? fewest);
  }
  return fewest + (text[0] === words[0] ? 0 : 0.5);
}

function reversed(text: string): string {
  return text.split("").reverse().join("");
}
