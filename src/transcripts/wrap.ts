import type { Range } from "../model/range";
import { hasWordsAt, type Lines } from "./lines";
import { addNumber, numberList, numbersOf } from "./number-list";
import { isWhiteSpace } from "./white-space";

const NARROWEST = 50;
const WIDEST = 100;
const FEWEST_BREAKS = 3;
const ENOUGH_FORCED = 0.7;

/**
 * The width at which the lines of a hard-wrapped text are broken (UTF-16 code units); null if it is not hard-wrapped. A
 * break above a line that is `labelled` tells nothing.
 */
export function wrapWidth(text: string, lines: Lines, labelled: Uint8Array): number | null {
  const lengths = numberList();
  const needed = numberList();
  for (let index = 0; index + 1 < lines.count; index++) {
    if (!hasWordsAt(lines, index) || !hasWordsAt(lines, index + 1) || labelled[index + 1] === 1) continue;
    addNumber(lengths, (lines.ends[index] ?? 0) - (lines.starts[index] ?? 0));
    addNumber(needed, neededLength(text, lines, index));
  }
  if (lengths.length < FEWEST_BREAKS) return null;
  // The longest lines show the width, but for a few that hold an address or were edited by hand.
  const width = numbersOf(lengths).sort()[Math.ceil(lengths.length * 0.9) - 1] ?? 0;
  if (width < NARROWEST || width > WIDEST) return null;
  let forced = 0;
  for (const each of numbersOf(needed)) if (each > width) forced++;
  return forced >= needed.length * ENOUGH_FORCED ? width : null;
}

/** True if the line break above this line is one that the width forced: its first word did not fit there. */
export function isContinuation(text: string, lines: Lines, index: number, width: number | null): boolean {
  if (width === null || index >= lines.count || !hasWordsAt(lines, index - 1)) return false;
  return neededLength(text, lines, index - 1) > width;
}

/** How long a line would be with the first word of the line below. */
function neededLength(text: string, { starts, ends }: Lines, index: number): number {
  const below = { start: starts[index + 1] ?? 0, end: ends[index + 1] ?? 0 };
  return (ends[index] ?? 0) - (starts[index] ?? 0) + 1 + firstWordLength(text, below);
}

function firstWordLength(text: string, { start, end }: Range): number {
  const limit = Math.min(end, start + WIDEST);
  let at = start;
  while (at < limit && !isWhiteSpace(text.charCodeAt(at))) at++;
  return at - start;
}
