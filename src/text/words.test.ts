import fc from "fast-check";
import { expect, test } from "vitest";
import { countWords } from "./words";

test.each([
  ["", 0],
  [" \n\t ", 0],
  ["- ... 😀 [!]", 0],
  ["one", 1],
  ["I don’t know, I don't.", 5],
  ["a co-worker, a co‑worker", 4],
  ["rock 'n' roll", 3],
  ["dogs' tails", 2],
  ["um -- well - no", 3],
  ["[laughs] Yeah.", 2],
  ["1,200 people for 2.5 years, since 2019.", 7],
  ["at 10:30, e.g. today", 5],
  ["nai\u0308ve café", 2],
  ["Größe und Straße", 3],
  ["أهلا بكم", 2],
  ["안녕하세요 여러분", 2],
  ["我很好", 3],
  ["我 like コーヒー", 6],
  ["x\u0301y", 1],
  ["he—she", 2],
])("%j has %i words", (text, count) => {
  expect(countWords(text)).toBe(count);
});

test("the words of two texts are those of both together", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "é", "1", "'", "-", ".", " ", "我", "😀") });
  fc.assert(fc.property(text, text, (a, b) => countWords(`${a}\n${b}`) === countWords(a) + countWords(b)));
});

test("counting starts afresh each time", () => {
  expect([countWords("a b"), countWords("a b"), countWords("c")]).toEqual([2, 2, 1]);
});
