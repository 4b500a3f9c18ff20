import { InputError, optionError } from "../issues/input-error";
import { type Issue, issue } from "../issues/issue";
import { nowhere } from "../issues/source";
import { type Code, entriesOf, type Rule } from "../model/scheme";
import type { ReadRule } from "../rules/pattern";
import { ruleReader } from "../rules/read-rule";
import type { Study } from "../study/study";
import { rootSpot } from "../text/check";
import { listed } from "../text/plural";
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
    const without = codes.flatMap((id) => withoutRules(id, all, ids));
    if (without.length > 0) throw new InputError(without);
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

/** What there is to say of a code that is asked for and has no rules to search by; nothing if it has some. */
function withoutRules(id: string, all: readonly Code[], withRules: readonly string[]): readonly Issue[] {
  if (withRules.includes(id)) return [];
  const code = all.find((each) => each.id === id);
  if (code === undefined) return optionError("codes", id, withRules).issues;
  const hint =
    withRules.length === 0
      ? 'No code in use has any: write some under "suggest" in the scheme.'
      : `Codes with rules are ${listed(withRules.map((each) => `"${each}"`))}.`;
  const message =
    code.retired === true ? `The code "${id}" is retired and suggests nothing.` : `The code "${id}" has no rules.`;
  return [issue("wrong-option", message, { hint })];
}

/** One rule that a program states. Throws `InputError` with all that is wrong with it. */
export function readOneRule(study: Study, rule: Rule): ReadRule {
  const issues: Issue[] = [];
  const read = ruleReader(study.language)(rule, rootSpot(nowhere, issues));
  if (read === undefined || issues.length > 0) throw new InputError(issues);
  return read;
}
