import type { Source } from "../issues/source";

/** One line of speech of a ROCK source, without its identifiers. */
export interface RockLine {
  /** With coding marks, without identifiers; "" for an empty line. */
  readonly text: string;
  /** 1-based line of the file. */
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
  const all = [...splitLines(source.text)];
  const closing = delimiterPairs(all);
  for (let index = 0; index < all.length; index++) {
    const { text, start } = all[index] ?? { text: "", start: 0 };
    const trimmed = text.trim();
    const end = closing.get(index);
    if (end !== undefined) {
      const last = all[end];
      fragments.push({ start: start + text.length + 1, end: last?.start ?? source.text.length });
      index = end;
      breaks = true;
    } else if (text.startsWith("#")) remainder.push(trimmed);
    else if (SECTION_BREAK.test(trimmed) || DELIMITER.test(text)) breaks = true;
    else if (trimmed === "") {
      // Of several empty lines one is enough.
      if (lines.at(-1)?.text !== "") lines.push({ text: "", line: index + 1, who, breaks: false });
    } else {
      let identified = false;
      const said = !text.includes("[[")
        ? trimmed
        : text
            .replace(IDENTIFIER, (_whole, name: string, value: string) => {
              identified = true;
              if (PERSON_CLASS.test(name)) who = value;
              else if (!UTTERANCE_CLASS.test(name)) {
                add(instances, name, value);
                if (speech || instances.get(name)?.size !== 1) constant.delete(name);
                else constant.add(name);
              }
              return "";
            })
            .trim();
      // A line of identifiers alone says nothing, and is no gap either.
      if (said === "" && identified) continue;
      lines.push({ text: said, line: index + 1, who, breaks });
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

function* splitLines(text: string): Generator<{ text: string; start: number }> {
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf("\n", start);
    const stop = end < 0 ? text.length : end;
    yield { text: text.slice(start, stop), start };
    start = stop + 1;
  }
}

/** For each line that opens a YAML fragment, the line that closes it. A lone "---", or one before words, opens none. */
function delimiterPairs(lines: readonly { readonly text: string }[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const delimiters = lines.flatMap(({ text }, index) => (DELIMITER.test(text) ? [index] : []));
  const begins = lines.findIndex(({ text }) => text.trim() !== "");
  for (let at = 0; at + 1 < delimiters.length; at++) {
    const open = delimiters[at] ?? 0;
    const close = delimiters[at + 1] ?? 0;
    if (!isYaml(lines, open + 1, close, open === begins)) continue;
    pairs.set(open, close);
    at++;
  }
  return pairs;
}

/**
 * True if lines begin as YAML does: "codes:" with an indented line or a list below, or a list. "Anna: yes" is speech; but
 * at the very top of a file it is a fact, since nothing is said before "---".
 */
function isYaml(lines: readonly { readonly text: string }[], start: number, end: number, onTop: boolean): boolean {
  const next = (from: number): number => {
    let at = from;
    while (at < end && /^\s*(?:#|$)/.test(lines[at]?.text ?? "")) at++;
    return at;
  };
  const first = next(start);
  if (first === end) return true;
  const text = lines[first]?.text ?? "";
  if (LIST_OR_RECORD.test(text) || (onTop && KEY_AND_VALUE.test(text))) return true;
  const second = next(first + 1);
  return KEY_ALONE.test(text) && second < end && /^(?:\s|-\s|-$)/.test(lines[second]?.text ?? "");
}

function add(instances: Map<string, Set<string>>, name: string, value: string): void {
  const known = instances.get(name) ?? new Set<string>();
  instances.set(name, known);
  known.add(value);
}
