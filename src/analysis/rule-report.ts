import { mergeRanges, overlaps, type Range } from "../model/range";
import type { Study } from "../study/study";
import { Table } from "../table/table";
import { count } from "../text/plural";
import { provenanceOf } from "./provenance";
import { type RuleSearch, type SuggestOptions, searchRules } from "./rule-search";
import { joined, type SearchedTurn, type Stretch } from "./rule-stretches";
import type { CodeRule } from "./scheme-rules";

/** What one rule found, and what became of it. */
export interface RuleReportRow {
  /** Id of the code. */
  readonly code: string;
  readonly name: string;
  /** The rule in one line. */
  readonly rule: string;
  /** Sentences (or turns, by `scope`) in which the rule matches, coded or not. */
  readonly hits: number;
  /** Suggestions that name the rule, by what was decided on them. */
  readonly accepted: number;
  readonly rejected: number;
  readonly open: number;
  /** Passages coded by hand with this code, in transcripts that have hand coding. */
  readonly passages: number;
  /** How many of these the rule finds. */
  readonly found: number;
  /** Hits in transcripts that have hand coding. */
  readonly hitsThere: number;
  /** How many of these are on passages coded by hand with this code. */
  readonly onPassages: number;
}

/**
 * How the rules of the scheme do: for each what it finds, what became of its suggestions, and how it compares with what
 * was coded by hand: how many of the hand-coded passages of its code it finds, and how many of its hits are on them.
 *
 * Coded by hand is what has the status "coded" and was not made by a rule. It is compared only in transcripts that have
 * some, since elsewhere nobody looked. Options are those of `suggestCodings`.
 *
 * @example
 * ```ts
 * const [first] = await ruleReport(study, { codes: ["alongside-therapy"] });
 * `${first.rule} finds ${first.found} of ${first.passages} passages`; // => "{ stem: therapy } finds 0 of 7 passages"
 * ```
 */
export async function ruleReport(study: Study, options: SuggestOptions = {}): Promise<Table<RuleReportRow>> {
  return reportOf(study, await searchRules(study, options));
}

/** The report of what the rules found, held against the codings of a study. */
export function reportOf(study: Study, { options, rules, turns }: RuleSearch): Table<RuleReportRow> {
  const hand = handCoding(study);
  const hitsOf = hitsByRule(rules, turns);
  const decided = decisions(study, rules);
  const rows = rules.map(({ code, rule }, index): RuleReportRow => {
    const { accepted, rejected, open } = decided.of(code.id, rule.text);
    let [passages, found, hits, hitsThere, onPassages] = [0, 0, 0, 0, 0];
    for (const transcript of study.transcripts) {
      const here = hitsOf[index]?.get(transcript.id) ?? [];
      hits += here.length;
      if (!hand.transcripts.has(transcript.id)) continue;
      const coded = hand.passages(transcript.id, code.id);
      passages += coded.length;
      hitsThere += here.length;
      found += coded.filter((passage) => here.some((hit) => overlaps(hit, passage))).length;
      onPassages += here.filter((hit) => coded.some((passage) => overlaps(hit, passage))).length;
    }
    return {
      ...{ code: code.id, name: code.name, rule: rule.text, hits, accepted, rejected, open },
      ...{ passages, found, hitsThere, onPassages },
    };
  });
  return new Table<RuleReportRow>({
    columns: [
      { key: "code", label: "Id", kind: "text", only: "data" },
      { key: "name", label: "Code", kind: "text", merge: true },
      { key: "rule", label: "Rule", kind: "text" },
      { key: "hits", label: "Hits", kind: "count" },
      { key: "accepted", label: "Accepted", kind: "count" },
      { key: "rejected", label: "Rejected", kind: "count" },
      { key: "open", label: "Open", kind: "count" },
      { key: "passages", label: "Hand-coded passages", kind: "count", only: "data" },
      { key: "found", label: "Passages found", kind: "count", format: "n of N", of: "passages" },
      { key: "hitsThere", label: "Hits in hand-coded transcripts", kind: "count", only: "data" },
      { key: "onPassages", label: "Hits on passages", kind: "count", format: "n of N", of: "hitsThere" },
    ],
    rows,
    caption: "What the rules find",
    notes: notesOf(study, options, hand.transcripts.size, decided.elsewhere),
    provenance: provenanceOf("ruleReport", study.scheme, options),
  });
}

/** The stretches of each rule by transcript, those that overlap as one. */
function hitsByRule(rules: readonly CodeRule[], turns: readonly SearchedTurn[]): Map<string, Stretch[]>[] {
  const byRule = rules.map(() => new Map<string, Stretch[]>());
  for (const { transcript, stretches } of turns) {
    const here = new Map<number, Stretch[]>();
    for (const stretch of stretches) here.set(stretch.rule, [...(here.get(stretch.rule) ?? []), stretch]);
    for (const [rule, found] of here) {
      const before = byRule[rule]?.get(transcript.id);
      if (before === undefined) byRule[rule]?.set(transcript.id, joined(found));
      else before.push(...joined(found));
    }
  }
  return byRule;
}

interface HandCoding {
  /** Transcripts with any coding by hand. */
  readonly transcripts: ReadonlySet<string>;
  /** Passages of a code that participants speak in, over all coders, those that overlap as one. */
  passages(transcript: string, code: string): readonly Range[];
}

function handCoding(study: Study): HandCoding {
  const byRules = new Set(study.codings.flatMap((each) => (each.rule === undefined ? [] : [each.id])));
  const transcripts = new Set<string>();
  const ranges = new Map<string, Range[]>();
  for (const { coding, code, transcript, participants, status, start, end } of study.passages) {
    if (status !== "coded" || byRules.has(coding)) continue;
    transcripts.add(transcript);
    if (participants.length === 0) continue;
    const key = JSON.stringify([transcript, code]);
    ranges.set(key, [...(ranges.get(key) ?? []), { start, end }]);
  }
  const merged = new Map([...ranges].map(([key, list]) => [key, mergeRanges(list)]));
  return { transcripts, passages: (transcript, code) => merged.get(JSON.stringify([transcript, code])) ?? [] };
}

interface Decisions {
  of(code: string, rule: string): { readonly accepted: number; readonly rejected: number; readonly open: number };
  /** Codings that name a rule which their code does not have. */
  readonly elsewhere: number;
}

function decisions(study: Study, rules: readonly CodeRule[]): Decisions {
  const counts = new Map(
    rules.map(({ code, rule }) => [JSON.stringify([code.id, rule.text]), { accepted: 0, rejected: 0, open: 0 }]),
  );
  const shown = new Set(rules.map(({ code }) => code.id));
  let elsewhere = 0;
  for (const { code, rule, status } of study.codings) {
    if (rule === undefined) continue;
    const row = counts.get(JSON.stringify([code, rule]));
    if (row === undefined) {
      if (shown.has(code)) elsewhere++;
    } else if (status === "coded") row.accepted++;
    else if (status === "rejected") row.rejected++;
    else row.open++;
  }
  const none = { accepted: 0, rejected: 0, open: 0 };
  return { of: (code, rule) => counts.get(JSON.stringify([code, rule])) ?? none, elsewhere };
}

function notesOf(study: Study, { scope = "sentence" }: SuggestOptions, compared: number, elsewhere: number): string[] {
  return [
    `Hits: ${scope === "turn" ? "turns" : "sentences"} in which the rule matches, coded or not.`,
    "Accepted, rejected, open: suggestions that name the rule; of several rules of a code that match in one place, a suggestion names the first.",
    compared === 0
      ? "No transcript has hand coding to compare with."
      : `Compared with hand coding in ${compared} of ${count(study.transcripts.length, "transcript")}: passages found are hand-coded passages of the code that a hit overlaps; hits on passages are hits that overlap one. A passage that no rule finds, or a hit that nobody coded, is a reading to look at and no error.`,
    `Scheme version ${study.scheme.version}.`,
    ...(elsewhere === 0
      ? []
      : [
          `${count(elsewhere, "coding")} in no row: made by a rule that ${elsewhere === 1 ? "its code does" : "their codes do"} not have.`,
        ]),
  ];
}
