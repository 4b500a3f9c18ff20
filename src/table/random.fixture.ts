import fc from "fast-check";
import type { Column } from "./column";
import { Table } from "./table";

const NASTY =
  "a b1.=+-@|\\/:*_`[](){}<>&#~^$%\"'!?,;\t\n\r\u0000\u001B\u00A0\u00AD\u200B\u2028\uFEFF\uD83D–“é支س".split("");

/** Text made of what formats trip over, and of any other characters. */
const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...NASTY, "👩‍👩‍👧", "www.", "http://", "a@b.co", "<br>", "&amp;", "\\newline", "```"),
    maxLength: 12,
  }),
  fc.string({ unit: "binary", maxLength: 8 }),
);

/** A row of a random table. */
export interface RandomRow {
  readonly name: string | null;
  readonly words: string | null;
  readonly count: number | null;
  readonly depth: number;
}

const row: fc.Arbitrary<RandomRow> = fc.record({
  name: fc.option(nastyText),
  words: fc.option(nastyText),
  count: fc.option(fc.nat(2000)),
  depth: fc.nat(3),
});

/** Small tables of nasty text, with indented, merged and quoted cells and a second heading. */
export const randomTable: fc.Arbitrary<Table<RandomRow>> = fc
  .record({
    labels: fc.tuple(nastyText, nastyText, nastyText),
    rows: fc.array(row, { maxLength: 5 }),
    caption: fc.option(nastyText),
    notes: fc.array(nastyText, { maxLength: 2 }),
  })
  .map(({ labels, rows, caption, notes }) => {
    const columns: Column[] = [
      { key: "name", label: labels[0], kind: "text", indent: "depth", merge: true },
      { key: "count", label: labels[1], subLabel: "n = 7", kind: "count", of: 7, format: "n of N" },
      { key: "words", label: labels[2], kind: "quote" },
    ];
    return new Table({ columns, rows, caption, notes });
  });
