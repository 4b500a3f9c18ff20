import { isAsciiDigit } from "../text/ascii";
import { skipWhiteSpace, skipWhiteSpaceBack } from "./white-space";

/** A stretch of a recording in seconds; the end is null where only the start is known. */
export type TimeSpan = readonly [start: number, end: number | null];

/** A time stamp found in a text, and where the text goes on behind it (UTF-16 code units). */
export interface Stamp {
  readonly time: TimeSpan;
  readonly end: number;
  /** True if the stamp stands in brackets; a bare one may also be a time of day that somebody speaks of. */
  readonly bracketed: boolean;
  /** True if it is written with hours, minutes and seconds. */
  readonly hours: boolean;
}

const POINT = 0x2e;
const COMMA = 0x2c;
const COLON = 0x3a;
const MOST_DIGITS = 9;
const ZERO = 0x30;
// Every quantifier is bounded and no two neighbours share a character, so that no text makes this slow.
const STAMP =
  /([[(<]?) ?(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?)(?: {0,2}(?:-->|[-–—]) {0,2}(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?))? ?([\])>]?)/y;
const FIRST = new Set([..."[(<0123456789"].map((each) => each.charCodeAt(0)));
const CLOSING: Readonly<Record<string, string>> = { "[": "]", "(": ")", "<": ">", "": "" };

/**
 * Seconds of a time as transcripts write it: "83", "83.5", "1:23", "75:20", "01:02:03.250" (a comma may stand for the
 * point); null for anything else, also for minutes or seconds of 60 and more behind a colon.
 */
export function parseTime(text: string): number | null {
  const start = skipWhiteSpace(text, 0, text.length);
  return timeWithin(text, start, skipWhiteSpaceBack(text, start, text.length));
}

/**
 * The span of a time stamp that is the whole text: one time as `parseTime` reads it, or a stamp as `readStamp` does, such as
 * "0:00,0 - 0:04,2" or "[00:01:02]"; null for anything else.
 */
export function parseTimeSpan(text: string): TimeSpan | null {
  const start = parseTime(text);
  if (start !== null) return [start, null];
  const written = text.trim();
  const stamp = readStamp(written, 0);
  return stamp?.end === written.length ? stamp.time : null;
}

/** What `parseTime` gives for a stretch of a text without white space at its ends (UTF-16 code units, half-open), which is not copied. */
export function timeWithin(text: string, start: number, end: number): number | null {
  let whole = 0;
  let part = 0;
  let digits = 0;
  let colons = 0;
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isAsciiDigit(code)) {
      part = part * 10 + code - ZERO;
      digits++;
    } else if (code === COLON) {
      if (digits === 0 || digits > 3 || colons === 2 || (colons === 1 && part >= 60)) return null;
      whole = (whole + part) * 60;
      part = 0;
      digits = 0;
      colons++;
    } else break;
  }
  if (colons === 0 ? digits === 0 || digits > MOST_DIGITS : digits !== 2 || part >= 60) return null;
  return at === end ? whole + part : withFraction(whole + part, text, at, end);
}

/** Seconds with the fraction that begins at an offset with its point or comma; null if none does, or if more follows. */
function withFraction(seconds: number, text: string, point: number, end: number): number | null {
  const digits = end - point - 1;
  const code = text.charCodeAt(point);
  if ((code !== POINT && code !== COMMA) || digits < 1 || digits > MOST_DIGITS) return null;
  let fraction = 0;
  let scale = 1;
  for (let at = point + 1; at < end; at++) {
    const digit = text.charCodeAt(at);
    if (!isAsciiDigit(digit)) return null;
    fraction = fraction * 10 + digit - ZERO;
    scale *= 10;
  }
  // The quotient of two whole numbers is the nearest there is: 75 and 0.835 added would be 75.83500000000001.
  const units = seconds * scale + fraction;
  return Number.isSafeInteger(units) ? units / scale : Number(`${seconds}.${text.slice(point + 1, end)}`);
}

/** The time stamp that begins at an offset, such as "[00:01:02]", "(0:03)", "0:03" or "[0:03 - 0:09]"; null if none does. */
export function readStamp(text: string, at: number): Stamp | null {
  if (!FIRST.has(text.charCodeAt(at))) return null;
  STAMP.lastIndex = at;
  const found = STAMP.exec(text);
  if (found === null) return null;
  const [whole, open = "", first = "", second, close = ""] = found;
  const start = parseTime(first);
  const end = second === undefined ? null : parseTime(second);
  if (start === null || (second !== undefined && end === null) || CLOSING[open] !== close) return null;
  const bracketed = open !== "";
  const stop = at + (bracketed ? whole : whole.trimEnd()).length;
  // "10:30am", "0:030" and "1:02:03:12" begin like a stamp and are none.
  if (!bracketed && /^:?[\p{L}\p{N}]/u.test(text.slice(stop, stop + 3))) return null;
  return { time: [start, end], end: stop, bracketed, hours: first.split(":").length === 3 };
}
