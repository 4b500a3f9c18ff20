import { issue } from "../issues/issue";
import { documentBuilder } from "../transcripts/document-builder";
import { readingFromDocument } from "../transcripts/document-reading";
import type { Reading } from "../transcripts/reading";
import { openXmlArchive } from "./archive";
import { odtHandler } from "./odt-body";
import { odtStyles, readOdtRunning } from "./odt-styles";
import { looksLikeZip, openZip } from "./zip";

const TYPE = "application/vnd.oasis.opendocument.text";
// The archive's first part is its type, stored as it is behind a header of 30 bytes and the name "mimetype".
const TYPE_AT = 38;

/** True for a zip archive that holds an OpenDocument text. */
export function looksLikeOdt(bytes: Uint8Array): boolean {
  if (!looksLikeZip(bytes)) return false;
  const type = String.fromCharCode(...bytes.subarray(TYPE_AT, TYPE_AT + TYPE.length));
  if (type === TYPE) return true;
  // A text that was zipped again by hand may not say its type first.
  const names = openZip(bytes)?.names ?? new Set();
  return names.has("content.xml") && names.has("META-INF/manifest.xml") && !names.has("mimetype");
}

/**
 * Reads an OpenDocument text (.odt). Paragraphs with labels become turns, as in plain text; bold words and names on lines of
 * their own may be labels too; a table with a column of speakers has a turn in each row; headings that name one interview
 * after the other split the file. Footnotes, comments, tracked deletions, hidden text, text boxes, headers and footers go to
 * the remainder, each with what it is in front.
 */
export async function readOdt(bytes: Uint8Array, file: string): Promise<Reading> {
  const opened = openXmlArchive(bytes, file, "LibreOffice");
  if ("issue" in opened) return { drafts: [], issues: [opened.issue] };
  const { archive } = opened;
  const builder = documentBuilder();
  const styles = odtStyles();
  const running = archive.names.has("styles.xml") ? readOdtRunning(archive, styles) : [];
  const body = odtHandler(builder, styles);
  const isRead = archive.scan("content.xml", {
    open(tag, attributes, at) {
      styles.handler.open(tag, attributes, at);
      body.open(tag, attributes, at);
    },
    close(tag) {
      styles.handler.close(tag);
      body.close(tag);
    },
    text: body.text,
    isFull: builder.isFull,
  });
  if (!isRead) {
    const hint = "Open the file in LibreOffice and save it as an OpenDocument text (.odt).";
    const none = issue("broken-file", "No OpenDocument text is in this file.", { hint, place: { file } });
    return { drafts: [], issues: archive.issues.length > 0 ? archive.issues : [none] };
  }
  builder.endParagraph();
  for (const { what, words } of running) builder.aside(what, words);
  return readingFromDocument(builder.finish(), { file, title: null, issues: archive.issues });
}
