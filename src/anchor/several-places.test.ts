import fc from "fast-check";
import { expect, describe as group, test } from "vitest";
import type { Range } from "../model/range";
import { cutsWord } from "./boundaries";
import { quoted } from "./quotes.fixture";
import { resolve } from "./resolve";

/** Every place at which the letters of a quote stand within those of its context. */
function fitting(text: string, exact: string, prefix: string, suffix: string): Range[] {
  const whole = prefix + exact + suffix;
  return [...text].flatMap((_, at) => {
    const start = at + prefix.length;
    return text.startsWith(whole, at) ? [{ start, end: start + exact.length }] : [];
  });
}

group("words that fit at several places, without a position, are never found at one of them", () => {
  test.each<[string, string, string, string, number[]]>([
    // The letters behind the quote differ, and neither says anything: both are parts of words.
    ["A bob of bobs", "ob", "b", "", [3, 10]],
    ["A bob of bobs", "bo", "", "b", [2, 9]],
    ["bobs and bob", "ob", "b", "", [1, 10]],
    ["bobob", "ob", "b", "", [1, 3]],
    ["Ab ob; Ab ob", "ob", "b ", "", [3, 10]],
    ["so hope, so hope", "hope", "so ", "", [3, 12]],
  ])("%s: %j behind %j and before %j", (text, exact, prefix, suffix, starts) => {
    expect(resolve(text, quoted(exact, prefix, suffix))).toEqual({
      status: "ambiguous",
      range: null,
      similarity: 0,
      typography: false,
      candidates: starts.map((start) => ({ start, end: start + exact.length, similarity: 1 })),
    });
  });

  const piece = fc.array(fc.constantFrom("o", "b", " ", "’", "-"), { minLength: 1, maxLength: 8 });
  // Said twice, so that most words stand at two places at least.
  const talk = fc.tuple(piece, piece, fc.boolean()).map(([first, other, twice]) => {
    return [...first, " ", ...other, ...(twice ? first : other)].join("");
  });
  const drawn = fc.tuple(talk, fc.nat(23), fc.integer({ min: 1, max: 4 }), fc.nat(4), fc.nat(4)).map((parts) => {
    const [text, at, length, before, after] = parts;
    const start = at % text.length;
    const end = Math.min(text.length, start + length);
    return {
      text,
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - before), start),
      suffix: text.slice(end, end + after),
    };
  });

  test("where both sides are told, whatever the words", () => {
    let several = 0;
    fc.assert(
      fc.property(drawn, ({ text, exact, prefix, suffix }) => {
        fc.pre(exact.trim() === exact && prefix.trim() !== "" && suffix.trim() !== "");
        if (fitting(text, exact, prefix, suffix).length < 2) return;
        several++;
        expect(resolve(text, quoted(exact, prefix, suffix)).status).toBe("ambiguous");
      }),
      { numRuns: 5000 },
    );
    expect(several).toBeGreaterThan(20);
  });

  test("where one side is told or none, if the other ends with a word at two of them", () => {
    let several = 0;
    fc.assert(
      fc.property(drawn, ({ text, exact, prefix, suffix }) => {
        fc.pre(exact.trim() === exact);
        const places = fitting(text, exact, prefix, suffix).filter(
          ({ start, end }) => (prefix !== "" || !cutsWord(text, start)) && (suffix !== "" || !cutsWord(text, end)),
        );
        // A blank alone says nothing that the edge of a word does not.
        fc.pre([prefix, suffix].every((side) => side === "" || side.trim() !== ""));
        if (places.length < 2) return;
        several++;
        expect(resolve(text, quoted(exact, prefix, suffix)).status).toBe("ambiguous");
      }),
      { numRuns: 5000 },
    );
    expect(several).toBeGreaterThan(50);
  });
});

group("a blank between words and their context", () => {
  test.each([
    ["may have come", "Yes.It helped", "It", "Yes. ", "exact"],
    ["may have gone", "Yes. It helped", "It", "Yes.", "exact"],
    ["is not missed where its lack makes one word of two", "bob ob,", "o", "b ", "lost"],
  ])("%s", (_, text, exact, prefix, status) => {
    expect(resolve(text, quoted(exact, prefix)).status).toBe(status);
  });
});
