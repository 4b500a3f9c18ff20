import type { TextPositionSelector, TextQuoteSelector } from "../model/coding";
import type { Range } from "../model/range";
import { cutsWord, splitsPair } from "./boundaries";
import { plainSearch, wordSearch } from "./word-search";

// Context on each side of words that occur more than once, in UTF-16 code units. It is not the least that would do: the
// least differs from the nearest rival in one character, so that the first edit beside the words makes the rival fit
// better than the right place. Therefore each side alone tells the place, and either may be edited away.
const LEAST_CONTEXT = 16;
// Where one side cannot tell the place alone within this length, the two together do.
const LONGEST_SIDE = 256;

/**
 * The selectors by which `resolve` finds a range again: its position (UTF-16 code units) and its words with context.
 *
 * The context is empty where the words occur once in the text and begin and end with whole words. Otherwise both sides
 * are long enough that each alone makes the words unambiguous, at least 16 characters; beyond 256, the least that does it
 * together. Half a surrogate pair at an edge is completed.
 *
 * @throws RangeError if the range is empty, reversed or outside the text.
 *
 * @example
 * ```ts
 * const [position, quote] = describe("I said no. Then I said no again.", { start: 16, end: 25 });
 * position; // => { type: "TextPositionSelector", start: 16, end: 25 }
 * quote; // => { type: "TextQuoteSelector", exact: "I said no", prefix: "I said no. Then ", suffix: " again." }
 * ```
 */
export function describe(text: string, range: Range): Described {
  return describer(text, plainSearch(text))(range);
}

type Described = readonly [TextPositionSelector, TextQuoteSelector];

/**
 * `describe` for many ranges of one text.
 *
 * @param search The search of that text, where others use it as well.
 */
export function describer(text: string, search = wordSearch(text)): (range: Range) => Described {
  const isOnly = (start: number, end: number): boolean => {
    const places = search(text.slice(start, end), 2);
    return places.length === 1 && places[0] === start;
  };
  return (range) => {
    const { start, end } = wholeCharacters(text, range);
    const exact = text.slice(start, end);
    const size = contextSize(text, start, end, isOnly);
    const [from, to] = [sideStart(text, start, size), sideEnd(text, end, size)];
    return [
      { type: "TextPositionSelector", start, end },
      { type: "TextQuoteSelector", exact, prefix: text.slice(from, start), suffix: text.slice(end, to) },
    ];
  };
}

/** The range with half a surrogate pair at an edge completed. */
function wholeCharacters(text: string, { start, end }: Range): Range {
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`No words stand at ${start} to ${end} of a text of ${text.length} UTF-16 code units.`);
  }
  return { start: splitsPair(text, start) ? start - 1 : start, end: splitsPair(text, end) ? end + 1 : end };
}

/**
 * How many code units each side needs.
 *
 * @param isOnly True if the words of a range stand nowhere else in the text, not even overlapping themselves.
 */
function contextSize(
  text: string,
  start: number,
  end: number,
  isOnly: (start: number, end: number) => boolean,
): number {
  const whole = !cutsWord(text, start) && !cutsWord(text, end);
  if (whole && isOnly(start, end)) return 0;
  const enough = (size: number): boolean => {
    const [from, to] = [sideStart(text, start, size), sideEnd(text, end, size)];
    if (size < LONGEST_SIDE && !(isOnly(from, end) && isOnly(start, to))) return false;
    return isOnly(from, to);
  };
  // More context never occurs more often, so that the least size can be found by halving.
  let low = LEAST_CONTEXT;
  let high = LEAST_CONTEXT;
  while (!enough(high)) {
    low = high + 1;
    high *= 2;
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (enough(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

function sideStart(text: string, start: number, size: number): number {
  const from = Math.max(0, start - size);
  return splitsPair(text, from) ? from - 1 : from;
}

function sideEnd(text: string, end: number, size: number): number {
  const to = Math.min(text.length, end + size);
  return splitsPair(text, to) ? to + 1 : to;
}
