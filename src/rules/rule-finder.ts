import { overlaps, type Range } from "../model/range";
import { splitSentences } from "../text/sentences";
import { trimRange } from "../text/trim-range";
import { grammarFinder } from "./grammar-finder";
import { DEFAULT_LANGUAGE, plainLanguage, type Stemmer, stemmerOf } from "./languages";
import type { MatchPattern, Pattern, ReadRule } from "./pattern";
import { type Token, tokensOf } from "./tokens";
import { wordFinder } from "./word-finder";

/** Words that a rule matches (UTF-16 code units). */
export interface RuleHit extends Range {
  /** Place of the rule in the list of rules. */
  readonly rule: number;
}

/** What rules find in one turn. */
export interface Finding {
  /** In the order of the text; of one rule no two overlap: of those that do, the first is taken, and the longest. */
  readonly hits: readonly RuleHit[];
  /** From the first word of the sentence in which a range begins to the last of the one in which it ends. */
  sentences(range: Range): Range;
}

/** Finds rules in a stretch of a text, usually a turn. No match goes beyond the stretch. */
export type RuleFinder = (text: string, turn: Range) => Finding;

/**
 * A finder of many rules at once. Stemmers and compromise are loaded if a rule needs them.
 *
 * @param language The study's; null for English.
 */
export async function ruleFinder(rules: readonly ReadRule[], language: string | null): Promise<RuleFinder> {
  // Patterns of all rules in one list, each once, so that every text is gone through once.
  const words = patternList<Exclude<Pattern, MatchPattern>>();
  const matches = patternList<MatchPattern>();
  const wanted = rules.map(({ any, not }) => {
    const keys = (patterns: readonly Pattern[]): PatternKey[] =>
      patterns.map((each) =>
        each.kind === "match" ? { list: "matches", at: matches.add(each) } : { list: "words", at: words.add(each) },
      );
    return { any: keys(any), not: keys(not) };
  });
  const rulesWith = rulesByPattern(wanted.map((rule) => rule.any));
  const findWords = wordFinder(words.all, plainLanguage(language ?? DEFAULT_LANGUAGE), await stemmersFor(words.all));
  const findGrammar = matches.all.length === 0 ? null : await grammarFinder(matches.all);

  return (text, turn) => {
    let lines: Range[] | undefined;
    const sentencesIn = (): Range[] => {
      lines ??= sentenceRanges(text, turn);
      return lines;
    };
    const sentences = (range: Range): Range => {
      const touched = sentencesIn().filter((each) => overlaps(each, range));
      return { start: touched[0]?.start ?? range.start, end: touched.at(-1)?.end ?? range.end };
    };
    const tokens = tokensOf(text, turn);
    const spans = findWords(text, tokens);
    const ranges = findGrammar?.(text, turn, sentencesIn);
    const rangesOf = ({ list, at }: PatternKey): readonly Range[] =>
      (list === "words" ? spans.get(at)?.map((span) => rangeOf(span, tokens)) : ranges?.get(at)) ?? [];
    const found = new Set([
      ...[...spans.keys()].flatMap((at) => rulesWith.words.get(at) ?? []),
      ...[...(ranges?.keys() ?? [])].flatMap((at) => rulesWith.matches.get(at) ?? []),
    ]);
    const hits = [...found].flatMap((rule) => {
      const { any = [], not = [] } = wanted[rule] ?? {};
      const barred = not.flatMap(rangesOf);
      const kept = any.flatMap(rangesOf).filter((range) => {
        if (barred.length === 0) return true;
        const around = sentences(range);
        return !barred.some((each) => overlaps(each, around));
      });
      return apart(kept).map(({ start, end }) => ({ rule, start, end }));
    });
    return { hits: hits.sort((a, b) => a.start - b.start || b.end - a.end || a.rule - b.rule), sentences };
  };
}

/** Names a pattern by its list and its place there. */
interface PatternKey {
  readonly list: "words" | "matches";
  readonly at: number;
}

/** Patterns in order, each once. */
function patternList<P extends Pattern>(): { readonly all: readonly P[]; add(pattern: P): number } {
  const all: P[] = [];
  const places = new Map<string, number>();
  return {
    all,
    add(pattern) {
      const key = JSON.stringify(pattern);
      const place = places.get(key) ?? all.push(pattern) - 1;
      places.set(key, place);
      return place;
    },
  };
}

/** The rules that look for each pattern, by the pattern's place in its list. */
function rulesByPattern(rules: readonly (readonly PatternKey[])[]): Record<PatternKey["list"], Map<number, number[]>> {
  const byPattern = { words: new Map<number, number[]>(), matches: new Map<number, number[]>() };
  for (const [rule, keys] of rules.entries()) {
    for (const { list, at } of keys) byPattern[list].set(at, [...(byPattern[list].get(at) ?? []), rule]);
  }
  return byPattern;
}

async function stemmersFor(patterns: readonly Exclude<Pattern, MatchPattern>[]): Promise<Map<string, Stemmer>> {
  const members = patterns.flatMap((each): readonly Pattern[] => (each.kind === "near" ? each.members : [each]));
  const languages = new Set(members.flatMap((each) => (each.kind === "stem" ? [each.language] : [])));
  const loaded = await Promise.all([...languages].map(async (each) => [each, await stemmerOf(each)] as const));
  return new Map(loaded);
}

function rangeOf({ first, last }: { first: number; last: number }, tokens: readonly Token[]): Range {
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

/** The sentences of a turn without the white space around them, in order. */
function sentenceRanges(text: string, turn: Range): Range[] {
  let start = turn.start;
  return splitSentences(text.slice(turn.start, turn.end)).flatMap((sentence) => {
    const range = trimRange(text, { start, end: start + sentence.length });
    start += sentence.length;
    return range.end > range.start ? [range] : [];
  });
}

/** Ranges that do not overlap: the first of those that do, and the longest of those that begin together. */
function apart(ranges: readonly Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || range.start >= last.end) kept.push(range);
  }
  return kept;
}
