import { describe, expect, test } from "vitest";
import { parseScheme } from "../scheme/parse-scheme";
import { entriesAt, passagesByEntry, withinEntries } from "./entries";

const scheme = parseScheme(`
categories:
  - { id: k, name: Kind, codes: [a], categories: [{ id: kk, name: Inner kind, codes: [b, old] }] }
codes: [{ id: a, name: Alpha }, { id: b }, { id: c }, { id: old, retired: true }]
themes:
  - { id: t, name: Outer, codes: [a, b], subthemes: [{ id: u, name: Inner, codes: [b, c], subthemes: [{ id: v, name: Innermost, codes: [] }] }] }
  - { id: w, name: Other, codes: [c] }
`);

describe("entriesAt", () => {
  test("gives codes in use, in the analyst's order", () => {
    expect(entriesAt(scheme, "code").map((each) => [each.id, each.name, each.depth])).toEqual([
      ["a", "Alpha", 0],
      ["b", "B", 0],
      ["c", "C", 0],
    ]);
  });

  test("gives themes with all their codes and their own, and what they are within", () => {
    expect(entriesAt(scheme, "theme")).toEqual([
      { id: "t", name: "Outer", depth: 0, within: [], ancestors: [], codes: ["a", "b", "c"], ownCodes: ["a", "b"] },
      {
        id: "u",
        name: "Inner",
        depth: 1,
        within: ["Outer"],
        ancestors: ["t"],
        codes: ["b", "c"],
        ownCodes: ["b", "c"],
      },
      {
        id: "v",
        name: "Innermost",
        depth: 2,
        within: ["Outer", "Inner"],
        ancestors: ["t", "u"],
        codes: [],
        ownCodes: [],
      },
      { id: "w", name: "Other", depth: 0, within: [], ancestors: [], codes: ["c"], ownCodes: ["c"] },
    ]);
  });

  test("gives categories with the codes that name them", () => {
    const shown = entriesAt(scheme, "category").map(({ id, depth, ownCodes }) => [id, depth, ownCodes]);
    expect(shown).toEqual([
      ["k", 0, ["a"]],
      ["kk", 1, ["b"]],
    ]);
  });
});

describe("withinEntries", () => {
  const ids = (wanted?: readonly string[]): string[] =>
    withinEntries(entriesAt(scheme, "theme"), wanted).map((each) => each.id);

  test("keeps what is inside an entry, in the analyst's order", () => {
    expect([ids(), ids(["u"]), ids(["w", "t"])]).toEqual([
      ["t", "u", "v", "w"],
      ["u", "v"],
      ["t", "u", "v", "w"],
    ]);
  });

  test.each<[unknown, string]>([
    [["x"], 'The option "themes" cannot be "x". It can be "t", "u", "v", "w".'],
    [[], 'The option "themes" must be a list, and is an empty list. It can hold "t", "u", "v", "w".'],
    ["t", 'The option "themes" must be a list, and is "t". It can hold "t", "u", "v", "w".'],
  ])("refuses %j", (wanted, message) => {
    expect(() => ids(wanted as never)).toThrow(message);
  });
});

test("passagesByEntry gives a passage to every entry that holds its code, in the order of passages", () => {
  const passages = ["c", "b", "x", "c"].map((code, index) => ({ code, coding: `${index}` }) as never);
  const found = (which: "codes" | "ownCodes"): unknown[] =>
    [...passagesByEntry(entriesAt(scheme, "theme"), passages, which)].map(([entry, own]) => [
      entry.id,
      own.map((each) => each.coding).join(""),
    ]);
  expect(found("codes")).toEqual([
    ["t", "013"],
    ["u", "013"],
    ["v", ""],
    ["w", "03"],
  ]);
  expect(found("ownCodes")).toEqual([
    ["t", "1"],
    ["u", "013"],
    ["v", ""],
    ["w", "03"],
  ]);
});
