import type { Issue } from "../issues/issue";
import { byteText } from "../text/byte-text";
import { damaged } from "./archive";
import { looksLikeCompound, openCompound } from "./compound-file";
import { looksLikeZip, openZip } from "./zip";

// What the names of the first parts in an archive tell of the program that wrote it.
const PROGRAMS: readonly (readonly [part: RegExp, program: string])[] = [
  [/word\//, "Word"],
  [/xl\//, "Excel"],
  [/mimetypeapplication\/vnd\.oasis/, "LibreOffice"],
];
const HEAD = 100_000;

/**
 * The issue of bytes that begin as a document's do and are no whole file: an archive without the directory at its end, or a
 * compound file with sectors missing. Null for what is whole, and no document that is read here.
 */
export function damagedDocument(file: string, bytes: Uint8Array): Issue | null {
  if (looksLikeZip(bytes)) {
    if (openZip(bytes) !== null) return null;
    const head = byteText(bytes.subarray(0, HEAD));
    const [, program] = PROGRAMS.find(([part]) => part.test(head)) ?? [];
    const what = program === undefined ? "This archive" : `This file of ${program}`;
    return damaged(file, program ?? "the program it is from", `${what} is cut off or damaged.`);
  }
  if (!looksLikeCompound(bytes)) return null;
  const compound = openCompound(bytes);
  if (compound !== null && !compound.isCut()) return null;
  return damaged(file, "Word", "This file of Word or Excel (.doc, .xls) is cut off or damaged.");
}
