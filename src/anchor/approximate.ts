import search from "approx-string-match";
import { overlaps, type Range } from "../model/range";
import { fitWords, type Unfolded } from "./fit-words";

/** A place whose words are like those looked for. */
export interface Near extends Range {
  /** Characters inserted, deleted or replaced (UTF-16 code units). */
  readonly errors: number;
}

/** The outcome of a search for words that do not stand in the text as they are. */
export interface NearPlaces {
  /** The one place that is near enough and clearly nearer than every other; null if there is none. */
  readonly accepted: Near | null;
  /** True if several places are near enough and none is clearly the nearest. */
  readonly tied: boolean;
  /** The nearest places, the nearest first, at most five; overlapping ones count as one. */
  readonly places: readonly Near[];
}

// Below this length (UTF-16 code units) a few changes make other words of the same length: "he was sad", "he was mad".
const SHORTEST = 12;
// Longer words are looked for by three of their parts, so that the work does not grow with length times text.
const LONGEST_IN_ONE_SEARCH = 256;
const PART = 96;
const MOST_WINDOWS = 4;
const MOST_PLACES = 5;

/** Errors that words of a length may have and still be taken for the same: 1 at 12 characters, near 1 in 5 for long ones. */
export function allowedErrors(length: number): number {
  return length < SHORTEST ? 0 : Math.floor((length - 6) / 5);
}

/** The greatest part of the words that may be other ones, whole words taken. */
const MOST_CHANGED = 0.2;

/** How many more errors any other place must have: a tenth of the words, at least two. */
function neededLead(length: number): number {
  return Math.max(2, Math.ceil(length / 10));
}

/**
 * Looks for words like these in a text, both with folded typography. The accepted place begins and ends with whole words.
 * Words of fewer than 12 characters are never looked for.
 *
 * @param unfolded What a stretch of the text was before folding, with its line breaks.
 */
export function findNear(text: string, words: string, unfolded?: Unfolded): NearPlaces {
  if (words.length < SHORTEST) return { accepted: null, tied: false, places: [] };
  const allowed = allowedErrors(words.length);
  // Looked for twice as generously as accepted, so that a message can name the nearest place of lost words.
  const nearest = bestMatches(text, words, allowed * 2, leastErrors);
  const [best] = nearest;
  if (best === undefined || best.errors > allowed) return { accepted: null, tied: false, places: shortList(nearest) };
  const places = [...nearest, ...(nearest.length === 1 ? rivals(text, words, best) : [])];
  if (places.length > 1) return { accepted: null, tied: true, places: shortList(places) };
  const range = fitWords(text, words, best, unfolded);
  if (range === null) return { accepted: null, tied: false, places: shortList(places) };
  // With other ends the words are less alike than the search found.
  const errors = Math.max(best.errors, Math.abs(range.end - range.start - words.length));
  // Whole words can be much more than what was found: "it Tuesday hope nurse" is not "I Tuesday hope I". A bracket that
  // stands for a name may be of any length.
  const isBracketed = text[range.start] === "[" || text[range.end - 1] === "]";
  if (errors > words.length * MOST_CHANGED && !isBracketed)
    return { accepted: null, tied: false, places: shortList(places) };
  return { accepted: { ...range, errors }, tied: false, places };
}

/** The places outside the best one that it is not clearly ahead of. */
function rivals(text: string, words: string, best: Near): Near[] {
  const most = best.errors + neededLead(words.length) - 1;
  return [
    ...bestMatches(text.slice(0, best.start), words, most),
    ...bestMatches(text.slice(best.end), words, most).map((each) => moved(each, best.end)),
  ];
}

/** All places with the fewest errors in a text. */
type Search = typeof search;

/**
 * `search` for words that are likely there: what has few errors is looked for first, since a search is the more work the
 * more errors it allows. The result is the same.
 */
const leastErrors: Search = (text, words, maxErrors) => {
  const few = text.includes(words) ? 0 : Math.floor(maxErrors / 4);
  const found = search(text, words, few);
  return found.length > 0 ? found : search(text, words, maxErrors);
};

/** The places with the fewest errors, overlapping ones as one, in text order. */
function bestMatches(text: string, words: string, maxErrors: number, find: Search = search): Near[] {
  if (words.length <= LONGEST_IN_ONE_SEARCH) return distinct(find(text, words, maxErrors), words.length);
  const found: Near[] = [];
  for (const window of windows(text, words, maxErrors, find)) {
    const matches = find(text.slice(window.start, window.end), words, maxErrors);
    found.push(...matches.map((each) => moved(each, window.start)));
  }
  const fewest = Math.min(...found.map(({ errors }) => errors));
  return distinct(
    found.filter(({ errors }) => errors === fewest),
    words.length,
  );
}

/** Stretches of the text in which long words may stand, judged by their first, middle and last part. */
function windows(text: string, words: string, maxErrors: number, find: Search): Range[] {
  const result: Range[] = [];
  const last = words.length - PART;
  for (const offset of [0, Math.floor(last / 2), last]) {
    const part = words.slice(offset, offset + PART);
    for (const { start } of distinct(find(text, part, allowedErrors(PART) * 2), PART)) {
      const from = Math.max(0, start - offset - maxErrors);
      const to = Math.min(text.length, start - offset + words.length + maxErrors);
      // The parts of one place point to nearly the same window: the first of them is wide enough.
      const known = result.some((each) => Math.abs(each.start - from) <= maxErrors);
      if (!known && result.length < MOST_WINDOWS) result.push({ start: from, end: to });
    }
  }
  return result;
}

/** Overlapping matches as one: the one whose length is nearest to that of the words, the first of several. */
function distinct(matches: readonly Near[], length: number): Near[] {
  const result: Near[] = [];
  const farness = ({ start, end }: Near): number => Math.abs(end - start - length);
  for (const match of [...matches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const before = result.at(-1);
    if (before === undefined || !overlaps(before, match)) result.push(match);
    else if (farness(match) < farness(before)) result[result.length - 1] = match;
  }
  return result;
}

function shortList(places: readonly Near[]): readonly Near[] {
  return [...places].sort((a, b) => a.errors - b.errors || a.start - b.start).slice(0, MOST_PLACES);
}

function moved({ start, end, errors }: Near, by: number): Near {
  return { start: start + by, end: end + by, errors };
}
