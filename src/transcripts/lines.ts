import { headingWords } from "./label-words";
import { readStamp } from "./times";
import { skipWhiteSpace, skipWhiteSpaceBack } from "./white-space";

/** One line of a text, without the white space at its ends (UTF-16 code units, half-open); a blank line has no place, but 0. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** A "stamp" is a time stamp and nothing else. Headings, stamps and blank lines hold nobody's words. */
  readonly kind: "words" | "heading" | "stamp" | "blank";
  /** True for the first line of the text, and for every line below one that holds nobody's words. */
  readonly opensBlock: boolean;
}

const LONGEST_HEADING = 80;
const LINES_A_BLOCK = 20;
const RULE = /^(?:-[- ]{2,}|\*[* ]{2,}|_[_ ]{2,}|=[= ]{2,}|~[~ ]{2,})$/;
const RULES = new Set([..."-*_=~"].map((each) => each.charCodeAt(0)));
const HASH = 0x23;
const ENDS_SPEECH = /[.?!…:;,]["'”’»)\]]*$/;

// Half of the lines of most texts.
const BLANK: Line = { start: 0, end: 0, kind: "blank", opensBlock: false };
const BLANK_BELOW_NO_WORDS: Line = { ...BLANK, opensBlock: true };

/**
 * The lines of a text in its order. Headings are Markdown's (`# Title`, a rule, a short line with a rule under it) and
 * titles in capitals that stand by themselves ("INTERVIEW WITH ...").
 */
export function scanLines(text: string): Line[] {
  const lines: Line[] = [];
  let above: Line["kind"] = "blank";
  let from = 0;
  for (let to = 0; to < text.length; from = to + 1) {
    const found = text.indexOf("\n", from);
    to = found === -1 ? text.length : found;
    const start = skipWhiteSpace(text, from, to);
    const opensBlock = above !== "words";
    if (start === to) {
      lines.push(opensBlock ? BLANK_BELOW_NO_WORDS : BLANK);
      above = "blank";
    } else {
      const end = skipWhiteSpaceBack(text, start, to);
      above = lineKind(text, start, end);
      lines.push({ start, end, kind: above, opensBlock });
    }
  }
  // A heading by its place depends on the line below it, never on one above.
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line !== undefined && isHeadingByPlace(text, lines, index)) lines[index] = { ...line, kind: "heading" };
  }
  return lines;
}

function isTitle(text: string, line: Line): boolean {
  if (!isShortAndOpen(text, line)) return false;
  const [first = ""] = /^\p{L}+/u.exec(text.slice(line.start, line.end)) ?? [];
  return headingWords.has(first.toLowerCase());
}

/** True if lines follow on each other almost everywhere, so that each must be a paragraph of its own. */
export function hasLineParagraphs(lines: readonly Line[]): boolean {
  let spoken = 0;
  let blocks = 0;
  for (const { kind, opensBlock } of lines) {
    if (kind !== "words") continue;
    spoken++;
    if (opensBlock) blocks++;
  }
  return blocks * LINES_A_BLOCK <= spoken || blocks <= 1;
}

/** True if the line is short and does not end as a sentence does. */
export function isShortAndOpen(text: string, { start, end }: Line): boolean {
  return end - start <= LONGEST_HEADING && !ENDS_SPEECH.test(text.slice(start, end));
}

function lineKind(text: string, start: number, end: number): Exclude<Line["kind"], "blank"> {
  const code = text.charCodeAt(start);
  if (code === HASH) return /^#{1,6}(?:\s|$)/.test(text.slice(start, start + 7)) ? "heading" : "words";
  if (end - start > LONGEST_HEADING) return "words";
  if (RULES.has(code) && RULE.test(text.slice(start, end))) return "heading";
  return readStamp(text, start)?.end === end ? "stamp" : "words";
}

function isHeadingByPlace(text: string, lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || line.kind !== "words" || !line.opensBlock) return false;
  const below = lines[index + 1];
  if (below?.kind === "heading" && "-=".includes(text.charAt(below.start))) return isShortAndOpen(text, line);
  if (below !== undefined && below.kind === "words") return false;
  // The second letter of a title in capitals is none of the small ones.
  if (isSmallLetter(text.charCodeAt(line.start + 1)) || !isTitle(text, line)) return false;
  const written = text.slice(line.start, line.end);
  return written === written.toUpperCase();
}

/** True for "a" to "z". */
export function isSmallLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
