/** What the subtitles say when each line is read only once, and how many lines were repeated. */
export interface Unrolled {
  readonly texts: readonly string[];
  readonly repeated: number;
}

const SHARE = 1 / 3;
const FEWEST = 3;

/**
 * Takes out what rolling captions repeat: each shows the last line of the one before it once more, above a new line. In a
 * file that is set so, lines at the beginning of a subtitle that were the end of the one before are read only once; a file
 * that is not is left as it is, since people do say things twice.
 *
 * @param wordByWord True if the file has times inside its subtitles, as rolling captions mostly have; then a third of the
 * subtitles must begin with the end of the one before, else a third must also go on with a new line.
 */
export function unroll(texts: readonly string[], wordByWord: boolean): Unrolled {
  if (!mayRoll(texts)) return { texts, repeated: 0 };
  const overlaps: number[] = [];
  let previous: readonly string[] = [];
  let rolling = 0;
  let shown = 0;
  const lines = texts.map((text) => text.split("\n").flatMap((line) => line.trim() || []));
  for (const each of lines) {
    const overlap = repeatedLines(previous, each);
    overlaps.push(overlap);
    if (overlap > 0 && (wordByWord || overlap < each.length)) rolling++;
    if (each.length > 0) {
      previous = each;
      shown++;
    }
  }
  if (rolling < Math.max(wordByWord ? 1 : FEWEST, (shown - 1) * SHARE)) return { texts, repeated: 0 };
  return {
    texts: lines.map((each, index) => each.slice(overlaps[index]).join("\n")),
    repeated: overlaps.reduce((sum, each) => sum + each, 0),
  };
}

/** True if enough texts begin with a line that is somewhere in the text before; this is quickly seen. */
function mayRoll(texts: readonly string[]): boolean {
  let previous = "";
  let again = 0;
  let shown = 0;
  for (const text of texts) {
    const trimmed = text.trim();
    if (trimmed === "") continue;
    const end = trimmed.indexOf("\n");
    if (previous.includes((end === -1 ? trimmed : trimmed.slice(0, end)).trimEnd())) again++;
    previous = trimmed;
    shown++;
  }
  return again > 1 && again >= (shown - 1) * SHARE;
}

/** How many of the first lines are the last lines of the text before. */
function repeatedLines(before: readonly string[], lines: readonly string[]): number {
  for (let count = Math.min(before.length, lines.length, 4); count > 0; count--) {
    const tail = before.slice(-count);
    if (tail.every((line, index) => line === lines[index])) return count;
  }
  return 0;
}
