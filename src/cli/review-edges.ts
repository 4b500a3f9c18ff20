import type { Range } from "../model/range";
import type { Transcript } from "../model/transcript";
import { splitSentences } from "../text/sentences";
import { trimRange } from "../text/trim-range";

/** A way to move the edges of a coding, and the words it would have then. */
export interface EdgeMove {
  readonly label: string;
  readonly range: Range;
}

/**
 * The ways to move the edges of a stretch by sentences within its turns, and to the whole turns; only those that change
 * something. `matched` is where the words of a rule stand, which can be coded alone.
 */
export function edgeMoves({ text, turns }: Transcript, range: Range, matched: Range | null): EdgeMove[] {
  const here = turns.filter((turn) => turn.start < range.end && turn.end > range.start);
  const [first, last] = [here[0], here.at(-1)];
  if (first === undefined || last === undefined) return [];
  const sentences = here.flatMap((turn) => sentencesOf(text, turn));
  const from = sentences.findIndex((each) => each.end > range.start);
  const to = sentences.findLastIndex((each) => each.start < range.end);
  const at = (index: number): Range | undefined => sentences[index];
  const moves: [string, Range | undefined, Range | undefined][] = [
    ["One sentence more before", at(from - 1), at(to)],
    ["One sentence more after", at(from), at(to + 1)],
    ["One sentence less at the beginning", at(from + 1), at(to)],
    ["One sentence less at the end", at(from), at(to - 1)],
    ["Whole sentences", at(from), at(to)],
    [here.length === 1 ? "The whole turn" : "The whole turns", first, last],
    ["Only the words the rule matched", matched ?? undefined, matched ?? undefined],
  ];
  const seen = new Set([`${range.start} ${range.end}`]);
  return moves.flatMap(([label, start, end]) => {
    if (start === undefined || end === undefined || start.start >= end.end) return [];
    const moved = trimRange(text, { start: start.start, end: end.end });
    const key = `${moved.start} ${moved.end}`;
    if (moved.start >= moved.end || seen.has(key)) return [];
    seen.add(key);
    return [{ label, range: moved }];
  });
}

/** The sentences of a turn as ranges of the text, without white space around them. */
function sentencesOf(text: string, turn: Range): Range[] {
  let at = turn.start;
  return splitSentences(text.slice(turn.start, turn.end)).flatMap((sentence) => {
    const range = trimRange(text, { start: at, end: at + sentence.length });
    at += sentence.length;
    return range.start < range.end ? [range] : [];
  });
}
