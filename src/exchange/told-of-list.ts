import { type Issue, issue } from "../issues/issue";
import { originPlace, type Source } from "../issues/source";
import { nearest } from "../issues/suggest";
import { shown } from "../issues/wording";
import { count } from "../text/plural";
import type { ListColumns } from "./list-columns";
import type { Node } from "./list-node";

/**
 * Tells which parents have no row of their own. In a column of categories or groups that is how it is meant, and only those
 * are told that are nearly the name of a row.
 */
export function reportNewParents(
  nodes: readonly Node[],
  top: "categories" | "themes",
  of: ListColumns["of"],
  source: Source,
  issues: Issue[],
): void {
  const made = nodes.filter(({ line }) => line === undefined);
  const names = nodes.flatMap(({ line, name }) => (line === undefined ? [] : name));
  const column = of.get("parent") ?? "";
  const others: string[] = [];
  for (const node of made) {
    const near = nearest(node.name, names);
    const first = nodes.find(({ parent }) => parent === node)?.line?.row;
    if (near === undefined) {
      others.push(node.name);
      continue;
    }
    const message = `The parent ${shown(node.name)} has no row of its own, and was made a ${WORDS[top].one}.`;
    issues.push(
      issue("shape-assumed", message, { hint: `Did you mean "${near}"?`, place: originPlace(first?.origin(column)) }),
    );
  }
  if (others.length === 0 || !/^parent/i.test(column)) return;
  const what = others.length === 1 ? `a ${WORDS[top].one}` : WORDS[top].many;
  const message = `${count(others.length, "parent")} ${others.length === 1 ? "has no row of its" : "have no rows of their"} own, and ${others.length === 1 ? "was" : "were"} made ${what}: ${some(others)}.`;
  const hint = "Nothing if that is right; else correct the names, or give them rows.";
  issues.push(issue("shape-assumed", message, { hint, place: source.linePlace(1) }));
}

/** The first dozen names, and how many more there are. */
function some(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).map(shown).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

const MOST_NAMED = 12;

const WORDS = {
  categories: { one: "category", many: "categories" },
  themes: { one: "theme", many: "themes" },
} as const;

/** Warns of names that stand twice in one place, where the list does not tell them apart by ids. */
export function reportSameNames(nodes: readonly Node[], of: ListColumns["of"], issues: Issue[]): void {
  const seen = new Map<Node | undefined, Map<string, string>>();
  for (const { name, parent, line, codeId, groupId } of nodes) {
    const names = seen.get(parent) ?? new Map<string, string>();
    seen.set(parent, names);
    const key = name.toLowerCase();
    const id = codeId ?? groupId;
    const first = names.get(key);
    if (first !== undefined && line !== undefined && line.id === undefined && id !== undefined) {
      const where = parent === undefined ? "" : ` under ${shown(parent.name)}`;
      const twice = first === name ? `${where} twice` : ` beside ${shown(first)}${where}`;
      const message = `The list has ${shown(name)}${twice}: this one was given the id "${id}".`;
      const hint = "If they are one code, remove a row; if they are two, give them names that can be told apart.";
      issues.push(issue("duplicate-name", message, { hint, place: originPlace(line.row.origin(of.get("name"))) }));
    }
    if (first === undefined) names.set(key, name);
  }
}
