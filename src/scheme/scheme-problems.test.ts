import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nowhere, toSource } from "../issues/source";
import { parseYaml } from "../text/yaml";
import { readScheme } from "./read-scheme";

function read(yaml: string) {
  const file = parseYaml(toSource("scheme.yaml", yaml));
  expect(file.issues).toEqual([]);
  return readScheme(file.value, file);
}

/** The problems as "line:column-length code message / hint". */
const problems = (yaml: string): string[] =>
  read(yaml).issues.map(
    ({ place, code, message, hint }) =>
      `${place?.line}:${place?.column}-${place?.length} ${code} ${message}${hint === undefined ? "" : ` / ${hint}`}`,
  );

describe("problems", () => {
  test.each([
    [
      "a key that is unknown",
      "themse: []",
      ['1:1-6 unknown-key A scheme has no key "themse". / Did you mean "themes"?'],
    ],
    [
      "a key that another kind has",
      "codes: [{ id: a, concept: x }]",
      [
        '1:18-7 unknown-key A code has no key "concept". / Known are: kind, id, name, definition, category, themes, include, exclude, examples, suggest, retired.',
      ],
    ],
    ["a list that is none", "themes: hope", ['1:9-4 wrong-value "themes" must be a list, and is "hope".']],
    [
      "a scheme that is a list",
      "- hope",
      [expect.stringContaining("wrong-value A scheme must be a record with keys, and is a list.")],
    ],
    [
      "a code that is defined nowhere",
      "themes:\n  - id: t\n    codes: [hoep, hope]\ncodes: [hope]",
      ['3:13-4 unknown-code There is no code "hoep". / Did you mean "hope"?'],
    ],
    [
      "a code in a category that is defined nowhere",
      "categories: [{ id: c, codes: [hope] }]",
      ['1:31-4 unknown-code There is no code "hope".'],
    ],
    [
      "an entry of another kind",
      "themes: [{ id: t, codes: [u] }, { id: u }]",
      ['1:27-1 unknown-code There is no code "u". / "u" is the id of a theme.'],
    ],
    [
      "a subtheme that is defined nowhere",
      "themes: [{ id: t, subthemes: [u] }]",
      ['1:31-1 unknown-theme There is no theme "u". / Known is: t.'],
    ],
    [
      "a category that is defined nowhere",
      "categories: [{ id: c, categories: [d] }]",
      ['1:36-1 unknown-category There is no category "d". / Known is: c.'],
    ],
    [
      "a parent that is unknown",
      "themes: [{ id: t, parent: u }]",
      ['1:27-1 unknown-parent There is no theme "u". / Known is: t.'],
    ],
    [
      "a category and a theme of a code that are unknown",
      "codes: [{ id: a, category: kat, themes: [t, hop] }]\ncategories: [cat]\nthemes: [hope, t]",
      [
        '1:28-3 unknown-parent There is no category "kat". / Known is: cat.',
        '1:45-3 unknown-parent There is no theme "hop". / Did you mean "hope"?',
      ],
    ],
    [
      "a code that is defined twice, once, whatever else it says",
      "themes:\n  - id: t\n    codes: [{ id: a, category: c }]\n  - id: u\n    codes: [{ id: a, category: d, themes: [x] }]\ncategories: [c, d]",
      [
        '5:19-1 duplicate-id The code "a" is defined twice. / Give one of the two another id. To name a code that is defined elsewhere, write its id alone.',
      ],
    ],
    [
      "a bare id in the list of the scheme for a code that is defined in a theme",
      "themes: [{ id: t, codes: [{ id: a }] }]\ncodes: [a]",
      [expect.stringMatching(/^2:9-1 duplicate-id The code "a" is defined twice\./)],
    ],
    [
      "two parents",
      "themes: [{ id: a, subthemes: [c] }, { id: b, subthemes: [c] }, { id: c }]",
      [
        '1:58-1 wrong-value The theme "c" belongs to "a" and cannot belong to "b" as well. / A theme belongs to one theme at most. Remove one of the two.',
      ],
    ],
    [
      "two categories",
      "categories: [{ id: a, codes: [{ id: c, category: b }] }, { id: b }]",
      [
        '1:50-1 wrong-value The code "c" belongs to "a" and cannot belong to "b" as well. / A code belongs to one category at most. Remove one of the two.',
      ],
    ],
    [
      "an id with a comma",
      'codes: [{ id: "a, b" }]',
      [expect.stringMatching(/^1:15-6 wrong-value The id "a, b" cannot have "," in it\./)],
    ],
    [
      "an id with >",
      "codes: [a>b]",
      [expect.stringMatching(/^1:9-3 wrong-value The id "a>b" cannot have ">" in it\./)],
    ],
    [
      "an id with ]",
      'codes: ["a]"]',
      [expect.stringMatching(/^1:9-4 wrong-value The id "a]" cannot have "]" in it\./)],
    ],
    ["an id with a colon and a blank", 'codes: ["a: b"]', [expect.stringMatching(/cannot have ": " in it\./)]],
    ["an id that is empty", 'codes: [""]', ['1:9-2 wrong-value An entry of "codes" must be text, and is "".']],
    [
      "an id that is missing",
      "themes: [{ name: Peers bring hope! }]",
      ['1:10-27 missing-key A theme must have the key "id". / Give it one, such as "id: peers-bring-hope".'],
    ],
    [
      "an id that is missing, with no name either",
      "codes: [{ definition: x }]",
      ['1:9-17 missing-key A code must have the key "id". / Give it one, such as "id: hope".'],
    ],
    [
      "nothing in a list",
      "codes:\n  - a\n  -\n",
      ['3:4-1 wrong-value An entry of "codes" must be text, and is nothing.'],
    ],
    [
      "a list in a list",
      "codes: [[a]]",
      [expect.stringContaining("A code must be a record with keys, and is a list.")],
    ],
    [
      "an entry without its kind",
      "entries: [{ id: a }, hope]",
      [
        '1:11-9 wrong-value An entry must state its kind. / Write kind: "category", "code" or "theme".',
        '1:22-4 wrong-value An entry must state its kind. / Write kind: "category", "code" or "theme".',
      ],
    ],
    [
      "an entry of a kind in the list of another",
      "codes: [{ kind: theme, id: a }]",
      ['1:17-5 wrong-value "kind" cannot be "theme". / It can be "code".'],
    ],
    [
      "changes that lack something",
      "changes: [{ to: 2 }, { from: 1, to: 2, steps: [a] }]",
      [
        '1:11-9 missing-key A change must have the key "from".',
        '1:11-9 missing-key A change must have the key "steps".',
        '1:48-1 wrong-value An entry of "steps" must be a record with keys, and is "a".',
      ],
    ],
    [
      "a newer format, and nothing that follows from it",
      "format: 2\nnovelty: 1",
      [expect.stringMatching(/^1:9-1 newer-format/)],
    ],
  ])("%s", (_, yaml, expected) => {
    expect(problems(yaml)).toEqual(expected);
  });

  test("an entry without an id does not hide those within it", () => {
    const { scheme, issues } = read(
      "themes: [{ name: T, codes: [{ id: a }, b] }]\ncategories: [{ id: c, codes: [a, b] }]\ncodes: [b]",
    );
    expect(issues.map((each) => each.code)).toEqual(["missing-key"]);
    expect(scheme.entries).toEqual([
      { kind: "code", id: "a", name: "A", category: "c" },
      { kind: "category", id: "c", name: "C", parent: null },
      { kind: "code", id: "b", name: "B", category: "c" },
    ]);
  });
});

describe("circles", () => {
  const circles = (yaml: string) => problems(yaml).map((each) => each.replace(/ \/ .*/, ""));

  test.each([
    [
      "a theme that is its own parent",
      "themes: [{ id: a, parent: a }]",
      ['1:27-1 theme-cycle The theme "a" is its own parent.'],
    ],
    [
      "two themes",
      "themes: [{ id: a, parent: b }, { id: b, parent: a }]",
      ['1:27-1 theme-cycle The themes "a" and "b" stand under each other in a circle: a > b > a.'],
    ],
    [
      "three themes, a fourth under them, and one apart",
      "themes: [{ id: x, parent: a }, { id: a, parent: b }, { id: b, parent: c }, { id: c, parent: a }, { id: y }]",
      ['1:49-1 theme-cycle The themes "a", "b" and "c" stand under each other in a circle: a > b > c > a.'],
    ],
    [
      "two circles",
      "themes: [{ id: a, parent: b }, { id: b, parent: a }, { id: c, parent: c }]",
      [
        '1:27-1 theme-cycle The themes "a" and "b" stand under each other in a circle: a > b > a.',
        '1:71-1 theme-cycle The theme "c" is its own parent.',
      ],
    ],
    [
      "categories, in the lists of each other",
      "categories: [{ id: a, categories: [b] }, { id: b, categories: [a] }]",
      ['1:36-1 theme-cycle The categories "b" and "a" stand under each other in a circle: b > a > b.'],
    ],
  ])("%s: once each", (_, yaml, expected) => {
    expect(circles(yaml).toSorted()).toEqual(expected.toSorted());
  });

  test("are opened in what is read, whatever the parents are", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const parents = fc.array(fc.option(fc.constantFrom(...ids)), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(parents, (list) => {
        const { scheme, issues } = readScheme(
          { themes: ids.map((id, index) => ({ id, parent: list[index] })) },
          nowhere,
        );
        const parentOf = new Map(scheme.entries.map((entry) => [entry.id, "parent" in entry ? entry.parent : null]));
        for (const id of ids) {
          let at: string | null | undefined = id;
          for (let step = 0; step <= ids.length && at; step++) at = parentOf.get(at);
          expect(at).toBeNull();
        }
        const lost = ids.filter((id, index) => parentOf.get(id) !== list[index]);
        expect(lost.length).toBe(issues.length);
      }),
    );
  });
});
