import { isAsciiLetter } from "../text/ascii";
/** What is called while an HTML text is read, in its order. Offsets are UTF-16 code units. */
export interface HtmlHandler<Meaning> {
  /** What a tag means, by its name in small letters; asked for once for the short ones. */
  meaning(name: string): Meaning;
  /** A tag opens; its attributes stand between `attributesAt` and `end`. */
  open(meaning: Meaning, attributesAt: number, end: number): void;
  /** A tag closes, whether it is open or not. */
  close(meaning: Meaning): void;
  /** Text stands between tags, with its entities; that of tags which are never shown is left out. */
  text(start: number, end: number): void;
  /** What stands in `<style>`. */
  style(text: string): void;
  /** True ends the reading: whoever asked has more than can be used. Asked at each tag. */
  isFull(): boolean;
}

/** What a name tells about a tag. */
interface Tag<Meaning> {
  readonly name: string;
  /** The name as it was written where it was looked up. */
  readonly spelled: string;
  readonly meaning: Meaning;
  /** What ends its content, in which other tags mean nothing; undefined for nearly all. */
  readonly end: RegExp | undefined;
  readonly isUnseen: boolean;
  readonly isStyle: boolean;
  readonly isToEnd: boolean;
}

/** Tags whose content is never shown. */
const UNSEEN: readonly string[] = ["script", "style", "iframe", "noembed", "noframes", "noscript", "template"];
/** Tags in which other tags mean nothing, but whose words are shown. */
const PLAIN: readonly string[] = ["title", "textarea", "xmp"];
const ENDS: ReadonlyMap<string, RegExp> = new Map(
  [...UNSEEN, ...PLAIN].map((name) => [name, new RegExp(`</${name}(?=[\\s/>])`, "gi")]),
);
// As "strong"; the keys of longer names were no small integers.
const LONGEST_SHORT = 6;
const MOST_KNOWN = 1000;
const TO_END = "plaintext";

/**
 * Walks through an HTML text once and tells its tags and words, as browsers find them (WHATWG's tokenization). It builds no
 * tree, keeps no attribute and joins no characters, so that a large page costs no memory and a hostile one no time. Gives what
 * does not close before the text ends, such as "<script>", so that words behind it are not read; null if all does.
 */
export function scanHtml<Meaning>(html: string, handler: HtmlHandler<Meaning>): string | null {
  const text = (start: number, end: number): void => {
    if (start < end) handler.text(start, end);
  };
  const tagOf = tagReader(html, (name) => handler.meaning(name));
  // Text goes on over a "<" that begins nothing.
  let from = 0;
  let at = 0;
  // Functions that are called often are compiled sooner than loops that run for long.
  const openTag = (tag: number): string | null => {
    text(from, tag);
    const nameEnd = endOfName(html, tag + 1);
    const end = endOfTag(html, nameEnd);
    if (end < 0) return `<${cut(smallName(html, tag + 1, nameEnd))}`;
    const read = tagOf(tag + 1, nameEnd);
    handler.open(read.meaning, nameEnd, end - 1);
    at = end;
    return read.end === undefined && !read.isToEnd ? null : passContent(read);
  };
  const passContent = ({ name, end, isUnseen, isStyle, isToEnd }: Tag<Meaning>): string | null => {
    if (isToEnd) text(at, html.length);
    if (end === undefined) {
      at = html.length;
      return null;
    }
    end.lastIndex = at;
    const close = end.exec(html);
    if (!isUnseen) text(at, close?.index ?? html.length);
    else if (isStyle) handler.style(html.slice(at, close?.index));
    if (close === null) return `<${name}>`;
    at = close.index;
    return null;
  };
  const closeTag = (tag: number): string | null => {
    text(from, tag);
    const nameEnd = endOfName(html, tag + 2);
    const end = endOfTag(html, nameEnd);
    if (end < 0) return `</${cut(smallName(html, tag + 2, nameEnd))}`;
    handler.close(tagOf(tag + 2, nameEnd).meaning);
    at = end;
    return null;
  };
  const passComment = (tag: number): string | null => {
    text(from, tag);
    const end = endOfComment(html, tag);
    if (end < 0) return html.slice(tag, tag + 4);
    at = end;
    return null;
  };
  while (at < html.length) {
    if (handler.isFull()) return null;
    const tag = html.indexOf("<", at);
    if (tag < 0) break;
    const next = html.charCodeAt(tag + 1);
    let unclosed: string | null;
    if (isAsciiLetter(next)) unclosed = openTag(tag);
    else if (next === SLASH && isAsciiLetter(html.charCodeAt(tag + 2))) unclosed = closeTag(tag);
    else if (next === MARK || next === QUESTION || next === SLASH) unclosed = passComment(tag);
    else {
      at = tag + 1;
      continue;
    }
    if (unclosed !== null) return unclosed;
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

/** Tells what a name between two offsets says about its tag. */
function tagReader<Meaning>(
  html: string,
  meaningOf: (name: string) => Meaning,
): (start: number, end: number) => Tag<Meaning> {
  const tagOf = (start: number, end: number): Tag<Meaning> => {
    const name = smallName(html, start, end);
    const isUnseen = UNSEEN.includes(name);
    const isToEnd = name === TO_END;
    const spelled = html.slice(start, end);
    return {
      name,
      spelled,
      meaning: meaningOf(name),
      end: ENDS.get(name),
      isUnseen,
      isStyle: name === "style",
      isToEnd,
    };
  };
  // Nearly all tags have one of a few short names, each of which is looked up once. Their letters make the key.
  const known = new Map<number, Tag<Meaning>>();
  return (start, end) => {
    if (end - start > LONGEST_SHORT) return tagOf(start, end);
    let key = end - start;
    for (let at = start; at < end; at++) key = key * 32 + (html.charCodeAt(at) & 31);
    const found = known.get(key);
    if (found !== undefined && html.startsWith(found.spelled, start)) return found;
    const tag = tagOf(start, end);
    if (found === undefined && known.size < MOST_KNOWN) known.set(key, tag);
    return tag;
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
