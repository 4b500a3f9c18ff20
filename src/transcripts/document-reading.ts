import { type Issue, issue } from "../issues/issue";
import { toSource } from "../issues/source";
import { withNoTurnIssue } from "./broken-file";
import { type Block, flatten } from "./document";
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

// A thousand hours of talk have fewer paragraphs; so many are made by a program, to do harm or by mistake.
const MOST_PARAGRAPHS = 400_000;

/** The reading of a document's text. A document with more than 400,000 paragraphs is an issue. */
export function readingFromDocument(
  blocks: readonly Block[],
  { file, title, issues, hint = "" }: AboutDocument,
): Reading {
  if (hasMore(blocks, MOST_PARAGRAPHS)) {
    const message = `The file has more than ${MOST_PARAGRAPHS} paragraphs; no transcript has.`;
    const large = issue("too-large", message, { hint: "Split it into files of one interview each.", place: { file } });
    return { drafts: [], issues: [...issues, large] };
  }
  const advice = `Check that each turn begins with its speaker, as in "Interviewer: ...".${hint === "" ? "" : ` ${hint}`}`;
  return withNoTurnIssue(toSource(file, ""), { drafts: draftsFromDocument(blocks, title), issues }, advice);
}

/** True if blocks hold more paragraphs and asides than this; a table is looked into a row at a time. */
function hasMore(blocks: readonly Block[], most: number): boolean {
  let count = 0;
  for (const block of blocks) {
    if (block.kind !== "table") count++;
    else {
      for (const row of block.rows) {
        for (const cell of row) count += flatten(cell).length;
        if (count > most) return true;
      }
    }
    if (count > most) return true;
  }
  return false;
}
