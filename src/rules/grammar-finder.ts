import type { Range } from "../model/range";
import { foldLetters } from "./fold-letters";
import { readMatchSyntax } from "./match-syntax";
import type { MatchPattern } from "./pattern";

/**
 * Gives where patterns stand in a stretch of a text, in order, by their place in the list; those that are not found are
 * left out. The sentences are asked for only if the stretch has the words that a pattern needs.
 */
export type GrammarFinder = (
  text: string,
  stretch: Range,
  sentences: () => readonly Range[],
) => ReadonlyMap<number, readonly Range[]>;

/**
 * A finder of grammar patterns. compromise is loaded with it, and reads only sentences that have the words which one of
 * the patterns cannot do without; each of them once.
 */
export async function grammarFinder(patterns: readonly MatchPattern[]): Promise<GrammarFinder> {
  const { default: nlp } = await import("compromise");
  const wanted = patterns.map(({ pattern }, index) => {
    const syntax = readMatchSyntax(pattern);
    return { index, parsed: nlp.parseMatch(pattern), required: "required" in syntax ? syntax.required : [] };
  });
  const thatMayMatch = (text: string, among: typeof wanted): typeof wanted => {
    const folded = foldLetters(text);
    return among.filter(({ required }) => required.every((words) => words.some((word) => folded.includes(word))));
  };
  return (text, stretch, sentences) => {
    const found = new Map<number, Range[]>();
    const inStretch = thatMayMatch(text.slice(stretch.start, stretch.end), wanted);
    for (const { start, end } of inStretch.length === 0 ? [] : sentences()) {
      const sentence = text.slice(start, end);
      const inSentence = thatMayMatch(sentence, inStretch);
      if (inSentence.length === 0) continue;
      // Line breaks would end a sentence for compromise. Blanks in their place keep all offsets.
      const doc = nlp(sentence.replace(/\s/g, " "));
      const ranges = termRanges(doc.docs, sentence, start);
      for (const { index, parsed } of inSentence) {
        for (const [line, from, to] of pointersOf(doc.match(parsed))) {
          const [first, last] = [ranges[line]?.[from], ranges[line]?.[to - 1]];
          if (first === undefined || last === undefined || last.end <= first.start) continue;
          found.set(index, [...(found.get(index) ?? []), { start: first.start, end: last.end }]);
        }
      }
    }
    return found;
  };
}

interface Term {
  readonly pre?: string;
  readonly text: string;
  readonly post?: string;
}

/** Where each term stands in the text. compromise keeps every character, in `pre`, `text` and `post`. */
function termRanges(lines: readonly (readonly Term[])[], sentence: string, offset: number): Range[][] {
  let at = 0;
  return lines.map((line) =>
    line.map(({ pre = "", text, post = "" }) => {
      const stated = at + pre.length;
      const found = sentence.startsWith(text, stated) ? stated : sentence.indexOf(text, at);
      const start = found === -1 ? at : found;
      at = start + text.length + post.length;
      return { start: offset + start, end: offset + start + text.length };
    }),
  );
}

/** Sentence, first term and the term behind the last, of each match. */
function pointersOf(matches: unknown): [number, number, number][] {
  const pointers = (matches as { readonly fullPointer?: unknown }).fullPointer;
  if (!Array.isArray(pointers)) return [];
  return pointers.flatMap((each: unknown): [number, number, number][] => {
    if (!Array.isArray(each)) return [];
    const [line, from, to]: unknown[] = each;
    return typeof line === "number" && typeof from === "number" && typeof to === "number" ? [[line, from, to]] : [];
  });
}
