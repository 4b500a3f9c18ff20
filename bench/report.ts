// Numbers of a run as text: medians, growth, and targets met or not.

/** The middle of numbers, or the mean of the two in the middle. Throws if there are none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError("There is no median of no numbers.");
  return (low + high) / 2;
}

/** Rows under a head as lines of text, columns aligned: the first to the left, the others to the right. */
export function alignedTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(head), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}

/** Milliseconds for reading, to three digits: "8.31 ms", "412 ms", "2.35 s". */
export function formatTime(milliseconds: number): string {
  return milliseconds < 999.5 ? `${milliseconds.toPrecision(3)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

/** A number of times for reading: "9.7 x". */
export function formatGrowth(times: number): string {
  return `${times.toFixed(1)} x`;
}
