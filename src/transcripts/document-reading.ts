import type { Issue } from "../issues/issue";
import { toSource } from "../issues/source";
import { tooMany } from "../issues/too-many";
import { MOST_DOCUMENT_LINES } from "../text/limits";
import { withNoTurnIssue } from "./broken-file";
import { type DocumentText, MOST_PARAGRAPHS, paragraphCount } from "./document";
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
 * The reading of a document's text, which may be a transcript as Teams once wrote it. A document with more than 400,000 paragraphs
 * is an issue.
 */
export function readingFromDocument(
  document: DocumentText,
  { file, title, issues, hint = "" }: AboutDocument,
): Reading {
  const isLong = document.lines.length > MOST_DOCUMENT_LINES;
  if (isLong || paragraphCount(document) > MOST_PARAGRAPHS) {
    const most = isLong ? `${MOST_DOCUMENT_LINES} lines` : `${MOST_PARAGRAPHS} paragraphs`;
    return { drafts: [], issues: [...issues, tooMany(file, most)] };
  }
  if (looksLikeTeams(document.text)) return readingOfTeams(document, { file, title, issues });
  const advice = `Check that each turn begins with its speaker, as in "Interviewer: ...".${hint === "" ? "" : ` ${hint}`}`;
  return withNoTurnIssue(toSource(file, ""), { drafts: draftsFromDocument(document, title), issues }, advice);
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
  return firstLine.flatMap((first, paragraph) => {
    const own = lines.slice(first, firstLine[paragraph + 1]);
    return paragraph === 0 ? own : [0, ...own];
  });
}
