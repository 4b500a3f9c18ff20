import { expect, test } from "vitest";
import { parseScheme } from "../scheme/parse-scheme";
import { idsAtLevel } from "./ids-at-level";

const scheme = parseScheme(`
categories: [{ id: feelings }]
themes:
  - id: hope
    codes: [seen, gone]
    subthemes: [{ id: later, codes: [still, seen] }]
  - { id: bare }
codes:
  - { id: seen, category: feelings }
  - { id: still }
  - { id: gone, retired: true }
  - { id: alone, category: feelings }
`);

test.each([
  [["hope"], ["seen", "still"]],
  [
    ["later", "seen"],
    ["still", "seen"],
  ],
  [["feelings"], ["seen", "alone"]],
  [["still"], ["still"]],
  // What stands for no code is refused later, as it was given.
  [["bare"], ["bare"]],
  [["gone"], ["gone"]],
  [["nothing"], ["nothing"]],
])("where the rows are codes, %j stands for %j", (ids, expected) => {
  expect(idsAtLevel(scheme, "code", ids)).toEqual(expected);
});

test("where the rows are themes or categories, and without ids, nothing changes", () => {
  expect(idsAtLevel(scheme, "theme", ["hope"])).toEqual(["hope"]);
  expect(idsAtLevel(scheme, undefined, ["hope"])).toEqual(["hope"]);
  expect(idsAtLevel(scheme, "category", ["hope"])).toEqual(["hope"]);
  expect(idsAtLevel(scheme, "code", undefined)).toBeUndefined();
});
