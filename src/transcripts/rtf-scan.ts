import { isAsciiDigit, isAsciiLetter } from "../text/ascii";
/** What is called while a rich text file is read, in its order. Offsets are UTF-16 code units. */
export interface RtfHandler<Meaning> {
  /** What a control word or symbol means, without its backslash; asked for once for the short ones. */
  meaning(word: string): Meaning;
  openGroup(at: number): void;
  /** False ends the file. */
  closeGroup(at: number): boolean;
  /** A control word, with its number; null without one. `end` is behind it. Gives how many characters behind it are none of the text. */
  control(meaning: Meaning, value: number | null, end: number): number;
  /** A byte that is written in hexadecimal digits; not a number for wrong ones. */
  byte(value: number, at: number): void;
  /** True ends the reading: whoever asked has more than can be used. */
  isFull(): boolean;
  /** Text up to the next group, control word or line break; "plain" is that of printable ASCII alone. */
  text(words: string, at: number, isPlain: boolean): void;
}

const LONGEST_WORD = 32;
const MOST_DIGITS = 10;
const LONGEST_SHORT = 5;
const MOST_KNOWN = 1000;

/** Walks through a rich text file once and tells its groups, control words and text, whatever it holds. Gives where it stopped. */
export function scanRtf<Meaning>(text: string, handler: RtfHandler<Meaning>): number {
  let at = 0;
  const endOfText = stopFinder(text);
  // Nearly all files are of ASCII alone, and their pieces need not be looked at.
  const isAllPlain = !/[^\n\r\x20-\x7e]/.test(text);
  // The same few words stand in each paragraph: what the short ones mean is looked up once. Their letters are the key.
  const known = new Map<number, Meaning>();
  const shortWord = (key: number, start: number, end: number): Meaning => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const meaning = handler.meaning(text.slice(start, end));
    if (known.size < MOST_KNOWN) known.set(key, meaning);
    return meaning;
  };
  const control = (meaning: Meaning, value: number | null, end: number): void => {
    at = end + handler.control(meaning, value, end);
  };
  const readSymbol = (): void => {
    const symbol = text[at + 1] ?? "";
    const length = symbol === "\r" && text[at + 2] === "\n" ? 3 : 2;
    control(handler.meaning(symbol), null, at + length);
  };
  const readWord = (): void => {
    const start = at + 1;
    let end = start;
    let key = 0;
    for (; end < start + LONGEST_WORD && isAsciiLetter(text.charCodeAt(end)); end++) {
      key = key * 64 + text.charCodeAt(end) - BEFORE_A;
    }
    const isShort = end - start <= LONGEST_SHORT;
    const meaning = isShort ? shortWord(key, start, end) : handler.meaning(text.slice(start, end));
    const digits = text.charCodeAt(end) === MINUS ? end + 1 : end;
    let number = 0;
    let to = digits;
    for (; to < digits + MOST_DIGITS && isAsciiDigit(text.charCodeAt(to)); to++) {
      number = number * 10 + text.charCodeAt(to) - ZERO;
    }
    const value = to === digits ? null : digits > end ? -number : number;
    if (value === null) to = end;
    // One blank belongs to the word.
    control(meaning, value, text.charCodeAt(to) === BLANK ? to + 1 : to);
  };
  const readText = (): void => {
    const end = endOfText(at);
    const isPlain = isAllPlain || isPlainText(text, at, end);
    handler.text(text.slice(at, end), at, isPlain);
    at = end;
  };

  while (at < text.length && !handler.isFull()) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) {
      const next = text.charCodeAt(at + 1);
      if (isAsciiLetter(next)) readWord();
      else if (next === APOSTROPHE) {
        handler.byte(Number.parseInt(text.slice(at + 2, at + 4), 16), at);
        at += 4;
      } else readSymbol();
    } else if (code === OPEN) handler.openGroup(at++);
    else if (code === CLOSE) {
      if (!handler.closeGroup(at)) return at;
      at++;
    } else if (code === LINE || code === RETURN) at++;
    else readText();
  }
  return at;
}

/** Tells where the first group, control word or line break stands from an offset on; offsets ascend. */
function stopFinder(text: string): (from: number) => number {
  const next = (stop: string, from: number): number => {
    const found = text.indexOf(stop, from);
    return found < 0 ? text.length : found;
  };
  // Each kind is sought by itself, which takes a fraction of the time that looking at each letter takes.
  let backslash = -1;
  let open = -1;
  let close = -1;
  let line = -1;
  let carriage = -1;
  return (from) => {
    if (backslash < from) backslash = next("\\", from);
    if (open < from) open = next("{", from);
    if (close < from) close = next("}", from);
    if (line < from) line = next("\n", from);
    if (carriage < from) carriage = next("\r", from);
    return Math.min(backslash, open, close, line, carriage);
  };
}

function isPlainText(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < BLANK || code > TILDE) return false;
  }
  return true;
}

const LINE = 0x0a;
const RETURN = 0x0d;
const BLANK = 0x20;
const APOSTROPHE = 0x27;
const MINUS = 0x2d;
const ZERO = 0x30;
const BEFORE_A = 0x40;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const TILDE = 0x7e;
