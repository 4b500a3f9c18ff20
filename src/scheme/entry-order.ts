import { bisectLeft } from "d3-array";
import { nearest } from "../issues/suggest";
import type { SchemeEntry } from "../model/scheme";
import { report, type Spot, within } from "../text/check";

/** The key of each kind in the `order` of a scheme file. */
export const ORDER_KEYS = { category: "categories", code: "codes", theme: "themes" } as const;

/** An entry that stands elsewhere than the lists of a scheme file have it: right behind another, or first without one. */
export interface EntryPlace {
  readonly id: string;
  readonly after?: string;
}

/** The entries of each kind that have a place of their own, in the order in which they are put there. */
export type EntryOrder = { readonly [K in (typeof ORDER_KEYS)[SchemeEntry["kind"]]]?: readonly EntryPlace[] };

const UNKNOWN = { category: "unknown-category", code: "unknown-code", theme: "unknown-theme" } as const;

/**
 * The entries with some of them put behind others of their kind; each kind keeps the places that it has among the others.
 * Reports ids that are not there, that are placed twice, or behind themselves, and leaves those entries where they are.
 *
 * @param spot Where the order stands.
 */
export function inStatedOrder(entries: readonly SchemeEntry[], order: EntryOrder, spot: Spot): readonly SchemeEntry[] {
  let sorted = entries;
  for (const kind of ["category", "code", "theme"] as const) {
    const key = ORDER_KEYS[kind];
    const places = order[key];
    if (places === undefined) continue;
    const present = entries.filter((entry) => entry.kind === kind);
    const right = rightPlaces(kind, places, new Set(present.map(({ id }) => id)), within(spot, key));
    const moved = arranged(present, right).values();
    sorted = sorted.map((entry) => (entry.kind === kind ? (moved.next().value ?? entry) : entry));
  }
  return sorted;
}

/** The fewest places that make an order of one: `inStatedOrder` gives `wanted` for `listed` and these. Both have the same ids. */
export function placesOf(listed: readonly string[], wanted: readonly string[]): EntryPlace[] {
  const index = new Map(listed.map((id, at) => [id, at]));
  const staying = new Set(longestRise(wanted.map((id) => index.get(id) ?? -1)).map((at) => listed[at]));
  return wanted.flatMap((id, at) => {
    const after = wanted[at - 1];
    return staying.has(id) ? [] : [after === undefined ? { id } : { id, after }];
  });
}

/** The longest of the ascending series that are left of some numbers when others are taken out. */
function longestRise(numbers: readonly number[]): readonly number[] {
  // The lowest number that ends a series of each length, and the series that ends so, from its last to its first.
  interface Series {
    readonly last: number;
    readonly rest: Series | null;
  }
  const ends: number[] = [];
  const series: Series[] = [];
  for (const last of numbers) {
    const length = bisectLeft(ends, last);
    ends[length] = last;
    series[length] = { last, rest: series[length - 1] ?? null };
  }
  const rise: number[] = [];
  for (let at = series.at(-1) ?? null; at !== null; at = at.rest) rise.push(at.last);
  return rise.reverse();
}

/** The entries of one kind with each of these places taken, one after the other. */
function arranged(entries: readonly SchemeEntry[], places: readonly EntryPlace[]): readonly SchemeEntry[] {
  const moved = new Map(entries.map((entry) => [entry.id, entry]));
  const placed = new Set(places.map(({ id }) => id));
  const sorted = entries.filter(({ id }) => !placed.has(id));
  for (const { id, after } of places) {
    const entry = moved.get(id);
    if (entry !== undefined) sorted.splice(sorted.findIndex((each) => each.id === after) + 1, 0, entry);
  }
  return sorted;
}

function rightPlaces(
  kind: SchemeEntry["kind"],
  places: readonly EntryPlace[],
  present: ReadonlySet<string>,
  spot: Spot,
): readonly EntryPlace[] {
  const seen = new Set<string>();
  const later = new Set(places.map(({ id }) => id));
  return places.filter(({ id, after }, index) => {
    const at = within(spot, index);
    const before = spot.issues.length;
    for (const [key, each] of Object.entries({ id, after })) {
      if (each === undefined || present.has(each)) continue;
      const near = nearest(each, present);
      const hint = near === undefined ? "Take it out of the order." : `Did you mean "${near}"?`;
      report(within(at, key), UNKNOWN[kind], `There is no ${kind} "${each}".`, hint);
    }
    if (seen.has(id)) {
      report(at, "wrong-value", `The order places the ${kind} "${id}" twice.`, "Take one of the two out.");
    } else if (after !== undefined && later.has(after) && !seen.has(after) && spot.issues.length === before) {
      const message = `The order places "${id}" behind "${after}", which has no place yet.`;
      report(within(at, "after"), "wrong-value", message, "What others stand behind is placed before them.");
    }
    seen.add(id);
    return spot.issues.length === before;
  });
}
