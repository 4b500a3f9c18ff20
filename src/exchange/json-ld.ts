import { isRecord } from "../text/check";

// JSON-LD spells one thing in several ways: one value or a list of one, a text or a record with "@value", a key with or
// without its vocabulary. These take what other programs write as it comes.

/** The items of a list, a value as the list of it, nothing as the empty list. */
export function asList(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The first text in a value: itself, its "@value", an item of a list, or a language's; undefined if blank or none. */
export function textIn(value: unknown, depth = 0): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null || depth > 3) return undefined;
  for (const each of Array.isArray(value) ? value : Object.values(value)) {
    const found = textIn(each, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first of these keys that a record has a value under. */
export function firstOf(record: Readonly<Record<string, unknown>>, ...keys: readonly string[]): unknown {
  const key = keys.find((each) => Object.hasOwn(record, each) && record[each] !== null && record[each] !== undefined);
  return key === undefined ? undefined : record[key];
}

/** The words under a key, without their vocabulary: "oa:tagging" and "http://www.w3.org/ns/oa#tagging" give "tagging". */
export function wordsOf(record: Readonly<Record<string, unknown>>, ...keys: readonly string[]): readonly string[] {
  return asList(firstOf(record, ...keys)).flatMap((each) => {
    const word = isRecord(each) ? firstOf(each, "id", "@id") : each;
    return typeof word === "string" ? [word.replace(/^.*[#/:]/, "")] : [];
  });
}

/** The IRI of a resource, stated alone or as the id of a record. */
export function iriIn(value: unknown): string | undefined {
  const iri = isRecord(value) ? firstOf(value, "id", "@id") : value;
  return typeof iri === "string" && iri.trim() !== "" ? iri.trim() : undefined;
}

/** True for text that looks like an absolute IRI. */
export function isIri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(text.trim());
}
