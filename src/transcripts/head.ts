import { isAsciiDigit, isAsciiLetter } from "../text/ascii";
import { lineReader, type Name } from "./line-reader";
import { isSmallLetter } from "./lines";
import type { Stamp, TimeSpan } from "./times";
import { skipWhiteSpace } from "./white-space";

/**
 * How a label is set off from the words: "Name: words", "[name] words", "{012} words", "Name<tab>words", "Name 0:03" or
 * "[Name] 0:03" alone on a line, "Name 0:03 words", "Name" alone on a line, "NAME words" or "**Name** words".
 */
export type HeadForm = "colon" | "bracket" | "brace" | "tab" | "stamp" | "stamped" | "bare" | "blank";

/** The beginning of a line that could be a label; whether it is one, only the whole file can tell. */
export interface Head {
  readonly form: HeadForm;
  readonly label: string;
  readonly time?: TimeSpan;
  /** Where the words begin (UTF-16 code units); the line's end if none stand on the line. */
  readonly wordsAt: number;
  /** How the label is dressed up: its emphasis, and where it has time stamps. */
  readonly dress: string;
  /** Emphasis that opens before the label and has not closed where the words begin: "**" of "**I: words**"; else "". */
  readonly open: string;
}

// Longer than any line that is a name alone, and farther than any label with its stamps and emphasis reaches.
const NAME_ALONE = 64;
const FARTHEST_SET_OFF = 128;
const SET_OFF = /[:：\t\]}*_]/;

const LONGEST_PLAIN_NAME = 24;
const MOST_RECENT = 4;
const BLANK = 0x20;
const COLON = 0x3a;

const CODE_WORD = /\p{Lu}[\p{Lu}\p{N}]{1,5}(?=[ \t])/uy;

/** Reads the head of the line `text.slice(start, end)`, which begins and ends without white space; null if it has none. */
export function readHead(text: string, start: number, end: number): Head | null {
  return readPlainHead(text, start, end) ?? readOtherHead(text, start, end);
}

/**
 * The same for many lines of one text. A label that was read not long before is not read letter by letter, and is the same
 * text: a conversation has few speakers, and each of them many turns.
 */
export function headReader(text: string): (start: number, end: number) => Head | null {
  const recent: string[] = [];
  let next = 0;
  return (start, end) => {
    for (const label of recent) {
      if (standsAt(text, start, end, label)) return plainHead(label, start);
    }
    const plain = readPlainHead(text, start, end);
    if (plain === null) return readOtherHead(text, start, end);
    recent[next] = plain.label;
    next = (next + 1) % MOST_RECENT;
    return plain;
  };
}

function readOtherHead(text: string, start: number, end: number): Head | null {
  if (end - start > NAME_ALONE && !hasSetOff(text, start, end)) return null;
  const line = lineReader(text, start, end);
  // A time of day may be the first thing said, "P1: 10:30, I think"; a stamp is in brackets, complete or alone.
  const isStamp = (stamp: Stamp): boolean => stamp.bracketed || stamp.hours || stamp.end === end;
  const outer = line.emphasis();
  const before = line.stamp();
  const open = outer === "" ? line.emphasis() : outer;
  const name = line.name(open);
  if (name === null) return null;
  const early = line.take(open);
  const between = line.stamp((each) => isStamp(each) || text[each.end] === ":");
  const late = early || line.take(open);
  const colon = line.colon();
  const closed = late || line.take(open);
  const behind = colon && between === null ? line.stamp(isStamp) : null;

  const stamps = [before, between, behind];
  const time = stamps.find((each) => each !== null)?.time;
  const form = headForm(name, {
    colon,
    closed,
    alone: line.at() >= end,
    stamped: between !== null,
    // "7:00 Breakfast" is an entry of a diary.
    timed: between !== null || (before !== null && isStamp(before)),
    untimed: time === undefined,
  });
  if (form === null) return null;
  return {
    form,
    label: name.label,
    ...(time === undefined ? {} : { time }),
    wordsAt: line.at(),
    dress: `${open}${stamps.map((each) => (each === null ? "-" : "t")).join("")}`,
    open: closed ? "" : open,
  };
}

/**
 * Reads "Name: words" where nothing else is about it: a name of letters and digits, a colon, one blank, and a letter. It
 * is by far the commonest head, and this is several times as quick; null for all others, which need a closer look.
 */
function readPlainHead(text: string, start: number, end: number): Head | null {
  const colon = plainLabelEnd(text, start, end);
  return colon === -1 ? null : plainHead(text.slice(start, colon), start);
}

/** Where the colon of such a head stands; -1 if the line `text.slice(start, end)` has none. The words begin behind its blank. */
export function plainLabelEnd(text: string, start: number, end: number): number {
  const limit = Math.min(end - 2, start + LONGEST_PLAIN_NAME);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON) return at > start && hasWordsBehind(text, at) ? at : -1;
    if (!isAsciiLetter(code) && (at === start || !isAsciiDigit(code))) return -1;
  }
  return -1;
}

/** True if the line begins with this label of a plain head, set off as such a head is. */
function standsAt(text: string, start: number, end: number, label: string): boolean {
  const colon = start + label.length;
  if (text.charCodeAt(colon) !== COLON || colon >= end - 2 || !hasWordsBehind(text, colon)) return false;
  for (let at = 0; at < label.length; at++) {
    if (text.charCodeAt(start + at) !== label.charCodeAt(at)) return false;
  }
  return true;
}

function hasWordsBehind(text: string, colon: number): boolean {
  return text.charCodeAt(colon + 1) === BLANK && isAsciiLetter(text.charCodeAt(colon + 2));
}

function plainHead(label: string, start: number): Head {
  return { form: "colon", label, wordsAt: start + label.length + 2, dress: "---", open: "" };
}

/**
 * True if one of the characters that set labels off stands near the beginning of a line. Most lines of most texts have
 * none there, and need not be taken apart; a time has a colon in it.
 */
function hasSetOff(text: string, start: number, end: number): boolean {
  return SET_OFF.test(text.slice(start, Math.min(end, start + FARTHEST_SET_OFF)));
}

/** Reads "INT words": a word in capitals, with nothing between it and the words but a blank; null if there is none. */
export function readCodeHead(text: string, start: number, end: number): Head | null {
  if (isSmallLetter(text.charCodeAt(start + 1))) return null;
  CODE_WORD.lastIndex = start;
  const [label] = CODE_WORD.exec(text) ?? [];
  if (label === undefined || start + label.length >= end) return null;
  return { form: "blank", label, wordsAt: skipWhiteSpace(text, start + label.length, end), dress: "", open: "" };
}

interface Setting {
  readonly colon: boolean;
  readonly closed: boolean;
  readonly alone: boolean;
  /** True if a time stamp stands between the label and what follows. */
  readonly stamped: boolean;
  /** True if a time stamp stands before the label or behind it that is no time of day. */
  readonly timed: boolean;
  /** True if no time at all is there. */
  readonly untimed: boolean;
}

function headForm({ bracket, tab }: Name, { colon, closed, alone, stamped, timed, untimed }: Setting): HeadForm | null {
  // "[Name] 10:02:03" alone on a line is how Zoom saves captions.
  if (bracket === "[" && stamped && alone) return "stamp";
  if (bracket !== "") return bracket === "[" ? "bracket" : "brace";
  if (colon) return "colon";
  if (timed && alone) return "stamp";
  if (stamped) return "stamped";
  if (!untimed) return null;
  if (tab) return "tab";
  if (alone) return "bare";
  return closed ? "blank" : null;
}
