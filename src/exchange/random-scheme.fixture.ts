import fc from "fast-check";
import { nowhere } from "../issues/source";
import type { Scheme } from "../model/scheme";
import { readScheme } from "../scheme/read-scheme";

// Text in which everything stands that could be misread: labels, quotation marks, marks of XML, CSV and JSON, formulas.
const piece = fc.constantFrom(
  ..."Include: |Exclude: |Example: |Polyvocal id: x|Polyvocal entry: {}|Suggest (data): [1]|Retired (data): true|Question: ".split(
    "|",
  ),
  ...[
    "\n",
    "\n\n",
    "a",
    "b c",
    "=1+1",
    "-",
    "'",
    "'=",
    '"',
    ",",
    ";",
    "<b>",
    "&amp;",
    "]]>",
    "?>",
    "--",
    "😀",
    "e\u0301",
    "\u0338",
    "漢",
    "ש",
  ],
  ...["[", '["a"]', "{}", "null", "> x", "x / y", "\t"],
);
const text = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join("").normalize("NFC").trim())
  .filter((each) => each !== "");
const id = fc.constantFrom(..."abcdefgh", "trust-self", "Ü", "a b", "0", "x:y", "x/y", "漢", "=id", "'id");
const name = fc.oneof(text, fc.constantFrom("A", "a", "Trust self", "trust self", "Ü", "!?"));

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const rule = fc.oneof(text, fc.record({ stem: text }), fc.record({ near: fc.array(text), within: fc.nat(9) }));
const review = fc.record({
  decided: text,
  date: optional(text),
  against: optional(fc.constantFrom("extracts", "data-set")),
});

const entry = fc.oneof(
  fc.record({
    kind: fc.constant("category"),
    id,
    name: optional(name),
    parent: optional(id),
    definition: optional(text),
  }),
  fc.record({
    ...{ kind: fc.constant("code"), id, name: optional(name), category: optional(id), definition: optional(text) },
    ...{
      include: optional(text),
      exclude: optional(text),
      examples: optional(fc.array(text, { minLength: 1, maxLength: 3 })),
    },
    ...{ suggest: optional(fc.array(rule, { minLength: 1, maxLength: 3 })), retired: optional(fc.boolean()) },
  }),
  fc.record({
    ...{
      kind: fc.constant("theme"),
      id,
      name: optional(name),
      parent: optional(id),
      codes: fc.array(id, { maxLength: 5 }),
    },
    ...{ concept: optional(text), boundary: optional(text), question: optional(text) },
    reviews: optional(fc.array(review, { minLength: 1, maxLength: 2 })),
  }),
);

/** Schemes of every shape, as `readScheme` leaves them: wrong links are gone. The first entry is always a code. */
export function randomScheme(): fc.Arbitrary<Scheme> {
  return fc
    .record({ version: fc.integer({ min: 1, max: 5 }), entries: fc.array(entry, { maxLength: 14 }) })
    .map((value) => {
      const first = { kind: "code", id: "first", name: "First" };
      const entries = [first, ...value.entries].map((each) => JSON.parse(JSON.stringify(each)));
      return readScheme({ ...value, entries }, nowhere).scheme;
    });
}
