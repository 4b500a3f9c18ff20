import type { SchemeEntry, Theme } from "../../model/scheme";
import { report } from "../../text/check";
import { listed } from "../../text/plural";
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
import { type Applied, isFree, kindOf, known, type Present, readNew, refuse, subjectSpot } from "./fit";
import type { IntoReading, StepReading } from "./step";
import { createdBy, type Later, missing, type Undone } from "./undo";
import { newEntry, readWas, restore, wasOf, withFields } from "./was";

/**
 * Makes several entries of one, each new or there already. A code is kept as retired, its codings wait for a decision,
 * and its themes hold the parts in its place. A theme or category leaves the scheme: the parts say which of its codes
 * they take, and what stood under it goes up.
 */
export function applySplit(step: StepReading, present: Present): Applied | undefined {
  const { ids, into, spot, fields } = step;
  const before = spot.issues.length;
  refuse(fields, Object.keys(fields), spot);
  const kind = kindOf(step, present);
  const old = kind && known(present, kind, ids[0] ?? "", subjectSpot(step));
  if (kind === undefined || !old) return undefined;
  if (old.kind === "code" && old.retired) {
    const hint = "Take the step out, or split a code in use: of one that was split already, split one of its parts.";
    report(subjectSpot(step), "wrong-step", `The code "${old.id}" is retired.`, hint);
  }
  const parts = into.flatMap((part) => readPart(part, kind, old, present) ?? []);
  if (kind !== "code") reportLeftOver(step, old, parts, present);
  if (parts.length < into.length || spot.issues.length > before) return undefined;
  const made = parts.filter((part) => part.isNew).map((part) => put(part.entry, above(old)));
  let entries: Entries = insert(present.entries, made, old);
  if (old.kind === "code") {
    const names = parts.map((part) => part.entry.id);
    entries = replace(exchangeCodes(entries, [old.id], names), withFields(old, { retired: true }));
  } else {
    for (const part of parts) entries = take(entries, old.kind, part);
    entries = remove(putAll(entries, old.kind, [old.id], above(old)), kind, ids);
  }
  const was = wasOf(present.entries, entries, kind);
  const named = new Set(was.flatMap((each) => (each.kind === undefined ? [each.id] : [])));
  const unchanged = parts.filter((part) => !part.isNew && !named.has(part.entry.id));
  return { entries, kind, was: [...was, ...unchanged.map((part) => ({ id: part.entry.id }))] };
}

/** One part of a split, with the codes that it takes. */
interface Part {
  readonly entry: SchemeEntry;
  readonly isNew: boolean;
  readonly codes: readonly string[];
}

function readPart({ id, fields, spot }: IntoReading, kind: Kind, old: SchemeEntry, present: Present): Part | undefined {
  const there = find(present.entries, kind, id);
  const before = spot.issues.length;
  if (there === undefined && !isFree(present, kind, id, spot)) return undefined;
  const { codes, ...others } = fields;
  const listing = kind === "code" || codes === undefined ? {} : { codes };
  // The codes of a part are read as a theme's are, whatever the part is.
  const taken = readNew(present, "theme", id, listing, spot)?.entry;
  const ids = taken?.kind === "theme" ? taken.codes : [];
  const place = kind === "code" ? ["category", "themes"] : ["parent"];
  if (there !== undefined) refuse(others, Object.keys(others), spot);
  if (there?.kind === "code" && there.retired) {
    const hint = "Split into codes that are in use, or into new ones.";
    report(spot, "wrong-step", `The code "${id}" is retired.`, hint);
  }
  const own = kind === "code" ? fields : others;
  const made = there ?? readNew(present, kind, id, own, spot, place)?.entry;
  if (kind === "category") {
    for (const code of ids.filter((each) => categoryOf(present, each) !== old.id)) {
      report(
        spot,
        "wrong-step",
        `The code "${code}" is not in the category "${old.id}".`,
        "Move it by a step of its own.",
      );
    }
  }
  if (made === undefined || spot.issues.length > before) return undefined;
  return { entry: made, isNew: there === undefined, codes: ids };
}

function categoryOf({ entries }: Present, id: string): string | null {
  const code = find(entries, "code", id);
  return code === undefined ? null : above(code);
}

/** Reports the codes of a theme or category that no part takes. */
function reportLeftOver(step: StepReading, old: SchemeEntry, parts: readonly Part[], { entries }: Present): void {
  const held =
    old.kind === "theme"
      ? old.codes
      : entries.flatMap((each) => (each.kind === "code" && each.category === old.id ? [each.id] : []));
  const taken = new Set(parts.flatMap((part) => part.codes));
  const left = held.filter((id) => !taken.has(id)).map((id) => `"${id}"`);
  if (left.length === 0 || parts.length < step.into.length) return;
  const message = `No part of "${old.id}" takes its ${left.length === 1 ? "code" : "codes"} ${listed(left)}.`;
  report(
    subjectSpot(step),
    "wrong-step",
    message,
    "Name each code under the codes of a part: { id: b, codes: [x, y] }.",
  );
}

function take(entries: Entries, kind: "category" | "theme", { entry, codes }: Part): Entries {
  if (kind === "category") {
    return entries.map((each) => (each.kind === "code" && codes.includes(each.id) ? put(each, entry.id) : each));
  }
  return entries.map((each): SchemeEntry => {
    if (each.kind !== "theme" || each.id !== entry.id) return each;
    const theme: Theme = { ...each, codes: [...new Set([...each.codes, ...codes])] };
    return theme;
  });
}

/** The scheme with the parts together again. */
export function undoSplit(step: StepReading, kind: Kind, later: Later): Undone {
  const [id = ""] = step.ids;
  const created = createdBy(step, kind, later);
  const was = readWas(step, kind);
  const part = later.entries.find((each) => each.kind === kind && step.into.some((target) => target.id === each.id));
  let entries = later.entries;
  if (kind === "code") {
    const there = find(entries, kind, id);
    // In use again, unless the list of entries says otherwise.
    if (there !== undefined) entries = replace(entries, withFields(there, {}, ["retired"]));
    entries = exchangeCodes(entries, created, [id]);
  }
  const previous = part && ahead(later.entries, part);
  const held = created.flatMap((each) => {
    const theme = find(later.entries, "theme", each);
    return theme?.kind === "theme" ? theme.codes : [];
  });
  if (kind !== "code") entries = putAll(entries, kindAbove(kind), created, id);
  entries = restore(remove(entries, kind, created), was);
  const guessed = missing(entries, kind, [id]);
  const made = guessed.map((each) => {
    const entry = newEntry(kind, each, {});
    const here = part === undefined ? entry : put(entry, above(part));
    return here.kind === "theme" ? { ...here, codes: [...new Set(held)] } : here;
  });
  if (made.length > 0) entries = insert(entries, made, (previous && find(entries, kind, previous.id)) ?? null);
  const untold = step.was === undefined && guessed.length === 0 && kind !== "code" ? [id] : guessed;
  return { entries, guessed: untold };
}
