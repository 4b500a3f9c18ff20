import { MOST_PIECES } from "../text/limits";

/** A stretch of a subtitle that one voice speaks. */
export interface Voiced {
  /** The speaker that the markup names; undefined if it names none. */
  readonly voice: string | undefined;
  readonly text: string;
}

/** A subtitle without its markup. */
export interface CueMarkup {
  /** Cut where the voice changes. */
  readonly parts: readonly Voiced[];
  /** True if there are times between the words. */
  readonly hasTimes: boolean;
}

const LONGEST_TAG = 300;
const TAG_NAMES = new Set(["b", "c", "i", "u", "s", "v", "rt", "ruby", "lang", "font", "span", "em", "strong"]);
// Of these, only the first word can be a tag's: "<v Anna>" is one, "<b or c>" are words.
const WITH_ANNOTATION = new Set(["v", "lang", "font", "span"]);
const TIME = /^\d{1,3}:[\d:.,]{2,12}$/;
const NAME = /^\/?([a-z]{1,6})(?=[.\s/]|$)/i;
const OVERRIDE = /\{\\[^{}\n]{1,100}\}/g;
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  lrm: "\u200e",
  rlm: "\u200f",
};

/** True if a subtitle has something that could be a tag, a reference or a setting; most have nothing. */
export function mayHaveMarkup(raw: string): boolean {
  return raw.includes("<") || raw.includes("&") || raw.includes("{\\");
}

const VOICE = "<v ";
const VOICE_END = "</v>";

/**
 * A function that reads a subtitle of one voice, `<v Name>words</v>` with or without its end, as most files have it; null for
 * any other markup. It gives what `readCueMarkup` gives, several times as fast: each name is read once.
 */
export function voiceReader(): (raw: string) => Voiced | null {
  const voices = new Map<string, string | undefined>();
  return (raw) => {
    if (!raw.startsWith(VOICE)) return null;
    const closing = raw.indexOf(">");
    if (closing === -1 || closing > LONGEST_TAG || raw.includes("&") || raw.includes("{\\")) return null;
    const end = raw.endsWith(VOICE_END) ? raw.length - VOICE_END.length : raw.length;
    const next = raw.indexOf("<", 1);
    if (next !== -1 && next < end) return null;
    const inside = raw.slice(1, closing);
    if (!voices.has(inside)) voices.set(inside, readTag(inside)?.voice);
    const voice = voices.get(inside);
    const text = raw.slice(closing + 1, end);
    return voice === undefined || text.trim() === "" ? null : { voice, text };
  };
}

/**
 * Reads the words of a subtitle without its markup, cut where the voice changes. Tags of WebVTT and SRT go (`<i>`, `<c.red>`,
 * `<00:01.500>`, `<font ...>`, `{\an8}`); what only looks like one, such as `<laughs>`, stays as it is printed. A voice is the
 * name in `<v Name>`, or the class of `<v.speaker1>` where no name is given.
 */
export function readCueMarkup(raw: string): CueMarkup {
  const text = raw.includes("{\\") ? raw.replace(OVERRIDE, "") : raw;
  if (!text.includes("<")) return { parts: [{ voice: undefined, text: decodeReferences(text) }], hasTimes: false };
  const parts: Voiced[] = [];
  let voice: string | undefined;
  // What was written since the voice changed, in pieces: a text that grows bit by bit is kept as all of these bits.
  let pieces: string[] = [];
  const close = (): void => {
    const words = pieces.length === 1 ? (pieces[0] ?? "") : pieces.join("");
    if (words.trim() !== "") parts.push({ voice, text: decodeReferences(words) });
    pieces = [];
  };
  let closing = -1;
  let from = 0;
  let hasTimes = false;
  for (let at = text.indexOf("<"); at !== -1 && parts.length <= MOST_PIECES; at = nextTag(text, at, from)) {
    if (closing < at) closing = indexOrEnd(text, ">", at);
    const tag = closing - at > LONGEST_TAG ? null : readTag(text.slice(at + 1, closing));
    // No tag: its words, and the sign itself.
    if (tag === null) continue;
    if (at > from) pieces.push(text.slice(from, at));
    from = closing + 1;
    hasTimes ||= tag === TIME_TAG;
    if (tag.name === "v") {
      close();
      voice = tag.voice;
    }
  }
  pieces.push(text.slice(from));
  close();
  return { parts, hasTimes };
}

/** Characters for references such as `&amp;` and `&#228;`; what is none stays as it is. */
function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}

/** The next "<" behind one at an offset, and behind the tag that it began, if it did. */
function nextTag(text: string, at: number, behind: number): number {
  return text.indexOf("<", Math.max(at + 1, behind));
}

function indexOrEnd(text: string, what: string, at: number): number {
  const found = text.indexOf(what, at);
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}

interface Tag {
  readonly name: string;
  readonly voice?: string;
}

const TIME_TAG: Tag = { name: "" };

/** A tag by what stands between its brackets; null if these are words. */
function readTag(inside: string): Tag | null {
  const first = inside.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return TIME.test(inside) ? TIME_TAG : null;
  const [, written] = NAME.exec(inside) ?? [];
  if (written === undefined || inside.includes("<")) return null;
  const name = written.toLowerCase();
  if (!TAG_NAMES.has(name)) return null;
  if (inside.length === written.length || inside === `/${written}`) return { name };
  const blank = inside.search(/\s/);
  const annotation = blank === -1 ? "" : inside.slice(blank).replace(/\s+/g, " ").trim();
  if (annotation !== "" && annotation !== "/" && !WITH_ANNOTATION.has(name)) return null;
  if (name !== "v" || inside.startsWith("/")) return { name };
  const classes = (blank === -1 ? inside : inside.slice(0, blank)).slice(written.length + 1);
  const voice = annotation === "" ? classes : decodeReferences(annotation);
  return voice === "" ? { name } : { name, voice };
}
