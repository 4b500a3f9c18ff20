import { type PrintedTable, printedText } from "./cells";
import { columnWidths } from "./column-widths";
import { displayWidth } from "./wrap";

// About how many letters of \footnotesize a line of a printed page holds, upright and turned.
const LINE = 82;
const TURNED_LINE = 130;
// How many of them the blank between two columns takes.
const GAP = 2.5;
// Letters differ in width: a tenth more room than their number is enough for all but a word of wide ones.
const SLACK = 1.1;
// Narrower columns of text cannot be read, and narrower quotes run down the page.
const LEAST = 8 * SLACK + GAP;
const LEAST_QUOTE = 28;
// About how many lines a page holds, beside a caption and notes, upright and turned.
const PAGE = 40;
const TURNED_PAGE = 24;

/** The width of a column on a printed page. */
export interface LatexWidth {
  /** The part of the line that it takes, with the blank beside it, in hundredths; all are together at most 1. */
  readonly part: number;
  /** About how many letters it holds. */
  readonly letters: number;
}

/** How a table is set on paper. */
export interface LatexLayout {
  readonly widths: readonly LatexWidth[];
  /** Whether the page is turned, since an upright one is too narrow. */
  readonly turned: boolean;
  /** Whether its rows are likely to take more than one page. */
  readonly long: boolean;
}

/**
 * The widths of the columns: those of the table as text where these fit on an upright page with room for quotes, else
 * those on a turned page; where they do not fit there either, columns of numbers keep theirs, and the widest columns of
 * text are narrowed.
 */
export function latexLayout(printed: PrintedTable): LatexLayout {
  const upright = textWidths(printed, LINE);
  const turned = !(fits(upright, LINE) && roomForQuotes(printed, upright));
  const line = turned ? TURNED_LINE : LINE;
  const widths = partsOf(narrowed(printed, turned ? textWidths(printed, line) : upright, line), line);
  return { widths, turned, long: lines(printed, widths) > (turned ? TURNED_PAGE : PAGE) };
}

/** The widths as text, each with the blank beside it. */
function textWidths(printed: PrintedTable, line: number): number[] {
  const room = Math.floor((line - GAP * printed.heads.length) / SLACK);
  return columnWidths(printed, room).map((letters) => letters * SLACK + GAP);
}

function fits(widths: readonly number[], line: number): boolean {
  // The widths are not whole numbers, and their sum may miss the line by a rounding.
  return sum(widths) < line + 0.01;
}

function roomForQuotes({ heads, rows }: PrintedTable, widths: readonly number[]): boolean {
  return heads.every((head, c) => {
    if (head.kind !== "quote") return true;
    const cells = rows.flatMap((row) => row[c] ?? []);
    const widest = Math.max(0, ...cells.flatMap((cell) => printedText(cell).split("\n").map(displayWidth)));
    return Math.round(((widths[c] ?? 0) - GAP) / SLACK) >= Math.min(LEAST_QUOTE, widest);
  });
}

function narrowed({ heads }: PrintedTable, natural: readonly number[], line: number): number[] {
  const widths = [...natural];
  const texts = widths.flatMap((_, c) => (heads[c]?.right === false ? c : []));
  for (let total = sum(widths); total > line; total--) {
    const widest = texts.reduce((best, c) => ((widths[c] ?? 0) > (widths[best] ?? 0) ? c : best), texts[0] ?? -1);
    const width = widths[widest] ?? 0;
    if (width < LEAST + 1) break;
    widths[widest] = width - 1;
  }
  return widths;
}

function partsOf(widths: readonly number[], line: number): LatexWidth[] {
  const all = Math.max(line, sum(widths));
  return widths.map((width) => ({
    part: Math.floor((100 * width) / all) / 100,
    letters: Math.max(1, Math.floor(((width * line) / all - GAP) / SLACK)),
  }));
}

/** About how many lines the rows take: each as many as its tallest cell. */
function lines({ rows }: PrintedTable, widths: readonly LatexWidth[]): number {
  const height = (text: string, c: number): number =>
    text.split("\n").reduce((total, line) => total + Math.ceil(displayWidth(line) / (widths[c]?.letters ?? 1)), 0);
  return sum(rows.map((row) => Math.max(1, ...row.map(({ text, span }, c) => (span === 0 ? 0 : height(text, c))))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
