import type { CodingInput } from "../coding/coding-input";
import { InputError } from "../issues/input-error";
import { hasErrors, type Issue, issue } from "../issues/issue";
import { originPlace, type Sourced } from "../issues/source";
import { didYouMean } from "../issues/suggest";
import type { Memo } from "../model/memo";
import type { Participant } from "../model/people";
import type { Scheme } from "../model/scheme";
import { speakersIn, type Transcript } from "../model/transcript";
import { historyOf, type SchemeHistory } from "../scheme/history";
import { assembleCodings } from "./assemble-codings";
import { codeNames } from "./code-names";
import { withoutEmptyTwins } from "./empty-twins";
import { addFacts } from "./facts";
import { inferParticipants } from "./infer-participants";
import { inferScheme } from "./infer-scheme";
import { locateMemos } from "./locate-memos";
import { losesRecords } from "./losing";
import { folded, namesOf } from "./names";
import { type ParticipantInput, readParticipants } from "./participants";
import type { Settings } from "./settings";
import { findSlips } from "./spellings";
import { Study } from "./study";
import { toTranscripts } from "./to-transcripts";
import { fileStem, type TranscriptPart } from "./transcript-part";
import { codingWalk } from "./walk-codings";
import { settleInterviewers } from "./who-asks";

/** Everything that was read of a study, before its parts are held against each other. */
export interface StudyParts {
  readonly settings: Settings;
  /** null where none are listed. */
  readonly participants: readonly Sourced<ParticipantInput>[] | null;
  readonly transcripts: readonly TranscriptPart[];
  /** null where there is none. */
  readonly scheme: Scheme | null;
  readonly codings: readonly Sourced<CodingInput>[];
  readonly memos: readonly Sourced<Memo>[];
  /** What was wrong with the parts as such. */
  readonly issues: readonly Issue[];
  /** Parts that could not be read whole: what only follows from that is not reported. */
  readonly broken: ReadonlySet<"settings" | "participants" | "scheme">;
  /** Transcript files that could not be read, likewise. */
  readonly unread: readonly string[];
}

/**
 * The study that the parts make. Throws `InputError` with every issue if one of them is an error; warnings and infos
 * stay on the study.
 */
export function assembleStudy(parts: StudyParts): Study {
  const { settings } = parts;
  const { parts: transcriptParts, rows, ...cast } = castOf(parts);
  const schemeRead =
    parts.scheme === null ? inferScheme(transcriptParts, parts.codings) : { scheme: parts.scheme, issues: [] };
  const named = readParticipants(rows, settings.groups).participants.map((each) => each.value);
  const spoken = toTranscripts(transcriptParts, named, settings.interviewers);
  const transcriptIssues = [...cast.issues, ...spoken.issues];
  const isListed = parts.participants !== null;
  const known = addFacts(transcriptParts, { rows, transcripts: spoken.transcripts, isListed, groups: settings.groups });
  const { transcripts } = known;
  const people = readParticipants(known.rows, settings.groups);
  const participants = people.participants.map((each) => each.value);
  const unread = new Set(parts.unread.map((file) => fileStem(file).toLowerCase()));
  const history = historyOf(schemeRead.scheme);
  const assembled = assembleCodings(transcriptParts, parts.codings, {
    transcripts,
    codes: codeNames(schemeRead.scheme, history),
    unread,
    walk: codingWalk(history),
    markCoder: settings.coder,
  });
  const memos = locateMemos(transcriptParts, parts.memos, transcripts);
  const inMarks = memos.memos.slice(0, memos.memos.length - parts.memos.length).map((memo) => memo.id);
  const broken = new Set(parts.broken);
  if (losesRecords(people.issues)) broken.add("participants");
  const follows = followsFrom({ broken, unread: parts.unread });
  const issues = [
    ...parts.issues,
    ...[
      ...(isListed ? people.issues : cast.inferred),
      ...known.issues,
      ...schemeRead.issues,
      ...transcriptIssues,
      ...(hasErrors(transcriptIssues) ? [] : withoutTurn(people.participants, transcripts, transcriptParts)),
      ...(transcripts.length === 0 ? [noTranscripts()] : []),
      ...assembled.issues,
      ...memoIssues(parts.memos, participants, history, transcripts, unread),
      ...equalMemos(parts.memos, inMarks),
      ...memos.issues,
    ].filter((each) => !follows.has(each.code)),
  ];
  if (hasErrors(issues)) throw new InputError(issues);
  const used = new Set(participants.map((each) => each.group));
  return new Study({
    title: settings.title,
    question: settings.question,
    approach: settings.approach,
    language: settings.language,
    groups: settings.groupsDeclared ? settings.groups : settings.groups.filter((each) => used.has(each.id)),
    participants,
    transcripts,
    scheme: schemeRead.scheme,
    codings: assembled.codings,
    memos: memos.memos,
    issues,
    anchors: assembled.anchors,
    memoAnchors: memos.anchors,
  });
}

/** The transcripts with what their labels come to, and the participants: those that are listed, else whoever speaks. */
function castOf({ settings, participants, transcripts }: StudyParts): {
  parts: readonly TranscriptPart[];
  rows: readonly Sourced<ParticipantInput>[];
  issues: readonly Issue[];
  inferred: readonly Issue[];
} {
  const listed = readParticipants(participants ?? [], settings.groups).participants.map((each) => each.value);
  const names = namesOf(listed, settings.interviewers);
  const settled = settleInterviewers(withoutEmptyTwins(transcripts), names);
  const parts = findSlips(settled.parts, names);
  if (participants !== null) return { parts, rows: participants, issues: settled.issues, inferred: [] };
  const inferred = inferParticipants(parts, settings.interviewers);
  return { parts: inferred.parts, rows: inferred.participants, issues: settled.issues, inferred: inferred.issues };
}

/** Codes of issues that say nothing new where a part they depend on could not be read. */
function followsFrom({ broken, unread }: Pick<StudyParts, "broken" | "unread">): Set<Issue["code"]> {
  const follows = new Set<Issue["code"]>();
  const add = (...codes: Issue["code"][]): void => {
    for (const code of codes) follows.add(code);
  };
  if (broken.has("participants") || broken.has("settings")) {
    add(
      "speaker-without-participant",
      "unknown-participant",
      "ambiguous-speaker",
      "speaker-assumed",
      "interviewer-assumed",
      "similar-speakers",
      "facts-added",
      "fact-differs",
      "participant-without-turn",
    );
  }
  if (broken.has("settings")) add("unknown-group");
  if (broken.has("participants")) add("participants-inferred");
  if (broken.has("scheme"))
    add("scheme-inferred", "unknown-code", "unknown-theme", "unknown-category", "unknown-mark-parent");
  if (unread.length > 0) add("participant-without-turn", "no-transcripts");
  return follows;
}

function withoutTurn(
  participants: readonly Sourced<Participant>[],
  transcripts: readonly Transcript[],
  parts: readonly TranscriptPart[],
): Issue[] {
  const speaking = speakersIn(transcripts);
  // A participant's own file without turns, or with turns that are nobody's, is a problem of its own: this follows from it.
  const doubtful = new Set(
    transcripts.flatMap(({ turns }, index) => {
      const part = parts[index];
      if (part === undefined || (turns.length > 0 && turns.every((turn) => turn.role !== "unknown"))) return [];
      return [folded(part.participant?.value ?? part.id)];
    }),
  );
  return participants
    .filter(({ value }) => !speaking.has(value.id) && !doubtful.has(folded(value.id)))
    .map(({ value, origin }) =>
      issue(
        "participant-without-turn",
        `The participant "${value.id}" has no turn in any transcript and is in no base.`,
        {
          hint: "Check the name their turns have in the transcripts, and add it to their aliases.",
          place: originPlace(origin("id")),
        },
      ),
    );
}

function noTranscripts(): Issue {
  return issue("no-transcripts", "The study has no transcripts.", {
    hint: "Put them into the folder transcripts: text, Word, PDF, subtitles, tables and more are read.",
  });
}

/** @param inMarks Ids of the memos that are marks in transcripts, which have no place for an id of their own. */
function equalMemos(memos: readonly Sourced<Memo>[], inMarks: readonly string[]): Issue[] {
  const ofMarks = new Set(inMarks);
  const seen = new Set(inMarks);
  return memos.flatMap(({ value, origin }) => {
    if (!seen.has(value.id)) {
      seen.add(value.id);
      return [];
    }
    const hint = ofMarks.has(value.id)
      ? "The other is a mark in a transcript, and marks are numbered. Give this one another id."
      : 'Rename one of the files, or write another "id" into its front matter.';
    return [
      issue("duplicate-id", `There are two memos with the id "${value.id}".`, {
        hint,
        place: originPlace(origin("id")),
      }),
    ];
  });
}

function memoIssues(
  memos: readonly Sourced<Memo>[],
  participants: readonly Participant[],
  history: SchemeHistory,
  transcripts: readonly Transcript[],
  unread: ReadonlySet<string>,
): Issue[] {
  const check = (
    code: Issue["code"],
    kind: string,
    id: string,
    known: readonly { readonly id: string }[],
    memo: Sourced<Memo>,
  ): Issue[] => {
    const ids = known.map((each) => each.id);
    if (ids.includes(id) || (code === "unknown-transcript" && unread.has(id.toLowerCase()))) return [];
    return [
      issue(code, `The memo is about the ${kind} "${id}", which does not exist.`, {
        hint: didYouMean(id, ids),
        place: originPlace(memo.origin("about")),
      }),
    ];
  };
  return memos.flatMap((memo) => {
    const { about } = memo.value;
    if (about === null || "topic" in about) return [];
    if ("participant" in about)
      return check("unknown-participant", "participant", about.participant, participants, memo);
    if ("transcript" in about) return check("unknown-transcript", "transcript", about.transcript, transcripts, memo);
    if ("source" in about) return check("unknown-transcript", "transcript", about.source, transcripts, memo);
    // A memo may be older than a merge of what it is about.
    const known = [...history.everKnown.values()].filter((each) => each.kind === about.kind);
    return check(
      about.kind === "code" ? "unknown-code" : `unknown-${about.kind}`,
      about.kind,
      about.entry,
      known,
      memo,
    );
  });
}
