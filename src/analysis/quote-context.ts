import { lastAtMost } from "../issues/source";
import type { Transcript } from "../model/transcript";

/** The turns before the one that holds an offset, as "Interviewer: words", a line each; as many as there are. */
export function contextBefore(transcript: Transcript, offset: number, turns: number): string {
  const starts = transcript.turns.map((turn) => turn.start);
  const at = Math.max(0, lastAtMost(starts, offset));
  return transcript.turns
    .slice(Math.max(0, at - turns), at)
    .map((turn) => {
      const words = transcript.text.slice(turn.start, turn.end).replace(/\s+/gu, " ");
      return turn.label === "" ? words : `${turn.label}: ${words}`;
    })
    .join("\n");
}
