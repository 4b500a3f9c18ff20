import type { Issue } from "../issues/issue";
import type { Locator, Origin } from "../issues/source";
import type { Rule, Scheme } from "../model/scheme";
import {
  isBlank,
  isRecord,
  newerFormat,
  type Part,
  report,
  reportMissing,
  rootSpot,
  type Spot,
  within,
} from "../text/check";
import { inStatedOrder } from "./entry-order";
import { type Draft, type Link, linkEntries } from "./links";
import { checkHistory } from "./read-history";
import { type Kind, readEntry, readId, readTop } from "./scheme-fields";
import { toId } from "./to-id";

/** The rules of one code as they were written, to be read by whoever knows what rules are. */
export interface CodeRules {
  readonly rules: readonly Rule[];
  readonly spot: Spot;
}

/** A scheme as it was read, with its problems. */
export interface SchemeReading {
  /** What could be read, without the links that are wrong; themes and categories never go in a circle. */
  readonly scheme: Scheme;
  readonly issues: Issue[];
  /** The codes that state rules, with the place of the rules. */
  readonly rules: readonly CodeRules[];
  /** Where the id of an entry stands; undefined if no file holds it. */
  origin(kind: Kind, id: string): Origin | undefined;
}

const SECTIONS = { categories: "category", codes: "code", themes: "theme", entries: null } as const;
// More than any scheme a person can think in. A value that holds itself ends here.
const DEEPEST = 40;

/**
 * Reads a scheme from the plain value of a YAML or JSON file, or of a program: nested, flat, or both at once.
 *
 * In the lists of the scheme itself (`categories`, `codes`, `themes`) a bare id defines an entry; in the lists within an
 * entry it names one that is defined elsewhere. `entries` takes the entries of a `Scheme` as they are, so that a scheme
 * that is read again stays the same. `order` states the order of categories, codes or themes where it is not that of the
 * lists. A name defaults to the id made readable, the version to the one that the last change leads to, else 1. Nothing (null) is an empty scheme.
 */
export function readScheme(value: unknown, where: Locator): SchemeReading {
  const issues: Issue[] = [];
  const drafts: Draft[] = [];
  const links: Link[] = [];
  const newer = newerFormat(value, where);
  const top = newer === undefined && !isBlank(value) ? readTop(value, rootSpot(where, issues)) : undefined;
  if (newer !== undefined) issues.push(newer);
  // Object.keys keeps the order of the file, which is the analyst's.
  for (const section of Object.keys(top ?? {}).filter(isSection)) {
    for (const part of top?.[section] ?? []) {
      const kind = SECTIONS[section] ?? kindOf(part);
      if (kind !== undefined) collect(kind, part, null, drafts, links);
    }
  }
  const changes = top?.changes ?? [];
  const linked = linkEntries(drafts, links);
  const spot = rootSpot(where, issues);
  const scheme = {
    version: top?.version ?? changes.at(-1)?.to ?? 1,
    entries: top?.order === undefined ? linked : inStatedOrder(linked, top.order, within(spot, "order")),
    changes,
  };
  if (changes.length > 0) checkHistory(scheme, within(spot, "changes"));
  // From the last to the first, so that of two definitions the first is kept.
  const spots = new Map(drafts.toReversed().map(({ kind, id, spot }) => [`${kind} ${id}`, spot]));
  return {
    scheme,
    issues,
    rules: drafts.flatMap(({ spot, fields: { suggest } }) =>
      suggest === undefined
        ? []
        : [{ rules: suggest, spot: { ...spot, path: [...spot.path.slice(0, -1), "suggest"] } }],
    ),
    origin(kind, id) {
      const spot = spots.get(`${kind} ${id}`);
      return spot?.where.origin(spot.path);
    },
  };
}

function isSection(key: string): key is keyof typeof SECTIONS {
  return Object.hasOwn(SECTIONS, key);
}

/** The kind that an item of `entries` states. */
function kindOf({ value, spot }: Part): Kind | undefined {
  const kind = isRecord(value) ? value.kind : undefined;
  if (kind === "category" || kind === "code" || kind === "theme") return kind;
  report(spot, "wrong-value", "An entry must state its kind.", 'Write kind: "category", "code" or "theme".');
  return undefined;
}

/** What a part stands within; its id is undefined where it has none, and it is null where the part stands in nothing. */
type Above = { readonly kind: "category" | "theme"; readonly id: string | undefined } | null;

/** Notes the entry that a part defines or names, what it belongs to, and the same of all that stands within it. */
function collect(kind: Kind, { value, spot }: Part, above: Above, drafts: Draft[], links: Link[]): void {
  const link = (child: Link["child"], parent: NonNullable<Above>, at: Spot, named: Link["named"]): void => {
    const { kind, id } = parent;
    if (id !== undefined) links.push({ child, parent: { kind, id }, spot: at, named });
  };
  if (typeof value !== "object" || value === null) {
    const id = readId(value, spot);
    if (id === undefined) return;
    if (above === null) drafts.push({ kind, id, spot, fields: {} });
    else link({ kind, id }, above, spot, "child");
    return;
  }
  if (spot.path.length > DEEPEST) {
    report(spot, "wrong-value", "Entries stand too deep within one another.");
    return;
  }
  const fields = readEntry[kind](value, spot) ?? {};
  const { id, category, themes = [], parent, codes = [], categories = [], subthemes = [] } = fields;
  if (id !== undefined) {
    const child: Draft = { kind, id, spot: within(spot, "id"), fields };
    drafts.push(child);
    if (above !== null) link(child, above, child.spot, null);
    if (kind !== "code") link(child, { kind, id: parent }, within(spot, "parent"), "parent");
    link(child, { kind: "category", id: category }, within(spot, "category"), "parent");
    themes.forEach((theme, index) => {
      link(child, { kind: "theme", id: theme }, within(within(spot, "themes"), index), "parent");
    });
  } else if (isRecord(value) && isBlank(value.id)) {
    reportMissing(spot, `A ${kind}`, "id", `Give it one, such as "id: ${toId(fields.name ?? "") || "hope"}".`);
  }
  // What stands within an entry is read even if the entry itself has no id, since others may name it.
  const here = kind === "code" ? null : { kind, id };
  for (const part of codes) collect("code", part, here, drafts, links);
  for (const part of categories) collect("category", part, here, drafts, links);
  for (const part of subthemes) collect("theme", part, here, drafts, links);
}
