import type { Issue } from "../../issues/issue";
import type { Scheme, SchemeEntry } from "../../model/scheme";
import { type Spot, within } from "../../text/check";
import { historyOf } from "../history";
import type { Kind } from "../scheme-fields";
import { RULES } from "./actions";
import { type Entries, keyOf } from "./entry-list";
import type { Present } from "./fit";
import { readStep, type Step, type StepReading } from "./step";

/** A scheme's entries after some steps, and the steps with all that is needed to take them back. */
export interface AppliedSteps {
  readonly entries: readonly SchemeEntry[];
  readonly steps: readonly Step[];
}

/**
 * Applies steps to a scheme one after the other. Every problem is among the issues of the spot, which is that of the
 * list; a step that does not fit is passed over, and nothing is said of what only follows from that.
 */
export function applySteps(scheme: Scheme, steps: readonly unknown[], spot: Spot): AppliedSteps {
  const ever = new Set(historyOf(scheme).everKnown.keys());
  const doubtful = new Set<string>();
  let entries: Entries = scheme.entries;
  const done: Step[] = [];
  steps.forEach((value, index) => {
    const issues: Issue[] = [];
    const at = within(spot, index);
    // A step that no file holds is told by its number, and its parts by their place in it.
    const path = at.where.origin(at.path) === undefined ? [] : at.path;
    const step = readStep(value, { ...at, path, issues });
    const present: Present = { entries, doubtful, hadEver: (kind, id) => ever.has(keyOf({ kind, id })) };
    const applied = step && RULES[step.action].apply(step, present);
    // Of several steps without a file, the number says which is meant.
    const numbered = (each: Issue): Issue =>
      each.place !== undefined || steps.length === 1
        ? each
        : { ...each, message: `Step ${index + 1}: ${each.message}` };
    spot.issues.push(...issues.map(numbered));
    if (step === undefined || applied === undefined) {
      for (const id of step === undefined ? idsIn(value) : [...step.ids, ...step.into.map((each) => each.id)]) {
        doubtful.add(id);
      }
      return;
    }
    entries = applied.entries;
    for (const entry of entries) ever.add(keyOf(entry));
    done.push(completed(step, applied.kind, applied.was ?? null));
  });
  return { entries, steps: done };
}

/** The step as it goes into the history: with its kind, where that is not a code, and with what was before it. */
function completed({ action, raw }: StepReading, kind: Kind, was: unknown): Step {
  const { [action]: subject, kind: stated, was: _, ...others } = raw;
  const written = Object.entries(others).filter(([, value]) => value !== undefined);
  return {
    [action]: subject,
    ...(kind === "code" && stated === undefined ? {} : { kind }),
    ...Object.fromEntries(written),
    ...(was === null || (Array.isArray(was) && was.length === 0 && action !== "merge") ? {} : { was }),
  };
}

/** Ids that a step which cannot be read may be about. */
function idsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
