import { inspect } from "node:util";
import { expect, test } from "vitest";
import { holds } from "./stated-value";

const table = { [inspect.custom]: () => "Theme  Carers\nHope   9 of 12" };

test.each<[string, unknown]>([
  ["3", 3],
  ['"Carer 3"', "Carer 3"],
  ["Carer 3", "Carer 3"],
  ['["a", "b"]', ["a", "b"]],
  ["{ start: 3, end: 9 }", { start: 3, end: 9 }],
  ["{end: 9, start: 3}", { start: 3, end: 9 }],
  ['[{ id: "hope", ... }, ...]', [{ id: "hope", of: 12 }, { id: "trust" }]],
  ["Theme  Carers\nHope   9 of 12", table],
  ["undefined", undefined],
])("%s holds of what it says", (expected, value) => {
  expect(holds(expected, value)).toBe(true);
});

test.each<[string, unknown]>([
  ["3", 4],
  ["3", "4"],
  ["Carer", "Carer 3"],
  ['["a"]', ["a", "b"]],
  ["{ start: 3 }", { start: 3, end: 9 }],
  ['[{ id: "hope", ... }]', [{ id: "trust", of: 12 }]],
  ["Theme  Carers", table],
  ["nothing of the kind", 3],
  ["", 3],
])("%s does not hold of anything else", (expected, value) => {
  expect(holds(expected, value)).toBe(false);
});
