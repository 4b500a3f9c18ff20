import { expect, test } from "vitest";
import { parseScheme } from "../scheme/parse-scheme";
import { codeNames } from "./code-names";

const names = codeNames(
  parseScheme(`
categories: [{ id: outer, categories: [{ id: big, name: Hope, codes: [a] }] }]
codes: [{ id: a, name: Rest }, { id: b, name: rest }, { id: c, name: Alone }, { id: alone, name: Other }, { id: REST }]
themes: [{ id: whole, subthemes: [{ id: hope, name: Hope theme, codes: [a, c] }] }]
`),
);

test.each([
  ["a", "a"],
  ["alone", "alone"],
  ["ALONE", "c"],
  ["other", "alone"],
  ["REST", "REST"],
  // Three codes have this name: no guess.
  ["Rest", undefined],
  ["constructor", undefined],
  ["", undefined],
])("%j names the code %j", (word, id) => {
  expect(names.idOf(word)).toBe(id);
});

test.each([
  ["big", "a", true],
  ["Hope", "a", true],
  ["outer", "a", true],
  // The theme "hope" has the id that the category has for a name, and is climbed all the same.
  ["whole", "a", true],
  ["WHOLE", "c", true],
  ["big", "c", false],
  ["a", "a", false],
  ["whole", "nothing", false],
])("%j holds %j: %j", (parent, code, holds) => {
  expect(names.holds(parent, code)).toBe(holds);
});

test("all ids are there for hints", () => {
  expect(names.ids).toEqual(["a", "b", "c", "alone", "REST"]);
});
