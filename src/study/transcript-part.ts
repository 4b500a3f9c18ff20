import { type Issue, issue, type Place } from "../issues/issue";
import type { Sourced } from "../issues/source";
import type { Attributes } from "../model/people";
import type { Range } from "../model/range";
import type { TranscriptKind } from "../model/transcript";
import type { TurnDraft } from "../transcripts/draft";
import type { DraftSpeaker } from "../transcripts/reading";

/** A code that a mark in a transcript puts on a stretch of it. */
export interface MarkedCoding extends Range {
  readonly code: string;
  /** Entries written before the code in `[[parent>code]]`. */
  readonly parents: readonly string[];
  readonly memo?: string;
}

/** A memo that stands in a transcript beside a stretch of it. */
export interface MarkedMemo extends Range {
  readonly body: string;
}

/** A transcript as it was read, before its speakers are known to be anybody. */
export interface TranscriptPart {
  readonly id: string;
  readonly title: string;
  readonly kind: TranscriptKind;
  readonly file: string;
  readonly text: string;
  readonly lines: readonly number[];
  readonly firstLine?: number | undefined;
  readonly turns: readonly TurnDraft[];
  readonly attributes: Attributes;
  /** The participant the front matter names. */
  readonly participant: Sourced<string> | undefined;
  /** Who each label stands for, from the front matter. */
  readonly speakers: readonly Sourced<{ readonly label: string; readonly participant: string }>[];
  readonly codings: readonly Sourced<MarkedCoding>[];
  readonly memos: readonly Sourced<MarkedMemo>[];
  /** What the file itself says of speakers: facts, and of some what they are. */
  readonly told?: readonly DraftSpeaker[];
  /** Labels (folded) that mean interviewers elsewhere and not here. */
  readonly answering?: ReadonlySet<string>;
  /** Labels (folded) that may be misspelt, with the label or name they may be. */
  readonly slips?: ReadonlyMap<string, string>;
  /** True if the file is one that can begin with front matter. */
  readonly takesFrontMatter?: boolean;
  /** Visible text of the file that is in no turn. */
  readonly remainder?: readonly string[] | undefined;
  /** The place in the original file of an offset of `text`. */
  placeOf(offset: number): Place;
}

/** A file's name without its folders and its ending; NFC, which names on some disks are not. */
export function fileStem(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).normalize("NFC");
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}

/** The issue of a transcript in which no turn was found. */
export function noTurnIssue(file: string): Issue {
  const hint = 'Check that each turn begins with its speaker, as in "Interviewer: ...".';
  return issue("transcript-without-turn", "No turn was found in this transcript.", { hint, place: { file } });
}
