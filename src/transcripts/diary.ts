import { type DateHead, readDateHead } from "./dates";
import type { TurnDraft } from "./draft";
import { eachLine, isShortAndOpen, type Line } from "./lines";
import { skipWhiteSpace } from "./white-space";

// A diary, or field notes, has entries that begin with a date: a heading or a line of its own, or the beginning of a
// paragraph, set off by a colon, a dash or the like. Each entry is a turn without a label, up to the next date, with the
// headings inside it. Above the first date, titles and facts are in no entry, and a paragraph is an entry without a date.
//
// Where nobody says that a text is a diary, its dates must show it: three at least, of which two differ, all with day and
// month, the first above all other words, and no names before colons behind them, as chats have.

const FEWEST_DATES = 3;
const NAME_BEHIND = /^[^:\n]{1,40}:\s/;

/** The entries of a diary, and what of its text is in none. */
export interface Diary {
  readonly entries: readonly TurnDraft[];
  /** Titles above the first entry, and dates without words. */
  readonly loose: readonly string[];
}

interface Head {
  readonly index: number;
  readonly line: Line;
  readonly head: DateHead;
}

/**
 * The entries of a diary's text, in its order; null if it has no dates, or if it is not `stated` that it is a diary and
 * the dates do not show it.
 */
export function readDiary(text: string, stated: boolean): Diary | null {
  const lines = eachLine(text);
  const heads: Head[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.kind === "blank") continue;
    const head = readDateHead(text, line.start, line.end);
    if (head === null || (!stated && (!head.isDate || head.runsOn))) continue;
    // Inside a paragraph a date is one that somebody writes about.
    const isPlaced = line.kind !== "words" || line.opensBlock || head.wordsAt >= line.end;
    if (isPlaced || lines[index - 1]?.kind !== "words" || isBelowHead(heads.at(-1), index))
      heads.push({ index, line, head });
  }
  const [first] = heads;
  if (first === undefined || (!stated && !isShown(text, lines, heads))) return null;
  const entries: TurnDraft[] = [];
  const loose: string[] = [];
  const body = titleEnd(text, lines, first.index);
  for (const line of lines.slice(0, body)) if (line.start < line.end) loose.push(text.slice(line.start, line.end));
  const before = rangeOf(text, lines, body, first.index);
  if (before !== null) entries.push({ ...before, label: "" });
  heads.forEach(({ index, line, head }, at) => {
    const range = rangeOf(text, lines, index + 1, heads[at + 1]?.index ?? lines.length);
    const start = head.wordsAt < line.end ? head.wordsAt : range?.start;
    const end = range?.end ?? line.end;
    if (start === undefined) loose.push(head.printed);
    else entries.push({ start, end, label: "", date: head.printed });
  });
  return { entries, loose };
}

/** True for a line right below one that is an entry by itself: a diary with a line for each day. */
function isBelowHead(last: Head | undefined, index: number): boolean {
  return last !== undefined && last.index === index - 1 && last.head.wordsAt < last.line.end;
}

function isShown(text: string, lines: readonly Line[], heads: readonly Head[]): boolean {
  const [first] = heads;
  if (first === undefined || heads.length < FEWEST_DATES || new Set(heads.map(({ head }) => head.printed)).size < 2)
    return false;
  if (rangeOf(text, lines, titleEnd(text, lines, first.index), first.index) !== null) return false;
  const named = heads.filter(({ head, line }) => NAME_BEHIND.test(text.slice(head.wordsAt, line.end))).length;
  return named * 2 < heads.length;
}

/** Index of the first line that is no title and no fact; at most `limit`. */
function titleEnd(text: string, lines: readonly Line[], limit: number): number {
  const end = lines.slice(0, limit).findIndex((line) => line.kind === "words" && !isShortAndOpen(text, line));
  return end === -1 ? limit : end;
}

/** From the first to the last words of these lines; null if there are none. */
function rangeOf(
  text: string,
  lines: readonly Line[],
  from: number,
  to: number,
): { start: number; end: number } | null {
  const own = lines.slice(from, to).filter((line) => line.kind === "words" || line.kind === "stamp");
  const first = lines
    .slice(from, to)
    .find((line) => line.start < line.end && /[\p{L}\p{N}]/u.test(text.slice(line.start, line.end)));
  const last = own.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = first.kind === "heading" ? skipMarks(text, first) : first.start;
  return { start, end: last.end };
}

/** Where the words of a heading begin, behind the marks of Markdown. */
function skipMarks(text: string, { start, end }: Line): number {
  let at = start;
  while (text.charAt(at) === "#") at++;
  return skipWhiteSpace(text, at, end);
}
