import type { SchemeEntry } from "../../model/scheme";
import type { Kind } from "../scheme-fields";
import { above, type Entries, exchangeCodes, find, insert, isWithin, kindAbove, putAll, remove } from "./entry-list";
import { type Applied, holdIn, isFree, type Present, readNew, subjectSpot } from "./fit";
import type { StepReading } from "./step";
import type { Later, Undone } from "./undo";

/**
 * Adds a code, or an entry of the kind that is stated: behind the last that stands under the same, as it would within a
 * file, else behind the others of its kind.
 */
export function applyAdd(step: StepReading, present: Present): Applied | undefined {
  const { kind = "code", ids, fields, spot } = step;
  const [id = ""] = ids;
  if (!isFree(present, kind, id, subjectSpot(step))) return undefined;
  const added = readNew(present, kind, id, fields, spot);
  if (added === undefined) return undefined;
  const entries = insert(present.entries, [added.entry], lastBeside(present.entries, added.entry, added.themes));
  return { entries: holdIn(entries, id, added.themes), kind, was: null };
}

/** The last of the entries that stand under the same as a new one; undefined if none does. */
function lastBeside(entries: Entries, added: SchemeEntry, themes: readonly string[]): SchemeEntry | undefined {
  const under = above(added);
  if (added.kind !== "code") {
    const { kind } = added;
    return under === null
      ? undefined
      : entries.findLast((each) => each.kind === kind && isWithin(entries, kind, each.id, under));
  }
  const theme = themes[0] === undefined ? undefined : find(entries, "theme", themes[0]);
  const codes = theme?.kind === "theme" ? theme.codes : [];
  return entries.findLast(
    (each) =>
      each.kind === "code" &&
      (theme === undefined ? under !== null && each.category === under : codes.includes(each.id)),
  );
}

/** The scheme without what was added. */
export function undoAdd(step: StepReading, kind: Kind, later: Later): Undone {
  return { entries: without(later.entries, kind, step.ids), guessed: [] };
}

/** The entries without some of one kind: what stood under them goes up, and no theme holds them. */
export function without(entries: Entries, kind: Kind, ids: readonly string[]): Entries {
  let left = entries;
  for (const id of ids) {
    const entry = find(left, kind, id);
    if (entry === undefined) continue;
    left = kind === "code" ? exchangeCodes(left, [id], []) : putAll(left, kindAbove(kind), [id], above(entry));
    left = remove(left, kind, [id]);
  }
  return left;
}
