import fc from "fast-check";
import { expect, test } from "vitest";
import { splitSentences } from "./sentences";

test.each([
  ["One. Two? Three!", ["One. ", "Two? ", "Three!"]],
  ["I saw Dr. Lee. She left.", ["I saw Dr. Lee. ", "She left."]],
  ["Tea, biscuits etc. were there. Good.", ["Tea, biscuits etc. were there. ", "Good."]],
  ["He said, e.g. on Monday, no. Well.", ["He said, e.g. on Monday, no. ", "Well."]],
  ["“It was fine.” Then I left.", ["“It was fine.” ", "Then I left."]],
  ["It cost 3.50 in all.", ["It cost 3.50 in all."]],
  [
    "A patient was shaking, like\nreally shaking. I stayed.",
    ["A patient was shaking, like\nreally shaking. ", "I stayed."],
  ],
  ["I stayed.\nAll night.", ["I stayed.\n", "All night."]],
  ["A list\n\nand more\n \nat the end", ["A list\n\n", "and more\n \n", "at the end"]],
  ["no end", ["no end"]],
  ["", []],
])("splits %j", (text, expected) => {
  expect(splitSentences(text)).toEqual(expected);
});

test("the sentences of any text join to the text again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(splitSentences(text).join("")).toBe(text);
    }),
  );
});
