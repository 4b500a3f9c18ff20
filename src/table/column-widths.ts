import { type Cell, type Head, type PrintedTable, printedText } from "./cells";
import { displayWidth, longestWord } from "./wrap";

/** How many display columns a deeper cell is indented for each level. */
export const INDENT = 2;
// A longer word does not keep its column from being narrowed; it is carried on in the next line.
const LONG_WORD = 16;
const SHORT_TEXT = 24;
// Share of the whole width that is kept for long texts.
const ROOM_FOR_LONG = 0.25;

/**
 * The width of each column in display columns: the natural widths where they fit into the room. Where they do not, the
 * headings of numbers are wrapped, then text, so that the column which takes most lines takes as few as it can; no word
 * is broken for it, and cells of numbers are never wrapped.
 */
export function columnWidths(printed: PrintedTable, room: number): number[] {
  const bounds = printed.heads.map((head, c) =>
    columnBounds(
      head,
      printed.rows.flatMap((row) => row[c] ?? []),
    ),
  );
  if (sum(bounds.map(({ natural }) => natural)) <= room) return bounds.map(({ natural }) => natural);

  const widths = bounds.map(({ least }) => least);
  // Short texts, such as where a quote stands, stay on one line while most of the room is left for the long ones.
  bounds.forEach(({ least, natural }, c) => {
    const left = room - sum(widths) - (natural - least);
    if (printed.heads[c]?.right !== true && natural <= SHORT_TEXT && left >= room * ROOM_FOR_LONG) widths[c] = natural;
  });
  for (let spare = room - sum(widths); spare > 0; spare--) {
    const growing = bounds.flatMap(({ natural }, c) =>
      printed.heads[c]?.right !== true && (widths[c] ?? 0) < natural ? c : [],
    );
    // The lines that the column's longest text takes: a quote needs the room more than a name does.
    const lines = (c: number): number => (bounds[c]?.natural ?? 0) / (widths[c] ?? 1);
    const tallest = growing.reduce<number | undefined>(
      (best, c) => (best === undefined || lines(c) > lines(best) ? c : best),
      undefined,
    );
    if (tallest === undefined) break;
    widths[tallest] = (widths[tallest] ?? 0) + 1;
  }
  return widths;
}

/** The width at which nothing in the column is wrapped, and the least at which no word of it is broken (save long ones). */
function columnBounds(head: Head, cells: readonly Cell[]): { least: number; natural: number } {
  let natural = Math.max(displayWidth(head.label), displayWidth(head.subLabel));
  // A wide letter takes two columns.
  let least = Math.max(2, Math.min(LONG_WORD, Math.max(longestWord(head.label), longestWord(head.subLabel))));
  for (const cell of cells) {
    if (cell.span === 0) continue;
    const text = printedText(cell);
    const indent = INDENT * cell.depth;
    const widest = text.split("\n").reduce((most, line) => Math.max(most, displayWidth(line)), 0);
    natural = Math.max(natural, indent + widest);
    least = Math.max(least, indent + (head.right ? widest : Math.min(LONG_WORD, longestWord(text))));
  }
  return { least, natural: Math.max(least, natural) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
