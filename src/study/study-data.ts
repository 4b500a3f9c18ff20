import type { Resolution } from "../anchor/resolve";
import type { Issue } from "../issues/issue";
import type { Coding } from "../model/coding";
import type { Memo } from "../model/memo";
import type { Group, Participant } from "../model/people";
import type { Scheme } from "../model/scheme";
import type { Transcript } from "../model/transcript";
import type { StudyOrigin } from "./origin";
import type { Approach } from "./settings";

/** All that a study holds, as plain data. */
export interface StudyData {
  readonly title: string;
  readonly question: string | null;
  readonly approach: Approach | null;
  /** Code of the language of the transcripts, such as "en"; null if not stated, which rules take for English. */
  readonly language: string | null;
  readonly groups: readonly Group[];
  readonly participants: readonly Participant[];
  readonly transcripts: readonly Transcript[];
  readonly scheme: Scheme;
  readonly codings: readonly Coding[];
  readonly memos: readonly Memo[];
  readonly issues: readonly Issue[];
  /** Where each coding's words were found, by coding id. */
  readonly anchors: ReadonlyMap<string, Resolution>;
  /** Where the words stand that a memo is about, by memo id; memos about something else have no entry. */
  readonly memoAnchors: ReadonlyMap<string, Resolution>;
  /** What it was read from, which studies made from one another share; one of its own if absent. */
  readonly origin?: StudyOrigin;
}
