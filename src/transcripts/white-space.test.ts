import fc from "fast-check";
import { expect, test } from "vitest";
import { asShown, withSingleBlanks } from "./white-space";

test("A run of white space is one blank, however long the text is, and wherever it is cut to be changed.", () => {
  const pieces = fc.array(fc.constantFrom(" ", "  ", "\n", "\t", "\r\n", "\f", "\u00a0", "a", "words"), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(pieces, fc.nat(40), (some, shift) => {
      const text = "b".repeat(65_536 - shift) + some.join("") + "c  d".repeat(20_000);
      expect(asShown(text) === text.replace(/[ \t\n\f\r]+/g, " ")).toBe(true);
      expect(withSingleBlanks(text) === text.replace(/\s+/g, " ")).toBe(true);
    }),
    { numRuns: 30 },
  );
});
