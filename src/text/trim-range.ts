import type { Range } from "../model/range";

/** The range without white space at its ends (UTF-16 code units); empty if there is nothing else. */
export function trimRange(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}
