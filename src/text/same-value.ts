import { isRecord } from "./check";

/** Where two plain values differ first, and what each has there. */
export interface Difference {
  readonly path: readonly (string | number)[];
  readonly before: unknown;
  readonly after: unknown;
}

/** True if two plain values hold the same; a key without a value (undefined) counts as absent, and order of keys does not. */
export function sameValue(a: unknown, b: unknown): boolean {
  return firstDifference(a, b) === undefined;
}

/** The first place where two plain values differ; undefined if they hold the same. */
export function firstDifference(
  before: unknown,
  after: unknown,
  path: readonly (string | number)[] = [],
): Difference | undefined {
  if (Object.is(before, after)) return undefined;
  if (Array.isArray(before) && Array.isArray(after)) {
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      const found = firstDifference(before[index], after[index], [...path, index]);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (isRecord(before) && isRecord(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const found = firstDifference(before[key], after[key], [...path, key]);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return { path, before, after };
}
