// More edits than this between two texts, and they have little in common.
const MOST_EDITS = 1000;

/**
 * Index pairs of lines that two lists have in common, ascending in both, as many as there can be (Myers' algorithm); null
 * if the lists differ in very many lines.
 */
export function commonLines(a: readonly string[], b: readonly string[]): (readonly [number, number])[] | null {
  const traces: Map<number, number>[] = [];
  const furthest = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(MOST_EDITS, a.length + b.length); edits++) {
    traces.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOf(furthest, diagonal, edits);
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return backtrack(traces, a.length, b.length);
    }
  }
  return null;
}

/** How far a diagonal begins: by a line of `b` alone from above, or a line of `a` alone from below. */
function startOf(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
  const below = furthest.get(diagonal + 1) ?? 0;
  const above = furthest.get(diagonal - 1) ?? 0;
  return diagonal === -edits || (diagonal !== edits && above < below) ? below : above + 1;
}

function backtrack(traces: readonly ReadonlyMap<number, number>[], endA: number, endB: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [endA, endB];
  for (let edits = traces.length - 1; edits >= 0; edits--) {
    const furthest = traces[edits] ?? new Map<number, number>();
    const start = startOf(furthest, x - y, edits);
    while (x > start && y > 0) pairs.push([--x, --y]);
    if (edits === 0) break;
    // One line of one side alone led to here.
    const fromB =
      x - y === -edits || (x - y !== edits && (furthest.get(x - y - 1) ?? 0) < (furthest.get(x - y + 1) ?? 0));
    if (fromB) y--;
    else x--;
  }
  return pairs.reverse();
}

/**
 * `text` with the changes that lead from `before` to `after`, where `before` is the same as `text` but for its layout: the
 * lines that do not change keep theirs. Where a change cannot be told from the layout, the lines of `after` are taken.
 */
export function carryOver(text: string, before: string, after: string): string {
  const [own, base, target] = [text.split("\n"), before.split("\n"), after.split("\n")];
  const layout = commonLines(base, own);
  const changes = commonLines(base, target);
  if (layout === null || changes === null) return after;
  // Boundaries between lines of the base that are boundaries of the text as well: the least and the greatest there.
  const bounds = new Map<number, { least: number; most: number }>();
  const bound = (at: number, line: number): void => {
    const known = bounds.get(at);
    bounds.set(at, { least: Math.min(line, known?.least ?? line), most: Math.max(line, known?.most ?? line) });
  };
  bound(0, 0);
  for (const [x, y] of layout) {
    bound(x, y);
    bound(x + 1, y + 1);
  }
  bound(base.length, own.length);
  const result: string[] = [];
  let done = { base: 0, own: 0, target: 0 };
  const hunks = hunksOf(changes, base.length, target.length);
  for (let hunk = hunks.shift(); hunk !== undefined; hunk = hunks.shift()) {
    let [start, end, targetEnd] = [hunk.base.start, hunk.base.end, hunk.target.end];
    while (start > done.base && !bounds.has(start)) start--;
    const targetStart = hunk.target.start - (hunk.base.start - start);
    // Up to the next boundary, with the hunks on the way: between hunks, base and target have the same lines.
    for (let next = hunks[0]; !bounds.has(end) || (next !== undefined && next.base.start < end); next = hunks[0]) {
      if (next !== undefined && next.base.start <= end) {
        hunks.shift();
        targetEnd = next.target.end + Math.max(0, end - next.base.end);
        end = Math.max(end, next.base.end);
      } else {
        end++;
        targetEnd++;
      }
    }
    const from = bounds.get(start);
    const to = bounds.get(end);
    if (from === undefined || to === undefined || targetStart < done.target) return after;
    const ownStart = Math.max(done.own, start === end ? from.least : from.most);
    const ownEnd = start === end ? ownStart : Math.max(ownStart, to.least);
    result.push(...own.slice(done.own, ownStart), ...target.slice(targetStart, targetEnd));
    done = { base: end, own: ownEnd, target: targetEnd };
  }
  result.push(...own.slice(done.own));
  return result.join("\n");
}

interface Hunk {
  readonly base: { readonly start: number; readonly end: number };
  readonly target: { readonly start: number; readonly end: number };
}

function hunksOf(common: readonly (readonly [number, number])[], baseEnd: number, targetEnd: number): Hunk[] {
  const hunks: Hunk[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...common, [baseEnd, targetEnd] as const]) {
    if (nextX > x || nextY > y) hunks.push({ base: { start: x, end: nextX }, target: { start: y, end: nextY } });
    [x, y] = [nextX + 1, nextY + 1];
  }
  return hunks;
}
