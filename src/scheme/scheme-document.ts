import { type Document, isMap, isNode, isScalar, isSeq, type Node, Scalar, type YAMLMap, YAMLSeq } from "yaml";
import type { SchemeEntry } from "../model/scheme";
import { pairOf, setKey, toNode } from "../text/yaml-edit";
import type { Kind } from "./scheme-fields";

/** The lists within an entry that other entries can stand in, or be named in. */
export const LISTS = ["codes", "subthemes", "categories"] as const;
/** A list within an entry, or one of the scheme itself. */
export type ListKey = (typeof LISTS)[number] | "themes" | "entries";

/** Where an entry of a scheme is defined in a YAML document. */
export interface Definition {
  readonly kind: Kind;
  readonly id: string;
  /** A record, or the id alone. */
  node: YAMLMap | Scalar;
  /** The entry it stands within; null if in none. */
  owner: Definition | null;
}

const SECTION_KINDS = { categories: "category", codes: "code", themes: "theme" } as const;
const NESTED_KINDS = { categories: "category", codes: "code", subthemes: "theme" } as const;

/** The entries of a scheme's YAML document: where each is defined, and what stands in each list. */
export class SchemeDocument {
  readonly document: Document;
  readonly root: YAMLMap;
  readonly #definitions = new Map<string, Definition>();

  constructor(document: Document, root: YAMLMap) {
    this.document = document;
    this.root = root;
    for (const { key, value } of root.items) {
      const section = isScalar(key) ? String(key.value) : "";
      if (!isSeq(value)) continue;
      if (section === "entries") for (const item of value.items) this.#collect(kindOf(item), item, null);
      if (section === "categories" || section === "codes" || section === "themes") {
        for (const item of value.items) this.#collect(SECTION_KINDS[section], item, null);
      }
    }
  }

  get definitions(): readonly Definition[] {
    return [...this.#definitions.values()];
  }

  find(kind: Kind, id: string): Definition | undefined {
    return this.#definitions.get(`${kind} ${id}`);
  }

  #collect(kind: Kind | undefined, item: unknown, owner: Definition | null): void {
    // An id alone within an entry names what is defined elsewhere.
    if (kind === undefined || !(isMap(item) || (isScalar(item) && owner === null))) return;
    const id = isMap(item) ? idOf(pairOf(item, "id")?.value) : idOf(item);
    if (id === undefined) return;
    const definition: Definition = { kind, id, node: item, owner };
    this.#definitions.set(`${kind} ${id}`, definition);
    if (!isMap(item)) return;
    for (const key of LISTS) {
      const list = this.list(definition, key);
      for (const each of list?.items ?? []) this.#collect(NESTED_KINDS[key], each, definition);
    }
  }

  /** Notes a new definition, which stands in no list yet. */
  define(entry: SchemeEntry, record: Readonly<Record<string, unknown>>): Definition {
    const node = toNode(this.document, record);
    if (!isMap(node)) throw new TypeError("A record is a map.");
    const definition: Definition = { kind: entry.kind, id: entry.id, node, owner: null };
    this.#definitions.set(`${entry.kind} ${entry.id}`, definition);
    return definition;
  }

  forget({ kind, id }: Definition): void {
    this.#definitions.delete(`${kind} ${id}`);
  }

  /** The definition's record; made from an id that stands alone. */
  record(definition: Definition): YAMLMap {
    if (isMap(definition.node)) return definition.node;
    const { commentBefore, comment, spaceBefore } = definition.node;
    const node = toNode(this.document, { id: definition.id });
    if (!isMap(node)) throw new TypeError("A record is a map.");
    Object.assign(node, { commentBefore, comment, spaceBefore });
    for (const { value } of this.root.items) {
      const at = isSeq(value) ? value.items.indexOf(definition.node) : -1;
      if (isSeq(value) && at >= 0) value.items[at] = node;
    }
    definition.node = node;
    return node;
  }

  /** The list under a key of an entry, or of the scheme itself; undefined if there is none. */
  list(owner: Definition | null, key: ListKey): YAMLSeq | undefined {
    const map = owner === null ? this.root : owner.node;
    const list = isMap(map) ? pairOf(map, key)?.value : undefined;
    return isSeq(list) ? list : undefined;
  }

  /** Ids that stand alone in a list, and name what is defined elsewhere. */
  named(owner: Definition, key: ListKey): Map<string, Node> {
    const found = new Map<string, Node>();
    for (const item of this.list(owner, key)?.items ?? []) {
      const id = isScalar(item) ? idOf(item) : undefined;
      if (isScalar(item) && id !== undefined) found.set(id, item);
    }
    return found;
  }

  /** Puts these nodes into a list, in this order; a list of nothing goes. */
  setList(owner: Definition | null, key: ListKey, items: readonly Node[]): void {
    const there = this.list(owner, key);
    const same = there !== undefined && there.items.length === items.length;
    if (same && there.items.every((item, index) => item === items[index])) return;
    if (items.length === 0 && there === undefined) return;
    const map = owner === null ? this.root : this.record(owner);
    if (items.length === 0) {
      setKey(this.document, map, key, undefined);
      return;
    }
    const list = there ?? new YAMLSeq();
    if (there === undefined) {
      if (items.every(isScalar) && this.#listsAreInline(key)) list.flow = true;
      const empty = pairOf(map, key);
      const pair = empty ?? this.document.createPair(key, null);
      pair.value = list;
      const at =
        owner === null ? map.items.findIndex((each) => isScalar(each.key) && each.key.value === "changes") : -1;
      if (empty === undefined) map.items.splice(at === -1 ? map.items.length : at, 0, pair);
    } else this.#layOut(list, items);
    const [first] = items;
    const firstBefore = there?.items[0];
    if (there?.commentBefore && isNode(firstBefore) && first !== firstBefore) {
      // What stands above a list is said of its first entry, and goes where that goes.
      const { commentBefore } = firstBefore;
      firstBefore.commentBefore = there.commentBefore + (commentBefore ? `\n${commentBefore}` : "");
      there.commentBefore = null;
    }
    if (first?.spaceBefore === true && there !== undefined && there.items[0] !== first) {
      // The empty line stands between entries, and not above the first of them.
      first.spaceBefore = false;
      const last = there.items[0];
      if (isMap(last)) last.spaceBefore = true;
    }
    list.items = [...items];
    if (list.flow && items.some((item) => isMap(item) && !item.flow)) list.flow = false;
  }

  /** Lays new entries of a list out like those that are there: on one line, or with an empty line above. */
  #layOut(list: YAMLSeq, items: readonly Node[]): void {
    const [first, ...others] = list.items.filter(isMap);
    const isInline = first?.flow === true && others.every((each) => each.flow === true);
    const isSpaced = others.length > 0 && others.every((each) => each.spaceBefore === true);
    for (const item of items) {
      if (list.items.includes(item) || !isMap(item)) continue;
      if (isInline && !LISTS.some((key) => pairOf(item, key) !== undefined)) item.flow = true;
      if (!isInline && first !== undefined) item.flow = false;
      if (isSpaced) item.spaceBefore = true;
    }
  }

  #listsAreInline(key: ListKey): boolean {
    const lists = this.definitions.flatMap((each) => this.list(each, key) ?? []);
    return lists.length > 0 && lists.every((each) => each.flow === true);
  }

  /** An id that stands alone. */
  name(id: string): Node {
    return new Scalar(id);
  }
}

/** The id a node holds, as it is written: 007 is "007". */
function idOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  const text = typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
  return text.trim().normalize("NFC");
}

function kindOf(item: unknown): Kind | undefined {
  const kind = isMap(item) ? idOf(pairOf(item, "kind")?.value)?.toLowerCase() : undefined;
  return kind === "category" || kind === "code" || kind === "theme" ? kind : undefined;
}
