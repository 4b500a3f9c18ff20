import fc from "fast-check";

/**
 * Texts that nobody meant for a reader: any characters at all, and these samples with pieces cut out, doubled, exchanged and
 * put in.
 */
export function hostileTexts(samples: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    kind: fc.constantFrom("cut", "double", "insert"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    text: fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom(
        "<",
        ">",
        "&",
        "-->",
        "\n\n",
        "{",
        "]",
        '"',
        ":",
        ",",
        "<v ",
        "00:00:01.000",
        "null",
        "9e99",
        "\ud800",
      ),
    ),
  });
  const edited = fc
    .tuple(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 8 }))
    .map(([sample, edits]) =>
      edits.reduce((text, { kind, at, length, text: inserted }) => {
        const from = Math.floor(at * text.length);
        const piece = text.slice(from, from + length);
        const middle = kind === "cut" ? "" : kind === "double" ? piece + piece : inserted + piece;
        return text.slice(0, from) + middle + text.slice(from + length);
      }, sample),
    );
  return fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), edited);
}
