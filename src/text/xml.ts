import { TagAttributes, type XmlAttributes } from "./xml-attributes";

/** What is called while an XML text is read, in its order. Offsets are UTF-16 code units. */
export interface XmlHandler {
  /** A tag opens; `<a/>` opens and closes. */
  open(name: string, attributes: XmlAttributes, at: number): void;
  close(name: string): void;
  /** Text between tags, CDATA too, with entities replaced. One stretch may come in several pieces. */
  text(text: string, at: number): void;
  /** A processing instruction, as it stands between `<?` and `?>`; the XML declaration is one. */
  instruction?(text: string, at: number): void;
  /** True ends the reading: whoever asked has more than can be used, and says so. */
  isFull?(): boolean;
}

/** Where an XML text is first broken, and how. */
export interface XmlProblem {
  /** The end of a sentence that begins with "The XML". */
  readonly message: string;
  readonly at: number;
}

/** Tags deeper than this are not read: no file of any format has them. */
export const DEEPEST_TAG = 200;

/** A file with more broken places than this is not XML; the rest of it is not read. */
const MOST_PROBLEMS = 10_000;

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
// The longest reference is "&#x0010FFFF;" with some zeros; the bound keeps a lone "&" cheap.
const REFERENCE = /&(?:#(\d{1,9})|#[xX]([0-9a-fA-F]{1,8})|([a-z]{2,4}));/g;
const NO_ATTRIBUTES: XmlAttributes = new TagAttributes();

/**
 * Walks through an XML text once and tells its tags and words; null if all is well, or the first problem. It builds no
 * tree, so that a large file costs no memory. Broken places are passed over and the rest is read.
 *
 * The document type is never looked into, so that no entity is expanded but the five of XML and character numbers; others
 * stay as written. Comments are left out.
 */
export function scanXml(text: string, handler: XmlHandler): XmlProblem | null {
  const open: string[] = [];
  let problem: XmlProblem | null = null;
  let problems = 0;
  const broken = (message: string, at: number): void => {
    problem ??= { message, at };
    problems++;
  };
  let at = 0;
  while (at < text.length && problems <= MOST_PROBLEMS) {
    if (handler.isFull?.() === true) return problem;
    const tag = text.indexOf("<", at);
    if (tag > at) handler.text(unescapeXml(text.slice(at, tag)), at);
    if (tag < 0) {
      handler.text(unescapeXml(text.slice(at)), at);
      break;
    }
    const next = text.charCodeAt(tag + 1);
    const last = next === SLASH ? (open[open.length - 1] ?? "") : "";
    if (last !== "" && text.charCodeAt(tag + 2 + last.length) === GREATER && text.startsWith(last, tag + 2)) {
      // The tag that opened last closes, as nearly always; its name need not be copied.
      open.pop();
      handler.close(last);
      at = tag + last.length + 3;
    } else if (next === SLASH) {
      const end = text.indexOf(">", tag);
      const name = text.slice(tag + 2, end < 0 ? text.length : end).trim();
      const depth = open.at(-1) === name ? open.length - 1 : open.lastIndexOf(name);
      if (end < 0) broken("ends within a tag", tag);
      else if (depth < 0) broken(`closes <${cut(name)}>, which is not open`, tag);
      else if (depth < open.length - 1) broken(`closes <${cut(name)}> before <${cut(open.at(-1) ?? "")}>`, tag);
      while (depth >= 0 && open.length > depth) handler.close(open.pop() ?? "");
      at = end < 0 ? text.length : end + 1;
    } else if (next === MARK || next === QUESTION) {
      const end = endOfMarkup(text, tag);
      if (end.cdata !== null) handler.text(end.cdata, tag + 9);
      if (!end.closed) broken("ends within a comment or declaration", tag);
      else if (next === QUESTION) handler.instruction?.(text.slice(tag + 2, end.at - 2), tag);
      at = end.at;
    } else if (startsName(next)) {
      const found = readTag(text, tag + 1);
      if (found.problem !== null) broken(found.problem, tag);
      if (!found.closed) break;
      handler.open(found.name, found.attributes, tag);
      if (found.empty) handler.close(found.name);
      else open.push(found.name);
      at = found.end;
      if (open.length > DEEPEST_TAG) {
        broken(`has tags more than ${DEEPEST_TAG} deep`, tag);
        break;
      }
    } else {
      broken('has a "<" that begins no tag', tag);
      handler.text("<", tag);
      at = tag + 1;
    }
  }
  if (open.length > 0) broken(`does not close <${cut(open.at(-1) ?? "")}>`, text.length);
  while (open.length > 0) handler.close(open.pop() ?? "");
  return problem;
}

/** A text with its entities replaced; unknown ones stay. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}

const MARK = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const UNDERSCORE = 95;

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

function startsName(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || code === UNDERSCORE || code === COLON || code >= 0xc0;
}

/** The end of a comment, CDATA, document type or processing instruction that begins at an offset. */
function endOfMarkup(text: string, at: number): { at: number; closed: boolean; cdata: string | null } {
  const until = (closing: string, from: number): { at: number; closed: boolean; cdata: null } => {
    const end = text.indexOf(closing, from);
    return end < 0
      ? { at: text.length, closed: false, cdata: null }
      : { at: end + closing.length, closed: true, cdata: null };
  };
  if (text.startsWith("<!--", at)) return until("-->", at + 4);
  if (text.startsWith("<?", at)) return until("?>", at + 2);
  if (text.startsWith("<![CDATA[", at)) {
    const end = until("]]>", at + 9);
    return { ...end, cdata: text.slice(at + 9, end.closed ? end.at - 3 : end.at) };
  }
  const end = until(">", at);
  // A document type may hold declarations in square brackets, with ">" in them.
  const bracket = text.startsWith("<!DOCTYPE", at) ? text.slice(at, end.at).indexOf("[") : -1;
  if (bracket < 0) return end;
  for (let close = text.indexOf("]", at + bracket); close >= 0; close = text.indexOf("]", close + 1)) {
    let behind = close + 1;
    while (isBlank(text.charCodeAt(behind))) behind++;
    if (text.charCodeAt(behind) === GREATER) return { at: behind + 1, closed: true, cdata: null };
  }
  return { at: text.length, closed: false, cdata: null };
}

interface Tag {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly empty: boolean;
  /** False if the text ends within the tag. */
  readonly closed: boolean;
  /** Behind the closing ">". */
  readonly end: number;
  readonly problem: string | null;
}

/** Reads a tag from its name on. */
function readTag(text: string, start: number): Tag {
  const { length } = text;
  const name = text.slice(start, wordEnd(text, start));
  let at = start + name.length;
  let attributes: TagAttributes | undefined;
  let problem: string | null = null;
  for (;;) {
    at = skipBlanks(text, at);
    if (at >= length) {
      problem ??= "ends within a tag";
      return { name, attributes: NO_ATTRIBUTES, empty: false, closed: false, end: at, problem };
    }
    const code = text.charCodeAt(at);
    if (code === GREATER || (code === SLASH && text.charCodeAt(at + 1) === GREATER)) {
      const end = code === GREATER ? at + 1 : at + 2;
      return { name, attributes: attributes ?? NO_ATTRIBUTES, empty: code === SLASH, closed: true, end, problem };
    }
    const key = text.slice(at, wordEnd(text, at));
    at = skipBlanks(text, at + key.length);
    const hasValue = key !== "" && text.charCodeAt(at) === EQUALS;
    if (hasValue) at++;
    at = skipBlanks(text, at);
    const quote = text.charCodeAt(at);
    const close = hasValue && (quote === QUOTE || quote === APOSTROPHE) ? text.indexOf(text.charAt(at), at + 1) : -1;
    if (close < 0) {
      // No attribute stands here. The tag is left at its end, or where the next one begins, so that what follows is read.
      problem ??= `has a wrong attribute in <${cut(name)}>`;
      const end = text.indexOf(">", at);
      const next = text.indexOf("<", at);
      if (next >= 0 && (end < 0 || next < end)) {
        return { name, attributes: attributes ?? NO_ATTRIBUTES, empty: false, closed: true, end: next, problem };
      }
      if (end < 0) return { name, attributes: NO_ATTRIBUTES, empty: false, closed: false, end: length, problem };
      at = text.charCodeAt(end - 1) === SLASH ? end - 1 : end;
      continue;
    }
    attributes ??= new TagAttributes();
    attributes.add(key, unescapeXml(text.slice(at + 1, close)));
    at = close + 1;
  }
}

/** Where the name of a tag or an attribute ends that begins at an offset. */
function wordEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || code === GREATER || code === SLASH || code === EQUALS) break;
  }
  return at;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** A name as a message shows it. */
function cut(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}...` : name;
}
