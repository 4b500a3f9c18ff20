import type { Range } from "../model/range";

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

interface Token extends Range {
  readonly key: string;
  /** True if a sentence ends with it. */
  readonly ends: boolean;
  /** True if it begins a line, or another's turn. */
  readonly isFirst: boolean;
}

/** Words of a quote that stand in a text, from the first pair to the last: indexes in both lists. */
interface Alignment {
  readonly score: number;
  readonly firstWord: number;
  readonly first: number;
  readonly lastWord: number;
  readonly last: number;
}

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

/** Best way to pair words of the two lists in order, ends free on both sides (Smith and Waterman, Gotoh's gaps). */
function align(quote: readonly Token[], there: readonly Token[]): Alignment | null {
  let best: Alignment | null = null;
  // Best alignments that end with a pair, with words of the quote passed over, with words of the text passed over.
  const paired: (Alignment | null)[][] = [];
  const without: (Alignment | null)[][] = [];
  const beside: (Alignment | null)[][] = [];
  const at = (rows: (Alignment | null)[][], i: number, j: number): Alignment | null => rows[i]?.[j] ?? null;
  for (const [i, word] of quote.entries()) {
    paired.push([]);
    without.push([]);
    beside.push([]);
    for (const [j, other] of there.entries()) {
      const before = (i2: number, j2: number): Alignment | null =>
        better(at(paired, i2, j2), better(at(without, i2, j2), at(beside, i2, j2)));
      const pair = (from: Alignment | null, gain: number, firstWord: number, first: number): Alignment | null => {
        const score = (from?.score ?? 0) + gain;
        if (score <= 0) return null;
        return from === null
          ? { score, firstWord, first, lastWord: i, last: j }
          : { ...from, score, lastWord: i, last: j };
      };
      const [wordBefore, otherBefore] = [quote[i - 1], there[j - 1]];
      let here = pair(before(i - 1, j - 1), likeness(word, other), i, j);
      // Two words written as one, or one as two: "every body".
      if (wordBefore !== undefined && isJoined(wordBefore, word, other)) {
        here = better(here, pair(before(i - 2, j - 1), 2 * SAME, i - 1, j));
      }
      if (otherBefore !== undefined && isJoined(otherBefore, other, word)) {
        here = better(here, pair(before(i - 1, j - 2), SAME, i, j - 1));
      }
      paired[i]?.push(here);
      without[i]?.push(better(less(at(paired, i - 1, j), GAP + GAP_WORD), less(at(without, i - 1, j), GAP_WORD)));
      const one = GAP_WORD + (other.ends ? GAP_SENTENCE : 0) + (other.isFirst ? GAP_LINE : 0);
      beside[i]?.push(better(less(at(paired, i, j - 1), GAP + one), less(at(beside, i, j - 1), one)));
      // Only what ends with words that are the same or alike.
      if (here !== null && (best === null || here.score > best.score)) best = here;
    }
  }
  return best !== null && best.score >= quote.length * ENOUGH ? best : null;
}

function better(a: Alignment | null, b: Alignment | null): Alignment | null {
  if (a === null || b === null) return a ?? b;
  return b.score > a.score ? b : a;
}

function less(alignment: Alignment | null, cost: number): Alignment | null {
  return alignment === null || alignment.score <= cost ? null : { ...alignment, score: alignment.score - cost };
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
  return Math.abs(a.length - b.length) <= most && distance(a, b) <= most;
}

/** True if a word is two that stand side by side, with one letter between them or changed at most. */
function isJoined(first: Token, second: Token, word: Token): boolean {
  const joined = first.key + second.key;
  if (second.start - first.end !== 1 || Math.abs(joined.length - word.key.length) > 1) return false;
  // "a thing" is not "thing", nor "sixty I" "sixty": there the other word is missing.
  if (isLike(first.key, word.key) || isLike(second.key, word.key)) return false;
  return joined.length > 2 && distance(joined, word.key) <= 1;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
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
