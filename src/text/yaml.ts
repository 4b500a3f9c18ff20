import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from "yaml";
import { type Issue, issue } from "../issues/issue";
import { type Locator, type Origin, originPlace, type Source } from "../issues/source";
import { tooLarge, type YamlBomb, yamlBomb } from "./yaml-bomb";
import { explainYaml } from "./yaml-errors";

/** Where in a YAML document something is: keys and indexes from the root. */
export type YamlPath = readonly (string | number)[];

/** A parsed YAML text that knows where each of its parts stands. */
export interface YamlFile extends Locator {
  /** Plain data; undefined if the YAML is broken, null if it is empty. */
  readonly value: unknown;
  readonly issues: readonly Issue[];
  /** Where the value at a path stands; the nearest enclosing value if there is none. */
  origin(path: YamlPath): Origin;
  /** Where the last key of a path stands; as `origin` where the path ends in an index. */
  keyOrigin(path: YamlPath): Origin;
}

/**
 * Parses one YAML document (JSON too), in YAML 1.2: "no" and 2026-03-01 are text. Every error is an issue "broken-yaml"
 * with its place. Anchors and aliases (&word, *word) are errors as well, since in study files they are always words
 * that lack their quotation marks.
 *
 * `offset` and `end` (UTF-16 code units) name the stretch of the source that is YAML, such as front matter. YAML that is
 * larger or deeper than anybody writes is one issue, and is not parsed.
 *
 * @param longest How many UTF-16 code units front matter may have; any other YAML has limits of its own.
 */
export function parseYaml(
  source: Source,
  offset = 0,
  end = source.text.length,
  longest = Number.POSITIVE_INFINITY,
): YamlFile {
  // "error" and not "silent": a silent parser takes the first of several documents and drops the rest.
  const text = source.text.slice(offset, end);
  const bomb = text.length > longest ? tooLarge(`${longest} characters`, "front matter") : yamlBomb(text);
  if (bomb !== null) return unreadable(source, offset, bomb);
  // The parser holds each key against all others of its record, which takes minutes for a hundred thousand of them.
  const document = parseDocument(text, { prettyErrors: false, logLevel: "error", uniqueKeys: false });
  const find = pairFinder();
  const originOf = (node: Node | undefined): Origin => {
    const [start, stop] = node?.range ?? [0, 1];
    return { source, start: offset + start, end: offset + Math.max(stop, start + 1) };
  };
  const issues = [...syntaxIssues(document, text, source, offset), ...aliasIssues(document, originOf)];
  return {
    value: issues.length > 0 ? undefined : document.toJS(),
    issues,
    origin: (path) => originOf(nodeAt(document.contents, path, find)),
    keyOrigin: (path) => originOf(keyAt(document.contents, path, find) ?? nodeAt(document.contents, path, find)),
  };
}

function unreadable(source: Source, offset: number, { code, message, hint }: YamlBomb): YamlFile {
  const origin = (): Origin => ({ source, start: offset, end: offset + 1 });
  const issues = [issue(code, message, { hint, place: originPlace(origin()) })];
  return { value: undefined, issues, origin, keyOrigin: origin };
}

// Errors that are seen only where a quotation mark or bracket should have closed, or closed too early.
const NOT_CLOSED = /^Missing closing|and end with a |at node end/;

function syntaxIssues(document: Document, text: string, source: Source, offset: number): Issue[] {
  const issues: Issue[] = [];
  // A break makes the parser stumble again on the same line, and one tab is seldom alone; that says nothing new.
  const told = new Set<string>();
  const isTold = (key: string): boolean => {
    const before = told.size;
    return told.add(key).size === before;
  };
  for (const error of [...document.errors, ...doubleKeys(document), ...document.warnings]) {
    const [start, end] = error.pos;
    const found = source.place(offset + start, offset + Math.max(end, start + 1));
    if (isTold(error.code === "TAB_AS_INDENT" ? error.code : `line ${found.line}`)) continue;
    const opening = NOT_CLOSED.test(error.message) ? openingOf(document, text, start) : undefined;
    const place = opening === undefined ? found : source.place(offset + opening);
    if (isTold(`opens ${place.line}`)) continue;
    const { message, hint } = explainYaml(error.code, error.message);
    issues.push(issue("broken-yaml", message, { hint, place }));
  }
  return issues;
}

/**
 * Where the quotation mark or bracket stands that should have been closed at this offset: the parser tells what does not
 * close by where it ends.
 */
function openingOf(document: Document, text: string, offset: number): number | undefined {
  let opening: number | undefined;
  visit(document, {
    Value: (_, node) => {
      const [start, end] = node.range ?? [0, 0];
      if (start >= offset) return;
      const quoted = isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
      const open = isCollection(node) && node.flow === true && !/[\]}]$/.test(text.slice(start, end));
      if ((quoted && end === offset) || (open && end >= offset)) opening = start;
    },
  });
  return opening;
}

function aliasIssues(document: Document, originOf: (node: Node) => Origin): Issue[] {
  const issues: Issue[] = [];
  visit(document, {
    Node: (_, node) => {
      const word = isAlias(node) ? `*${node.source}` : node.anchor === undefined ? undefined : `&${node.anchor}`;
      if (word === undefined) return;
      const message = `"${word}" has a special meaning in YAML, which study files do not use.`;
      const hint = `If it belongs to your words, put them into quotation marks: "${word}".`;
      issues.push(issue("broken-yaml", message, { hint, place: originPlace(originOf(node)) }));
    },
  });
  return issues;
}

interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** The keys that their records have already, as the parser would tell them. */
function doubleKeys(document: Document): YamlError[] {
  const errors: YamlError[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const at = key.range?.[0] ?? 0;
        if (keys.has(key.value)) errors.push({ code: "DUPLICATE_KEY", message: "", pos: [at, at + 1] });
        keys.add(key.value);
      }
    },
  });
  return errors;
}

type FindPair = (node: unknown, key: string | number) => Pair | undefined;

/** Finds pairs by their keys, and keeps the keys of each record that it is asked for. */
function pairFinder(): FindPair {
  const known = new WeakMap<object, ReadonlyMap<string, Pair>>();
  return (node, key) => {
    if (!isMap(node)) return undefined;
    const pairs = known.get(node) ?? pairsByKey(node.items);
    known.set(node, pairs);
    return pairs.get(String(key));
  };
}

/** Keys are compared as text, since a number that is a key is text in plain data. */
function pairsByKey(items: readonly Pair[]): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const pair of items) {
    if (!isScalar(pair.key)) continue;
    const key = String(pair.key.value);
    if (!pairs.has(key)) pairs.set(key, pair);
  }
  return pairs;
}

function nodeAt(root: Node | null, path: YamlPath, find: FindPair): Node | undefined {
  let node: Node | undefined = root ?? undefined;
  for (const step of path) {
    const next = isSeq(node) ? node.items[Number(step)] : find(node, step)?.value;
    if (!isNode(next)) return node;
    node = next;
  }
  return node;
}

function keyAt(root: Node | null, path: YamlPath, find: FindPair): Node | undefined {
  const last = path.at(-1);
  const key = last === undefined ? undefined : find(nodeAt(root, path.slice(0, -1), find), last)?.key;
  return isNode(key) ? key : undefined;
}
