import type { CodingInput } from "../coding/coding-input";
import { readCoding } from "../coding/read-coding";
import type { Issue } from "../issues/issue";
import { nowhere, type Source, toSource, unsourced } from "../issues/source";
import type { Memo } from "../model/memo";
import type { Group } from "../model/people";
import type { Scheme } from "../model/scheme";
import { readScheme } from "../scheme/read-scheme";
import { canonicalText } from "../text/canonical";
import { assembleStudy } from "./assemble";
import type { ParticipantInput } from "./participants";
import { knownNames, readParts } from "./read-parts";
import { type Approach, readSettings } from "./settings";
import type { Study } from "./study";
import { readTranscriptInput, type TranscriptInput } from "./transcript-input";

/** A group as a program states it; what is left out comes from the default group of this id, or from the id. */
export type GroupInput = Pick<Group, "id"> & Partial<Group>;

/** Everything a study can be made of. Only the transcripts must be there. */
export interface StudyInput {
  readonly transcripts: readonly TranscriptInput[];
  /** Rows, or the text of a participants.csv; whoever speaks and is no interviewer if absent. */
  readonly participants?: readonly ParticipantInput[] | string | undefined;
  /** Groups in order; consumers, carers and clinicians by default. */
  readonly groups?: readonly (GroupInput | string)[] | undefined;
  /** A scheme, the plain value of a scheme.yaml, or its text; the codes that codings use if absent. */
  readonly scheme?: Scheme | Readonly<Record<string, unknown>> | string | undefined;
  /** Codings, or the text of a codings CSV, besides those marked in the transcripts. */
  readonly codings?: readonly CodingInput[] | string | undefined;
  readonly memos?: readonly Memo[] | undefined;
  readonly title?: string | undefined;
  readonly question?: string | undefined;
  readonly approach?: Approach | undefined;
  /** Labels of interviewers; "Interviewer", "I", "INT" and the like by default. */
  readonly interviewers?: readonly string[] | undefined;
  /** Whose the coding marks in the transcripts are. */
  readonly coder?: string | undefined;
}

/**
 * The study that plain values make: the same reading and checking as of a folder, for notebooks and tests.
 *
 * Throws `InputError` with every problem if one is an error. Warnings and infos are on `study.issues`.
 *
 * @example
 * ```ts
 * import { createStudy } from "polyvocal";
 *
 * const study = createStudy({
 *   participants: [{ id: "Ana", group: "consumer" }],
 *   transcripts: [{ id: "first", text: "I: What helped?\n\nAna: Somebody who had been there. [[been-there]]" }],
 * });
 * study.passages.map((passage) => passage.text); // => ["Somebody who had been there."]
 * ```
 */
export function createStudy(input: StudyInput): Study {
  const { title, question, approach, groups, interviewers, coder } = input;
  const stated = Object.entries({ title, question, approach, groups, interviewers, coder });
  const { settings, issues } = readSettings(
    Object.fromEntries(stated.filter(([, value]) => value !== undefined)),
    nowhere,
  );
  const parts = readParts(
    settings,
    {
      participants: textSource("participants", input.participants),
      scheme: textSource("scheme", input.scheme),
      transcripts: [],
      codings: [textSource("codings/", input.codings)].filter((source) => source !== null),
      journal: [],
    },
    { issues, broken: [], unread: [] },
  );
  const people = typeof input.participants === "object" ? input.participants.map(unsourced) : parts.participants;
  const names = knownNames(settings, people?.map((each) => each.value) ?? []);
  const transcripts = input.transcripts.map((transcript) => readTranscriptInput(transcript, names));
  const scheme = typeof input.scheme === "object" ? readScheme(input.scheme, nowhere) : null;
  const codingIssues: Issue[] = [];
  const codings =
    typeof input.codings === "object"
      ? input.codings.flatMap((coding) => readCoding(unsourced({ ...coding }), codingIssues) ?? [])
      : parts.codings;
  return assembleStudy({
    ...parts,
    participants: people,
    transcripts: transcripts.flatMap((each) => each.transcripts),
    scheme: scheme?.scheme ?? parts.scheme,
    codings,
    memos: (input.memos ?? []).map(unsourced),
    issues: [
      ...parts.issues,
      ...transcripts.flatMap((each) => each.issues),
      ...(scheme?.issues ?? []),
      ...codingIssues,
    ],
  });
}

function textSource(name: string, value: unknown): Source | null {
  return typeof value === "string" ? toSource(name, canonicalText(value)) : null;
}
