import { type Issue, issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { type Attributes, isAttributeValue } from "../model/people";
import { isRecord } from "../text/check";
import { parseYaml, type YamlFile } from "../text/yaml";
import { PERSON_CLASS } from "./rock-lines";

/** What the YAML fragments of a ROCK source tell about people. */
export interface RockAttributes {
  /** Attributes by the person's id. */
  readonly people: ReadonlyMap<string, Attributes>;
  /** Attributes that stand without a person: they are the source's. */
  readonly source: Attributes;
  /** What the fragments hold beside, such as trees of codes, as written. */
  readonly remainder: readonly string[];
  readonly issues: readonly Issue[];
}

const CONTAINER = /^(?:rock_?)?(?:attributes?|metadata)$/i;
// YAML takes its time: a source with more of it than this is no source.
const MOST_FRAGMENTS = 500;
const LONGEST = 200_000;

/** Reads the YAML fragments of a ROCK source, which stand between two "---" lines. */
export function readRockAttributes(
  source: Source,
  fragments: readonly { readonly start: number; readonly end: number }[],
): RockAttributes {
  const people = new Map<string, Attributes>();
  const own = new Map<string, Attributes[string]>();
  const remainder: string[] = [];
  const issues: Issue[] = [];
  const keep = (start: number, end: number): void => {
    for (const line of source.text.slice(start, end).split("\n")) if (line.trim() !== "") remainder.push(line.trim());
  };
  let length = 0;
  let left = 0;
  fragments.forEach(({ start, end }, index) => {
    length += end - start;
    if (index >= MOST_FRAGMENTS || length > LONGEST) {
      left++;
      keep(start, end);
      return;
    }
    const yaml = read(source, start, end, issues);
    const rest = new Set<string>();
    const records = isRecord(yaml) ? attributeRecords(yaml, rest) : null;
    if (records === null || rest.size > 0) keep(start, end);
    for (const record of records ?? []) {
      const { id, attributes } = readRecord(record);
      if (id === null) for (const [name, value] of Object.entries(attributes)) own.set(name, value);
      else people.set(id, { ...people.get(id), ...attributes });
    }
  });
  if (left > 0) {
    const message = `This source holds too much YAML: ${left} of its ${fragments.length} fragments were not read.`;
    issues.push(issue("too-large", message, { hint: "Split the source into several.", place: { file: source.file } }));
  }
  return { people, source: Object.fromEntries(own), remainder, issues };
}

function read(source: Source, start: number, end: number, issues: Issue[]): unknown {
  let yaml: YamlFile;
  try {
    yaml = parseYaml(source, start, end);
  } catch (error) {
    // Brackets nested by the thousand end in a RangeError of the parser.
    if (!(error instanceof Error)) throw error;
    const hint = "Attributes are a list of short records, each with an id and its values.";
    const place = { file: source.file, line: source.place(start).line ?? 1 };
    issues.push(issue("broken-yaml", "The YAML that begins here is nested too deep.", { hint, place }));
    return undefined;
  }
  issues.push(...yaml.issues.slice(0, 20));
  return yaml.value;
}

/** The records of attributes in a fragment; names of other things in it are added to `rest`. */
function attributeRecords(fragment: Record<string, unknown>, rest: Set<string>): Record<string, unknown>[] {
  return Object.entries(fragment).flatMap(([name, value]) => {
    if (!CONTAINER.test(name)) {
      rest.add(name);
      return [];
    }
    return (Array.isArray(value) ? value : [value]).filter(isRecord);
  });
}

function readRecord(record: Record<string, unknown>): { id: string | null; attributes: Attributes } {
  let id: string | null = null;
  const attributes: [string, Attributes[string]][] = [];
  for (const [name, value] of Object.entries(record)) {
    if (id === null && PERSON_CLASS.test(name) && (typeof value === "string" || typeof value === "number")) {
      id = String(value).trim();
    } else if (isAttributeValue(value)) attributes.push([name, typeof value === "string" ? value.trim() : value]);
    else attributes.push([name, JSON.stringify(value) ?? null]);
  }
  return { id, attributes: Object.fromEntries(attributes) };
}
