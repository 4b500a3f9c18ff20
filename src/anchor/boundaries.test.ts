import { expect, test } from "vitest";
import { cutsCharacter, cutsWord, splitsPair } from "./boundaries";

// "|" is where the text is cut.
test.each([
  ["pe|er", true],
  ["peer| worker", false],
  ["peer |worker", false],
  ["|peer", false],
  ["peer|", false],
  ["hope|.", false],
  ["can|'t", true],
  ["can'|t", true],
  ["can|’t", true],
  ["the carers|' group", false],
  ["the '|carers", false],
  ["co|-worker", true],
  ["co-|worker", true],
  ["well |- so", false],
  ["wo|rd1", true],
  ["word|1", true],
  ["希|望", false],
  ["ありが|とう", false],
  ["مر|حبا", true],
  ["\ud83d|\ude00", true],
  ["😀|😀", false],
  ["👍|🏽", true],
  ["👩|\u200d🚀", true],
  ["👩\u200d|🚀", true],
  ["❤|\ufe0f", true],
  ["x|\u0302", true],
  ["a |\u0302", true],
  ["a|𝒜", true],
  ["𝒜|a", true],
])("%j cuts a word: %s", (marked, cuts) => {
  const offset = marked.indexOf("|");
  expect(cutsWord(marked.replace("|", ""), offset)).toBe(cuts);
});

test.each([
  ["pe|er", false],
  ["can|'t", false],
  ["x|\u0302", true],
  ["👩|\u200d🚀", true],
  ["\ud83d|\ude00", true],
])("%j cuts a character: %s", (marked, cuts) => {
  const offset = marked.indexOf("|");
  expect(cutsCharacter(marked.replace("|", ""), offset)).toBe(cuts);
});

test("only the middle of a pair splits it", () => {
  const text = "a😀\ud83d b\ude00";
  expect([0, 1, 2, 3, 4, 5, 6, 7].filter((offset) => splitsPair(text, offset))).toEqual([2]);
});
