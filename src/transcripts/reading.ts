import type { Issue } from "../issues/issue";
import type { Attributes } from "../model/people";
import type { SpeakerRole, TranscriptKind } from "../model/transcript";
import type { TimeSpan } from "./times";

/** One turn as a file has it. */
export interface DraftTurn {
  /** The speaker's name as printed; "" if the turn has none. */
  readonly label: string;
  /** The words as they stand, trimmed, with the line breaks inside them. */
  readonly words: string;
  /** Start and end in seconds; the end is null where only the start is known. */
  readonly time?: TimeSpan;
  /** The date of a diary's entry, as printed. */
  readonly date?: string;
  /** 1-based line of the file in which the words begin; null if the file has no lines. */
  readonly line: number | null;
}

/** What a file tells about a speaker. */
export interface DraftSpeaker {
  readonly label: string;
  /** What the file says the speaker is; absent if it does not say. */
  readonly role?: SpeakerRole;
  readonly attributes: Attributes;
}

/** One transcript of a file, before its speakers are known to be anybody. */
export interface TranscriptDraft {
  /** What tells it from the others of the same file, such as a heading or a row's id; null if the file holds one. */
  readonly name: string | null;
  /** The id that the file states; else it is made of the file's name and `name`. */
  readonly id?: string;
  readonly title: string | null;
  /** null if the file does not tell. */
  readonly kind: TranscriptKind | null;
  readonly turns: readonly DraftTurn[];
  readonly attributes: Attributes;
  readonly speakers: readonly DraftSpeaker[];
  /** Visible text that is in no turn and no attribute, such as headings and page numbers, in the order of the file. */
  readonly remainder: readonly string[];
}

/** What a reader makes of one file. */
export interface Reading {
  readonly drafts: readonly TranscriptDraft[];
  readonly issues: readonly Issue[];
}
