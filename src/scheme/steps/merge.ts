import type { SchemeEntry } from "../../model/scheme";
import { report } from "../../text/check";
import type { Kind } from "../scheme-fields";
import {
  above,
  ahead,
  type Entries,
  exchangeCodes,
  find,
  insert,
  kindAbove,
  put,
  putAll,
  remove,
  replace,
} from "./entry-list";
import { type Applied, holdIn, isFree, kindOf, known, type Present, readNew, refuse, subjectSpot } from "./fit";
import type { StepReading } from "./step";
import { createdBy, type Later, missing, type Undone } from "./undo";
import { newEntry, readWas, restore, wasOf } from "./was";

/**
 * Makes one entry of several. A new one stands where the first of them stood; themes that held one of the merged codes
 * hold it instead. A theme gets the codes of the merged ones, and a theme or category all that stood under them.
 */
export function applyMerge(step: StepReading, present: Present): Applied | undefined {
  const { ids, into, spot } = step;
  const [target] = into;
  const kind = kindOf(step, present);
  if (kind === undefined || target === undefined) return undefined;
  const merged = ids.flatMap((id) => known(present, kind, id, subjectSpot(step)) ?? []);
  const there = find(present.entries, kind, target.id);
  if (there !== undefined) {
    refuse(target.fields, Object.keys(target.fields), spot);
    if (there.kind === "code" && there.retired) {
      const hint = "Merge into a code that is in use, or into a new one.";
      report(target.spot, "wrong-step", `The code "${there.id}" is retired.`, hint);
    }
  }
  const before = spot.issues.length;
  const free = there !== undefined || isFree(present, kind, target.id, target.spot);
  const made = there === undefined && free ? readNew(present, kind, target.id, target.fields, spot, ["codes"]) : null;
  const [first] = merged;
  if (merged.length < ids.length || first === undefined || !free || made === undefined) return undefined;
  if (spot.issues.length > before || (there !== undefined && Object.keys(target.fields).length > 0)) return undefined;
  if (there?.kind === "code" && there.retired) return undefined;
  let entries = present.entries;
  if (made !== null) {
    const stated = above(made.entry);
    const under = stated === null || ids.includes(stated) ? outside(entries, kind, first, ids) : stated;
    entries = insert(entries, [put(made.entry, under)], ahead(entries, first));
  }
  entries = united(entries, kind, target.id, ids);
  if (kind === "code") entries = holdIn(entries, target.id, made?.themes ?? []);
  // The target that was there is named even if it is as it was: what is not named was made by the step.
  const was = wasOf(present.entries, entries, kind);
  const unnamed = there !== undefined && !was.some((each) => each.id === target.id && each.kind === undefined);
  return { entries, kind, was: unnamed ? [...was, { id: target.id }] : was };
}

/** The entries with all that the merged ones held in the target, and without them. */
function united(entries: Entries, kind: Kind, target: string, ids: readonly string[]): Entries {
  if (kind === "code") return remove(exchangeCodes(entries, ids, [target]), kind, ids);
  const here = find(entries, kind, target);
  let left = entries;
  if (here !== undefined) left = replace(left, put(here, outside(entries, kind, here, ids)));
  left = putAll(left, kindAbove(kind), ids, target);
  const now = find(left, kind, target);
  if (now?.kind === "theme") {
    const codes = ids.flatMap((id) => {
      const theme = find(entries, "theme", id);
      return theme?.kind === "theme" ? theme.codes : [];
    });
    left = replace(left, { ...now, codes: [...new Set([...now.codes, ...codes])] });
  }
  return remove(left, kind, ids);
}

/** What an entry stands under once the merged ones are gone: what the outermost of them around it stood under. */
function outside(entries: Entries, kind: Kind, entry: SchemeEntry, ids: readonly string[]): string | null {
  let under = above(entry);
  if (kind === "code") return under;
  for (let at = under; at !== null; ) {
    const around = find(entries, kind, at);
    at = around === undefined ? null : above(around);
    if (around !== undefined && ids.includes(around.id)) under = at;
  }
  return under;
}

/** The scheme with the merged entries apart again. */
export function undoMerge(step: StepReading, kind: Kind, later: Later): Undone {
  const [target] = step.into;
  const there = target && find(later.entries, kind, target.id);
  const created = createdBy(step, kind, later);
  const [first = ""] = step.ids;
  const previous = there && ahead(later.entries, there);
  let entries = later.entries;
  if (created.length > 0) {
    // What follows holds where the step does not say what was: the list of entries that it has overrules it.
    entries =
      kind === "code" ? exchangeCodes(entries, created, step.ids) : putAll(entries, kindAbove(kind), created, first);
    entries = created.reduce((left, id) => remove(left, kind, [id]), entries);
  }
  entries = restore(entries, readWas(step, kind));
  const guessed = missing(entries, kind, step.ids);
  const made = guessed.map((id) => {
    const entry = newEntry(kind, id, {});
    if (there === undefined) return entry;
    if (entry.kind === "theme" && there.kind === "theme" && id === first && created.length > 0) {
      return { ...entry, parent: there.parent, codes: there.codes };
    }
    return put(entry, above(there));
  });
  if (made.length > 0) entries = insert(entries, made, (previous && find(entries, kind, previous.id)) ?? null);
  return { entries, guessed };
}
