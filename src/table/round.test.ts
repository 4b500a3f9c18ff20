import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { percentage, rounded } from "./round";

describe("rounded", () => {
  test.each([
    [0, 0, "0"],
    [0, 2, "0.00"],
    [-0, 1, "0.0"],
    [2.5, 0, "3"],
    [-2.5, 0, "-3"],
    [-0.004, 2, "0.00"],
    [0.285, 2, "0.29"], // 0.285 * 100 is 28.499999999999996 in binary.
    [1.005, 2, "1.01"], // 1.005.toFixed(2) is "1.00".
    [0.49999999999999994, 0, "0"],
    [1e-7, 2, "0.00"],
    [1234.5, 0, "1235"],
    [1e21, 2, "1e+21"],
    [12, 2, "12.00"],
  ])("writes %d with %i decimals as %s", (value, digits, text) => {
    expect(rounded(value, digits)).toBe(text);
  });
});

describe("percentage", () => {
  test.each([
    [0, 0, "0%"],
    [1, 0, "100%"],
    [0.75, 0, "75%"],
    [0.125, 0, "13%"],
    [0.005, 0, "1%"],
    [0.0049, 0, "0%"],
    [2 / 3, 0, "67%"],
    [2 / 3, 1, "66.7%"],
    [0.5, 1, "50.0%"],
    [1.25, 0, "125%"],
  ])("writes %d with %i decimals as %s", (share, digits, text) => {
    expect(percentage(share, digits)).toBe(text);
  });

  test("rounds halves up, as whole-number arithmetic does, for every count and base", () => {
    const countAndBase = fc
      .integer({ min: 1, max: 20_000 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(countAndBase, ([count, of]) => {
        expect(percentage(count / of, 0)).toBe(`${Math.floor((200 * count + of) / (2 * of))}%`);
        expect(percentage(count / of, 1)).toBe(`${(Math.floor((2000 * count + of) / (2 * of)) / 10).toFixed(1)}%`);
      }),
      { numRuns: 2000 },
    );
  });
});
