import { expect, test } from "vitest";
import { endsInQuestion, labelsOf } from "./labels";

test.each([
  ["Was it hard?", true],
  ["She asked, “was it hard?”", true],
  ["Was it hard? [pause]", true],
  ["Was it hard? (laughs) [pause]", true],
  ["それは大変でしたか？", true],
  ["¿Y después?", true],
  ["هل كان صعبا؟", true],
  ["Ήταν δύσκολο;", true],
  ["Դժվա՞ր էր", false],
  ["Ինչո՞ւ", true],
  ["ከባድ ነበር፧", true],
  ["Was it **hard?**", true],
  ["Was it hard? It was.", false],
  ["It was hard;", false],
  ["Tell me more.", false],
  ["", false],
])("%j ends in a question mark: %s", (words, expected) => {
  expect(endsInQuestion(words)).toBe(expected);
});

test("labels are counted without regard to case and outer blanks", () => {
  const text = "A: Why? a : So. B: No.";
  const turns = [
    { label: "A", start: 3, end: 7 },
    { label: "a ", start: 12, end: 15 },
    { label: "B", start: 19, end: 22 },
  ];
  expect([...labelsOf({ text, turns })]).toEqual([
    ["a", { label: "A", turns: 2, questions: 1 }],
    ["b", { label: "B", turns: 1, questions: 0 }],
  ]);
});
