import type { Source } from "../issues/source";
import type { IssueList } from "./issue-list";
import { type TimeSpan, timeWithin } from "./times";
import { isWhiteSpace, skipWhiteSpace, skipWhiteSpaceBack } from "./white-space";

/**
 * Takes one subtitle as it stands in the file, with its markup. The time is absent where the file has none, or none that can
 * be read; the line is the 1-based one of the first line of its text, or of its time where it has no text.
 */
export type CueTaker = (text: string, time: TimeSpan | undefined, line: number) => void;

/** How a format sets its subtitles. */
export interface CueFormat {
  /** The two times of a time line `text.slice(start, end)` whose arrow stands at an offset of the text; null for any other line. */
  times(text: string, start: number, end: number, arrow: number): CueTimes | null;
  /** What every time line has in it. */
  readonly arrow: string;
  /** What may stand above a time line and is no text. */
  readonly ids: "any" | "numbers" | "none";
  /** True if a blank line ends a subtitle; false if only the next time line does. */
  readonly blankEnds: boolean;
}

/** The two times of a subtitle. */
export interface CueTimes {
  /** In seconds; null for what cannot be read. */
  readonly start: number | null;
  readonly end: number | null;
  /** Where they stand in the text (UTF-16 code units): they are seldom looked at as they are written. */
  readonly startAt: number;
  readonly startEnd: number;
  readonly endAt: number;
  readonly endEnd: number;
}

/** What a file of subtitles holds beside them. */
export interface ScannedCues {
  /** Lines above the first time line. */
  readonly above: readonly { readonly line: number; readonly text: string }[];
  /** Blocks of lines for which `isBlock` was true, such as comments. */
  readonly blocks: readonly string[];
  /** True if there is one time line at least. */
  readonly timed: boolean;
}

const LONGEST_TIMES = 200;
const LONGEST_TIME = 40;

/**
 * Takes a file of subtitles apart, line by line. Text that has no time line of its own and is no part of another subtitle is
 * a subtitle without time, and an issue.
 *
 * @param from Offset of the first line to read, and its 1-based number.
 * @param take Called for each subtitle, in the order of the file.
 * @param isBlock Tells whether a block that begins with this line is none of subtitles, such as a comment.
 */
export function scanCues(
  source: Source,
  format: CueFormat,
  issues: IssueList,
  { offset, line: firstLine }: { readonly offset: number; readonly line: number },
  take: CueTaker,
  isBlock: (line: string) => boolean = () => false,
): ScannedCues {
  const { text } = source;
  const above: { line: number; text: string }[] = [];
  const blocks: string[] = [];
  // The text of the open subtitle is one stretch of the file; it is empty as long as `end` is 0.
  let open: { time: TimeSpan | undefined; line: number; start: number; end: number } | undefined;
  let timed = false;
  let block: string[] | undefined;
  let blank = true;
  const close = (): void => {
    if (open !== undefined) take(text.slice(open.start, open.end), open.time, open.line);
    open = undefined;
  };
  const closeBlock = (): void => {
    if (block !== undefined) blocks.push(block.join("\n"));
    block = undefined;
  };
  const arrowIn = arrowFinder(text, format);
  const readTimes = (start: number, end: number): CueTimes | null => {
    const arrow = arrowIn(start, end);
    return arrow === -1 ? null : format.times(text, start, Math.min(end, start + LONGEST_TIMES), arrow);
  };

  let nextTimes: CueTimes | null | undefined;
  for (let at = offset, number = firstLine; at < text.length; number++) {
    const found = text.indexOf("\n", at);
    const end = found === -1 ? text.length : found;
    const start = at;
    const next = end + 1;
    const times = nextTimes === undefined ? readTimes(start, end) : nextTimes;
    nextTimes = undefined;
    at = next;
    if (times !== null) {
      close();
      closeBlock();
      open = { time: spanOf(times, source, number, issues), line: number, start: 0, end: 0 };
      timed = true;
      blank = false;
      continue;
    }
    if (skipWhiteSpace(text, start, end) === end) {
      closeBlock();
      // Rolling captions have lines of a blank, which end nothing.
      if (format.blankEnds && start === end) close();
      blank = true;
      continue;
    }
    const lineEnd = text.indexOf("\n", next);
    const nextEnd = lineEnd === -1 ? text.length : lineEnd;
    nextTimes = readTimes(next, nextEnd);
    const isId =
      nextTimes !== null &&
      (format.ids === "any" ? blank : format.ids === "numbers" && isNumber(text.slice(start, end)));
    const startsBlock = (blank || block !== undefined) && isBlock(text.slice(start, end));
    if (block !== undefined) {
      const line = text.slice(start, end);
      if (startsBlock) {
        closeBlock();
        block = [line];
      } else block.push(line);
    } else if (startsBlock) {
      close();
      block = [text.slice(start, end)];
    } else if (isId) {
      close();
    } else if (!timed) {
      above.push({ line: number, text: text.slice(start, end) });
    } else if (open === undefined || (blank && isLost(text.slice(start, end), format, text.slice(next, nextEnd)))) {
      close();
      open = isNumber(text.slice(start, end))
        ? { time: undefined, line: number + 1, start: 0, end: 0 }
        : { time: undefined, line: number, start, end };
      issues.add("wrong-time", "This text has no line with its time above it.", {
        hint: "It is read as a turn without time. Write the time above it, or join it to the text it belongs to.",
        place: source.linePlace(number),
      });
    } else {
      if (open.end === 0) {
        open.line = number;
        open.start = start;
      }
      open.end = end;
    }
    blank = false;
  }
  close();
  closeBlock();
  return { above, blocks, timed };
}

const NUMBER = /^\s*\d{1,9}\s*$/;

function isNumber(line: string): boolean {
  return NUMBER.test(line);
}

/** True for the number of a subtitle that has no time line below it, but text. */
function isLost(line: string, format: CueFormat, below: string): boolean {
  return format.ids === "numbers" && isNumber(line) && below.trim() !== "";
}

/** Where the arrow stands in a line, -1 if it does not, for lines asked for in ascending order: the text is searched only once. */
function arrowFinder(text: string, { arrow }: CueFormat): (start: number, end: number) => number {
  let arrowAt = -1;
  return (start, end) => {
    if (arrowAt < start) {
      const found = text.indexOf(arrow, start);
      arrowAt = found === -1 ? Number.POSITIVE_INFINITY : found;
    }
    return arrowAt < end ? arrowAt : -1;
  };
}

function spanOf(times: CueTimes, source: Source, line: number, issues: IssueList): TimeSpan | undefined {
  const { start, end } = times;
  if (start !== null && end !== null && end >= start) return [start, end];
  const written = [
    source.text.slice(times.startAt, times.startEnd),
    source.text.slice(times.endAt, times.endEnd),
  ] as const;
  for (const [index, seconds] of [start, end].entries()) {
    if (seconds !== null) continue;
    issues.add("wrong-time", `"${written[index]}" is no time.`, {
      hint: "Write it as 00:01:02.500. The words are kept.",
      place: source.linePlace(line),
    });
  }
  if (start === null || end === null) return start === null ? undefined : [start, null];
  issues.add("wrong-time", `The text ends at ${written[1]}, before it starts at ${written[0]}.`, {
    hint: "Correct one of the two times. Only the start is used.",
    place: source.linePlace(line),
  });
  return [start, null];
}

/**
 * The two times of a time line: the words before the arrow, one and no more, and the first behind it; null if neither is a
 * time.
 *
 * @param length How long the arrow is.
 * @param timeOf Reads a time that is a stretch of the text; null if it is none.
 */
export function cueTimes(
  text: string,
  start: number,
  end: number,
  arrow: number,
  length: number,
  timeOf: (text: string, start: number, end: number) => number | null = timeWithin,
): CueTimes | null {
  const startAt = skipWhiteSpace(text, start, arrow);
  const startEnd = skipWhiteSpaceBack(text, startAt, arrow);
  const endAt = skipWhiteSpace(text, arrow + length, end);
  let endEnd = endAt;
  while (endEnd < end && endEnd - endAt < LONGEST_TIME && !isWhiteSpace(text.charCodeAt(endEnd))) endEnd++;
  if (startAt === startEnd || startEnd - startAt > LONGEST_TIME || endAt === endEnd) return null;
  const first = timeOf(text, startAt, startEnd);
  if (first === null && /\s/.test(text.slice(startAt, startEnd))) return null;
  const second = timeOf(text, endAt, endEnd);
  return first === null && second === null ? null : { start: first, end: second, startAt, startEnd, endAt, endEnd };
}
