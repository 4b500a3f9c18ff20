import { report } from "../../text/check";
import type { Kind } from "../scheme-fields";
import { without } from "./add";
import { find, insert, replace } from "./entry-list";
import { type Applied, kindOf, known, type Present, refuse, subjectSpot } from "./fit";
import type { StepReading } from "./step";
import { type Later, missing, type Undone } from "./undo";
import { newEntry, readWas, restore, wasOf, withFields } from "./was";

/**
 * Takes an entry out of use. A code stays in the scheme as retired, with its codings, which count nowhere. A theme or
 * category leaves the scheme: what stood under it goes up, and its codes stay.
 */
export function applyRetire(step: StepReading, present: Present): Applied | undefined {
  const before = step.spot.issues.length;
  refuse(step.fields, Object.keys(step.fields), step.spot);
  const kind = kindOf(step, present);
  const entry = kind && known(present, kind, step.ids[0] ?? "", subjectSpot(step));
  if (kind === undefined || !entry) return undefined;
  if (entry.kind === "code" && entry.retired) {
    report(subjectSpot(step), "wrong-step", `The code "${entry.id}" is retired already.`, "Take the step out.");
  }
  if (step.spot.issues.length > before) return undefined;
  if (kind !== "code") {
    const entries = without(present.entries, kind, step.ids);
    return { entries, kind, was: wasOf(present.entries, entries, kind) };
  }
  const entries = replace(present.entries, withFields(entry, { retired: true }));
  // A code that says of itself that it is not retired is rare: only then is there anything to remember.
  return { entries, kind, was: "retired" in entry ? wasOf(present.entries, entries, kind) : null };
}

/** The scheme with the entry in use. */
export function undoRetire(step: StepReading, kind: Kind, { entries }: Later): Undone {
  const was = readWas(step, kind);
  const [id = ""] = step.ids;
  const code = kind === "code" ? find(entries, kind, id) : undefined;
  const inUse = code === undefined ? entries : replace(entries, withFields(code, {}, ["retired"]));
  const restored = restore(inUse, was);
  const guessed = missing(restored, kind, [id]);
  return { entries: guessed.length === 0 ? restored : insert(restored, [newEntry(kind, id, {})]), guessed };
}
