import { nowhere } from "../../issues/source";
import type { SchemeEntry } from "../../model/scheme";
import { isRecord, report, rootSpot, type Spot, text, within } from "../../text/check";
import { toEntry } from "../links";
import { type EntryFields, type Kind, readEntry, readId } from "../scheme-fields";
import { above, ahead, type Entries, find, insert, keyOf, replace } from "./entry-list";
import { KINDS, type Step, type StepReading } from "./step";

/**
 * What a step took away, as a list of records: an entry that left the scheme in full, with the entry of its
 * kind that it stood behind (`after: "code hope"`, null for the first); of an entry that stayed, its id and the old values of what changed, null
 * for what it did not have. The kind is left out where it is that of the step.
 */
export function wasOf(before: Entries, after: Entries, kind: Kind): Step[] {
  const now = new Map(after.map((each) => [keyOf(each), each]));
  return before.flatMap((entry) => {
    const present = now.get(keyOf(entry));
    const { kind: own, id, ...fields } = entry;
    const head = { ...(own === kind ? {} : { kind: own }), id };
    if (present === entry) return [];
    if (present !== undefined) {
      const changed = changedFields(entry, present);
      return Object.keys(changed).length === 0 ? [] : [{ ...head, ...changed }];
    }
    const previous = ahead(before, entry);
    const filled = Object.entries(fields).filter(([, value]) => value !== null);
    return [{ ...head, ...Object.fromEntries(filled), after: previous && keyOf(previous) }];
  });
}

/** The old values of the fields in which two states of an entry differ; null for a field that it did not have. */
export function changedFields(before: SchemeEntry, after: SchemeEntry): Step {
  const changed: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [fieldOf(before, key), fieldOf(after, key)];
    if (JSON.stringify(old) !== JSON.stringify(now)) changed[key] = old;
  }
  return changed;
}

function fieldOf(entry: SchemeEntry, key: string): unknown {
  return Object.hasOwn(entry, key) ? Reflect.get(entry, key) : null;
}

/** One record of what a step took away, read. */
interface WasReading {
  readonly kind: Kind;
  readonly id: string;
  readonly fields: EntryFields;
  /** Fields that the entry did not have. */
  readonly cleared: readonly string[];
  /** What it stood behind; undefined where that is not said. */
  readonly after: string | null | undefined;
}

/**
 * Reads the records of what a step took away; what cannot be read is left out, and among the issues of the spot. One
 * record alone is a list of one, and needs no id if the step is about one entry.
 */
export function readWas(
  { was, ids, spot: { where } }: Pick<StepReading, "was" | "ids" | "spot">,
  kind: Kind,
  spot: Spot = rootSpot(where, []),
): WasReading[] {
  if (was === undefined || was === null) return [];
  const alone = isRecord(was) && ids.length === 1 ? [{ id: ids[0], ...was }] : [was];
  const value = Array.isArray(was) ? was : alone;
  return value.flatMap((each: unknown, index) => {
    const at = Array.isArray(was) ? within(spot, index) : spot;
    if (!isRecord(each)) {
      report(
        at,
        "wrong-value",
        'An entry of "was" must be a record with an id.',
        "Write was: [{ id: hope, name: Hope }].",
      );
      return [];
    }
    const { kind: stated, after, ...rest } = each;
    const own = stated === undefined ? kind : KINDS.find((known) => known === stated);
    if (own === undefined) {
      report(within(at, "kind"), "wrong-value", 'The kind can be "code", "category" or "theme".');
      return [];
    }
    const fields = readEntry[own](rest, at);
    if (fields?.id === undefined) {
      if (fields !== undefined) report(at, "missing-key", 'An entry of "was" must have the key "id".');
      return [];
    }
    const cleared = Object.keys(rest).filter((key) => rest[key] === null);
    const behind = after === undefined || after === null ? after : text(after, within(at, "after"));
    return [{ kind: own, id: fields.id, fields, cleared, after: behind }];
  });
}

/** The entries with what a step took away put back: entries that had left in their place, changed ones as they were. */
export function restore(entries: Entries, was: readonly WasReading[]): Entries {
  let restored = entries;
  for (const { kind, id, fields, cleared, after } of was) {
    const present = find(restored, kind, id);
    restored =
      present === undefined
        ? insert(restored, [newEntry(kind, id, fields)], placeOf(restored, after))
        : replace(restored, withFields(present, fields, cleared));
  }
  return restored;
}

/** An entry of these fields, its links among them; a name that is not stated is the id made readable. */
export function newEntry(kind: Kind, id: string, fields: EntryFields): SchemeEntry {
  return toEntry({ kind, id, fields }, (kind === "code" ? fields.category : fields.parent) ?? null, codesIn(fields));
}

/** The entry with other values of some fields, and without others. */
export function withFields(entry: SchemeEntry, fields: EntryFields, cleared: readonly string[] = []): SchemeEntry {
  const kept = Object.entries({ ...fieldsOf(entry), ...fields }).filter(([key]) => !cleared.includes(key));
  const link = entry.kind === "code" ? "category" : "parent";
  const under = cleared.includes(link) ? null : (fields[link] ?? above(entry));
  const codes = fields.codes === undefined && entry.kind === "theme" ? entry.codes : codesIn(fields);
  return toEntry({ kind: entry.kind, id: entry.id, fields: Object.fromEntries(kept) }, under, codes);
}

function fieldsOf(entry: SchemeEntry): EntryFields {
  if (entry.kind === "theme") {
    const { kind, id, parent, codes, ...fields } = entry;
    return fields;
  }
  if (entry.kind === "category") {
    const { kind, id, parent, ...fields } = entry;
    return fields;
  }
  const { kind, id, category, ...fields } = entry;
  return fields;
}

/** The ids of the codes that a record of fields lists, each once. */
function codesIn({ codes = [] }: EntryFields): string[] {
  return [...new Set(codes.flatMap((part) => readId(part.value, rootSpot(nowhere, [])) ?? []))];
}

function placeOf(entries: Entries, after: string | null | undefined): SchemeEntry | null | undefined {
  return after === undefined || after === null ? after : entries.find((each) => keyOf(each) === after);
}
