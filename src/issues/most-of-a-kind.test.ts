import { expect, test } from "vitest";
import { issue } from "./issue";
import { mostOfAKind } from "./most-of-a-kind";

const ragged = issue("ragged-row", "This row has 1 cell, and the header has 2.");
const broken = issue("broken-json", "This line is not valid JSON.");

test("A thousand of a kind stay as they are.", () => {
  const issues = Object.freeze([...Array.from({ length: 1000 }, () => ragged), broken]);
  expect(mostOfAKind(issues, "a.csv")).toEqual(issues);
});

test("Of more, the rest is a number; those of another kind stay where they are.", () => {
  const issues = Object.freeze([ragged, broken, ...Array.from({ length: 1500 }, () => ragged)]);
  const told = mostOfAKind(issues, "codings/kb.csv");
  expect(told.slice(0, 3)).toEqual([ragged, broken, ragged]);
  expect(told.length).toBe(1002);
  expect(told.at(-1)).toEqual({
    code: "ragged-row",
    severity: "error",
    message: "There are 501 more problems of this kind in the file.",
    hint: "Correct the first ones, and look again.",
    place: { file: "codings/kb.csv" },
  });
});
