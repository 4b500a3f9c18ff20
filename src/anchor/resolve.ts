import type { AnchorStatus, Target, TextPositionSelector, TextQuoteSelector } from "../model/coding";
import type { Range } from "../model/range";
import { trimRange } from "../text/trim-range";
import { findNear, type Near } from "./approximate";
import { type FoldedText, foldTypography } from "./fold";
import {
  contextScore,
  hasContext,
  isWhole,
  occurrences,
  occurrencesInContext,
  type QuoteInContext,
  type SearchedText,
  standsAt,
} from "./places";
import { wordSearch } from "./word-search";

/** A place that was considered. */
export interface Candidate extends Range {
  /** How like the words looked for, from 0 to 1; 1 if they are the same but for typography. */
  readonly similarity: number;
}

/** Where the words of a selector stand in a text, and how surely. */
export interface Resolution {
  readonly status: AnchorStatus;
  /** UTF-16 code units; null if ambiguous or lost. */
  readonly range: Range | null;
  /** How like the words found are to those looked for, from 0 to 1; 1 for exact and moved, 0 if ambiguous or lost. */
  readonly similarity: number;
  /** True if the words were found only after folding white space, quotation marks, dashes and the like. */
  readonly typography: boolean;
  /**
   * If ambiguous, every place the words may have; one alone if the words stand there and the context they had does not.
   * If lost, the most similar stretches, at most five. Else none.
   */
  readonly candidates: readonly Candidate[];
}

/**
 * Finds the words of a selector in a text: from sure to unsure, and never by a guess.
 *
 * - "exact": at the stated position, or, where none is stated, at the only place the quote and its context allow;
 * - "moved": at the only such place, which is not the stated position;
 * - "approximate": changed words, at the one place that is at least about four fifths the same and clearly nearer than
 *   any other; the ends are moved to whole words;
 * - "ambiguous": the words are there, and neither context nor position decides at which place;
 * - "lost": no such words.
 *
 * Without context, words that stand only inside other words ("hope" in "hopeless") are not taken for them. With context,
 * one of its sides must stand beside the words. For many selectors of one text use `resolver`, which folds it once.
 *
 * @example
 * ```ts
 * const selector = describe("She came back. I said no.", { start: 15, end: 24 });
 * const found = resolve("Well. She came back. I said no.", selector);
 * `${found.status}, ${found.range?.start} to ${found.range?.end}`; // => "moved, 21 to 30"
 * ```
 */
export function resolve(text: string, selector: Target["selector"]): Resolution {
  return resolver(text)(selector);
}

/**
 * `resolve` for many selectors of one text.
 *
 * @param search The search of that text, where others use it as well.
 */
export function resolver(text: string, search = wordSearch(text)): (selector: Target["selector"]) => Resolution {
  let folded: FoldedForm | undefined;
  return (selector) => {
    const [position, quote] = selector.length === 1 ? [null, selector[0]] : selector;
    const verbatim = resolveVerbatim({ text, search }, quote, position);
    if (verbatim !== undefined) return verbatim;
    folded ??= foldedForm(text);
    return resolveFolded(text, folded, quote, position);
  };
}

/** A text with its typography folded, and the search for words in that. */
interface FoldedForm extends FoldedText, SearchedText {}

function foldedForm(text: string): FoldedForm {
  const folded = foldTypography(text);
  return { ...folded, search: wordSearch(folded.text) };
}

/** The words just as they were written; undefined if that does not settle it. */
function resolveVerbatim(
  searched: SearchedText,
  quote: TextQuoteSelector,
  position: TextPositionSelector | null,
): Resolution | undefined {
  const { text } = searched;
  const isHit = (place: Range): boolean => place.start === position?.start && place.end === position.end;
  const context = hasContext(quote);
  // The commonest case, and the one that needs no search.
  if (position !== null && standsAt(text, position, quote.exact) && standsInContext(text, position.start, quote)) {
    return found(position, "exact", false);
  }
  const places = context
    ? occurrencesInContext(searched, quote)
    : occurrences(searched, quote.exact).filter((place) => isWhole(text, place));
  const [first] = places;
  if (places.length > 1) return ambiguous(places);
  if (first !== undefined) return found(first, position === null || isHit(first) ? "exact" : "moved", false);
  // Only here, and just where it was: what changed is the text around it.
  const [only, ...others] = context ? occurrences(searched, quote.exact) : [];
  return only !== undefined && others.length === 0 && isHit(only) ? found(only, "exact", false) : undefined;
}

function standsInContext(text: string, start: number, { exact, prefix, suffix }: QuoteInContext): boolean {
  return start >= prefix.length && text.startsWith(prefix + exact + suffix, start - prefix.length);
}

/** The words with typography folded; the last word on every selector that the verbatim search leaves open. */
function resolveFolded(
  text: string,
  folded: FoldedForm,
  quote: TextQuoteSelector,
  position: TextPositionSelector | null,
): Resolution {
  const words = foldQuote(quote);
  const original = (place: Range): Range => folded.toOriginal(place);
  const stated = position === null ? null : trimRange(text, position);
  const isHit = (place: Range): boolean => {
    const { start, end } = original(place);
    return start === stated?.start && end === stated.end;
  };
  const foundAt = (place: Range): Resolution => {
    const range = original(place);
    const typography = text.slice(range.start, range.end) !== quote.exact.trim();
    return found(range, stated === null || isHit(place) ? "exact" : "moved", typography);
  };
  const all = occurrences(folded, words.exact);
  const places = bestPlaces(folded.text, all, words);
  const [first, ...others] = places;
  if (first !== undefined && others.length === 0) return foundAt(first);
  const hit = places.find(isHit);
  if (hit !== undefined) return foundAt(hit);
  if (places.length > 1) return ambiguous(places.map(original));
  // The words are there and their context is not: which of several places, or whether the one that is left is theirs,
  // cannot be told.
  const bare = hasContext(words) ? all.filter((place) => isWhole(folded.text, place)) : [];
  if (bare.length > 0) return ambiguous(bare.map(original));
  return resolveNear(text, folded, words);
}

/** The places whose context fits best, if it fits at all; without context, the places where the words are whole. */
function bestPlaces(text: string, places: readonly Range[], words: QuoteInContext): readonly Range[] {
  if (!hasContext(words)) return places.filter((place) => isWhole(text, place));
  const scored = places.map((place) => ({ place, score: contextScore(text, place, words) }));
  // Written out for want of a spread over thousands of places, which a call cannot take.
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ place }) => place);
}

/** Words that do not stand in the text as they are. */
function resolveNear(text: string, folded: FoldedText, words: QuoteInContext): Resolution {
  const unfolded = (range: Range): string => {
    const { start, end } = folded.toOriginal(range);
    return text.slice(start, end);
  };
  const { accepted, tied, places } = findNear(folded.text, words.exact, unfolded);
  const similarity = ({ errors }: Near): number => 1 - errors / words.exact.length;
  const candidates = places.map((place) => ({ ...folded.toOriginal(place), similarity: similarity(place) }));
  if (tied) return { ...NOWHERE, status: "ambiguous", candidates };
  // Context is stored where the same words stood in several places: like words elsewhere are then no evidence.
  if (accepted === null || (hasContext(words) && contextScore(folded.text, accepted, words) === 0)) {
    return { ...NOWHERE, status: "lost", candidates };
  }
  return {
    status: "approximate",
    range: folded.toOriginal(accepted),
    similarity: similarity(accepted),
    typography: false,
    candidates: [],
  };
}

/** The quote in the typography of a folded text; white space at the ends of the words is put to their context. */
function foldQuote({ exact, prefix, suffix }: TextQuoteSelector): QuoteInContext {
  const fold = (each: string): string => foldTypography(each.normalize("NFC")).text;
  const { start, end } = trimRange(exact, { start: 0, end: exact.length });
  return {
    exact: fold(exact.slice(start, end)).trim(),
    prefix: prefix.trim() === "" ? "" : fold(prefix + exact.slice(0, start)),
    suffix: suffix.trim() === "" ? "" : fold(exact.slice(end) + suffix),
  };
}

const NOWHERE = { range: null, similarity: 0, typography: false } as const;

function found({ start, end }: Range, status: "exact" | "moved", typography: boolean): Resolution {
  return { status, range: { start, end }, similarity: 1, typography, candidates: [] };
}

function ambiguous(places: readonly Range[]): Resolution {
  return { ...NOWHERE, status: "ambiguous", candidates: places.map(sameWords) };
}

function sameWords({ start, end }: Range): Candidate {
  return { start, end, similarity: 1 };
}
