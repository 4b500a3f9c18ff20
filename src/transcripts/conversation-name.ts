import { isInterviewerLabel } from "./label";
import { roleWords } from "./label-words";

/** What the name of a file says about the conversation it is a part of. */
export interface ConversationName {
  /** The path without the speaker and the ending; files of one conversation have it in common. */
  readonly name: string;
  /** The part of the name that tells the speaker, as written. */
  readonly speaker: string;
}

// A recording channel or a numbered voice. A bare number or "P1" is none: that is mostly the next interview.
const CHANNEL = /^(?:(?:speaker|spk|channel|chan|ch|track|mic)\d{1,2}|left|right)$/;

/**
 * The conversation and the speaker of a file that holds one speaker's side, such as "day1_visit2_doctor.TextGrid"; null
 * if its name ends in no word for a part in a conversation ("doctor", "patient", "interviewer") or a channel ("ch1").
 */
export function conversationName(file: string): ConversationName | null {
  const folder = file.lastIndexOf("/") + 1;
  const dot = file.lastIndexOf(".");
  const stem = file.slice(folder, dot > folder ? dot : file.length);
  // Everything up to the last separator, and what stands behind it.
  let cut = stem.length;
  while (cut > 0 && !"_-. ".includes(stem.charAt(cut - 1))) cut--;
  const speaker = stem.slice(cut);
  const name = stem.slice(0, Math.max(0, cut - 1)).trim();
  const word = speaker.toLowerCase();
  if (name === "" || !(roleWords.has(word) || isInterviewerLabel(speaker) || CHANNEL.test(word))) return null;
  return { name: file.slice(0, folder) + name, speaker };
}
