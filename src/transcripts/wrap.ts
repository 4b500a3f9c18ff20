import type { Line } from "./lines";
import { isWhiteSpace } from "./white-space";

const NARROWEST = 50;
const WIDEST = 100;
const FEWEST_BREAKS = 3;
const ENOUGH_FORCED = 0.7;

/**
 * The width at which the lines of a hard-wrapped text are broken (UTF-16 code units); null if it is not hard-wrapped. A
 * break above a line that is `labelled` tells nothing.
 */
export function wrapWidth(text: string, lines: readonly Line[], labelled: readonly boolean[]): number | null {
  const breaks: { length: number; needed: number }[] = [];
  lines.forEach((line, index) => {
    const below = lines[index + 1];
    if (line.kind !== "words" || below?.kind !== "words" || labelled[index + 1]) return;
    breaks.push({ length: line.end - line.start, needed: line.end - line.start + 1 + firstWordLength(text, below) });
  });
  if (breaks.length < FEWEST_BREAKS) return null;
  // The longest lines show the width, but for a few that hold an address or were edited by hand.
  const lengths = breaks.map((each) => each.length).sort((a, b) => a - b);
  const width = lengths[Math.ceil(lengths.length * 0.9) - 1] ?? 0;
  if (width < NARROWEST || width > WIDEST) return null;
  const forced = breaks.filter((each) => each.needed > width).length;
  return forced >= breaks.length * ENOUGH_FORCED ? width : null;
}

/** True if the line break above this line is one that the width forced: its first word did not fit there. */
export function isContinuation(text: string, lines: readonly Line[], index: number, width: number | null): boolean {
  const line = lines[index];
  const above = lines[index - 1];
  if (width === null || line === undefined || above?.kind !== "words") return false;
  return above.end - above.start + 1 + firstWordLength(text, line) > width;
}

function firstWordLength(text: string, { start, end }: Line): number {
  const limit = Math.min(end, start + WIDEST);
  let at = start;
  while (at < limit && !isWhiteSpace(text.charCodeAt(at))) at++;
  return at - start;
}
