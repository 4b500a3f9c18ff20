import { group } from "d3-array";
import { optionError } from "../issues/input-error";
import { type Category, entriesOf, type Scheme, type Theme } from "../model/scheme";

/** A theme or category with its place in the tree. */
export interface TreeRow<Entry> {
  readonly entry: Entry;
  /** 0 for an entry under no other. */
  readonly depth: number;
  /** Ids of the entry itself and of all under it, each before those under it. */
  readonly subtree: readonly string[];
  /** Ids of the codes of the whole subtree, each once, its own first. */
  readonly codes: readonly string[];
}

/** The themes of a scheme in the analyst's order, each followed by its subthemes. */
export function themeTree(scheme: Scheme): readonly TreeRow<Theme>[] {
  return toTree(entriesOf(scheme, "theme"), (theme) => theme.codes);
}

/** The categories of a scheme in the analyst's order, each followed by those within it. */
export function categoryTree(scheme: Scheme): readonly TreeRow<Category>[] {
  const codes = group(entriesOf(scheme, "code"), (code) => code.category);
  return toTree(entriesOf(scheme, "category"), (category) => (codes.get(category.id) ?? []).map((code) => code.id));
}

/** Ids of the codes of a theme and of its subthemes, each once. Throws `InputError` for a theme that is not there. */
export function codesOfTheme(scheme: Scheme, id: string): readonly string[] {
  return find(themeTree(scheme), "theme", id).codes;
}

/** Ids of the codes of a category and of those within it. Throws `InputError` for a category that is not there. */
export function codesOfCategory(scheme: Scheme, id: string): readonly string[] {
  return find(categoryTree(scheme), "category", id).codes;
}

/** Depth first with a list of its own in place of recursion, so that no depth is too deep. */
function toTree<E extends Theme | Category>(
  entries: readonly E[],
  codesOf: (entry: E) => readonly string[],
): TreeRow<E>[] {
  const under = group(entries, (entry) => entry.parent);
  const waiting = (under.get(null) ?? []).map((entry) => ({ entry, depth: 0 })).reverse();
  const flat: typeof waiting = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    flat.push(next);
    const depth = next.depth + 1;
    for (const entry of under.get(next.entry.id)?.toReversed() ?? []) waiting.push({ entry, depth });
  }
  return flat.map(({ entry, depth }, index) => {
    let end = index + 1;
    while ((flat[end]?.depth ?? -1) > depth) end++;
    const subtree = flat.slice(index, end).map((each) => each.entry);
    const codes = [...new Set(subtree.flatMap(codesOf))];
    return { entry, depth, subtree: subtree.map(({ id }) => id), codes };
  });
}

function find<E extends Theme | Category>(tree: readonly TreeRow<E>[], kind: E["kind"], id: string): TreeRow<E> {
  const row = tree.find(({ entry }) => entry.id === id);
  if (row === undefined)
    throw optionError(
      kind,
      id,
      tree.map(({ entry }) => entry.id),
    );
  return row;
}
