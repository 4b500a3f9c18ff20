import { isRecord, report, within } from "../../text/check";
import { type Kind, readEntry } from "../scheme-fields";
import { find, replace } from "./entry-list";
import { type Applied, kindOf, known, type Present, refuse, subjectSpot } from "./fit";
import type { Step, StepReading } from "./step";
import type { Later, Undone } from "./undo";
import { changedFields, withFields } from "./was";

const ELSEWHERE = ["name", "category", "parent", "themes", "codes", "subthemes", "categories", "retired"];

/** Gives an entry another definition, or other fields that say what it means; null takes a field away. */
export function applyRedefine(step: StepReading, present: Present): Applied | undefined {
  const { fields, spot } = step;
  const before = spot.issues.length;
  refuse(fields, ELSEWHERE, spot);
  if (Object.keys(fields).length === 0) {
    report(
      spot,
      "wrong-step",
      `The step does not say what of "${step.ids[0]}" is defined anew.`,
      'Write its new "definition".',
    );
  }
  const kind = kindOf(step, present);
  const entry = kind && known(present, kind, step.ids[0] ?? "", subjectSpot(step));
  if (kind === undefined || !entry || spot.issues.length > before) return undefined;
  const read = readEntry[kind](fields, spot);
  if (read === undefined || spot.issues.length > before) return undefined;
  const now = withFields(entry, read, clearedBy(fields));
  return { entries: replace(present.entries, now), kind, was: changedFields(entry, now) };
}

/** The scheme with the old definition. */
export function undoRedefine(step: StepReading, kind: Kind, { entries }: Later): Undone {
  const [id = ""] = step.ids;
  const entry = find(entries, kind, id);
  if (entry === undefined) return { entries, guessed: [] };
  if (!isRecord(step.was)) return { entries, guessed: [id] };
  const old = readEntry[kind](step.was, { ...step.spot, issues: [] }) ?? {};
  return { entries: replace(entries, withFields(entry, old, clearedBy(step.was))), guessed: [] };
}

/** Reports what cannot be read of the old fields. */
export function checkFieldsBefore({ was, spot }: StepReading, kind: Kind): void {
  if (was === undefined || was === null) return;
  const at = within(spot, "was");
  if (!isRecord(was))
    report(at, "wrong-value", '"was" must be a record of the old fields.', "Write was: { definition: ... }.");
  else {
    refuse(was, ELSEWHERE, at);
    readEntry[kind](was, at);
  }
}

/** True if a step changes what a code is applied to, and not only its examples or its rules. */
export function changesMeaning(fields: Step): boolean {
  return ["definition", "include", "exclude"].some((key) => Object.hasOwn(fields, key));
}

function clearedBy(fields: Step): string[] {
  return Object.keys(fields).filter((key) => fields[key] === null);
}
