import type { Issue } from "../issues/issue";
import { toSource } from "../issues/source";
import { tooMany } from "../issues/too-many";
import { withNoTurnIssue } from "./broken-file";
import { type DocumentText, MOST_PIECES, mostDocumentLines, mostParagraphs, paragraphCount } from "./document";
import { draftsFromDocument } from "./document-drafts";
import type { Reading } from "./reading";
import { looksLikeTeams, parseTeams } from "./teams";

/** What goes with a document's text. */
export interface AboutDocument {
  readonly file: string;
  /** The document's own title; null if it has none beside its text. */
  readonly title: string | null;
  readonly issues: readonly Issue[];
  /** What else may help where no turn is found. */
  readonly hint?: string;
}

/**
 * The reading of a document's text, which may be a transcript as Teams once wrote it. A document with more
 * paragraphs than any has is an issue.
 */
export function readingFromDocument(
  document: DocumentText,
  { file, title, issues, hint = "" }: AboutDocument,
): Reading {
  const most = limitOf(document);
  if (most !== null) return { drafts: [], issues: [...issues, tooMany(file, most)] };
  if (looksLikeTeams(document.text)) return readingOfTeams(document, { file, title, issues });
  const advice = `Check that each turn begins with its speaker, as in "Interviewer: ...".${hint === "" ? "" : ` ${hint}`}`;
  return withNoTurnIssue(toSource(file, ""), { drafts: draftsFromDocument(document, title), issues }, advice);
}

/** What there is more of than a document may have, "400000 paragraphs"; null if there is not. */
function limitOf(document: DocumentText): string | null {
  const { length } = document.text;
  const lines = mostDocumentLines(length);
  if (document.lines.length > lines) return `${lines} lines`;
  const paragraphs = mostParagraphs(length);
  if (paragraphCount(document) > paragraphs) return `${paragraphs} paragraphs`;
  return document.pieces.length > MOST_PIECES ? `${MOST_PIECES} paragraphs, rows and cells` : null;
}

function readingOfTeams(document: DocumentText, { file, title, issues }: AboutDocument): Reading {
  const lines = linesOf(document);
  const source = { ...toSource(file, document.text), linePlace: () => ({ file }) };
  const read = parseTeams(source, (line) => lines[line - 1] || null);
  const drafts = read.drafts.map((draft) => {
    return { ...draft, title, remainder: [...draft.remainder, ...document.asides] };
  });
  return { drafts, issues: [...issues, ...read.issues] };
}

/** For each line of a document's text, the 1-based line of the file; 0 if it has none. */
function linesOf({ lines, firstLine }: DocumentText): number[] {
  const all: number[] = [];
  for (let paragraph = 0; paragraph < firstLine.length; paragraph++) {
    if (paragraph > 0) all.push(0);
    const last = firstLine[paragraph + 1] ?? lines.length;
    for (let line = firstLine[paragraph] ?? last; line < last; line++) all.push(lines[line] ?? 0);
  }
  return all;
}
