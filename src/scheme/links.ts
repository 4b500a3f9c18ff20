import { didYouMean } from "../issues/suggest";
import type { SchemeEntry } from "../model/scheme";
import { report, type Spot } from "../text/check";
import { listed } from "../text/plural";
import { readable } from "../text/readable";
import type { EntryFields, Kind } from "./scheme-fields";

/** An entry as it is written, before its links to others are known. */
export interface Draft {
  readonly kind: Kind;
  readonly id: string;
  /** Where its id stands. */
  readonly spot: Spot;
  readonly fields: EntryFields;
}

/** One statement that an entry belongs to another, as written with the one or with the other. */
export interface Link {
  /** The draft itself where the statement stands with the child, else only what names it. */
  readonly child: Draft | { readonly kind: Kind; readonly id: string };
  readonly parent: { readonly kind: "category" | "theme"; readonly id: string };
  /** Where the statement stands. */
  readonly spot: Spot;
  /** Which of the two is named by its id there; null where the one is defined within the other. */
  readonly named: "child" | "parent" | null;
}

const UNKNOWN = { category: "unknown-category", code: "unknown-code", theme: "unknown-theme" } as const;
const PLURALS = { category: "categories", theme: "themes" } as const;

/**
 * The entries of these drafts with their links. Second definitions, links to nothing, second parents and cycles are
 * reported and left out.
 */
export function linkEntries(drafts: readonly Draft[], links: readonly Link[]): SchemeEntry[] {
  const known = { category: new Map<string, Draft>(), code: new Map<string, Draft>(), theme: new Map<string, Draft>() };
  for (const draft of drafts) {
    if (known[draft.kind].has(draft.id)) reportDuplicate(draft);
    else known[draft.kind].set(draft.id, draft);
  }
  const parents = { category: new Map<string, Link>(), code: new Map<string, Link>(), theme: new Map<string, Link>() };
  const codesOf = new Map<string, Set<string>>([...known.theme.keys()].map((id) => [id, new Set()]));
  for (const link of links) {
    const { child, parent } = link;
    // What a second definition says is not taken, and not complained of either.
    if ("fields" in child && known[child.kind].get(child.id) !== child) continue;
    if (!known[child.kind].has(child.id) || !known[parent.kind].has(parent.id)) reportUnknown(link, known);
    else if (child.kind === "code" && parent.kind === "theme") codesOf.get(parent.id)?.add(child.id);
    else {
      const first = parents[child.kind].get(child.id);
      if (first === undefined) parents[child.kind].set(child.id, link);
      else if (first.parent.id !== parent.id) reportSecondParent(link, first);
    }
  }
  for (const kind of ["category", "theme"] as const) breakCycles(kind, parents[kind]);
  const parentOf = ({ kind, id }: Draft): string | null => parents[kind].get(id)?.parent.id ?? null;
  return drafts
    .filter((draft) => known[draft.kind].get(draft.id) === draft)
    .map((draft) => toEntry(draft, parentOf(draft), [...(codesOf.get(draft.id) ?? [])]));
}

/** The entry of a draft whose links are known; what an entry of its kind cannot have is left out. */
export function toEntry(
  { kind, id, fields }: Pick<Draft, "kind" | "id" | "fields">,
  parent: string | null,
  codes: readonly string[],
): SchemeEntry {
  const { name = readable(id), definition, concept, boundary, question, reviews } = fields;
  const { include, exclude, examples, suggest, retired } = fields;
  if (kind === "theme") return { kind, id, name, ...stated({ concept, boundary, question, reviews }), parent, codes };
  if (kind === "category") return { kind, id, name, ...stated({ definition }), parent };
  const rest = stated({ definition, include, exclude, examples, suggest, retired });
  return { kind, id, name, category: parent, ...rest };
}

/** The same record without the keys that have no value. */
function stated<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  // The keys that are left are keys of T, and their values are no longer undefined.
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function reportDuplicate({ kind, id, spot }: Draft): void {
  const hint = `Give one of the two another id. To name a ${kind} that is defined elsewhere, write its id alone.`;
  report(spot, "duplicate-id", `The ${kind} "${id}" is defined twice.`, hint);
}

function reportUnknown(
  { child, parent, spot, named }: Link,
  known: Readonly<Record<Kind, ReadonlyMap<string, Draft>>>,
): void {
  const missing = named === "parent" ? parent : child;
  const code = named === "parent" ? "unknown-parent" : UNKNOWN[missing.kind];
  const other = (["theme", "code", "category"] as const).find((kind) => known[kind].has(missing.id));
  const hint =
    other === undefined
      ? didYouMean(missing.id, known[missing.kind].keys())
      : `"${missing.id}" is the id of a ${other}.`;
  report(spot, code, `There is no ${missing.kind} "${missing.id}".`, hint);
}

function reportSecondParent({ child, parent, spot }: Link, first: Link): void {
  const message = `The ${child.kind} "${child.id}" belongs to "${first.parent.id}" and cannot belong to "${parent.id}" as well.`;
  report(spot, "wrong-value", message, `A ${child.kind} belongs to one ${parent.kind} at most. Remove one of the two.`);
}

/** Reports each loop of parents once, where it was come upon first, and opens it there. */
function breakCycles(kind: "category" | "theme", parents: Map<string, Link>): void {
  const done = new Set<string>();
  for (const start of [...parents.keys()]) {
    const way: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at)) {
      done.add(at);
      way.push(at);
      at = parents.get(at)?.parent.id;
    }
    const closing = at === undefined ? -1 : way.indexOf(at);
    const link = at === undefined || closing < 0 ? undefined : parents.get(at);
    if (at === undefined || link === undefined) continue;
    const loop = way.slice(closing);
    const message =
      loop.length === 1
        ? `The ${kind} "${at}" is its own parent.`
        : `The ${PLURALS[kind]} ${listed(loop.map((id) => `"${id}"`))} stand under each other in a circle: ${[...loop, at].join(" > ")}.`;
    report(link.spot, "theme-cycle", message, "One of them must have no parent, or another one.");
    parents.delete(at);
  }
}
