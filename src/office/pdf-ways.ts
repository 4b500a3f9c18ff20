import type { PdfObjects } from "./pdf-objects";
import type { PdfValue } from "./pdf-values";

// These lead back to what the object belongs to; the annotations of a page are not copied with what they lead to.
const BACK: ReadonlySet<string> = new Set(["Parent", "P", "Pg", "Annots", "B", "Kids"]);
// No farther than the stack of calls allows.
const DEEPEST = 1000;

/** Tells for the number of an object how many objects it leads to, each as often as there is a way to it. */
export function wayCounter({ byNumber }: Pick<PdfObjects, "byNumber">): (number: number) => number {
  const known = new Map<number, number>();
  const inValue = (value: PdfValue, depth: number): number => {
    if (depth > DEEPEST) return Number.POSITIVE_INFINITY;
    if (value?.kind === "reference") return waysFrom(value.to, depth + 1);
    let ways = 0;
    if (value?.kind === "list") for (const item of value.items) ways += inValue(item, depth + 1);
    if (value?.kind === "dictionary") {
      for (const [name, item] of value.entries) if (!BACK.has(name)) ways += inValue(item, depth + 1);
    }
    return ways;
  };
  const waysFrom = (number: number, depth: number): number => {
    const found = known.get(number);
    if (found !== undefined) return found;
    known.set(number, 0);
    let ways = 1;
    for (const { value } of byNumber.get(number) ?? []) ways += inValue(value, depth + 1);
    known.set(number, ways);
    return ways;
  };
  return (number) => waysFrom(number, 0);
}
