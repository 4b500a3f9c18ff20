import { join } from "node:path";
import { InputError } from "../issues/input-error";
import { type Issue, issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { assembleStudy } from "../study/assemble";
import { parseSettings, readParts } from "../study/read-parts";
import type { Study } from "../study/study";
import type { TranscriptSource } from "../study/transcript-source";
import { fileReader } from "./file-reader";
import { kindOf } from "./files";
import { lookalikes } from "./lookalikes";
import { absent, filesOf, transcriptFiles } from "./study-files";

/** Options of `loadStudy`. */
export interface LoadOptions {
  /** Told after each transcript how many have been read, and of how many; for a progress bar. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

const CODINGS = /\.(csv|jsonl)$/i;
const JOURNAL = /\.md$/i;

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
  const { read, readTranscript } = fileReader(folder, issues);
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
    const { source } = await readTranscript(file);
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
