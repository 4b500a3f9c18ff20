import { randomBytes } from "node:crypto";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { readIfThere } from "../files";
import { makeFolder } from "../make-folder";
import { isLeftLock } from "./lock";
import { isTemporary, parseRecord, RECORD, type RecordedFile, toRecord } from "./record";
import type { Step } from "./step";

/** What becomes of files, by path from the study's folder: their new bytes, or null for one that goes. */
export type Changes = ReadonlyMap<string, Uint8Array | null>;

/**
 * Makes all changes or none. The new contents are written beside their places and synced; then a record of them is put
 * into place, which decides; then they move, and the record goes. Cut off before the record, the folder is the old one;
 * cut off behind it, readers look through the record, and the next save carries it out.
 */
export async function commitChanges(folder: string, changes: Changes, step: Step): Promise<void> {
  if (changes.size === 0) return;
  const name = `.polyvocal-save-${randomBytes(6).toString("hex")}`;
  const temporaries: string[] = [];
  const files: RecordedFile[] = [];
  try {
    for (const [file, content] of changes) {
      if (content === null) {
        files.push({ file, temporary: null });
        continue;
      }
      const temporary = posix.join(posix.dirname(file), `${name}-${files.length + 1}.tmp`);
      await makeFolder(dirname(join(folder, file)));
      temporaries.push(temporary);
      await writeSynced(join(folder, temporary), content, step);
      files.push({ file, temporary: pathBeside(file, temporary) });
    }
    for (const place of foldersOf(folder, files)) await syncFolder(place);
    const record = `${name}-0.tmp`;
    temporaries.push(record);
    await writeSynced(join(folder, record), new TextEncoder().encode(toRecord(files)), step);
    await rename(join(folder, record), join(folder, RECORD));
  } catch (error) {
    // Nothing is decided yet, and nothing shall be left behind.
    for (const file of temporaries) await rm(join(folder, file), { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
  await step(`decided ${RECORD}`);
  await carryOut(folder, files, step);
}

/** Carries out a save that was decided and cut off, and removes what others left behind in these folders. */
export async function finishSave(folder: string, places: Iterable<string>, step: Step): Promise<void> {
  const record = await readIfThere(join(folder, RECORD));
  if (record !== null && !("refused" in record)) {
    await carryOut(folder, parseRecord(new TextDecoder().decode(record)), step);
  }
  for (const place of new Set(["", ...places])) {
    const names = await readdir(join(folder, place)).catch(() => []);
    for (const name of names.filter((each) => isTemporary(each) || isLeftLock(each))) {
      await rm(join(folder, place, name), { force: true });
      await step(`removed ${name}`);
    }
  }
}

async function carryOut(folder: string, files: readonly RecordedFile[], step: Step): Promise<void> {
  for (const { file, temporary } of files) {
    if (temporary === null) await rm(join(folder, file), { force: true });
    else if (await isThere(join(folder, temporary))) await rename(join(folder, temporary), join(folder, file));
    await step(`placed ${file}`);
  }
  for (const place of foldersOf(folder, files)) await syncFolder(place);
  await rm(join(folder, RECORD), { force: true });
  await step(`removed ${RECORD}`);
  await syncFolder(folder);
}

/** The temporary file's path, spelled as the file's own folder is. */
function pathBeside(file: string, temporary: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1) + posix.basename(temporary);
}

function foldersOf(folder: string, files: readonly RecordedFile[]): string[] {
  return [...new Set(files.map(({ file }) => dirname(join(folder, file))))];
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Writes a new file, and waits until the disk has it. */
async function writeSynced(path: string, content: Uint8Array, step: Step): Promise<void> {
  const file = await open(path, "wx");
  try {
    await step(`opened ${posix.basename(path)}`);
    await file.writeFile(content);
    await step(`wrote ${posix.basename(path)}`);
    await file.sync();
  } finally {
    await file.close();
  }
  await step(`synced ${posix.basename(path)}`);
}

/** Waits until the disk has the names in a folder. Some systems cannot; there they come when they come. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => null);
  if (folder === null) return;
  await folder.sync().catch(() => undefined);
  await folder.close();
}
