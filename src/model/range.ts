/** A stretch of a text in UTF-16 code units, half-open, so that `text.slice(start, end)` is the stretch. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** True if the two ranges share at least one code unit; ranges that only touch, or hold nothing, do not. */
export function overlaps(a: Range, b: Range): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** The stretch that both ranges cover, null if there is none. */
export function intersection(a: Range, b: Range): Range | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : null;
}

/** The same ranges with overlapping ones merged into one, in text order. Ranges that only touch stay apart. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) {
      if (end > last.end) merged[merged.length - 1] = { start: last.start, end };
    } else merged.push({ start, end });
  }
  return merged;
}
