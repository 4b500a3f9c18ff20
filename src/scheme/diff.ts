import type { Scheme, SchemeEntry } from "../model/scheme";
import { listed } from "../text/plural";
import { historyOf, type PastStep } from "./history";
import type { Kind } from "./scheme-fields";
import { find, keyOf } from "./steps/entry-list";

/** What became of an entry from one scheme to another. */
export type SchemeChange =
  | "added"
  | "renamed"
  | "moved"
  | "merged"
  | "split"
  | "redefined"
  | "retired"
  | "restored"
  | "removed";

/** One difference between two schemes. */
export interface SchemeDifference {
  readonly change: SchemeChange;
  readonly kind: Kind;
  readonly id: string;
  /** The entry's name in the second scheme, or in the first if it is there no longer. */
  readonly name: string;
  /** What differs: "name", "category", "themes", "parent", "definition", ...; null where it is the entry as a whole. */
  readonly field: string | null;
  /** What was there in the first scheme, as text; null if nothing was. */
  readonly before: string | null;
  /** What is there in the second scheme; for what was merged or split, the names of what it became. */
  readonly after: string | null;
}

/**
 * What differs between two schemes, entry by entry in the order of the second, with those of the first alone behind.
 * Entries are told by kind and id. Where the second scheme has recorded how it came from the first, merges and splits
 * are named; else what is in one alone is "added" or "removed".
 */
export function schemeDifferences(a: Scheme, b: Scheme): SchemeDifference[] {
  const steps = stepsBetween(a, b);
  const heirs = heirsOf(steps, b);
  const made = new Set(
    steps.flatMap(({ kind, created, reading }) =>
      reading.action === "add" ? [] : created.map((id) => keyOf({ kind, id })),
    ),
  );
  const retired = new Set(
    steps.flatMap(({ kind, reading }) =>
      reading.action === "retire" ? reading.ids.map((id) => keyOf({ kind, id })) : [],
    ),
  );
  const differences: SchemeDifference[] = [];
  const whole = (change: SchemeChange, entry: SchemeEntry, before: string | null, after: string | null): void => {
    const { kind, id, name } = entry;
    differences.push({ change, kind, id, name, field: null, before, after });
  };
  for (const now of b.entries) {
    const old = find(a.entries, now.kind, now.id);
    if (old === undefined) {
      // What a merge or split made is told with what it was made of.
      if (!made.has(keyOf(now))) whole("added", now, null, now.name);
      continue;
    }
    differences.push(...fieldDifferences(old, now, a, b, heirs));
    const parts = heirs.get(keyOf(now));
    const was = old.kind === "code" && old.retired === true;
    const is = now.kind === "code" && now.retired === true;
    if (parts !== undefined && is && !was) whole("split", now, old.name, namesAt(b, now.kind, parts));
    else if (is && !was) whole("retired", now, old.name, null);
    else if (was && !is) whole("restored", now, null, now.name);
  }
  for (const old of a.entries) {
    if (find(b.entries, old.kind, old.id) !== undefined) continue;
    const became = heirs.get(keyOf(old));
    const split = steps.some(
      ({ kind, reading }) => kind === old.kind && reading.action === "split" && reading.ids.includes(old.id),
    );
    if (became !== undefined) whole(split ? "split" : "merged", old, old.name, namesAt(b, old.kind, became));
    else whole(retired.has(keyOf(old)) ? "retired" : "removed", old, old.name, null);
  }
  return differences;
}

/** The steps by which the second scheme came from the first; none if it does not say. */
function stepsBetween(a: Scheme, b: Scheme): readonly PastStep[] {
  const history = historyOf(b);
  if (history.at(a.version) === undefined) return [];
  return history.steps.filter((step) => step.version > a.version);
}

/** Ids of what merged and split entries are in the end, by kind and id. */
type Heirs = ReadonlyMap<string, readonly string[]>;

function heirsOf(steps: readonly PastStep[], b: Scheme): Heirs {
  const heirs = new Map<string, string[]>();
  for (const { kind, reading } of steps.toReversed()) {
    if (reading.into.length === 0) continue;
    const last = reading.into.flatMap(({ id }) => {
      const entry = find(b.entries, kind, id);
      const further = heirs.get(keyOf({ kind, id }));
      return further ?? (entry === undefined ? [] : [id]);
    });
    for (const id of reading.ids) heirs.set(keyOf({ kind, id }), [...new Set(last)]);
  }
  return heirs;
}

function namesAt({ entries }: Scheme, kind: Kind, ids: readonly string[]): string {
  return listed(ids.map((id) => find(entries, kind, id)?.name ?? id));
}

const PLACES = ["category", "parent"];
const SILENT = ["kind", "id", "codes", "retired"];

function fieldDifferences(old: SchemeEntry, now: SchemeEntry, a: Scheme, b: Scheme, heirs: Heirs): SchemeDifference[] {
  const { kind, id, name } = now;
  const differences: SchemeDifference[] = [];
  const compare = (change: SchemeChange, field: string, before: string | null, after: string | null): void => {
    if (before !== after) differences.push({ change, kind, id, name, field, before, after });
  };
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (SILENT.includes(key)) continue;
    const [before, after] = [textOf(Reflect.get(old, key)), textOf(Reflect.get(now, key))];
    if (key === "name") compare("renamed", key, before, after);
    else if (PLACES.includes(key)) {
      // Told by id, shown by name: what stands under another name, or under what its place was merged into, is not moved.
      const above = kind === "theme" ? "theme" : "category";
      const heir = before === null ? undefined : heirs.get(keyOf({ kind: above, id: before }));
      if (before !== after && !(heir?.length === 1 && heir[0] === after))
        compare("moved", key, placeName(a, kind, before), placeName(b, kind, after));
    } else compare("redefined", key, before, after);
  }
  // The themes of a code that was split hold its parts now.
  if (kind === "code" && !(heirs.has(keyOf(now)) && now.retired)) {
    const [held, holds] = [themesOf(a, id), themesOf(b, id)];
    const expected = new Set(held.flatMap((each) => heirs.get(keyOf(each)) ?? [each.id]));
    const same = expected.size === holds.length && holds.every((each) => expected.has(each.id));
    if (!same) compare("moved", "themes", namesOf(held), namesOf(holds));
  }
  return differences;
}

function placeName({ entries }: Scheme, kind: Kind, id: string | null): string | null {
  return id === null ? null : (find(entries, kind === "theme" ? "theme" : "category", id)?.name ?? id);
}

function themesOf({ entries }: Scheme, code: string): SchemeEntry[] {
  const themes = entries.filter((each) => each.kind === "theme" && each.codes.includes(code));
  return themes.sort((one, other) => (one.id < other.id ? -1 : 1));
}

function namesOf(entries: readonly SchemeEntry[]): string | null {
  return entries.length === 0 ? null : entries.map((each) => each.name).join("; ");
}

/** A field of an entry as text: lists of texts with semicolons between, other values as JSON. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.map((each: unknown) => (typeof each === "string" ? each : JSON.stringify(each))).join("; ");
}
