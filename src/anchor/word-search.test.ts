import fc from "fast-check";
import { expect, test } from "vitest";
import { anchorer } from "./anchorer";
import { describe } from "./describe";
import { resolve } from "./resolve";
import { plainSearch, wordSearch } from "./word-search";

const pieces = fc.constantFrom(
  "hope",
  "hop",
  "a",
  "a",
  " ",
  " ",
  "  ",
  "\n\n",
  "\u00a0",
  "“",
  "’",
  "希望",
  "👍🏽",
  "e\u0301",
  "\u0000",
);
const talk = fc.array(pieces, { minLength: 1, maxLength: 80 }).map((all) => all.join(""));
/** A text and stretches of it, many of which stand there again. */
const searched = fc
  .tuple(talk, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 40 }))
  .map(([part, cuts]) => {
    const text = part + part + part;
    const ranges = cuts.map(([at, length]) => {
      const start = at % text.length;
      return { start, end: Math.min(text.length, start + length) };
    });
    return { text, ranges };
  });

test("words stand where they stand letter by letter, whether the text has an index by then or not", () => {
  fc.assert(
    fc.property(searched, talk, ({ text, ranges }, other) => {
      const [search, plain] = [wordSearch(text), plainSearch(text)];
      const words = [...ranges.map(({ start, end }) => text.slice(start, end)), other, ""];
      // Twice, so that all of them are looked up in the index as well.
      for (const each of [...words, ...words]) {
        expect(search(each)).toEqual(plain(each));
        expect(search(each, 2)).toEqual(plain(each).slice(0, 2));
      }
    }),
    { numRuns: 500 },
  );
});

test("many words of a text are described and found as each is alone", () => {
  fc.assert(
    fc.property(searched, ({ text, ranges }) => {
      const own = anchorer(text);
      for (const range of [...ranges, ...ranges]) {
        const selector = own.describe(range);
        expect(selector).toEqual(describe(text, range));
        const [, quote] = selector;
        expect(own.resolve([quote])).toEqual(resolve(text, [quote]));
        const bare = [{ ...quote, prefix: "", suffix: "" }] as const;
        expect(own.resolve(bare)).toEqual(resolve(text, bare));
      }
    }),
    { numRuns: 300 },
  );
});
