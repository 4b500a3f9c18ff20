import { extractMarks } from "../coding/extract-marks";
import { placeMarks } from "../coding/place-marks";
import { hasErrors, type Issue, type Place } from "../issues/issue";
import { lastAtMost, type Source, toSource } from "../issues/source";
import type { TranscriptKind } from "../model/transcript";
import { trimRange } from "../text/trim-range";
import { canonicalTurns, type WrittenTurns } from "../transcripts/canonical-turns";
import type { DraftTurn, Reading, TranscriptDraft } from "../transcripts/reading";
import { asDiary, diaryAssumed, withDates } from "./diary-part";
import { fileStem, noTurnIssue, type TranscriptPart } from "./transcript-part";

/**
 * The transcripts of a file that a reader took apart. Each gets the canonical text of its turns, and marks in the words
 * become codings as in plain text. Of several transcripts in one file each is called by the file and its own name.
 *
 * @param source The file's text, for places in messages; null for a file without lines.
 * @param kind What whoever calls says that the transcripts are.
 */
export function partsFromReading(
  reading: Reading,
  file: string,
  source: Source | null,
  kind?: TranscriptKind,
): { transcripts: TranscriptPart[]; issues: Issue[] } {
  const issues = [...reading.issues];
  const silent = reading.drafts.every((draft) => draft.turns.length === 0);
  if (silent && reading.issues.length === 0) issues.push(noTurnIssue(file));
  const transcripts = (reading.drafts.length === 0 && silent && !hasErrors(issues) ? [NOBODY] : reading.drafts).map(
    (given) => {
      const draft = asDiary(given, kind);
      const { part, issues: found } = partOf(draft, file, source);
      if (draft !== given && kind === undefined && given.kind === null)
        found.unshift(diaryAssumed(part.turns, part.placeOf));
      for (const each of found) issues.push(each);
      return part;
    },
  );
  return { transcripts, issues };
}

/** A transcript in which nobody says anything: a file that could be read stays a transcript of the study. */
const NOBODY: TranscriptDraft = {
  name: null,
  title: null,
  kind: null,
  turns: [],
  attributes: {},
  speakers: [],
  remainder: [],
};

function partOf(
  draft: TranscriptDraft,
  file: string,
  source: Source | null,
): { part: TranscriptPart; issues: Issue[] } {
  const stem = fileStem(file);
  const id = draft.id ?? (draft.name === null ? stem : `${stem} ${draft.name}`);
  const turns = draft.turns.every(hasWords) ? draft.turns : draft.turns.filter(hasWords);
  const written = canonicalTurns(turns);
  // Of several transcripts in one file, those far down would have a long list of lines that are not theirs.
  const firstLine = (draft.name === null ? null : turns[0]?.line) ?? 1;
  const before = source === null ? [] : linesOf(turns, written, firstLine);
  // The label of the first turn stands before any line begins, and on the line of its words.
  const placeAt = (lines: readonly number[], offset: number): Place =>
    source === null || lines.length === 0
      ? { file }
      : source.linePlace(firstLine + lastAtMost(lines, Math.max(offset, lines[0] ?? 0)));
  // Marks stand in the text that was written from the turns; their places are lines of the file.
  const extracted = extractMarks({ ...toSource(file, written.text), place: (offset) => placeAt(before, offset) });
  const isUnmarked = extracted.text === written.text;
  // A mark on a line of its own leaves that line empty: words end where the last of them does.
  const moved = isUnmarked
    ? written.turns
    : written.turns
        .map((turn) => {
          const range = { start: extracted.fromOriginal(turn.start), end: extracted.fromOriginal(turn.end) };
          const { start, end } = trimRange(extracted.text, range);
          return { ...turn, start, end };
        })
        .filter(({ start, end }) => start < end);
  const placed = placeMarks(extracted.marks, extracted.text, moved, false);
  const lines = isUnmarked ? before : before.map((offset) => extracted.fromOriginal(offset));
  const { turns: dated, issues: dateIssues } = withDates(moved, (offset) => placeAt(lines, offset));
  const part: TranscriptPart = {
    id,
    title: draft.title ?? id,
    kind: draft.kind ?? "interview",
    file,
    text: extracted.text,
    lines,
    ...(firstLine === 1 || lines.length === 0 ? {} : { firstLine }),
    turns: dated,
    attributes: draft.attributes,
    participant: undefined,
    speakers: [],
    told: draft.speakers,
    codings: placed.codings,
    memos: placed.memos,
    ...(draft.remainder.length === 0 ? {} : { remainder: draft.remainder }),
    placeOf: (offset) => placeAt(lines, offset),
  };
  return { part, issues: [...extracted.issues, ...placed.issues, ...dateIssues] };
}

function hasWords({ words }: DraftTurn): boolean {
  return words.trim() !== "";
}

/**
 * Where each line of the file, from the first one on, begins in the text written from its turns; empty if the turns have no
 * lines, or not in order.
 */
function linesOf(turns: readonly DraftTurn[], { text, turns: written }: WrittenTurns, firstLine: number): number[] {
  const lines: number[] = [];
  for (const [index, { line }] of turns.entries()) {
    const range = written[index];
    if (line === null || range === undefined || line < firstLine + lines.length - 1) return [];
    // Lines above that hold no turn begin where this one does.
    while (firstLine + lines.length <= line) lines.push(range.start);
    const next = turns[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    for (let at = text.indexOf("\n", range.start); at >= 0 && at < range.end; at = text.indexOf("\n", at + 1)) {
      if (firstLine + lines.length < next) lines.push(at + 1);
    }
  }
  return lines;
}
