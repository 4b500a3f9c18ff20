import { extractMarks } from "../coding/extract-marks";
import { placeMarks } from "../coding/place-marks";
import { tooManyMarks } from "../coding/scan-marks";
import { type Issue, issue, type Place } from "../issues/issue";
import { lastAtMost, lineStarts, type Source } from "../issues/source";
import type { TranscriptKind } from "../model/transcript";
import { MOST_LINES } from "../text/limits";
import { type FrontMatter, parseFrontMatter } from "../transcripts/front-matter";
import { segmentText } from "../transcripts/plain-text";
import { statedTurns, takeLabelEnd } from "../transcripts/stated-turns";
import { diaryAssumed, diaryTurns, withDates } from "./diary-part";
import { partsFromReader } from "./parts-from-reading";
import { textFormatOf } from "./text-formats";
import { tooManyLines, tooManyTurns } from "./too-large";
import { fileStem, noTurnIssue, type TranscriptPart } from "./transcript-part";

/**
 * Reads one transcript file, in the format its content tells: those of recognisers, subtitles and linguists, HTML, RTF,
 * tables; else plain text or Markdown with labels, which the front matter can state ("label-end"). The source holds canonical text; `names` are those of people the study
 * knows, which make sure labels. `kind` is what whoever calls says that it is, which wins over the front matter.
 */
export function readTranscript(
  source: Source,
  names: Iterable<string> = [],
  kind?: TranscriptKind,
): { transcripts: TranscriptPart[]; issues: Issue[] } {
  const stem = fileStem(source.file);
  if (source.text.trim() === "") return { transcripts: [emptyPart(source, stem)], issues: [emptyFile(source.file)] };
  const format = textFormatOf(source);
  const mostLines = format === null ? MOST_LINES : format.mostLines;
  const large = mostLines === undefined ? null : tooManyLines(source, mostLines);
  if (large !== null) return { transcripts: [], issues: [large] };
  if (format === null) return readPlainText(source, stem, names, kind);
  return partsFromReader(() => format.parse(source), source.file, source, kind);
}

/** The issue of a file with nothing in it. */
export function emptyFile(file: string): Issue {
  return issue("empty-file", "The file is empty.", {
    hint: "Take it out of the folder, or put the text back that should be in it.",
    place: { file },
  });
}

function readPlainText(
  source: Source,
  stem: string,
  names: Iterable<string>,
  kind: TranscriptKind | undefined,
): { transcripts: TranscriptPart[]; issues: Issue[] } {
  const front = parseFrontMatter(source);
  const marked = tooManyMarks(source, front.bodyStart);
  if (marked !== null) return { transcripts: [], issues: [...front.issues, marked] };
  const extracted = extractMarks(source, front.bodyStart);
  const labels = front.speakers.map(({ value }) => value.label);
  const { labelEnd, attributes } = takeLabelEnd(front.attributes);
  const stated = kind ?? front.kind;
  const { turns: asSpeech, hardWrapped } =
    labelEnd === null
      ? segmentText(extracted.text, new Set([...names, ...labels]))
      : { turns: statedTurns(extracted.text, labels, labelEnd), hardWrapped: false };
  const spoken = tooManyTurns(source.file, [{ turns: asSpeech }]);
  if (spoken !== null) return { transcripts: [], issues: [...front.issues, spoken] };
  const entries = labelEnd === null ? diaryTurns(extracted.text, stated, asSpeech) : null;
  const placed = placeMarks(extracted.marks, extracted.text, entries ?? asSpeech, hardWrapped);
  const starts = lineStarts(source.text);
  const isUnmarked = extracted.text === source.text;
  const lines = isUnmarked ? starts : starts.map((offset) => extracted.fromOriginal(offset));
  const placeOf = (offset: number): Place => source.linePlace(lastAtMost(lines, offset) + 1);
  const { turns, issues: dateIssues } = withDates(entries ?? asSpeech, placeOf);
  const isAssumed = entries !== null && stated === undefined;
  const part: TranscriptPart = {
    ...about({ ...front, attributes }, stem),
    kind: isAssumed ? "diary" : (stated ?? "interview"),
    file: source.file,
    text: extracted.text,
    lines,
    turns,
    ...withMarks(placed),
    takesFrontMatter: true,
    placeOf,
  };
  return {
    transcripts: [part],
    issues: [
      ...front.issues,
      ...extracted.issues,
      ...placed.issues,
      ...(isAssumed ? [diaryAssumed(turns, placeOf)] : []),
      ...dateIssues,
      ...noTurn(part, source),
    ],
  };
}

/** A transcript in which nobody says anything. */
function emptyPart(source: Source, stem: string): TranscriptPart {
  return {
    id: stem,
    title: stem,
    kind: "interview",
    file: source.file,
    text: "",
    lines: [],
    turns: [],
    attributes: {},
    participant: undefined,
    speakers: [],
    codings: [],
    memos: [],
    placeOf: () => ({ file: source.file }),
  };
}

function about(
  front: FrontMatter,
  stem: string,
): Pick<TranscriptPart, "id" | "title" | "kind" | "attributes" | "participant" | "speakers"> {
  const id = front.id ?? stem;
  return {
    id,
    title: front.title ?? id,
    kind: front.kind ?? "interview",
    attributes: front.attributes,
    participant: front.participant,
    speakers: front.speakers,
  };
}

function withMarks(placed: ReturnType<typeof placeMarks>): Pick<TranscriptPart, "codings" | "memos"> {
  return { codings: placed.codings, memos: placed.memos };
}

/** The issue of a transcript with words of nobody. */
export function noTurn(part: TranscriptPart, source: Pick<Source, "file">): Issue[] {
  if (part.turns.length > 0) return [];
  return [noTurnIssue(source.file)];
}
