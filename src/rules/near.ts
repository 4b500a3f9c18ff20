/** Words from the first to the last, both included, as places in the list of words. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

// Only where members can be the same words is there more than one way to try.
const MOST_TRIES = 2000;

/**
 * Where all members stand near each other: from the first word to the last at most `within` words, each member on words
 * of its own. Of stretches within one another the shortest is given.
 *
 * @param members Where each member stands, in order.
 */
export function findNear(members: readonly (readonly Span[])[], within: number): Span[] {
  if (members.some((spans) => spans.length === 0)) return [];
  const firsts = [...new Set(members.flatMap((spans) => spans.map((span) => span.first)))].sort((a, b) => a - b);
  const from = members.map(() => 0);
  const stretches: Span[] = [];
  for (const first of firsts) {
    const limit = first + within - 1;
    const near = members.map((spans, index) => {
      while ((spans[from[index] ?? 0]?.first ?? Number.POSITIVE_INFINITY) < first) from[index] = (from[index] ?? 0) + 1;
      const here: Span[] = [];
      for (let at = from[index] ?? 0; at < spans.length; at++) {
        const span = spans[at];
        if (span === undefined || span.first > limit) break;
        if (span.last <= limit) here.push(span);
      }
      return here;
    });
    const last = nearestEnd(near, first);
    if (last === null) continue;
    // The stretch before ends here as well, or later: this one lies within it.
    while ((stretches.at(-1)?.last ?? -1) >= last) stretches.pop();
    stretches.push({ first, last });
  }
  return stretches;
}

/** The least last word of a choice of one span each, no two on the same words, one of them at `first`; null if none. */
function nearestEnd(near: readonly (readonly Span[])[], first: number): number | null {
  let best: number | null = null;
  let tries = 0;
  const chosen: Span[] = [];
  const choose = (last: number): void => {
    const spans = near[chosen.length];
    if (spans === undefined) {
      if (chosen.some((span) => span.first === first)) best = last;
      return;
    }
    for (const span of spans) {
      if (++tries > MOST_TRIES) return;
      const end = Math.max(last, span.last);
      if (best !== null && end >= best) continue;
      if (chosen.some((other) => other.first <= span.last && span.first <= other.last)) continue;
      chosen.push(span);
      choose(end);
      chosen.pop();
    }
  };
  choose(-1);
  return best;
}
