import { hasErrors, type Issue } from "../issues/issue";
import type { Transcript } from "../model/transcript";
import { VERSION } from "../model/version";
import type { ParseOptions } from "../study/parse-options";
import { parseTranscriptSource } from "../study/parse-transcript";
import type { ParticipantInput } from "../study/participants";
import { parseParticipants } from "../study/participants";
import { parseSettings } from "../study/read-parts";
import { Table } from "../table/table";
import { listed } from "../text/plural";
import { countWords } from "../text/words";
import { fileReader } from "./file-reader";
import { isStudyFolder } from "./files";
import { diskFolder } from "./folder";
import { allFiles, transcriptFiles } from "./study-files";

/** One transcript file. What cannot be told, since the file cannot be read, is null. */
export interface TranscriptFileRow {
  /** From the folder, with forward slashes. */
  readonly file: string;
  readonly format: string | null;
  /** What its transcripts are records of: "interview"; several with commas. */
  readonly kind: string | null;
  /** How many transcripts it holds. */
  readonly transcripts: number | null;
  /** How many labels its turns have, interviewers' too. */
  readonly speakers: number | null;
  /** The first few of these labels. */
  readonly labels: string | null;
  readonly turns: number | null;
  /** Words in turns. */
  readonly words: number | null;
  /** From the first time to the last, over all its transcripts; null if it has no times. */
  readonly minutes: number | null;
  /** Problems that may change a number, errors too. */
  readonly warnings: number;
}

const MOST_LABELS = 3;

/**
 * The transcript files of a folder, each read by itself, and what is wrong with them. In the folder of a study they are
 * those of the study, and its people are known; in any other folder all files that can be transcripts, in folders within
 * it as well. `onProgress` is told after each how many have been read, and of how many.
 */
export async function listTranscripts(
  folder: string,
  onProgress?: (done: number, total: number) => void,
): Promise<{ table: Table<TranscriptFileRow>; issues: readonly Issue[] }> {
  const issues: Issue[] = [];
  const disk = diskFolder(folder);
  const { read, readTranscript } = fileReader(disk, issues);
  const isStudy = await isStudyFolder(folder);
  const { settings, issues: settingsIssues } = parseSettings(isStudy ? await read("study.yaml", true) : null);
  issues.push(...settingsIssues);
  const people = isStudy ? await read(settings.files.participants, true) : null;
  const participants =
    people === null ? undefined : knownPeople(parseParticipants(people).rows.map((row) => row.value));
  const files = isStudy
    ? await transcriptFiles(disk, settings.files.transcripts, issues)
    : await allFiles(disk, issues);
  const refused = issues.flatMap(({ code, place }) => (code === "unsupported-format" && place ? [place.file] : []));
  const options = { interviewers: settings.interviewers, participants };
  const rows: TranscriptFileRow[] = refused.map((file) => ({ ...UNREAD, file, warnings: 1 }));
  for (const [index, file] of files.entries()) {
    const before = issues.length;
    const { source, format } = await readTranscript(file);
    const transcripts = source === null ? [] : transcriptsIn(source, options, issues);
    const found = issues.slice(before);
    const warnings = found.filter((each) => each.severity !== "info").length;
    const isRead = transcripts.some(({ turns }) => turns.length > 0) || (transcripts.length > 0 && !hasErrors(found));
    rows.push({ ...(isRead ? measured(transcripts) : UNREAD), file, format, warnings });
    onProgress?.(index + 1, files.length);
  }
  return { table: tableOf(rows), issues };
}

const UNREAD: TranscriptFileRow = {
  file: "",
  format: null,
  kind: null,
  transcripts: null,
  speakers: null,
  labels: null,
  turns: null,
  words: null,
  minutes: null,
  warnings: 0,
};

/** Participants without their groups, which are no concern here. */
function knownPeople(rows: readonly ParticipantInput[]): ParticipantInput[] {
  return rows.map(({ id, label, aliases = [] }) => ({ id, aliases, ...(label === undefined ? {} : { label }) }));
}

function transcriptsIn(
  source: Parameters<typeof parseTranscriptSource>[0],
  options: Omit<ParseOptions, "file">,
  issues: Issue[],
): readonly Transcript[] {
  const parsed = parseTranscriptSource(source, options);
  for (const each of parsed.issues) issues.push(each);
  return parsed.transcripts;
}

function measured(transcripts: readonly Transcript[]): Omit<TranscriptFileRow, "file" | "format" | "warnings"> {
  const turns = transcripts.flatMap((each) => each.turns);
  const labels = [...new Set(turns.map((turn) => turn.label))].filter((label) => label !== "");
  const words = transcripts.map(({ text, turns }) =>
    turns.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0),
  );
  const seconds = transcripts.map(secondsOf).filter((each) => each !== null);
  return {
    kind: [...new Set(transcripts.map((each) => each.kind))].join(", "),
    transcripts: transcripts.length,
    speakers: labels.length,
    labels: shownLabels(labels),
    turns: turns.length,
    words: sumOf(words),
    minutes: seconds.length === 0 ? null : sumOf(seconds) / 60,
  };
}

function shownLabels(labels: readonly string[]): string {
  if (labels.length <= MOST_LABELS + 1) return labels.join(", ");
  return listed([labels.slice(0, MOST_LABELS).join(", "), `${labels.length - MOST_LABELS} more`]);
}

/** From the first time of a turn to the last. */
function secondsOf({ turns }: Transcript): number | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { time } of turns) {
    if (time === undefined) continue;
    first = Math.min(first, time[0]);
    last = Math.max(last, time[0], time[1] ?? time[0]);
  }
  return first <= last ? last - first : null;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

function tableOf(rows: readonly TranscriptFileRow[]): Table<TranscriptFileRow> {
  const unread = rows.filter((row) => row.turns === null).length;
  return new Table({
    columns: [
      { key: "file", label: "File", kind: "text" },
      { key: "format", label: "Format", kind: "text" },
      { key: "kind", label: "Kind", kind: "text" },
      { key: "transcripts", label: "Transcripts", kind: "count", only: "data" },
      { key: "speakers", label: "Speakers", kind: "count" },
      { key: "labels", label: "Labels", kind: "text" },
      { key: "turns", label: "Turns", kind: "count" },
      { key: "words", label: "Words", kind: "count" },
      { key: "minutes", label: "Minutes", kind: "number", digits: 1 },
      { key: "warnings", label: "Warnings", kind: "count" },
    ],
    rows,
    caption: "Transcripts",
    notes: unread === 0 ? [] : [`${unread} of ${rows.length} files could not be read.`],
    provenance: { function: "polyvocal transcripts", options: {}, schemeVersion: null, packageVersion: VERSION },
  });
}
