import { labelShape } from "./label";

// Two times as Teams and Stream write them. Behind other words the hours have one digit: those before it belong to the words.
const REST = ":[0-5]?\\d:[0-5]?\\d\\.\\d{1,3}";
const SPAN = new RegExp(`(?:(?<=^|\\n)\\d{1,2}|\\d)${REST} ?--> ?\\d{1,3}${REST}`, "g");
const LOOKED_AT = 10_000;
const LONGEST_NAME = 100;
const MOST_CANDIDATES = 6;
// Whoever speaks is heard among so many.
const MOST_BODIES = 100_000;
// A small letter, a digit or a bracket, and directly behind it what begins a sentence.
const SEAM = /[\p{Ll}\p{N}).](?=[\p{Lu}\p{Lt}\p{N}"'“‘¿¡([])/gu;

/** A text with one subtitle below the other, and the 1-based line of the file for each of its lines. */
export interface Unglued {
  readonly text: string;
  readonly lines: readonly number[];
  /** The names that stand in lines of their own now. */
  readonly names: ReadonlySet<string>;
}

/** True for text in which words stand directly behind the times, as when a transcript of Teams was copied without its lines. */
export function hasGluedCues(text: string): boolean {
  let glued = 0;
  let all = 0;
  let first = Number.POSITIVE_INFINITY;
  for (const { 0: span, index } of text.slice(0, LOOKED_AT).matchAll(SPAN)) {
    all++;
    first = Math.min(first, index);
    if (/^[\p{L}\p{N}"'“‘¿¡([]/u.test(text.slice(index + span.length, index + span.length + 2))) glued++;
  }
  // Once, somewhere in a text of another kind, such times may be quoted.
  return glued * 2 >= all && (glued > 1 || (glued === 1 && text.slice(0, first).trim() === ""));
}

/**
 * The subtitles of such a text below each other: times, name, words. Where a name ends and the words begin is told by the names
 * that come back; what has none of them stays as it is. Nothing is left out.
 */
export function unglued(text: string): Unglued {
  const spans = [...text.matchAll(SPAN)];
  const bodies = spans.map(({ 0: span, index }, nth) =>
    text.slice(index + span.length, spans[nth + 1]?.index ?? text.length).trim(),
  );
  const names = namesOf(bodies.slice(0, MOST_BODIES));
  const nameOf = nameFinder(names);
  const written: string[] = [];
  const lines: number[] = [];
  let line = 1;
  let at = 0;
  const add = (part: string): void => {
    for (const each of part.split("\n")) {
      written.push(each);
      lines.push(line);
    }
  };
  const above = text.slice(0, spans[0]?.index ?? text.length).trim();
  if (above !== "") add(above);
  spans.forEach(({ 0: span, index }, nth) => {
    for (; at < index; at++) if (text.charCodeAt(at) === 10) line++;
    const body = bodies[nth] ?? "";
    const name = nameOf(body);
    add(span.replace(/ ?--> ?/, " --> "));
    if (name !== undefined) add(name);
    add(body.slice(name?.length ?? 0).trim());
    add("");
  });
  return { text: written.join("\n"), lines, names };
}

/** A function that gives the longest of the names with which a text begins. */
function nameFinder(names: ReadonlySet<string>): (text: string) => string | undefined {
  const lengths = [...new Set([...names].map(({ length }) => length))].sort((a, b) => b - a);
  return (text) => {
    const length = lengths.find((each) => names.has(text.slice(0, each)));
    return length === undefined ? undefined : text.slice(0, length);
  };
}

/** The names that stand before the words of several subtitles. */
function namesOf(bodies: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const candidates = bodies.map((body) => {
    const [head = ""] = body.slice(0, LONGEST_NAME).split("\n");
    const ends = [...head.matchAll(SEAM)]
      .slice(0, MOST_CANDIDATES)
      .map(({ 0: letter, index }) => index + letter.length);
    return ends.map((end) => head.slice(0, end)).filter(isNamelike);
  });
  for (const name of candidates.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  // "Jo Mc" is no name where "Jo McLean" and "Jo McKay" stand in all of its places. In this order they follow it.
  const names = new Set<string>();
  frequent.forEach(([name, count], index) => {
    let covered = 0;
    for (let next = index + 1; covered < count && frequent[next]?.[0].startsWith(name); next++) {
      covered += frequent[next]?.[1] ?? 0;
    }
    if (covered < count) names.add(name);
  });
  // Who speaks once is known by the first seam, if there are other names.
  const once = candidates.flatMap((own) => {
    const [first] = own;
    return names.size === 0 || first === undefined || own.some((each) => names.has(each)) ? [] : first;
  });
  return new Set([...names, ...once]);
}

function isNamelike(text: string): boolean {
  const shape = labelShape(text.replace(/[()]/g, " ").trim());
  return shape === "name" || shape === "role";
}
