/** A value as PDFs write it: a name without its slash, a reference by its number, a dictionary by its names. Strings are null. */
export type PdfValue =
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "reference"; readonly to: number }
  | { readonly kind: "list"; readonly items: readonly PdfValue[] }
  | { readonly kind: "dictionary"; readonly entries: ReadonlyMap<string, PdfValue> }
  | null;

// Nobody's dictionaries stand deeper in each other than that.
const DEEPEST = 500;
const BLANK = 0x20;
const TAB = 0x09;
const RETURN = 0x0d;
const PERCENT = 0x25;
const REFERENCE = /\+?(\d{1,10})[\s\0]+\+?\d{1,10}[\s\0]+R(?![^\s\0()<>[\]{}/%])/y;
const TOKEN = /<<|>>|[[\]]|\/[^\s\0()<>[\]{}/%]*|<[^>]*>?|[^\s\0()<>[\]{}/%]+|[\s\S]/y;

/**
 * The value that begins at this place of a text, and where it ends: nowhere if lists stand deeper in each other than anybody's.
 * Lists and dictionaries that are cut off hold what there is.
 */
export function readPdfValue(text: string, from: number): { readonly value: PdfValue; readonly end: number } {
  let at = from;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const reference = new RegExp(REFERENCE);
  const token = new RegExp(TOKEN);
  /** The next value, or the sign that ends a list or dictionary; undefined at the end of the text. */
  const next = (depth: number): PdfValue | ">>" | "]" | undefined => {
    at = behindBlanks(text, at);
    const [, to] = take(reference) ?? [];
    if (to !== undefined) return { kind: "reference", to: Number(to) };
    const [sign] = take(token) ?? [];
    if (sign === undefined || sign === ">>" || sign === "]") return sign;
    if (sign === "(") at = endOfString(text, at);
    if (sign.startsWith("/")) return { kind: "name", name: plainName(sign.slice(1)) };
    if (sign === "[" || sign === "<<") {
      if (depth > DEEPEST) {
        at = Number.POSITIVE_INFINITY;
        return undefined;
      }
      const items: PdfValue[] = [];
      const close = sign === "[" ? "]" : ">>";
      for (let item = next(depth + 1); item !== undefined && item !== close; item = next(depth + 1)) {
        if (item !== ">>" && item !== "]") items.push(item);
      }
      return sign === "[" ? { kind: "list", items } : { kind: "dictionary", entries: entriesOf(items) };
    }
    const number = Number(sign);
    if (!Number.isNaN(number)) return { kind: "number", number };
    // What follows such a word belongs to something else.
    return /^(?:endobj|stream|obj)/.test(sign) ? undefined : null;
  };
  const value = next(0);
  return { value: value === undefined || value === ">>" || value === "]" ? null : value, end: at };
}

/** The entries of a dictionary whose names and values follow each other; the last of one name counts. */
function entriesOf(items: readonly PdfValue[]): Map<string, PdfValue> {
  const entries = new Map<string, PdfValue>();
  for (let at = 0; at < items.length; at++) {
    const key = items[at];
    if (key?.kind === "name") entries.set(key.name, items[++at] ?? null);
  }
  return entries;
}

/** A name in which a letter may be written as its number: "F#6frm". */
export function plainName(name: string): string {
  return name.replace(/#([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** The next place in a text that is neither blank nor within a comment. */
export function behindBlanks(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === PERCENT) {
      while (at + 1 < text.length && text[at + 1] !== "\n" && text[at + 1] !== "\r") at++;
    } else if (code > BLANK || (code > 0 && code < TAB) || (code > RETURN && code < BLANK)) break;
  }
  return at;
}

/** Where a string ends that begins before this place: round brackets may stand within each other. */
function endOfString(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === "\\") at++;
    else if (sign === "(") depth++;
    else if (sign === ")" && --depth === 0) return at + 1;
  }
  return text.length;
}
