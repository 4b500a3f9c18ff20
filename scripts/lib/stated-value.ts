// Whether a value is what an example says it is. The rules stand in the head of scripts/check-doc-examples.ts.
import { inspect, isDeepStrictEqual } from "node:util";
import { runInThisContext } from "node:vm";

/** True if a value is what the text behind `// =>` says of it. */
export function holds(expected: string, value: unknown): boolean {
  const parts = folded(expected).split(/\.\.\.|…/);
  const pattern = new RegExp(`^${parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join(".*")}$`);
  if (pattern.test(folded(printed(value)))) return true;
  try {
    return isDeepStrictEqual(value, runInThisContext(`(${expected})`));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ReferenceError) return false;
    throw error;
  }
}

/** A value as it prints itself; a text as it is. */
export function printed(value: unknown): string {
  return typeof value === "string" ? value : inspect(value, { depth: null, breakLength: 120, maxArrayLength: null });
}

/** A text without the differences of layout: one blank for many, none inside brackets, one kind of quotation mark. */
function folded(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/(?<=[[{(]) | (?=[\]})])/g, "")
    .replace(/['`]/g, '"')
    .trim();
}
