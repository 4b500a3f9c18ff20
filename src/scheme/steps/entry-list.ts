import type { Category, Code, SchemeEntry, Theme } from "../../model/scheme";
import type { Kind } from "../scheme-fields";

/** The entries of a scheme in order; every function here gives a new list. */
export type Entries = readonly SchemeEntry[];

/** The entry of this kind and id. */
export function find(entries: Entries, kind: Kind, id: string): SchemeEntry | undefined {
  return entries.find((each) => each.kind === kind && each.id === id);
}

/** A kind and an id in one word, by which an entry is found in a map: "code hope". */
export function keyOf({ kind, id }: { readonly kind: Kind; readonly id: string }): string {
  return `${kind} ${id}`;
}

/** The list with an entry in place of the one of its kind and id. */
export function replace(entries: Entries, entry: SchemeEntry): SchemeEntry[] {
  return entries.map((each) => (each.kind === entry.kind && each.id === entry.id ? entry : each));
}

/** The list without the entries of this kind and these ids. */
export function remove(entries: Entries, kind: Kind, ids: readonly string[]): SchemeEntry[] {
  return entries.filter((each) => each.kind !== kind || !ids.includes(each.id));
}

/** The list with more entries right behind one, or before the first of their kind; at the end of the kind without a place. */
export function insert(entries: Entries, added: readonly SchemeEntry[], after?: SchemeEntry | null): SchemeEntry[] {
  const isKind = (each: SchemeEntry): boolean => each.kind === added[0]?.kind;
  const place = after === undefined ? entries.findLast(isKind) : after;
  const first = entries.findIndex(isKind);
  const at = place === null ? first : place === undefined ? -1 : entries.indexOf(place) + 1;
  return at < 0 ? [...entries, ...added] : [...entries.slice(0, at), ...added, ...entries.slice(at)];
}

/** The entry of its kind that one stands behind; null for the first. */
export function ahead(entries: Entries, entry: SchemeEntry): SchemeEntry | null {
  return entries.slice(0, entries.indexOf(entry)).findLast((each) => each.kind === entry.kind) ?? null;
}

/** The id of the category or theme that an entry stands under; null if under none. */
export function above(entry: SchemeEntry): string | null {
  return entry.kind === "code" ? entry.category : entry.parent;
}

/** The kind of what an entry stands under. */
export function kindAbove(kind: Kind): "category" | "theme" {
  return kind === "theme" ? "theme" : "category";
}

/** The entry under another category or theme, or under none. */
export function put<E extends Category | Code | Theme>(entry: E, under: string | null): E {
  return entry.kind === "code" ? { ...entry, category: under } : { ...entry, parent: under };
}

/** The entries with everything that stood under `from` under another category or theme, or under none. */
export function putAll(
  entries: Entries,
  kind: "category" | "theme",
  from: readonly string[],
  to: string | null,
): SchemeEntry[] {
  return entries.map((each) => {
    const under = above(each);
    const moves = kindAbove(each.kind) === kind && under !== null && from.includes(under);
    return moves && !(each.kind === kind && each.id === to) ? put(each, to) : each;
  });
}

/** The entries with these codes in place of others in every theme, where the first of the others stood. */
export function exchangeCodes(entries: Entries, gone: readonly string[], come: readonly string[]): SchemeEntry[] {
  return entries.map((each) => {
    if (each.kind !== "theme" || !each.codes.some((code) => gone.includes(code))) return each;
    const at = each.codes.findIndex((code) => gone.includes(code));
    const kept = (codes: readonly string[]): string[] => codes.filter((code) => !gone.includes(code));
    const [before, behind] = [kept(each.codes.slice(0, at)), kept(each.codes.slice(at))];
    const added = come.filter((code) => !before.includes(code) && !behind.includes(code));
    return { ...each, codes: [...before, ...added, ...behind] };
  });
}

/** True if an entry stands under another of its kind, however deep, or is that entry. */
export function isWithin(entries: Entries, kind: "category" | "theme", id: string | null, around: string): boolean {
  const seen = new Set<string>();
  for (let at = id; at !== null && !seen.has(at); ) {
    if (at === around) return true;
    seen.add(at);
    const entry = find(entries, kind, at);
    at = entry === undefined ? null : above(entry);
  }
  return false;
}
