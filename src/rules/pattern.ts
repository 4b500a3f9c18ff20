/** Words that follow each other with white space between; "*" in a word stands for any letters, and alone for any word. */
export interface WordsPattern {
  readonly kind: "words";
  /** As rules compare words. */
  readonly words: readonly string[];
}

/** Words that follow each other, each in any form that has the same stem. */
export interface StemPattern {
  readonly kind: "stem";
  readonly words: readonly string[];
  /** Code of the language whose stemmer it is, such as "en". */
  readonly language: string;
  /** True if the rule itself states the language. */
  readonly isStated: boolean;
}

/** Words or stems that stand near each other, in any order. */
export interface NearPattern {
  readonly kind: "near";
  readonly members: readonly (WordsPattern | StemPattern)[];
  /** From the first word to the last, both counted, there are at most this many. */
  readonly within: number;
}

/** A grammar pattern of compromise. */
export interface MatchPattern {
  readonly kind: "match";
  readonly pattern: string;
}

/** What a rule looks for. */
export type Pattern = WordsPattern | StemPattern | NearPattern | MatchPattern;

/** A rule that was read: any of its patterns, in no sentence that has one of the others. */
export interface ReadRule {
  readonly any: readonly Pattern[];
  readonly not: readonly Pattern[];
  /** The rule as text that can be read back; the same for every spelling of the rule. */
  readonly text: string;
}
