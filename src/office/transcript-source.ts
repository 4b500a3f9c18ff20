import type { Issue } from "../issues/issue";
import { toSource } from "../issues/source";
import { textFormatOf } from "../study/text-formats";
import type { TranscriptSource } from "../study/transcript-source";
import { canonicalText } from "../text/canonical";
import { LARGEST_FILE } from "../text/limits";
import { decodeFile } from "./decode-file";
import { looksLikeDocument } from "./document-kind";
import { foreignFormat, foreignIssue } from "./foreign-file";
import { largeFile } from "./large-file";

/** What the bytes of a transcript file hold. */
export interface FileContent {
  /** null if it cannot be read at all, which an issue says then. */
  readonly source: TranscriptSource | null;
  readonly issues: readonly Issue[];
  /** Such as "Word" or "text"; null if it cannot be told. */
  readonly format: string | null;
}

/** Takes the bytes of a transcript file for what their content says they are: a document, or text in its encoding. */
export async function transcriptSource(file: string, bytes: Uint8Array): Promise<FileContent> {
  if (bytes.length > LARGEST_FILE) {
    return { source: null, issues: [largeFile(file, bytes.length)], format: null };
  }
  if (looksLikeDocument(bytes)) {
    // Loaded only where there is a document: its libraries take longer to start than a study of text takes to read.
    const { documentFormatOf } = await import("./read-document");
    const format = documentFormatOf(bytes);
    if (format !== null) {
      return { source: { file, reading: await format.read(bytes, file) }, issues: [], format: format.name };
    }
    const { damagedDocument } = await import("./damaged-document");
    const problem = damagedDocument(file, bytes);
    if (problem !== null) return { source: null, issues: [problem], format: null };
  }
  const foreign = foreignFormat(file, bytes);
  if (foreign?.isSure) return { source: null, issues: [foreignIssue(file, foreign.format)], format: null };
  const decoded = decodeFile(file, bytes);
  if ("issue" in decoded) {
    const problem = foreign === null ? decoded.issue : foreignIssue(file, foreign.format);
    return { source: null, issues: [problem], format: null };
  }
  const source = toSource(file, canonicalText(decoded.text));
  const issues = decoded.assumed === undefined ? [] : [decoded.assumed];
  return { source, issues, format: textFormatOf(source)?.name ?? "text" };
}
