import { refuseNoText } from "../issues/call";
import { type Issue, issue } from "../issues/issue";
import { type Locator, type Source, toSource } from "../issues/source";
import { shown } from "../issues/wording";
import type { Scheme, SchemeEntry } from "../model/scheme";
import { readScheme } from "../scheme/read-scheme";
import { toId } from "../scheme/to-id";
import type { PlainScheme } from "../study/read-parts";
import { canonicalText } from "../text/canonical";
import { isRecord } from "../text/check";
import { count, listed } from "../text/plural";
import { readable } from "../text/readable";
import { tooManyEntries } from "./codebook-size";
import { type CodebookTree, type CodeElement, readCodebookTree, type SetElement } from "./codebook-tree";
import { readDescription } from "./description";
import { parseJson } from "./entry-fields";
import { plainGuid } from "./guid";
import { newIds } from "./new-ids";

/** By what other programs know an entry of the scheme: its GUID, and its colour if it has one. */
export interface CodebookIdentity {
  readonly kind: SchemeEntry["kind"];
  readonly id: string;
  /** Lower case, without braces; absent where the file states none, a wrong one, or that of another entry. */
  readonly guid?: string;
  /** "#RRGGBB" or "#RGB", as written. */
  readonly color?: string;
}

/** A codebook as it was read. */
export interface CodebookReading {
  readonly scheme: Scheme;
  /** To be given to `toCodebook` with the scheme, so that other programs know their codes again. */
  readonly identities: readonly CodebookIdentity[];
  readonly issues: readonly Issue[];
}

/** A record of `readScheme`, and where the file has it. */
interface Draft {
  readonly kind: SchemeEntry["kind"];
  readonly at: number;
  readonly record: Readonly<Record<string, unknown>>;
  readonly identity: { readonly guid: string | undefined; readonly color?: string | undefined };
}

/**
 * The scheme in a REFI-QDA codebook (.qdc), or in the codebook of a project (.qde): that of `toCodebook` as it was, that of
 * another program as far as a scheme has places for it.
 *
 * A code that cannot be applied (`isCodable` is false) is a category, any other a code; one with codes under it that can be
 * applied itself is both, a category and a code in it with one id. Sets are themes. Ids are made from names, no two of a kind
 * alike. In a description, lines that begin with "Include:", "Exclude:" or "Example:" are the fields of that name. Colours
 * and GUIDs are in `identities`.
 *
 * @param file The name that messages give the text; "codebook.qdc" by default.
 *
 * @example
 * ```ts
 * const { scheme } = parseCodebook(`<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
 *   <Code guid="64d5460a-a39d-49e4-87ea-0279aaa78b59" name="Feelings" isCodable="false">
 *     <Code guid="c29be6a9-423f-47ab-999c-8bdb295620bc" name="Being at ease" isCodable="true"/>
 *   </Code>
 * </Codes></CodeBook>`);
 * scheme.entries.map((entry) => `${entry.kind} ${entry.id}`); // => ["category feelings", "code being-at-ease"]
 * ```
 */
export function parseCodebook(text: string, file = "codebook.qdc"): CodebookReading {
  refuseNoText(text);
  const { value, where, issues, drafts } = plainCodebook(toSource(file, canonicalText(text)));
  const read = readScheme(value, where);
  const kept = new Set(read.scheme.entries.map(({ kind, id }) => `${kind} ${id}`));
  const identities = drafts.flatMap(({ kind, record: { id }, identity: { guid, color } }): CodebookIdentity[] => {
    if ((guid ?? color) === undefined || typeof id !== "string" || !kept.has(`${kind} ${id}`)) return [];
    return [{ kind, id, ...(guid === undefined ? {} : { guid }), ...(color === undefined ? {} : { color }) }];
  });
  return { scheme: read.scheme, identities, issues: [...issues, ...read.issues] };
}

/** The plain value of a codebook's scheme, and by what other programs know its entries. */
export interface PlainCodebook extends PlainScheme {
  readonly drafts: readonly Draft[];
}

/** What a codebook holds, as plain data for `readScheme`. */
export function plainCodebook(source: Source): PlainCodebook {
  const large = tooManyEntries(source);
  const tree = readCodebookTree(large === null ? source.text : "");
  const issues: Issue[] = large === null ? [] : [large];
  if (large === null && tree.problem !== null) {
    const hint = "Export the codebook once more.";
    const place = source.place(tree.problem.at);
    issues.push(issue("broken-file", `The XML ${tree.problem.message}.`, { hint, place }));
  } else if (large === null && !tree.found) {
    const hint = "A codebook of REFI-QDA is an XML file with the element CodeBook; programs export it as .qdc.";
    issues.push(issue("broken-file", "This is no codebook.", { hint, place: { file: source.file } }));
  }
  const drafts = inOrder(draftsOf(tree, source, issues), tree.instruction, source, issues);
  const { version, changes } = headOf(tree.instruction);
  const value = {
    ...(version === undefined ? {} : { version }),
    ...(changes === undefined ? {} : { changes }),
    entries: drafts.map(({ record }) => record),
  };
  const more = [...wrongGuids(tree, source), ...othersOf(tree, source)];
  return { value, where: locatorOf(source, drafts), issues: [...issues, ...more], drafts };
}

/** An element with what its description says, and with its ids once they are given. */
interface Node {
  readonly element: CodeElement;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly parent: Node | null;
  categoryId: string | null;
  codeId: string | null;
}

function draftsOf(tree: CodebookTree, source: Source, issues: Issue[]): Draft[] {
  const nodes: Node[] = [];
  const isCategory = ({ element }: Node): boolean => !element.isCodable || element.children.length > 0;
  const collect = (element: CodeElement, parent: Node | null): void => {
    const fields = readDescription(element.isCodable ? "code" : "category", element.description);
    const node: Node = { element, fields, parent, categoryId: null, codeId: null };
    nodes.push(node);
    for (const child of element.children) collect(child, node);
  };
  for (const code of tree.codes) collect(code, null);
  const stated = ({ fields: { id } }: Pick<Node, "fields">): string[] => (typeof id === "string" ? [id] : []);
  // Ids that the file states come first, so that none is made which another entry has.
  const codeIds = newIds(nodes.filter(({ element }) => element.isCodable).flatMap(stated), "code");
  const categoryIds = newIds(nodes.filter(({ element }) => !element.isCodable).flatMap(stated), "category");
  const guids = new Map<string, Node>();
  const named = new Map<Node | null, Set<string>>();
  const drafts: Draft[] = [];
  for (const node of nodes) {
    const { element, fields, parent } = node;
    const within = parent?.categoryId ?? undefined;
    const { id: own = undefined, ...texts } = fields;
    const given = typeof own === "string" ? own : undefined;
    if (element.isCodable) node.codeId = given ?? codeIds.of(element.name, within);
    // One that is both has one id for both: its category asks for the id that its code has.
    if (isCategory(node)) {
      node.categoryId = element.isCodable
        ? categoryIds.of(node.codeId ?? "", within)
        : (given ?? categoryIds.of(element.name, within));
      if (element.isCodable && node.codeId !== null && node.categoryId !== node.codeId)
        node.categoryId = categoryIds.of(`${node.codeId}-group`);
    }
    const beside = named.get(parent) ?? new Set<string>();
    const kindAndName = `${element.isCodable} ${element.name}`;
    // An id that is the plain name was left by the other one, which states its own.
    const isMade = given === undefined && (node.codeId ?? node.categoryId) !== toId(element.name);
    if (isMade && beside.has(kindAndName) && element.name.trim() !== "") issues.push(sameName(node, source));
    named.set(parent, beside.add(kindAndName));
    // Some programs write names of their own here, by which their sets know the codes all the same.
    const key = keyOf(element.guid);
    const isFirst = key !== undefined && !guids.has(key);
    if (isFirst) guids.set(key, node);
    const guid = isFirst ? plainGuid(element.guid) : undefined;
    const identity = { guid, color: colorOf(element, source, issues) };
    const name = element.name.trim() === "" ? readable(node.codeId ?? node.categoryId ?? "") : element.name;
    const parentId = parent?.categoryId ?? null;
    if (node.categoryId !== null) {
      const record = {
        kind: "category",
        id: node.categoryId,
        name,
        parent: parentId,
        ...(element.isCodable ? {} : texts),
      };
      drafts.push({
        kind: "category",
        at: element.at,
        record,
        identity: element.isCodable ? { guid: undefined } : identity,
      });
    }
    if (node.codeId !== null) {
      const record = { kind: "code", id: node.codeId, name, category: node.categoryId ?? parentId, ...texts };
      drafts.push({ kind: "code", at: element.at, record, identity });
    }
  }
  return [...drafts, ...themesOf(tree.sets, guids, nodes, source, issues)];
}

function sameName({ element: { name, at }, parent, codeId, categoryId }: Node, source: Source): Issue {
  const where = parent === null ? "" : ` under ${shown(parent.element.name)}`;
  const message = `The codebook has ${shown(name)}${where} twice: this one was given the id "${codeId ?? categoryId}".`;
  const hint = "If they are one code, merge them; if they are two, give them names that can be told apart.";
  return issue("duplicate-name", message, { hint, place: source.place(at) });
}

function themesOf(
  sets: readonly SetElement[],
  guids: ReadonlyMap<string, Node>,
  nodes: readonly Node[],
  source: Source,
  issues: Issue[],
): Draft[] {
  const read = sets.map((set) => ({ set, fields: readDescription("theme", set.description) }));
  const idOf = (fields: Readonly<Record<string, unknown>>): string[] =>
    typeof fields.id === "string" ? [fields.id] : [];
  const stated = new Set(read.flatMap(({ fields }) => idOf(fields)));
  const ids = newIds(stated, "theme");
  return read.map(({ set, fields }): Draft => {
    const { id: own, parent, ...texts } = fields;
    const id = typeof own === "string" ? own : ids.of(set.name);
    const place = source.place(set.at);
    const codes = new Set<string>();
    for (const member of set.members) {
      const node = guids.get(keyOf(member) ?? "");
      if (node === undefined) {
        const message = `The set ${shown(set.name)} names the code ${shown(member)}, which is not in the codebook.`;
        issues.push(issue("not-carried", message, { place }));
      } else if (node.codeId !== null) codes.add(node.codeId);
      else {
        for (const each of nodes) if (each.codeId !== null && isUnder(each, node)) codes.add(each.codeId);
        const message = `The set ${shown(set.name)} names ${shown(node.element.name)}, which is no code; the theme has the codes in it.`;
        issues.push(issue("shape-assumed", message, { place }));
      }
    }
    const isKnown = typeof parent === "string" && stated.has(parent);
    if (parent !== undefined && !isKnown) {
      const message = `The set ${shown(set.name)} stood under ${shown(parent)}, which is not in the codebook.`;
      issues.push(issue("not-carried", message, { place }));
    }
    const name = set.name.trim() === "" ? readable(id) : set.name;
    const record = { kind: "theme", id, name, parent: isKnown ? parent : null, codes: [...codes], ...texts };
    return { kind: "theme", at: set.at, record, identity: { guid: plainGuid(set.guid) } };
  });
}

/** By what references to an element are compared. */
function keyOf(guid: string | undefined): string | undefined {
  return plainGuid(guid) ?? (guid?.trim() || undefined);
}

function isUnder(node: Node, above: Node): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (at === above) return true;
  return false;
}

function colorOf({ color, name, at }: CodeElement, source: Source, issues: Issue[]): string | undefined {
  if (color === undefined || /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.test(color.trim())) return color?.trim();
  const message = `The colour ${shown(color)} of ${shown(name)} is not one of the form #RRGGBB.`;
  issues.push(issue("not-carried", message, { place: source.place(at) }));
  return undefined;
}

/** The drafts in the order that our own instruction states; as they stand in the file where it states none. */
function inOrder(drafts: Draft[], instruction: string | undefined, source: Source, issues: Issue[]): Draft[] {
  if (instruction === undefined) return drafts;
  const stated = parseJson(instruction);
  if (!isRecord(stated)) {
    const message =
      "What this library wrote for itself at the head of the codebook cannot be read: the version of the scheme and its history.";
    issues.push(issue("not-carried", message, { place: { file: source.file } }));
    return drafts;
  }
  const order = new Map(Array.isArray(stated.order) ? stated.order.map((key: unknown, index) => [key, index]) : []);
  const rank = ({ kind, record }: Draft): number => order.get(`${kind} ${record.id}`) ?? order.size;
  return drafts.sort((a, b) => rank(a) - rank(b));
}

function headOf(instruction: string | undefined): { version?: unknown; changes?: unknown } {
  const stated = instruction === undefined ? undefined : parseJson(instruction);
  return isRecord(stated) ? { version: stated.version, changes: stated.changes } : {};
}

function locatorOf(source: Source, drafts: readonly Draft[]): Locator {
  const origin: Locator["origin"] = ([section, index]) => {
    const draft = section === "entries" && typeof index === "number" ? drafts[index] : undefined;
    if (draft === undefined) return undefined;
    const end = source.text.indexOf(">", draft.at);
    return { source, start: draft.at, end: end < 0 ? draft.at + 1 : end + 1 };
  };
  return { origin, keyOrigin: origin };
}

function othersOf({ others }: CodebookTree, source: Source): Issue[] {
  if (others.size === 0) return [];
  const what = listed([...others].map(([name, number]) => count(number, name, `${name}s`)));
  return [
    issue("not-carried", `The codebook has ${what} in its codes, for which a scheme has no place.`, {
      place: { file: source.file },
    }),
  ];
}

function wrongGuids({ codes, sets }: CodebookTree, source: Source): Issue[] {
  const all = (elements: readonly CodeElement[]): (string | undefined)[] =>
    elements.flatMap(({ guid, children }) => [guid, ...all(children)]);
  const wrong = [...all(codes), ...sets.map(({ guid }) => guid)].filter(
    (guid) => guid !== undefined && plainGuid(guid) === undefined,
  );
  if (wrong.length === 0) return [];
  const message = `${count(wrong.length, "identifier")} of the codebook ${wrong.length === 1 ? "is no GUID" : "are no GUIDs"}, such as ${shown(wrong[0])}.`;
  const hint = "Codes and sets are read all the same; a codebook made of the scheme has new ones.";
  return [issue("not-carried", message, { hint, place: { file: source.file } })];
}
