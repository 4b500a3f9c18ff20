import { InputError, optionError } from "../issues/input-error";
import type { Issue } from "../issues/issue";
import { nowhere } from "../issues/source";
import { type Code, entriesOf, type Rule } from "../model/scheme";
import type { ReadRule } from "../rules/pattern";
import { ruleReader } from "../rules/read-rule";
import type { Study } from "../study/study";
import { rootSpot } from "../text/check";
import { refuseNoList } from "./list-option";

/** A rule with the code that it proposes. */
export interface CodeRule {
  readonly code: Code;
  readonly rule: ReadRule;
}

/**
 * The rules of the codes in use, in the order of the scheme. Throws `InputError` for a code that has none or is not in
 * use, and for rules that cannot be read, which only a scheme made in memory can have.
 *
 * @param codes Ids of the codes; all if absent.
 */
export function schemeRules(study: Study, codes?: readonly string[]): CodeRule[] {
  const all = entriesOf(study.scheme, "code");
  const withRules = all.filter((code) => code.retired !== true && (code.suggest ?? []).length > 0);
  if (codes !== undefined) {
    const ids = withRules.map((code) => code.id);
    refuseNoList("codes", codes, ids);
    for (const code of codes) if (!ids.includes(code)) throw optionError("codes", code, ids);
  }
  const issues: Issue[] = [];
  const read = ruleReader(study.language);
  const rules = withRules
    .filter((code) => codes?.includes(code.id) ?? true)
    .flatMap((code) => {
      const found = (code.suggest ?? []).flatMap((rule) => read(rule, rootSpot(nowhere, issues)) ?? []);
      // A rule that is there twice would be a row without suggestions.
      const texts = new Set<string>();
      return found.flatMap((rule) => (texts.size < texts.add(rule.text).size ? [{ code, rule }] : []));
    });
  if (issues.length > 0) throw new InputError(issues);
  return rules;
}

/** One rule that a program states. Throws `InputError` with all that is wrong with it. */
export function readOneRule(study: Study, rule: Rule): ReadRule {
  const issues: Issue[] = [];
  const read = ruleReader(study.language)(rule, rootSpot(nowhere, issues));
  if (read === undefined || issues.length > 0) throw new InputError(issues);
  return read;
}
