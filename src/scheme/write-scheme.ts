import { type Document, isMap, isNode, type YAMLMap } from "yaml";
import { InputError } from "../issues/input-error";
import { hasErrors, issue } from "../issues/issue";
import { nowhere } from "../issues/source";
import type { Scheme, SchemeEntry } from "../model/scheme";
import { firstDifference, sameValue } from "../text/same-value";
import { editYaml, newYaml, pairOf, setKey } from "../text/yaml-edit";
import { type EntryOrder, ORDER_KEYS, placesOf } from "./entry-order";
import { placeEntries, placeFlat } from "./place-entries";
import { readScheme, type SchemeReading } from "./read-scheme";
import { LISTS, SchemeDocument } from "./scheme-document";

/**
 * The text of a scheme file (YAML or JSON, LF) that holds a scheme, made from the text there is: comments, order and the
 * analyst's way of writing (nested or flat) stay where they still hold, and what does not change stays to the letter. A new
 * text has themes with their codes within them. Throws `InputError` if no text can hold the scheme.
 *
 * Reading the result gives the scheme. Where the lists cannot have its order, since entries are defined within others, the
 * text states it under the key `order`.
 */
export function writeScheme(scheme: Scheme, text: string | null): string {
  if (text === null || text.trim() === "") return newYaml((document) => editScheme(document, scheme));
  if (isJson(text)) return editJson(text, scheme);
  return editYaml(text, (document) => editScheme(document, scheme));
}

const ORDER_COMMENT = " What stands in another place than in the lists above; without it, their order holds.";

/** A scheme as two of them are compared: entries of a kind have an order, and those of different kinds none. */
export function comparableScheme(scheme: Scheme): unknown {
  return { ...inAnyOrder(scheme), order: orderOf(scheme.entries) };
}

function inAnyOrder({ version, entries, changes }: Scheme): Readonly<Record<string, unknown>> {
  const kinds = (["category", "code", "theme"] as const).map((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    return [ORDER_KEYS[kind], Object.fromEntries(own.map((entry) => [entry.id, entry]))] as const;
  });
  return { version, ...Object.fromEntries(kinds), changes };
}

/** The ids of each kind, in order. */
function orderOf(entries: readonly SchemeEntry[]): Readonly<Record<keyof EntryOrder, readonly string[]>> {
  const ids = (kind: SchemeEntry["kind"]): string[] => entries.flatMap((each) => (each.kind === kind ? each.id : []));
  return { categories: ids("category"), codes: ids("code"), themes: ids("theme") };
}

/** Makes a document hold a scheme. */
function editScheme(document: Document, scheme: Scheme): void {
  if (!isMap(document.contents)) document.contents = document.createNode({});
  const root = document.contents;
  if (!isMap(root)) return;
  const read = (): Scheme => readScheme(document.toJS(), nowhere).scheme;
  const holds = (): boolean => sameValue(comparableScheme(read()), comparableScheme(scheme));
  const before = read();
  if (holds()) return;
  const isNew = before.entries.length === 0;
  if (isNew || before.version !== scheme.version) setVersion(document, scheme.version);
  const entries = new SchemeDocument(document, root);
  setFields(entries, before, scheme);
  placeEntries(entries, scheme);
  if (!sameValue(before.changes, scheme.changes)) {
    setKey(document, root, "changes", scheme.changes.length === 0 ? undefined : scheme.changes);
  }
  // What entries within one another cannot say is written as plain lists: the order too, if that undoes nobody's layout.
  const isSaid = isNew ? holds() : sameValue(inAnyOrder(read()), inAnyOrder(scheme));
  if (!isSaid) placeFlat(entries, scheme);
  stateOrder(document, root, scheme);
  const difference = firstDifference(comparableScheme(read()), comparableScheme(scheme));
  if (difference === undefined) return;
  throw new InputError([
    issue(
      "cannot-be-saved",
      `A scheme file cannot hold this scheme: "${difference.path.join(".")}" is read otherwise.`,
      {
        hint: 'Ids have no comma, colon with a blank, ">" or "]" in them, and texts no blanks at their ends.',
      },
    ),
  ]);
}

/** States the places of what stands elsewhere than in the lists; an order that stands there and holds stays. */
function stateOrder(document: Document, root: YAMLMap, scheme: Scheme): void {
  const read = (): SchemeReading => readScheme(document.toJS(), nowhere);
  const wanted = orderOf(scheme.entries);
  const there = read();
  if (sameValue(orderOf(there.scheme.entries), wanted) && !hasErrors(there.issues)) return;
  const pair = pairOf(root, "order");
  const at = pair === undefined ? -1 : root.items.indexOf(pair);
  if (pair !== undefined) root.items.splice(at, 1);
  const lists = orderOf(read().scheme.entries);
  const order = Object.values(ORDER_KEYS).flatMap((key) => {
    const places = placesOf(lists[key], wanted[key]);
    return places.length === 0 ? [] : [[key, places] as const];
  });
  if (order.length === 0) return;
  if (pair !== undefined) root.items.splice(at, 0, pair);
  setKey(document, root, "order", Object.fromEntries(order), ["changes"]);
  const key = pair === undefined ? pairOf(root, "order")?.key : undefined;
  if (!isNode(key)) return;
  key.commentBefore = ORDER_COMMENT;
  key.spaceBefore = true;
}

function setVersion(document: Document, version: number): void {
  const root = document.contents;
  if (!isMap(root)) return;
  const isNew = pairOf(root, "version") === undefined;
  setKey(document, root, "version", version);
  if (!isNew) return;
  const pair = root.items.pop();
  const first = root.items[0]?.key;
  // What stands above the first line is said of the file.
  if (isNode(first) && isNode(pair?.key)) {
    const { commentBefore } = first;
    first.commentBefore = null;
    if (commentBefore) pair.key.commentBefore = commentBefore;
  }
  if (pair !== undefined) root.items.unshift(pair);
}

/** Writes what entries say of themselves; how they belong together is for others. */
function setFields(entries: SchemeDocument, before: Scheme, scheme: Scheme): void {
  const known = new Map(before.entries.map((entry) => [`${entry.kind} ${entry.id}`, fieldsOf(entry)]));
  const kept = new Set(scheme.entries.map((entry) => `${entry.kind} ${entry.id}`));
  for (const definition of entries.definitions) {
    if (!kept.has(`${definition.kind} ${definition.id}`)) entries.forget(definition);
  }
  for (const entry of scheme.entries) {
    const fields = fieldsOf(entry);
    const definition = entries.find(entry.kind, entry.id);
    if (definition === undefined) {
      entries.define(entry, { id: entry.id, ...fields });
      continue;
    }
    const was = known.get(`${entry.kind} ${entry.id}`) ?? {};
    for (const key of new Set([...Object.keys(was), ...Object.keys(fields)])) {
      if (!sameValue(was[key], fields[key])) {
        setKey(entries.document, entries.record(definition), key, fields[key], LISTS);
      }
    }
  }
}

/** The keys of an entry that do not say what it belongs to. */
function fieldsOf(entry: SchemeEntry): Record<string, unknown> {
  const links = new Set(["kind", "id", "category", "parent", "codes"]);
  return Object.fromEntries(Object.entries(entry).filter(([key, value]) => !links.has(key) && value !== undefined));
}

function isJson(text: string): boolean {
  if (!text.trimStart().startsWith("{")) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** JSON is laid out anew where it changes: it has no comments, and its keys keep their order. */
function editJson(text: string, scheme: Scheme): string {
  let value: unknown;
  editYaml(text, (document) => {
    editScheme(document, scheme);
    value = document.toJS();
  });
  if (sameValue(JSON.parse(text), value)) return text;
  const indent = /\n([ \t]+)/.exec(text)?.[1] ?? "";
  return JSON.stringify(value, null, indent) + (text.endsWith("\n") ? "\n" : "");
}
