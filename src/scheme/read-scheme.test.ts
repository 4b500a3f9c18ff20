import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nowhere, originPlace, toSource } from "../issues/source";
import { parseYaml } from "../text/yaml";
import { readScheme } from "./read-scheme";

function read(yaml: string) {
  const file = parseYaml(toSource("scheme.yaml", yaml));
  expect(file.issues).toEqual([]);
  return readScheme(file.value, file);
}

const code = (id: string, name: string, category: string | null = null) => ({ kind: "code", id, name, category });
const theme = (id: string, name: string, codes: string[] = [], parent: string | null = null) => ({
  kind: "theme",
  id,
  name,
  parent,
  codes,
});
const category = (id: string, name: string, parent: string | null = null) => ({ kind: "category", id, name, parent });

describe("an empty scheme", () => {
  test.each([[null], [undefined], [{}], [" "]])("is read from %j", (value) => {
    expect(readScheme(value, nowhere)).toMatchObject({ scheme: { version: 1, entries: [], changes: [] }, issues: [] });
  });
});

test("all keys of all kinds are read", () => {
  const { scheme, issues } = read(`
format: 1
version: 4
categories:
  - { id: meeting, name: What passes, definition: Between two }
themes:
  - id: hope
    name: Peers bring hope
    concept: A life after it
    boundary: Not kindness
    codes:
      - id: seen
        name: Seen
        category: meeting
        definition: Saw it
        include: Things
        exclude: Talk
        examples: [one, two]
        suggest: ["recover*", { stem: hope }]
        retired: yes
changes:
  - { from: 3, to: 4, date: 2026-03-01, by: KB, why: One idea, steps: [{ merge: [a, b], into: seen, was: [{ id: a }, { id: b }] }] }
`);
  expect(issues).toEqual([]);
  expect(scheme).toEqual({
    version: 4,
    entries: [
      { kind: "category", id: "meeting", name: "What passes", definition: "Between two", parent: null },
      {
        kind: "theme",
        id: "hope",
        name: "Peers bring hope",
        concept: "A life after it",
        boundary: "Not kindness",
        parent: null,
        codes: ["seen"],
      },
      {
        kind: "code",
        id: "seen",
        name: "Seen",
        category: "meeting",
        definition: "Saw it",
        include: "Things",
        exclude: "Talk",
        examples: ["one", "two"],
        suggest: ["recover*", { stem: "hope" }],
        retired: true,
      },
    ],
    changes: [
      {
        from: 3,
        to: 4,
        date: "2026-03-01",
        by: "KB",
        why: "One idea",
        steps: [{ merge: ["a", "b"], into: "seen", was: [{ id: "a" }, { id: "b" }] }],
      },
    ],
  });
});

describe("nested and flat spellings of one scheme", () => {
  const entries = [
    category("c", "C"),
    category("d", "D", "c"),
    theme("t", "T", ["a", "b"]),
    theme("u", "U", ["b"], "t"),
    code("a", "A", "c"),
    code("b", "B", "d"),
  ];
  const byKind = (kind: string) => (entry: { kind: string }) => entry.kind === kind;

  test.each([
    [
      "flat, upward",
      `
categories: [{ id: c }, { id: d, parent: c }]
themes: [{ id: t }, { id: u, parent: t }]
codes: [{ id: a, category: c, themes: [t] }, { id: b, category: d, themes: [t, u] }]
`,
    ],
    [
      "flat, downward, by ids",
      `
categories: [{ id: c, categories: [d], codes: [a] }, { id: d, codes: [b] }]
themes: [{ id: t, subthemes: [u], codes: [a, b] }, { id: u, codes: [b] }]
codes: [a, b]
`,
    ],
    [
      "codes within themes, categories within categories",
      `
categories: [{ id: c, categories: [{ id: d }] }]
themes:
  - id: t
    codes: [{ id: a, category: c }, { id: b, category: d }]
    subthemes: [{ id: u, codes: [b] }]
`,
    ],
    [
      "codes within categories",
      `
themes: [{ id: t, codes: [a, b], subthemes: [{ id: u, codes: [b] }] }]
categories: [{ id: c, codes: [{ id: a }], categories: [{ id: d, codes: [{ id: b }] }] }]
`,
    ],
    [
      "everything said twice, without contradiction",
      `
categories: [{ id: c, codes: [a] }, { id: d, parent: c }]
themes: [{ id: t, codes: [a, b, a] }, { id: u, parent: t, codes: [b] }]
codes: [{ id: a, category: c, themes: t }, { id: b, category: d, themes: [u, t] }]
`,
    ],
    [
      "one list of entries",
      `
entries:
  - { kind: category, id: c }
  - { kind: category, id: d, parent: c }
  - { kind: theme, id: t, parent: null, codes: [a, b] }
  - { kind: theme, id: u, parent: t, codes: [b] }
  - { kind: code, id: a, category: c }
  - { kind: code, id: b, category: d }
`,
    ],
  ])("%s", (_, yaml) => {
    const { scheme, issues } = read(yaml);
    expect(issues).toEqual([]);
    for (const kind of ["category", "theme", "code"]) {
      expect(scheme.entries.filter(byKind(kind))).toEqual(entries.filter(byKind(kind)));
    }
  });
});

test("entries stand in the order of the file, each before those within it", () => {
  const { scheme } = read(`
themes:
  - { id: z, codes: [{ id: y }], subthemes: [{ id: x, codes: [{ id: w }] }] }
  - a
codes: [m, b]
categories: [{ id: k, codes: [{ id: j }] }]
`);
  expect(scheme.entries.map((entry) => entry.id)).toEqual(["z", "y", "x", "w", "a", "m", "b", "k", "j"]);
});

test("an id is taken as it is written, and a name is made of it", () => {
  const { scheme, issues } = read("codes: [007, 1.10, recovery-possible, Being seen, true]");
  expect(issues).toEqual([]);
  expect(scheme.entries).toEqual([
    code("007", "007"),
    code("1.10", "1.10"),
    code("recovery-possible", "Recovery possible"),
    code("Being seen", "Being seen"),
    code("true", "True"),
  ]);
});

test("an id may be used once in each kind", () => {
  const { scheme, issues } = read("themes: [{ id: hope, codes: [hope] }]\ncodes: [hope]\ncategories: [hope]\n");
  expect(issues).toEqual([]);
  expect(scheme.entries).toEqual([theme("hope", "Hope", ["hope"]), code("hope", "Hope"), category("hope", "Hope")]);
});

test.each([
  ["version: 3", 3],
  ["changes: [{ from: 1, to: 2, steps: [] }, { from: 2, to: 3, steps: [] }]", 3],
  ["version: 2\nchanges: [{ from: 1, to: 2, steps: [] }]", 2],
  ["codes: [a]", 1],
])("the version of %j is %i", (yaml, version) => {
  expect(read(yaml).scheme.version).toBe(version);
});

test("a value that holds itself ends in an issue", () => {
  const round: { id: string; subthemes: unknown[] } = { id: "a", subthemes: [] };
  round.subthemes.push(round);
  const messages = readScheme({ themes: [round] }, nowhere).issues.map((each) => each.message);
  expect(messages).toContain("Entries stand too deep within one another.");
  expect(messages.length).toBeLessThan(50);
});

test("the origin of an entry is where its id stands, of the first of two", () => {
  const { origin } = read("themes:\n  - id: hope\n    codes: [{ id: a }]\n  - { id: hope }\ncodes: [b]\n");
  expect(originPlace(origin("theme", "hope"))).toMatchObject({ line: 2, column: 9, length: 4 });
  expect(originPlace(origin("code", "a"))).toMatchObject({ line: 3, column: 19 });
  expect(originPlace(origin("code", "b"))).toMatchObject({ line: 5, column: 9 });
  expect(origin("category", "hope")).toBeUndefined();
  expect(readScheme({ codes: ["a"] }, nowhere).origin("code", "a")).toBeUndefined();
});

describe("a scheme that is read again", () => {
  const id = fc.constantFrom("a", "b", "c", "d", "e");
  const name = fc.option(fc.constantFrom("X", "Y"), { nil: undefined });
  const value = fc.record({
    version: fc.integer({ min: 1, max: 9 }),
    codes: fc.array(fc.record({ id, name, category: fc.option(id), themes: fc.array(id), retired: fc.boolean() })),
    themes: fc.array(fc.record({ id, name, codes: fc.array(id), parent: fc.option(id), subthemes: fc.array(id) })),
    categories: fc.array(fc.record({ id, name, codes: fc.array(id), parent: fc.option(id) })),
  });

  test("is the same, and has no problem, whatever was wrong with it at first", () => {
    fc.assert(
      fc.property(value, (each) => {
        const first = readScheme(each, nowhere).scheme;
        const again = readScheme(JSON.parse(JSON.stringify(first)), nowhere);
        expect(again.issues).toEqual([]);
        expect(again.scheme).toEqual(first);
      }),
    );
  });

  test("is never changed by reading it", () => {
    fc.assert(
      fc.property(value, (each) => {
        const before = JSON.stringify(each);
        readScheme(each, nowhere);
        expect(JSON.stringify(each)).toBe(before);
      }),
    );
  });
});

test("a theme keeps its research question and its reviews, and a review says what was decided", () => {
  const { scheme, issues } = readScheme(
    {
      themes: [
        {
          id: "hope",
          question: "What helps?",
          reviews: [
            { date: "2026-02-01", by: "KB", against: "Extracts", decided: "Kept" },
            { date: "2026-03-01", against: "everything" },
          ],
        },
      ],
    },
    nowhere,
  );
  expect(scheme.entries).toEqual([
    {
      kind: "theme",
      id: "hope",
      name: "Hope",
      question: "What helps?",
      reviews: [{ date: "2026-02-01", by: "KB", against: "extracts", decided: "Kept" }],
      parent: null,
      codes: [],
    },
  ]);
  expect(issues.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'wrong-value: "themes[0].reviews[1].against" cannot be "everything".',
    'missing-key: A review must have the key "decided".',
  ]);
});

describe("a stated order", () => {
  const ids = (yaml: string): string[] => read(yaml).scheme.entries.map(({ kind, id }) => `${kind} ${id}`);
  const nested = `
themes:
  - { id: t, codes: [{ id: a }, { id: b }], subthemes: [{ id: s, codes: [{ id: c }] }] }
  - { id: u, codes: [{ id: d }] }
`;

  test("puts entries behind others of their kind, one after the other, in the places of the kind", () => {
    expect(ids(nested)).toEqual(["theme t", "code a", "code b", "theme s", "code c", "theme u", "code d"]);
    const order = "order: { codes: [{ id: d }, { id: a, after: c }, { id: b, after: a }], themes: [{ id: u }] }";
    expect(ids(nested + order)).toEqual(["theme u", "code d", "code c", "theme t", "code a", "theme s", "code b"]);
  });

  test("is told of what is not there, placed twice, or behind what has no place yet", () => {
    const order = `order:
  codes:
    - { id: a, after: d }
    - { id: a }
    - { id: hope, after: fear }
    - { id: b, after: c }
    - { id: c, after: c }
  themes: [{ id: ss, after: s }, { after: t }]
`;
    const file = parseYaml(toSource("scheme.yaml", nested + order));
    const { issues, scheme } = readScheme(file.value, file);
    expect(issues.map(({ code, message, hint, place }) => [place?.line, place?.column, code, message, hint])).toEqual([
      [12, 34, "missing-key", 'A place must have the key "id".', undefined],
      [8, 7, "wrong-value", 'The order places the code "a" twice.', "Take one of the two out."],
      [9, 13, "unknown-code", 'There is no code "hope".', "Take it out of the order."],
      [9, 26, "unknown-code", 'There is no code "fear".', "Take it out of the order."],
      [
        10,
        23,
        "wrong-value",
        'The order places "b" behind "c", which has no place yet.',
        "What others stand behind is placed before them.",
      ],
      [
        11,
        23,
        "wrong-value",
        'The order places "c" behind "c", which has no place yet.',
        "What others stand behind is placed before them.",
      ],
      [12, 18, "unknown-theme", 'There is no theme "ss".', "Take it out of the order."],
    ]);
    expect(scheme.entries.flatMap((each) => (each.kind === "code" ? each.id : []))).toEqual(["b", "c", "d", "a"]);
  });
});
