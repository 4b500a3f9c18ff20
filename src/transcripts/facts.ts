import type { AttributeValue } from "../model/people";

/** Adds a fact; one whose name is taken already gets a number, "note 2", so that none is lost. */
export function addFact(facts: Record<string, AttributeValue>, name: string, value: AttributeValue): void {
  let free = name;
  for (let number = 2; Object.hasOwn(facts, free); number++) {
    if (facts[free] === value) return;
    free = `${name} ${number}`;
  }
  // "__proto__" would otherwise set the prototype.
  Object.defineProperty(facts, free, { value, enumerable: true, writable: true, configurable: true });
}
