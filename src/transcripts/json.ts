import { type Issue, issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { withNoTurnIssue } from "./broken-file";
import { readAssemblyAi } from "./json/assemblyai";
import { readAws } from "./json/aws";
import { readAzure } from "./json/azure";
import { readDeepgram } from "./json/deepgram";
import { readAutoEdit, readDigitalPaperEdit, readDraftJs, readRev } from "./json/editors";
import { factsOf } from "./json/facts";
import { readGoogle } from "./json/google";
import { readIbm } from "./json/ibm";
import { readKaldi } from "./json/kaldi";
import { type ParsedJson, parseJsonText } from "./json/parse";
import { ownDraft, readOwnTranscript } from "./json/polyvocal";
import { readRows, speechOfRows } from "./json/rows";
import { isRecord, records } from "./json/shape";
import type { ShapeReader, Speech } from "./json/speech";
import { readSpeechmatics } from "./json/speechmatics";
import { readWhisper } from "./json/whisper";
import { joinPieces } from "./pieces";
import type { Reading, TranscriptDraft } from "./reading";

// The shapes that say most of themselves come first, those that others could have too come last.
const SHAPES: readonly ShapeReader[] = [
  readAws,
  readDeepgram,
  readIbm,
  readSpeechmatics,
  readGoogle,
  readAssemblyAi,
  readAutoEdit,
  readDigitalPaperEdit,
  readDraftJs,
  readRev,
  readAzure,
  readWhisper,
  readKaldi,
  readRows,
];

const MOST_KEYS_NAMED = 12;

/** True for text that begins as a JSON object or list does, and as no label in brackets. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*(?:[\]"]|\{\s*["}]))/.test(text.slice(0, 10_000));
}

/**
 * Reads the JSON of speech recognisers, of programs that edit their transcripts, lists of records with speaker and text (one
 * a line, too), and transcripts of this library. The shape decides which it is. Segments of one speaker in a row are joined
 * into one turn; paragraphs and records that a person made are a turn each. A list of transcripts makes a draft of each.
 */
export function parseJsonTranscript(source: Source): Reading {
  const parsed = parseJsonText(source);
  if (!("value" in parsed)) return { drafts: [], issues: parsed.issues };
  const found = draftsOf(parsed);
  if (found === null) return { drafts: [], issues: [...parsed.issues, unknownShape(source, parsed.value)] };
  const broken = found.broken === 0 ? [] : [brokenRanges(source, found.broken)];
  const reading = { drafts: found.drafts, issues: [...parsed.issues, ...broken] };
  return withNoTurnIssue(source, reading, "Check that the file was exported with its words.");
}

interface Drafts {
  readonly drafts: readonly TranscriptDraft[];
  /** Turns of our own transcripts that are no range of their text. */
  readonly broken: number;
}

function draftsOf({ value, rows }: ParsedJson): Drafts | null {
  if (rows !== undefined) {
    const speech = speechOfRows(rows);
    if (speech !== null) return { drafts: [draftOf(speech, null)], broken: 0 };
  }
  const single = draftOfValue(value, null);
  if (single !== null) return single;
  const list = records(value) ?? (isRecord(value) ? records(value.transcripts) : undefined);
  const several = list?.map((each, index) => draftOfValue(each, nameOf(each, index)));
  const drafts = several?.filter((each) => each !== null) ?? [];
  // A list in which only some are transcripts is something else.
  if (drafts.length === 0 || drafts.length !== several?.length) return null;
  return { drafts: drafts.flatMap((each) => each.drafts), broken: drafts.reduce((sum, each) => sum + each.broken, 0) };
}

function draftOfValue(value: unknown, name: string | null): Drafts | null {
  const own = readOwnTranscript(value);
  if (own !== null) return { drafts: [{ ...ownDraft(own), name }], broken: own.broken };
  for (const read of SHAPES) {
    const speech = read(value);
    if (speech !== null) return { drafts: [draftOf(speech, name)], broken: 0 };
  }
  return null;
}

function draftOf(speech: Speech, name: string | null): TranscriptDraft {
  const { attributes, remainder } = factsOf(speech);
  const speakers = speech.speakers ?? [];
  return { name, title: null, kind: null, turns: joinPieces(speech.pieces), attributes, speakers, remainder };
}

function nameOf(value: Readonly<Record<string, unknown>>, index: number): string {
  const names = [value.name, value.id, value.title, value.file];
  const [name] = names.filter((each) => typeof each === "number" || (typeof each === "string" && each.trim() !== ""));
  return String(name ?? index + 1).trim();
}

function unknownShape(source: Source, value: unknown): Issue {
  const [first] = Array.isArray(value) ? value : [value];
  const keys = isRecord(first) ? Object.keys(first) : [];
  const named = keys.slice(0, MOST_KEYS_NAMED).map((key) => `"${key.slice(0, 40)}"`);
  const what = Array.isArray(value) ? "list of records" : "record";
  const found = named.length === 0 ? "" : ` This one is a ${what} with ${named.join(", ")}.`;
  return issue("unsupported-format", "This JSON has no shape of a transcript that is known.", {
    hint: `A list of records with "speaker" and "text" is read, and what speech recognisers write.${found}`,
    place: { file: source.file },
  });
}

function brokenRanges(source: Source, count: number): Issue {
  return issue("broken-file", `${count} ${count === 1 ? "turn is" : "turns are"} no range of the transcript's text.`, {
    hint: "Their start and end must be offsets of the text, in its order. Export the transcript again.",
    place: { file: source.file },
  });
}
