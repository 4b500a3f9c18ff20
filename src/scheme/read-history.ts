import type { Scheme } from "../model/scheme";
import { report, type Spot, within } from "../text/check";
import { listed } from "../text/plural";
import { historyOf, type PastStep } from "./history";
import { RULES } from "./steps/actions";
import { type Entries, find, keyOf } from "./steps/entry-list";

const UNKNOWN = { category: "unknown-category", code: "unknown-code", theme: "unknown-theme" } as const;

/**
 * Reports what is wrong with the recorded changes of a scheme: versions out of order, steps that cannot be read, that
 * name what was never there, or that use an id again; and what they leave unsaid, as an info.
 *
 * @param spot Where the list of changes stands.
 */
export function checkHistory(scheme: Scheme, spot: Spot): void {
  const before = spot.issues.length;
  checkVersions(scheme, spot);
  if (spot.issues.length > before) return;
  const history = historyOf(scheme, spot);
  // Steps that cannot be read leave the others in doubt.
  if (spot.issues.length > before) return;
  const [oldest] = history.versions;
  const ever = new Set((history.at(oldest ?? scheme.version)?.entries ?? []).map(keyOf));
  for (const step of history.steps) {
    RULES[step.reading.action].checkWas(step.reading, step.kind);
    checkIds(step, ever);
    reportGuessed(step);
  }
}

function checkVersions({ version, changes }: Scheme, spot: Spot): void {
  changes.forEach(({ from, to }, index) => {
    const at = within(spot, index);
    const previous = changes[index - 1];
    if (to <= from) {
      const hint = "Versions only go up.";
      report(within(at, "to"), "wrong-history", `A change cannot lead from version ${from} to ${to}.`, hint);
    } else if (previous !== undefined && previous.to !== from) {
      const message = `The change begins with version ${from}, and the one before it ends with ${previous.to}.`;
      const hint = "Changes stand from the oldest to the newest, each where the one before it ends.";
      report(within(at, "from"), "wrong-history", message, hint);
    }
  });
  const last = changes.at(-1);
  if (last === undefined || last.to === version) return;
  const message = `The scheme is version ${version}, and its last change leads to ${last.to}.`;
  const hint = `Write "version: ${last.to}", or record what was changed since.`;
  report({ ...spot, path: ["version"] }, "wrong-history", message, hint);
}

function checkIds({ reading, kind, after, created }: PastStep, ever: Set<string>): void {
  const { action, ids, into, spot } = reading;
  const at = within(spot, action === "merge" || action === "split" ? "into" : action);
  const there = action === "merge" || action === "split" ? into.map((each) => each.id) : ids;
  // A theme or category that is retired, like one that is split, is no longer there.
  const gone = kind !== "code" && action === "retire";
  for (const id of gone ? [] : there) if (find(after, kind, id) === undefined) reportUnknown(kind, id, at, after);
  if (kind === "code" && action === "split") {
    for (const id of ids) if (find(after, kind, id) === undefined) reportUnknown(kind, id, within(spot, action), after);
  }
  for (const id of created) {
    const key = keyOf({ kind, id });
    if (ever.has(key)) {
      const hint = "Ids are never used again, so that codings of any age can be told apart.";
      report(at, "reused-id", `The id "${id}" was that of a ${kind} before.`, hint);
    }
    ever.add(key);
  }
}

function reportUnknown(kind: PastStep["kind"], id: string, spot: Spot, after: Entries): void {
  if (find(after, kind, id) !== undefined) return;
  const hint = "Record what became of it since, by a merge or otherwise, or take the step out.";
  report(spot, UNKNOWN[kind], `The step names the ${kind} "${id}", which the scheme after it does not have.`, hint);
}

function reportGuessed({ reading, kind, guessed, version }: PastStep): void {
  if (guessed.length === 0) return;
  const names = listed(guessed.map((id) => `"${id}"`));
  const message = `The step does not say what the ${guessed.length === 1 ? kind : PLURALS[kind]} ${names} ${guessed.length === 1 ? "was" : "were"} before version ${version}.`;
  const hint = 'Earlier versions are made from the ids. Write what was under the key "was" to have them as they were.';
  report(reading.spot, "incomplete-history", message, hint);
}

const PLURALS = { category: "categories", code: "codes", theme: "themes" } as const;
