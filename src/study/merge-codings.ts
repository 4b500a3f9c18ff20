import { groups } from "d3-array";
import { anchorers } from "../anchor/anchorer";
import type { Resolution } from "../anchor/resolve";
import { optionsOf } from "../issues/call";
import { InputError, optionError } from "../issues/input-error";
import { issue } from "../issues/issue";
import { shown } from "../issues/wording";
import type { Coding } from "../model/coding";
import { intersection, mergeRanges, overlaps, type Range } from "../model/range";
import { retiredCodes } from "../model/scheme";
import type { Transcript } from "../model/transcript";
import { count, listed } from "../text/plural";
import { trimRange } from "../text/trim-range";
import { refuseNoStudy } from "./no-study";
import { Study } from "./study";

/** A coder's name; null stands for codings of nobody in particular, who counts as one coder. */
export type Coder = string | null;

/** What stands where several coders have coded; see `mergeCodings`. */
export type MergeRule = "union" | "intersection" | { readonly first: readonly Coder[] };

/** Options of `mergeCodings`. */
export interface MergeOptions {
  readonly rule: MergeRule;
  /** Whose codings are merged; all by default. Codings of others are left out. */
  readonly coders?: readonly Coder[] | undefined;
}

/**
 * The study with the codings of several coders made one set by a rule. A merge keeps, shortens or leaves out codings and
 * never makes one that nobody made: each keeps its coder, memo, stance and date, so that counts by coder stay possible.
 *
 * - "union": every coding stays. Tables count codings that overlap as one passage, and each person once, by themselves.
 * - "intersection": what at least two coders have given the same code to, or, where `coders` names some, all of these.
 *   Each coding is shortened to those words; one that meets others at several places becomes several codings.
 * - `{ first: ["KB", "TM"] }`: the codings of KB stand. Of TM's those stay that overlap none of KB's, whatever the code;
 *   coders who are not named come last, together. Nothing is shortened.
 *
 * Codings that count nowhere stay as they are: suggested, rejected, of a retired or split code, or not found in the text. What
 * the rule left out is said in `issues` ("codings-merged"). The given study is unchanged, and the order of files makes no
 * difference. Throws `InputError` for a rule that does not exist and a coder nobody has.
 *
 * @example
 * ```ts
 * const both = mergeCodings(study, { rule: "intersection", coders: ["KB", "TM"] });
 * both.issues.find((each) => each.code === "codings-merged")?.message;
 * // => Codings merged by intersection of KB and TM: 109 of 472 codings kept, 115 shortened, 248 left out.
 * ```
 */
export function mergeCodings(study: Study, options: MergeOptions): Study {
  refuseNoStudy(study);
  const { rule: named, coders } = optionsOf(options, '{ rule: "union" }', { rule: true, coders: true });
  const known = [...new Set(study.codings.map((coding) => coding.coder))];
  const rule = checkedRule(named, known);
  refuseUnknownCoders("coders", coders, known);
  const isAsked = (coding: Coding): boolean => coders === undefined || coders.includes(coding.coder);
  const retired = retiredCodes(study.scheme);
  const located: Located[] = [];
  const kept = new Map<string, readonly Range[]>();
  for (const coding of study.codings) {
    if (!isAsked(coding)) continue;
    const range = study.anchors.get(coding.id)?.range ?? null;
    const counts = coding.status === "coded" && range !== null && !retired.has(coding.code);
    if (counts) located.push({ coding, ...range });
    else kept.set(coding.id, []);
  }
  for (const [id, ranges] of keep(rule, located, coders)) kept.set(id, ranges);
  return merged(study, kept, sentence(rule, coders));
}

/** A coding that takes part, and where it is. */
interface Located extends Range {
  readonly coding: Coding;
}

/** The rule asked for. Throws `InputError` for any that does not exist, and where none is named. */
function checkedRule(rule: MergeRule | undefined, known: readonly Coder[]): MergeRule {
  if (rule === "union" || rule === "intersection") return rule;
  if (typeof rule === "object" && rule !== null && Array.isArray(rule.first)) {
    refuseUnknownCoders("first", rule.first, known);
    return rule;
  }
  throw optionError("rule", rule, ["union", "intersection"], "{ first: [coders in order] }");
}

/** Which codings stay, by id, and on what words; no range for one that stays as it is. */
function keep(
  rule: MergeRule,
  located: readonly Located[],
  coders: readonly Coder[] | undefined,
): Map<string, readonly Range[]> {
  if (rule === "union") return new Map(located.map(({ coding }) => [coding.id, []]));
  return rule === "intersection" ? shared(located, coders) : byRank(located, rule.first);
}

/** The words that enough coders gave the same code to, of each coding. */
function shared(located: readonly Located[], named: readonly Coder[] | undefined): Map<string, readonly Range[]> {
  const enough = named === undefined ? 2 : new Set(named).size;
  const kept = new Map<string, readonly Range[]>();
  for (const [, group] of groups(located, ({ coding }) => JSON.stringify([coding.target.source, coding.code]))) {
    const common = coveredBy(group, enough);
    for (const each of group) {
      const parts = common.flatMap((range) => intersection(range, each) ?? []);
      if (parts.length > 0) kept.set(each.coding.id, parts);
    }
  }
  return kept;
}

/** The stretches that codings of at least so many coders cover, in text order. */
function coveredBy(group: readonly Located[], enough: number): Range[] {
  const byCoder = groups(group, ({ coding }) => coding.coder).map(([, own]) => mergeRanges(own));
  const edges = byCoder
    .flatMap((ranges) =>
      ranges.flatMap(({ start, end }) => [
        { at: start, step: 1 },
        { at: end, step: -1 },
      ]),
    )
    .sort((a, b) => a.at - b.at || b.step - a.step);
  const covered: Range[] = [];
  let [coders, start] = [0, 0];
  for (const { at, step } of edges) {
    if (step === 1 && ++coders === enough) start = at;
    if (step === -1 && coders-- === enough && at > start) covered.push({ start, end: at });
  }
  return covered;
}

/** The codings of each coder that overlap none that were kept of the coders before. */
function byRank(located: readonly Located[], order: readonly Coder[]): Map<string, readonly Range[]> {
  const rank = ({ coding }: Located): number => {
    const index = order.indexOf(coding.coder);
    return index === -1 ? order.length : index;
  };
  const kept = new Map<string, readonly Range[]>();
  for (const [, group] of groups(located, ({ coding }) => coding.target.source)) {
    const taken: Located[] = [];
    for (let place = 0; place <= order.length; place++) {
      const free = group.filter((each) => rank(each) === place && !taken.some((other) => overlaps(each, other)));
      taken.push(...free);
    }
    for (const { coding } of taken) kept.set(coding.id, []);
  }
  return kept;
}

function merged(study: Study, kept: ReadonlyMap<string, readonly Range[]>, rule: string): Study {
  const texts = new Map<string, Transcript["text"]>(study.transcripts.map(({ id, text }) => [id, text]));
  const anchors = new Map<string, Resolution>();
  const anchorerOf = anchorers();
  const ids = new Set(study.codings.map((coding) => coding.id));
  let [whole, shortened] = [0, 0];
  const codings = study.codings.flatMap((coding): Coding[] => {
    const ranges = kept.get(coding.id);
    const anchor = study.anchors.get(coding.id);
    if (ranges === undefined || anchor === undefined) return [];
    const text = texts.get(coding.target.source) ?? "";
    const { describe } = anchorerOf({ id: coding.target.source, text });
    const parts = ranges.map((range) => trimRange(text, range)).filter(({ start, end }) => start < end);
    const [first] = parts;
    const isWhole = ranges.length === 0 || (first?.start === anchor.range?.start && first?.end === anchor.range?.end);
    if (isWhole) {
      whole++;
      anchors.set(coding.id, anchor);
      return [coding];
    }
    if (parts.length > 0) shortened++;
    return parts.map((range, index) => {
      const id = index === 0 ? coding.id : freeId(`${coding.id}/${index + 1}`, ids);
      anchors.set(id, { ...anchor, range, candidates: [] });
      return { ...coding, id, target: { source: coding.target.source, selector: describe(range) } };
    });
  });
  const left = study.codings.length - whole - shortened;
  const message = `Codings merged by ${rule}: ${whole} of ${count(study.codings.length, "coding")} kept, ${shortened} shortened, ${left} left out.`;
  return new Study({ ...study, codings, anchors, issues: [...study.issues, issue("codings-merged", message)] });
}

function freeId(id: string, taken: Set<string>): string {
  let free = id;
  while (taken.has(free)) free += "'";
  taken.add(free);
  return free;
}

function sentence(rule: MergeRule, coders: readonly Coder[] | undefined): string {
  const names = (list: readonly Coder[]): string => listed(list.map((coder) => coder ?? "no named coder"));
  const of = coders === undefined ? "" : ` of ${names(coders)}`;
  return typeof rule === "object" ? `coder, ${names(rule.first)} first${of && `,${of}`}` : `${rule}${of}`;
}

/** Throws `InputError` for an option that is no list of coders whose codings the study has. */
function refuseUnknownCoders(option: string, given: readonly Coder[] | undefined, known: readonly Coder[]): void {
  if (given === undefined) return;
  const names = known.flatMap((each) => each ?? []);
  if (!Array.isArray(given) || given.length === 0) {
    const what = Array.isArray(given) ? "an empty list" : shown(given);
    throw new InputError([
      issue("wrong-option", `The option "${option}" must be a list of coders, and is ${what}.`, {
        hint: `It can hold ${names.map((each) => `"${each}"`).join(", ")}.`,
      }),
    ]);
  }
  for (const coder of given) if (!known.includes(coder)) throw optionError(option, coder, names);
  const twice = given.find((coder, index) => given.indexOf(coder) !== index);
  if (twice === undefined) return;
  throw new InputError([
    issue("wrong-option", `The option "${option}" names ${twice === null ? "null" : `"${twice}"`} twice.`, {
      hint: "Name each coder once.",
    }),
  ]);
}
