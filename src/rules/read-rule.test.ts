import fc from "fast-check";
import { expect, test } from "vitest";
import type { Issue } from "../issues/issue";
import { nowhere, toSource } from "../issues/source";
import type { Rule } from "../model/scheme";
import { rootSpot } from "../text/check";
import { parseYaml } from "../text/yaml";
import type { ReadRule } from "./pattern";
import { ruleReader } from "./read-rule";
import { parseRule } from "./rule-text";

function read(yaml: string, language: string | null = null): { rule: ReadRule | undefined; problems: string[] } {
  const file = parseYaml(toSource("scheme.yaml", yaml));
  const issues: Issue[] = [];
  const rule = ruleReader(language)(file.value, rootSpot(file, issues));
  const problems = issues.map(({ code, message, hint, place }) => {
    const at = `${place?.line}:${place?.column}-${place?.length}`;
    return `${at} ${code} ${message}${hint === undefined ? "" : ` / ${hint}`}`;
  });
  return { rule, problems };
}

test.each([
  ["peer worker", "peer worker"],
  ["Peer   Worker’s", "peer worker's"],
  ["recover*", "recover*"],
  ["希望", "希望"],
  ["was ** and", "was * and"],
  ["1200", "1200"],
  ["{ stem: hope }", "{ stem: hope }"],
  ["{ stem: Esperanza, language: ES }", "{ stem: esperanza, language: es }"],
  ['{ match: "#Pronoun (can|could) get better" }', '{ match: "#Pronoun (can|could) get better" }'],
  ["{ near: [boundary, { stem: work }] }", "{ near: [boundary, { stem: work }], within: 10 }"],
  ["{ near: [boundary, work], within: 8 }", "{ near: [boundary, work], within: 8 }"],
  ["{ any: hope }", "hope"],
  ["{ any: [{ stem: hope }] }", "{ stem: hope }"],
  ["{ any: [hope, 'no', 12], not: hope so }", '{ any: [hope, "no", "12"], not: [hope so] }'],
  ["{ stem: hope, not: [hope so, { stem: pray }] }", "{ stem: hope, not: [hope so, { stem: pray }] }"],
])("%s is the rule %s", (yaml, text) => {
  const { rule, problems } = read(yaml);
  expect(problems).toEqual([]);
  expect(rule?.text).toBe(text);
});

const FORMS_HINT =
  'Write words, as in "peer worker" or "recover*", or { stem: hope }, { match: "#Pronoun can" }, { near: [boundary, work] } or { any: [...], not: [...] }.';

test.each([
  ["", [expect.stringContaining("must be text")]],
  ["[a]", [`1:1-3 wrong-rule A rule cannot be a list. / ${FORMS_HINT}`]],
  [
    "peer, worker",
    [
      '1:1-12 wrong-rule "," in "peer, worker" is no part of a word, so that the rule would find nothing. / Words of a phrase have only white space between them. Leave signs out, or write two rules.',
    ],
  ],
  ['"*"', ['1:1-3 wrong-rule "*" would be found everywhere. / Write some letters too, as in "recover*".']],
  ["{ sten: hope }", ['1:3-4 unknown-key A rule has no key "sten". / Did you mean "stem"?']],
  [
    "{ stem: hope, match: a }",
    [
      `1:1-24 wrong-rule A rule has one of the keys "any", "stem", "match" and "near", and this one has "stem" and "match". / ${FORMS_HINT}`,
    ],
  ],
  ["{ not: a }", [expect.stringContaining("and this one has none.")]],
  ["{ stem: }", [`1:9-1 wrong-rule "stem" says nothing. / ${FORMS_HINT}`]],
  ["{ stem: [a] }", ['1:9-3 wrong-value "stem" must be text, and is a list.']],
  [
    "{ stem: hop* }",
    ['1:9-4 wrong-rule A stem cannot have "*" in it, as "hop*" has. / Write the words alone: "hop*".'],
  ],
  [
    "{ stem: toivo, language: fi }",
    [
      '1:26-2 wrong-rule There are no stems of words for the language "fi". / Languages with stems are en, es, fr, it, pt, nl, de, no, sv, ru. In others, "hope*" finds words by how they begin.',
    ],
  ],
  ["{ stem: hope, within: 3 }", ['1:23-1 unknown-key "within" belongs to "near", which this rule does not have.']],
  [
    "{ near: [a] }",
    ['1:9-3 wrong-rule "near" must be a list of two or more. / Write { near: [boundary, work], within: 8 }.'],
  ],
  ["{ near: [a b, c], within: 2 }", ['1:9-8 wrong-rule 3 words cannot stand within 2. / Write "within: 3" or more.']],
  ["{ near: [a, { match: b }] }", ['1:13-12 wrong-rule "match" cannot be near something. / Only words and stems can.']],
  ["{ any: [] }", [`1:8-2 wrong-rule This list of patterns is empty. / ${FORMS_HINT}`]],
  [
    "{ any: [{ stem: a, not: b }] }",
    [
      '1:20-3 unknown-key "not" cannot stand inside of another rule. / Write it once, in the rule itself: { any: [...], not: [...] }.',
    ],
  ],
  [
    '{ match: "#Pronuon can" }',
    ['1:10-14 wrong-rule The pattern "#Pronuon can" is wrong. There is no tag "#Pronuon". / Did you mean "#Pronoun"?'],
  ],
  [
    '{ any: ["a,", { stem: "b." }], not: ["*"], more: 1 }',
    [
      expect.stringContaining('unknown-key A rule has no key "more"'),
      expect.stringContaining('wrong-rule "*" would be found'),
      expect.stringContaining('"," in "a,"'),
      expect.stringContaining('"." in "b."'),
    ],
  ],
])("%s is told", (yaml, problems) => {
  const { rule, problems: told } = read(yaml);
  expect(rule).toBeUndefined();
  expect(told).toEqual(problems);
});

test("stems are of the study's language, and grammar patterns of English", () => {
  expect(read("{ stem: esperanza }", "es-MX").rule?.any).toEqual([
    { kind: "stem", words: ["esperanza"], language: "es", isStated: false },
  ]);
  expect(read("{ stem: toivo }", "fi").problems).toEqual([
    expect.stringContaining('1:9-5 wrong-rule There are no stems of words for the language "fi".'),
  ]);
  expect(read('{ match: "#Noun" }', "en-AU").problems).toEqual([]);
  expect(read('{ match: "#Noun" }', "es").problems).toEqual([
    expect.stringContaining('Grammar patterns are for English, and the study\'s language is "es".'),
  ]);
});

test("a rule written as text is read back as the same rule", () => {
  const word = fc.constantFrom("hope", "no", "true", "l'espoir", "12", "1,200", "希望", "co-worker", "*ing", "été");
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
  const stem = phrase.map((each) => ({ stem: each.replaceAll("*", "") }));
  const match = fc.constantFrom({ match: "#Pronoun (can|could)" }, { match: '/^a"b\\d$/' });
  const near = fc.tuple(phrase, stem).map(([a, b]) => ({ near: [a, b], within: 20 }));
  const pattern: fc.Arbitrary<Rule> = fc.oneof(phrase, stem, match, near);
  const list = fc.array(pattern, { minLength: 1, maxLength: 3 });
  const rule: fc.Arbitrary<Rule> = fc.oneof(pattern, fc.record({ any: list }), fc.record({ any: list, not: list }));
  fc.assert(
    fc.property(rule, (given) => {
      const issues: Issue[] = [];
      const first = ruleReader(null)(given, rootSpot(nowhere, issues));
      const second = ruleReader(null)(parseRule(first?.text ?? ""), rootSpot(nowhere, issues));
      expect(issues).toEqual([]);
      expect(second).toEqual(first);
    }),
  );
});
