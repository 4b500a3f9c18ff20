import { lastAtMost } from "../issues/source";
import type { Transcript, Turn } from "../model/transcript";
import { OMISSION } from "./quote-text";

/** What a speaker without a printed label is called. */
export const SPEAKERS = { interviewer: "Interviewer", participant: "Participant", unknown: "Other speaker" } as const;

/**
 * The turns before the one that holds an offset, as "Interviewer: words", a line each; as many as there are.
 *
 * Names in transcripts are often real ones, so speakers are called by their printed labels, and by what they are where
 * they have none. "[...]" stands for the words of participants without a label here: they are not to be quoted.
 *
 * @param labels Printed labels by id of the participants who may be quoted.
 */
export function contextBefore(
  transcript: Transcript,
  offset: number,
  turns: number,
  labels: ReadonlyMap<string, string>,
): string {
  const starts = transcript.turns.map((turn) => turn.start);
  const at = Math.max(0, lastAtMost(starts, offset));
  return transcript.turns
    .slice(Math.max(0, at - turns), at)
    .map((turn) => `${speakerOf(turn, labels)}: ${wordsOf(turn, transcript, labels)}`)
    .join("\n");
}

function speakerOf({ speaker, role }: Turn, labels: ReadonlyMap<string, string>): string {
  return (speaker === null ? undefined : labels.get(speaker)) ?? SPEAKERS[role];
}

function wordsOf({ speaker, start, end }: Turn, transcript: Transcript, labels: ReadonlyMap<string, string>): string {
  if (speaker !== null && !labels.has(speaker)) return OMISSION;
  return transcript.text.slice(start, end).replace(/\s+/gu, " ");
}
