import { lastAtMost, lineStarts } from "../issues/source";
import { segmentText } from "./plain-text";
import type { TranscriptDraft } from "./reading";

/**
 * A draft of running text with labels, as of the paragraphs of a document. What is in no turn is in the remainder, line by
 * line.
 *
 * @param lineOf Turns a 1-based line of `text` into one of the file, or into null; by default there are no lines.
 */
export function draftFromText(
  text: string,
  lineOf: (line: number) => number | null = () => null,
  known?: ReadonlySet<string>,
): TranscriptDraft {
  const starts = lineStarts(text);
  const { turns } = segmentText(text, known);
  const remainder: string[] = [];
  let at = 0;
  const rest = (end: number, label: string): void => {
    // Behind the label there are marks and time stamps at most.
    const before = text.slice(at, end);
    const found = label === "" ? -1 : before.lastIndexOf(label);
    const unlabelled = found < 0 ? before : `${before.slice(0, found)}${before.slice(found + label.length)}`;
    if (!/[\p{L}\p{N}]/u.test(unlabelled)) return;
    for (const line of unlabelled.split("\n")) {
      const words = line.trim();
      if (/[\p{L}\p{N}]/u.test(words)) remainder.push(words);
    }
  };
  const spoken = turns.map(({ start, end, label, time }) => {
    rest(start, label);
    at = end;
    const line = lineOf(lastAtMost(starts, start) + 1);
    return { label, words: text.slice(start, end), ...(time === undefined ? {} : { time }), line };
  });
  rest(text.length, "");
  return { name: null, title: null, kind: null, turns: spoken, attributes: {}, speakers: [], remainder };
}
