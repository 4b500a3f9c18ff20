import type { Kind } from "../scheme-fields";
import { type Entries, find, keyOf } from "./entry-list";
import type { StepReading } from "./step";
import { readWas } from "./was";

/** What a scheme was before a step. */
export interface Undone {
  readonly entries: Entries;
  /** Ids of what the step does not tell enough of: it was made from its id, or left as it is. */
  readonly guessed: readonly string[];
}

/** What a step that is taken back is held against. */
export interface Later {
  readonly entries: Entries;
  /**
   * True if a step before this one names the entry, so that this one cannot have made it. Steps that do not state their
   * kind are taken to be about codes, or about any kind.
   */
  isNamedBefore(kind: Kind, id: string, unstated: "code" | "any"): boolean;
}

/** Which of the entries that a merge or split leads to are its own: those that it does not say to have been there. */
export function createdBy(step: StepReading, kind: Kind, later: Later): string[] {
  const ids = step.into.map((each) => each.id);
  if (step.was === undefined || step.was === null) return ids.filter((id) => !later.isNamedBefore(kind, id, "any"));
  const there = new Set(readWas(step, kind).map(keyOf));
  return ids.filter((id) => !there.has(keyOf({ kind, id })) && !later.isNamedBefore(kind, id, "code"));
}

/** Those of the ids that the entries lack. */
export function missing(entries: Entries, kind: Kind, ids: readonly string[]): string[] {
  return ids.filter((id) => find(entries, kind, id) === undefined);
}
