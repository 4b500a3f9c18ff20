/** True for the UTF-16 code units that `String.prototype.trim` takes off. */
export function isWhiteSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  if (code >= 0x2000 && code <= 0x200a) return true;
  return [0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff].includes(code);
}

/** The first offset from `start` on that is no white space; `end` if all is. */
export function skipWhiteSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The offset behind the last character before `end` that is no white space; `start` if all is. */
export function skipWhiteSpaceBack(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

// Single blanks, by far the most, are no match and cost nothing.
const RUN = /[^\S ]\s*| \s+/g;
// The same of what a page shows as one blank.
const RUN_ON_PAGE = /[\t\n\f\r][ \t\n\f\r]*| [ \t\n\f\r]+/g;
// Matches are kept until all are replaced, and each takes many times what it matched.
const AT_ONCE = 1 << 16;

/** A text with one blank for each run of white space. */
export function withSingleBlanks(text: string): string {
  return text.length <= AT_ONCE ? text.replace(RUN, " ") : inChunks(text, (chunk) => chunk.replace(RUN, " "));
}

/** A text with one blank for each run of blanks, tabs and line breaks, as browsers show it. */
export function asShown(text: string): string {
  return text.length <= AT_ONCE ? text.replace(RUN_ON_PAGE, " ") : inChunks(text, shownAtLength);
}

/** The same in steps that replace one and the same sign, for which no match is kept: a hostile page has nothing but runs. */
function shownAtLength(text: string): string {
  let shown = text;
  for (const sign of ["\t", "\n", "\f", "\r"]) if (shown.includes(sign)) shown = shown.replaceAll(sign, " ");
  while (shown.includes("  ")) shown = shown.replaceAll("  ", " ");
  return shown;
}

/** A text of which each chunk is changed by itself; none begins within a run of white space. */
function inChunks(text: string, change: (chunk: string) => string): string {
  const chunks: string[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = Math.min(text.length, start + AT_ONCE);
    while (end < text.length && isWhiteSpace(text.charCodeAt(end)) && isWhiteSpace(text.charCodeAt(end - 1))) end++;
    chunks.push(change(text.slice(start, end)));
  }
  return chunks.join("");
}

/**
 * True if a stretch of a text has line breaks, tabs or blanks in a row, as a page or a file of XML has for no other reason
 * than its looks.
 */
export function hasLayout(text: string, start: number, end: number): boolean {
  let isBlank = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20) isBlank = false;
    else if (code === 0x20) {
      if (isBlank) return true;
      isBlank = true;
    } else if (code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c) return true;
    else isBlank = false;
  }
  return false;
}

/** Tells what `hasLayout` does of many stretches of one text; each part of it is looked at once if they ascend. */
export function layoutFinder(text: string): (start: number, end: number) => boolean {
  // Each is sought by itself, which takes a fraction of the time that looking at each letter takes.
  const doubled = textFinder(text, "  ");
  const line = textFinder(text, "\n");
  const tab = textFinder(text, "\t");
  const carriage = textFinder(text, "\r");
  const page = textFinder(text, "\f");
  return (start, end) =>
    line(start, end) || doubled(start, end) || tab(start, end) || carriage(start, end) || page(start, end);
}

/** Tells whether stretches of a text have some characters in them; each part of the text is looked at once if they ascend. */
export function textFinder(text: string, sought: string): (start: number, end: number) => boolean {
  let from = 0;
  let next = text.indexOf(sought);
  return (start, end) => {
    if (start < from || (next >= 0 && next < start)) next = text.indexOf(sought, start);
    from = start;
    return next >= 0 && next + sought.length <= end;
  };
}
