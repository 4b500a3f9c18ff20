/**
 * Which participants are quoted in which cell, so that the quotes are spread over as many people as possible.
 *
 * Each cell gets as many participants as it has slots, all different, or as many as it has. Over the whole table the loads (how often
 * each participant is quoted) are as even as they can be: no other choice quotes more people, and none has a smaller
 * sum of squared loads. Of equally even choices it takes the one that file order leads to, so the result is repeatable.
 *
 * @param cells For each cell the participants who could be quoted in it, each once, in file order.
 * @param slots How many each cell gets: the same number for all, or a number for each.
 * @returns For each cell its participants in file order.
 *
 * An optimal semi-matching (Harvey, Ladner, Lovász and Tamir 2006, "Semi-matchings for bipartite graphs and load
 * balancing", Journal of Algorithms 59:53-78): each slot in turn takes the least loaded participant that can be reached
 * by handing participants on from cell to cell.
 */
export function spreadOver(cells: readonly (readonly string[])[], slots: number | readonly number[]): string[][] {
  const chosen = cells.map(() => new Set<string>());
  const cellsOf = new Map<string, Set<number>>();
  for (const participant of cells.flat()) cellsOf.set(participant, new Set());
  cells.forEach((candidates, cell) => {
    const wanted = typeof slots === "number" ? slots : (slots[cell] ?? 0);
    for (let slot = 0; slot < Math.min(wanted, candidates.length); slot++) fillSlot(cell, cells, chosen, cellsOf);
  });
  return cells.map((candidates, cell) => candidates.filter((participant) => chosen[cell]?.has(participant)));
}

/** Gives one more participant to a cell, by the shortest chain of hand-overs that ends at a least loaded participant. */
function fillSlot(
  cell: number,
  cells: readonly (readonly string[])[],
  chosen: readonly Set<string>[],
  cellsOf: ReadonlyMap<string, Set<number>>,
): void {
  // Breadth first from the cell. `reachedFrom` tells which cell would take the participant, `releasedBy` which
  // participant that cell would hand on for it.
  const reachedFrom = new Map<string, number>();
  const releases = new Map<number, string | null>([[cell, null]]);
  const queue = [cell];
  let best: string | undefined;
  let bestLoad = Number.POSITIVE_INFINITY;
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head] as number;
    for (const participant of cells[at] ?? []) {
      if (reachedFrom.has(participant) || chosen[at]?.has(participant)) continue;
      reachedFrom.set(participant, at);
      const holders = cellsOf.get(participant) ?? new Set<number>();
      if (holders.size < bestLoad) {
        best = participant;
        bestLoad = holders.size;
      }
      for (const holder of holders) {
        if (releases.has(holder)) continue;
        releases.set(holder, participant);
        queue.push(holder);
      }
    }
  }
  // Walk back: each cell on the chain takes the participant reached and hands on the one it released.
  for (let participant: string | null | undefined = best; typeof participant === "string"; ) {
    const taker = reachedFrom.get(participant) as number;
    const released: string | null = releases.get(taker) ?? null;
    chosen[taker]?.add(participant);
    cellsOf.get(participant)?.add(taker);
    if (released !== null) {
      chosen[taker]?.delete(released);
      cellsOf.get(released)?.delete(taker);
    }
    participant = released;
  }
}
