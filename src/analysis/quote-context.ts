import { lastAtMost } from "../issues/source";
import type { Transcript } from "../model/transcript";
import { OMISSION } from "./quote-text";

/**
 * The turns before the one that holds an offset, as "Interviewer: words", a line each; as many as there are. "[...]"
 * stands for the words of participants who are not among `quotable`.
 */
export function contextBefore(
  transcript: Transcript,
  offset: number,
  turns: number,
  quotable: ReadonlySet<string>,
): string {
  const starts = transcript.turns.map((turn) => turn.start);
  const at = Math.max(0, lastAtMost(starts, offset));
  return transcript.turns
    .slice(Math.max(0, at - turns), at)
    .map((turn) => {
      const isPrinted = turn.speaker === null || quotable.has(turn.speaker);
      const words = isPrinted ? transcript.text.slice(turn.start, turn.end).replace(/\s+/gu, " ") : OMISSION;
      return turn.label === "" ? words : `${turn.label}: ${words}`;
    })
    .join("\n");
}
