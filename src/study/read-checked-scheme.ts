import type { Locator, Origin } from "../issues/source";
import { ruleReader } from "../rules/read-rule";
import { readScheme, type SchemeReading } from "../scheme/read-scheme";
import { within } from "../text/check";

/** Reads a scheme as `readScheme` does, and the rules of its codes: what is wrong with one is an issue at its place. */
export function readCheckedScheme(value: unknown, where: Locator, language: string | null): SchemeReading {
  const reading = readScheme(value, where);
  const readRule = ruleReader(language);
  for (const { rules, spot } of reading.rules) {
    const at = { ...spot, issues: reading.issues };
    const isList = !isSame(where.origin(spot.path), where.origin(within(spot, 0).path));
    for (const [index, rule] of rules.entries()) readRule(rule, isList ? within(at, index) : at);
  }
  return reading;
}

/** True for one rule that stands in no list: then nothing stands within it, and a place in it is its own. */
function isSame(whole: Origin | undefined, first: Origin | undefined): boolean {
  return whole !== undefined && whole.start === first?.start && whole.end === first.end;
}
