import { issue } from "../issues/issue";
import { readingFromDocument } from "../transcripts/document-reading";
import type { Reading } from "../transcripts/reading";
import { broken, damaged, locked } from "./archive";
import { looksLikeCompound, openCompound } from "./compound-file";
import { binaryDocument } from "./doc-body";
import { type BinaryProblem, readBinary } from "./word-binary";

const NAME = "WordDocument";
const CONVERT = "Open the file in Word or LibreOffice and save it as a Word document (.docx).";

/** True for a compound file that holds a Word document, or a Word document behind a password. */
export function looksLikeDoc(bytes: Uint8Array): boolean {
  if (!looksLikeCompound(bytes)) return false;
  const names = openCompound(bytes)?.names;
  return names !== undefined && (names.has(NAME) || names.has("EncryptedPackage"));
}

/**
 * Reads a binary Word document (.doc) of Word 6, 95 and 97 to 2003. Paragraphs with labels become turns, as in plain text, and
 * of Word 97 on also bold words and the rows of speaker tables; there, tracked deletions and hidden text go to the remainder.
 * So do footnotes, comments, headers and text boxes of all. Letters are those of Western Europe, or of Unicode where the file
 * has it.
 */
export async function readDoc(bytes: Uint8Array, file: string): Promise<Reading> {
  const compound = openCompound(bytes);
  const isLocked = compound?.names.has("EncryptedPackage") ?? false;
  const text = compound === null ? "broken" : isLocked ? "encrypted" : readBinary(compound);
  const isCut = compound?.isCut() ?? false;
  if (typeof text === "string") {
    return { drafts: [], issues: [isCut && text !== "encrypted" ? damaged(file, "Word") : problemOf(text, file)] };
  }
  const issues = isCut ? [broken(file, "The file ends before it is complete.", "Word")] : [];
  return readingFromDocument(binaryDocument(text), { file, title: null, issues, hint: CONVERT });
}

function problemOf(problem: BinaryProblem, file: string): ReturnType<typeof issue> {
  const place = { file };
  if (problem === "encrypted") {
    return locked(file, "Word or Excel");
  }
  if (problem === "too old") {
    return issue("unsupported-format", "The file is of a Word older than Word 6.", { hint: CONVERT, place });
  }
  if (problem === "too large") {
    const hint = "If this is a real transcript, split the file in Word.";
    return issue("too-large", "This document has more text than can be read.", { hint, place });
  }
  if (problem === "no Word")
    return issue("unsupported-format", "No Word document is in this file.", { hint: CONVERT, place });
  return issue("broken-file", "The file is no binary Word document, or it is cut off or damaged.", {
    hint: CONVERT,
    place,
  });
}
