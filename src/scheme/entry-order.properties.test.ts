import fc from "fast-check";
import { expect, test } from "vitest";
import { nowhere } from "../issues/source";
import type { SchemeEntry } from "../model/scheme";
import { rootSpot } from "../text/check";
import { inStatedOrder, placesOf } from "./entry-order";

const ids = fc.uniqueArray(fc.constantFrom(..."abcdefghijklmnop"), { maxLength: 16 });
const code = (id: string): SchemeEntry => ({ kind: "code", id, name: id, category: null });

test("any order is made of any other by the places that lead from the one to the other", () => {
  fc.assert(
    fc.property(
      ids.chain((listed) => fc.tuple(fc.constant(listed), fc.shuffledSubarray(listed, { minLength: listed.length }))),
      ([listed, wanted]) => {
        const spot = rootSpot(nowhere, []);
        const sorted = inStatedOrder(listed.map(code), { codes: placesOf(listed, wanted) }, spot);
        expect(sorted.map(({ id }) => id)).toEqual(wanted);
        expect(spot.issues).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ["nothing where the orders are one", "abc", "abc", []],
  ["one place for one that moved up", "abcd", "dabc", [{ id: "d" }]],
  ["one place for one that moved down", "abcd", "bcda", [{ id: "a", after: "d" }]],
  [
    "a place behind another that moved",
    "abcdef",
    "cdefba",
    [
      { id: "b", after: "f" },
      { id: "a", after: "b" },
    ],
  ],
])("no more is said than must be: %s", (_, listed, wanted, places) => {
  expect(placesOf([...listed], [...wanted])).toEqual(places);
});
