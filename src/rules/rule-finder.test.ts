import nlp from "compromise";
import fc from "fast-check";
import { expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import type { Issue } from "../issues/issue";
import { nowhere } from "../issues/source";
import type { Rule } from "../model/scheme";
import { rootSpot } from "../text/check";
import type { ReadRule } from "./pattern";
import { ruleReader } from "./read-rule";
import { ruleFinder } from "./rule-finder";

function readRules(rules: readonly Rule[], language: string | null = null): ReadRule[] {
  const issues: Issue[] = [];
  const read = rules.flatMap((rule) => ruleReader(language)(rule, rootSpot(nowhere, issues)) ?? []);
  if (issues.length > 0) throw new InputError(issues);
  return read;
}

/** The words that one rule matches in a text. */
async function found(rule: Rule, text: string, language: string | null = null): Promise<string[]> {
  const find = await ruleFinder(readRules([rule], language), language);
  return find(text, { start: 0, end: text.length }).hits.map(({ start, end }) => text.slice(start, end));
}

test.each<[Rule, string, string[]]>([
  [
    "peer worker",
    "The PEER\n  Worker, a peer, worker. Peer worker’s; peer workers.",
    ["PEER\n  Worker", "Peer worker’s"],
  ],
  ["peer worker", "peer-worker and peer\u00A0worker", ["peer\u00A0worker"]],
  [
    "recover*",
    "Recovery, recovered; discover. Recover recovery-minded",
    ["Recovery", "recovered", "Recover", "recovery-minded"],
  ],
  ["*cover*", "discovery uncover covers", ["discovery", "uncover", "covers"]],
  ["h*pe", "hope hype hoper h-pe", ["hope", "hype", "h-pe"]],
  ["peer work*", "peer worker, peer working", ["peer worker", "peer working"]],
  ["was * there", "she was really there, was there, was not even there", ["was really there"]],
  ["* there", "was there there", ["was there"]],
  ["don't", "I don’t. Don't", ["don’t", "Don't"]],
  ["don", "I don't, Don", ["Don"]],
  ["she", "She's she'd she", ["She's", "she"]],
  ["été", "Été été ete", ["Été", "été"]],
  ["希望", "希望がある。望希", ["希望"]],
  ["หวัง", "ความหวัง", ["หวัง"]],
  ["надежда", "Надежда, надежды", ["Надежда"]],
  [{ stem: "hope" }, "Hoping, hoped; hopeless hopes hope's hop", ["Hoping", "hoped", "hopes", "hope's"]],
  [{ stem: "feel better" }, "feeling better, feels  BETTER", ["feeling better", "feels  BETTER"]],
  [
    { near: ["boundary", "work*"], within: 4 },
    "a boundary at our work. Work has a boundary",
    ["boundary at our work", "Work has a boundary"],
  ],
  [{ near: ["boundary", "work"], within: 3 }, "a boundary at our work", []],
  [{ any: ["hope", "pray"], not: ["hope so"] }, "I hope. I hope so, and pray. We pray!", ["hope", "pray"]],
  [{ any: ["a b", "b c", "a"] }, "a b c", ["a b"]],
  [
    { match: "#Pronoun (can|could) get better" },
    "She could get\nbetter. I can’t get better. Can get better.",
    ["She could get\nbetter"],
  ],
  [{ match: "can not" }, "We cannot. You can’t go", ["cannot", "can’t"]],
])("%j in %j matches %j", async (rule, text, expected) => {
  expect(await found(rule, text)).toEqual(expected);
});

test.each<[string, Rule, string, string[]]>([
  ["fr", "espoir", "L’espoir, l'espoir et désespoir", ["L’espoir", "l'espoir"]],
  ["fr", { stem: "espérer" }, "j'espérais, on espère", ["j'espérais", "espère"]],
  ["de", { stem: "Haus" }, "Die Häuser, das HAUS", ["Häuser", "HAUS"]],
  ["en", { stem: "canción", language: "es" }, "muchas canciones", ["canciones"]],
  ["nb", { stem: "jente" }, "jentene og jenter", ["jentene", "jenter"]],
])("in a study in %s, %j in %j matches %j", async (language, rule, text, expected) => {
  expect(await found(rule, text, language)).toEqual(expected);
});

test("several rules are found at once, in the order of the text, within the turn alone", async () => {
  const text = "I: hope? Ana: I hope for peer workers.";
  const find = await ruleFinder(readRules(["peer workers", { stem: "hope" }, "for peer"]), null);
  const { hits, sentences } = find(text, { start: 14, end: text.length });
  expect(hits).toEqual([
    { rule: 1, start: 16, end: 20 },
    { rule: 2, start: 21, end: 29 },
    { rule: 0, start: 25, end: 37 },
  ]);
  expect(sentences({ start: 16, end: 20 })).toEqual({ start: 14, end: text.length });
});

test("a sentence goes from its first word to its last sign", async () => {
  const text = "  One.  Dr. Two is\nhere!  Three.";
  const find = await ruleFinder([], null);
  const { sentences } = find(text, { start: 0, end: text.length });
  const whole = (start: number, end: number): string => {
    const range = sentences({ start, end });
    return text.slice(range.start, range.end);
  };
  expect(whole(12, 13)).toBe("Dr. Two is\nhere!");
  expect(whole(3, 13)).toBe("One.  Dr. Two is\nhere!");
});

const WORDS = ["hope", "hoping", "peer", "worker", "peer-worker", "don't", "été", "recovery", "recovered", "work"];
const word = fc.constantFrom(...WORDS);
const blank = fc.constantFrom(" ", "\n", "  ", "\u00A0");
const gap = fc.oneof({ weight: 4, arbitrary: blank }, fc.constantFrom(", ", ". ", " - "));
const said = fc.array(fc.tuple(word, gap), { maxLength: 14 });

/** Places of a phrase in the words of a made-up text, and whether only blanks part it; it is known how the text was made. */
function places(
  words: readonly (readonly [string, string])[],
  phrase: readonly ((word: string) => boolean)[],
): number[] {
  return words.flatMap((_, at) => {
    const stands = phrase.every((fits, step) => {
      const here = words[at + step];
      const before = words[at + step - 1];
      return here !== undefined && fits(here[0]) && (step === 0 || before?.[1].trim() === "");
    });
    return stands ? [at] : [];
  });
}

test("words and wildcards are found exactly where they were put", async () => {
  const is = (expected: string) => (given: string) => given === expected;
  const begins = (start: string) => (given: string) => given.startsWith(start);
  const cases = [
    { rule: "recovery", phrase: [is("recovery")] },
    { rule: "peer", phrase: [is("peer")] },
    { rule: "peer work*", phrase: [is("peer"), begins("work")] },
    { rule: "hop* * été", phrase: [begins("hop"), () => true, is("été")] },
    { rule: "don’t work", phrase: [is("don't"), is("work")] },
  ];
  const find = await ruleFinder(readRules(cases.map((each) => each.rule)), null);
  fc.assert(
    fc.property(said, fc.boolean(), (words, upper) => {
      const printed = words.map(([each, sign]): [string, string] => [upper ? each.toUpperCase() : each, sign]);
      const text = printed.flat().join("");
      const starts = printed.map((_, index) => printed.slice(0, index).flat().join("").length);
      const { hits } = find(text, { start: 0, end: text.length });
      for (const [rule, { phrase }] of cases.entries()) {
        const expected = places(words, phrase).map((at) => starts[at]);
        // Overlapping matches of one rule are one; none of these can overlap itself but the one with three words.
        const got = hits.filter((hit) => hit.rule === rule).map((hit) => hit.start);
        if (phrase.length < 3) expect(got).toEqual(expected);
        else expect(expected).toEqual(expect.arrayContaining(got));
      }
    }),
  );
});

test("case and white space change nothing", async () => {
  const rules = readRules(["peer worker", "recover*", { stem: "hope" }, { near: ["work", "été"], within: 5 }]);
  const find = await ruleFinder(rules, null);
  const ordinals = (text: string): string[] =>
    find(text, { start: 0, end: text.length })
      .hits.map(({ rule, start, end }) => {
        const count = (part: string): number => part.split(/[^\p{L}'-]+/u).filter((each) => /\p{L}/u.test(each)).length;
        return `${rule}: word ${count(text.slice(0, start))}, ${count(text.slice(start, end))} words`;
      })
      .sort();
  fc.assert(
    fc.property(said, blank, (words, other) => {
      const text = words.flat().join("");
      const changed = words.map(([each, sign]) => each.toUpperCase() + (sign.trim() === "" ? other : sign)).join("");
      expect(ordinals(changed)).toEqual(ordinals(text));
    }),
  );
});

test("grammar patterns find what compromise finds in every sentence, though most are not read", async () => {
  const pieces =
    "I she we can can’t could gets get getting better worse café cafe gonna will he'll not the peer worker's team".split(
      " ",
    );
  const sentence = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 7 }).map((each) => each.join(" "));
  const patterns = [
    "#Pronoun (can|could) get better",
    "cafe",
    "(will|can) not",
    "going to #Verb",
    "(peer worker|team)",
  ];
  const rules = readRules(patterns.map((match) => ({ match })));
  const find = await ruleFinder(rules, null);
  fc.assert(
    fc.property(sentence, (text) => {
      const { hits } = find(text, { start: 0, end: text.length });
      for (const [rule, pattern] of patterns.entries()) {
        const found = hits.some((hit) => hit.rule === rule);
        expect([pattern, text, found]).toEqual([pattern, text, nlp(text).has(pattern)]);
      }
    }),
    { numRuns: 60 },
  );
});
