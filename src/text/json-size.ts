import { MOST_JSON_KEYS, MOST_RECORDS } from "./limits";

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const BLANK = 32;
const QUOTE = 34;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
// Keys are told apart by so many bits of their letters: of a quarter of a million, hardly one in fifty is taken for another.
const HASH_BITS = 23;

/**
 * What a JSON text has more of than any file has, such as "2000000 records and lists", told before it is parsed: each takes
 * many times its letters, and so does each key that no other record has. Null for all others.
 */
export function tooMuchOfJson(text: string): string | null {
  let records = 0;
  let keys = 0;
  let seen: Uint8Array | undefined;
  // No string goes on behind a line break. Where one is not closed, the next line begins anew.
  let line = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      if (++records > MOST_RECORDS) return `${MOST_RECORDS} records and lists`;
    } else if (code === QUOTE) {
      if (line < at && line !== text.length) line = foundOrEnd(text, "\n", at);
      const end = stringEnd(text, at);
      if (line < end) {
        at = line;
        continue;
      }
      if (isKey(text, end) && !isIndex(text.charCodeAt(at + 1))) {
        seen ??= new Uint8Array(1 << (HASH_BITS - 3));
        const hash = hashOf(text, at + 1, end);
        const bits = seen[hash >>> 3] ?? 0;
        const bit = 1 << (hash & 7);
        if ((bits & bit) === 0 && ++keys > MOST_JSON_KEYS) return `${MOST_JSON_KEYS} different keys`;
        seen[hash >>> 3] = bits | bit;
      }
      at = end;
    }
  }
  return null;
}

function foundOrEnd(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at === -1 ? text.length : at;
}

/** The offset of the quotation mark that closes a string; the text's end if none does. */
function stringEnd(text: string, open: number): number {
  let end = foundOrEnd(text, '"', open + 1);
  while (end < text.length && isEscaped(text, end, open)) end = foundOrEnd(text, '"', end + 1);
  return end;
}

function isEscaped(text: string, at: number, open: number): boolean {
  let before = at - 1;
  while (before > open && text.charCodeAt(before) === BACKSLASH) before--;
  return (at - before) % 2 === 0;
}

/** True if a colon follows the string that ends at an offset. */
function isKey(text: string, end: number): boolean {
  let at = end + 1;
  let code = text.charCodeAt(at);
  while (code === BLANK || code === LINE_FEED || code === TAB || code === RETURN) code = text.charCodeAt(++at);
  return code === COLON;
}

/** True for a key that is the number of something, as some programs number the words of a transcript: those take little. */
function isIndex(first: number): boolean {
  return first >= ZERO && first <= NINE;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & ((1 << HASH_BITS) - 1);
}
