import type { TextQuoteSelector } from "../model/coding";
import type { Range } from "../model/range";

/** The selector of words that were typed by hand, without a position. */
export function quoted(exact: string, prefix = "", suffix = ""): readonly [TextQuoteSelector] {
  return [{ type: "TextQuoteSelector", exact, prefix, suffix }];
}

/** The range of the first, or of a later, place where the words stand. */
export function rangeOf(text: string, words: string, nth = 1): Range {
  let start = -1;
  for (let index = 0; index < nth; index++) start = text.indexOf(words, start + 1);
  if (start === -1) throw new Error(`"${words}" is not in the text ${nth} times`);
  return { start, end: start + words.length };
}
