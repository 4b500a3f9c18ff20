import { expect, test } from "vitest";
import { compareValues, isMissing } from "./compare";

test("values are ordered by type, numbers by size, text by code unit", () => {
  const ordered = [
    false,
    true,
    Number.NEGATIVE_INFINITY,
    -2,
    0,
    9,
    10,
    "",
    "10",
    "9",
    "B",
    "a",
    "Ä",
    "é",
    "支",
    "\uFFFD",
  ];
  expect([...ordered].reverse().sort(compareValues)).toEqual(ordered);
});

test.each([
  [1, 1],
  [0, -0],
  ["a", "a"],
  [true, true],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
])("%s and %s are equal", (a, b) => {
  expect(compareValues(a, b)).toBe(0);
});

test.each([
  [null, true],
  [undefined, true],
  [Number.NaN, true],
  [0, false],
  ["", false],
  [false, false],
])("%s is missing: %s", (value, missing) => {
  expect(isMissing(value)).toBe(missing);
});
