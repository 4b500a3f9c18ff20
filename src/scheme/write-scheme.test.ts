import { describe, expect, test } from "vitest";
import type { Scheme, SchemeEntry } from "../model/scheme";
import { parseScheme } from "./parse-scheme";
import { comparableScheme, writeScheme } from "./write-scheme";

const NESTED = `# The scheme of a small study.
version: 1   # counts up

categories:
  - { id: feelings, name: Feelings }

themes:
  # The oldest of all.
  - id: relief
    name: Relief
    concept: >-
      Rest is what others
      make possible
    codes:
      - id: rest       # from the first interviews
        category: feelings
        suggest: ["rest*"]
      - hope
  - id: ahead
    name: Ahead
    codes:
      - id: hope
        name: Hope
        definition: "Looks ahead"

# In no theme.
codes: [{ id: safe, name: Safe }]
`;
const FLAT = `codes:
- {id: rest, themes: [relief], category: feelings}
- {id: hope, themes: [ahead]}
categories: [feelings]
themes:
- id: relief
- {id: ahead, parent: relief}
`;

/** The scheme of a text with some entries changed: null takes one away, a new id is added behind the last of its kind. */
function changed(
  text: string,
  entries: Readonly<Record<string, Partial<SchemeEntry> | null>>,
  more: Partial<Scheme> = {},
): Scheme {
  const scheme = parseScheme(text);
  const known = new Set(scheme.entries.map((entry) => entry.id));
  const kept = scheme.entries.flatMap((entry) => {
    const change = entries[entry.id];
    return change === null ? [] : [{ ...entry, ...change } as SchemeEntry];
  });
  const added = Object.entries(entries).flatMap(([id, entry]) =>
    known.has(id) ? [] : [{ id, ...entry } as SchemeEntry],
  );
  return { ...scheme, entries: [...kept, ...added], ...more };
}

/** The lines that a text lost and got. */
function difference(before: string, after: string): string[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  return [
    ...a.filter((line) => !b.includes(line)).map((line) => `- ${line}`),
    ...b.filter((line) => !a.includes(line)).map((line) => `+ ${line}`),
  ];
}

describe("writeScheme", () => {
  test.each([NESTED, FLAT])("leaves the text of a scheme that did not change", (text) => {
    expect(writeScheme(parseScheme(text), text)).toBe(text);
  });

  test.each<[string, string, Scheme, string[]]>([
    [
      "a name",
      NESTED,
      changed(NESTED, { hope: { name: "Hope: some" } }),
      ["-         name: Hope", '+         name: "Hope: some"'],
    ],
    ["a name that was not written", NESTED, changed(NESTED, { rest: { name: "Peace" } }), ["+         name: Peace"]],
    [
      "an entry in one line",
      NESTED,
      changed(NESTED, { safe: { retired: true } as Partial<SchemeEntry> }),
      ["- codes: [{ id: safe, name: Safe }]", "+ codes: [ { id: safe, name: Safe, retired: true } ]"],
    ],
    [
      "a list of rules",
      NESTED,
      changed(NESTED, { rest: { suggest: ["rest*", { stem: "calm" }] } as Partial<SchemeEntry> }),
      ['-         suggest: ["rest*"]', '+         suggest: [ "rest*", { stem: calm } ]'],
    ],
    [
      "a folded text",
      NESTED,
      changed(NESTED, { relief: { concept: "Other" } as Partial<SchemeEntry> }),
      ["-       Rest is what others", "-       make possible", "+       Other"],
    ],
    [
      "the version",
      NESTED,
      changed(NESTED, {}, { version: 2 }),
      ["- version: 1   # counts up", "+ version: 2 # counts up"],
    ],
    [
      "what a code belongs to, said by the code",
      FLAT,
      changed(FLAT, {
        relief: { codes: ["rest", "hope"] } as Partial<SchemeEntry>,
        ahead: { codes: [] } as Partial<SchemeEntry>,
      }),
      ["- - {id: hope, themes: [ahead]}", "+ - {id: hope, themes: [relief]}"],
    ],
    [
      "a category",
      FLAT,
      changed(FLAT, { rest: { category: null } as Partial<SchemeEntry> }),
      ["- - {id: rest, themes: [relief], category: feelings}", "+ - {id: rest, themes: [relief]}"],
    ],
    [
      "an id that stands alone",
      FLAT,
      changed(FLAT, { feelings: { definition: "Felt" } as Partial<SchemeEntry> }),
      ["- categories: [feelings]", "+ categories: [{id: feelings, definition: Felt}]"],
    ],
    [
      "a parent",
      FLAT,
      changed(FLAT, { ahead: { parent: null } as Partial<SchemeEntry> }),
      ["- - {id: ahead, parent: relief}", "+ - {id: ahead}"],
    ],
  ])("changes %s, and nothing else", (_, text, scheme, expected) => {
    const written = writeScheme(scheme, text);
    expect(difference(text, written)).toEqual(expected);
    expect(comparableScheme(parseScheme(written))).toEqual(comparableScheme(scheme));
  });

  test("moves what stood within an entry that is gone to where it belongs now, comments and all", () => {
    const scheme = changed(NESTED, { relief: null, ahead: { codes: ["hope", "rest"] } as Partial<SchemeEntry> });
    expect(writeScheme(scheme, NESTED)).toBe(`# The scheme of a small study.
version: 1   # counts up

categories:
  - { id: feelings, name: Feelings }

themes:
  - id: ahead
    name: Ahead
    codes:
      - id: hope
        name: Hope
        definition: "Looks ahead"
      - id: rest # from the first interviews
        category: feelings
        suggest: [ "rest*" ]

# In no theme.
codes: [{ id: safe, name: Safe }]

# What stands in another place than in the lists above; without it, their order holds.
order:
  codes:
    - { id: rest }
`);
  });

  test("puts new entries where the analyst's own stand, and appends changes", () => {
    const change = {
      from: 1,
      to: 2,
      date: "2026-05-01",
      by: "KB",
      why: "Two things",
      steps: [{ rename: "rest", name: "Rest", was: "Resting" }],
    };
    const part = (id: string): Partial<SchemeEntry> => ({ kind: "code", id, name: id, category: null });
    const scheme = changed(
      NESTED,
      {
        plans: part("plans"),
        dreams: part("dreams"),
        ahead: { codes: ["plans", "dreams"] } as Partial<SchemeEntry>,
        relief: { codes: ["rest", "plans", "dreams"] } as Partial<SchemeEntry>,
        hope: { retired: true } as Partial<SchemeEntry>,
      },
      { version: 2, changes: [change] },
    );
    const written = writeScheme(scheme, NESTED);
    expect(comparableScheme(parseScheme(written))).toEqual(comparableScheme(scheme));
    expect(written).toContain("- { rename: rest, name: Rest, was: Resting }");
    expect(written).toContain(
      '# from the first interviews\n        category: feelings\n        suggest: ["rest*"]\n      - id: plans\n        name: plans\n',
    );
  });

  test("keeps an order that is stated while it holds, and takes it out when the lists tell it", () => {
    const text = `${NESTED}# As in the paper.\norder: {codes: [{id: safe}]}\n`;
    const scheme = changed(text, { hope: { name: "Hoping" } });
    expect(difference(text, writeScheme(scheme, text))).toEqual(["-         name: Hope", "+         name: Hoping"]);
    const listed = { ...scheme, entries: parseScheme(NESTED).entries };
    expect(writeScheme(listed, text)).toBe(NESTED);
    const without = { ...scheme, entries: scheme.entries.filter(({ id }) => id !== "safe") };
    expect(difference(text, writeScheme(without, text))).toEqual([
      "-         name: Hope",
      "- # In no theme.",
      "- codes: [{ id: safe, name: Safe }]",
      "- # As in the paper.",
      "- order: {codes: [{id: safe}]}",
      "+         name: Hoping",
    ]);
  });

  test("writes a new text, in every order that a scheme can have", () => {
    const scheme = parseScheme(NESTED);
    const reversed = { ...scheme, entries: scheme.entries.toReversed() };
    for (const each of [scheme, reversed]) {
      const read = parseScheme(writeScheme(each, null));
      for (const kind of ["category", "code", "theme"]) {
        expect(read.entries.filter((entry) => entry.kind === kind)).toEqual(
          each.entries.filter((entry) => entry.kind === kind),
        );
      }
    }
  });

  test("keeps JSON, with its indentation", () => {
    const text = '{\n\t"version": 2,\n\t"codes": [\n\t\t{\n\t\t\t"id": "hope",\n\t\t\t"name": "Hope"\n\t\t}\n\t]\n}\n';
    const written = writeScheme(changed(text, { hope: { name: "Hoping" } }), text);
    expect(written).toBe(text.replace('"Hope"', '"Hoping"'));
  });

  test("refuses what a scheme file would read otherwise", () => {
    expect(() => writeScheme(changed(NESTED, { hope: { name: " " } }), NESTED)).toThrow(
      'A scheme file cannot hold this scheme: "codes.hope.name" is read otherwise.',
    );
  });
});
