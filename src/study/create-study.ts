import type { CodingInput } from "../coding/coding-input";
import { readCoding } from "../coding/read-coding";
import { InputError } from "../issues/input-error";
import type { Issue } from "../issues/issue";
import { nowhere, type Source, toSource, unsourced } from "../issues/source";
import type { Group } from "../model/people";
import type { Scheme } from "../model/scheme";
import type { Transcript } from "../model/transcript";
import { canonicalText } from "../text/canonical";
import { isRecord, list, parts, plainRecord, type Read, record, rootSpot, within } from "../text/check";
import { assembleStudy } from "./assemble";
import { losesRecords } from "./losing";
import { type ParticipantInput, readParticipantInput } from "./participants";
import { readCheckedScheme } from "./read-checked-scheme";
import { type MemoInput, readMemo } from "./read-memo";
import { knownNames, readParts } from "./read-parts";
import { type Approach, readSettings } from "./settings";
import type { Study } from "./study";
import { readTranscriptInput, type TranscriptInput } from "./transcript-input";

/** A group as a program states it; what is left out comes from the default group of this id, or from the id. */
export type GroupInput = Pick<Group, "id"> & Partial<Group>;

/** Everything a study can be made of. Only the transcripts must be there. */
export interface StudyInput {
  /** As a program states them, or as `parseTranscript` gives them. */
  readonly transcripts: readonly (TranscriptInput | Transcript)[];
  /** Rows, or the text of a participants.csv; whoever speaks and is no interviewer if absent. */
  readonly participants?: readonly ParticipantInput[] | string | undefined;
  /** Groups in order; consumers, carers and clinicians by default. */
  readonly groups?: readonly (GroupInput | string)[] | undefined;
  /** A scheme, the plain value of a scheme.yaml, or its text; the codes that codings use if absent. */
  readonly scheme?: Scheme | Readonly<Record<string, unknown>> | string | undefined;
  /** Codings, or the text of a codings CSV, besides those marked in the transcripts. */
  readonly codings?: readonly CodingInput[] | string | undefined;
  /** Memos and entries of the journal, besides the memos that stand in the transcripts. */
  readonly memos?: readonly MemoInput[] | undefined;
  readonly title?: string | undefined;
  readonly question?: string | undefined;
  readonly approach?: Approach | undefined;
  /** Code of the language of the transcripts, such as "es"; rules of suggestions take English if absent. */
  readonly language?: string | undefined;
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
  const issues: Issue[] = [];
  const stated = readShape(input, rootSpot(nowhere, issues));
  if (stated === undefined) throw new InputError(issues);
  const { transcripts, participants, scheme, codings, memos = [], ...about } = stated;
  const { settings, issues: settingsIssues } = readSettings(about, nowhere);
  const people = isText(participants) ? NOTHING : readRows(participants, "participants", readParticipantInput);
  const schemeRead = isText(scheme) ? undefined : readCheckedScheme(scheme, nowhere, settings.language);
  const rows = isText(codings) ? NOTHING : readRows(codings, "codings", plainRecord);
  const files = readParts(
    settings,
    {
      participants: textSource("participants", participants),
      scheme: textSource("scheme", scheme),
      transcripts: [],
      codings: [textSource("codings/", codings)].filter((source) => source !== null),
      journal: [],
    },
    {
      issues: [...issues, ...settingsIssues, ...people.issues, ...(schemeRead?.issues ?? []), ...rows.issues],
      broken: [
        ...(losesRecords(people.issues) ? (["participants"] as const) : []),
        ...(losesRecords(schemeRead?.issues ?? []) ? (["scheme"] as const) : []),
      ],
      unread: [],
    },
  );
  const listed = people.rows?.map(unsourced) ?? files.participants;
  const names = knownNames(settings, listed?.map((each) => each.value) ?? []);
  const more: Issue[] = [];
  const read = transcripts.map(({ value, spot }) =>
    readTranscriptInput({ value, spot: { ...spot, issues: more } }, names),
  );
  const unread = transcripts.filter((_, index) => read[index]?.transcripts.length === 0);
  return assembleStudy({
    ...files,
    unread: unread.map(({ value }) => (isRecord(value) ? String(value.id ?? "") : "")),
    participants: listed,
    transcripts: read.flatMap((each) => each.transcripts),
    scheme: schemeRead?.scheme ?? files.scheme,
    codings: rows.rows?.flatMap((row) => readCoding(unsourced(row), more) ?? []) ?? files.codings,
    memos: memos.flatMap(({ value }) => readMemo(value, more) ?? []).map(unsourced),
    issues: [...files.issues, ...more, ...read.flatMap((each) => each.issues)],
  });
}

const anything: Read<unknown> = (value) => value;

const readShape = record(
  "A study",
  {
    transcripts: parts,
    participants: anything,
    groups: anything,
    scheme: anything,
    codings: anything,
    memos: parts,
    title: anything,
    question: anything,
    approach: anything,
    language: anything,
    interviewers: anything,
    coder: anything,
  },
  ["transcripts"],
);

const NOTHING = { rows: undefined, issues: [] };

function readRows<T>(value: unknown, name: string, row: Read<T>): { rows: readonly T[] | undefined; issues: Issue[] } {
  const issues: Issue[] = [];
  return { rows: list(row)(value, within(rootSpot(nowhere, issues), name)) ?? [], issues };
}

/** True for the text of a file, and where nothing is stated. */
function isText(value: unknown): value is string | undefined {
  return typeof value === "string" || value === undefined;
}

function textSource(name: string, value: unknown): Source | null {
  return typeof value === "string" ? toSource(name, canonicalText(value)) : null;
}
