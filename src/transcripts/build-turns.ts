import { type Candidate, inOrder } from "./candidates";
import type { TurnDraft } from "./draft";
import { type Head, readHead } from "./head";
import { isCodeOrRole } from "./header-block";
import { isFactLabel, isInterviewerLabel } from "./label";
import { isShortAndOpen, type Line } from "./lines";
import { readStamp, type Stamp } from "./times";
import { skipWhiteSpace, skipWhiteSpaceBack } from "./white-space";

const TITLE = /^(?:interview|transcript|entrevista|entretien|intervista)/iu;

/** What a paragraph without label is: part of the turn above it, or a turn of its own with the label "". */
export type Paragraphs = "continue" | "stand alone";

/**
 * The turns of a text in which these labels, in their order, begin one. A paragraph is a block of lines, or a
 * line where `lineByLine` is true.
 */
export function buildTurns(
  text: string,
  lines: readonly Line[],
  labels: readonly Candidate[],
  { paragraphs, lineByLine }: { paragraphs: Paragraphs; lineByLine: boolean },
): TurnDraft[] {
  const turns: TurnDraft[] = [];
  const bodyStart = paragraphs === "stand alone" ? titleEnd(text, lines, labels) : 0;
  const labelAt = inOrder(labels);
  // The turn that is open: null before the first; its start is null as long as it has no words.
  let turn: Pick<Head, "label" | "time" | "open"> | null = null;
  let start: number | null = null;
  let end = 0;
  const close = (): void => {
    if (turn !== null && start !== null) {
      const stop = endWithin(text, turn.open, start, end);
      if (start < stop) turns.push(draft(turn, start, stop));
    }
    start = null;
  };
  for (const [index, line] of lines.entries()) {
    if (line.kind === "blank" || line.kind === "stamp" || index < bodyStart) continue;
    const head = labelAt(index)?.head;
    if (head !== undefined) {
      close();
      turn = head;
      start = head.wordsAt < line.end ? head.wordsAt : null;
    } else if (line.kind === "heading") {
      close();
      turn = turn === null ? null : { label: turn.label, open: "" };
    } else if (paragraphs === "stand alone" && (turn === null || (start !== null && (lineByLine || line.opensBlock)))) {
      close();
      const stamp = leadingStamp(text, line);
      turn = { label: "", open: "", ...(stamp === null ? {} : { time: stamp.time }) };
      start = stamp === null ? line.start : skipWhiteSpace(text, stamp.end, line.end);
    } else if (turn !== null) start ??= line.start;
    end = line.end;
  }
  close();
  return turns;
}

function leadingStamp(text: string, { start, end }: Line): Stamp | null {
  const stamp = readStamp(text, start);
  return stamp?.bracketed && stamp.end <= end ? stamp : null;
}

function draft({ label, time }: Pick<Head, "label" | "time">, start: number, end: number): TurnDraft {
  return time === undefined ? { start, end, label } : { start, end, label, time };
}

/** Where the words end: before the emphasis that opened ahead of the label, if it closes behind them. */
function endWithin(text: string, open: string, start: number, end: number): number {
  return open !== "" && text.endsWith(open, end) ? skipWhiteSpaceBack(text, start, end - open.length) : end;
}

/**
 * Index of the first line below the header of a text in which paragraphs stand alone: leading blocks of nothing but titles and facts such
 * as "Date: 3 May". 0 if that is all there is.
 */
function titleEnd(text: string, lines: readonly Line[], labels: readonly Candidate[]): number {
  const labelAt = inOrder(labels);
  let end = 0;
  for (const [index, line] of lines.entries()) {
    if (line.kind !== "words") continue;
    if (line.opensBlock) end = index;
    if (labelAt(index) !== undefined || !isTitleOrFact(text, line)) return end;
  }
  return 0;
}

function isTitleOrFact(text: string, line: Line): boolean {
  if (!isShortAndOpen(text, line)) return false;
  const head = readHead(text, line.start, line.end);
  if (head?.form !== "colon") return TITLE.test(text.slice(line.start, line.end));
  return isFactLabel(head.label) || isInterviewerLabel(head.label) || isCodeOrRole(text, { head, line });
}
