import { mkdtemp, readdir, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs a piece of work in a folder of its own, which is removed whatever happens. */
export async function inTemporaryFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "polyvocal-test-")));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every file in a folder and the folders in it, hidden ones too, with its text. */
export async function textsIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  const texts = paths.sort().map(async (path): Promise<[string, string]> => {
    return [path.slice(folder.length + 1), await readFile(path, "utf8")];
  });
  return Object.fromEntries(await Promise.all(texts));
}
