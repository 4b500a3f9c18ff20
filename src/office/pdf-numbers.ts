// What a font of a PDF says of ranges of letters is unrolled, one entry a letter; no font has a million letters.
const RANGE = /<([\da-f]{1,16})>\s*<([\da-f]{1,16})>\s*[<[\d]/gi;
const WIDTHS = /(?:\/W2?|\bobj)\s*\[([^/>]{0,200000})/g;
const HUGE = /(?<![\d.])\d{7,}/;

/**
 * How many entries the ranges of letters in a part of a PDF are unrolled to: those of a map to Unicode (`<0000> <ffff> <0041>`).
 * Infinite if a list of widths names a letter that cannot be (`/W [0 1000000000 500]`).
 */
export function unrolledIn(text: string): number {
  for (const [, list = ""] of text.matchAll(WIDTHS)) if (HUGE.test(list)) return Number.POSITIVE_INFINITY;
  let entries = 0;
  for (const [, from = "", to = ""] of text.matchAll(RANGE)) {
    entries += Math.max(0, Number.parseInt(to, 16) - Number.parseInt(from, 16));
  }
  return entries;
}
