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

/** A text with one blank for each run of white space. */
export function withSingleBlanks(text: string): string {
  return text.replace(RUN, " ");
}

/** True if the text has white space as a page or a file of XML has it for no other reason than its looks: line breaks, tabs, blanks in a row. */
export function hasLayout(text: string): boolean {
  return (
    text.includes("\n") || text.includes("  ") || text.includes("\t") || text.includes("\r") || text.includes("\f")
  );
}
