import { type Issue, issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { shown } from "../issues/wording";
import type { CsvRow } from "../text/csv";
import { listed } from "../text/plural";
import type { ListColumns } from "./list-columns";
import type { ListRow, Node } from "./list-node";
import { pathOf, pathSeparator } from "./list-paths";
import { newIds } from "./new-ids";
import { reportNewParents, reportSameNames } from "./told-of-list";

/** A record of `readScheme`, and the row it is of. */
export interface ListEntry {
  readonly row: CsvRow | undefined;
  readonly record: Readonly<Record<string, unknown>>;
}

/** The entries of a list that does not state their kinds: which are groups is told by what stands under what. */
export function entriesOfTree(
  rows: readonly ListRow[],
  top: "categories" | "themes",
  { of }: ListColumns,
  source: Source,
  issues: Issue[],
): ListEntry[] {
  const isByParent = rows.some(({ parent }) => parent !== undefined);
  const nodes = isByParent ? nodesByParent(rows) : nodesByPath(rows, source, issues);
  for (const { parent } of nodes) if (parent !== undefined) parent.isParent = true;
  giveIds(nodes, top);
  if (isByParent) reportNewParents(nodes, top, of, source, issues);
  reportSameNames(nodes, of, issues);
  const groups = nodes.flatMap((node) => (top === "categories" ? categoryEntries(node) : themeEntries(node, issues)));
  return [...groups, ...(top === "themes" ? themesAround(nodes) : []), ...themesNamed(nodes)];
}

function toNode(name: string, line: ListRow | undefined, parent?: Node): Node {
  return { name, line, parent, isParent: false, codeId: undefined, groupId: undefined };
}

/** Parents are found among the ids of the list, then among its names; others are new, and stand before what is under them. */
function nodesByParent(rows: readonly ListRow[]): Node[] {
  const nodes = rows.map((row) => toNode(row.name, row));
  const ids = new Map(nodes.flatMap((node) => (node.line?.id === undefined ? [] : [[node.line.id, node] as const])));
  const names = new Map(nodes.toReversed().map((node) => [node.name.toLowerCase(), node]));
  return nodes.flatMap((node) => {
    const word = node.line?.parent;
    if (word === undefined) return [node];
    const known = ids.get(word) ?? names.get(word.toLowerCase());
    // A code in a category of its own name: both are there.
    if (known === node) node.isParent = true;
    else if (known !== undefined) node.parent = known;
    else {
      const made = toNode(word, undefined);
      names.set(word.toLowerCase(), made);
      node.parent = made;
      return [made, node];
    }
    return [node];
  });
}

function nodesByPath(rows: readonly ListRow[], source: Source, issues: Issue[]): Node[] {
  const separator = pathSeparator(rows.map(({ name }) => name));
  if (separator === null) return rows.map((row) => toNode(row.name, row));
  const hint =
    "Nothing if that is right; else put the names above into a column of their own, with the heading parent.";
  const message = `The names were read as paths, parted by ${shown(separator)}.`;
  issues.push(issue("shape-assumed", message, { hint, place: source.linePlace(1) }));
  const keyOf = (path: readonly string[]): string => path.join("\n").toLowerCase();
  const listedAt = new Map<string, Node>();
  const paths = rows.map((row) => {
    const path = pathOf(row.name, separator);
    const node = toNode(path.at(-1) ?? row.name, row);
    if (!listedAt.has(keyOf(path))) listedAt.set(keyOf(path), node);
    return { path, node };
  });
  return paths.flatMap(({ path, node }) => {
    const made: Node[] = [];
    let parent: Node | undefined;
    for (let depth = 1; depth < path.length; depth++) {
      const key = keyOf(path.slice(0, depth));
      let above = listedAt.get(key);
      if (above === undefined) {
        above = toNode(path[depth - 1] ?? "", undefined, parent);
        listedAt.set(key, above);
        made.push(above);
      }
      parent = above;
    }
    node.parent = parent;
    return [...made, node];
  });
}

/** Ids that are stated first, so that none is made which another has. A category and the code in it share theirs. */
function giveIds(nodes: readonly Node[], top: "categories" | "themes"): void {
  const stated = nodes.flatMap(({ line }) => line?.id ?? []);
  const codes = newIds(stated, "code");
  const groups = newIds(stated, top === "themes" ? "theme" : "category");
  for (const node of nodes) {
    const within = node.parent?.groupId ?? node.parent?.codeId;
    const isCode = node.line !== undefined && (top === "categories" || !node.isParent);
    if (isCode) node.codeId = node.line?.id ?? codes.of(node.name, within);
    if (node.isParent)
      node.groupId = node.line?.id ?? (node.codeId === undefined ? groups.of(node.name, within) : undefined);
  }
  // What a code in a group is called is known only now.
  const taken = newIds([...stated, ...nodes.flatMap(({ groupId }) => groupId ?? [])], "category");
  for (const node of nodes) if (node.isParent) node.groupId ??= taken.of(node.codeId ?? node.name);
}

function categoryEntries({ name, line, parent, codeId, groupId }: Node): ListEntry[] {
  const above = parent?.groupId ?? null;
  const category = { row: line?.row, record: { kind: "category", id: groupId, name, parent: above } };
  const code = {
    row: line?.row,
    record: { kind: "code", id: codeId, name, category: groupId ?? above, ...line?.fields },
  };
  return [...(groupId === undefined ? [] : [category]), ...(codeId === undefined ? [] : [code])];
}

/** Codes alone: themes follow, since they name their codes. */
function themeEntries({ name, line, codeId, groupId }: Node, issues: Issue[]): ListEntry[] {
  if (codeId !== undefined) return [{ row: line?.row, record: { kind: "code", id: codeId, name, ...line?.fields } }];
  const lost = Object.keys(line?.fields ?? {}).filter((field) => !THEME_FIELDS.has(field));
  if (groupId !== undefined && line !== undefined && lost.length > 0) {
    const message = `The theme ${shown(name)} has no place for what the list says under ${listed(lost)}.`;
    const { source, start, end } = line.row.origin();
    issues.push(issue("not-carried", message, { place: source.place(start, end) }));
  }
  return [];
}

const THEME_FIELDS: ReadonlySet<string> = new Set(["definition", "concept", "boundary", "question", "reviews"]);

function themesAround(nodes: readonly Node[]): ListEntry[] {
  const codesUnder = new Map<Node, string[]>();
  for (const { parent, codeId } of nodes) {
    if (parent === undefined || codeId === undefined) continue;
    const codes = codesUnder.get(parent);
    if (codes === undefined) codesUnder.set(parent, [codeId]);
    else codes.push(codeId);
  }
  return nodes.flatMap((node) => {
    const { name, line, parent, groupId } = node;
    if (groupId === undefined) return [];
    const { definition, ...fields } = line?.fields ?? {};
    const kept = Object.fromEntries(Object.entries(fields).filter(([field]) => THEME_FIELDS.has(field)));
    const concept = kept.concept ?? definition;
    const record = {
      kind: "theme",
      id: groupId,
      name,
      parent: parent?.groupId ?? null,
      codes: codesUnder.get(node) ?? [],
    };
    return [{ row: line?.row, record: { ...record, ...kept, ...(concept === undefined ? {} : { concept }) } }];
  });
}

/** The themes that a column of their own names, in the order in which they are first named. */
function themesNamed(nodes: readonly Node[]): ListEntry[] {
  const themes = new Map<string, { name: string; codes: string[]; row: CsvRow | undefined }>();
  for (const { line, codeId } of nodes) {
    for (const name of line?.themes?.split(";").flatMap((each) => each.trim() || []) ?? []) {
      const known = themes.get(name.toLowerCase()) ?? { name, codes: [], row: line?.row };
      themes.set(name.toLowerCase(), known);
      if (codeId !== undefined) known.codes.push(codeId);
    }
  }
  const taken = nodes.flatMap(({ groupId, codeId }) => (codeId === undefined ? (groupId ?? []) : []));
  const ids = newIds(taken, "theme");
  return [...themes.values()].map(({ name, codes, row }) => ({
    row,
    record: { kind: "theme", id: ids.of(name), name, parent: null, codes },
  }));
}
