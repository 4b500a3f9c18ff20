import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalText, textHash } from "./canonical";

test.each([
  ["", ""],
  ["\uFEFFa", "a"],
  ["\uFEFF\uFEFFa", "\uFEFFa"],
  ["a\uFEFFb", "a\uFEFFb"],
  ["a\r\nb\rc\nd\r\n", "a\nb\nc\nd\n"],
  ["a\r\r\nb", "a\n\nb"],
  ["e\u0301", "é"],
  ["\u212B", "Å"],
  ["a\u2028b\u00A0c", "a\u2028b\u00A0c"],
  ["\uD800", "\uD800"],
])("%j becomes %j", (text, canonical) => {
  expect(canonicalText(text)).toBe(canonical);
});

test("a canonical text stays as it is", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "e", "\u0301", "\r", "\n", "가", "\u1100", "😀") });
  fc.assert(fc.property(text, (each) => canonicalText(canonicalText(each)) === canonicalText(each)));
});

test("a long text is composed as a short one is, wherever it is cut to be looked at", () => {
  const letters = fc.constantFrom("e", "\u0301", "\u0323", "\u1100", "\u1161", "\u11a8", "\u0374", "ö", "😀");
  const parts = fc.array(fc.tuple(fc.integer({ min: (1 << 18) - 6, max: (1 << 18) + 2 }), fc.array(letters)), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(parts, (each) => {
      const text = each.map(([length, odd]) => "a".repeat(length) + odd.join("")).join("");
      expect(canonicalText(text) === text.normalize("NFC")).toBe(true);
    }),
    { numRuns: 50 },
  );
});

// FNV-1a of 16-bit units: worked out with Python, h = ((h ^ unit) * 0x01000193) & 0xffffffff from 0x811c9dc5.
test.each([
  ["", "811c9dc5"],
  ["a", "e40c292c"],
  ["foobar", "bf9cf968"],
])("the hash of %j is %s", (text, hash) => {
  expect(textHash(text)).toBe(hash);
});

test("the hash changes with a letter, a blank and the order", () => {
  expect(new Set(["ab", "ba", "a b", "Ab", "ab "].map(textHash)).size).toBe(5);
});
