import { extractMarks } from "../coding/extract-marks";
import { placeMarks } from "../coding/place-marks";
import type { Shortened } from "../coding/removals";
import { mayHaveMarks, tooManyMarks } from "../coding/scan-marks";
import { hasErrors, type Issue, type Place } from "../issues/issue";
import { lastAtMost, type Source, toSource } from "../issues/source";
import type { Range } from "../model/range";
import type { TranscriptKind } from "../model/transcript";
import { trimRange } from "../text/trim-range";
import { canonicalTurns, type WrittenTurns } from "../transcripts/canonical-turns";
import type { TurnDraft } from "../transcripts/draft";
import type { DraftTurn, Reading, TranscriptDraft } from "../transcripts/reading";
import { asDiary, diaryAssumed, withDates } from "./diary-part";
import { tooManyTurns } from "./too-large";
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
  return partsFromReader(() => reading, file, source, kind);
}

/**
 * The transcripts of a file that is read now, as `partsFromReading` makes them. What the reader made of the file is let go
 * of turn by turn while the text is written: of a large file, all words would otherwise be there twice.
 */
export function partsFromReader(
  read: () => Reading,
  file: string,
  source: Source | null,
  kind?: TranscriptKind,
): { transcripts: TranscriptPart[]; issues: Issue[] } {
  const { drafts, issues } = draftsOf(read, file);
  const stem = fileStem(file);
  const transcripts: TranscriptPart[] = [];
  for (let draft = takeDraft(drafts, kind); draft !== undefined; draft = takeDraft(drafts, kind)) {
    const { part, issues: found } = partOf(draft, { file, stem }, source);
    if (part === null) return { transcripts: [], issues: [...issues, ...found] };
    if (draft.isAssumed) issues.push(diaryAssumed(part.turns, part.placeOf, draft.hadDates));
    for (const each of found) issues.push(each);
    transcripts.push(part);
  }
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

/** The drafts that a reader makes, the last one first, in a list that nobody else holds; and the issues so far. */
function draftsOf(read: () => Reading, file: string): { drafts: TranscriptDraft[]; issues: Issue[] } {
  const { drafts, issues: found } = read();
  const issues = [...found];
  const large = tooManyTurns(file, drafts);
  if (large !== null) return { drafts: [], issues: [...issues, large] };
  const silent = drafts.every((draft) => draft.turns.length === 0);
  // What was too much to be read is no transcript in which nobody says anything.
  if (silent && issues.some(({ code }) => code === "too-large")) {
    return { drafts: [], issues: issues.filter(({ code }) => code !== "transcript-without-turn") };
  }
  if (silent && issues.length === 0) issues.push(noTurnIssue(file));
  const isNobody = drafts.length === 0 && silent && !hasErrors(issues);
  return { drafts: isNobody ? [NOBODY] : drafts.toReversed(), issues };
}

/** A draft whose turns stand in a list of its own, the last one first, from which they are taken. */
interface TakenDraft extends Omit<TranscriptDraft, "turns"> {
  readonly turns: DraftTurn[];
  readonly firstLine: number;
  /** True if its dates, and nobody, say that it is a diary. */
  readonly isAssumed: boolean;
  /** True if its dates were told apart from the words when it was read. */
  readonly hadDates: boolean;
}

/** Takes the next draft off a list that begins with the last one; undefined if none is left. */
function takeDraft(drafts: TranscriptDraft[], kind: TranscriptKind | undefined): TakenDraft | undefined {
  const given = drafts.pop();
  if (given === undefined) return undefined;
  const draft = asDiary(given, kind);
  const { id, name, title, attributes, speakers, remainder } = draft;
  const stated = id === undefined ? {} : { id };
  // Of several transcripts in one file, those far down would have a long list of lines that are not theirs.
  const firstLine = (draft.name === null ? null : draft.turns.find(hasWords)?.line) ?? 1;
  const isAssumed = draft !== given && kind === undefined && given.kind === null;
  const hadDates = isAssumed && draft.turns === given.turns;
  const turns = draft.turns.toReversed();
  const { kind: own } = draft;
  return { ...stated, name, title, kind: own, turns, attributes, speakers, remainder, firstLine, isAssumed, hadDates };
}

function partOf(
  draft: TakenDraft,
  { file, stem }: { readonly file: string; readonly stem: string },
  source: Source | null,
): { part: TranscriptPart | null; issues: readonly Issue[] } {
  const { firstLine, remainder } = draft;
  const id = draft.id ?? (draft.name === null ? stem : `${stem} ${draft.name}`);
  const most = draft.turns.length;
  const lineOf = new Int32Array(source === null ? 0 : most);
  const written = canonicalTurns(takeTurns(draft.turns, lineOf), most);
  const placed = source === null ? NONE : linesOf(lineOf, written, firstLine);
  const hasMarks = mayHaveMarks(written.text);
  const large = hasMarks ? tooManyMarks({ file, text: written.text }) : null;
  if (large !== null) return { part: null, issues: [large] };
  const marked = hasMarks
    ? withoutMarks(written, placed, { file, place: placesOf(source, file, placed, firstLine) })
    : { text: written.text, turns: written.turns, lines: placed, codings: NONE, memos: NONE, issues: NONE };
  const placeOf = placesOf(source, file, marked.lines, firstLine);
  const { turns, issues } = withDates(marked.turns, placeOf);
  const part: TranscriptPart = {
    id,
    title: draft.title ?? id,
    kind: draft.kind ?? "interview",
    file,
    text: marked.text,
    lines: marked.lines,
    firstLine: firstLine === 1 || marked.lines.length === 0 ? undefined : firstLine,
    turns,
    attributes: draft.attributes,
    participant: undefined,
    speakers: NONE,
    told: draft.speakers,
    codings: marked.codings,
    memos: marked.memos,
    remainder: remainder.length === 0 ? undefined : remainder,
    placeOf,
  };
  return { part, issues: marked.issues.length === 0 ? issues : [...marked.issues, ...issues] };
}

/** Tells the places of a transcript whose lines, from the first one on, begin at these offsets. */
function placesOf(
  source: Source | null,
  file: string,
  lines: readonly number[],
  firstLine: number,
): (offset: number) => Place {
  if (source === null || lines.length === 0) return () => ({ file });
  // The label of the first turn stands before any line begins, and on the line of its words.
  return (offset) => source.linePlace(firstLine + lastAtMost(lines, Math.max(offset, lines[0] ?? 0)));
}

/** Said once: a survey of thousands has no room for an empty list for each of its transcripts. */
const NONE: readonly never[] = [];

type Marked = Pick<TranscriptPart, "text" | "lines" | "turns" | "codings" | "memos"> & {
  readonly issues: readonly Issue[];
};

/**
 * What is written, without the marks in it, and what they mark. The text and its turns are taken out of `written`: with all
 * that is made of them, those of a large file would fill the memory.
 */
function withoutMarks(
  written: { text: string; turns: TurnDraft[] },
  lines: readonly number[],
  places: Pick<Source, "file" | "place">,
): Marked {
  // Marks stand in the text that was written from the turns, which goes; their places are lines of the file.
  const extracted = extractMarks({ ...toSource(places.file, written.text), ...places }, 0, places);
  const isUnmarked = extracted.text === written.text;
  written.text = "";
  const turns = isUnmarked ? written.turns : movedTurns(written.turns, extracted);
  const { codings, memos, issues } = placeMarks(extracted.marks, extracted.text, turns, false);
  return {
    text: extracted.text,
    lines: isUnmarked ? lines : lines.map((offset) => extracted.fromOriginal(offset)),
    turns,
    codings,
    memos,
    issues: [...extracted.issues, ...issues],
  };
}

/** The turns where they are in the shortened text, in the place of those given. A turn of nothing but marks is none. */
function movedTurns(turns: TurnDraft[], { text, fromOriginal }: Shortened): readonly TurnDraft[] {
  for (const [index, turn] of turns.entries()) {
    // A mark on a line of its own leaves that line empty: words end where the last of them does.
    const { start, end } = trimRange(text, { start: fromOriginal(turn.start), end: fromOriginal(turn.end) });
    turns[index] = { ...turn, start, end };
  }
  return turns.every(({ start, end }) => start < end) ? turns : turns.filter(({ start, end }) => start < end);
}

function hasWords({ words }: DraftTurn): boolean {
  return words.trim() !== "";
}

/** Takes the turns with words off a list that begins with the last one, and notes the line of each in `lines`; 0 for none. */
function* takeTurns(turns: DraftTurn[], lines: Int32Array): Generator<DraftTurn> {
  let count = 0;
  for (let turn = turns.pop(); turn !== undefined; turn = turns.pop()) {
    if (!hasWords(turn)) continue;
    lines[count++] = turn.line ?? 0;
    yield turn;
  }
}

/**
 * Where each line of the file, from the first one on, begins in the text written from its turns; empty if the turns have no
 * lines, or not in order.
 *
 * @param lineOf The line of each turn; 0 if it has none.
 */
function linesOf(lineOf: Int32Array, { text, turns: written }: WrittenTurns, firstLine: number): number[] {
  const last = written.at(-1);
  const lastLine = lineOf[written.length - 1] ?? 0;
  if (last === undefined || lastLine < firstLine) return [];
  // A file of subtitles has millions of lines: a list that grows would be copied again and again.
  const lines = new Array<number>(lastLine - firstLine + 1 + breaksWithin(text, last));
  let count = 0;
  for (const [index, { start, end }] of written.entries()) {
    const line = lineOf[index] ?? 0;
    if (line === 0 || line < firstLine + count - 1 || line > lastLine) return [];
    // Lines above that hold no turn begin where this one does.
    while (firstLine + count <= line) lines[count++] = start;
    const next = lineOf[index + 1] || Number.POSITIVE_INFINITY;
    for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) {
      if (firstLine + count < next) lines[count++] = at + 1;
    }
  }
  lines.length = count;
  return lines;
}

function breaksWithin(text: string, { start, end }: Range): number {
  let breaks = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) breaks++;
  return breaks;
}
