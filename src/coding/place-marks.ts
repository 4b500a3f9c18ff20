import { type Issue, issue } from "../issues/issue";
import { lastAtMost, type Origin, originPlace, type Sourced } from "../issues/source";
import { intersection, overlaps, type Range } from "../model/range";
import { trimRange } from "../text/trim-range";
import type { Mark } from "./mark";

/** A code on words of a transcript, read from a mark. */
export interface PlacedCoding extends Range {
  readonly code: string;
  /** The ids written before the code, the outermost first. */
  readonly parents: readonly string[];
  readonly memo?: string;
}

/** A note on words of a transcript, read from a comment without marked words. */
export interface PlacedMemo extends Range {
  readonly body: string;
}

/** What the marks of one transcript come to. */
export interface PlacedMarks {
  /** In the order of the marks; `origin("code")` is the code's own word, `origin()` the whole mark. */
  readonly codings: readonly Sourced<PlacedCoding>[];
  readonly memos: readonly Sourced<PlacedMemo>[];
  readonly issues: readonly Issue[];
}

const EMPTY_LINE = /\n[^\S\n]*\n/g;

/**
 * Finds the words that each mark is about.
 *
 * A mark of words codes them, without white space at their ends and without labels and headings there. A mark on a line
 * codes the words of its turn on that line, or in a hard-wrapped text in that paragraph. A mark on a line of its own
 * codes the last turn that begins before it. A mark with nothing to code is a warning.
 *
 * @param turns The words of the transcript, in order, none overlapping (UTF-16 code units).
 */
export function placeMarks(
  marks: readonly Mark[],
  text: string,
  turns: readonly Range[],
  hardWrapped: boolean,
): PlacedMarks {
  const page = toPage(text, turns, hardWrapped);
  const codings: Sourced<PlacedCoding>[] = [];
  const memos: Sourced<PlacedMemo>[] = [];
  const issues: Issue[] = [];
  for (const mark of marks) {
    if (mark.kind === "memo") {
      const { start, end } = page.noted(mark.at);
      memos.push({ value: { start, end, body: mark.body }, origin: () => mark.origin });
      continue;
    }
    const words = wordsOf(mark, page);
    if (words === null) {
      issues.push(withoutWords(mark));
      continue;
    }
    // The range alone: where the words are a whole turn's, the turn has more to it.
    const { start, end } = words;
    for (const { code, parents, value, origin } of mark.codes) {
      const noted = mark.kind === "words" ? mark.memo : undefined;
      const memo = value === undefined || noted === undefined ? (value ?? noted) : `${value}: ${noted}`;
      const placed = memo === undefined ? { start, end, code, parents } : { start, end, code, parents, memo };
      codings.push({ value: placed, origin: originOf(mark.origin, origin) });
    }
  }
  return { codings, memos, issues };
}

type CodeMark = Exclude<Mark, { kind: "memo" }>;

function originOf(mark: Origin, code: Origin): (field?: string) => Origin {
  return (field) => (field === "code" ? code : mark);
}

function wordsOf(mark: CodeMark, page: Page): Range | null {
  if (mark.kind === "words") return page.spoken(mark);
  return mark.kind === "line" ? page.line(mark.at) : page.turnBefore(mark.at);
}

function withoutWords({ kind, codes, origin }: CodeMark): Issue {
  const names = codes.map(({ code }) => `"${code}"`).join(", ");
  const place = originPlace(origin);
  if (kind === "turn") {
    const hint = "A mark on a line of its own codes the turn above it.";
    return issue("mark-without-words", `No turn stands above this mark of ${names}.`, { hint, place });
  }
  const what = kind === "line" ? "Nobody says anything on the line of" : "Nobody says anything in";
  const hint = "Headings, labels and empty lines cannot be coded; put the mark to what somebody says.";
  return issue("mark-without-words", `${what} this mark of ${names}.`, { hint, place });
}

/** A text with its turns, which finds words near an offset. */
interface Page {
  /** A range without white space, labels and headings at its ends; null if nothing is left. */
  spoken(range: Range): Range | null;
  /** The words of one turn on the line of an offset, or in its paragraph if lines are broken at a width. */
  line(at: number): Range | null;
  /** The words of the last turn that begins before an offset. */
  turnBefore(at: number): Range | null;
  /** What a note at an offset is about: the words on its line, else the line, else the turn above, else the place. */
  noted(at: number): Range;
}

function toPage(text: string, turns: readonly Range[], hardWrapped: boolean): Page {
  const starts = turns.map(({ start }) => start);
  // Where the gaps between paragraphs begin; looked for when the first one is needed.
  let gaps: readonly number[] | undefined;
  const trimmed = (range: Range): Range | null => {
    const words = trimRange(text, range);
    return words.start < words.end ? words : null;
  };
  const lineAt = (at: number): Range => {
    const start = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
    const end = text.indexOf("\n", at);
    return { start, end: end === -1 ? text.length : end };
  };
  const paragraphAt = (at: number): Range => {
    gaps ??= [...text.matchAll(EMPTY_LINE)].map((gap) => gap.index);
    const before = lastAtMost(gaps, at - 1);
    return { start: gaps[before] ?? 0, end: gaps[before + 1] ?? text.length };
  };
  // The turn on a line that an offset is in or behind, else the first on the line.
  const turnOn = (line: Range, at: number): Range | undefined => {
    const index = lastAtMost(starts, at);
    return [turns[index], turns[index + 1]].find((turn) => turn !== undefined && overlaps(turn, line));
  };
  const page: Page = {
    spoken(range) {
      const words = trimmed(range);
      if (words === null) return null;
      const before = Math.max(0, lastAtMost(starts, words.start));
      const first = [turns[before], turns[before + 1]].find((turn) => turn && overlaps(turn, words));
      const last = turns[lastAtMost(starts, words.end - 1)];
      if (first === undefined || last === undefined) return null;
      return trimmed({ start: Math.max(first.start, words.start), end: Math.min(last.end, words.end) });
    },
    line(at) {
      const line = lineAt(at);
      const turn = turnOn(line, at);
      if (turn === undefined) return null;
      const words = intersection(turn, hardWrapped ? paragraphAt(at) : line);
      return words && trimmed(words);
    },
    turnBefore: (at) => turns[lastAtMost(starts, at)] ?? null,
    noted: (at) => page.line(at) ?? trimmed(lineAt(at)) ?? page.turnBefore(at) ?? { start: at, end: at },
  };
  return page;
}
