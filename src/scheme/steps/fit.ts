import { didYouMean } from "../../issues/suggest";
import type { SchemeEntry, Theme } from "../../model/scheme";
import { isBlank, isRecord, report, type Spot, within } from "../../text/check";
import { listed } from "../../text/plural";
import { type Kind, readEntry } from "../scheme-fields";
import { type Entries, find } from "./entry-list";
import { KINDS, type Step, type StepReading } from "./step";
import { newEntry } from "./was";

/** The scheme that a step is held against. */
export interface Present {
  readonly entries: Entries;
  /** True if the scheme has, or ever had, an entry of this kind and id. */
  hadEver(kind: Kind, id: string): boolean;
  /** Ids that an earlier step would have made or changed, had it fitted: of these nothing more is said. */
  readonly doubtful: ReadonlySet<string>;
}

/** What a step makes of a scheme. */
export interface Applied {
  readonly entries: Entries;
  readonly kind: Kind;
  /** What the step took away, where that is told in another way than as a list of entries. */
  readonly was?: unknown;
}

const UNKNOWN = { category: "unknown-category", code: "unknown-code", theme: "unknown-theme" } as const;

/** The spot of what a step acts on. */
export function subjectSpot({ action, spot }: StepReading): Spot {
  return within(spot, action);
}

/** The kind of what a step acts on: the one that is stated, else the one that the scheme has the ids in. */
export function kindOf(step: StepReading, { entries, doubtful }: Present): Kind | undefined {
  if (step.kind !== undefined) return step.kind;
  const count = (kind: Kind): number => step.ids.filter((id) => find(entries, kind, id) !== undefined).length;
  const most = Math.max(...KINDS.map(count));
  const kinds = KINDS.filter((kind) => count(kind) === most);
  if (most > 0 && kinds.length === 1) return kinds[0];
  const spot = subjectSpot(step);
  const mixed = most > 0 ? mixedKinds(step.ids, entries) : [];
  if (mixed.length > 0) {
    const hint = "Only entries of one kind become one: codes, categories or themes.";
    report(spot, "wrong-step", `The step names entries of several kinds: ${listed(mixed)}.`, hint);
    return undefined;
  }
  if (most > 0) {
    const [id = ""] = step.ids;
    const what = listed(kinds.map((kind) => `a ${kind}`));
    report(spot, "wrong-step", `"${id}" is ${what}.`, `Say which is meant, such as kind: ${kinds.at(-1)}.`);
    return undefined;
  }
  const ids = entries.map((each) => each.id);
  for (const id of step.ids) {
    if (doubtful.has(id)) continue;
    report(spot, "unknown-code", `The scheme has no code, category or theme "${id}".`, didYouMean(id, ids));
  }
  return undefined;
}

/** The ids with their kinds, if those that the scheme has are of no kind in common; else none. */
function mixedKinds(ids: readonly string[], entries: Entries): readonly string[] {
  const kinds = new Map(ids.map((id) => [id, KINDS.filter((kind) => find(entries, kind, id) !== undefined)]));
  const there = [...kinds].filter(([, own]) => own.length > 0);
  if (KINDS.some((kind) => there.every(([, own]) => own.includes(kind)))) return [];
  return there.map(([id, own]) => `the ${own.join(" and ")} "${id}"`);
}

/** The entry that a step names; an issue if the scheme does not have it. */
export function known(present: Present, kind: Kind, id: string, spot: Spot): SchemeEntry | undefined {
  const entry = find(present.entries, kind, id);
  if (entry === undefined && !present.doubtful.has(id)) {
    const ids = present.entries.flatMap((each) => (each.kind === kind ? each.id : []));
    report(spot, UNKNOWN[kind], `The scheme has no ${kind} "${id}".`, didYouMean(id, ids));
  }
  return entry;
}

/** True if a new entry can have this id; an issue if one has it, or ever had it. */
export function isFree(present: Present, kind: Kind, id: string, spot: Spot): boolean {
  if (find(present.entries, kind, id) !== undefined) {
    report(spot, "reused-id", `There is a ${kind} "${id}" already.`, "Give the new one another id.");
    return false;
  }
  if (!present.hadEver(kind, id)) return true;
  const hint = "Ids are never used again, so that codings of any age can be told apart. Give the new one another id.";
  report(spot, "reused-id", `An earlier version of the scheme had a ${kind} "${id}".`, hint);
  return false;
}

/** A new entry with the themes that are to hold it. */
export interface NewEntry {
  readonly entry: SchemeEntry;
  readonly themes: readonly string[];
}

/** Reads a new entry from the fields that a step states. Undefined, and issues, if they do not fit its kind or the scheme. */
export function readNew(
  present: Present,
  kind: Kind,
  id: string,
  fields: Step,
  spot: Spot,
  refused: readonly string[] = [],
): NewEntry | undefined {
  const before = spot.issues.length;
  refuse(fields, ["categories", "subthemes", "retired", ...(kind === "category" ? ["codes"] : []), ...refused], spot);
  const read = readEntry[kind]({ ...fields, id }, spot);
  if (read === undefined || spot.issues.length > before) return undefined;
  for (const key of ["category", "parent"] as const) {
    const under = read[key];
    if (under !== undefined) known(present, key === "category" ? "category" : kind, under, within(spot, key));
  }
  for (const theme of read.themes ?? []) known(present, "theme", theme, within(spot, "themes"));
  for (const part of read.codes ?? []) {
    if (isRecord(part.value)) report(part.spot, "wrong-step", "A new code needs a step of its own.", "Add it first.");
    else known(present, "code", String(part.value), part.spot);
  }
  if (spot.issues.length > before) return undefined;
  return { entry: newEntry(kind, id, read), themes: read.themes ?? [] };
}

/** Reports keys that a step cannot have. */
export function refuse(fields: Step, keys: readonly string[], spot: Spot): void {
  for (const key of keys) {
    if (!Object.hasOwn(fields, key) || isBlank(fields[key])) continue;
    report(within(spot, key), "wrong-step", `The step cannot state "${key}" here.`, HINTS[key], "key");
  }
}

const HINTS: Readonly<Record<string, string>> = {
  name: 'A name is changed by a step "rename".',
  category: 'Where it stands is changed by a step "move".',
  parent: 'Where it stands is changed by a step "move".',
  themes: 'Which themes hold it is changed by a step "move".',
  codes: 'Which codes it holds is changed by a step "move" for each of them.',
  retired: 'An entry is taken out of use by a step "retire".',
  categories: "Add each by a step of its own.",
  subthemes: "Add each by a step of its own.",
};

/** The entries with a code at the end of the lists of these themes. */
export function holdIn(entries: Entries, code: string, themes: readonly string[]): Entries {
  return entries.map((each): SchemeEntry => {
    if (each.kind !== "theme" || !themes.includes(each.id) || each.codes.includes(code)) return each;
    const theme: Theme = { ...each, codes: [...each.codes, code] };
    return theme;
  });
}
