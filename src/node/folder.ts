import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { compareNames, filesIn, kindOf, type Refused, readEdges, readIfThere } from "./files";

/** What a folder holds at a path: bytes, nothing, or why it is not read. */
export type FileContent = Uint8Array | null | Refused;

/** A study's folder as its readers see it. Paths are relative to it, with forward slashes. */
export interface Folder {
  /** As the user wrote it. */
  readonly path: string;
  kindOf(path: string): Promise<"file" | "folder" | null>;
  read(file: string): Promise<FileContent>;
  /** The first and the last bytes of a file, so many of each; none of one that cannot be read. */
  edges(file: string, length: number): Promise<Uint8Array>;
  /** The files in a folder and the folders in it, as `filesIn` orders them. */
  filesIn(path: string): Promise<string[]>;
  /** Names of what stands in the folder itself. */
  names(): Promise<string[]>;
}

/** A folder as it is on the disk. */
export function diskFolder(path: string): Folder {
  return {
    path,
    kindOf: (each) => kindOf(join(path, each)),
    // A whole path is read as it is: a file that the user names can stand anywhere.
    read: (file) => readIfThere(resolve(path, file)),
    edges: (file, length) => readEdges(resolve(path, file), length),
    filesIn: (each) => filesIn(path, each),
    names: () => readdir(path),
  };
}

/** How the files of a folder differ from those on the disk: what reads each one, null for one that is taken away. */
export type Overlay = ReadonlyMap<string, (() => Promise<FileContent>) | null>;

/** A folder with some of its files replaced, added or taken away, of which the disk knows nothing yet. */
export function overlaid(folder: Folder, files: Overlay): Folder {
  if (files.size === 0) return folder;
  const within = (path: string): string[] =>
    [...files].flatMap(([file, content]) => (content !== null && file.startsWith(`${path}/`) ? [file] : []));
  return {
    path: folder.path,
    async kindOf(path) {
      const own = files.get(path);
      if (own !== undefined) return own === null ? null : "file";
      return within(path).length > 0 ? "folder" : folder.kindOf(path);
    },
    read(file) {
      const own = files.get(file);
      return own === undefined ? folder.read(file) : own === null ? Promise.resolve(null) : own();
    },
    // What is saved are texts, which are known by their names.
    edges: (file, length) => (files.has(file) ? Promise.resolve(new Uint8Array()) : folder.edges(file, length)),
    async filesIn(path) {
      const there = (await folder.kindOf(path)) === "folder" ? await folder.filesIn(path) : [];
      const all = new Set([...there.filter((file) => files.get(file) !== null), ...within(path)]);
      return [...all].sort(comparePaths);
    },
    async names() {
      const there = await folder.names().catch(() => []);
      const own = [...files].flatMap(([file, content]) => (content === null ? [] : (file.split("/")[0] ?? [])));
      return [...new Set([...there.filter((name) => files.get(name) !== null), ...own])];
    },
  };
}

/** Orders paths folder by folder, as `filesIn` does. */
export function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const order = compareNames(left[index] ?? "", right[index] ?? "");
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
