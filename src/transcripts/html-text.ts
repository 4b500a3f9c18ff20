import { decodeHTML } from "entities";
import { hasLayout, textFinder } from "./white-space";

/** Gives stretches of a page's text; fast if they are asked for in order. */
export interface HtmlText {
  /** The text with its entities replaced. */
  written(start: number, end: number): string;
  /** The same with one blank for each run of white space, as browsers show it. */
  shown(start: number, end: number): string;
}

/** The text of a page between its tags. */
export function htmlText(html: string): HtmlText {
  // Most stretches have neither entities nor layout.
  const hasEntity = textFinder(html, "&");
  const written = (start: number, end: number): string => {
    const text = html.slice(start, end);
    return hasEntity(start, end) ? decodeHTML(text) : text;
  };
  return {
    written,
    shown(start, end) {
      const text = written(start, end);
      const isPlain = text.length === end - start;
      const isLaidOut = isPlain ? hasLayout(html, start, end) : hasLayout(text, 0, text.length);
      return isLaidOut ? text.replace(/[ \t\n\f\r]+/g, " ") : text;
    },
  };
}
