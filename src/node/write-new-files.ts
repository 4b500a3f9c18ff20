import { rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder } from "./make-folder";
import { isSystemError, writeError } from "./system-error";

/**
 * Writes new files into a folder, all of them or none, and never over one that is there. Folders that are missing are
 * made, and stay. Rejects with an error that names the file as the user would, from `named`.
 */
export async function writeNewFiles(
  root: string,
  files: readonly { readonly path: string; readonly text: string }[],
  named: string,
): Promise<void> {
  const written: string[] = [];
  for (const { path, text } of files) {
    const target = join(root, path);
    try {
      await makeFolder(dirname(target));
      // "wx": even a file that somebody makes at this very moment stays.
      await writeFile(target, text, { flag: "wx" });
    } catch (error) {
      await Promise.all(written.map((each) => rm(each, { force: true })));
      throw isSystemError(error) ? writeError(join(named, path), error) : error;
    }
    written.push(target);
  }
}
