import type { Range } from "../model/range";
import { type Alignment, align, type Token } from "./align-words";

// A word, a bracket that stands for one ("[name]"), an emoji; of scripts without blanks each character. "don't" and
// "co-worker" are one word each, as in src/text/words.ts.
const UNSPACED = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}";
const LETTERS = `[[\\p{L}\\p{N}\\p{M}]--[${UNSPACED}]]+`;
const EMOJI = "\\p{Extended_Pictographic}[\\p{EMod}\\ufe0f]*";
const WORD = new RegExp(
  `\\[[^\\[\\]\\n]{1,64}\\](?:['’]\\p{L}{1,2})?|[${UNSPACED}]\\p{M}*|${LETTERS}(?:['’‐‑\\-]${LETTERS})*|${EMOJI}(?:\\u200d${EMOJI})*`,
  "gv",
);

// Of long words the first and the last so many words decide where they begin and end.
const EDGE = 24;
// How far outside what a search by characters found an end is looked for (UTF-16 code units).
const SLACK = 64;

/**
 * The range from the first to the last of the words that stand in the text still, at about the place that a search by
 * characters has found; null if too few do. A search by characters cannot tell an inserted word from changed ones, and
 * takes in or leaves out words at the ends. A bracket in place of up to three words at an end belongs to the range.
 *
 * @param unfolded What stands in the text between two offsets of it, with its line breaks, if the text has none.
 */
export function fitWords(text: string, words: string, found: Range, unfolded?: Unfolded): Range | null {
  const quote = tokens(words, 0, words.length);
  const slack = SLACK + Math.floor(words.length / 5);
  const near = (start: number, end: number): Token[] => tokens(text, start - slack, end + slack, unfolded);
  if (quote.length <= 2 * EDGE) {
    const there = near(found.start, found.end);
    const both = align(quote, there);
    return both && { start: startOf(text, words, quote, there, both), end: endOf(text, words, quote, there, both) };
  }
  const [head, tail] = [quote.slice(0, EDGE), quote.slice(-EDGE)];
  const headThere = near(found.start, found.start + (head.at(-1)?.end ?? 0));
  const tailThere = near(found.end - words.length + (tail[0]?.start ?? 0), found.end);
  const [first, last] = [align(head, headThere), align(tail, tailThere)];
  if (first === null || last === null) return null;
  const range = {
    start: startOf(text, words, head, headThere, first),
    end: endOf(text, words, tail, tailThere, last),
  };
  return range.start < range.end ? range : null;
}

/** What a stretch of folded text was before. */
export type Unfolded = (range: Range) => string;

function tokens(text: string, from: number, to: number, unfolded?: Unfolded): Token[] {
  const start = from <= 0 ? 0 : from - (/\S*$/.exec(text.slice(Math.max(0, from - SLACK), from))?.[0].length ?? 0);
  const end = to >= text.length ? text.length : to + (/^\S*/.exec(text.slice(to, to + SLACK))?.[0].length ?? 0);
  let behind = start;
  return [...text.slice(start, end).matchAll(WORD)].map((match) => {
    const [key, range] = [
      match[0].toLowerCase(),
      { start: start + match.index, end: start + match.index + match[0].length },
    ];
    const gap = { start: behind, end: range.start };
    const between = gap.start === gap.end ? "" : (unfolded?.(gap) ?? text.slice(gap.start, gap.end));
    behind = range.end;
    const ends = /^["')\]]*[.?!…]/.test(text.slice(range.end, range.end + 4));
    return { ...range, key, ends, isFirst: gap.end === 0 || between.includes("\n") };
  });
}

// A bracket may stand for a name and the words around it: "[her son]" for "my Danny".
const MOST_FOR_BRACKET = 3;

function standsForWords(token: Token | undefined, words: number): token is Token {
  return token?.key.startsWith("[") === true && words > 0 && words <= MOST_FOR_BRACKET;
}

// Up to so many words between the last one found and the end of a sentence are taken for those of the quote, if it has
// as many there: "Robin let me in" for "Danny let me in", "as we were." for "as we are."
const MOST_TO_SENTENCE = 2;
const SENTENCE_END = /[.?!…]["')\]]*$/;

function startOf(
  text: string,
  words: string,
  quote: readonly Token[],
  there: readonly Token[],
  { firstWord, first }: Alignment,
): number {
  const [inner, next] = [there[first], there[first - 1]];
  if (standsForWords(next, firstWord)) return next.start;
  const outer = firstWord <= MOST_TO_SENTENCE ? there[first - firstWord] : undefined;
  const opens = outer !== undefined && beginsSentence(text, outer) && isCapital(words, quote[0]);
  const isOne = opens && !endsSentence(text.slice(outer.start, inner?.start));
  const isName = firstWord === 1 && isCapital(words, quote[0]) && isCapital(text, next) && touch(text, next, inner);
  const [at, start] = isOne || isName ? [0, outer?.start ?? 0] : [firstWord, inner?.start ?? 0];
  return start - signsShared(signsBefore(words, quote[at]?.start ?? 0), signsBefore(text, start), "end");
}

function endOf(
  text: string,
  words: string,
  quote: readonly Token[],
  there: readonly Token[],
  { lastWord, last }: Alignment,
): number {
  const left = quote.length - 1 - lastWord;
  const [inner, next] = [there[last], there[last + 1]];
  if (standsForWords(next, left)) return next.end;
  const outer = left <= MOST_TO_SENTENCE ? there[last + left] : undefined;
  const isOne = endsSentence(words) && outer?.ends === true && !endsSentence(text.slice(inner?.end, outer.start));
  const isName = left === 1 && isCapital(words, quote.at(-1)) && isCapital(text, next) && touch(text, inner, next);
  const [at, end] = isOne || isName ? [quote.length - 1, outer?.end ?? 0] : [lastWord, inner?.end ?? 0];
  return end + signsShared(signsBehind(words, quote[at]?.end ?? 0), signsBehind(text, end), "start");
}

/** True for a word with a capital, and of more than one letter: "I" is no name. */
function isCapital(text: string, word: Token | undefined): boolean {
  return word !== undefined && /^\p{Lu}[\p{L}\p{M}'’]/u.test(text.slice(word.start, word.end));
}

/** True if nothing but one blank is between two words, in one line. */
function touch(text: string, word: Token | undefined, next: Token | undefined): boolean {
  return word !== undefined && next?.isFirst === false && /^\s$/.test(text.slice(word.end, next.start));
}

/** True if a sentence may begin with this word: it has a capital, and is first of a line or behind the end of another. */
function beginsSentence(text: string, word: Token): boolean {
  const before = text.slice(Math.max(0, word.start - SLACK), word.start);
  const opens = word.isFirst || /(?:^|[.?!…:]["')\]]*\s+)["'(]*$/.test(before);
  return opens && /^\p{Lu}/u.test(text.slice(word.start, word.end));
}

function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-SLACK).trimEnd());
}

/** Punctuation and the like that touches a word: as much of it as the word had in the quote. */
function signsBefore(text: string, offset: number): string[] {
  return [...(/[^\s\p{L}\p{N}\p{M}\]]*$/u.exec(text.slice(Math.max(0, offset - SLACK), offset))?.[0] ?? "")];
}

function signsBehind(text: string, offset: number): string[] {
  return [...(/^[^\s\p{L}\p{N}\p{M}[]*/u.exec(text.slice(offset, offset + SLACK))?.[0] ?? "")];
}

/** The length, in UTF-16 code units, of the text's signs that the quote has a number of as well. */
function signsShared(quoted: readonly string[], there: readonly string[], side: "start" | "end"): number {
  const count = Math.min(quoted.length, there.length);
  return (side === "start" ? there.slice(0, count) : there.slice(there.length - count)).join("").length;
}
