import { type Issue, issue } from "../issues/issue";
import type { Origin, Source } from "../issues/source";
import type { Mark } from "./mark";
import { readMarkContent } from "./mark-content";
import { type Shortened, withBlanks, withoutRanges } from "./removals";
import { type FoundMark, scanMarks } from "./scan-marks";

/** A text without its coding marks, the marks, and the way between the offsets of the two texts. */
export interface ExtractedMarks extends Shortened {
  /** In the order in which they begin in the source. */
  readonly marks: readonly Mark[];
  readonly issues: readonly Issue[];
}

/**
 * Takes the coding marks out of a transcript's text, from an offset on (UTF-16 code units; behind the front matter).
 *
 * Blanks that only set a mark apart go with it; line breaks outside marks stay, so that a mark on a line of its own
 * leaves an empty line. Marks that do not close are errors and stay in the text, since where they end cannot be told.
 *
 * @param told What tells the places of marks, as long as they are there; the source itself, with its text, by default.
 */
export function extractMarks(source: Source, from = 0, told: Origin["source"] = source): ExtractedMarks {
  const { marks: found, notText, issues } = scanMarks(source, from);
  // A mark of words stands beside them; all others stand alone.
  const alone = new Set(found.filter(({ words }) => words === null).map(({ start }) => start));
  const removed = withBlanks(source.text, from, notText, ({ start }) => alone.has(start));
  const shortened = withoutRanges(source.text, from, removed);
  const marks = found.map((each) => toMark(source, each, shortened, issues, told)).filter((each) => each !== undefined);
  return { ...shortened, marks, issues };
}

/** The mark with its offsets in the shortened text; undefined, and an issue, for a mark with nothing in it. */
function toMark(
  source: Source,
  found: FoundMark,
  shortened: Shortened,
  issues: Issue[],
  told: Origin["source"],
): Mark | undefined {
  const { start, end, words, content } = found;
  const origin = { source: told, start, end };
  const at = shortened.fromOriginal(start);
  const body = found.kind === "comment" ? source.text.slice(content.start, content.end).trim() : "";
  if (words === null && body !== "") return { kind: "memo", at, body, origin };
  const { codes, memo } = readMarkContent(source, content, told);
  if (codes.length === 0) {
    issues.push(withoutCode(source, found));
    return memo === undefined ? undefined : { kind: "memo", at, body: memo, origin };
  }
  if (words === null) return { kind: isOnEmptyLine(shortened.text, at) ? "turn" : "line", at, codes, origin };
  const range = { start: shortened.fromOriginal(words.start), end: shortened.fromOriginal(words.end) };
  return { kind: "words", ...range, codes, ...(memo === undefined ? {} : { memo }), origin };
}

function isOnEmptyLine(text: string, at: number): boolean {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  return text.slice(at === 0 ? 0 : start, end === -1 ? text.length : end).trim() === "";
}

function withoutCode(source: Source, { kind, words, content, start, end }: FoundMark): Issue {
  const form = kind === "code" ? "[[code]]" : "{==words==}{>>code<<}";
  const empty = source.text.slice(content.start, content.end).trim() === "";
  const message =
    words === null || empty ? "This mark is empty." : "This comment on marked words has a memo, and names no code.";
  return issue("mark-without-code", message, {
    hint: `Write the code into it: ${form}`,
    place: source.place(start, end),
  });
}
