import { open, readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { LARGEST_FILE } from "../text/limits";
import { readBytes } from "./file-bytes";
import { isSystemError, reasonOf } from "./system-error";

// What programs and systems leave beside a researcher's own files.
const NOT_OURS = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$|Icon\r$)/i;

/** Why a file cannot be read; its size in bytes where that is the reason. */
export interface Refused {
  readonly refused: string;
  readonly size?: number;
}

/** The bytes of a file, null if there is no such file, or why it is not read. */
export async function readIfThere(path: string): Promise<Uint8Array | null | Refused> {
  try {
    const about = await stat(path);
    // To read a pipe is to wait for somebody who writes.
    if (!about.isFile() && !about.isDirectory()) return { refused: "it is a pipe or a device" };
    if (about.size > LARGEST_FILE) return { refused: "it is too large", size: about.size };
    return await readBytes(path, about.size);
  } catch (error) {
    if (isMissing(error)) return null;
    if (isSystemError(error)) return { refused: reasonOf(error) };
    throw error;
  }
}

/** The first and the last bytes of a file, so many of each; all of a small one. None of one that cannot be read. */
export async function readEdges(path: string, length: number): Promise<Uint8Array> {
  // To open a pipe is to wait for somebody who writes.
  const about = await stat(path).catch(() => null);
  const file = about?.isFile() ? await open(path).catch(() => null) : null;
  if (file === null) return new Uint8Array();
  try {
    const { size } = await file.stat();
    const edges = new Uint8Array(Math.min(size, length * 2));
    const first = Math.min(size, length);
    await file.read(edges, 0, first, 0);
    await file.read(edges, first, edges.length - first, size - (edges.length - first));
    return edges;
  } catch (error) {
    if (isSystemError(error)) return new Uint8Array();
    throw error;
  } finally {
    await file.close();
  }
}

/** Whether a path is a file, a folder or nothing. */
export async function kindOf(path: string): Promise<"file" | "folder" | null> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (error) {
    if (isMissing(error)) return null;
    // A link that leads to itself: a file that cannot be read, as reading it will say.
    if (isSystemError(error) && error.code === "ELOOP") return "file";
    throw error;
  }
}

/** Whether a folder is that of a study: it holds study.yaml or a folder "transcripts". */
export async function isStudyFolder(folder: string): Promise<boolean> {
  if ((await kindOf(join(folder, "study.yaml"))) === "file") return true;
  return (await kindOf(join(folder, "transcripts"))) === "folder";
}

/**
 * Paths of the files in a folder ("" for `root` itself) and the folders in it, relative to `root`, with forward slashes, numbers in names in
 * the order of numbers ("C2" before "C10"), the same on every machine. Hidden files and those of the system are passed over.
 */
export async function filesIn(root: string, folder: string, above: readonly string[] = []): Promise<string[]> {
  // Links are followed as the system follows them, except into a folder that the link stands in.
  const here = await realpath(join(root, folder));
  if (above.includes(here)) return [];
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => compareNames(a.name, b.name))) {
    if (NOT_OURS.test(entry.name)) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && (await kindOf(join(root, path))) === "folder");
    if (isFolder) found.push(...(await filesIn(root, path, [...above, here])));
    else found.push(path);
  }
  return found;
}

/** Orders names by their parts: digits as numbers, the rest by UTF-16 code unit. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [a.split(/(\d+)/), b.split(/(\d+)/)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [x = "", y = ""] = [left[index], right[index]];
    if (x === y) continue;
    const numeric = index % 2 === 1 ? Number(x) - Number(y) : 0;
    if (numeric !== 0) return numeric;
    return x < y ? -1 : 1;
  }
  return left.length - right.length;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
