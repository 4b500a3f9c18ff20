import fc from "fast-check";
import { expect, test } from "vitest";
import { findNear, type Span } from "./near";

const at = (...places: number[]): Span[] => places.map((first) => ({ first, last: first }));

test.each([
  ["next to each other", [at(1), at(2)], 2, [{ first: 1, last: 2 }]],
  ["in any order", [at(5), at(2)], 4, [{ first: 2, last: 5 }]],
  ["too far", [at(5), at(2)], 3, []],
  ["one is missing", [at(5), []], 3, []],
  ["the shortest of those in one another", [at(1, 4), at(6)], 8, [{ first: 4, last: 6 }]],
  ["one word is not two", [at(3), at(3)], 5, []],
  ["two that can be the same words", [at(3, 5), at(3, 5)], 5, [{ first: 3, last: 5 }]],
  [
    "phrases",
    [
      [{ first: 1, last: 2 }],
      [
        { first: 2, last: 3 },
        { first: 6, last: 7 },
      ],
    ],
    7,
    [{ first: 1, last: 7 }],
  ],
  [
    "three",
    [at(1, 20), at(4, 22), at(2, 21)],
    4,
    [
      { first: 1, last: 4 },
      { first: 20, last: 22 },
    ],
  ],
])("%s", (_, members, within, expected) => {
  expect(findNear(members, within)).toEqual(expected);
});

test("it finds what trying every choice finds", () => {
  const places = fc.uniqueArray(fc.nat(12), { maxLength: 4 }).map((list) => at(...list.sort((a, b) => a - b)));
  fc.assert(
    fc.property(fc.array(places, { minLength: 2, maxLength: 3 }), fc.integer({ min: 2, max: 6 }), (members, within) => {
      const choices = members.reduce<Span[][]>(
        (all, spans) => all.flatMap((chosen) => spans.map((span) => [...chosen, span])),
        [[]],
      );
      const stretches = choices
        .filter((chosen) => new Set(chosen.map((span) => span.first)).size === chosen.length)
        .map((chosen) => chosen.map((span) => span.first))
        .map((places) => ({ first: Math.min(...places), last: Math.max(...places) }))
        .filter(({ first, last }) => last - first < within);
      const shortest = stretches.filter(
        (a) => !stretches.some((b) => b.first >= a.first && b.last <= a.last && b.last - b.first < a.last - a.first),
      );
      const unique = [...new Map(shortest.map((each) => [each.first, each])).values()];
      expect(findNear(members, within)).toEqual(unique.sort((a, b) => a.first - b.first));
    }),
  );
});
