import type { Transcript, Turn } from "../model/transcript";
import { formatTime } from "../text/time";

/** Where words stand, as tables cite it: transcript, line and, if known, time, as in "C07, line 41, 00:12:30". */
export function citation(transcript: Transcript, turn: Turn | undefined, line: number | null): string {
  const time = turn?.time?.[0];
  const parts = [transcript.id, line === null ? [] : `line ${line}`, time === undefined ? [] : formatTime(time)];
  return parts.flat().join(", ");
}
