import type { Range } from "../model/range";
import { inOrder, type Opening } from "./candidates";
import { type Head, readHead } from "./head";
import { isCodeOrRole } from "./header-block";
import { isFactLabel, isInterviewerLabel } from "./label";
import { hasWordsAt, isShortAndOpen, kindAt, type Lines, opensBlockAt } from "./lines";
import { readStamp, type Stamp, type TimeSpan } from "./times";
import { skipWhiteSpace, skipWhiteSpaceBack } from "./white-space";

const TITLE = /^(?:interview|transcript|entrevista|entretien|intervista)/iu;

/** What a paragraph without label is: part of the turn above it, or a turn of its own with the label "". */
export type Paragraphs = "continue" | "stand alone";

/** Takes a turn: the range of its words, its label and its time. */
export type TakeTurn = (start: number, end: number, label: string, time: TimeSpan | undefined) => void;

/**
 * Gives the turns of a text in which these labels, in their order, begin one. A paragraph is a block of lines, or a
 * line where `lineByLine` is true.
 */
export function buildTurns(
  text: string,
  lines: Lines,
  labels: readonly Opening[],
  { paragraphs, lineByLine }: { paragraphs: Paragraphs; lineByLine: boolean },
  take: TakeTurn,
): void {
  const bodyStart = paragraphs === "stand alone" ? titleEnd(text, lines, labels) : 0;
  const labelAt = inOrder(labels);
  // The turn that is open: null before the first; its start is -1 as long as it has no words.
  let turn: Pick<Head, "label" | "time" | "open"> | null = null;
  let start = -1;
  let end = 0;
  const close = (): void => {
    if (turn !== null && start >= 0) {
      const stop = endWithin(text, turn.open, start, end);
      if (start < stop) take(start, stop, turn.label, turn.time);
    }
    start = -1;
  };
  const addLine = (index: number): void => {
    const lineStart = lines.starts[index] ?? 0;
    const lineEnd = lines.ends[index] ?? 0;
    const opening = labelAt(index);
    if (opening !== undefined) {
      close();
      turn = opening.head;
      start = opening.wordsAt < lineEnd ? opening.wordsAt : -1;
    } else if (!hasWordsAt(lines, index)) {
      close();
      turn = turn === null ? null : { label: turn.label, open: "" };
    } else if (
      paragraphs === "stand alone" &&
      (turn === null || (start >= 0 && (lineByLine || opensBlockAt(lines, index))))
    ) {
      close();
      const stamp = leadingStamp(text, lineStart, lineEnd);
      turn = { label: "", open: "", ...(stamp === null ? {} : { time: stamp.time }) };
      start = stamp === null ? lineStart : skipWhiteSpace(text, stamp.end, lineEnd);
    } else if (turn !== null && start < 0) start = lineStart;
    end = lineEnd;
  };
  for (let index = bodyStart; index < lines.count; index++) {
    const kind = kindAt(lines, index);
    if (kind === "words" || kind === "heading") addLine(index);
  }
  close();
}

function leadingStamp(text: string, start: number, end: number): Stamp | null {
  const stamp = readStamp(text, start);
  return stamp?.bracketed && stamp.end <= end ? stamp : null;
}

/** Where the words end: before the emphasis that opened ahead of the label, if it closes behind them. */
function endWithin(text: string, open: string, start: number, end: number): number {
  return open !== "" && text.endsWith(open, end) ? skipWhiteSpaceBack(text, start, end - open.length) : end;
}

/**
 * Index of the first line below the header of a text in which paragraphs stand alone: leading blocks of nothing but titles and facts such
 * as "Date: 3 May". 0 if that is all there is.
 */
function titleEnd(text: string, lines: Lines, labels: readonly Opening[]): number {
  const labelAt = inOrder(labels);
  let end = 0;
  for (let index = 0; index < lines.count; index++) {
    if (!hasWordsAt(lines, index)) continue;
    if (opensBlockAt(lines, index)) end = index;
    const range = { start: lines.starts[index] ?? 0, end: lines.ends[index] ?? 0 };
    if (labelAt(index) !== undefined || !isTitleOrFact(text, range)) return end;
  }
  return 0;
}

function isTitleOrFact(text: string, line: Range): boolean {
  if (!isShortAndOpen(text, line)) return false;
  const head = readHead(text, line.start, line.end);
  if (head?.form !== "colon") return TITLE.test(text.slice(line.start, line.end));
  return isFactLabel(head.label) || isInterviewerLabel(head.label) || isCodeOrRole(text, head.wordsAt, line.end);
}
