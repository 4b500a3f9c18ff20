import { isMap, type Node } from "yaml";
import { entriesOf, type Scheme, type SchemeEntry } from "../model/scheme";
import { setKey } from "../text/yaml-edit";
import { type Definition, LISTS, type ListKey, type SchemeDocument } from "./scheme-document";

/** What the scheme says of how entries belong together, asked in both directions. */
interface Wanted {
  readonly scheme: Scheme;
  readonly themesOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * Puts every entry into the list it belongs in, in the order of the scheme: one that is defined within another stays
 * there as long as it belongs to it, and what is said with the child or with the parent stays said there.
 */
export function placeEntries(entries: SchemeDocument, scheme: Scheme): void {
  const themesOf = new Map<string, string[]>();
  for (const theme of entriesOf(scheme, "theme")) {
    for (const code of theme.codes) themesOf.set(code, [...(themesOf.get(code) ?? []), theme.id]);
  }
  const wanted = { scheme, themesOf };
  const isFresh = entries.definitions.every((each) => each.owner === null && !isListed(entries, each));
  const style = {
    codesInThemes: isFresh || entries.definitions.some((each) => each.kind === "code" && each.owner?.kind === "theme"),
    codesInCategories: entries.definitions.some((each) => each.kind === "code" && each.owner?.kind === "category"),
    flatThemes: entries.definitions.some((each) => each.kind === "theme" && has(each, "parent")),
    flatCategories: entries.definitions.some((each) => each.kind === "category" && has(each, "parent")),
  };
  const placed = new Set(entries.definitions.filter((each) => isListed(entries, each)));
  for (const entry of scheme.entries) {
    const definition = entries.find(entry.kind, entry.id);
    if (definition === undefined) continue;
    if (placed.has(definition) && stays(entries, definition, entry, themesOf)) continue;
    definition.owner = newOwner(entries, entry, wanted, style);
  }
  for (const entry of scheme.entries) stateLinks(entries, entry, wanted);
  fillLists(entries, wanted);
}

/** Writes all entries as lists of the scheme itself, each naming what it belongs to: any order can be written so. */
export function placeFlat(entries: SchemeDocument, scheme: Scheme): void {
  const themesOf = new Map<string, readonly string[]>();
  for (const definition of entries.definitions) definition.owner = null;
  for (const entry of scheme.entries) {
    const definition = entries.find(entry.kind, entry.id);
    if (definition === undefined) continue;
    const map = entries.record(definition);
    for (const key of [...LISTS, "themes"]) setKey(entries.document, map, key, undefined);
    const up = entry.kind === "code" ? entry.category : entry.parent;
    setKey(entries.document, map, entry.kind === "code" ? "category" : "parent", up ?? undefined);
    if (entry.kind === "theme")
      entries.setList(
        definition,
        "codes",
        entry.codes.map((id) => entries.name(id)),
      );
  }
  setKey(entries.document, entries.root, "entries", undefined);
  fillSections(entries, { scheme, themesOf });
}

function has({ node }: Definition, key: string): boolean {
  return isMap(node) && node.has(key);
}

/** True if a definition stands in a list of the document: one that is new does not yet. */
function isListed(entries: SchemeDocument, { node, owner }: Definition): boolean {
  const keys: readonly ListKey[] = owner === null ? ["categories", "codes", "themes", "entries"] : LISTS;
  return keys.some((key) => entries.list(owner, key)?.items.includes(node));
}

/** True if an entry still belongs to the one it is defined within. */
function stays(
  entries: SchemeDocument,
  { owner }: Definition,
  entry: SchemeEntry,
  themesOf: Wanted["themesOf"],
): boolean {
  if (owner === null) return true;
  if (entries.find(owner.kind, owner.id) !== owner) return false;
  if (entry.kind !== "code") return entry.parent === owner.id;
  return owner.kind === "category" ? entry.category === owner.id : (themesOf.get(entry.id) ?? []).includes(owner.id);
}

/** What an entry that has no place is defined within, in the way the file does it. */
function newOwner(
  entries: SchemeDocument,
  entry: SchemeEntry,
  { themesOf }: Wanted,
  style: Readonly<Record<"codesInThemes" | "codesInCategories" | "flatThemes" | "flatCategories", boolean>>,
): Definition | null {
  const named = (kind: "category" | "theme", id: string | null | undefined): Definition | null =>
    id === null || id === undefined ? null : (entries.find(kind, id) ?? null);
  if (entry.kind === "theme") return style.flatThemes ? null : named("theme", entry.parent);
  if (entry.kind === "category") return style.flatCategories ? null : named("category", entry.parent);
  if (style.codesInThemes) return named("theme", themesOf.get(entry.id)?.[0]);
  return style.codesInCategories ? named("category", entry.category) : null;
}

/** Makes what an entry says of its parents true, and lets it say what is said nowhere else. */
function stateLinks(entries: SchemeDocument, entry: SchemeEntry, { themesOf }: Wanted): void {
  const definition = entries.find(entry.kind, entry.id);
  if (definition === undefined) return;
  const key = entry.kind === "code" ? "category" : "parent";
  const parent = entry.kind === "code" ? entry.category : entry.parent;
  const above = entry.kind === "theme" ? "theme" : "category";
  const list = entry.kind === "code" ? "codes" : entry.kind === "theme" ? "subthemes" : "categories";
  const owner = parent === null ? undefined : entries.find(above, parent);
  const isNested = definition.owner !== null && definition.owner === owner;
  const isNamed = owner !== undefined && entries.named(owner, list).has(entry.id);
  const isStated = has(definition, key);
  if (isStated || (parent !== null && !isNested && !isNamed)) {
    setKey(entries.document, entries.record(definition), key, parent ?? undefined, LISTS);
  }
  if (entry.kind !== "code" || !has(definition, "themes")) return;
  const themes = (themesOf.get(entry.id) ?? []).filter((id) => {
    const theme = entries.find("theme", id);
    return theme !== undefined && theme !== definition.owner && !entries.named(theme, "codes").has(entry.id);
  });
  setKey(entries.document, entries.record(definition), "themes", themes.length === 0 ? undefined : themes);
}

/** Puts definitions and names into all lists, in the order of the scheme. */
function fillLists(entries: SchemeDocument, wanted: Wanted): void {
  const { scheme } = wanted;
  for (const owner of scheme.entries) {
    const definition = entries.find(owner.kind, owner.id);
    if (definition === undefined || owner.kind === "code") continue;
    const fill = (key: ListKey, kind: SchemeEntry["kind"], ids: readonly string[]): void => {
      const named = entries.named(definition, key);
      const items = ids.flatMap((id): Node[] => {
        const child = entries.find(kind, id);
        if (child?.owner === definition) return [child.node];
        if (named.has(id)) return [named.get(id) ?? entries.name(id)];
        // What the child does not say itself must be said here; of parents, it always does.
        const saysItself =
          key !== "codes" || owner.kind === "category" || (child !== undefined && has(child, "themes"));
        return saysItself ? [] : [entries.name(id)];
      });
      entries.setList(definition, key, items);
    };
    const childrenOf = (kind: "category" | "theme"): string[] =>
      entriesOf(scheme, kind).flatMap((each) => (each.parent === owner.id ? each.id : []));
    if (owner.kind === "theme") {
      fill("subthemes", "theme", childrenOf("theme"));
      fill("codes", "code", owner.codes);
    } else {
      fill("categories", "category", childrenOf("category"));
      const codes = entriesOf(scheme, "code").flatMap((each) => (each.category === owner.id ? each.id : []));
      fill("codes", "code", codes);
    }
  }
  fillSections(entries, wanted);
}

/** Puts what stands within nothing into the lists of the scheme itself. */
function fillSections(entries: SchemeDocument, { scheme }: Wanted): void {
  const mixed = new Set<unknown>(entries.list(null, "entries")?.items);
  const kept: Node[] = [];
  for (const [key, kind] of [
    ["categories", "category"],
    ["codes", "code"],
    ["themes", "theme"],
  ] as const) {
    const top = entriesOf(scheme, kind).flatMap(({ id }): Node[] => {
      const definition = entries.find(kind, id);
      return definition === undefined || definition.owner !== null ? [] : [definition.node];
    });
    kept.push(...top.filter((node) => mixed.has(node)));
    entries.setList(
      null,
      key,
      top.filter((node) => !mixed.has(node)),
    );
  }
  if (mixed.size > 0) entries.setList(null, "entries", kept);
}
