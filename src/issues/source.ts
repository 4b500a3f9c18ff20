import type { Place } from "./issue";

/** A text with its file's name, which can tell the place of any of its offsets. */
export interface Source {
  /** Path as the user would write it, relative to the study folder, with forward slashes. */
  readonly file: string;
  readonly text: string;
  /** The place of a half-open range of `text` (UTF-16 code units); a caret of one character if `end` is absent. */
  place(start: number, end?: number): Place;
  /** The place of a 1-based line, with the caret over the whole of it. */
  linePlace(line: number): Place;
}

/** Where a record came from: a range of a source, turned into a `Place` only when a message needs it. */
export interface Origin {
  /** What tells the place; its text is absent where it was not kept. */
  readonly source: Pick<Source, "file" | "place"> & Partial<Pick<Source, "text">>;
  readonly start: number;
  readonly end: number;
}

/** A value together with where it, and each of its fields, was read from; undefined for what a program made. */
export interface Sourced<T> {
  readonly value: T;
  /** Where a field stands, or the whole record without an argument or where the field is not written. */
  origin(field?: string): Origin | undefined;
}

/** Tells where the parts of a nested value were read from; a parsed YAML file is one. */
export interface Locator {
  /** Where the value at a path of keys and indexes stands. */
  origin(path: readonly (string | number)[]): Origin | undefined;
  /** Where the last key of a path stands. */
  keyOrigin(path: readonly (string | number)[]): Origin | undefined;
}

/** The locator of a value that no file holds. */
export const nowhere: Locator = { origin: () => undefined, keyOrigin: () => undefined };

/** A value that a program made, and no file holds. */
export function unsourced<T>(value: T): Sourced<T> {
  return { value, origin: () => undefined };
}

/** The locator of a record whose fields are known by where they were read from, such as a row of a CSV file. */
export function locatorOf(record: Sourced<unknown>): Locator {
  const origin: Locator["origin"] = ([field]) => record.origin(field === undefined ? undefined : String(field));
  return { origin, keyOrigin: origin };
}

/** The place of an origin, undefined where there is none. */
export function originPlace(origin: Origin | undefined): Place | undefined {
  return origin?.source.place(origin.start, origin.end);
}

/** Offsets at which the lines of a text start (UTF-16 code units). LF, CRLF and lone CR end a line. */
export function lineStarts(text: string): number[] {
  if (text.includes("\r")) {
    const starts = [0];
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
    return starts;
  }
  // A list that grows leaves several times its size behind, and a file of subtitles has millions of lines.
  let count = 1;
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) count++;
  const starts = new Array<number>(count);
  starts[0] = 0;
  for (let line = 1, end = text.indexOf("\n"); line < count; line++, end = text.indexOf("\n", end + 1))
    starts[line] = end + 1;
  return starts;
}

/** Index of the last element that is at most `value`, in an ascending list; -1 if there is none. */
export function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Number.POSITIVE_INFINITY) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A source of this text. Lines are found on first use. */
export function toSource(file: string, text: string): Source {
  let starts: number[] | undefined;
  const lineAt = (index: number): { line: number; from: number; excerpt: string } => {
    starts ??= lineStarts(text);
    const from = starts[index] ?? text.length;
    let to = starts[index + 1] ?? text.length;
    // Not by a pattern, which would read a line of megabytes for each of its problems.
    while (to > from && "\r\n".includes(text.charAt(to - 1))) to -= 1;
    return { line: index + 1, from, excerpt: text.slice(from, to) };
  };
  return {
    file,
    text,
    place(start, end = start + 1) {
      starts ??= lineStarts(text);
      const { line, from, excerpt } = lineAt(lastAtMost(starts, Math.max(0, start)));
      const length = Math.max(1, Math.min(end, from + excerpt.length) - start);
      return { file, line, column: start - from + 1, length, excerpt };
    },
    linePlace(line) {
      const { excerpt } = lineAt(line - 1);
      return { file, line, column: 1, length: Math.max(1, excerpt.length), excerpt };
    },
  };
}
