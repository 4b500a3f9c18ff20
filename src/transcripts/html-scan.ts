import { isAsciiLetter } from "../text/ascii";
/** What is called while an HTML text is read, in its order. Offsets are UTF-16 code units. */
export interface HtmlHandler {
  /** A tag opens; the name is in small letters. `at` is where it stands, `attributesAt` and `end` where its attributes do. */
  open(name: string, at: number, attributesAt: number, end: number): void;
  /** A tag closes, whether it is open or not. */
  close(name: string): void;
  /** Text stands between tags, with its entities; that of tags which are never shown is left out. */
  text(start: number, end: number): void;
  /** What stands in `<style>`. */
  style(text: string): void;
}

/** Tags whose content is never shown. */
const UNSEEN: readonly string[] = ["script", "style", "iframe", "noembed", "noframes", "noscript", "template"];
/** Tags in which other tags mean nothing, but whose words are shown. */
const PLAIN: readonly string[] = ["title", "textarea", "xmp"];
const ENDS: ReadonlyMap<string, RegExp> = new Map(
  [...UNSEEN, ...PLAIN].map((name) => [name, new RegExp(`</${name}(?=[\\s/>])`, "gi")]),
);
const SHORTEST = 3;
const LONGEST_SHORT = 4;
const MOST_KNOWN = 1000;
const TO_END = "plaintext";

/**
 * Walks through an HTML text once and tells its tags and words, as browsers find them (WHATWG's tokenization). It builds no
 * tree, keeps no attribute and joins no characters, so that a large page costs no memory and a hostile one no time. Gives what
 * does not close before the text ends, such as "<script>", so that words behind it are not read; null if all does.
 */
export function scanHtml(html: string, handler: HtmlHandler): string | null {
  const text = (start: number, end: number): void => {
    if (start < end) handler.text(start, end);
  };
  const nameOf = nameReader(html);
  // Text goes on over a "<" that begins nothing.
  let from = 0;
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf("<", at);
    if (tag < 0) break;
    const next = html.charCodeAt(tag + 1);
    if (isAsciiLetter(next)) {
      text(from, tag);
      const nameEnd = endOfName(html, tag + 1);
      const name = nameOf(tag + 1, nameEnd);
      const end = endOfTag(html, nameEnd);
      if (end < 0) return `<${cut(name)}`;
      handler.open(name, tag, nameEnd, end - 1);
      at = end;
      const closing = name.length < SHORTEST ? undefined : ENDS.get(name);
      if (closing !== undefined) {
        closing.lastIndex = at;
        const close = closing.exec(html);
        if (!UNSEEN.includes(name)) text(at, close?.index ?? html.length);
        else if (name === "style") handler.style(html.slice(at, close?.index));
        if (close === null) return `<${name}>`;
        at = close.index;
      } else if (name === TO_END) {
        text(at, html.length);
        return null;
      }
    } else if (next === SLASH && isAsciiLetter(html.charCodeAt(tag + 2))) {
      text(from, tag);
      const nameEnd = endOfName(html, tag + 2);
      const end = endOfTag(html, nameEnd);
      const name = nameOf(tag + 2, nameEnd);
      if (end < 0) return `</${cut(name)}`;
      handler.close(name);
      at = end;
    } else if (next === MARK || next === QUESTION || next === SLASH) {
      text(from, tag);
      const end = endOfComment(html, tag);
      if (end < 0) return html.slice(tag, tag + 4);
      at = end;
    } else {
      at = tag + 1;
      continue;
    }
    from = at;
  }
  text(from, html.length);
  return null;
}

const QUOTE = 34;
const APOSTROPHE = 39;
const MARK = 33;
const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 12 || code === 13;
}

/** The first offset from `start` on that is none of the white space of which browsers show one blank; `end` if all is. */
export function skipBlanks(html: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(html.charCodeAt(at))) at++;
  return at;
}

function endOfName(html: string, start: number): number {
  let at = start;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (isBlank(code) || code === SLASH || code === GREATER) break;
  }
  return at;
}

/** Reads tags' names, in small letters. */
function nameReader(html: string): (start: number, end: number) => string {
  // Nearly all tags have one of a few short names. Their letters are the key.
  const known = new Map<number, string>();
  return (start, end) => {
    if (end - start > LONGEST_SHORT) return smallName(html, start, end);
    let key = 0;
    for (let at = start; at < end; at++) {
      const code = html.charCodeAt(at);
      if (code >= 0x80) return smallName(html, start, end);
      key = key * 0x80 + code;
    }
    const found = known.get(key);
    if (found !== undefined) return found;
    const name = smallName(html, start, end);
    if (known.size < MOST_KNOWN) known.set(key, name);
    return name;
  };
}

/** A name in small letters, in which nearly all are written. */
function smallName(html: string, start: number, end: number): string {
  const name = html.slice(start, end);
  for (let at = start; at < end; at++) {
    const code = html.charCodeAt(at);
    if (code >= 0x80 || (code >= 0x41 && code <= 0x5a)) return name.toLowerCase();
  }
  return name;
}

/** The offset behind the ">" of a tag whose name ends here; quotation marks hold values if they follow a "=". -1 if it has none. */
function endOfTag(html: string, start: number): number {
  let before = 0;
  for (let at = start; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === GREATER) return at + 1;
    if (isBlank(code)) continue;
    if (before === EQUALS && (code === QUOTE || code === APOSTROPHE)) {
      at = html.indexOf(html.charAt(at), at + 1);
      if (at < 0) return -1;
    }
    before = code;
  }
  return -1;
}

/** The offset behind a comment, a document type or an instruction; -1 if it does not end. */
function endOfComment(html: string, at: number): number {
  if (!html.startsWith("<!--", at)) return html.indexOf(">", at) + 1 || -1;
  if (html.startsWith(">", at + 4)) return at + 5;
  if (html.startsWith("->", at + 4)) return at + 6;
  const end = html.indexOf("-->", at + 4);
  return end < 0 ? -1 : end + 3;
}

/** A name as a message shows it. */
function cut(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}...` : name;
}
