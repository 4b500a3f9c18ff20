import { join } from "node:path";
import { InputError } from "../../issues/input-error";
import { type Issue, issue } from "../../issues/issue";
import type { Study } from "../../study/study";
import { readIfThere } from "../files";
import type { FolderReading } from "../read-folder";
import { fingerprint, rememberedOf } from "./remembered";

const CHANGED = "This file has changed since the study was loaded.";
const HINT = "Load the study again, and make your changes to that; nothing was written.";

/** Throws `InputError` for a study that was neither loaded from a folder which holds one, nor saved into it. */
export async function elsewhere(study: Study, folder: string): Promise<void> {
  if ((await rememberedOf(study, folder)) !== undefined) return;
  throw new InputError([
    issue("folder-changed", `The folder "${folder}" holds a study that this one was not loaded from.`, {
      hint: "Save into a folder that is empty or not there, or load the study of this one first.",
    }),
  ]);
}

/**
 * An issue for each file that is not as it was when the study was loaded or saved last. Files that are new are seen only
 * in a reading of the folder; without one, those that were there are looked at.
 */
export async function changedSince(study: Study, folder: string, reading: FolderReading | null): Promise<Issue[]> {
  const known = (await rememberedOf(study, folder)) ?? new Map<string, string>();
  const issues: Issue[] = [];
  if (reading !== null) {
    for (const [file, bytes] of reading.files) {
      const print = known.get(file);
      if (print === fingerprint(bytes)) continue;
      const message = print === undefined ? "This file is new." : CHANGED;
      issues.push(issue("folder-changed", message, { hint: HINT, place: { file } }));
    }
    return issues;
  }
  for (const [file, print] of known) {
    const bytes = await readIfThere(join(folder, file));
    const isThere = bytes !== null && !("refused" in bytes);
    if (isThere && fingerprint(bytes) === print) continue;
    const message = isThere ? CHANGED : "This file was there when the study was loaded, and is gone.";
    issues.push(issue("folder-changed", message, { hint: HINT, place: { file } }));
  }
  return issues;
}
