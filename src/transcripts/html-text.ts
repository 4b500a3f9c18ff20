import { decodeHTML } from "entities";
import { hasLayout } from "./white-space";

/** Gives stretches of a page's text; fast if they are asked for in order. */
export interface HtmlText {
  /** The text with its entities replaced. */
  written(start: number, end: number): string;
  /** The same with one blank for each run of white space, as browsers show it. */
  shown(start: number, end: number): string;
}

// White space that a page has for no other reason than the looks of its source.
const LAYOUT = ["\n", "  ", "\t", "\r", "\f"];

/** The text of a page between its tags. */
export function htmlText(html: string): HtmlText {
  // Most stretches have neither entities nor layout. What the whole page does not have is sought once, and not in each.
  const hasEntity = textFinder(html, "&");
  const layouts = LAYOUT.filter((layout) => html.includes(layout)).map((layout) => textFinder(html, layout));
  const written = (start: number, end: number): string => {
    const text = html.slice(start, end);
    return hasEntity(start, end) ? decodeHTML(text) : text;
  };
  return {
    written,
    shown(start, end) {
      const text = written(start, end);
      const isPlain = text.length === end - start;
      const isLaidOut = isPlain ? layouts.some((has) => has(start, end)) : hasLayout(text);
      return isLaidOut ? text.replace(/[ \t\n\f\r]+/g, " ") : text;
    },
  };
}

/** Tells whether stretches of a text have some characters in them; each part of the text is looked at once if they ascend. */
function textFinder(text: string, sought: string): (start: number, end: number) => boolean {
  let from = 0;
  let next = text.indexOf(sought);
  return (start, end) => {
    if (start < from || (next >= 0 && next < start)) next = text.indexOf(sought, start);
    from = start;
    return next >= 0 && next + sought.length <= end;
  };
}
