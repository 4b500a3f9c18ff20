import fc from "fast-check";
import { expect, test } from "vitest";
import { countWords } from "../text/words";
import { joinWords, patternTokens, tokensOf } from "./tokens";

const words = (text: string): string[] => tokensOf(text, { start: 0, end: text.length }).map(({ word }) => word);

test.each([
  ["She’s HERE, isn't she?", ["she's", "here", "isn't", "she"]],
  ["co‑worker Co-Worker", ["co-worker", "co-worker"]],
  ["1,200 at 10:30.", ["1,200", "at", "10:30"]],
  ["École straße STRASSE", ["école", "strasse", "strasse"]],
  ["re\u00ADcovery", ["recovery"]],
  ["希望がある", ["希", "望", "が", "あ", "る"]],
  ["ความหวัง", ["ค", "ว", "า", "ม", "ห", "วั", "ง"]],
  ["می\u200Cروم", ["می\u200Cروم"]],
  ["надежда 😀 emoji", ["надежда", "emoji"]],
  ["", []],
])("%j has the words %j", (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test("words of a stretch stand where they stand in the whole text", () => {
  const text = "One. Two three.";
  expect(tokensOf(text, { start: 4, end: 8 })).toEqual([{ start: 5, end: 8, word: "two" }]);
});

test("a star in a rule is a letter like others", () => {
  expect(patternTokens("recover* *ing * don’t").map(({ word }) => word)).toEqual(["recover*", "*ing", "*", "don't"]);
});

test("words join with blanks where their script has them", () => {
  expect(joinWords(["希", "望", "of", "hope"])).toBe("希望 of hope");
  expect(joinWords(["ห", "วั", "ง"])).toBe("หวัง");
});

test("there are as many words as are counted", () => {
  const letters = fc.constantFrom(
    "a",
    "B",
    "é",
    "ß",
    "'",
    "’",
    "-",
    " ",
    "\n",
    ".",
    ",",
    "1",
    "希",
    "望",
    "ж",
    "😀",
    "ع",
  );
  fc.assert(fc.property(fc.string({ unit: letters }), (text) => words(text).length === countWords(text)));
});
