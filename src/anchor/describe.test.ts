import { expect, describe as group, test } from "vitest";
import { describe } from "./describe";
import { rangeOf } from "./quotes.fixture";

const TALK =
  "I: Did you go?\n\nP1: Yes. I went on Monday.\n\nI: Did you stay?\n\nP1: Yes. I had hope, not hopeless talk.";

group("describe", () => {
  test("gives the position and the words, without context where they stand once", () => {
    expect(describe(TALK, rangeOf(TALK, "I went on Monday."))).toEqual([
      { type: "TextPositionSelector", start: 25, end: 42 },
      { type: "TextQuoteSelector", exact: "I went on Monday.", prefix: "", suffix: "" },
    ]);
  });

  test("gives words that stand twice sides that each tell the place alone", () => {
    expect(describe(TALK, rangeOf(TALK, "Yes.", 1))[1]).toEqual({
      type: "TextQuoteSelector",
      exact: "Yes.",
      prefix: "id you go?\n\nP1: ",
      suffix: " I went on Monda",
    });
    expect(describe(TALK, rangeOf(TALK, "Yes.", 2))[1]).toEqual({
      type: "TextQuoteSelector",
      exact: "Yes.",
      prefix: " you stay?\n\nP1: ",
      suffix: " I had hope, not",
    });
  });

  test("counts a word inside another word as a second place", () => {
    expect(describe(TALK, rangeOf(TALK, "hope"))[1]).toMatchObject({
      prefix: "\nP1: Yes. I had ",
      suffix: ", not hopeless t",
    });
  });

  test("gives context to words that begin or end inside a word, though they stand once", () => {
    expect(describe(TALK, rangeOf(TALK, "ent on Mon"))[1]).toMatchObject({
      prefix: "o?\n\nP1: Yes. I w",
      suffix: "day.\n\nI: Did you",
    });
  });

  test("takes longer sides where the text repeats itself", () => {
    const text = `One. ${"Same words again. ".repeat(2)}Two. ${"Same words again. ".repeat(2)}Three.`;
    const [, quote] = describe(text, rangeOf(text, "again.", 1));
    expect(quote).toEqual({
      type: "TextQuoteSelector",
      exact: "again.",
      prefix: "One. Same words ",
      suffix: " Same words again. Tw",
    });
  });

  test("takes both sides together where a side alone cannot tell the place", () => {
    expect(describe("ab".repeat(40), { start: 0, end: 2 })[1]).toMatchObject({ prefix: "", suffix: "ab".repeat(39) });
    expect(describe("ab".repeat(40), { start: 78, end: 80 })[1]).toMatchObject({ prefix: "ab".repeat(39), suffix: "" });
    const text = `${"a".repeat(400)}b${"a".repeat(400)}`;
    const [, { prefix, suffix }] = describe(text, { start: 100, end: 101 });
    expect([prefix, suffix]).toEqual(["a".repeat(100), `${"a".repeat(299)}b`]);
  });

  test("completes half a surrogate pair, in the words and in the context", () => {
    expect(describe("a😀b", { start: 2, end: 4 })).toEqual([
      { type: "TextPositionSelector", start: 1, end: 4 },
      { type: "TextQuoteSelector", exact: "😀b", prefix: "", suffix: "" },
    ]);
    const text = `${"😀".repeat(20)}a yes ${"😀".repeat(20)} yes`;
    const [, quote] = describe(text, rangeOf(text, "yes"));
    expect(quote.prefix).toBe(`${"😀".repeat(7)}a `);
    expect(quote.suffix).toBe(` ${"😀".repeat(8)}`);
  });

  test.each([
    [{ start: 3, end: 3 }],
    [{ start: 4, end: 2 }],
    [{ start: -1, end: 2 }],
    [{ start: 0, end: 6 }],
    [{ start: 0.5, end: 2 }],
    [{ start: Number.NaN, end: 2 }],
  ])("refuses the range %j of five characters", (range) => {
    expect(() => describe("hello", range)).toThrow(RangeError);
  });
});
