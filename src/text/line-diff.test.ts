import fc from "fast-check";
import { expect, test } from "vitest";
import { carryOver, commonLines } from "./line-diff";

const lines = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 9 });

/** The greatest number of lines two lists can have in common, the slow way. */
function most(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  a.forEach((line, x) => {
    b.forEach((other, y) => {
      const row = table[x + 1] ?? [];
      row[y + 1] = line === other ? (table[x]?.[y] ?? 0) + 1 : Math.max(table[x]?.[y + 1] ?? 0, row[y] ?? 0);
    });
  });
  return table[a.length]?.[b.length] ?? 0;
}

test("common lines are equal, in order, and as many as there can be", () => {
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const pairs = commonLines(a, b) ?? [];
      for (const [x, y] of pairs) expect(a[x]).toBe(b[y]);
      for (const [index, [x, y]] of pairs.entries()) {
        const [beforeX, beforeY] = pairs[index - 1] ?? [-1, -1];
        expect(x > beforeX && y > beforeY).toBe(true);
      }
      expect(pairs).toHaveLength(most(a, b));
    }),
  );
});

test.each([
  ["a\nb  # wide\nc", "a\nb # wide\nc", "a\nb # wide\nnew\nc", "a\nb  # wide\nnew\nc"],
  ["x: >-\n  one\n  two\ny: 1", "x: >-\n  one two\ny: 1", "x: >-\n  one two\ny: 2", "x: >-\n  one\n  two\ny: 2"],
  ["x: >-\n  one\n  two\ny: 1", "x: >-\n  one two\ny: 1", "x: >-\n  other\ny: 1", "x: >-\n  other\ny: 1"],
  ["a\n\n\nb", "a\n\nb", "a\n\nb\nc", "a\n\n\nb\nc"],
  ["[1]\nz", "[ 1 ]\nz", "q\n[ 1 ]\nz", "q\n[1]\nz"],
  ["[1]\n[2]\nz", "[ 1 ]\n[ 2 ]\nz", "[ 1 ]\nz", "[ 1 ]\nz"],
])("%j, laid out as %j and changed to %j, becomes %j", (text, before, after, expected) => {
  expect(carryOver(text, before, after)).toBe(expected);
});

test("where the layout is the same, a change is carried over as it is", () => {
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      expect(carryOver(a.join("\n"), a.join("\n"), b.join("\n"))).toBe(b.join("\n"));
    }),
  );
});
