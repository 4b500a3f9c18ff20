import { isAsciiDigit, isAsciiLetter } from "../text/ascii";
import { readStamp, type Stamp } from "./times";
import { isWhiteSpace, skipWhiteSpace } from "./white-space";

/** What may be a speaker's name at the beginning of a line. */
export interface Name {
  readonly label: string;
  /** The bracket it stands in; "" if in none. */
  readonly bracket: "[" | "{" | "";
  /** True if a tab follows. */
  readonly tab: boolean;
}

/** Takes one line apart from its left, a piece at a time; white space behind a piece is passed over. */
export interface LineReader {
  /** Where the rest of the line begins (UTF-16 code units). */
  at(): number;
  /** Takes emphasis that opens here, such as "**"; "" if none does. */
  emphasis(): string;
  /** Takes this word; false if it is empty or does not stand here. */
  take(word: string): boolean;
  /** Takes a time stamp that fits; null if there is none. */
  stamp(fits?: (stamp: Stamp) => boolean): Stamp | null;
  /** Takes what may be a name, up to emphasis that closes it; null if it is too long or has a character that names lack. */
  name(closing: string): Name | null;
  /** Takes the colon behind a name; false if there is none, or if it belongs to a time, an address or the like. */
  colon(): boolean;
}

const LONGEST_NAME = 48;
const EMPHASIS = ["***", "**", "*", "__", "_"];

/** A reader of the line `text.slice(start, end)`. However long the line is, a name is sought in its first characters only. */
export function lineReader(text: string, start: number, end: number): LineReader {
  let at = start;
  const moveTo = (next: number): void => {
    at = skipWhiteSpace(text, next, end);
  };
  const take = (word: string): boolean => {
    if (word === "" || !text.startsWith(word, at)) return false;
    moveTo(at + word.length);
    return true;
  };
  return {
    at: () => at,
    take,
    emphasis() {
      const first = text.charCodeAt(at);
      if (first !== STAR && first !== UNDERSCORE) return "";
      const found = EMPHASIS.find((marker) => text.startsWith(marker, at)) ?? "";
      take(found);
      return found;
    },
    stamp(fits = () => true) {
      const found = at < end ? readStamp(text, at) : null;
      if (found === null || found.end > end || !fits(found)) return null;
      moveTo(found.end);
      return found;
    },
    name(closing) {
      const from = at;
      const bracket = text[at] === "[" ? "[" : text[at] === "{" ? "{" : "";
      let stop = bracket === "" ? endOfName(text, at, end) : endOfBracket(text, at, end);
      if (stop === null) return null;
      // Of emphasis, only the underscore is a character that names have too.
      if (closing.startsWith("_") && text.slice(from, stop).endsWith(closing)) stop -= closing.length;
      moveTo(stop);
      const label = (bracket === "" ? text.slice(from, stop) : text.slice(from + 1, stop - 1)).trim();
      return label === "" ? null : { label, bracket, tab: text.slice(stop, at).includes("\t") };
    },
    colon() {
      const here = text.charCodeAt(at);
      if (at >= end || (here !== COLON && here !== WIDE_COLON)) return false;
      // No label: "http://", "C:\", "std::", ":)", a ratio or a time.
      if (here === COLON && at + 1 < end && /[/\\:()=\-\p{N}]/u.test(text.charAt(at + 1))) return false;
      moveTo(at + 1);
      return true;
    },
  };
}

const TAB = 0x09;
const ROUND = 0x28;
const STAR = 0x2a;
const COLON = 0x3a;
const SQUARE = 0x5b;
const UNDERSCORE = 0x5f;
const WIDE_COLON = 0xff1a;
// Of ASCII, a name may hold letters, digits, blanks and these.
const IN_NAMES = new Set([...".'-_#&/+@ "].map((each) => each.charCodeAt(0)));

/** Where a name that begins here ends: before a colon, a tab, a time or emphasis, or at any character that names lack. */
function endOfName(text: string, start: number, end: number): number | null {
  const limit = Math.min(end, start + LONGEST_NAME + 1);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if ((code === COLON || code === STAR) && isGenderMark(text, at)) continue;
    if (code === COLON) return beforeTime(text, start, at);
    if (code === TAB || code === STAR || code === SQUARE || code === WIDE_COLON) return at;
    if (code === ROUND) {
      if (readStamp(text, at) !== null) return at;
      const length = text.slice(at, limit).indexOf(")");
      if (length === -1) return null;
      at += length;
    } else if (!isInNames(code)) return null;
  }
  return limit === end ? end : null;
}

// The endings of German forms for both sexes, "Interviewer:in" and "Befragte*r", with the end of the label behind them.
const GENDER_ENDING = /[:*](?:in|innen|r|n|e)(?: ?\d{1,2})?(?=[:：\t]|\*\*)/y;

/** True if the colon or star stands inside a name and not behind it. */
function isGenderMark(text: string, at: number): boolean {
  GENDER_ENDING.lastIndex = at;
  return GENDER_ENDING.test(text) && /\p{L}/u.test(text.charAt(at - 1));
}

/** The end of a name at this colon, or, where the colon is inside a time as in "Name 0:03", before the time. */
function beforeTime(text: string, start: number, colon: number): number {
  let at = colon;
  while (at > start && isAsciiDigit(text.charCodeAt(at - 1))) at--;
  return at > start && at < colon && isWhiteSpace(text.charCodeAt(at - 1)) && readStamp(text, at) !== null ? at : colon;
}

function endOfBracket(text: string, start: number, end: number): number | null {
  const limit = Math.min(end, start + LONGEST_NAME + 2);
  const close = text[start] === "[" ? "]" : "}";
  for (let at = start + 1; at < limit; at++) {
    const here = text[at];
    // A Markdown link, "[text](address)", is speech.
    if (here === close) return text[at + 1] === "(" ? null : at + 1;
    if (here === "[" || here === "{") return null;
  }
  return null;
}

function isInNames(code: number): boolean {
  if (code >= 0x80)
    return !(code >= 0x2010 && code <= 0x206f && code !== 0x2019) && !(code >= 0x3001 && code <= 0x303f);
  return isAsciiLetter(code) || isAsciiDigit(code) || IN_NAMES.has(code);
}
