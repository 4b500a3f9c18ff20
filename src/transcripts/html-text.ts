import { decodeHTML } from "entities";
import { inOnePiece } from "../text/one-piece";
import { asShown, hasLayout, layoutFinder, textFinder } from "./white-space";

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
  const isLaidOutAt = layoutFinder(html);
  const written = (start: number, end: number): string => {
    const text = html.slice(start, end);
    return hasEntity(start, end) ? decoded(text) : text;
  };
  return {
    written,
    shown(start, end) {
      const text = written(start, end);
      const isPlain = text.length === end - start;
      const isLaidOut = isPlain ? isLaidOutAt(start, end) : hasLayout(text, 0, text.length);
      return isLaidOut ? asShown(text) : text;
    },
  };
}

// A text is decoded in pieces: what decodes it joins character by character, and keeps all of these until the end.
const AT_ONCE = 1 << 16;
const REFERENCE = /&[#a-z]/i;

function decoded(text: string): string {
  if (text.length <= AT_ONCE) return REFERENCE.test(text) ? decodeHTML(text) : text;
  const pieces: string[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    // Behind a "&" nothing belongs to what is before it.
    const sign = text.lastIndexOf("&", start + AT_ONCE);
    end = start + AT_ONCE >= text.length ? text.length : sign > start ? sign : start + AT_ONCE;
    const piece = text.slice(start, end);
    pieces.push(REFERENCE.test(piece) ? inOnePiece(decodeHTML(piece)) : piece);
  }
  return pieces.join("");
}
