import type { Issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { assembleStudy } from "../study/assemble";
import { parseSettings, readParts, type SchemeSource, type StudySources } from "../study/read-parts";
import type { Settings } from "../study/settings";
import type { Study } from "../study/study";
import type { TranscriptSource } from "../study/transcript-source";
import { fileReader } from "./file-reader";
import type { Folder } from "./folder";
import { lookalikes } from "./lookalikes";
import { absent, filesOf, transcriptFiles } from "./study-files";

/** A folder's study, and what it was read from; of every file, what was kept of its bytes. */
export interface FolderReading<Kept = Uint8Array> {
  readonly study: Study;
  readonly settings: Settings;
  /** The texts the study was read from, as canonical text. */
  readonly sources: StudySources;
  /** The scheme's file, which need not be there: scheme.yaml, scheme.json or what study.yaml names. */
  readonly schemeFile: string;
  /** Ids of the transcripts that have coding marks or memos in them. */
  readonly marked: readonly string[];
  /** Every file that was read. */
  readonly files: ReadonlyMap<string, Kept>;
}

const CODINGS = /\.(csv|jsonl)$/i;
const JOURNAL = /\.(md|ya?ml)$/i;

/**
 * Reads the study of a folder, and keeps of each file what `keep` makes of its bytes. Rejects with `InputError` like
 * `loadStudy`. Nothing is written.
 */
export async function readFolder<Kept>(
  folder: Folder,
  keep: (bytes: Uint8Array) => Kept,
  onProgress?: (done: number, total: number) => void,
): Promise<FolderReading<Kept>> {
  const files = new Map<string, Kept>();
  const issues: Issue[] = [];
  const unread: string[] = [];
  const { read, readTranscript } = fileReader(folder, issues, (file, bytes) => {
    const kept = keep(bytes);
    files.set(file, kept);
    return Object.is(kept, bytes);
  });
  const settingsRead = parseSettings(await read("study.yaml", true));
  const { settings } = settingsRead;
  issues.push(...settingsRead.issues);
  const one = async (file: string, byDefault: string): Promise<Source | null> => {
    const source = await read(file, true);
    if (source === null && file !== byDefault && (await folder.kindOf(file)) === null) issues.push(absent(file));
    return source;
  };
  const transcripts: TranscriptSource[] = [];
  for (const file of await transcriptFiles(folder, settings.files.transcripts, issues)) {
    const { source } = await readTranscript(file);
    if (source === null) unread.push(file);
    else transcripts.push(source);
  }
  const several = async (place: string, byDefault: string, ending: RegExp): Promise<Source[]> => {
    const found = await filesOf(folder, place, ending, issues, place === byDefault);
    return (await Promise.all(found.map((file) => read(file, false)))).filter((source) => source !== null);
  };
  const schemeFile = await schemeIn(folder, settings.files.scheme);
  issues.push(...lookalikes(await folder.names(), ["study.yaml", settings.files.participants, schemeFile]));
  const sources = {
    participants: await one(settings.files.participants, "participants.csv"),
    scheme: await withPlainScheme(await one(schemeFile, "scheme.yaml")),
    transcripts,
    codings: await several(settings.files.codings, "codings", CODINGS),
    journal: await several(settings.files.journal, "journal", JOURNAL),
  };
  // A file that is there and could not be read says so; that its content is missing would only follow from it.
  const failed = new Set(issues.flatMap(({ severity, place }) => (severity === "error" && place ? [place.file] : [])));
  const broken = [
    ...(settingsRead.broken ? (["settings"] as const) : []),
    ...(failed.has(settings.files.participants) ? (["participants"] as const) : []),
    ...(failed.has(schemeFile) ? (["scheme"] as const) : []),
  ];
  const before = { issues, broken, unread };
  const parts = readParts(settings, sources, before, onProgress);
  const study = assembleStudy(parts);
  const marked = parts.transcripts.flatMap((part) => (part.codings.length + part.memos.length > 0 ? part.id : []));
  return { study, settings, sources, schemeFile, marked, files };
}

/** The file of the scheme: scheme.json stands for scheme.yaml where that is not there. */
async function schemeIn(folder: Folder, file: string): Promise<string> {
  if (file !== "scheme.yaml" || (await folder.kindOf(file)) !== null) return file;
  return (await folder.kindOf("scheme.json")) === "file" ? "scheme.json" : file;
}

/** The scheme's file with what it holds, where it is a codebook of REFI-QDA or a code list. */
async function withPlainScheme(source: Source | null): Promise<SchemeSource | null> {
  if (source === null || !/\.(qdc|csv|tsv)$/i.test(source.file)) return source;
  const { plainScheme } = await import("../exchange/plain-scheme");
  return { ...source, plain: plainScheme(source) };
}
