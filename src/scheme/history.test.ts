import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { parseYaml } from "../text/yaml";
import { schemeAt } from "./history";
import { readScheme } from "./read-scheme";

const read = (text: string) => {
  const yaml = parseYaml(toSource("scheme.yaml", text));
  return readScheme(yaml.value, yaml);
};
const problems = (text: string): string[] =>
  read(text).issues.map(({ code, message, place }) => `${place?.line}:${place?.column} ${code}: ${message}`);

describe("a history written by hand", () => {
  test("may leave out what was: it is made from the ids, and said", () => {
    const { scheme, issues } = read(`
categories: [{ id: k }]
codes: [{ id: hope, name: Hope, category: k }, { id: fear, name: Being afraid }]
themes: [{ id: t, codes: [hope, fear] }]
changes:
  - from: 1
    to: 2
    steps:
      - { merge: [hope-self, hope-others], into: hope }
      - { rename: fear, name: Being afraid }
      - { move: fear, category: null }
      - { redefine: hope, definition: New }
`);
    expect(issues.map(({ code, severity, message, place }) => [code, severity, message, place?.line])).toEqual([
      [
        "incomplete-history",
        "info",
        'The step does not say what the codes "hope-self" and "hope-others" were before version 2.',
        9,
      ],
      ["incomplete-history", "info", 'The step does not say what the code "fear" was before version 2.', 10],
      ["incomplete-history", "info", 'The step does not say what the code "fear" was before version 2.', 11],
      ["incomplete-history", "info", 'The step does not say what the code "hope" was before version 2.', 12],
    ]);
    expect(schemeAt(scheme, 1)).toEqual({
      version: 1,
      entries: [
        { kind: "category", id: "k", name: "K", parent: null },
        { kind: "code", id: "hope-self", name: "Hope self", category: "k" },
        { kind: "code", id: "hope-others", name: "Hope others", category: "k" },
        { kind: "code", id: "fear", name: "Fear", category: null },
        { kind: "theme", id: "t", name: "T", parent: null, codes: ["hope-self", "hope-others", "fear"] },
      ],
      changes: [],
    });
  });

  test("may say a part of it, in a few words", () => {
    const { scheme, issues } = read(`
categories: [{ id: k }, { id: l }]
codes: [{ id: hope, category: k }, { id: fear, category: k }]
themes: [{ id: t, codes: [hope] }, { id: u }]
changes:
  - from: 1
    to: 2
    steps:
      - { merge: [ease, rest], into: hope, was: [{ id: rest, name: At rest }, { id: ease, definition: Of ease }] }
      - { rename: fear, name: Fear, was: Being afraid }
      - { move: fear, category: k, was: l }
      - { move: hope, themes: [t], was: [u] }
      - { redefine: hope, definition: New, was: { definition: Old } }
`);
    expect(issues).toEqual([]);
    expect(schemeAt(scheme, 1).entries.slice(2)).toEqual([
      { kind: "code", id: "fear", name: "Being afraid", category: "l" },
      { kind: "code", id: "rest", name: "At rest", category: null },
      { kind: "code", id: "ease", name: "Ease", category: null, definition: "Of ease" },
      { kind: "theme", id: "t", name: "T", parent: null, codes: [] },
      { kind: "theme", id: "u", name: "U", parent: null, codes: ["ease", "rest"] },
    ]);
  });

  test("may merge into what an earlier step speaks of: then it was there before", () => {
    const { scheme } = read(`
codes: [hope]
changes:
  - { from: 1, to: 2, steps: [{ rename: hope, name: Hope, was: Hopes }] }
  - { from: 2, to: 3, steps: [{ merge: [ease], into: hope }] }
`);
    expect(schemeAt(scheme, 2).entries.map((each) => each.id)).toEqual(["ease", "hope"]);
    expect(schemeAt(scheme, 1).entries.map((each) => each.name)).toEqual(["Ease", "Hopes"]);
  });

  test("is right though the file was changed by hand since", () => {
    const { scheme, issues } = read(`
codes: [new, hope]
themes: [{ id: t, codes: [hope, new] }]
changes:
  - from: 1
    to: 2
    steps:
      - merge: [a, b]
        into: hope
        was: [{ id: a, category: gone, after: code lost }, { id: b, after: code a }, { kind: theme, id: away, codes: [a, never] }]
`);
    expect(issues).toEqual([]);
    expect(schemeAt(scheme, 1).entries).toEqual([
      { kind: "code", id: "new", name: "New", category: null },
      { kind: "code", id: "a", name: "A", category: null },
      { kind: "code", id: "b", name: "B", category: null },
      { kind: "theme", id: "t", name: "T", parent: null, codes: ["a", "b", "new"] },
      { kind: "theme", id: "away", name: "Away", parent: null, codes: ["a"] },
    ]);
  });
});

describe("what is wrong with a history", () => {
  test.each([
    [
      "versions that go down, and a gap",
      "changes:\n  - { from: 2, to: 2, steps: [] }\n  - { from: 3, to: 4, steps: [] }\n",
      [
        "2:20 wrong-history: A change cannot lead from version 2 to 2.",
        "3:13 wrong-history: The change begins with version 3, and the one before it ends with 2.",
      ],
    ],
    [
      "a version that no change leads to",
      "version: 4\nchanges:\n  - { from: 1, to: 2, steps: [] }\n",
      ["1:10 wrong-history: The scheme is version 4, and its last change leads to 2."],
    ],
    [
      "steps that cannot be read",
      "codes: [c]\nchanges:\n  - from: 1\n    to: 2\n    steps:\n      - { merge: [], into: c }\n      - { retire: c, into: d, was: [] }\n      - { split: c, into: [d] }\n      - { forget: c }\n",
      [
        "6:18 wrong-step: The step merges nothing.",
        "8:27 wrong-step: The step splits into one part.",
        "9:9 wrong-step: The step does not say what it does.",
      ],
    ],
    [
      "what was never there, and an id that was used before",
      "codes: [c, d]\nchanges:\n  - from: 1\n    to: 2\n    steps:\n      - { rename: e, name: E, was: F }\n      - { add: d }\n      - { merge: [x], into: c, was: [{ id: x }, { id: c }] }\n      - { add: x }\n",
      [
        '6:19 unknown-code: The step names the code "e", which the scheme after it does not have.',
        '9:16 unknown-code: The step names the code "x", which the scheme after it does not have.',
        '9:16 reused-id: The id "x" was that of a code before.',
      ],
    ],
    [
      "a was that cannot be read",
      "codes: [c]\nchanges:\n  - from: 1\n    to: 2\n    steps:\n      - { rename: c, name: E, was: { name: F } }\n      - { merge: [x], into: c, was: [{ id: x, colour: red }, 7] }\n      - { redefine: c, definition: D, was: E }\n",
      [
        '6:36 wrong-value: "was" must be the old name.',
        '7:47 unknown-key: A code has no key "colour".',
        '7:62 wrong-value: An entry of "was" must be a record with an id.',
        '8:44 wrong-value: "was" must be a record of the old fields.',
        '8:9 incomplete-history: The step does not say what the code "c" was before version 2.',
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});
