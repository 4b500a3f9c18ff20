import { type Issue, issue } from "../issues/issue";
import type { XmlHandler } from "../text/xml";
import type { DocumentText } from "../transcripts/document";
import { documentBuilder } from "../transcripts/document-builder";
import { readingFromDocument } from "../transcripts/document-reading";
import type { Reading } from "../transcripts/reading";
import { openXmlArchive, type XmlArchive } from "./archive";
import { docxHandler } from "./docx-body";
import { readChunk } from "./docx-chunk";
import { findParts, readNotes, readRunning, readStyles, wordTags } from "./docx-parts";
import { looksLikeZip, openZip } from "./zip";

/** True for a zip archive that holds a Word document. */
export function looksLikeDocx(bytes: Uint8Array): boolean {
  const names = looksLikeZip(bytes) ? openZip(bytes)?.names : undefined;
  return names !== undefined && [...names].some((name) => /^word\/document\d*\.xml$/.test(name));
}

/**
 * Reads a Word document (.docx). Paragraphs with labels become turns, as in plain text; bold words and names on lines of
 * their own may be labels too; a table with a column of speakers has a turn in each row; headings that name one interview
 * after the other split the file. Tracked insertions are read, and what is tracked as deleted is not. Footnotes, comments,
 * deletions, hidden text, text boxes, headers and footers go to the remainder, each with what it is in front.
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<Reading> {
  const opened = openXmlArchive(bytes, file, "Word");
  if ("issue" in opened) return { drafts: [], issues: [opened.issue] };
  const { archive } = opened;
  const unread: Issue[] = [];
  const document = readText(archive, (name) => unread.push(notRead(name, file)));
  if (document === null) {
    const hint = "Open the file in Word and save it as a Word document (.docx).";
    const none = issue("broken-file", "No Word document is in this file.", { hint, place: { file } });
    return { drafts: [], issues: archive.issues.length > 0 ? archive.issues : [none] };
  }
  return readingFromDocument(document, { file, title: null, issues: [...archive.issues, ...unread] });
}

function notRead(name: string, file: string): Issue {
  const message = `The document shows another one here ("${name}"), whose words are in no turn.`;
  const hint = "Open the file in Word and save it again, which makes the other document a part of its text.";
  return issue("words-in-no-turn", message, { hint, place: { file } });
}

function readText(archive: XmlArchive, onUnread: (name: string) => void): DocumentText | null {
  const { main, others, byId } = findParts(archive);
  const partsOf = (type: string): readonly string[] => others.get(type) ?? [];
  const builder = documentBuilder();
  const shownChunks = new Set<string>();
  const handler: XmlHandler = docxHandler(builder, {
    styles: readStyles(archive, partsOf("styles")),
    footnotes: readNotes(archive, partsOf("footnotes")),
    endnotes: readNotes(archive, partsOf("endnotes")),
    comments: readNotes(archive, partsOf("comments")),
    chunk(id) {
      // Shown once: a hostile file could refer to a large part a thousand times.
      if (shownChunks.has(id)) return null;
      shownChunks.add(id);
      const name = byId.get(id);
      const bytes = name === undefined ? null : archive.read(name);
      const shown = bytes === null ? null : readChunk(bytes, name ?? "");
      if (shown === null) onUnread(name ?? id);
      return shown;
    },
  });
  if (!archive.scan(main, wordTags(handler))) return null;
  builder.endParagraph();
  for (const words of readRunning(archive, partsOf("header"))) builder.aside("Header", words);
  for (const words of readRunning(archive, partsOf("footer"))) builder.aside("Footer", words);
  return builder.finish();
}
