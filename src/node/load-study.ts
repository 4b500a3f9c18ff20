import { stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { optionsOf } from "../issues/call";
import { InputError } from "../issues/input-error";
import { issue } from "../issues/issue";
import type { Study } from "../study/study";
import { kindOf } from "./files";
import { diskFolder, overlaid } from "./folder";
import { type FolderReading, readFolder } from "./read-folder";
import { fingerprint, rememberReading } from "./save/remembered";
import { unfinishedSave } from "./save/unfinished";

/** Options of `loadStudy`. */
export interface LoadOptions {
  /** Told after each transcript how many have been read, and of how many; for a progress bar. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

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
  const { onProgress } = optionsOf(options, "{ onProgress: (done, total) => {} }", { onProgress: true });
  // Of bytes, no more is kept than a fingerprint: they would lie there beside the texts.
  const reading = await readWhole(folder, fingerprint, onProgress);
  await rememberReading(folder, reading.study, reading.files);
  return reading.study;
}

/** Reads the folder as the last save left it, or shall leave it; once more if another one is made meanwhile. */
export async function readWhole<Kept>(
  folder: string,
  keep: (bytes: Uint8Array) => Kept,
  onProgress?: LoadOptions["onProgress"],
): Promise<FolderReading<Kept>> {
  if ((await kindOf(folder)) !== "folder") {
    throw new InputError([
      issue("missing-file", `There is no folder "${folder}".`, {
        hint: "Give the folder that holds the transcripts folder and study.yaml.",
      }),
    ]);
  }
  // A save begins and ends with a file in the folder itself.
  const touched = async (): Promise<bigint> => (await stat(folder, { bigint: true })).mtimeNs;
  for (let attempt = 1; ; attempt++) {
    const before = await touched();
    const reading = readFolder(overlaid(diskFolder(folder), await unfinishedSave(folder)), keep, onProgress);
    await reading.catch(() => undefined);
    if (before === (await touched())) return reading;
    if (attempt === MOST_ATTEMPTS) throw restless(folder);
    await setTimeout(attempt * 5);
  }
}

// About a second in all.
const MOST_ATTEMPTS = 20;

function restless(folder: string): InputError {
  return new InputError([
    issue("save-under-way", `Files appear and disappear in "${folder}" all the time, so that it cannot be read.`, {
      hint: "Another program is at work there. Wait until it is done.",
    }),
  ]);
}
