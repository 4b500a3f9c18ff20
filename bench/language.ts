// An invented language: words that nobody ever said, spread as words of any language are.
import type { Random } from "./random";

/** A language: its words, the frequent ones first, and how often each is used. */
export interface Language {
  readonly words: readonly string[];
  /** A word, the n-th about 1/n times as often as the first. */
  word(random: Random): string;
  /** A sentence of so many words, with a capital letter and a mark at its end. */
  sentence(random: Random, length: number): string;
}

const ONSETS = ["", "b", "br", "d", "f", "g", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w"];
const NUCLEI = [..."aeiouaeiouaeiou", "ai", "ea", "ou", "é"];
const CODAS = ["", "", "", "", "l", "m", "n", "nd", "r", "s", "st", "t"];
const ENDS = [".", ".", ".", ".", ".", "?", "!", "…", " –"];

/** A language of so many words. Frequent words are short; a few are contractions, with a typographer's apostrophe. */
export function makeLanguage(random: Random, size: number): Language {
  const known = new Set<string>();
  while (known.size < size) known.add(newWord(random, known.size));
  const words = [...known];
  // Zipf's law with Mandelbrot's offset, summed up so that a binary search finds the word of a random number.
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 0; rank < size; rank++) {
    sum += 1 / (rank + 2.7);
    sums.push(sum);
  }
  const word = (source: Random): string => words[firstAbove(sums, source.next() * sum)] ?? "";
  return { words, word, sentence: (source, length) => sentence(source, length, () => word(source)) };
}

function newWord(random: Random, rank: number): string {
  const syllables = rank < 40 ? 1 : rank < 1000 ? random.between(1, 2) : random.between(2, 3);
  let word = "";
  for (let left = syllables; left > 0; left--) word += random.pick(ONSETS) + random.pick(NUCLEI) + random.pick(CODAS);
  return random.chance(0.04) ? `${word}’s` : word;
}

function sentence(random: Random, length: number, word: () => string): string {
  let text = capitalised(word());
  for (let index = 1; index < length; index++) {
    // A colon deep inside a sentence is speech, and must not be taken for a speaker's label.
    const mark = random.chance(0.08) ? "," : index > 9 && random.chance(0.02) ? ":" : "";
    text += `${mark} ${word()}`;
  }
  return text + random.pick(ENDS);
}

/** A word with a capital letter. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function firstAbove(sums: readonly number[], value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
