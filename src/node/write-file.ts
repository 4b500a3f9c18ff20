import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder } from "./make-folder";

/**
 * Writes a file whole or not at all: into a temporary file of the same folder, which then takes the place of the one
 * there was. Folders of the path that are missing are made. A link at the path is replaced, not followed.
 *
 * Rejects with Node's own error, which names the path given; nothing but made folders is left behind then.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  // In the same folder, since a file can only be renamed within one disk; short, since names have a greatest length.
  const temporary = join(folder, `.polyvocal-${randomBytes(6).toString("hex")}.tmp`);
  try {
    await makeFolder(folder);
    await writeThrough(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    // The first failure is the one to tell; where the folder itself is at fault, this one only follows from it.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  }
}

/** Writes a new file and waits until the disk has it, so that the rename never shows an empty one after a power cut. */
async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(text, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}
