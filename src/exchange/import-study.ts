import { Document } from "yaml";
import { extractMarks } from "../coding/extract-marks";
import { InputError } from "../issues/input-error";
import { hasErrors, type Issue, issue } from "../issues/issue";
import { type Source, toSource } from "../issues/source";
import type { Transcript } from "../model/transcript";
import { FORMAT } from "../model/version";
import { assembleStudy, type StudyParts } from "../study/assemble";
import { asDiary } from "../study/diary-part";
import { folded, isInterviewer } from "../study/names";
import type { ParticipantInput } from "../study/participants";
import type { Passage } from "../study/passages";
import { readParts } from "../study/read-parts";
import type { Settings } from "../study/settings";
import type { Study } from "../study/study";
import { textFormatOf } from "../study/text-formats";
import type { TranscriptPart } from "../study/transcript-part";
import type { TranscriptSource } from "../study/transcript-source";
import type { SpokenTurn } from "../transcripts/canonical-turns";
import { parseFrontMatter } from "../transcripts/front-matter";
import type { Reading } from "../transcripts/reading";
import { participantsCsv } from "./participants-csv";
import { readSources, transcriptsOnly } from "./readable-sources";
import { fileNames, isNamedSo, withOwnIds } from "./transcript-names";
import { annotatedText, type StatedTranscript, writtenTranscript } from "./written-transcript";

/** A file that is to be written. */
export interface NewFile {
  /** From the study's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A study made of transcripts in any format. */
export interface ImportedStudy {
  /** participants.csv, and a text file for each transcript. */
  readonly files: readonly NewFile[];
  /** The same study as it was read from the given files, with everything that was assumed. */
  readonly study: Study;
  /** Paths of the files in whose comments stands what is in no turn. */
  readonly withRemainder: readonly string[];
  /** What is wrong with the given files that were left out since they cannot be read. */
  readonly unreadable: readonly Issue[];
  /** The given files in which nobody says anything, of which no file is made. */
  readonly silent: readonly string[];
}

/**
 * The files of a study with these transcripts: for each a text file that is read back with the same turns, labels, times,
 * words and codings, and a participants.csv of everybody who speaks and is no interviewer.
 *
 * Throws `InputError` with every problem that loading them as a study would have, and for a transcript that cannot be
 * written so that the same is read; `before` are the problems that came up on the way to the sources. With
 * `skipUnreadable`, files that have an error are left out.
 */
export function importStudy(
  sources: readonly TranscriptSource[],
  settings: Settings,
  before: readonly Issue[] = [],
  skipUnreadable = false,
): ImportedStudy {
  const { parts: read, sources: joined, unreadable } = readSources(sources, settings, before, skipUnreadable);
  const originals = new Map(joined.map((source) => [source.file, source]));
  const kept = withPlaces(read.transcripts).filter(({ part }) => part.turns.length > 0 || hasFacts(part));
  const { parts, issues: twins } = withOwnIds(
    kept.map(({ part }) => part),
    sources.map(({ file }) => file),
  );
  if (twins.length > 0) throw new InputError([...unreadable, ...read.issues, ...twins]);
  if (parts.length === 0) {
    const found = [...unreadable, ...read.issues];
    throw new InputError(hasErrors(found) ? found : [...found, nothing()]);
  }
  const all = parts.map((part, index) => ({ part, place: kept[index]?.place ?? 0 }));
  const study = assembleStudy({ ...read, transcripts: parts });
  const people = peopleOf(study);
  const names = fileNames(parts.map(({ id }) => id));
  const spokenIn = spokenReader();
  const entries = all.flatMap(({ part, place }, index): Entry[] => {
    const transcript = study.transcripts[index];
    const source = originals.get(part.file);
    const name = names[index];
    if (transcript === undefined || source === undefined || name === undefined) return [];
    const about = stated(part, transcript);
    const spoken = spokenIn(source, place);
    if (spoken === null && "text" in source) {
      const rewritten = (): string => writtenTranscript(markedTurns(source, part), about, name);
      return [{ part, name, text: annotatedText(source, needed(about, name, settings)), rewritten }];
    }
    return [{ part, name, text: writtenTranscript(spoken ?? [], about, name), rewritten: null }];
  });
  const participants = participantsCsv(people);
  const first = written(entries, participants);
  const different = differing(first, study, settings);
  // Beside the names of all others, a plain text can be taken apart in another way than alone.
  const second = written(
    entries.map((each) =>
      different.has(each.part.id) && each.rewritten !== null ? { ...each, text: each.rewritten() } : each,
    ),
    participants,
  );
  const lost = different.size === 0 ? different : differing(second, study, settings);
  if (lost.size > 0)
    throw new InputError(entries.filter(({ part }) => lost.has(part.id)).map(({ part }) => notWritten(part)));
  const withRemainder = entries.flatMap(({ part, name }) => (part.remainder === undefined ? [] : [pathOf(name)]));
  const held = new Set(parts.map(({ file }) => file));
  const silent = joined.flatMap(({ file }) => (held.has(file) ? [] : [file]));
  return { files: second, study, withRemainder, unreadable, silent };
}

function nothing(): Issue {
  return issue("no-transcripts", "Nobody says anything in what was given; there is nothing to write.");
}

/** The study.yaml of a study of which only the title is known. */
export function startedSettings(title: string): string {
  const yaml = new Document({ format: FORMAT, title }).toString({ lineWidth: 0 });
  return `# The study's title, question, groups and interviewers; only what differs from the usual has to be stated.\n${yaml}`;
}

interface Entry {
  readonly part: TranscriptPart;
  readonly name: string;
  readonly text: string;
  /** The text with stated labels instead, for a plain text that stays as it is; else null. */
  readonly rewritten: (() => string) | null;
}

/** The transcripts, each with its place among those of its file. */
function withPlaces(parts: readonly TranscriptPart[]): { readonly part: TranscriptPart; readonly place: number }[] {
  const counts = new Map<string, number>();
  return parts.map((part) => {
    const place = counts.get(part.file) ?? 0;
    counts.set(part.file, place + 1);
    return { part, place };
  });
}

/** A file with nobody's words can still tell something, as a CHAT file with headers alone does. */
function hasFacts(part: TranscriptPart): boolean {
  return Object.keys(part.attributes).length > 0 || part.remainder !== undefined;
}

/** Everybody who speaks and is no interviewer, and whoever is nobody yet. */
function peopleOf(study: Study): ParticipantInput[] {
  const known = new Map<string, ParticipantInput>(study.participants.map((each) => [each.id, each]));
  const speaking = study.transcripts.flatMap((each) => [...speakersOf(each).values()]);
  const ids = new Set([...known.keys(), ...speaking.filter((id) => id !== INTERVIEWER)]);
  return [...ids].map((id) => known.get(id) ?? { id });
}

const INTERVIEWER = "interviewer";

/** Who each label stands for. Whoever could not be told is a participant of that name, whom the analyst can rename. */
function speakersOf({ id, turns }: Transcript): Map<string, string> {
  return new Map(
    turns.map(({ label, role, speaker }) => [
      label,
      role === "interviewer" ? INTERVIEWER : (speaker ?? (label === "" ? id : label)),
    ]),
  );
}

function stated(part: TranscriptPart, transcript: Transcript): StatedTranscript {
  const { id, title, kind, remainder = [] } = part;
  // Facts about interviewers are among those of the transcript.
  const { attributes } = transcript;
  return { id, title, kind, attributes, speakers: speakersOf(transcript), remainder };
}

/** What a plain text has to state besides what it says: not what its labels say themselves. */
function needed({ id, speakers }: StatedTranscript, name: string, settings: Settings): Partial<StatedTranscript> {
  const asking = new Set(settings.interviewers.map(folded));
  const participant = speakers.get("");
  const silent = [...speakers].filter(([label, who]) => {
    if (label === "") return false;
    return who === INTERVIEWER
      ? !isInterviewer(label, asking)
      : folded(label) !== folded(who) || isInterviewer(label, asking);
  });
  return {
    ...(isNamedSo(id, name) ? {} : { id }),
    ...(participant === undefined || participant === INTERVIEWER ? {} : { participant }),
    speakers: new Map(silent),
  };
}

/**
 * A function that gives the turns of one of a file's transcripts with the marks in their words; null for plain text. A file is
 * read once for all of its transcripts, which are asked for one after the other.
 */
function spokenReader(): (source: TranscriptSource, place: number) => readonly SpokenTurn[] | null {
  let last: { readonly source: TranscriptSource; readonly reading: Reading | undefined } | undefined;
  return (source, place) => {
    if (last?.source !== source) {
      const reading = "reading" in source ? source.reading : textFormatOf(source)?.parse(source);
      last = { source, reading };
    }
    if (last.reading === undefined) return null;
    const draft = last.reading.drafts[place];
    return draft === undefined ? [] : asDiary(draft, undefined).turns;
  };
}

/** The turns of a plain text with the marks in their words. */
function markedTurns(source: Source, part: TranscriptPart): SpokenTurn[] {
  const extracted = extractMarks(source, parseFrontMatter(source).bodyStart);
  return part.turns.map(({ start, end, ...turn }) => ({
    ...turn,
    words: source.text.slice(extracted.toOriginal(start), extracted.toOriginal(end)),
  }));
}

function pathOf(name: string): string {
  return `transcripts/${name}.txt`;
}

function written(entries: readonly Entry[], participants: string): NewFile[] {
  return [
    { path: "participants.csv", text: participants },
    ...entries.map(({ name, text }) => ({ path: pathOf(name), text })),
  ];
}

/** Ids of the transcripts that would be read from these files in another way than they are in the study. */
function differing([participants, ...texts]: readonly NewFile[], study: Study, settings: Settings): Set<string> {
  const people = participants === undefined ? null : toSource(participants.path, participants.text);
  const transcripts = texts.map(({ path, text }) => toSource(path, text));
  const sources = { ...transcriptsOnly(transcripts), participants: people };
  const again = assembled(readParts(settings, sources, { issues: [], broken: [], unread: [] }));
  if (again === null) return new Set(study.transcripts.map(({ id }) => id));
  const found = new Map(again.transcripts.map((each) => [each.id, each]));
  const codingsNow = codingsIn(again);
  const codingsBefore = codingsIn(study);
  const isSame = (each: Transcript): boolean => {
    const other = found.get(each.id);
    return other !== undefined && saysTheSame(each, other) && codingsBefore(each) === codingsNow(other);
  };
  return new Set(study.transcripts.flatMap((each) => (isSame(each) ? [] : each.id)));
}

function assembled(parts: StudyParts): Study | null {
  try {
    return assembleStudy(parts);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** True if two transcripts have the same title, and the same people say the same words at the same times. */
function saysTheSame(one: Transcript, other: Transcript): boolean {
  if (one.title !== other.title || one.kind !== other.kind || one.turns.length !== other.turns.length) return false;
  const speakers = speakersOf(one);
  const otherSpeakers = speakersOf(other);
  return one.turns.every((turn, index) => {
    const same = other.turns[index];
    return (
      same !== undefined &&
      turn.label === same.label &&
      speakers.get(turn.label) === otherSpeakers.get(same.label) &&
      turn.time?.[0] === same.time?.[0] &&
      turn.time?.[1] === same.time?.[1] &&
      turn.date === same.date &&
      one.text.slice(turn.start, turn.end) === other.text.slice(same.start, same.end)
    );
  });
}

/** A function that gives what a study codes in a transcript, as text to be compared. */
function codingsIn(study: Study): (transcript: Transcript) => string {
  const passages = new Map<string, Passage[]>();
  for (const passage of study.passages) {
    const before = passages.get(passage.transcript);
    if (before === undefined) passages.set(passage.transcript, [passage]);
    else before.push(passage);
  }
  return ({ id, text }) =>
    JSON.stringify(
      passages
        .get(id)
        ?.map(({ code, turns, memo, voices }) => [
          code,
          turns,
          memo,
          voices.map((each) => text.slice(each.start, each.end)),
        ]) ?? [],
    );
}

function notWritten({ id, file }: TranscriptPart): Issue {
  return issue("unsupported-format", `The transcript "${id}" cannot be written as text that reads the same.`, {
    hint: "Copy the file itself into the folder transcripts: it is read there as it is. Please report this.",
    place: { file },
  });
}
