import { type Issue, issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { readingFromDocument } from "./document-reading";
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
  const { document, title, unclosed } = readHtml(source.text);
  // Old programs call a page by its first letters, "M:".
  const usable = title !== null && /\p{L}{3}/u.test(title) ? title : null;
  const issues = unclosedIssues(source, unclosed);
  const reading = readingFromDocument(document, { file: source.file, title: usable, issues });
  const [first, ...others] = reading.drafts;
  if (first === undefined || title === null || title === first.title) return reading;
  return { ...reading, drafts: [{ ...first, remainder: [title, ...first.remainder] }, ...others] };
}

function unclosedIssues({ file }: Source, unclosed: string | null): Issue[] {
  if (unclosed === null) return [];
  const message = `The page does not close "${unclosed}": what follows it is not shown, and is not read.`;
  const hint = "Save the page again from the browser, or close the tag.";
  return [issue("broken-file", message, { hint, place: { file } })];
}
