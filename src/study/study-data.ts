import type { Resolution } from "../anchor/resolve";
import type { Issue } from "../issues/issue";
import type { Coding } from "../model/coding";
import type { Memo } from "../model/memo";
import type { Group, Participant } from "../model/people";
import type { Scheme } from "../model/scheme";
import type { Transcript } from "../model/transcript";
import type { Approach } from "./settings";

/** All that a study holds, as plain data. */
export interface StudyData {
  readonly title: string;
  readonly question: string | null;
  readonly approach: Approach | null;
  readonly groups: readonly Group[];
  readonly participants: readonly Participant[];
  readonly transcripts: readonly Transcript[];
  readonly scheme: Scheme;
  readonly codings: readonly Coding[];
  readonly memos: readonly Memo[];
  readonly issues: readonly Issue[];
  /** Where each coding's words were found, by coding id. */
  readonly anchors: ReadonlyMap<string, Resolution>;
}
