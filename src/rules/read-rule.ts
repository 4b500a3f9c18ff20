import { shown } from "../issues/wording";
import { isRecord, type Read, record, report, type Spot, text, wholeNumber, within } from "../text/check";
import { DEFAULT_LANGUAGE, plainLanguage, STEMMED } from "./languages";
import { readMatchSyntax } from "./match-syntax";
import type { Pattern, ReadRule, StemPattern, WordsPattern } from "./pattern";
import { ruleText } from "./rule-text";
import { patternTokens } from "./tokens";

/** What the words, stems and patterns of a rule are read with. */
interface Reading {
  /** The study's language; null if it states none. */
  readonly language: string | null;
}

const DEFAULT_WITHIN = 10;
const FORMS = ["any", "stem", "match", "near"] as const;
const FORMS_HINT =
  'Write words, as in "peer worker" or "recover*", or { stem: hope }, { match: "#Pronoun can" }, { near: [boundary, work] } or { any: [...], not: [...] }.';

/**
 * The reader of a rule: words, or a record with one of the keys `any`, `stem`, `match` and `near`, and with `not`. All
 * that is wrong is an issue "wrong-rule" or that of a wrong record, at its place.
 *
 * @param language The study's language, for stems that state none; null for English.
 */
export function ruleReader(language: string | null): Read<ReadRule> {
  const reading: Reading = { language };
  return (value, spot) => {
    if (!isRecord(value)) {
      const words = readWords(value, spot);
      return words === undefined ? undefined : finished([words], []);
    }
    const before = spot.issues.length;
    const read = readRecord(value, spot, reading, ["any", "not"]);
    if (read === undefined) return undefined;
    const not = read.not === undefined ? [] : patternsOf(read.not, within(spot, "not"), reading);
    const any = read.any === undefined ? [read.pattern] : patternsOf(read.any, within(spot, "any"), reading);
    const patterns = any.filter((each) => each !== undefined);
    return spot.issues.length > before || patterns.length === 0 ? undefined : finished(patterns, not);
  };
}

function finished(any: readonly Pattern[], not: readonly Pattern[]): ReadRule {
  return { any, not, text: ruleText(any, not) };
}

const anything: Read<unknown> = (value) => value;

const readFields = record("A rule", {
  any: anything,
  stem: text,
  language: text,
  match: text,
  near: anything,
  within: wholeNumber,
  not: anything,
});

interface RuleRecord {
  /** What the record's own key says; undefined where that is `any`. */
  readonly pattern?: Pattern | undefined;
  readonly any?: unknown;
  readonly not?: unknown;
}

/** A record of which one key says what it looks for. `more` are the keys it can have where it stands. */
function readRecord(
  value: Readonly<Record<string, unknown>>,
  spot: Spot,
  reading: Reading,
  more: readonly ("any" | "not")[],
): RuleRecord | undefined {
  const before = spot.issues.length;
  const stated = readFields(value, spot);
  if (stated === undefined) return undefined;
  const forms = FORMS.filter((form) => Object.hasOwn(value, form));
  const [form] = forms;
  // A key that was spelt wrong is a problem of its own; that its rule says nothing follows from it.
  if (form === undefined && spot.issues.length > before) return undefined;
  if (form === undefined || forms.length > 1) {
    const which = forms.length === 0 ? "none" : forms.map((each) => `"${each}"`).join(" and ");
    wrong(spot, `A rule has one of the keys "any", "stem", "match" and "near", and this one has ${which}.`, FORMS_HINT);
    return undefined;
  }
  for (const [key, needed] of [
    ["within", "near"],
    ["language", "stem"],
  ] as const) {
    if (Object.hasOwn(stated, key) && form !== needed) {
      report(within(spot, key), "unknown-key", `"${key}" belongs to "${needed}", which this rule does not have.`);
    }
  }
  for (const key of ["any", "not"] as const) {
    if (!Object.hasOwn(stated, key) || more.includes(key)) continue;
    const hint = "Write it once, in the rule itself: { any: [...], not: [...] }.";
    report(within(spot, key), "unknown-key", `"${key}" cannot stand inside of another rule.`, hint, "key");
  }
  const { any, not, stem, match } = stated;
  const at = within(spot, form);
  if (stated[form] === undefined) {
    if (spot.issues.length === before) wrong(at, `"${form}" says nothing.`, FORMS_HINT);
    return { not };
  }
  if (form === "any") return { any, not };
  if (form === "near") return { pattern: readNear(stated.near, stated.within ?? DEFAULT_WITHIN, at, reading), not };
  if (form === "match") return { pattern: readMatch(match ?? "", at, reading), not };
  return { pattern: readStem(stem ?? "", stated.language, spot, reading), not };
}

/** The patterns of `any` or `not`: a list, or one alone. Those that cannot be read are left out, with an issue each. */
function patternsOf(value: unknown, spot: Spot, reading: Reading): Pattern[] {
  const values = Array.isArray(value) ? value : [value];
  if (values.length === 0) wrong(spot, "This list of patterns is empty.", FORMS_HINT);
  return values.flatMap((each: unknown, index) => {
    const at = Array.isArray(value) ? within(spot, index) : spot;
    return (isRecord(each) ? readRecord(each, at, reading, [])?.pattern : readWords(each, at)) ?? [];
  });
}

function readNear(value: unknown, words: number, spot: Spot, reading: Reading): Pattern | undefined {
  if (!Array.isArray(value) || value.length < 2) {
    wrong(spot, '"near" must be a list of two or more.', "Write { near: [boundary, work], within: 8 }.");
    return undefined;
  }
  const members = value.flatMap((each: unknown, index): (WordsPattern | StemPattern)[] => {
    const at = within(spot, index);
    const member = isRecord(each) ? readRecord(each, at, reading, [])?.pattern : readWords(each, at);
    if (member === undefined) return [];
    if (member.kind === "words" || member.kind === "stem") return [member];
    wrong(at, `"${member.kind}" cannot be near something.`, "Only words and stems can.");
    return [];
  });
  const least = members.reduce((sum, member) => sum + member.words.length, 0);
  if (members.length === value.length && least > words) {
    wrong(spot, `${least} words cannot stand within ${words}.`, `Write "within: ${least}" or more.`);
    return undefined;
  }
  return members.length === value.length ? { kind: "near", members, within: words } : undefined;
}

const readWords = (value: unknown, spot: Spot): WordsPattern | undefined => {
  const stated = Array.isArray(value) ? wrong(spot, "A rule cannot be a list.", FORMS_HINT) : text(value, spot);
  const words = stated === undefined ? undefined : wordsIn(stated, spot);
  if (words === undefined) return undefined;
  if (words.every((word) => /^\*+$/.test(word))) {
    return wrong(spot, `${shown(stated)} would be found everywhere.`, 'Write some letters too, as in "recover*".');
  }
  return { kind: "words", words: words.map((word) => word.replace(/\*+/g, "*")) };
};

function readStem(value: string, language: string | undefined, spot: Spot, reading: Reading): StemPattern | undefined {
  const at = within(spot, "stem");
  const words = wordsIn(value, at);
  if (words?.some((word) => word.includes("*"))) {
    return wrong(at, `A stem cannot have "*" in it, as ${shown(value)} has.`, `Write the words alone: "${value}".`);
  }
  const stated = language ?? reading.language ?? DEFAULT_LANGUAGE;
  const plain = plainLanguage(stated);
  if (!STEMMED.includes(plain)) {
    const place = language === undefined ? at : within(spot, "language");
    const hint = `Languages with stems are ${STEMMED.join(", ")}. In others, "hope*" finds words by how they begin.`;
    return wrong(place, `There are no stems of words for the language "${stated}".`, hint);
  }
  return words === undefined ? undefined : { kind: "stem", words, language: plain, isStated: language !== undefined };
}

function readMatch(value: string, spot: Spot, { language }: Reading): Pattern | undefined {
  if (language !== null && plainLanguage(language) !== "en") {
    const hint = "Use words, stems and nearness, which know no grammar.";
    return wrong(spot, `Grammar patterns are for English, and the study's language is "${language}".`, hint);
  }
  const syntax = readMatchSyntax(value);
  if ("problem" in syntax) return wrong(spot, `The pattern ${shown(value)} is wrong. ${syntax.problem}.`, syntax.hint);
  return { kind: "match", pattern: value };
}

/** The words of a phrase; an issue if there is anything between them but white space, which no text could match. */
function wordsIn(phrase: string, spot: Spot): string[] | undefined {
  const tokens = patternTokens(phrase);
  let rest = "";
  let last = 0;
  for (const { start, end } of tokens) {
    rest += phrase.slice(last, start);
    last = end;
  }
  rest = (rest + phrase.slice(last)).trim();
  const [sign] = rest;
  if (sign !== undefined) {
    const hint = "Words of a phrase have only white space between them. Leave signs out, or write two rules.";
    return wrong(
      spot,
      `"${sign}" in ${shown(phrase)} is no part of a word, so that the rule would find nothing.`,
      hint,
    );
  }
  return tokens.map((token) => token.word);
}

/** Reports a wrong rule; its result is always undefined, so that a reader can return it. */
function wrong(spot: Spot, message: string, hint?: string): undefined {
  report(spot, "wrong-rule", message, hint);
  return undefined;
}
