import { type Block, documentBuilder } from "./document";
import { boldStyles } from "./html-bold";
import { scanHtml } from "./html-scan";
import { lineCounter } from "./line-counter";
import { hasLayout } from "./white-space";

/** What a page shows. */
export interface HtmlDocument {
  readonly blocks: readonly Block[];
  /** The words of `<title>`; null if there are none. */
  readonly title: string | null;
  /** What does not close before the page ends, "<script>", so that what follows is not shown; null if all does. */
  readonly unclosed: string | null;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

// Tags between which there is a line break on the screen.
const BLOCKS = words(
  "address article blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure form h1 h2 h3 " +
    "h4 h5 h6 head hgroup hr html legend li main menu ol option p pre search section select summary textarea title ul",
);
// Parts of a page that are about it and not of the text.
const BESIDE = words("nav footer aside header");
const BOLD = words("b strong dt");
const STYLED = words("span font");

/** Reads a page as browsers show it without running anything: blocks, lines, tables and bold words, from tags that need not close. */
export function readHtml(html: string): HtmlDocument {
  const page = documentBuilder();
  let heading = 0;
  let bold = 0;
  let preformatted = 0;
  let inTitle = false;
  let title = "";
  // Words of the innermost part beside the text, and the words deleted; null outside.
  let beside: string[] | null = null;
  let besideDepth = 0;
  let deleted: string | null = null;
  const lineAt = lineCounter(html);

  const endParagraph = (): void => {
    if (beside !== null) beside.push("\n");
    else page.endParagraph(heading);
  };
  const write = (text: string, at: number): void => {
    if (inTitle) title += text;
    else if (beside !== null) beside.push(text);
    else if (deleted !== null) deleted += text;
    else if (preformatted > 0) page.text(text, lineAt(at));
    else {
      const shown = hasLayout(text) ? text.replace(/[ \t\n\f\r]+/g, " ") : text;
      const last = page.last();
      const follows = last === "" || last === " " || last === "\n";
      page.text(
        follows && shown.startsWith(" ") ? shown.slice(1) : shown,
        last === "" || last === "\n" ? lineOf(text, at) : null,
      );
    }
  };
  // Blanks before the first word are the same in the file.
  const lineOf = (text: string, at: number): number => lineAt(at + text.length - text.trimStart().length);
  const endDeletion = (): void => {
    if (deleted !== null) page.aside("Deleted", deleted.replace(/\s+/g, " "));
    deleted = null;
  };
  const endBeside = (): void => {
    for (const each of (beside ?? []).join("").split("\n")) page.aside("", each.replace(/\s+/g, " "));
    beside = null;
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

  const open = (name: string, _at = 0, attributesAt = 0, end = 0): void => {
    if (STYLED.has(name)) openStyled(html.slice(attributesAt, end));
    else if (name === "br") {
      if (beside !== null) beside.push("\n");
      // A second one in a row sets off a paragraph.
      else if (preformatted === 0 && page.last() === "\n") page.endParagraph(heading);
      else if (page.last() !== "") page.text("\n");
    } else if (BESIDE.has(name)) {
      if (beside === null) {
        endParagraph();
        beside = [];
      }
      besideDepth++;
    } else if (name === "table") {
      if (beside === null) page.openTable();
    } else if (name === "tr") {
      if (beside === null) page.openRow();
      else endParagraph();
    } else if (name === "td" || name === "th") {
      if (beside === null) page.openCell();
      else endParagraph();
    } else if (name === "del") deleted ??= "";
    else {
      if (BLOCKS.has(name)) endParagraph();
      if (isHeading(name)) heading = Number(name.charAt(1));
      if (name === "pre") preformatted++;
      if (name === "title") inTitle = true;
    }
    if (BOLD.has(name)) page.bold(++bold > 0);
  };
  const close = (name: string): void => {
    if (name === "table") {
      if (beside === null) page.closeTable();
    } else if (name === "td" || name === "th") {
      if (beside === null) page.closeCell();
    } else if (name === "del") endDeletion();
    else if (BESIDE.has(name)) {
      if (beside !== null && --besideDepth === 0) endBeside();
    } else if (BLOCKS.has(name)) endParagraph();
    else if (name === "br") open("br");
    if (isHeading(name)) heading = 0;
    if (name === "pre") preformatted = Math.max(0, preformatted - 1);
    if (name === "title") inTitle = false;
    if (BOLD.has(name) || (STYLED.has(name) && styled.pop() === true)) endBold();
  };

  const unclosed = scanHtml(html, { open, close, text: write, style: styles.add });
  endDeletion();
  endBeside();
  const blocks = page.finish();
  const shown = title.replace(/\s+/g, " ").trim();
  return { blocks, title: shown === "" ? null : shown, unclosed };
}

function isHeading(name: string): boolean {
  return name.length === 2 && name >= "h1" && name <= "h6";
}
