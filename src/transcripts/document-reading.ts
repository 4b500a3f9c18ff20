import { type Issue, issue } from "../issues/issue";
import { toSource } from "../issues/source";
import { MOST_DOCUMENT_LINES } from "../text/limits";
import { withNoTurnIssue } from "./broken-file";
import { type DocumentText, MOST_PARAGRAPHS, paragraphCount } from "./document";
import { draftsFromDocument } from "./document-drafts";
import type { Reading } from "./reading";

/** What goes with a document's text. */
export interface AboutDocument {
  readonly file: string;
  /** The document's own title; null if it has none beside its text. */
  readonly title: string | null;
  readonly issues: readonly Issue[];
  /** What else may help where no turn is found. */
  readonly hint?: string;
}

/** The reading of a document's text. A document with more than 400,000 paragraphs is an issue. */
export function readingFromDocument(
  document: DocumentText,
  { file, title, issues, hint = "" }: AboutDocument,
): Reading {
  const isLong = document.lines.length > MOST_DOCUMENT_LINES;
  if (isLong || paragraphCount(document) > MOST_PARAGRAPHS) {
    const most = isLong ? `${MOST_DOCUMENT_LINES} lines` : `${MOST_PARAGRAPHS} paragraphs`;
    const message = `The file has more than ${most}; no transcript has.`;
    const large = issue("too-large", message, { hint: "Split it into files of one interview each.", place: { file } });
    return { drafts: [], issues: [...issues, large] };
  }
  const advice = `Check that each turn begins with its speaker, as in "Interviewer: ...".${hint === "" ? "" : ` ${hint}`}`;
  return withNoTurnIssue(toSource(file, ""), { drafts: draftsFromDocument(document, title), issues }, advice);
}
