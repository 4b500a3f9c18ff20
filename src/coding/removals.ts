import { lastAtMost } from "../issues/source";
import type { Range } from "../model/range";

const BLANK = /[^\S\n]/;

/** A text without some of its stretches, and the way between the two texts' offsets (UTF-16 code units). */
export interface Shortened {
  readonly text: string;
  /** The offset in the shortened text; within a removed stretch, where that was. Never descends. */
  fromOriginal(offset: number): number;
  /** The offset of the same character in the original; the original's end for the text's. Always ascends. */
  toOriginal(offset: number): number;
}

/** The text from an offset on, without these stretches: in order, none overlapping, none before the offset. */
export function withoutRanges(original: string, from: number, ranges: readonly Range[]): Shortened {
  const kept: string[] = [];
  // For each removed stretch: where it begins in both texts, and how much was taken out up to its end.
  const starts: number[] = [];
  const ends: number[] = [];
  const points: number[] = [];
  const shifts: number[] = [];
  let shift = from;
  let taken = from;
  for (const { start, end } of ranges) {
    kept.push(original.slice(taken, start));
    starts.push(start);
    ends.push(end);
    points.push(start - shift);
    shift += end - start;
    shifts.push(shift);
    taken = end;
  }
  kept.push(original.slice(taken));
  return {
    text: ranges.length === 0 ? original.slice(from) : kept.join(""),
    fromOriginal(offset) {
      const index = lastAtMost(starts, offset);
      if (offset < (ends[index] ?? from)) return points[index] ?? 0;
      return offset - (shifts[index] ?? from);
    },
    toOriginal(offset) {
      return offset + (shifts[lastAtMost(points, offset)] ?? from);
    },
  };
}

/**
 * The stretches, each together with the blanks that only set it apart: those before it where white space or the text's
 * end follows, those behind it where nothing else stands before it on its line. Line breaks stay.
 *
 * @param alone Which of the stretches have no text of their own to stand beside.
 */
export function withBlanks(
  text: string,
  from: number,
  ranges: readonly Range[],
  alone: (range: Range) => boolean,
): Range[] {
  const result: Range[] = [];
  for (const range of ranges) {
    let { start, end } = range;
    const after = text[end];
    if (alone(range) && (after === undefined || /\s/.test(after))) {
      const least = result.at(-1)?.end ?? from;
      if (beginsLine(text, from, start, result)) while (BLANK.test(text[end] ?? "")) end++;
      while (start > least && BLANK.test(text[start - 1] ?? "")) start--;
    }
    result.push({ start, end });
  }
  return result;
}

/** True if nothing but blanks and removed stretches stands before an offset on its line. */
function beginsLine(text: string, from: number, offset: number, removed: readonly Range[]): boolean {
  let at = offset;
  for (let index = removed.length - 1; ; index--) {
    while (at > from && BLANK.test(text[at - 1] ?? "")) at--;
    const before = removed[index];
    if (before === undefined || before.end < at) return at === from || text[at - 1] === "\n";
    at = Math.min(at, before.start);
  }
}
