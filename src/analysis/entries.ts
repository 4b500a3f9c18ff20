import { optionError } from "../issues/input-error";
import { type Category, entriesOf, type Scheme, type Theme } from "../model/scheme";
import { categoryTree, type TreeRow, themeTree } from "../scheme/tree";
import type { Passage } from "../study/passages";
import { refuseNoList } from "./list-option";

/** What the rows of a result are. */
export type Level = "theme" | "code" | "category";

/** One row of a result: a theme, code or category with the codes that count for it. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  /** 0 for the outermost. */
  readonly depth: number;
  /** Names of the entries around it, from the outermost. */
  readonly within: readonly string[];
  /** Ids of the entries around it, from the outermost. */
  readonly ancestors: readonly string[];
  /** Its own codes and those of everything inside it, each once. */
  readonly codes: readonly string[];
  /** Its own codes alone. */
  readonly ownCodes: readonly string[];
}

/** The entries of a level in the analyst's order, what is inside an entry below it. Retired codes are left out. */
export function entriesAt(scheme: Scheme, level: Level): Entry[] {
  const codes = entriesOf(scheme, "code").filter((code) => !code.retired);
  switch (level) {
    case "code":
      return codes.map(({ id, name }) => ({
        id,
        name,
        depth: 0,
        within: [],
        ancestors: [],
        codes: [id],
        ownCodes: [id],
      }));
    case "theme":
      return fromTree(themeTree(scheme), ({ codes: own }) => own);
    case "category":
      return fromTree(categoryTree(scheme), ({ id }) =>
        codes.flatMap((code) => (code.category === id ? [code.id] : [])),
      );
  }
}

/** The rows of a tree as entries. A row stands below the rows it is inside, so the last of each lesser depth is around it. */
function fromTree<E extends Theme | Category>(
  tree: readonly TreeRow<E>[],
  ownCodes: (entry: E) => readonly string[],
): Entry[] {
  const open: E[] = [];
  return tree.map(({ entry, depth, codes }) => {
    open.length = depth;
    const around = [...open];
    open.push(entry);
    const [ancestors, within] = [around.map(({ id }) => id), around.map(({ name }) => name)];
    return { id: entry.id, name: entry.name, depth, within, ancestors, codes, ownCodes: ownCodes(entry) };
  });
}

/** The entries with these ids and everything inside them; all without ids. Throws `InputError` for an unknown id. */
export function withinEntries(entries: readonly Entry[], ids: readonly string[] | undefined): readonly Entry[] {
  if (ids === undefined) return entries;
  const known = entries.map((entry) => entry.id);
  refuseNoList("themes", ids, known);
  for (const id of ids) if (!known.includes(id)) throw optionError("themes", id, known);
  return entries.filter((entry) => [entry.id, ...entry.ancestors].some((id) => ids.includes(id)));
}

/** The passages of each entry, in file order: those coded with one of its codes, or one of its own codes. */
export function passagesByEntry(
  entries: readonly Entry[],
  passages: readonly Passage[],
  which: "codes" | "ownCodes",
): Map<Entry, Passage[]> {
  const holders = new Map<string, Entry[]>();
  const found = new Map<Entry, Passage[]>();
  for (const entry of entries) {
    found.set(entry, []);
    for (const code of entry[which]) {
      const holding = holders.get(code);
      if (holding === undefined) holders.set(code, [entry]);
      else holding.push(entry);
    }
  }
  for (const passage of passages) for (const entry of holders.get(passage.code) ?? []) found.get(entry)?.push(passage);
  return found;
}
