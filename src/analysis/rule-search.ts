import { optionsOf } from "../issues/call";
import { refuseNoStudy } from "../study/no-study";
import type { Study } from "../study/study";
import { type Scope, type SearchedTurn, type SearchOptions, searchTurns } from "./rule-stretches";
import { type CodeRule, schemeRules } from "./scheme-rules";

/** Options of `suggestCodings` and `ruleReport`. */
export interface SuggestOptions extends SearchOptions {
  /** Ids of the codes to suggest; all that have rules by default. */
  readonly codes?: readonly string[] | undefined;
  /** What a suggestion codes: the "sentence" with the words, which is the default, or the whole "turn". */
  readonly scope?: Scope | undefined;
}

/** What the rules of a scheme find in a study. It stays true whatever codings are added. */
export interface RuleSearch {
  readonly options: SuggestOptions;
  readonly rules: readonly CodeRule[];
  readonly turns: readonly SearchedTurn[];
}

/** Searches the texts once, for whatever is to be made of it. Throws `InputError` for an option that names nothing. */
export async function searchRules(study: Study, given: SuggestOptions | undefined): Promise<RuleSearch> {
  refuseNoStudy(study);
  const options = optionsOf(given, '{ codes: ["hope"] }', { speakers: true, codes: true, scope: true });
  const rules = schemeRules(study, options.codes);
  const patterns = rules.map((each) => each.rule);
  return { options, rules, turns: await searchTurns(study, patterns, options) };
}
