import type { Source } from "../issues/source";
import { skipWhiteSpace } from "./white-space";

/** One line of speech of a ROCK source, without its identifiers. */
export interface RockLine {
  /** With coding marks, without identifiers; "" for an empty line. */
  readonly text: string;
  /** 1-based line of the file; that of one of the empty lines for all of them. */
  readonly line: number;
  /** The person who carries forward to this line; "" if none is named yet. */
  readonly who: string;
  /** True if a section break stands above it. */
  readonly breaks: boolean;
}

/** A ROCK source taken apart. */
export interface RockLines {
  readonly lines: readonly RockLine[];
  /** Comments and the like, in the order of the file. */
  readonly remainder: readonly string[];
  /** Where the YAML fragments are, without their delimiters (UTF-16 code units). */
  readonly fragments: readonly { readonly start: number; readonly end: number }[];
  /** Instances of classes but persons and utterances, such as coders and stanzas, in order of appearance. */
  readonly instances: ReadonlyMap<string, readonly string[]>;
  /** The classes among them that hold for the whole source: they have one instance, which stands above all speech. */
  readonly constant: ReadonlySet<string>;
}

/** Names of the class that says who speaks. */
export const PERSON_CLASS = /^(?:cid|case_?id|case|pid|participant_?(?:id)?|speaker_?(?:id)?|person_?(?:id)?)$/i;
const UTTERANCE_CLASS = /^uid$/i;
/** The identifier of a class and its instance, as in [[cid=4]] or [[coderId:anna]]. */
const IDENTIFIER = /\[\[([A-Za-z]\w{0,60})[=:]([^\s\][|>]{1,200})\]\]/g;
const LEADING = new RegExp(IDENTIFIER.source, "y");
// "---paragraph-break---", "---<<topic>>---"; a line of dashes does the same.
const SECTION_BREAK = /^---<{0,2}[\w.-]{1,80}>{0,2}---$/;
const DELIMITER = /^---[ \t]*$/;
const KEY_AND_VALUE = /^[\w."'-]{1,80} {0,4}:(?:\s|$)/;
const KEY_ALONE = /^[\w."'-]{1,80} {0,4}:\s*$/;
const LIST_OR_RECORD = /^\s{0,40}(?:-\s*$|-\s+[\w."'-]{1,80}:(?:\s|$)|\{|\[(?!\[))/;

/** Takes a ROCK source apart, line by line. */
export function readRockLines(source: Source): RockLines {
  const lines: RockLine[] = [];
  const remainder: string[] = [];
  const fragments: { start: number; end: number }[] = [];
  const instances = new Map<string, Set<string>>();
  const constant = new Set<string>();
  let speech = false;
  let who = "";
  let breaks = false;
  // Half the lines of a source are empty: those of one person are one record.
  const gaps = new Map<string, RockLine>();
  const identify = (name: string, value: string): void => {
    if (PERSON_CLASS.test(name)) {
      // An id is kept once, and not as often as somebody speaks.
      if (value !== who) who = people.get(value) ?? value;
      if (!people.has(value)) people.set(value, value);
    } else if (!UTTERANCE_CLASS.test(name)) {
      add(instances, name, value);
      if (speech || instances.get(name)?.size !== 1) constant.delete(name);
      else constant.add(name);
    }
  };
  const people = new Map<string, string>();
  const closing = fragmentsOf(source.text);
  let line = 0;
  // Lines are read one by one and not as a list: a file of empty lines would fill the memory.
  for (let start = 0, stop = 0; start <= source.text.length; start = stop + 1) {
    stop = lineEnd(source.text, start);
    line++;
    const text = source.text.slice(start, stop);
    const trimmed = text.trim();
    const end = closing.get(start);
    if (end !== undefined) {
      fragments.push({ start: stop + 1, end });
      for (; start < end; start = lineEnd(source.text, start) + 1) line++;
      stop = lineEnd(source.text, end);
      breaks = true;
    } else if (text.startsWith("#")) remainder.push(trimmed);
    else if (isBreak(trimmed, text)) breaks = true;
    else if (trimmed === "") {
      // Of several empty lines one is enough.
      if (lines.at(-1)?.text === "") continue;
      const gap = gaps.get(who) ?? { text: "", line, who, breaks: false };
      gaps.set(who, gap);
      lines.push(gap);
    } else {
      const said = text.includes("[[") ? withoutIdentifiers(trimmed, identify) : trimmed;
      // A line of identifiers alone says nothing, and is no gap either.
      if (said === "") continue;
      lines.push({ text: said, line, who, breaks });
      breaks = false;
      speech = true;
    }
  }
  return {
    lines,
    remainder,
    fragments,
    instances: new Map([...instances].map(([name, values]) => [name, [...values]])),
    constant,
  };
}

/** A line without its identifiers, which are told one by one. Those before all words are by far the most. */
function withoutIdentifiers(line: string, identify: (name: string, value: string) => void): string {
  let at = 0;
  for (;;) {
    at = skipWhiteSpace(line, at, line.length);
    LEADING.lastIndex = at;
    const [whole, name, value] = LEADING.exec(line) ?? [];
    if (whole === undefined || name === undefined || value === undefined) break;
    identify(name, value);
    at += whole.length;
  }
  // What stands behind them is a stretch of the file's text and no copy, if it has no more of them.
  const rest = line.slice(at);
  if (!rest.includes("[[")) return rest;
  IDENTIFIER.lastIndex = 0;
  if (!IDENTIFIER.test(rest)) return rest;
  const said = rest.replace(IDENTIFIER, (_whole, name: string, value: string) => {
    identify(name, value);
    return "";
  });
  return said.trim();
}

function isBreak(trimmed: string, line: string): boolean {
  return trimmed.startsWith("---") && (SECTION_BREAK.test(trimmed) || DELIMITER.test(line));
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}

/**
 * Where the YAML fragments close, by where their opening lines begin. A lone "---", or one before words, opens none.
 */
function fragmentsOf(text: string): ReadonlyMap<number, number> {
  const fragments = new Map<number, number>();
  const begins = text.search(/\S/);
  let open: number | null = null;
  let at = text.startsWith("---") ? 0 : text.indexOf("\n---") + 1;
  while (text.startsWith("---", at)) {
    if (DELIMITER.test(text.slice(at, lineEnd(text, at)))) {
      if (open !== null && isYaml(text, lineEnd(text, open) + 1, at, open === begins)) {
        fragments.set(open, at);
        open = null;
      } else open = at;
    }
    const next = text.indexOf("\n---", at);
    if (next < 0) break;
    at = next + 1;
  }
  return fragments;
}

/**
 * True if a stretch begins as YAML does: "codes:" with an indented line or a list below, or a list. "Anna: yes" is speech;
 * but at the very top of a file it is a fact, since nothing is said before "---".
 */
function isYaml(text: string, start: number, end: number, onTop: boolean): boolean {
  const found: string[] = [];
  for (let at = start; at < end && found.length < 2; at = lineEnd(text, at) + 1) {
    const line = text.slice(at, lineEnd(text, at));
    if (!/^\s*(?:#|$)/.test(line)) found.push(line);
  }
  const [first, second] = found;
  if (first === undefined) return true;
  if (LIST_OR_RECORD.test(first) || (onTop && KEY_AND_VALUE.test(first))) return true;
  return KEY_ALONE.test(first) && second !== undefined && /^(?:\s|-\s|-$)/.test(second);
}

function add(instances: Map<string, Set<string>>, name: string, value: string): void {
  const known = instances.get(name) ?? new Set<string>();
  instances.set(name, known);
  known.add(value);
}
