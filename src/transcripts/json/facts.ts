import type { AttributeValue } from "../../model/people";
import { addFact } from "../facts";
import { isRecord, type JsonRecord } from "./shape";
import type { Speech } from "./speech";

const LONGEST_FACT = 300;
const DEEPEST = 50;
// Technical strings that nobody reads: ids, checksums, addresses of requests.
const CODE = /^(?=[^\s]*\d)[\w:+/=.-]{16,}$/;

/** What a service's JSON says beside the speech. */
export interface JsonFacts {
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Texts in lists, and long ones. */
  readonly remainder: readonly string[];
}

/**
 * The facts of objects: a value is an attribute under its key, or under its keys joined with a point where objects are
 * nested. A fact of rows is an attribute if all rows have the same; phrases that differ go to the remainder.
 */
export function factsOf({ facts, rows }: Speech): JsonFacts {
  const attributes: Record<string, AttributeValue> = {};
  const remainder: string[] = [];
  const addText = (text: string): void => {
    const trimmed = text.trim();
    if (/\p{L}/u.test(trimmed) && !CODE.test(trimmed)) remainder.push(trimmed);
  };
  const addTexts = (value: unknown, depth: number): void => {
    if (typeof value === "string") addText(value);
    else if (depth > 0 && Array.isArray(value)) for (const each of value) addTexts(each, depth - 1);
    else if (depth > 0 && isRecord(value)) for (const each of Object.values(value)) addTexts(each, depth - 1);
  };
  const addValue = (path: string, value: unknown, depth: number): void => {
    if (typeof value === "string") {
      if (value.trim().length > LONGEST_FACT) addText(value);
      else if (value.trim() !== "") addFact(attributes, path, value.trim());
    } else if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) {
      addFact(attributes, path, value);
    } else if (Array.isArray(value)) addTexts(value, depth);
    else if (isRecord(value) && depth > 0) {
      for (const [key, each] of Object.entries(value)) addValue(`${path}.${key}`, each, depth - 1);
    }
  };
  for (const { from, without } of facts) {
    for (const [key, value] of Object.entries(from)) if (!without.includes(key)) addValue(key, value, DEEPEST);
  }
  if (rows !== undefined) {
    const without = new Set(rows.without);
    const shared = sameEverywhere(rows.from);
    for (const key of shared) if (!without.has(key)) addValue(key, rows.from[0]?.[key], DEEPEST);
    for (const row of rows.from) {
      for (const [key, value] of Object.entries(row)) {
        if (without.has(key) || shared.has(key)) continue;
        // A word that differs from row to row is an id, or a tag of the service; a phrase is somebody's.
        if (typeof value !== "string" || /\s/.test(value.trim())) addTexts(value, DEEPEST);
      }
    }
  }
  return { attributes, remainder };
}

/** The keys that have one and the same value in all of several rows. */
function sameEverywhere(rows: readonly JsonRecord[]): ReadonlySet<string> {
  const [first = {}] = rows;
  if (rows.length < 2) return new Set();
  return new Set(Object.keys(first).filter((key) => rows.every((row) => row[key] === first[key])));
}
