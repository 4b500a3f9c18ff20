import { type DocumentText, MOST_PARAGRAPHS } from "./document";
import { documentBuilder } from "./document-builder";
import { boldStyles } from "./html-bold";
import { scanHtml, skipBlanks } from "./html-scan";
import { htmlText } from "./html-text";
import { lineCounter } from "./line-counter";
import { textPieces } from "./text-pieces";
import { skipWhiteSpace, withSingleBlanks } from "./white-space";

/** What a page shows. */
export interface HtmlDocument {
  readonly document: DocumentText;
  /** The words of `<title>`; null if there are none. */
  readonly title: string | null;
  /** What does not close before the page ends, "<script>", so that what follows is not shown; null if all does. */
  readonly unclosed: string | null;
}

// What a tag means for the text. Pages have more tags than words at times: each is looked up once.
const STYLED = 1;
const BREAK = 2;
const BESIDE = 4;
const TABLE = 8;
const ROW = 16;
const CELL = 32;
const DELETED = 64;
const BLOCK = 128;
const HEADING = 256;
const PREFORMATTED = 512;
const TITLE = 1024;
const BOLD = 2048;
// What a heading's level is multiplied by.
const LEVEL = 4096;
const MEANINGS: readonly (readonly [meaning: number, names: string])[] = [
  [STYLED, "span font"],
  [BREAK, "br"],
  // Parts of a page that are about it and not of the text.
  [BESIDE, "nav footer aside header"],
  [TABLE, "table"],
  [ROW, "tr"],
  [CELL, "td th"],
  [DELETED, "del"],
  // Tags between which there is a line break on the screen.
  [
    BLOCK,
    "address article blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure form",
  ],
  [BLOCK, "h1 h2 h3 h4 h5 h6 head hgroup hr html legend li main menu ol option p pre search section select summary"],
  [BLOCK, "textarea title ul"],
  ...[1, 2, 3, 4, 5, 6].map((level): [number, string] => [HEADING | (level * LEVEL), `h${level}`]),
  [PREFORMATTED, "pre"],
  [TITLE, "title"],
  [BOLD, "b strong dt"],
];
const TAGS: ReadonlyMap<string, number> = MEANINGS.reduce((tags, [meaning, names]) => {
  for (const name of names.split(" ")) tags.set(name, (tags.get(name) ?? 0) | meaning);
  return tags;
}, new Map<string, number>());

const LETTER = /[\p{L}\p{N}]/u;

/** Reads a page as browsers show it without running anything: blocks, lines, tables and bold words, from tags that need not close. */
export function readHtml(html: string): HtmlDocument {
  const page = documentBuilder();
  let heading = 0;
  let bold = 0;
  let preformatted = 0;
  let inTitle = false;
  const title = textPieces();
  // Lines of the parts beside the text, and whether one is open; the words deleted, and whether they go on.
  let aside: string[] = [];
  const beside = textPieces();
  let besideDepth = 0;
  const deleted = textPieces();
  let isDeleted = false;
  const lineAt = lineCounter(html);

  const endParagraph = (): void => {
    if (besideDepth > 0) endLineBeside();
    else page.endParagraph(heading);
  };
  const endLineBeside = (): void => {
    for (const line of beside.take().split("\n")) {
      const words = withSingleBlanks(line).trim();
      if (LETTER.test(words)) aside.push(words);
    }
  };
  const spellings = htmlText(html);
  const write = (start: number, end: number): void => {
    if (preformatted > 0 || inTitle || besideDepth > 0 || isDeleted) {
      writeApart(spellings.written(start, end), start);
      return;
    }
    const last = page.last();
    const follows = last === "" || last === " " || last === "\n";
    // Most of what stands between tags is nothing but a line break.
    if (follows && skipBlanks(html, start, end) === end) return;
    const shown = spellings.shown(start, end);
    page.text(
      follows && shown.startsWith(" ") ? shown.slice(1) : shown,
      // Blanks before the first word are the same in the file.
      last === "" || last === "\n" ? lineAt(skipWhiteSpace(html, start, end)) : null,
    );
  };
  const writeApart = (text: string, at: number): void => {
    if (inTitle) title.add(text);
    else if (besideDepth > 0) beside.add(text);
    else if (isDeleted) deleted.add(text);
    else page.text(text, lineAt(at));
  };
  const endDeletion = (): void => {
    if (isDeleted) page.aside("Deleted", withSingleBlanks(deleted.take()));
    isDeleted = false;
  };
  const endBeside = (): void => {
    endLineBeside();
    for (const words of aside) page.aside("", words);
    aside = [];
    besideDepth = 0;
  };

  // Whether each open tag that styles words makes them bold.
  const styled: boolean[] = [];
  const styles = boldStyles();
  const openStyled = (attributes: string): void => {
    const isBold = attributes !== "" && styles.isBold(attributes);
    styled.push(isBold);
    if (isBold) page.bold(++bold > 0);
  };
  const endBold = (): void => {
    bold = Math.max(0, bold - 1);
    page.bold(bold > 0);
  };

  const lineBreak = (): void => {
    if (besideDepth > 0) endLineBeside();
    // A second one in a row sets off a paragraph.
    else if (preformatted === 0 && page.last() === "\n") page.endParagraph(heading);
    else if (page.last() !== "") page.text("\n");
  };
  const openBeside = (): void => {
    if (besideDepth === 0) endParagraph();
    besideDepth++;
  };
  const open = (tag: number, attributesAt: number, end: number): void => {
    if (tag === 0) return;
    if ((tag & STYLED) !== 0) openStyled(html.slice(attributesAt, end));
    else if ((tag & BREAK) !== 0) lineBreak();
    else if ((tag & BESIDE) !== 0) openBeside();
    else if ((tag & TABLE) !== 0) {
      if (besideDepth === 0) page.openTable();
    } else if ((tag & ROW) !== 0) {
      if (besideDepth === 0) page.openRow();
      else endParagraph();
    } else if ((tag & CELL) !== 0) {
      if (besideDepth === 0) page.openCell();
      else endParagraph();
    } else if ((tag & DELETED) !== 0) isDeleted = true;
    else {
      if ((tag & BLOCK) !== 0) endParagraph();
      if ((tag & HEADING) !== 0) heading = Math.floor(tag / LEVEL);
      if ((tag & PREFORMATTED) !== 0) preformatted++;
      if ((tag & TITLE) !== 0) inTitle = true;
    }
    if ((tag & BOLD) !== 0) page.bold(++bold > 0);
  };
  const close = (tag: number): void => {
    if (tag === 0) return;
    if ((tag & TABLE) !== 0) {
      if (besideDepth === 0) page.closeTable();
    } else if ((tag & CELL) !== 0) {
      if (besideDepth === 0) page.closeCell();
    } else if ((tag & DELETED) !== 0) endDeletion();
    else if ((tag & BESIDE) !== 0) {
      if (besideDepth === 1) endBeside();
      else if (besideDepth > 1) besideDepth--;
    } else if ((tag & BLOCK) !== 0) endParagraph();
    else if ((tag & BREAK) !== 0) lineBreak();
    if ((tag & HEADING) !== 0) heading = 0;
    if ((tag & PREFORMATTED) !== 0) preformatted = Math.max(0, preformatted - 1);
    if ((tag & TITLE) !== 0) inTitle = false;
    if ((tag & BOLD) !== 0 || ((tag & STYLED) !== 0 && styled.pop() === true)) endBold();
  };

  const isFull = (): boolean => page.isFull() || aside.length > MOST_PARAGRAPHS;
  const meaning = (name: string): number => TAGS.get(name) ?? 0;
  const unclosed = scanHtml(html, { meaning, open, close, text: write, style: styles.add, isFull });
  endDeletion();
  endBeside();
  const document = page.finish();
  const shown = withSingleBlanks(title.take()).trim();
  return { document, title: shown === "" ? null : shown, unclosed };
}
