import { type Document, isMap, isNode } from "yaml";
import { InputError } from "../issues/input-error";
import { issue } from "../issues/issue";
import { nowhere } from "../issues/source";
import { entriesOf, type Scheme, type SchemeEntry } from "../model/scheme";
import { firstDifference, sameValue } from "../text/same-value";
import { editYaml, newYaml, pairOf, setKey } from "../text/yaml-edit";
import { placeEntries, placeFlat } from "./place-entries";
import { readScheme } from "./read-scheme";
import { LISTS, SchemeDocument } from "./scheme-document";
import { categoryTree, themeTree } from "./tree";

/**
 * The text of a scheme file (YAML or JSON, LF) that holds a scheme, made from the text there is: comments, order and the
 * analyst's way of writing (nested or flat) stay where they still hold, and what does not change stays to the letter. A new
 * text has themes with their codes within them. Throws `InputError` if no text can hold the scheme.
 *
 * Reading the result gives the scheme. Themes stand in the order of their tree, and so do categories; where codes are
 * defined within themes, their order is that of the themes.
 */
export function writeScheme(scheme: Scheme, text: string | null): string {
  if (text === null || text.trim() === "") return newYaml((document) => editScheme(document, scheme));
  if (isJson(text)) return editJson(text, scheme);
  return editYaml(text, (document) => editScheme(document, scheme));
}

/** A scheme as two of them are compared where files differ in what stands within what: trees, and codes in no order. */
export function comparableScheme(scheme: Scheme): unknown {
  return {
    version: scheme.version,
    categories: categoryTree(scheme).map(({ entry }) => entry),
    codes: Object.fromEntries(entriesOf(scheme, "code").map((code) => [code.id, code])),
    themes: themeTree(scheme).map(({ entry }) => entry),
    changes: scheme.changes,
  };
}

/** The same with every order: entries of a kind have one, and those of different kinds none. */
function ordered(scheme: Scheme): unknown {
  const { version, changes } = scheme;
  const [categories, codes, themes] = (["category", "code", "theme"] as const).map((kind) => entriesOf(scheme, kind));
  return { version, categories, codes, themes, changes };
}

/** Makes a document hold a scheme. */
function editScheme(document: Document, scheme: Scheme): void {
  if (!isMap(document.contents)) document.contents = document.createNode({});
  const root = document.contents;
  if (!isMap(root)) return;
  const before = readScheme(document.toJS(), nowhere).scheme;
  const read = (): Scheme => readScheme(document.toJS(), nowhere).scheme;
  if (sameValue(ordered(before), ordered(scheme))) return;
  const isNew = before.entries.length === 0;
  if (isNew || before.version !== scheme.version) setVersion(document, scheme.version);
  const entries = new SchemeDocument(document, root);
  setFields(entries, before, scheme);
  placeEntries(entries, scheme);
  if (!sameValue(before.changes, scheme.changes)) {
    setKey(document, root, "changes", scheme.changes.length === 0 ? undefined : scheme.changes);
  }
  // An order that entries within one another cannot have is written as plain lists, if that undoes nobody's layout.
  const same = isNew ? ordered : comparableScheme;
  if (!sameValue(same(read()), same(scheme))) placeFlat(entries, scheme);
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
