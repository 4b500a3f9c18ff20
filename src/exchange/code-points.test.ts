import fc from "fast-check";
import { expect, test } from "vitest";
import { codePoints } from "./code-points";

// Each text with the offsets of its code points in UTF-16 code units, its end included.
test.each([
  ["", [0]],
  ["abc", [0, 1, 2, 3]],
  ["a😀b", [0, 1, 3, 4]],
  ["😀😀", [0, 2, 4]],
  ["👩‍👧", [0, 2, 3, 5]], // woman, joiner, girl
  ["漢字", [0, 1, 2]],
  ["𠮷野家", [0, 2, 3, 4]], // the first stands outside the basic plane
  ["e\u0301te\u0301", [0, 1, 2, 3, 4, 5]], // combining marks are code points
  ["\uD800x\uDC00", [0, 1, 2, 3]], // halves of pairs, alone
  ["\uDC00\uD83D\uDE00\uD83D", [0, 1, 3, 4]],
])("%j is counted in both units, there and back", (text, offsets) => {
  const { toCodePoints, toUtf16 } = codePoints(text);
  expect(offsets.map(toCodePoints)).toEqual(offsets.map((_, index) => index));
  expect(offsets.map((_, index) => toUtf16(index))).toEqual(offsets);
});

test("an offset within a pair counts as behind it, and behind the text both units go on", () => {
  const { toCodePoints, toUtf16 } = codePoints("a😀b");
  expect(toCodePoints(2)).toBe(2);
  expect([4, 5, 100].map(toCodePoints)).toEqual([3, 4, 99]);
  expect([3, 4, 99].map(toUtf16)).toEqual([4, 5, 100]);
});

test("the count is the one that the language's own iteration over a text gives", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, at) => {
      const characters = [...text];
      const index = at % (characters.length + 1);
      const offset = characters.slice(0, index).join("").length;
      const points = codePoints(text);
      expect(points.toUtf16(index)).toBe(offset);
      expect(points.toCodePoints(offset)).toBe(index);
    }),
  );
});
