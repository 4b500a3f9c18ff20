import { nearest } from "../issues/suggest";
import type { SchemeEntry } from "../model/scheme";
import { report, type Spot, within } from "../text/check";
import type { Kind } from "./scheme-fields";

/** The key of each kind in the `order` of a scheme file. */
export const ORDER_KEYS = { category: "categories", code: "codes", theme: "themes" } as const;

/** The ids of each kind in the order that a scheme file states beside its lists; a kind without a key has that of the lists. */
export type EntryOrder = { readonly [K in (typeof ORDER_KEYS)[Kind]]?: readonly string[] };

const UNKNOWN = { category: "unknown-category", code: "unknown-code", theme: "unknown-theme" } as const;

/**
 * The entries with each kind in its stated order, in the places that the kind has among the others. What the order does
 * not name stays behind what it stood behind. Reports ids that are not there, or that are named twice.
 *
 * @param spot Where the order stands.
 */
export function inStatedOrder(entries: readonly SchemeEntry[], order: EntryOrder, spot: Spot): readonly SchemeEntry[] {
  let sorted = entries;
  for (const kind of ["category", "code", "theme"] as const) {
    const ids = order[ORDER_KEYS[kind]];
    if (ids === undefined) continue;
    const present = entries.filter((entry) => entry.kind === kind);
    reportWrong(kind, ids, new Set(present.map(({ id }) => id)), within(spot, ORDER_KEYS[kind]));
    const places = arranged(present, ids).values();
    sorted = sorted.map((entry) => (entry.kind === kind ? (places.next().value ?? entry) : entry));
  }
  return sorted;
}

/** The entries of one kind by a list of ids. */
function arranged(entries: readonly SchemeEntry[], ids: readonly string[]): readonly SchemeEntry[] {
  const rank = new Map<string, number>();
  for (const id of ids) if (!rank.has(id)) rank.set(id, rank.size);
  // What is not named has the rank of what it follows; the sort is stable, so that it stays behind it.
  let last = -1;
  const ranked = entries.map((entry) => {
    last = rank.get(entry.id) ?? last;
    return { entry, rank: last };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

function reportWrong(kind: Kind, ids: readonly string[], present: ReadonlySet<string>, spot: Spot): void {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    const at = within(spot, index);
    if (!present.has(id)) {
      const near = nearest(id, [...present]);
      const hint = near === undefined ? "Take it out of the order." : `Did you mean "${near}"?`;
      report(at, UNKNOWN[kind], `There is no ${kind} "${id}".`, hint);
    } else if (seen.has(id)) {
      report(at, "wrong-value", `The order names the ${kind} "${id}" twice.`, "Take one of the two out.");
    }
    seen.add(id);
  });
}
