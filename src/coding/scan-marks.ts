import { type Issue, issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { tooMany } from "../issues/too-many";
import { mergeRanges, type Range } from "../model/range";
import { MOST_MARK_SIGNS } from "../text/limits";

/** A mark as it stands in the source; all ranges are the source's (UTF-16 code units). */
export interface FoundMark extends Range {
  /** "code" is `[[code]]`, "comment" is `{>>...<<}`. */
  readonly kind: "code" | "comment";
  /** What stands between the mark's brackets. */
  readonly content: Range;
  /** The words that a comment belongs to; null if it stands alone. */
  readonly words: Range | null;
}

/** Everything that is a mark, or a part of one, in a text. */
export interface ScannedMarks {
  /** In the order in which they begin; a comment begins with its words. */
  readonly marks: readonly FoundMark[];
  /** The stretches that are not the transcript's own text, in order, none overlapping. */
  readonly notText: readonly Range[];
  readonly issues: Issue[];
}

const OPENING_OR_CLOSING = /\[\[|\{==|==\}|\{>>|<<\}/g;
const IN_CODE = /\]\]|\[\[|\n/g;
const IN_COMMENT = /<<\}|\{>>|\{==|==\}/g;
// Blanks may stand between the marked words and their comment, and between two comments.
const NEXT_COMMENT = /[^\S\n]*\{>>/y;

/** True if a text has something that opens or closes a mark; most texts have nothing. */
export function mayHaveMarks(text: string): boolean {
  return text.search(OPENING_OR_CLOSING) >= 0;
}

/**
 * The issue of a text with more marks, or more signs of them, than any coded transcript has; null for all others. Counted
 * before anything is made of them.
 */
export function tooManyMarks({ file, text }: Pick<Source, "file" | "text">, from = 0): Issue | null {
  const token = new RegExp(OPENING_OR_CLOSING);
  token.lastIndex = from;
  let signs = 0;
  for (let match = token.exec(text); match !== null && signs <= MOST_MARK_SIGNS; match = token.exec(text)) {
    signs++;
    const [bracket] = match;
    const start = token.lastIndex;
    const content =
      bracket === "[["
        ? between(text, start, "]]", IN_CODE)
        : bracket === "{>>" && between(text, start, "<<}", IN_COMMENT);
    if (!content) continue;
    for (let at = start; at < content.end && signs <= MOST_MARK_SIGNS; at++) if (text.charCodeAt(at) === COMMA) signs++;
    token.lastIndex = content.end;
  }
  if (signs <= MOST_MARK_SIGNS) return null;
  return tooMany(file, `${MOST_MARK_SIGNS} signs of coding marks`);
}

const COMMA = 44;

/**
 * Finds the coding marks of a text, from an offset on. What opens and never closes, or closes what never opened, is an
 * error and counts as text. `[[` closes on its own line; comments may run over lines; marked words may hold other marks.
 */
export function scanMarks(source: Source, from: number): ScannedMarks {
  const { text } = source;
  const marks: FoundMark[] = [];
  const notText: Range[] = [];
  const issues: Issue[] = [];
  const open: Range[] = [];

  const takeCode = (start: number): number => {
    const content = between(text, start + 2, "]]", IN_CODE);
    if (content === undefined) {
      issues.push(notClosed(source, start, "[[", 'Write "]]" behind the code, on the same line.'));
      return start + 2;
    }
    const mark: FoundMark = { kind: "code", start, end: content.end + 2, content, words: null };
    marks.push(mark);
    notText.push(mark);
    return mark.end;
  };
  const takeComment = (start: number, words: Range | null): number => {
    const content = between(text, start + 3, "<<}", IN_COMMENT);
    if (content === undefined) {
      issues.push(notClosed(source, start, "{>>", 'Write "<<}" behind the comment.'));
      return start + 3;
    }
    const end = content.end + 3;
    marks.push({ kind: "comment", start: words === null ? start : words.start - 3, end, content, words });
    notText.push({ start: words === null ? start : words.end + 3, end });
    return end;
  };
  const closeWords = (start: number): number => {
    const opening = open.pop();
    let end = start + 3;
    if (opening === undefined) {
      issues.push(notOpened(source, start, "==}", "{=="));
      return end;
    }
    notText.push(opening, { start, end });
    const words = { start: opening.end, end: start };
    const first = nextComment(text, end);
    if (first === undefined) issues.push(withoutComment(source, { start: opening.start, end }));
    for (let next = first; next !== undefined; next = nextComment(text, end)) end = takeComment(next, words);
    return end;
  };

  const token = new RegExp(OPENING_OR_CLOSING);
  token.lastIndex = from;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [bracket] = match;
    const at = match.index;
    if (bracket === "[[") token.lastIndex = takeCode(at);
    else if (bracket === "{>>") token.lastIndex = takeComment(at, null);
    else if (bracket === "==}") token.lastIndex = closeWords(at);
    else if (bracket === "{==") open.push({ start: at, end: at + 3 });
    else issues.push(notOpened(source, at, "<<}", "{>>"));
  }
  for (const { start } of open) issues.push(notClosed(source, start, "{==", 'Write "==}" behind the words.'));
  return { marks: marks.sort((a, b) => a.start - b.start), notText: mergeRanges(notText), issues };
}

/** What stands between an offset and a closing bracket; undefined if that is absent or another of these signs comes first. */
function between(text: string, start: number, closing: string, signs: RegExp): Range | undefined {
  const sign = new RegExp(signs);
  sign.lastIndex = start;
  const found = sign.exec(text);
  return found?.[0] === closing ? { start, end: found.index } : undefined;
}

function nextComment(text: string, at: number): number | undefined {
  NEXT_COMMENT.lastIndex = at;
  const match = NEXT_COMMENT.exec(text);
  return match === null ? undefined : NEXT_COMMENT.lastIndex - 3;
}

function notClosed(source: Source, at: number, opening: string, hint: string): Issue {
  const place = source.place(at, at + opening.length);
  return issue("mark-not-closed", `This "${opening}" opens a mark that never closes.`, { hint, place });
}

function notOpened(source: Source, at: number, closing: string, opening: string): Issue {
  return issue("mark-not-closed", `This "${closing}" closes a mark that was never opened.`, {
    hint: `Write "${opening}" where the mark begins.`,
    place: source.place(at, at + closing.length),
  });
}

function withoutComment(source: Source, { start, end }: Range): Issue {
  return issue("mark-without-code", "These words are marked, and no code is named for them.", {
    hint: "Write the code directly behind them: {==words==}{>>code<<}",
    place: source.place(start, end),
  });
}
