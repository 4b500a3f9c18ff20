import { nearest } from "../../issues/suggest";
import { shown } from "../../issues/wording";
import {
  isBlank,
  isRecord,
  list,
  oneOf,
  type Read,
  report,
  reportMissing,
  type Spot,
  text,
  within,
} from "../../text/check";
import { type Kind, readId } from "../scheme-fields";

/** One step of a change of the scheme as it is written: a plain record whose first key says what is done. */
export type Step = Readonly<Record<string, unknown>>;

/** What a step can do. */
export const ACTIONS = ["add", "rename", "move", "merge", "split", "redefine", "retire"] as const;

/** What a step does. */
export type Action = (typeof ACTIONS)[number];

/** The kinds of entries, in the order in which an id that is not said to be of one is looked up. */
export const KINDS: readonly Kind[] = ["code", "category", "theme"];

/** An entry that a merge or a split leads to: one that is there, or a new one with its fields. */
export interface IntoReading {
  readonly id: string;
  /** The fields written with it, without the id. */
  readonly fields: Step;
  readonly spot: Spot;
}

/** A step whose own parts have been read; whether the scheme has what it names is for others to say. */
export interface StepReading {
  readonly action: Action;
  /** Of what kind its entries are; undefined where that is not said. */
  readonly kind: Kind | undefined;
  /** What it acts on: several ids in a merge, else one. */
  readonly ids: readonly string[];
  /** What a merge or a split leads to; empty in other steps. */
  readonly into: readonly IntoReading[];
  /** The other keys, as they are written. */
  readonly fields: Step;
  /** What is written of the scheme before the step; undefined if nothing is. */
  readonly was: unknown;
  readonly spot: Spot;
  /** The whole step as it is written. */
  readonly raw: Step;
}

const readKind: Read<Kind> = oneOf(["category", "code", "theme"]);
const STEP_HINT = `A step is one of ${ACTIONS.map((each) => `"${each}"`).join(", ")}, as in { rename: trust, name: Trust and doubt }.`;

/** Reads what a step does to which entries. Undefined, and issues, if that cannot be told. */
export function readStep(value: unknown, spot: Spot): StepReading | undefined {
  if (!isRecord(value)) {
    report(spot, "wrong-value", `A step must be a record with keys, and is ${shown(value)}.`, STEP_HINT);
    return undefined;
  }
  const actions = ACTIONS.filter((each) => Object.hasOwn(value, each));
  const [action] = actions;
  if (action === undefined || actions.length > 1) {
    const message =
      action === undefined
        ? "The step does not say what it does."
        : `The step does two things at once: ${actions.join(" and ")}.`;
    const near = action === undefined ? Object.keys(value).flatMap((key) => nearest(key, ACTIONS) ?? []) : [];
    report(spot, "wrong-step", message, near[0] === undefined ? STEP_HINT : `Did you mean "${near[0]}"? ${STEP_HINT}`);
    return undefined;
  }
  const before = spot.issues.length;
  const { [action]: named, into, kind: stated, was, ...others } = value;
  const fields = action === "merge" || action === "split" || into === undefined ? others : { into, ...others };
  const kind = isBlank(stated) ? undefined : readKind(stated, within(spot, "kind"));
  const ids = readIds(action, named, within(spot, action));
  const targets = action === "merge" || action === "split" ? readInto(action, into, others, spot) : [];
  for (const target of targets) {
    if (!ids.includes(target.id)) continue;
    const message = `The step ${action === "merge" ? "merges" : "splits"} "${target.id}" into itself.`;
    const hint =
      action === "merge"
        ? "Leave it out of the list: what is merged into an entry becomes part of it."
        : "Give each part an id of its own; what is split is kept, as no longer in use.";
    report(target.spot, "wrong-step", message, hint);
  }
  if (spot.issues.length > before) return undefined;
  // What only a merge has beside its list are the fields of a new entry; they stand with the target.
  return { action, kind, ids, into: targets, fields: action === "merge" ? {} : fields, was, spot, raw: value };
}

function readIds(action: Action, value: unknown, spot: Spot): readonly string[] {
  if (action !== "merge") {
    if (isBlank(value)) report(spot, "wrong-step", `The step does not say what it ${VERBS[action]}.`, STEP_HINT);
    const id = isBlank(value) ? undefined : readId(value, spot);
    return id === undefined ? [] : [id];
  }
  if (!isBlank(value) && !Array.isArray(value)) {
    const id = text(value, spot);
    return id === undefined ? [] : [id];
  }
  const ids = isBlank(value) ? [] : (list(readId)(value, spot) ?? []);
  if (isBlank(value) || (Array.isArray(value) && value.length === 0)) {
    report(spot, "wrong-step", "The step merges nothing.", "Write the ids: { merge: [a, b], into: c }.");
  }
  reportTwice(ids, spot);
  return ids;
}

function readInto(action: "merge" | "split", value: unknown, others: Step, spot: Spot): readonly IntoReading[] {
  const at = within(spot, "into");
  if (isBlank(value)) {
    reportMissing(spot, `A step that ${VERBS[action]}`, "into");
    return [];
  }
  if (action === "merge") {
    const id = readId(value, at);
    return id === undefined ? [] : [{ id, fields: others, spot: at }];
  }
  const parts = list<IntoReading>((each, partSpot) => {
    const { id: written, ...fields } = isRecord(each) ? each : { id: each };
    if (isBlank(written)) reportMissing(partSpot, "A part", "id");
    const id = isBlank(written) ? undefined : readId(written, isRecord(each) ? within(partSpot, "id") : partSpot);
    return id === undefined ? undefined : { id, fields, spot: partSpot };
  })(value, at);
  if (parts === undefined) return [];
  if (Array.isArray(value) && value.length < 2) {
    const message = `The step splits into ${value.length === 0 ? "nothing" : "one part"}.`;
    report(at, "wrong-step", message, "Name two parts at least: { split: a, into: [b, c] }.");
  }
  reportTwice(
    parts.map((part) => part.id),
    at,
  );
  return parts;
}

function reportTwice(ids: readonly string[], spot: Spot): void {
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  for (const id of twice) report(spot, "wrong-step", `The step names "${id}" twice.`, "Remove one of the two.");
}

const VERBS: Readonly<Record<Action, string>> = {
  add: "adds",
  rename: "renames",
  move: "moves",
  merge: "merges",
  split: "splits",
  redefine: "redefines",
  retire: "retires",
};
