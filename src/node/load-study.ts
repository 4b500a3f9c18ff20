import { join } from "node:path";
import { InputError } from "../issues/input-error";
import { type Issue, issue } from "../issues/issue";
import { type Source, toSource } from "../issues/source";
import { looksLikeDocument } from "../office/document-kind";
import { assembleStudy } from "../study/assemble";
import { parseSettings, readParts } from "../study/read-parts";
import type { Study } from "../study/study";
import type { TranscriptSource } from "../study/transcript-source";
import { canonicalText } from "../text/canonical";
import { count } from "../text/plural";
import { decodeText } from "./decode";
import { filesIn, kindOf, readIfThere } from "./files";
import { lookalikes } from "./lookalikes";

/** Options of `loadStudy`. */
export interface LoadOptions {
  /** Told after each transcript how many have been read, and of how many; for a progress bar. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

const TRANSCRIPT =
  /\.(txt|md|csv|tsv|tab|docx|doc|odt|xlsx|pdf|rtf|html|htm|vtt|srt|sbv|json|cha|eaf|textgrid|trs|ttml|dfxp|xml|rock)$/i;
const CODINGS = /\.(csv|jsonl)$/i;
const JOURNAL = /\.md$/i;
// Recordings and pictures stand beside transcripts in many folders and hold no text.
const MEDIA = /\.(mp3|mp4|m4a|wav|ogg|flac|aac|wma|mov|avi|mkv|webm|png|jpe?g|gif|heic|zip)$/i;

/**
 * The study in a folder: study.yaml, participants.csv, scheme.yaml, transcripts/, codings/ and journal/, of which only
 * the transcripts must be there. docs/study-folder.md describes them.
 *
 * Rejects with `InputError`, which holds every problem of every file, if one of them is an error; warnings and infos
 * are on `study.issues`. Nothing is written, and nothing leaves the machine.
 *
 * @example
 * ```ts
 * const study = await loadStudy("fixtures/peer-support");
 * study.participants.length; // => 36
 * ```
 */
export async function loadStudy(folder: string, options: LoadOptions = {}): Promise<Study> {
  if ((await kindOf(folder)) !== "folder") {
    throw new InputError([
      issue("missing-file", `There is no folder "${folder}".`, {
        hint: "Give the folder that holds the transcripts folder and study.yaml.",
      }),
    ]);
  }
  const issues: Issue[] = [];
  const unread: string[] = [];
  const bytesOf = async (file: string, isOptional: boolean): Promise<Uint8Array | null> => {
    const bytes = await readIfThere(join(folder, file));
    if (bytes === null) {
      if (!isOptional) issues.push(deadLink(file));
      return null;
    }
    if (!("refused" in bytes)) return bytes;
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
    if (source === null && file !== byDefault && (await kindOf(join(folder, file))) === null) issues.push(absent(file));
    return source;
  };
  const files = await transcriptFiles(folder, settings.files.transcripts, issues);
  const transcripts: TranscriptSource[] = [];
  for (const file of files) {
    const source = await readTranscript(file);
    if (source === null) unread.push(file);
    else transcripts.push(source);
  }
  const several = async (place: string, byDefault: string, ending: RegExp): Promise<Source[]> => {
    const found = await filesOf(folder, place, ending, issues, place === byDefault);
    return (await Promise.all(found.map((file) => read(file, false)))).filter((source) => source !== null);
  };
  const schemeFile = await schemeIn(folder, settings.files.scheme);
  issues.push(...(await lookalikes(folder, ["study.yaml", settings.files.participants, schemeFile])));
  const sources = {
    participants: await one(settings.files.participants, "participants.csv"),
    scheme: await one(schemeFile, "scheme.yaml"),
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
  return assembleStudy(readParts(settings, sources, before, options.onProgress));
}

/** The file of the scheme: scheme.json stands for scheme.yaml where that is not there. */
async function schemeIn(folder: string, file: string): Promise<string> {
  if (file !== "scheme.yaml" || (await kindOf(join(folder, file))) !== null) return file;
  return (await kindOf(join(folder, "scheme.json"))) === "file" ? "scheme.json" : file;
}

/** The transcripts that study.yaml lists, files and folders, or those of the folder transcripts. */
async function transcriptFiles(folder: string, listed: readonly string[] | null, issues: Issue[]): Promise<string[]> {
  const places = listed ?? ["transcripts"];
  const found: string[] = [];
  for (const place of places) {
    if ((await kindOf(join(folder, place))) === "file") found.push(place);
    else found.push(...(await filesOf(folder, place, TRANSCRIPT, issues, listed === null)));
  }
  return [...new Set(found)];
}

/** The files of a place (a folder or one file) with an ending that is read; issues for what is not there or not read. */
async function filesOf(
  folder: string,
  place: string,
  ending: RegExp,
  issues: Issue[],
  optional: boolean,
): Promise<string[]> {
  const kind = await kindOf(join(folder, place));
  if (kind === null && !optional) issues.push(absent(place));
  if (kind === null) return [];
  const files = kind === "file" ? [place] : await filesIn(folder, place);
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
