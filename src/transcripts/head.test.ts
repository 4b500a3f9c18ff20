import fc from "fast-check";
import { expect, test } from "vitest";
import { headReader, readHead } from "./head";

test("a reader of many lines gives the head of each that it has by itself, however often its label was there", () => {
  const label = fc.constantFrom(
    "Ana",
    "Anna",
    "P1",
    "An",
    "INT",
    "Ana Maria",
    "[Ana]",
    "**Ana**",
    "a".repeat(23),
    "a".repeat(24),
  );
  const setOff = fc.oneof(
    { weight: 2, arbitrary: fc.constant(": ") },
    { weight: 1, arbitrary: fc.constantFrom(":", ":  ", ":\t", " ", "\t", ": (", ": 3", ": 0:03 ", " 0:03 ") },
  );
  const line = fc
    .tuple(label, setOff, fc.constantFrom("", "w", "we", "we went", "Ana: we", "é"))
    .map((parts) => parts.join("").trim());
  fc.assert(
    fc.property(
      fc.array(
        line.filter((each) => each !== ""),
        { minLength: 10, maxLength: 30 },
      ),
      (lines) => {
        const text = lines.join("\n");
        const read = headReader(text);
        let start = 0;
        for (const each of lines) {
          const end = start + each.length;
          expect(read(start, end)).toEqual(readHead(text, start, end));
          start = end + 1;
        }
      },
    ),
  );
});
