import type { Resolution } from "../anchor/resolve";
import { displayable } from "../issues/display";
import type { Issue } from "../issues/issue";
import { issueList } from "../issues/report";
import type { Coding } from "../model/coding";
import type { Memo } from "../model/memo";
import type { Group, Participant } from "../model/people";
import type { Scheme } from "../model/scheme";
import type { Transcript } from "../model/transcript";
import { describeStudy } from "./describe-study";
import { type Conditions, narrow } from "./narrow";
import { collectPassages, type Passage } from "./passages";
import type { Approach } from "./settings";
import type { StudyData } from "./study-data";

/**
 * The container of one analysis: people, transcripts, scheme, codings and memos. It never changes; what would change it
 * returns another study. Made by `createStudy` and by `loadStudy` of "polyvocal/node".
 */
export class Study implements StudyData {
  readonly title: string;
  readonly question: string | null;
  readonly approach: Approach | null;
  /** Groups in the analyst's order. */
  readonly groups: readonly Group[];
  /** Participants in the order of participants.csv. */
  readonly participants: readonly Participant[];
  readonly transcripts: readonly Transcript[];
  readonly scheme: Scheme;
  readonly codings: readonly Coding[];
  readonly memos: readonly Memo[];
  /** Warnings and infos found on reading; prints itself as the report. */
  readonly issues: readonly Issue[];
  readonly anchors: ReadonlyMap<string, Resolution>;
  #passages: readonly Passage[] | undefined;

  constructor(data: StudyData) {
    this.title = data.title;
    this.question = data.question;
    this.approach = data.approach;
    this.groups = data.groups;
    this.participants = data.participants;
    this.transcripts = data.transcripts;
    this.scheme = data.scheme;
    this.codings = data.codings;
    this.memos = data.memos;
    this.issues = issueList(data.issues);
    this.anchors = data.anchors;
    displayable(this, { text: () => describeStudy(this) });
    Object.freeze(this);
  }

  /** One flat row per located coding, in the order of the transcripts and their text. Computed once. */
  get passages(): readonly Passage[] {
    this.#passages ??= collectPassages(this);
    return this.#passages;
  }

  /**
   * The study narrowed to the participants and transcripts that meet all conditions; codings and memos go with them.
   *
   * A key is a field or attribute of participants ("group", "role", "site", ...), or an attribute of transcripts
   * ("transcript" for the id, "kind", "title" or a column of the front matter). A value is one value, a list of values
   * or a function of the value. Throws `InputError` for a key nobody has. The study itself if there are no conditions.
   *
   * @example
   * ```ts
   * const carers = study.where({ group: "carer" });
   * carers.participants.length; // => 12
   * ```
   */
  where(conditions: Conditions): Study {
    return Object.keys(conditions).length === 0 ? this : new Study(narrow(this, conditions));
  }
}
