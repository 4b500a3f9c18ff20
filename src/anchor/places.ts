import type { Range } from "../model/range";
import { cutsWord, splitsPair } from "./boundaries";
import type { WordSearch } from "./word-search";

/** Words to be found, and the text that stood around them; "" where none is known. */
export interface QuoteInContext {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

// One side alone is evidence only if it is as long as the sides that `describe` writes.
const ENOUGH_FOR_ONE_SIDE = 16;

/** A text, and the search for words in it. */
export interface SearchedText {
  readonly text: string;
  readonly search: WordSearch;
}

/** Every place where the words stand, overlapping ones too, in text order; none for no words. */
export function occurrences({ text, search }: SearchedText, words: string): Range[] {
  return search(words).flatMap((start) => {
    const place = { start, end: start + words.length };
    return standsAt(text, place, words) ? [place] : [];
  });
}

/** True if the words stand at just this place, and the place splits no surrogate pair. */
export function standsAt(text: string, { start, end }: Range, words: string): boolean {
  const there = start >= 0 && end - start === words.length && text.startsWith(words, start);
  return there && words !== "" && !splitsPair(text, start) && !splitsPair(text, end);
}

/** True if neither end of the range is inside a word or a character. */
export function isWhole(text: string, { start, end }: Range): boolean {
  return !cutsWord(text, start) && !cutsWord(text, end);
}

/** True if there is any context to go by. */
export function hasContext({ prefix, suffix }: QuoteInContext): boolean {
  return prefix !== "" || suffix !== "";
}

/**
 * Every place where the words stand with all of their context around them. A side without context ends with a word, unless
 * the context shows that the other end is inside one: then what was coded is a part of a word.
 */
export function occurrencesInContext(searched: SearchedText, words: QuoteInContext): Range[] {
  const { exact, prefix, suffix } = words;
  const { text } = searched;
  return occurrences(searched, prefix + exact + suffix)
    .map(({ start }) => ({ start: start + prefix.length, end: start + prefix.length + exact.length }))
    .filter((place) => standsAt(text, place, exact) && openSidesAreWhole(text, place, words));
}

/**
 * How much of the context stands around a place in a folded text: 2 if all that is given, 1 if one side of at least 16
 * characters and the other does not, else 0. A blank between the words and their context may be there or not, unless its
 * lack makes one word of two: "so" is not where "o" stood behind "s ". Where no
 * context holds them, the words must begin and end with whole words: what changed around them may have changed them too.
 */
export function contextScore(text: string, place: Range, words: QuoteInContext): 0 | 1 | 2 {
  const { prefix, suffix } = words;
  const before = prefix === "" || standsBefore(text, place.start, prefix);
  const after = suffix === "" || standsAfter(text, place.end, suffix);
  if (before && after) return openSidesAreWhole(text, place, words) ? 2 : 0;
  const strong = (before && prefix.length >= ENOUGH_FOR_ONE_SIDE) || (after && suffix.length >= ENOUGH_FOR_ONE_SIDE);
  return strong && isWhole(text, place) ? 1 : 0;
}

function openSidesAreWhole(text: string, place: Range, words: QuoteInContext): boolean {
  if (!hasContext(words)) return isWhole(text, place);
  const cutsStart = cutsWord(text, place.start);
  const cutsEnd = cutsWord(text, place.end);
  if (words.prefix === "") return !cutsStart || cutsEnd;
  return words.suffix !== "" || !cutsEnd || cutsStart;
}

function standsBefore(text: string, start: number, prefix: string): boolean {
  const words = prefix.endsWith(" ") ? prefix.slice(0, -1) : prefix;
  const isApart = text[start - 1] === " ";
  if (!isApart && words !== prefix && cutsWord(text, start)) return false;
  const end = isApart ? start - 1 : start;
  return end >= words.length && text.startsWith(words, end - words.length);
}

function standsAfter(text: string, end: number, suffix: string): boolean {
  const words = suffix.startsWith(" ") ? suffix.slice(1) : suffix;
  const isApart = text[end] === " ";
  if (!isApart && words !== suffix && cutsWord(text, end)) return false;
  return text.startsWith(words, isApart ? end + 1 : end);
}
