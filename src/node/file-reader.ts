import { type Issue, issue } from "../issues/issue";
import { type Source, toSource } from "../issues/source";
import { decodeFile } from "../office/decode-file";
import { largeFile } from "../office/large-file";
import { type FileContent, transcriptSource } from "../office/transcript-source";
import { canonicalText } from "../text/canonical";
import { giveBack } from "./file-bytes";
import type { Folder } from "./folder";

/** Reads the files of a folder; what is wrong with them goes to one list of issues. */
export interface FileReader {
  /** The canonical text of a file; null if it cannot be read, or if it is optional and not there. */
  read(file: string, isOptional: boolean): Promise<Source | null>;
  /** What a transcript file holds, a document or text. */
  readTranscript(file: string): Promise<Pick<FileContent, "source" | "format">>;
}

/**
 * A reader of the files of a folder, which are named as from there.
 *
 * @param onBytes Told the bytes of each file that is read; true if it keeps them.
 */
export function fileReader(
  folder: Folder,
  issues: Issue[],
  onBytes: (file: string, bytes: Uint8Array) => boolean = () => false,
): FileReader {
  const bytesOf = async (
    file: string,
    isOptional: boolean,
  ): Promise<{ readonly bytes: Uint8Array; readonly isKept: boolean } | null> => {
    const bytes = await folder.read(file);
    if (bytes === null) {
      if (!isOptional) issues.push(deadLink(file));
      return null;
    }
    if (!("refused" in bytes)) return { bytes, isKept: onBytes(file, bytes) };
    if (bytes.size !== undefined) {
      issues.push(largeFile(file, bytes.size));
      return null;
    }
    const hint = "Check who may read it, and whether another program holds it.";
    issues.push(issue("unreadable-file", `The file cannot be read: ${bytes.refused}.`, { hint, place: { file } }));
    return null;
  };
  return {
    async read(file, isOptional) {
      const found = await bytesOf(file, isOptional);
      if (found === null) return null;
      const decoded = decodeFile(file, found.bytes);
      if ("issue" in decoded) {
        issues.push(decoded.issue);
        return null;
      }
      if (decoded.assumed !== undefined) issues.push(decoded.assumed);
      return toSource(file, canonicalText(decoded.text));
    },
    async readTranscript(file) {
      const found = await bytesOf(file, false);
      if (found === null) return { source: null, format: null };
      const content = await transcriptSource(file, found.bytes);
      // Of a text, nothing but its letters is looked at from here on.
      if (!found.isKept && content.source !== null && "text" in content.source) giveBack(found.bytes);
      issues.push(...content.issues);
      return content;
    },
  };
}

function deadLink(file: string): Issue {
  return issue("missing-file", "The folder names this file, and it is not there.", {
    hint: "It is a link that leads nowhere, or was removed while the study was read. Put the file back, or take the link out.",
    place: { file },
  });
}
