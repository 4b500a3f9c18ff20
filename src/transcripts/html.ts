import { issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { withNoTurnIssue } from "./broken-file";
import { draftsFromDocument } from "./document-drafts";
import { readHtml } from "./html-document";
import type { Reading } from "./reading";

const FIRST = 10_000;
const TAG =
  /^<(?:!doctype\s{1,9}html|html|head|body|title|meta|link|style|script|main|article|section|div|p|h[1-6]|table|ul|ol|dl|span|font|center|b|strong|blockquote)\b/i;

/** True for text that begins as an HTML page or a piece of one does. */
export function looksLikeHtml(text: string): boolean {
  let start = text.slice(0, FIRST).trimStart();
  while (start.startsWith("<!--") || start.startsWith("<?xml")) {
    const end = start.startsWith("<?") ? start.indexOf("?>") + 2 : start.indexOf("-->") + 3;
    if (end < 4) return false;
    start = start.slice(end).trimStart();
  }
  return TAG.test(start);
}

/**
 * Reads an HTML page. Paragraphs with labels become turns, as in plain text; bold words, `<dt>` and names on lines of their
 * own may be labels too; a table with a column of speakers has a turn in each row. Tags need not close. Nothing is run and
 * nothing is fetched: scripts, styles, frames and comments are passed over, and pictures are not looked at. Parts of the page
 * that are not of its text (`<nav>`, `<header>`, `<footer>`, `<aside>`, `<del>`) go to the remainder.
 */
export function parseHtml(source: Source): Reading {
  const { blocks, title, unclosed } = readHtml(source.text);
  const [usable, rest] =
    title !== null && /\p{L}{3}/u.test(title) ? [title, []] : [null, title === null ? [] : [title]];
  const drafts = draftsFromDocument(blocks, usable).map((draft, index) =>
    index === 0 ? { ...draft, title: draft.title ?? usable, remainder: [...rest, ...draft.remainder] } : draft,
  );
  const issues =
    unclosed === null
      ? []
      : [
          issue(
            "broken-file",
            `The page does not close "${unclosed}": what follows it is not shown, and is not read.`,
            {
              hint: "Save the page again from the browser, or close the tag.",
              place: { file: source.file },
            },
          ),
        ];
  return withNoTurnIssue(
    source,
    { drafts, issues },
    'Check that each turn begins with its speaker, as in "Interviewer: ...".',
  );
}
