import { type Token, Tokenizer, TokenizerMode } from "parse5";
import { type Block, documentBuilder } from "./document";

/** What a page shows. */
export interface HtmlDocument {
  readonly blocks: readonly Block[];
  /** The words of `<title>`; null if there are none. */
  readonly title: string | null;
  /** The tag whose words are never shown and that does not close before the page ends; null if all do. */
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
/** Tags in which other tags mean nothing until they close; what they hold is never shown. */
const UNSEEN = words("style iframe noembed noframes noscript template");
const HEADING = /^h([1-6])$/;

/** The tokens of a page; attributes are passed over, so that a tag with a million of them costs nothing. */
class WordTokenizer extends Tokenizer {
  protected override _leaveAttrName(): void {
    // The attribute is not kept.
  }
}

/** Reads a page as browsers show it without running anything: blocks, lines, tables and bold words, from tags that need not close. */
export function readHtml(html: string): HtmlDocument {
  const page = documentBuilder();
  let heading = 0;
  let bold = 0;
  let preformatted = 0;
  let unseen: string | null = null;
  let inTitle = false;
  let title = "";
  // Words of the innermost part beside the text, and the words deleted; null outside.
  let beside: string[] | null = null;
  let besideDepth = 0;
  let deleted: string | null = null;
  let line = 1;

  const endParagraph = (): void => {
    if (beside !== null) beside.push("\n");
    else page.endParagraph(heading);
  };
  const write = (text: string): void => {
    if (unseen !== null) return;
    if (inTitle) title += text;
    else if (beside !== null) beside.push(text);
    else if (deleted !== null) deleted += text;
    else if (preformatted > 0) page.text(text, firstLine(text));
    else {
      const shown = text.replace(/[ \t\n\f\r]+/g, " ");
      const last = page.last();
      const follows = last === "" || last === " " || last === "\n";
      page.text(follows && shown.startsWith(" ") ? shown.slice(1) : shown, firstLine(text));
    }
  };
  const firstLine = (text: string): number => {
    const [blank = ""] = /^\s*/.exec(text) ?? [];
    return line + (blank.match(/\n/g)?.length ?? 0);
  };
  const endDeletion = (): void => {
    if (deleted !== null) page.aside("Deleted", deleted.replace(/\s+/g, " "));
    deleted = null;
  };
  const endBeside = (): void => {
    for (const each of (beside ?? []).join("").split("\n")) page.aside("", each.replace(/\s+/g, " "));
    beside = null;
    besideDepth = 0;
  };

  const open = (name: string): void => {
    if (name === "br") {
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
      const [, level] = HEADING.exec(name) ?? [];
      if (BLOCKS.has(name)) endParagraph();
      if (level !== undefined) heading = Number(level);
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
    if (HEADING.test(name)) heading = 0;
    if (name === "pre") preformatted = Math.max(0, preformatted - 1);
    if (name === "title") inTitle = false;
    if (BOLD.has(name)) {
      bold = Math.max(0, bold - 1);
      page.bold(bold > 0);
    }
  };

  const tokenizer = new WordTokenizer(
    {},
    {
      onStartTag({ tagName }) {
        if (UNSEEN.has(tagName) || tagName === "script") {
          unseen = tagName;
          tokenizer.state = tagName === "script" ? TokenizerMode.SCRIPT_DATA : TokenizerMode.RAWTEXT;
        } else if (tagName === "title" || tagName === "textarea") tokenizer.state = TokenizerMode.RCDATA;
        else if (tagName === "xmp") tokenizer.state = TokenizerMode.RAWTEXT;
        else if (tagName === "plaintext") tokenizer.state = TokenizerMode.PLAINTEXT;
        if (unseen === null) open(tagName);
        line = tokenizer.preprocessor.line;
      },
      onEndTag({ tagName }) {
        if (unseen === null) close(tagName);
        else if (tagName === unseen) unseen = null;
        line = tokenizer.preprocessor.line;
      },
      onCharacter: ({ chars }: Token.CharacterToken) => write(chars),
      onWhitespaceCharacter: ({ chars }: Token.CharacterToken) => write(chars),
      onNullCharacter: () => undefined,
      onComment() {
        line = tokenizer.preprocessor.line;
      },
      onDoctype() {
        line = tokenizer.preprocessor.line;
      },
      onEof() {
        endDeletion();
        endBeside();
      },
    },
  );
  tokenizer.write(html, true);
  const blocks = page.finish();
  const shown = title.replace(/\s+/g, " ").trim();
  return { blocks, title: shown === "" ? null : shown, unclosed: unseen };
}
