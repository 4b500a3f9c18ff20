// The whole difference of two texts, line by line.

/** Every line of both texts, those of the expected text alone marked "-", those of the actual text alone "+". */
export function difference(expected: string, actual: string): string {
  const before = expected.split("\n");
  const after = actual.split("\n");
  // common[i][j]: the length of the longest common run of lines of before from i on and after from j on.
  const common = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = common[i];
      if (row) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push(`  ${before[i++]}`);
      j++;
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) lines.push(`- ${before[i++]}`);
    else lines.push(`+ ${after[j++]}`);
  }
  return lines.join("\n");
}

/** A text without blanks at the ends of its lines and without line breaks at its end, as Markdown and git keep it. */
export function trimmedLines(text: string): string {
  return text.replace(/[ \t\r]+$/gm, "").trimEnd();
}
