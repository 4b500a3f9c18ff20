/**
 * The order of two cell values, negative if `a` comes first: numbers by size, text by UTF-16 code unit (the same on every
 * machine, whatever its locale), false before true. Values of different types stand apart: booleans, numbers, text.
 */
export function compareValues(a: unknown, b: unknown): number {
  const byType = rank(a) - rank(b);
  if (byType !== 0) return byType;
  if (typeof a === "number" && typeof b === "number") return a - b || 0;
  const left = String(a);
  const right = String(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** True for what has no place in an order: null, absent, and NaN. */
export function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

function rank(value: unknown): number {
  if (typeof value === "boolean") return 0;
  return typeof value === "number" ? 1 : 2;
}
