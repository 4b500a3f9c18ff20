import type { DraftTurn } from "./reading";

/**
 * Turns of several speakers as one list, in the order in which they begin. Of two that begin together, the one whose
 * list stands first comes first. A turn without a time stays behind the one above it in its own list.
 */
export function inTimeOrder(lists: readonly (readonly DraftTurn[])[]): DraftTurn[] {
  const placed = lists.flatMap((turns, list) => {
    let last = Number.NEGATIVE_INFINITY;
    return turns.map((turn) => {
      last = turn.time?.[0] ?? last;
      return { turn, list, start: last };
    });
  });
  // The sort is stable, so that the order within a list settles what is left.
  placed.sort((one, other) => (one.start === other.start ? one.list - other.list : one.start - other.start));
  return placed.map(({ turn }) => turn);
}
