import type { CodingInput } from "../coding/coding-input";
import { argumentError } from "../issues/call";
import type { Issue } from "../issues/issue";
import { issueList } from "../issues/report";
import { toSource, unsourced } from "../issues/source";
import type { Memo } from "../model/memo";
import type { Participant } from "../model/people";
import type { Transcript } from "../model/transcript";
import { canonicalText } from "../text/canonical";
import { folded, isInterviewer, namesOf } from "./names";
import { checkedOptions, type ParseOptions } from "./parse-options";
import { readParticipants } from "./participants";
import { partsFromReading } from "./parts-from-reading";
import { readTranscript } from "./read-transcript";
import { DEFAULT_INTERVIEWERS } from "./settings";
import { findSlips } from "./spellings";
import { markedMemos, toTranscripts } from "./to-transcripts";
import type { TranscriptPart } from "./transcript-part";
import type { TranscriptSource } from "./transcript-source";
import { settleInterviewers } from "./who-asks";

/** What one file holds. */
export interface ParsedTranscripts {
  /** One for most files; a survey or a file with several interviews holds many, and one that cannot be read none. */
  readonly transcripts: readonly Transcript[];
  /** What coding marks in the words come to, such as `[[hope]]`; the marks are not in the transcripts' text. */
  readonly codings: readonly CodingInput[];
  /** Notes that stand in the text beside its words, as `{>>note<<}`. */
  readonly memos: readonly Memo[];
  /** Everything that was wrong, assumed or left out; prints itself as the report. */
  readonly issues: readonly Issue[];
}

/**
 * Reads the text of a transcript file, in the format that its content tells: plain text and Markdown with labels, WebVTT,
 * SRT, SBV, JSON of speech recognisers, CSV and TSV, HTML, RTF, CHAT, ELAN, TextGrid, Transcriber, TTML, ROCK. Documents
 * that are no text (Word, OpenDocument, Excel, PDF) are read by `parseTranscriptBytes` of "polyvocal/office".
 *
 * Never throws for what a text holds: problems are `issues`; options that cannot be meant are an `InputError`. Turns have
 * their label and times in seconds; `speaker` is null and the role "unknown" for whoever is no interviewer and none of the
 * known participants.
 *
 * The result goes into a study as it is: `createStudy({ transcripts, codings, memos })`.
 *
 * @example
 * ```ts
 * const { transcripts } = parseTranscript("WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ana>Somebody who had been there.");
 * const { text, turns } = transcripts[0];
 * turns.map(({ label, time, start, end }) => [label, time, text.slice(start, end)]);
 * // => [["Ana", [1, 2.5], "Somebody who had been there."]]
 * ```
 */
export function parseTranscript(text: string, options: ParseOptions = {}): ParsedTranscripts {
  if (typeof text !== "string") {
    throw argumentError(
      "first",
      text,
      "text",
      'The bytes of a file are read by parseTranscriptBytes of "polyvocal/office".',
    );
  }
  const { file = "transcript.txt", ...about } = checkedOptions(options);
  return parseTranscriptSource(toSource(file, canonicalText(text)), about);
}

/** What a text, or what was read of a document, holds; `before` are the problems that came up on the way to it. */
export function parseTranscriptSource(
  source: TranscriptSource,
  { interviewers = DEFAULT_INTERVIEWERS, participants: stated, kind }: Omit<ParseOptions, "file">,
  before: readonly Issue[] = [],
): ParsedTranscripts {
  const rows = stated?.map((each) => unsourced({ ...(typeof each === "string" ? { id: each } : each), group: null }));
  const people = readParticipants(rows ?? [], []);
  const listed = people.participants.map(({ value }) => value);
  const names = [...interviewers, ...listed.flatMap(({ id, label, aliases }) => [id, label, ...aliases])];
  const read =
    "reading" in source
      ? partsFromReading(source.reading, source.file, null, kind)
      : readTranscript(source, names, kind);
  const parts = kind === undefined ? read.transcripts : read.transcripts.map((part) => ({ ...part, kind }));
  const known = stated === undefined ? namedIn(parts, interviewers) : listed;
  const who = namesOf(known, interviewers);
  const settled = settleInterviewers(parts, who);
  const { transcripts, issues } = toTranscripts(findSlips(settled.parts, who), known, interviewers);
  // That a label is nobody's is news only where it is known who there is.
  const told = issues.filter((each) => stated !== undefined || each.code !== "speaker-without-participant");
  const facts = new Map(parts.map(({ id, told = [] }) => [id, told]));
  return {
    transcripts: transcripts.map((each) => {
      const speakers = facts.get(each.id) ?? [];
      return speakers.length === 0 ? each : { ...each, speakers };
    }),
    codings: parts.flatMap(markedCodings),
    memos: parts.flatMap(markedMemos),
    issues: issueList([...before, ...people.issues, ...read.issues, ...settled.issues, ...told]),
  };
}

function markedCodings({ id, text, codings }: TranscriptPart): CodingInput[] {
  return codings.map(({ value: { code, start, end, memo } }) => ({
    transcript: id,
    code,
    quote: text.slice(start, end),
    start,
    end,
    ...(memo === undefined ? {} : { memo }),
  }));
}

/** The participants whom the front matter of transcripts names. */
function namedIn(parts: readonly TranscriptPart[], interviewers: readonly string[]): Participant[] {
  const asking = new Set(interviewers.map(folded));
  const ids = parts.flatMap((part) => [
    ...(part.participant === undefined ? [] : [part.participant.value]),
    ...part.speakers.map(({ value }) => value.participant).filter((each) => !isInterviewer(each, asking)),
  ]);
  return [...new Set(ids)].map((id) => ({ id, label: id, group: null, aliases: [], quotable: true, attributes: {} }));
}
