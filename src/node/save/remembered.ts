import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import type { StudyOrigin } from "../../study/origin";
import type { Study } from "../../study/study";

/** Fingerprints of a folder's files, as a study was loaded from them or saved into them last. */
export type Fingerprints = ReadonlyMap<string, string>;

// By origin, which studies made from one another share: what one of them is saved as is what the others stand for. Then
// by where the folder really is, since a study may be saved into several.
const known = new WeakMap<StudyOrigin, Map<string, Fingerprints>>();

/** A fingerprint of a file's bytes. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Notes which files a study stands for. */
export async function rememberReading(folder: string, study: Study, files: Fingerprints): Promise<void> {
  const folders = known.get(study.origin) ?? new Map<string, Fingerprints>();
  folders.set(await realpath(folder), files);
  known.set(study.origin, folders);
}

/**
 * The files of a folder that a study, or the one it was made from, stands for; undefined if none of them was loaded from
 * there or saved there.
 */
export async function rememberedOf(study: Study, folder: string): Promise<Fingerprints | undefined> {
  return known.get(study.origin)?.get(await realpath(folder));
}
