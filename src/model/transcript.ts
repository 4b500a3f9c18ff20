import type { Attributes } from "./people";
import type { Range } from "./range";

/** What a transcript is a record of. */
export type TranscriptKind = "interview" | "focus-group" | "diary" | "survey" | "note";

/** Who speaks in a turn; "unknown" is a label that is neither a participant's nor an interviewer's. */
export type SpeakerRole = "participant" | "interviewer" | "unknown";

/** One speaker's stretch. The range covers the words, not the label. */
export interface Turn extends Range {
  /** "1", "2", ... in the order of the text. */
  readonly id: string;
  /** Id of the participant; null if the speaker is none. */
  readonly speaker: string | null;
  /** The speaker's name as printed in the transcript; "" if the turn has none. */
  readonly label: string;
  readonly role: SpeakerRole;
  /** Start and end in seconds from the beginning of the recording; the end is null where only the start is known. */
  readonly time?: readonly [start: number, end: number | null];
  /**
   * The date of a diary's entry: "2024-05-03" where year, month and day can be read without guessing their order, else as
   * it is written. Absent where there is none.
   */
  readonly date?: string;
}

/** What a file itself says of somebody who speaks in it. */
export interface SpeakerFacts {
  readonly label: string;
  /** What the file says the speaker is; absent if it does not say. */
  readonly role?: SpeakerRole;
  readonly attributes: Attributes;
}

/** One interview, diary or note: a text that never changes, and its turns. */
export interface Transcript {
  readonly id: string;
  readonly title: string;
  readonly kind: TranscriptKind;
  /** Path of the file it was read from, "" if from none. */
  readonly source: string;
  /** The canonical text: no byte order mark, NFC, LF line ends, coding marks taken out. */
  readonly text: string;
  /** Changes with the text; not for security. */
  readonly hash: string;
  readonly turns: readonly Turn[];
  /**
   * Where each line of the original file begins in `text` (UTF-16 code units, ascending; lines that left no text begin
   * where the next one does). Empty if the original has no lines.
   */
  readonly lines: readonly number[];
  /** The 1-based line of the original file that `lines` begins with, where it is not the first: in a file of several transcripts. */
  readonly firstLine?: number;
  readonly attributes: Attributes;
  /** Visible text of the file that is in no turn, such as headings, footnotes and comments; absent if there is none. */
  readonly remainder?: readonly string[];
  /** What the file says of its speakers, until a study has it among its participants' attributes; absent if nothing. */
  readonly speakers?: readonly SpeakerFacts[];
}

/** Everybody who has a turn in the transcripts, by participant id; null stands for speakers who are no participants. */
export function speakersIn(transcripts: Iterable<Pick<Transcript, "turns">>): Set<string | null> {
  const speakers = new Set<string | null>();
  for (const { turns } of transcripts) for (const turn of turns) speakers.add(turn.speaker);
  return speakers;
}
