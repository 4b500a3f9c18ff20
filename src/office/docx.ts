import { type Issue, issue } from "../issues/issue";
import { count } from "../text/plural";
import type { XmlHandler } from "../text/xml";
import type { DocumentText } from "../transcripts/document";
import { documentBuilder } from "../transcripts/document-builder";
import { readingFromDocument } from "../transcripts/document-reading";
import type { Reading } from "../transcripts/reading";
import { openXmlArchive, type XmlArchive } from "./archive";
import { docxHandler } from "./docx-body";
import { readChunk } from "./docx-chunk";
import { findParts, readNotes, readRunning, readStyles, wordTags } from "./docx-parts";
import { looksLikeZip, openZip, type ZipBudget, zipBudget } from "./zip";

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
  const issues: Issue[] = [];
  const document = readText(bytes, { file, issues, depth: 0, budget: zipBudget(bytes) });
  return document === null ? { drafts: [], issues } : readingFromDocument(document, { file, title: null, issues });
}

// A document that is shown in another can show others in turn.
const DEEPEST = 3;

interface Way {
  readonly file: string;
  readonly issues: Issue[];
  /** How many documents hold this one. */
  readonly depth: number;
  readonly budget: ZipBudget;
}

/** What a document shows; null, and an issue, for one that cannot be read. */
function readText(bytes: Uint8Array, { file, issues, depth, budget }: Way): DocumentText | null {
  const opened = openXmlArchive(bytes, file, "Word", budget);
  if ("issue" in opened) {
    issues.push(opened.issue);
    return null;
  }
  const { archive } = opened;
  const shown = new Set<string>();
  const document = textOf(archive, (name) => {
    // Shown once: a hostile file could refer to a large part a thousand times.
    if (shown.has(name)) return null;
    shown.add(name);
    const part = archive.read(name);
    if (part === null) return notRead(name, null, file, issues);
    const chunk =
      looksLikeDocx(part) && depth < DEEPEST
        ? readText(part, { file, issues, depth: depth + 1, budget })
        : readChunk(part, name);
    return chunk ?? notRead(name, part.length, file, issues);
  });
  for (const each of archive.issues) issues.push(each);
  if (document !== null || archive.issues.length > 0) return document;
  const hint = "Open the file in Word and save it as a Word document (.docx).";
  issues.push(issue("broken-file", "No Word document is in this file.", { hint, place: { file } }));
  return null;
}

/** The line that stands beside the text for a document that cannot be shown. */
function notRead(name: string, size: number | null, file: string, issues: Issue[]): DocumentText {
  const message = `The document shows another one here ("${name}"), whose words are in no turn.`;
  const hint = "Open the file in Word and save it again, which makes the other document a part of its text.";
  issues.push(issue("words-in-no-turn", message, { hint, place: { file } }));
  const bytes = size === null ? "not in the file" : count(size, "byte");
  const builder = documentBuilder();
  builder.aside("Document that was not read", `${name} (${bytes})`);
  return builder.finish();
}

function textOf(archive: XmlArchive, chunk: (name: string) => DocumentText | null): DocumentText | null {
  const { main, others, byId } = findParts(archive);
  const partsOf = (type: string): readonly string[] => others.get(type) ?? [];
  const builder = documentBuilder();
  const handler: XmlHandler = docxHandler(builder, {
    styles: readStyles(archive, partsOf("styles")),
    footnotes: readNotes(archive, partsOf("footnotes")),
    endnotes: readNotes(archive, partsOf("endnotes")),
    comments: readNotes(archive, partsOf("comments")),
    chunk: (id) => chunk(byId.get(id) ?? id),
  });
  if (!archive.scan(main, wordTags(handler))) return null;
  builder.endParagraph();
  for (const words of readRunning(archive, partsOf("header"))) builder.aside("Header", words);
  for (const words of readRunning(archive, partsOf("footer"))) builder.aside("Footer", words);
  return builder.finish();
}
