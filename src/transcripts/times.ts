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

const SECONDS = /^\d{1,9}(?:[.,]\d{1,9})?$/;
const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,9}))?$/;
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
  const trimmed = text.trim();
  if (SECONDS.test(trimmed)) return Number(trimmed.replace(",", "."));
  const [, hours, minutes, seconds, fraction = "0"] = CLOCK.exec(trimmed) ?? [];
  if (minutes === undefined || seconds === undefined) return null;
  if (Number(seconds) >= 60 || (hours !== undefined && Number(minutes) >= 60)) return null;
  // The fraction is joined as text, which keeps 1:15.835 from becoming 75.83500000000001.
  return Number(`${Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)}.${fraction}`);
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
