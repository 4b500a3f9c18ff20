import { lastAtMost } from "../issues/source";

/** Offsets of one text in the two units that programs count in: UTF-16 code units and Unicode code points. */
export interface CodePoints {
  /** The code points before an offset in UTF-16 code units. An offset within a surrogate pair counts as behind it. */
  toCodePoints(offset: number): number;
  /** The offset in UTF-16 code units at which a code point begins. */
  toUtf16(index: number): number;
}

const PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/**
 * Converts offsets of a text. The text is read once; each conversion then takes the logarithm of the number of characters
 * outside the Basic Multilingual Plane (emoji and rare letters), which alone make the two units differ. Combining marks
 * are code points of their own; half a surrogate pair is one. Behind the text both units go on alike, so that positions
 * of a text that was longer once are not lost.
 */
export function codePoints(text: string): CodePoints {
  // Where each pair begins, and which code point it is, both ascending.
  const offsets: number[] = [];
  const indexes: number[] = [];
  for (const { index } of text.matchAll(PAIR)) {
    indexes.push(index - offsets.length);
    offsets.push(index);
  }
  return {
    toCodePoints: (offset) => offset - (lastAtMost(offsets, offset - 2) + 1),
    toUtf16: (index) => index + lastAtMost(indexes, index - 1) + 1,
  };
}
