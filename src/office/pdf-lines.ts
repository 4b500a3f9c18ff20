/** A piece of text on a page; the origin is the lower left corner. */
export interface PdfPiece {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of a page. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Where the line ends at the right. */
  readonly right: number;
  readonly height: number;
}

// Baselines nearer than this part of a letter's height are one line: raised numbers, mixed sizes.
const SAME_LINE = 0.5;
// A gap wider than this part of a letter's height is a blank; one wider than the second is a tab.
const BLANK = 0.15;
const TAB = 3;
const FEWEST_COLUMN_LINES = 6;

/**
 * The lines of a page in reading order: from top to bottom and left to right, or one column after the other where the page
 * has two columns of running text.
 */
export function readLines(pieces: readonly PdfPiece[]): PdfLine[] {
  const written = pieces.filter(({ str }) => str.trim() !== "");
  const gutter = findGutter(written);
  if (gutter === null) return linesOf(written);
  // What crosses the gutter, such as a title, parts the page into bands that are read one after the other.
  const crosses = ({ x, width }: PdfPiece): boolean => x < gutter && x + width > gutter;
  const crossing = written.filter(crosses);
  const beside = written.filter((piece) => !crosses(piece));
  const lines: PdfLine[] = [];
  let top = Number.POSITIVE_INFINITY;
  for (const band of [...linesOf(crossing), null]) {
    const bottom = band?.y ?? Number.NEGATIVE_INFINITY;
    const within = beside.filter(({ y }) => y < top && y >= bottom);
    lines.push(...linesOf(within.filter(({ x }) => x < gutter)), ...linesOf(within.filter(({ x }) => x >= gutter)));
    if (band !== null) lines.push(band);
    top = bottom;
  }
  return lines;
}

function linesOf(pieces: readonly PdfPiece[]): PdfLine[] {
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x);
  const groups: PdfPiece[][] = [];
  for (const piece of sorted) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    if (
      group !== undefined &&
      first !== undefined &&
      first.y - piece.y < Math.max(first.height, piece.height) * SAME_LINE
    ) {
      group.push(piece);
    } else groups.push([piece]);
  }
  return groups.map(joinLine);
}

function joinLine(group: readonly PdfPiece[]): PdfLine {
  const pieces = [...group].sort((a, b) => a.x - b.x);
  const words: string[] = [];
  let right = pieces[0]?.x ?? 0;
  for (const { str, x, width, height } of pieces) {
    const gap = x - right;
    // Only the last piece is looked at: a page can hold a hundred thousand.
    if (words.length > 0 && !/\s$/.test(words.at(-1) ?? "") && !/^\s/.test(str) && gap > height * BLANK) {
      words.push(gap > height * TAB ? "\t" : " ");
    }
    words.push(str);
    right = Math.max(right, x + width);
  }
  const text = words.join("");
  const height = pieces.reduce((most, piece) => Math.max(most, piece.height), 0);
  return { text: text.trim(), x: pieces[0]?.x ?? 0, y: group[0]?.y ?? 0, right, height };
}

/** Where a page of two columns is parted; null if it has one, or a narrow column of names beside the words. */
function findGutter(pieces: readonly PdfPiece[]): number | null {
  if (pieces.length < FEWEST_COLUMN_LINES * 2) return null;
  const left = pieces.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const right = pieces.reduce((most, { x, width }) => Math.max(most, x + width), 0);
  const middle = (left + right) / 2;
  const reach = (right - left) * 0.12;
  let best: { at: number; crossing: number } | null = null;
  for (let step = -8; step <= 8; step++) {
    const at = middle + (reach * step) / 8;
    const crossing = pieces.filter(({ x, width }) => x < at && x + width > at).length;
    if (best === null || crossing < best.crossing) best = { at, crossing };
  }
  if (best === null || best.crossing * 6 > pieces.length) return null;
  const { at } = best;
  const before = linesOf(pieces.filter(({ x, width }) => x + width <= at));
  const behind = linesOf(pieces.filter(({ x }) => x >= at));
  const isColumn = (lines: readonly PdfLine[], width: number): boolean =>
    lines.length >= FEWEST_COLUMN_LINES &&
    lines.filter((line) => line.right - line.x > width * 0.6).length * 2 >= lines.length;
  return isColumn(before, at - left) && isColumn(behind, right - at) ? at : null;
}
