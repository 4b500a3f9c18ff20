import { isMap, isNode, isPair, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { type Issue, issue } from "../issues/issue";
import type { Origin, Source } from "../issues/source";

/** Where in a YAML document something is: keys and indexes from the root. */
export type YamlPath = readonly (string | number)[];

/** A parsed YAML text that knows where each of its parts stands. */
export interface YamlFile {
  /** Plain data; undefined if the YAML is broken, null if it is empty. */
  readonly value: unknown;
  readonly issues: readonly Issue[];
  /** Where the value at a path stands; the nearest enclosing value if there is none. */
  origin(path: YamlPath): Origin;
  /** Where the last key of a path stands; as `origin` where the path ends in an index. */
  keyOrigin(path: YamlPath): Origin;
}

/**
 * Parses one YAML document (JSON too). Every error is an issue "broken-yaml" with its place.
 *
 * `offset` and `end` (UTF-16 code units) name the stretch of the source that is YAML, such as front matter.
 */
export function parseYaml(source: Source, offset = 0, end = source.text.length): YamlFile {
  const document = parseDocument(source.text.slice(offset, end), { prettyErrors: false, logLevel: "silent" });
  const issues: Issue[] = [];
  const seen = new Set<number | undefined>();
  for (const error of document.errors) {
    const place = source.place(offset + error.pos[0], offset + Math.max(error.pos[1], error.pos[0] + 1));
    // A break makes the parser stumble again on the same line; that says nothing new.
    if (seen.has(place.line)) continue;
    seen.add(place.line);
    issues.push(issue("broken-yaml", `This is not valid YAML: ${firstSentence(error.message)}`, { hint: yamlHint(error.code), place }));
  }
  const originOf = (node: Node | undefined): Origin => {
    const range = node?.range;
    return { source, start: offset + (range?.[0] ?? 0), end: offset + (range?.[1] ?? 1) };
  };
  return {
    value: issues.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 }),
    issues,
    origin: (path) => originOf(nodeAt(document.contents, path)),
    keyOrigin: (path) => originOf(keyAt(document.contents, path) ?? nodeAt(document.contents, path)),
  };
}

function nodeAt(root: Node | null, path: YamlPath): Node | undefined {
  let node: Node | undefined = root ?? undefined;
  for (const step of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
    if (!isNode(next)) return node;
    node = next;
  }
  return node;
}

function keyAt(root: Node | null, path: YamlPath): Node | undefined {
  const last = path.at(-1);
  const parent = nodeAt(root, path.slice(0, -1));
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last);
  return isNode(pair?.key) ? pair.key : undefined;
}

function firstSentence(message: string): string {
  const [first = message] = message.split("\n");
  return first.endsWith(".") ? first : `${first}.`;
}

function yamlHint(code: string): string | undefined {
  if (code === "TAB_AS_INDENT") return "Indent with blanks, not with tabs.";
  if (code === "DUPLICATE_KEY") return "Keep one of the two, or give them different names.";
  if (code === "MISSING_CHAR") return "A bracket or quotation mark may not be closed.";
  if (code === "BLOCK_AS_IMPLICIT_KEY" || code === "MULTILINE_IMPLICIT_KEY")
    return 'A value with ": " in it must stand in quotation marks; parts of one list stand under each other.';
  return "Check the indentation, and put values with special characters into quotation marks.";
}
