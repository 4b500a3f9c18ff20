import fc from "fast-check";
import { expect, test } from "vitest";
import { intersection, mergeRanges, overlaps, type Range } from "./range";

const range = (start: number, end: number): Range => ({ start, end });
const anyRange = fc.tuple(fc.nat(20), fc.nat(8)).map(([start, length]) => range(start, start + length));
const units = ({ start, end }: Range): number[] => Array.from({ length: end - start }, (_, index) => start + index);

test.each([
  [range(0, 2), range(1, 3), range(1, 2)],
  [range(0, 9), range(3, 5), range(3, 5)],
  [range(2, 4), range(2, 4), range(2, 4)],
  [range(0, 2), range(2, 4), null],
  [range(0, 2), range(5, 6), null],
  [range(1, 3), range(2, 2), null],
  [range(2, 2), range(2, 2), null],
])("%j and %j share %j", (a, b, shared) => {
  expect(intersection(a, b)).toEqual(shared);
  expect(intersection(b, a)).toEqual(shared);
  expect(overlaps(a, b)).toBe(shared !== null);
  expect(overlaps(b, a)).toBe(shared !== null);
});

test.each([
  [[], []],
  [
    [range(3, 5), range(0, 2)],
    [range(0, 2), range(3, 5)],
  ],
  [[range(0, 4), range(2, 6), range(5, 7)], [range(0, 7)]],
  [[range(0, 9), range(1, 2), range(3, 4)], [range(0, 9)]],
  [
    [range(0, 2), range(2, 4)],
    [range(0, 2), range(2, 4)],
  ],
  [[range(1, 2), range(1, 2), range(1, 2)], [range(1, 2)]],
])("%j merge to %j", (ranges, merged) => {
  expect(mergeRanges(ranges)).toEqual(merged);
});

test("merging keeps every unit, leaves no overlap, and does not touch what it is given", () => {
  fc.assert(
    fc.property(fc.array(anyRange), (ranges) => {
      const given = Object.freeze(ranges.map((each) => Object.freeze(each)));
      const merged = mergeRanges(given);
      expect(new Set(merged.flatMap(units))).toEqual(new Set(given.flatMap(units)));
      for (const [index, each] of merged.entries()) {
        expect(merged.slice(index + 1).some((other) => overlaps(each, other))).toBe(false);
      }
      expect(mergeRanges(merged)).toEqual(merged);
    }),
  );
});

test("ranges overlap exactly if they share a unit", () => {
  fc.assert(
    fc.property(anyRange, anyRange, (a, b) => overlaps(a, b) === units(a).some((unit) => units(b).includes(unit))),
  );
});
