import type { Range } from "../model/range";

/** Where a value of a JSON text stands, and the key that it is the value of, quotation marks included. */
export interface JsonPlace {
  readonly value: Range;
  /** Absent if the path leads to nothing, or to an item of a list. */
  readonly key?: Range;
}

type Members = ReadonlyMap<string, JsonPlace>;

/**
 * Tells where the value at a path of keys and indexes stands in a text of valid JSON that begins at an offset; the nearest
 * enclosing value if there is none. Of a key that is there twice it is the last, whose value counts. What was looked
 * through is kept, so that it is looked through once, whatever is asked for.
 */
export function jsonPlaces(text: string, offset: number): (path: readonly (string | number)[]) => JsonPlace {
  const known = new Map<number, Members>();
  const membersAt = (open: number): Members => {
    const members = known.get(open) ?? membersOf(text, open);
    known.set(open, members);
    return members;
  };
  return (path) => {
    const start = skipBlanks(text, offset);
    let place: JsonPlace = { value: { start, end: start } };
    for (const [index, step] of path.entries()) {
      const found = membersAt(place.value.start).get(String(step));
      if (found === undefined) return { value: index === 0 ? whole(text, start) : place.value };
      place = found;
    }
    return path.length === 0 ? { value: whole(text, start) } : place;
  };
}

function whole(text: string, start: number): Range {
  return { start, end: valueEnd(text, start) };
}

/** The members of a record by their keys, or the items of a list by their indexes; none of any other value. */
function membersOf(text: string, open: number): Members {
  const members = new Map<string, JsonPlace>();
  const isRecord = text[open] === "{";
  if (!isRecord && text[open] !== "[") return members;
  let at = skipBlanks(text, open + 1);
  for (let index = 0; at < text.length && text[at] !== "}" && text[at] !== "]"; index++) {
    const key = isRecord ? { start: at, end: stringEnd(text, at) } : undefined;
    const start = key === undefined ? at : skipBlanks(text, skipBlanks(text, key.end) + 1);
    const value = whole(text, start);
    if (key === undefined) members.set(String(index), { value });
    else members.set(keyIn(text, key), { value, key });
    at = skipBlanks(text, value.end);
    if (text[at] === ",") at = skipBlanks(text, at + 1);
  }
  return members;
}

function keyIn(text: string, { start, end }: Range): string {
  const written = text.slice(start, end);
  return written.includes("\\") ? String(JSON.parse(written)) : written.slice(1, -1);
}

const BLANKS = " \t\n\r";

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && BLANKS.includes(text.charAt(at))) at++;
  return at;
}

/** The offset behind a string that begins at an offset. */
function stringEnd(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return Math.min(text.length, at + 1);
}

/** The offset behind a value that begins at an offset, whatever is nested in it. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const letter = text.charAt(at);
    if (letter === '"') {
      at = stringEnd(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (letter === "{" || letter === "[") depth++;
    else if (letter === "}" || letter === "]") {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && (letter === "," || BLANKS.includes(letter))) return at;
    at++;
  }
  return at;
}
