import type { Range } from "../model/range";
import { headingWords } from "./label-words";
import { addNumber, numberList, numbersOf } from "./number-list";
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

/**
 * The lines of a text in its order, as lists of numbers: a text of 100 MB has more than a million, and a record of each would
 * take as much room as the text.
 */
export interface Lines {
  readonly count: number;
  /** For each line what `Line` has of it. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** For each line one of the kinds below, and `OPENS_BLOCK` added if it opens one. */
  readonly looks: Int32Array;
}

const WORDS = 0;
const BLANK = 1;
const HEADING = 2;
const STAMP = 3;
const KIND = 3;
const OPENS_BLOCK = 4;
const KINDS: readonly Line["kind"][] = ["words", "blank", "heading", "stamp"];

/** True if a line holds somebody's words. */
export function hasWordsAt({ looks }: Lines, index: number): boolean {
  return ((looks[index] ?? BLANK) & KIND) === WORDS;
}

/** True for the first line of the text, and for every line below one that holds nobody's words. */
export function opensBlockAt({ looks }: Lines, index: number): boolean {
  return (looks[index] ?? 0) >= OPENS_BLOCK;
}

/** The kind of a line; undefined behind the last one, and before the first. */
export function kindAt({ looks }: Lines, index: number): Line["kind"] | undefined {
  const look = looks[index];
  return look === undefined ? undefined : KINDS[look & KIND];
}

/** A line by itself. */
export function lineAt(lines: Lines, index: number): Line {
  const { starts, ends } = lines;
  const kind = kindAt(lines, index) ?? "blank";
  return { start: starts[index] ?? 0, end: ends[index] ?? 0, kind, opensBlock: opensBlockAt(lines, index) };
}

const LONGEST_HEADING = 80;
const LINES_A_BLOCK = 20;
const RULE = /^(?:-[- ]{2,}|\*[* ]{2,}|_[_ ]{2,}|=[= ]{2,}|~[~ ]{2,})$/;
const RULES = new Set([..."-*_=~"].map((each) => each.charCodeAt(0)));
const HASH = 0x23;
const ENDS_SPEECH = /[.?!…:;,]["'”’»)\]]*$/;

/**
 * The lines of a text in its order. Headings are Markdown's (`# Title`, a rule, a short line with a rule under it) and
 * titles in capitals that stand by themselves ("INTERVIEW WITH ...").
 */
export function scanLines(text: string): Lines {
  const starts = numberList();
  const ends = numberList();
  const looks = numberList();
  let above = BLANK;
  const add = (from: number, to: number): void => {
    const start = skipWhiteSpace(text, from, to);
    const opens = above === WORDS ? 0 : OPENS_BLOCK;
    const end = skipWhiteSpaceBack(text, start, to);
    above = start === to ? BLANK : lineKind(text, start, end);
    addNumber(starts, start === to ? 0 : start);
    addNumber(ends, start === to ? 0 : end);
    addNumber(looks, above + opens);
  };
  for (let from = 0, to = 0; to < text.length; from = to + 1) {
    const found = text.indexOf("\n", from);
    to = found === -1 ? text.length : found;
    add(from, to);
  }
  const lines: Lines = {
    count: looks.length,
    starts: numbersOf(starts),
    ends: numbersOf(ends),
    looks: numbersOf(looks),
  };
  // A heading by its place depends on the line below it, never on one above.
  for (let index = 0; index < lines.count; index++) {
    if (isHeadingByPlace(text, lines, index)) lines.looks[index] = HEADING + OPENS_BLOCK;
  }
  return lines;
}

/** The lines of a text, each by itself. */
export function eachLine(text: string): Line[] {
  const lines = scanLines(text);
  return Array.from({ length: lines.count }, (_, index) => lineAt(lines, index));
}

function isTitle(text: string, line: Line): boolean {
  if (!isShortAndOpen(text, line)) return false;
  const [first = ""] = /^\p{L}+/u.exec(text.slice(line.start, line.end)) ?? [];
  return headingWords.has(first.toLowerCase());
}

/** True if lines follow on each other almost everywhere, so that each must be a paragraph of its own. */
export function hasLineParagraphs(lines: Lines): boolean {
  let spoken = 0;
  let blocks = 0;
  for (let index = 0; index < lines.count; index++) {
    if (!hasWordsAt(lines, index)) continue;
    spoken++;
    if (opensBlockAt(lines, index)) blocks++;
  }
  return blocks * LINES_A_BLOCK <= spoken || blocks <= 1;
}

/** True if the line is short and does not end as a sentence does. */
export function isShortAndOpen(text: string, { start, end }: Range): boolean {
  return end - start <= LONGEST_HEADING && !ENDS_SPEECH.test(text.slice(start, end));
}

function lineKind(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  if (code === HASH) return /^#{1,6}(?:\s|$)/.test(text.slice(start, start + 7)) ? HEADING : WORDS;
  if (end - start > LONGEST_HEADING) return WORDS;
  if (RULES.has(code) && RULE.test(text.slice(start, end))) return HEADING;
  return readStamp(text, start)?.end === end ? STAMP : WORDS;
}

function isHeadingByPlace(text: string, lines: Lines, index: number): boolean {
  if (lines.looks[index] !== WORDS + OPENS_BLOCK) return false;
  const below = kindAt(lines, index + 1);
  const line = (): Line => lineAt(lines, index);
  if (below === "heading" && "-=".includes(text.charAt(lines.starts[index + 1] ?? 0)))
    return isShortAndOpen(text, line());
  if (below === "words") return false;
  // The second letter of a title in capitals is none of the small ones.
  if (isSmallLetter(text.charCodeAt((lines.starts[index] ?? 0) + 1)) || !isTitle(text, line())) return false;
  const written = text.slice(lines.starts[index], lines.ends[index]);
  return written === written.toUpperCase();
}

/** True for "a" to "z". */
export function isSmallLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
