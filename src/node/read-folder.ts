import { type Issue, issue } from "../issues/issue";
import { type Source, toSource } from "../issues/source";
import { looksLikeDocument } from "../office/document-kind";
import { assembleStudy } from "../study/assemble";
import { parseSettings, readParts, type SchemeSource, type StudySources } from "../study/read-parts";
import type { Settings } from "../study/settings";
import type { Study } from "../study/study";
import type { TranscriptSource } from "../study/transcript-source";
import { canonicalText } from "../text/canonical";
import { count } from "../text/plural";
import { decodeText } from "./decode";
import type { Folder } from "./folder";
import { lookalikes } from "./lookalikes";

/** A folder's study, and what it was read from. */
export interface FolderReading {
  readonly study: Study;
  readonly settings: Settings;
  /** The texts the study was read from, as canonical text. */
  readonly sources: StudySources;
  /** The scheme's file, which need not be there: scheme.yaml, scheme.json or what study.yaml names. */
  readonly schemeFile: string;
  /** Ids of the transcripts that have coding marks or memos in them. */
  readonly marked: readonly string[];
  /** The bytes of every file that was read. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const TRANSCRIPT =
  /\.(txt|md|csv|tsv|tab|docx|doc|odt|xlsx|pdf|rtf|html|htm|vtt|srt|sbv|json|cha|eaf|textgrid|trs|ttml|dfxp|xml|rock)$/i;
const CODINGS = /\.(csv|jsonl)$/i;
const JOURNAL = /\.(md|ya?ml)$/i;
// Recordings and pictures stand beside transcripts in many folders and hold no text.
const MEDIA = /\.(mp3|mp4|m4a|wav|ogg|flac|aac|wma|mov|avi|mkv|webm|png|jpe?g|gif|heic|zip)$/i;

/**
 * Reads the study of a folder, and keeps what it was read from. Rejects with `InputError` like `loadStudy`. Nothing is
 * written.
 */
export async function readFolder(
  folder: Folder,
  onProgress?: (done: number, total: number) => void,
): Promise<FolderReading> {
  const files = new Map<string, Uint8Array>();
  const issues: Issue[] = [];
  const unread: string[] = [];
  const bytesOf = async (file: string, isOptional: boolean): Promise<Uint8Array | null> => {
    const bytes = await folder.read(file);
    if (bytes === null) {
      if (!isOptional) issues.push(deadLink(file));
      return null;
    }
    if (!("refused" in bytes)) {
      files.set(file, bytes);
      return bytes;
    }
    const hint = "Check who may read it, and whether another program holds it.";
    issues.push(issue("unreadable-file", `The file cannot be read: ${bytes.refused}.`, { hint, place: { file } }));
    return null;
  };
  const toText = (file: string, bytes: Uint8Array): Source | null => {
    const decoded = decodeText(file, bytes);
    if ("issue" in decoded) {
      issues.push(decoded.issue);
      return null;
    }
    if (decoded.assumed !== undefined) issues.push(decoded.assumed);
    return toSource(file, canonicalText(decoded.text));
  };
  const read = async (file: string, isOptional: boolean): Promise<Source | null> => {
    const bytes = await bytesOf(file, isOptional);
    return bytes === null ? null : toText(file, bytes);
  };
  const readTranscript = async (file: string): Promise<TranscriptSource | null> => {
    const bytes = await bytesOf(file, false);
    if (bytes === null) return null;
    if (looksLikeDocument(bytes)) {
      // Loaded only where there is a document: its libraries take longer to start than a study of text takes to read.
      const { readDocument } = await import("../office/read-document");
      const reading = await readDocument(bytes, file);
      if (reading !== null) return { file, reading };
    }
    return toText(file, bytes);
  };
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
    const source = await readTranscript(file);
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

/** The transcripts that study.yaml lists, files and folders, or those of the folder transcripts. */
async function transcriptFiles(folder: Folder, listed: readonly string[] | null, issues: Issue[]): Promise<string[]> {
  const places = listed ?? ["transcripts"];
  const found: string[] = [];
  for (const place of places) {
    if ((await folder.kindOf(place)) === "file") found.push(place);
    else found.push(...(await filesOf(folder, place, TRANSCRIPT, issues, listed === null)));
  }
  return [...new Set(found)];
}

/** The files of a place (a folder or one file) with an ending that is read; issues for what is not there or not read. */
async function filesOf(
  folder: Folder,
  place: string,
  ending: RegExp,
  issues: Issue[],
  optional: boolean,
): Promise<string[]> {
  const kind = await folder.kindOf(place);
  if (kind === null && !optional) issues.push(absent(place));
  if (kind === null) return [];
  const files = kind === "file" ? [place] : await folder.filesIn(place);
  const media = files.filter((file) => MEDIA.test(file));
  if (media.length > 0) {
    issues.push(
      issue(
        "ignored-file",
        `${count(media.length, "recording, picture or archive", "recordings, pictures or archives")} passed over.`,
        {
          place: { file: place },
        },
      ),
    );
  }
  for (const file of files) if (!ending.test(file) && !MEDIA.test(file)) issues.push(unsupported(file, ending));
  return files.filter((file) => ending.test(file));
}

function absent(file: string): Issue {
  return issue("missing-file", `study.yaml names "${file}", which is not there.`, {
    hint: "Check the spelling, capitals too, and the folder: places are relative to study.yaml.",
    place: { file: "study.yaml" },
  });
}

function deadLink(file: string): Issue {
  return issue("missing-file", "The folder names this file, and it is not there.", {
    hint: "It is a link that leads nowhere, or was removed while the study was read. Put the file back, or take the link out.",
    place: { file },
  });
}

function unsupported(file: string, ending: RegExp): Issue {
  const endings = [...ending.source.matchAll(/[a-z]{2,}/g)].map(([name]) => `.${name}`);
  return issue("unsupported-format", `Files like this are not read here; those with ${endings.join(", ")} are.`, {
    hint: "Save its text in one of these formats, or take the file out of the folder.",
    place: { file },
  });
}
