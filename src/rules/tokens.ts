import type { Range } from "../model/range";

/** A word of a text: where it stands (UTF-16 code units), and how rules compare it. */
export interface Token extends Range {
  readonly word: string;
}

// As src/text/words.ts, with two differences. Scripts without blanks are all taken letter by letter, those for which
// words are counted by their runs too: a rule must find a word inside of such a run. And signs that are not seen, the
// soft hyphen and the joiners, are inside of a word.
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}`;
const INSIDE = String.raw`(?:['’‐‑\-\u00AD\u200C\u200D]|(?<=\p{N})[.,:](?=\p{N}))`;
const wordsWith = (more: string): RegExp => {
  const letters = String.raw`[[\p{L}\p{N}\p{M}${more}]--[${UNSPACED}]]+`;
  return new RegExp(
    String.raw`[[${UNSPACED}]&&[\p{L}\p{N}]][\p{M}--[\p{L}]]*|${letters}(?:${INSIDE}${letters})*`,
    "gv",
  );
};
const WORD = wordsWith("");
const PATTERN_WORD = wordsWith("*");

/** The words of a text within a range, in order. */
export function tokensOf(text: string, { start, end }: Range): Token[] {
  return tokens(WORD, text.slice(start, end), start);
}

/** The words of a rule, in which "*" stands for any letters. */
export function patternTokens(pattern: string): Token[] {
  return tokens(PATTERN_WORD, pattern, 0);
}

function tokens(pattern: RegExp, text: string, offset: number): Token[] {
  const found: Token[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = offset + match.index;
    found.push({ start, end: start + match[0].length, word: foldToken(match[0]) });
  }
  return found;
}

const PLAIN = /^[a-z]+$/;
const APOSTROPHES = /[’ʼ＇]/g;
const HYPHENS = /[‐‑]/g;

/** A word as rules compare it: without case, apostrophes and hyphens in their plain form. Accents are kept. */
function foldToken(word: string): string {
  if (PLAIN.test(word)) return word;
  // Upper case first, so that "straße" and "STRASSE" are the same word.
  const folded = word.toUpperCase().toLowerCase();
  return folded.replace(APOSTROPHES, "'").replace(HYPHENS, "-").replaceAll("\u00AD", "");
}

const UNSPACED_END = new RegExp(`[${UNSPACED}]\\p{M}*$`, "v");
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, "v");

/** Words as one text, with blanks where their script has them. */
export function joinWords(words: readonly string[]): string {
  return words.reduce((text, word) =>
    UNSPACED_END.test(text) && UNSPACED_START.test(word) ? text + word : `${text} ${word}`,
  );
}

// What may stand between two words of a phrase: white space, line breaks too, and the blank of no width.
const GAP = /^[\s\u200B]*$/;

/** True if only white space stands between two neighbouring words. */
export function isGap(text: string, from: number, to: number): boolean {
  return to - from === 1 ? text[from] === " " || GAP.test(text.slice(from, to)) : GAP.test(text.slice(from, to));
}
