import { expect, test } from "vitest";
import { trimRange } from "./trim-range";

test.each([
  ["  a b\n", 0, 6, "a b"],
  ["  a b\n", 2, 5, "a b"],
  ["\u00a0a\u3000", 0, 3, "a"],
  ["ab", 1, 1, ""],
  ["a  b", 1, 3, ""],
])("in %j, %i to %i is %j", (text, start, end, words) => {
  const range = trimRange(text, { start, end });
  expect(range.start).toBeLessThanOrEqual(range.end);
  expect(text.slice(range.start, range.end)).toBe(words);
});
