import type { Range } from "../model/range";
import type { Aside, Paragraph } from "./document";
import { skipWhiteSpace, skipWhiteSpaceBack } from "./white-space";

/** One line of a paragraph, without the white space at its ends. */
export interface DocumentLine {
  readonly text: string;
  /** Stretches of `text` in bold (UTF-16 code units). */
  readonly bold: readonly Range[];
  readonly heading: boolean;
  /** True for the first line of a paragraph that has words. */
  readonly opens: boolean;
  readonly line: number | null;
}

const LONGEST_HEADING = 80;
const MOST_BOLD = 0.1;
const NONE: readonly Range[] = [];

/** The lines of paragraphs that have words. Short bold lines are headings where bold is rare. */
export function documentLines(paragraphs: readonly (Paragraph | Aside)[]): DocumentLine[] {
  const lines: DocumentLine[] = [];
  let all = 0;
  let inBold = 0;
  for (const paragraph of paragraphs) {
    if (paragraph.kind === "aside") continue;
    const { text, heading } = paragraph;
    let opens = true;
    let next = 0;
    let firstBold = 0;
    let nth = -1;
    for (let from = 0; from <= text.length; from = next + 1) {
      nth++;
      const found = text.indexOf("\n", from);
      next = found === -1 ? text.length : found;
      const start = skipWhiteSpace(text, from, next);
      const end = skipWhiteSpaceBack(text, start, next);
      if (start === end) continue;
      while ((paragraph.bold[firstBold]?.end ?? end) < start) firstBold++;
      const bold = within(paragraph.bold, firstBold, { start, end });
      all += end - start;
      for (const each of bold) inBold += each.end - each.start;
      lines.push({
        text: text.slice(start, end),
        bold,
        heading: heading > 0,
        opens,
        line: paragraph.lines[nth] ?? null,
      });
      opens = false;
    }
  }
  if (inBold > all * MOST_BOLD) return lines;
  return lines.map((line) => (line.opens && isBoldTitle(line) ? { ...line, heading: true } : line));
}

/** True for a short line that is bold as a whole and does not end as speech or a label does. */
export function isBoldTitle({ text, bold }: Pick<DocumentLine, "text" | "bold">): boolean {
  return text.length <= LONGEST_HEADING && boldLead(text, bold) === text.length && /[\p{L}\p{N})]$/u.test(text);
}

/** Length of the bold words with which a line begins, without white space and colon behind them; 0 if it begins otherwise. */
export function boldLead(text: string, bold: readonly Range[]): number {
  let end = 0;
  for (const range of bold) {
    if (skipWhiteSpace(text, end, range.start) < range.start) break;
    end = range.end;
  }
  return skipWhiteSpaceBack(text, 0, end);
}

/** The parts of ranges, from one of them on, that are inside a stretch, counted from its start. */
function within(ranges: readonly Range[], from: number, { start, end }: Range): readonly Range[] {
  let to = from;
  while ((ranges[to]?.start ?? end) < end) to++;
  if (to === from) return NONE;
  if (start === 0 && from === 0 && to === ranges.length && (ranges[to - 1]?.end ?? 0) <= end) return ranges;
  return ranges
    .slice(from, to)
    .filter((range) => range.end > start)
    .map((range) => ({ start: Math.max(range.start, start) - start, end: Math.min(range.end, end) - start }));
}
