// Transcripts that somebody went on working on after they were coded.
import { makeLanguage } from "./language";
import { seededRandom } from "./random";

/** One word in so many is another one afterwards. */
const WORDS_PER_CHANGE = 300;
const SEED = 2;

/** A text with the stretches of its turns, in order. */
interface Spoken {
  readonly text: string;
  readonly turns: readonly { readonly start: number; readonly end: number }[];
}

/**
 * The texts with a paragraph more at the beginning of what is said, so that all else stands elsewhere, and with some words
 * of every turn changed. The same texts give the same edits; there are as many turns as before.
 */
export function editedTexts(transcripts: readonly Spoken[]): string[] {
  const random = seededRandom(SEED);
  const language = makeLanguage(random, 6000);
  return transcripts.map(({ text, turns }) => {
    const parts: string[] = [];
    let taken = 0;
    for (const [index, { start, end }] of turns.entries()) {
      parts.push(text.slice(taken, start));
      if (index === 0) parts.push(`${language.sentence(random, 12)} ${language.sentence(random, 20)}\n\n`);
      parts.push(
        text
          .slice(start, end)
          .replace(/\p{Ll}{3,}/gu, (word) => (random.chance(1 / WORDS_PER_CHANGE) ? language.word(random) : word)),
      );
      taken = end;
    }
    return [...parts, text.slice(taken)].join("");
  });
}
