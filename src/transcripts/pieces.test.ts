import { expect, test } from "vitest";
import { joinPieces, spanOf } from "./pieces";

test("Pieces of one voice in a row are one turn, from the first start to the last end; those without a voice stand alone.", () => {
  expect(
    joinPieces([
      { label: "A", voice: "A", words: " one ", time: [1, 5], line: 3 },
      { label: "A", voice: "A", words: "  ", time: [5, 90], line: 4 },
      { label: "A", voice: "A", words: "two", time: [2, 3], line: 5 },
      { label: "B", voice: "B", words: "three", line: 6 },
      { label: "", words: "four", time: [7, null], line: 7 },
      { label: "", words: "five", line: 8 },
    ]),
  ).toEqual([
    { label: "A", words: "one two", time: [1, 5], line: 3 },
    { label: "B", words: "three", line: 6 },
    { label: "", words: "four", time: [7, null], line: 7 },
    { label: "", words: "five", line: 8 },
  ]);
});

test.each([
  [undefined, undefined, undefined],
  [[1, 2], undefined, [1, 2]],
  [undefined, [1, null], [1, null]],
  [
    [1, null],
    [3, 4],
    [1, 4],
  ],
  [
    [3, 4],
    [1, null],
    [1, 4],
  ],
  [
    [1, 9],
    [3, 4],
    [1, 9],
  ],
  [
    [1, null],
    [2, null],
    [1, null],
  ],
] as const)("the span of %j and %j is %j", (first, next, span) => {
  expect(spanOf(first, next)).toEqual(span);
});
