import type { PrintedTable } from "./cells";
import { columnWidths } from "./column-widths";

// About how many letters a line of a printed page holds, and how many of them the blank between two columns takes.
const LINE = 68;
const GAP = 3;
// Letters differ in width: a tenth more room than their number is enough for all but a word of wide ones.
const SLACK = 1.1;
// Narrower columns of text cannot be read.
const LEAST = 8 * SLACK + GAP;

/** The width of a column on a printed page. */
export interface LatexWidth {
  /** The part of the line that it takes, with the blank beside it, in hundredths; all are together at most 1. */
  readonly part: number;
  /** About how many letters it holds. */
  readonly letters: number;
}

/**
 * The widths of the columns. They are those of the table as text where these fit on the page; else columns of numbers
 * keep theirs, and the widest columns of text are narrowed.
 */
export function latexWidths(printed: PrintedTable): LatexWidth[] {
  const room = Math.floor((LINE - GAP * printed.heads.length) / SLACK);
  const widths = columnWidths(printed, room).map((letters) => letters * SLACK + GAP);
  const texts = widths.flatMap((_, c) => (printed.heads[c]?.right === false ? c : []));
  for (let total = sum(widths); total > LINE; total--) {
    const widest = texts.reduce((best, c) => ((widths[c] ?? 0) > (widths[best] ?? 0) ? c : best), texts[0] ?? -1);
    const width = widths[widest] ?? 0;
    if (width < LEAST + 1) break;
    widths[widest] = width - 1;
  }
  const line = Math.max(LINE, sum(widths));
  return widths.map((width) => ({
    part: Math.floor((100 * width) / line) / 100,
    letters: Math.max(1, Math.floor(((width * LINE) / line - GAP) / SLACK)),
  }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
