import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closingQuote, unquoted } from "./quoted";

describe("quoted text", () => {
  test("any text that is put into quotation marks is found and read again", () => {
    const piece = fc.constantFrom('"', '""', "a", " ", "\n", "b".repeat(65_535));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom("", "a", ","), (pieces, behind) => {
        const text = pieces.join("");
        const written = `"${text.replaceAll('"', '""')}"${behind}`;
        const close = closingQuote(written, 0);
        expect(close).toBe(written.length - behind.length - 1);
        expect(unquoted(written.slice(1, close))).toBe(text);
      }),
    );
  });

  test("what does not close is not found", () => {
    expect([closingQuote('"', 0), closingQuote('"a""', 0), closingQuote('"""', 0)]).toEqual([-1, -1, -1]);
  });

  test("no pair is parted where a long text is read in pieces", () => {
    for (const before of [0, 1, 65_534, 65_535]) {
      expect(unquoted(`${"a".repeat(before)}${'"'.repeat(200_000)}`)).toBe(
        `${"a".repeat(before)}${'"'.repeat(100_000)}`,
      );
    }
  });
});
