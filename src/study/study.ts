import type { Resolution } from "../anchor/resolve";
import { argumentError } from "../issues/call";
import { displayable } from "../issues/display";
import type { Issue } from "../issues/issue";
import { issueList } from "../issues/report";
import type { Coding } from "../model/coding";
import type { Memo } from "../model/memo";
import type { Group, Participant } from "../model/people";
import type { Scheme } from "../model/scheme";
import type { Transcript } from "../model/transcript";
import type { ChangeOptions } from "../scheme/change-scheme";
import type { Step } from "../scheme/steps/step";
import { isRecord } from "../text/check";
import { describeStudy } from "./describe-study";
import { asOf, migrate } from "./migrate";
import { type Conditions, narrow } from "./narrow";
import { newOrigin, type StudyOrigin } from "./origin";
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
  /** Code of the language of the transcripts, such as "en"; null if not stated, which rules take for English. */
  readonly language: string | null;
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
  readonly memoAnchors: ReadonlyMap<string, Resolution>;
  readonly origin: StudyOrigin;
  #passages: readonly Passage[] | undefined;

  constructor(data: StudyData) {
    this.title = data.title;
    this.question = data.question;
    this.approach = data.approach;
    this.language = data.language;
    this.groups = data.groups;
    this.participants = data.participants;
    this.transcripts = data.transcripts;
    this.scheme = data.scheme;
    this.codings = data.codings;
    this.memos = data.memos;
    this.issues = issueList(data.issues);
    this.anchors = data.anchors;
    this.memoAnchors = data.memoAnchors;
    this.origin = data.origin ?? newOrigin();
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
    if (!isRecord(conditions)) {
      throw argumentError("first", conditions, "a record of conditions", 'Write it as { group: "carer" }.');
    }
    return Object.keys(conditions).length === 0 ? this : new Study(narrow(this, conditions));
  }

  /**
   * The study after a change of its scheme: the steps are made, recorded as the next version with who and why, and every
   * coding is walked forward. Codings of merged codes go to the new code and remember the old; those of a code that was
   * split count nowhere until `decide` says which part each goes to; those of a redefined code are marked.
   *
   * No clock is asked: without a `date` the change has none. Throws `InputError` with every problem if the steps do not
   * fit the scheme.
   *
   * @example
   * ```ts
   * const steps = [merge(["pay-and-standing", "role-mixed-up"], "an-ill-made-job")];
   * const next = study.migrate(steps, { by: "KB", why: "Both are of how the job was set up" });
   * next.scheme.version; // => 4
   * next.asOf(3).codings.length === study.codings.length; // => true
   * ```
   */
  migrate(steps: readonly Step[], options: ChangeOptions): Study {
    return new Study(migrate(this, steps, options));
  }

  /**
   * The analysis as it stood in an earlier version of the scheme: the scheme of that version, and the codings made under
   * it or before, with the codes they had then and the decisions made up to then. Transcripts, memos and journal are as
   * they are now. Throws `InputError` for a version that the recorded changes do not lead back to.
   *
   * @example
   * ```ts
   * study.asOf(1).scheme.version; // => 1
   * ```
   */
  asOf(version: number): Study {
    return version === this.scheme.version ? this : new Study(asOf(this, version));
  }
}
