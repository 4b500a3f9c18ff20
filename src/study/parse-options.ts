import { InputError } from "../issues/input-error";
import type { Issue } from "../issues/issue";
import { nowhere } from "../issues/source";
import type { TranscriptKind } from "../model/transcript";
import { list, type Read, record, rootSpot, text, texts } from "../text/check";
import { readKind } from "../transcripts/front-matter";
import { type ParticipantInput, readParticipantInput } from "./participants";

/** What is known of a transcript's file besides its content; nothing has to be. */
export interface ParseOptions {
  /**
   * Name of the file: transcripts are called by it, messages name it, and its ending decides where the content does not
   * tell (.csv and .tsv are tables). "transcript.txt" by default.
   */
  readonly file?: string | undefined;
  /** Labels of interviewers; "Interviewer", "I", "INT" and the like by default. */
  readonly interviewers?: readonly string[] | undefined;
  /** Who may speak: ids, or participants with their labels and aliases. By default those whom the file's front matter names. */
  readonly participants?: readonly (ParticipantInput | string)[] | undefined;
  /** What the transcripts are records of; by default what the file says, else "interview". */
  readonly kind?: TranscriptKind | undefined;
}

const readPerson: Read<ParticipantInput> = (value, spot) => {
  return typeof value === "string" ? { id: value } : readParticipantInput(value, spot);
};

const readOptions = record("The second argument", {
  file: text,
  interviewers: texts,
  participants: list(readPerson),
  kind: readKind,
});

/** The options of a call as they are meant. Throws `InputError` with all that is wrong with them. */
export function checkedOptions(options: unknown): ParseOptions {
  const issues: Issue[] = [];
  const stated = readOptions(options, rootSpot(nowhere, issues));
  if (stated === undefined || issues.length > 0) throw new InputError(issues);
  return stated;
}
