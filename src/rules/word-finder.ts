import { bareWord, type Stemmer } from "./languages";
import { findNear, type Span } from "./near";
import type { NearPattern, StemPattern, WordsPattern } from "./pattern";
import { isGap, type Token } from "./tokens";

type WordPattern = WordsPattern | StemPattern | NearPattern;

/** What one word of a phrase asks for. Any word has it if it is null. */
type Atom = number | null;

interface Phrase {
  readonly atoms: readonly Atom[];
  readonly index: number;
  /** Place in the phrase of the first atom that not any word has. */
  readonly anchor: number;
}

/**
 * A finder of words, stems and nearness. It gives where each pattern stands in a list of words of a text, in order, by
 * the pattern's place in the list; those that are not found are left out. All patterns are found in one pass: what a
 * word is for them is looked up once and remembered.
 *
 * @param language The study's, for the article in "l'espoir".
 */
export function wordFinder(
  patterns: readonly WordPattern[],
  language: string,
  stemmers: ReadonlyMap<string, Stemmer>,
): (text: string, tokens: readonly Token[]) => ReadonlyMap<number, readonly Span[]> {
  const atoms = atomTable(language, stemmers);
  const startingWith = new Map<number, Phrase[]>();
  // The pattern that each phrase belongs to, by the phrase's place.
  const patternOf: number[] = [];
  const phraseOf = (pattern: WordsPattern | StemPattern, owner: number): number => {
    const stemLanguage = pattern.kind === "stem" ? pattern.language : null;
    const own = pattern.words.map((word) => atoms.add(stemLanguage, word));
    const phrase = { atoms: own, index: patternOf.push(owner) - 1, anchor: own.findIndex((atom) => atom !== null) };
    const first = own[phrase.anchor] ?? -1;
    startingWith.set(first, [...(startingWith.get(first) ?? []), phrase]);
    return phrase.index;
  };
  const phrasesOf = patterns.map((each, owner) =>
    (each.kind === "near" ? each.members : [each]).map((member) => phraseOf(member, owner)),
  );
  return (text, tokens) => {
    const spans = new Map<number, Span[]>();
    const atomsAt = tokens.map((token) => atoms.of(token.word));
    for (const [at, here] of atomsAt.entries()) {
      for (const atom of here) {
        for (const phrase of startingWith.get(atom) ?? []) {
          const first = at - phrase.anchor;
          if (!stands(phrase, first, text, tokens, atomsAt)) continue;
          const span = { first, last: first + phrase.atoms.length - 1 };
          const list = spans.get(phrase.index);
          if (list === undefined) spans.set(phrase.index, [span]);
          else list.push(span);
        }
      }
    }
    const found = new Map<number, readonly Span[]>();
    for (const index of new Set([...spans.keys()].map((phrase) => patternOf[phrase] ?? -1))) {
      const pattern = patterns[index];
      const own = (phrasesOf[index] ?? []).map((phrase) => spans.get(phrase) ?? []);
      const places = pattern?.kind === "near" ? findNear(own, pattern.within) : (own[0] ?? []);
      if (places.length > 0) found.set(index, places);
    }
    return found;
  };
}

function stands(
  { atoms }: Phrase,
  first: number,
  text: string,
  tokens: readonly Token[],
  atomsAt: readonly (readonly number[])[],
): boolean {
  if (first < 0 || first + atoms.length > tokens.length) return false;
  for (const [step, atom] of atoms.entries()) {
    if (atom !== null && !atomsAt[first + step]?.includes(atom)) return false;
    const [before, here] = [tokens[first + step - 1], tokens[first + step]];
    if (step > 0 && before !== undefined && here !== undefined && !isGap(text, before.end, here.start)) return false;
  }
  return true;
}

interface AtomTable {
  /** The number of what is asked for: a stem in a language, or letters; null if any word has it. */
  add(stemLanguage: string | null, word: string): Atom;
  /** What a word is for the patterns; of a list that is the same for all words without any. */
  of(word: string): readonly number[];
}

const NONE: readonly number[] = [];

function atomTable(language: string, stemmers: ReadonlyMap<string, Stemmer>): AtomTable {
  const numbers = new Map<string, number>();
  const literal = new Map<string, number>();
  const stems = new Map<string, Map<string, number>>();
  // By their first letter; under "" those that begin with "*".
  const wildcards = new Map<string, { readonly test: RegExp; readonly atom: number }[]>();
  const known = new Map<string, readonly number[]>();
  const lookUp = (word: string): readonly number[] => {
    const atoms: number[] = [];
    const bare = bareWord(word, language);
    for (const form of bare === word ? [word] : [word, bare]) {
      const exact = literal.get(form);
      if (exact !== undefined) atoms.push(exact);
      for (const letter of ["", form.charAt(0)]) {
        for (const { test, atom } of wildcards.get(letter) ?? []) if (test.test(form)) atoms.push(atom);
      }
    }
    for (const [stemLanguage, byStem] of stems) {
      const atom = byStem.get(stemmers.get(stemLanguage)?.(word) ?? word);
      if (atom !== undefined) atoms.push(atom);
    }
    return atoms.length === 0 ? NONE : [...new Set(atoms)];
  };
  return {
    add(stemLanguage, word) {
      if (word === "*") return null;
      const key = `${stemLanguage ?? ""} ${stemLanguage === null ? word : (stemmers.get(stemLanguage)?.(word) ?? word)}`;
      const before = numbers.get(key);
      if (before !== undefined) return before;
      const atom = numbers.size;
      numbers.set(key, atom);
      if (stemLanguage !== null) {
        const byStem = stems.get(stemLanguage) ?? new Map<string, number>();
        stems.set(stemLanguage, byStem.set(key.slice(stemLanguage.length + 1), atom));
      } else if (word.includes("*")) {
        const letter = word.startsWith("*") ? "" : word.charAt(0);
        wildcards.set(letter, [...(wildcards.get(letter) ?? []), { test: wildcard(word), atom }]);
      } else literal.set(word, atom);
      return atom;
    },
    of(word) {
      let atoms = known.get(word);
      if (atoms === undefined) {
        atoms = lookUp(word);
        known.set(word, atoms);
      }
      return atoms;
    },
  };
}

function wildcard(word: string): RegExp {
  const parts = word.split("*").map((part) => part.replace(/[.\-']/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s");
}
