import { optionError } from "../issues/input-error";
import { nowhere } from "../issues/source";
import type { Scheme, SchemeEntry, SchemeVersion } from "../model/scheme";
import { rootSpot, type Spot, within } from "../text/check";
import { refuseNoScheme } from "./no-scheme";
import type { Kind } from "./scheme-fields";
import { RULES } from "./steps/actions";
import { above, type Entries, find, isWithin, keyOf, kindAbove, put } from "./steps/entry-list";
import { KINDS, readStep, type StepReading } from "./steps/step";
import { createdBy, type Later } from "./steps/undo";

/** A step of a recorded change, with the scheme on both sides of it. */
export interface PastStep {
  /** The version that the step helped to make. */
  readonly version: number;
  readonly change: SchemeVersion;
  readonly reading: StepReading;
  readonly kind: Kind;
  readonly before: Entries;
  readonly after: Entries;
  /** Ids of the entries that the step itself made. */
  readonly created: readonly string[];
  /** Ids of what it does not tell enough of to be taken back for sure. */
  readonly guessed: readonly string[];
}

/** A scheme with all its recorded versions. */
export interface SchemeHistory {
  /** Ascending; the last is that of the scheme itself. */
  readonly versions: readonly number[];
  /** Every step that could be read, from the first to the last. */
  readonly steps: readonly PastStep[];
  /** Every entry that any version had, by kind and id ("code hope"), as it was in the last version that had it. */
  readonly everKnown: ReadonlyMap<string, SchemeEntry>;
  /** The scheme of a recorded version; undefined for any other number. */
  at(version: number): Scheme | undefined;
}

/**
 * The versions of a scheme, made by taking its recorded changes back one by one. What a history does not tell is made
 * from the ids. Steps that cannot be read change nothing.
 *
 * @param spot Where the list of changes stands, for whoever wants its problems.
 */
export function historyOf(scheme: Scheme, spot: Spot = within(rootSpot(nowhere, []), "changes")): SchemeHistory {
  const readings = scheme.changes.map((change, index) =>
    change.steps.map((step, number) => readStep(step, within(within(within(spot, index), "steps"), number))),
  );
  const steps: PastStep[] = [];
  const schemes = new Map<number, Scheme>([[scheme.version, scheme]]);
  const everKnown = new Map(scheme.entries.map((each) => [keyOf(each), each]));
  let entries: Entries = scheme.entries;
  const named = namedBefore(readings);
  for (let c = scheme.changes.length - 1; c >= 0; c--) {
    const change = scheme.changes[c];
    if (change === undefined) continue;
    for (const reading of readings[c]?.toReversed() ?? []) {
      if (reading === undefined) continue;
      const kind = pastKind(reading, entries);
      const later: Later = { entries, isNamedBefore: (...entry) => named(reading, ...entry) };
      const undone = RULES[reading.action].undo(reading, kind, later);
      const before = undone.entries === entries ? entries : mended(undone.entries);
      const created = reading.action === "add" ? reading.ids : createdBy(reading, kind, later);
      steps.push({
        version: change.to,
        change,
        reading,
        kind,
        before,
        after: entries,
        created,
        guessed: undone.guessed,
      });
      entries = before;
      for (const entry of entries) if (!everKnown.has(keyOf(entry))) everKnown.set(keyOf(entry), entry);
    }
    if (!schemes.has(change.from)) {
      schemes.set(change.from, { version: change.from, entries, changes: scheme.changes.slice(0, c) });
    }
  }
  return {
    versions: [...schemes.keys()].sort((a, b) => a - b),
    steps: steps.reverse(),
    everKnown,
    at: (version) => schemes.get(version),
  };
}

/**
 * The scheme as it was in an earlier version, by its recorded changes; the scheme itself for its own. Throws
 * `InputError` for a version that the changes do not lead back to.
 *
 * @example
 * ```ts
 * const first = schemeAt(study.scheme, 1);
 * first.version; // => 1
 * ```
 */
export function schemeAt(scheme: Scheme, version: number): Scheme {
  refuseNoScheme("first", scheme);
  if (version === scheme.version) return scheme;
  const history = historyOf(scheme);
  const found = history.at(version);
  if (found === undefined) throw optionError("version", version, history.versions);
  return found;
}

/** Tells whether an entry is named by a step that stands before another; see `Later.isNamedBefore`. */
function namedBefore(
  readings: readonly (readonly (StepReading | undefined)[])[],
): (reading: StepReading, kind: Kind, id: string, unstated: "code" | "any") => boolean {
  const order = new Map<StepReading, number>();
  const first = new Map<string, number>();
  for (const reading of readings.flat()) {
    if (reading === undefined) continue;
    order.set(reading, order.size);
    for (const id of [...reading.ids, ...reading.into.map((each) => each.id)]) {
      const key = `${reading.kind ?? "any"} ${id}`;
      if (!first.has(key)) first.set(key, order.size - 1);
    }
  }
  return (reading, kind, id, unstated) => {
    const keys = [kind, ...(kind === "code" || unstated === "any" ? ["any"] : [])].map((each) => `${each} ${id}`);
    return keys.some((key) => (first.get(key) ?? Number.POSITIVE_INFINITY) < (order.get(reading) ?? 0));
  };
}

/** The kind of what a recorded step is about: stated, or that of an entry which the scheme after it has. */
function pastKind({ kind, action, ids, into }: StepReading, after: Entries): Kind {
  if (kind !== undefined) return kind;
  const left = action === "merge" || action === "split" ? into.map((each) => each.id) : ids;
  return KINDS.find((each) => left.some((id) => find(after, each, id) !== undefined)) ?? "code";
}

/** The entries without links to what is not there, and without circles: a history is not always told in full. */
function mended(entries: Entries): Entries {
  const there = new Set(entries.map(keyOf));
  let fixed = entries;
  entries.forEach((entry) => {
    const under = above(entry);
    const kind = kindAbove(entry.kind);
    const loops = under !== null && entry.kind === kind && isWithin(fixed, kind, under, entry.id);
    let now = under !== null && (loops || !there.has(keyOf({ kind, id: under }))) ? put(entry, null) : entry;
    if (now.kind === "theme" && now.codes.some((id) => !there.has(keyOf({ kind: "code", id })))) {
      now = { ...now, codes: now.codes.filter((id) => there.has(keyOf({ kind: "code", id }))) };
    }
    if (now !== entry) fixed = fixed.map((each) => (each === entry ? now : each));
  });
  return fixed;
}
