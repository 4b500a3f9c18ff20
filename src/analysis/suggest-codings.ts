import { anchorers } from "../anchor/anchorer";
import type { Coding } from "../model/coding";
import { overlaps, type Range } from "../model/range";
import type { Study } from "../study/study";
import { type RuleSearch, type SuggestOptions, searchRules } from "./rule-search";
import { joined, type Stretch } from "./rule-stretches";

/**
 * Codings that the rules of the scheme propose, with the status "suggested", the rule that made each, and the words that
 * it matched. They are no part of the study until `addCodings` adds them, and count nowhere until `acceptCodings`.
 *
 * A code is never suggested where it is: no suggestion overlaps a coding of its code, be it coded, suggested or
 * rejected. Several rules of one code on one sentence make one suggestion, which names the first of them in the order of
 * the scheme and the first words that this rule matched. Participants' words are searched unless `speakers` says
 * otherwise; retired codes suggest nothing. The same study gives the same suggestions, in the order of transcripts, text
 * and scheme. Throws `InputError` for an option that names nothing in the study.
 *
 * @example
 * ```ts
 * const [first] = await suggestCodings(study, { codes: ["alongside-therapy"] });
 * `${first.target.source}: ${first.matched}, by the rule ${first.rule}`;
 * // => "C09: therapy, by the rule { stem: therapy }"
 * ```
 */
export async function suggestCodings(study: Study, options: SuggestOptions = {}): Promise<Coding[]> {
  return suggestionsOf(study, await searchRules(study, options));
}

/** The codings that come of what the rules found. */
export function suggestionsOf(study: Study, { rules, turns }: RuleSearch): Coding[] {
  const covered = codedRanges(study);
  const taken = new Set(study.codings.map((each) => each.id));
  const anchorerOf = anchorers();
  return turns.flatMap(({ transcript, stretches }) => {
    const { describe } = anchorerOf(transcript);
    const byCode = new Map<string, Stretch[]>();
    for (const stretch of stretches) {
      const code = rules[stretch.rule]?.code.id ?? "";
      byCode.set(code, [...(byCode.get(code) ?? []), stretch]);
    }
    const suggestions = [...byCode].flatMap(([code, found]) => {
      const there = covered.get(keyOf(transcript.id, code)) ?? [];
      return joined(found).filter((stretch) => !there.some((range) => overlaps(range, stretch)));
    });
    const inOrder = suggestions.sort((a, b) => a.start - b.start || a.end - b.end || a.rule - b.rule);
    return inOrder.flatMap(({ rule, start, end, match }): Coding[] => {
      const made = rules[rule];
      if (made === undefined) return [];
      return [
        {
          id: freeId(`${transcript.id}@${start}-${end}:${made.code.id}`, taken),
          code: made.code.id,
          target: { source: transcript.id, selector: describe({ start, end }) },
          coder: null,
          status: "suggested",
          rule: made.rule.text,
          matched: transcript.text.slice(match.start, match.end),
          schemeVersion: study.scheme.version,
        },
      ];
    });
  });
}

const keyOf = (transcript: string, code: string): string => JSON.stringify([transcript, code]);

/** Where codings of each code are, whatever their status, by transcript and code. */
function codedRanges(study: Study): Map<string, Range[]> {
  const ranges = new Map<string, Range[]>();
  for (const { id, code, target } of study.codings) {
    const range = study.anchors.get(id)?.range;
    if (range === null || range === undefined) continue;
    const key = keyOf(target.source, code);
    const list = ranges.get(key);
    if (list === undefined) ranges.set(key, [range]);
    else list.push(range);
  }
  return ranges;
}

/** The id itself, or with signs behind it where a coding that was moved elsewhere has it. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  return taken.has(id) ? freeId(`${id}+`, taken) : id;
}
