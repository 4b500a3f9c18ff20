import { isBlank, report, reportMissing, text, within } from "../../text/check";
import { readable } from "../../text/readable";
import type { Kind } from "../scheme-fields";
import { find, replace } from "./entry-list";
import { type Applied, kindOf, known, type Present, refuse, subjectSpot } from "./fit";
import type { StepReading } from "./step";
import type { Later, Undone } from "./undo";

/** Gives an entry another name; its id stays. */
export function applyRename(step: StepReading, present: Present): Applied | undefined {
  const { name: written, ...others } = step.fields;
  const before = step.spot.issues.length;
  refuse(others, Object.keys(others), step.spot);
  if (isBlank(written)) {
    reportMissing(step.spot, "A step that renames", "name", "Write the new name: { rename: trust, name: Trust }.");
  }
  const name = isBlank(written) ? undefined : text(written, within(step.spot, "name"));
  const kind = kindOf(step, present);
  const entry = kind && known(present, kind, step.ids[0] ?? "", subjectSpot(step));
  if (kind === undefined || !entry || name === undefined || step.spot.issues.length > before) return undefined;
  return { entries: replace(present.entries, { ...entry, name }), kind, was: entry.name };
}

/** The scheme with the old name. */
export function undoRename(step: StepReading, kind: Kind, { entries }: Later): Undone {
  const [id = ""] = step.ids;
  const entry = find(entries, kind, id);
  if (entry === undefined) return { entries, guessed: [] };
  const stated = isBlank(step.was) ? undefined : text(step.was, { ...within(step.spot, "was"), issues: [] });
  const guessed = isBlank(step.was) ? [id] : [];
  return { entries: replace(entries, { ...entry, name: stated ?? readable(id) }), guessed };
}

/** Reports a "was" that no name can be read from. */
export function checkNameBefore({ was, spot }: StepReading): void {
  if (typeof was === "object" && was !== null) {
    report(within(spot, "was"), "wrong-value", '"was" must be the old name.', "Write was: Hope for the future.");
  }
}
