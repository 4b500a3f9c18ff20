import { listed } from "../text/plural";
import { readable } from "../text/readable";
import type { PastStep } from "./history";
import type { Kind } from "./scheme-fields";
import { above, type Entries, find, kindAbove } from "./steps/entry-list";

const PLURALS = { category: "categories", code: "codes", theme: "themes" } as const;

/** A recorded step in words, with the names of its time: `merged the codes "Hope" and "Trust" into "Ahead"`. */
export function stepWords({ reading, kind, before, after }: PastStep): string {
  const { action, ids, into, fields } = reading;
  const [id = ""] = ids;
  const old = quoted(before, kind, ids);
  const targets = quoted(
    after,
    kind,
    into.map((each) => each.id),
  );
  switch (action) {
    case "add":
      return `added the ${kind} ${quoted(after, kind, ids)}`;
    case "rename":
      return `renamed the ${kind} ${old} to ${quoted(after, kind, ids)}`;
    case "move":
      return `moved the ${kind} ${old} ${moved(kind, id, before, after)}`;
    case "merge":
      return `merged the ${ids.length === 1 ? kind : PLURALS[kind]} ${old} into ${targets}`;
    case "split":
      return `split the ${kind} ${old} into ${targets}`;
    case "redefine":
      return `defined the ${kind} ${old} anew (${listed(Object.keys(fields))})`;
    case "retire":
      return `retired the ${kind} ${old}`;
  }
}

/** Names of entries in quotation marks. */
function quoted(entries: Entries, kind: Kind, ids: readonly string[]): string {
  return listed(ids.map((id) => `"${find(entries, kind, id)?.name ?? readable(id)}"`));
}

function moved(kind: Kind, id: string, before: Entries, after: Entries): string {
  const under = (entries: Entries): string => {
    const entry = find(entries, kind, id);
    const place = entry === undefined ? null : above(entry);
    return place === null ? "none" : quoted(entries, kindAbove(kind), [place]);
  };
  const themes = (entries: Entries): string => {
    const held = entries.flatMap((each) => (each.kind === "theme" && each.codes.includes(id) ? each.id : []));
    return held.length === 0 ? "none" : quoted(entries, "theme", held);
  };
  const words: string[] = [];
  if (under(before) !== under(after)) words.push(`from ${under(before)} to ${under(after)}`);
  if (kind === "code" && themes(before) !== themes(after)) {
    words.push(`from the themes ${themes(before)} to ${themes(after)}`);
  }
  return words.length === 0 ? "to where it was" : words.join(" and ");
}
