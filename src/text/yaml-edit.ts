import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
} from "yaml";
import { isRecord } from "./check";
import { carryOver } from "./line-diff";
import { sameValue } from "./same-value";

// Longer records of a list are written a key a line.
const LONGEST_INLINE = 110;

/**
 * A YAML text (LF) after an edit of its document. Comments, order and layout of what the edit does not touch stay as they
 * are, to the letter.
 */
export function editYaml(text: string, edit: (document: Document) => void): string {
  const document = parseDocument(text, { logLevel: "error" });
  const style = styleOf(text);
  const before = toText(document, style);
  edit(document);
  const after = toText(document, style);
  if (after === before) return text;
  const carried = carryOver(text, before, after);
  return sameValue(plainValue(carried), document.toJS()) ? carried : after;
}

/** A new YAML text of a document that an edit builds up from nothing. */
export function newYaml(edit: (document: Document) => void): string {
  const document = parseDocument("{}", { logLevel: "error" });
  if (isMap(document.contents)) document.contents.flow = false;
  edit(document);
  return toText(document, styleOf(""));
}

/** The document's text. Within brackets, texts of several lines stand in quotation marks: plain ones would not be read. */
function toText(document: Document, style: ReturnType<typeof styleOf>): string {
  visit(document, {
    Scalar: (_, node, path) => {
      if (typeof node.value !== "string" || !node.value.includes("\n")) return;
      if (path.some((each) => isCollection(each) && each.flow === true)) node.type = Scalar.QUOTE_DOUBLE;
      else if (node.source === undefined && node.type === Scalar.PLAIN) delete node.type;
    },
  });
  return document.toString(style);
}

function plainValue(text: string): unknown {
  const document = parseDocument(text, { logLevel: "error" });
  return document.errors.length > 0 ? undefined : document.toJS();
}

/** How a text is laid out, as far as the writer can be told: for the lines that are new. */
function styleOf(text: string): { lineWidth: 0; indent: number; indentSeq: boolean; flowCollectionPadding: boolean } {
  const indents = [...text.matchAll(/^( +)(?=[^\s#])/gm)].map(([, blanks = ""]) => blanks.length);
  const indent = indents.length === 0 ? 2 : Math.min(...indents);
  const list = /^( *)[^\s#-][^\n]*:[^\S\n]*\n( *)- /m.exec(text);
  return {
    lineWidth: 0,
    indent: Math.min(8, indent),
    indentSeq: list === null || (list[1]?.length ?? 0) < (list[2]?.length ?? 0),
    flowCollectionPadding: !/\{[^\s}]/.test(text),
  };
}

/** A node of a plain value; a record in a list stands on one line if it is short. */
export function toNode(document: Document, value: unknown): Node {
  const node = document.createNode(withoutUndefined(value), { aliasDuplicateObjects: false });
  inline(node, false);
  return node;
}

function inline(node: unknown, inList: boolean): void {
  if (isSeq(node)) {
    if (node.items.every(isScalar) && fits(node)) node.flow = true;
    for (const item of node.items) inline(item, true);
  } else if (isMap(node)) {
    const isFlat = !node.items.some(({ value }) => isSeq(value) && value.items.some(isCollection));
    if (inList && isFlat && fits(node)) node.flow = true;
    for (const pair of node.items) inline(pair.value, false);
  }
}

function fits(node: Node): boolean {
  return JSON.stringify(node.toJSON()).length <= LONGEST_INLINE;
}

/** The pair with this key in a map. */
export function pairOf(map: YAMLMap, key: string): Pair<unknown, unknown> | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

/**
 * Puts a plain value under a key of a map, with as much of what stands there kept as is still true; takes the key out for
 * undefined. A new key comes before those of `behind`, else last.
 */
export function setKey(
  document: Document,
  map: YAMLMap,
  key: string,
  value: unknown,
  behind: readonly string[] = [],
): void {
  const pair = pairOf(map, key);
  if (value === undefined) {
    if (pair !== undefined) map.items.splice(map.items.indexOf(pair), 1);
  } else if (pair === undefined) {
    const created = document.createPair(key, null);
    created.value = toNode(document, value);
    const at = map.items.findIndex((each) => isScalar(each.key) && behind.includes(String(each.key.value)));
    map.items.splice(at === -1 ? map.items.length : at, 0, created);
  } else pair.value = synced(document, pair.value, value);
}

/** The node itself, changed to hold a plain value, or a new one where it is of another kind. */
function synced(document: Document, node: unknown, value: unknown): unknown {
  if (isMap(node) && isRecord(value)) {
    for (const pair of [...node.items]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      if (value[key] === undefined) node.items.splice(node.items.indexOf(pair), 1);
    }
    for (const [key, each] of Object.entries(value)) setKey(document, node, key, each);
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    const was: unknown[] = node.toJSON();
    if (sameValue(was, value)) return node;
    const free = new Set(node.items);
    // What is there already keeps its node, wherever it stands now; the rest is changed in place or new.
    const same = value.map((each) => {
      const found = node.items.find((item, index) => free.has(item) && sameValue(was[index], each));
      if (found !== undefined) free.delete(found);
      return found;
    });
    node.items = value.map((each: unknown, index) => {
      const own = node.items[index];
      if (same[index] !== undefined) return same[index];
      if (own === undefined || !free.delete(own)) return toNode(document, each);
      return synced(document, own, each);
    });
    return node;
  }
  if (isScalar(node) && (typeof value !== "object" || value === null)) {
    if (node.value !== value && !sameText(node.value, node.source, value)) {
      node.value = value;
      delete node.source;
    }
    return node;
  }
  const created = toNode(document, value);
  if (isScalar(node) && node.commentBefore) created.commentBefore = node.commentBefore;
  return created;
}

/** True if a value is the text that a number or word of the file is read as: 007 is "007". */
function sameText(value: unknown, source: string | undefined, text: unknown): boolean {
  return typeof value !== "string" && typeof text === "string" && (source ?? String(value)) === text;
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutUndefined(each)]));
}
