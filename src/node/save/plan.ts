import type { Issue } from "../../issues/issue";
import type { Study } from "../../study/study";
import type { FolderReading } from "../read-folder";
import { type TextFile, textFile, toBytes } from "./text-file";

/** What a save is going to write, and why it cannot. */
export interface Plan {
  /** The study to be saved. */
  readonly study: Study;
  /** What the folder holds; null if it holds no study yet. */
  readonly reading: FolderReading | null;
  readonly issues: Issue[];
  /** The bytes of a file that is there, as text; null if there is none. */
  textOf(file: string): TextFile | null;
  /** Notes what a file shall hold; what it holds already is no change. */
  write(file: string, text: string): void;
  /** Notes that a file goes. */
  remove(file: string): void;
  /** Files that change, with their new bytes; null for those that go. */
  readonly changes: ReadonlyMap<string, Uint8Array | null>;
}

/** A plan that changes nothing yet. */
export function newPlan(study: Study, reading: FolderReading | null): Plan {
  const changes = new Map<string, Uint8Array | null>();
  const textOf = (file: string): TextFile | null => {
    const bytes = reading?.files.get(file);
    return bytes === undefined ? null : textFile(file, bytes);
  };
  return {
    study,
    reading,
    issues: [],
    changes,
    textOf,
    write(file, text) {
      const there = textOf(file);
      if (there?.text !== text) changes.set(file, toBytes(text, there));
    },
    remove: (file) => changes.set(file, null),
  };
}
