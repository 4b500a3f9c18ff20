import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printedText, printTable } from "./cells";
import type { Column } from "./column";
import { nastyTable } from "./nasty.fixture";
import { randomTable } from "./random.fixture";
import { toText } from "./render-text";
import { Table } from "./table";
import { displayWidth } from "./wrap";

const theme: Column = { key: "theme", label: "Theme", kind: "text", indent: "depth", merge: true };
const carers: Column = { key: "n", label: "Carers", subLabel: "n = 12", kind: "count", of: 12, format: "n of N" };
const words: Column = { key: "words", label: "Words", kind: "quote" };

function lines(...text: readonly string[]): string {
  return `${text.join("\n")}\n`;
}

describe("the text of a table", () => {
  test("has caption, headings, a rule, rows and notes, with numbers flush right", () => {
    const rows = [
      { theme: "Hope", n: 9, depth: 0 },
      { theme: "Recovery", n: 12, depth: 1 },
      { theme: "Burden", n: 0, depth: 0 },
      { theme: "Burden", n: null, depth: 0 },
    ];
    expect(
      toText(new Table({ columns: [theme, carers], rows, caption: "Themes", notes: ["Base: 12.", "Scheme 2."] })),
    ).toBe(
      lines(
        "Themes",
        "",
        "Theme         Carers",
        "              n = 12",
        "──────────  ────────",
        "Hope         9 of 12",
        "  Recovery  12 of 12",
        "Burden       0 of 12",
        "                   –",
        "",
        "Base: 12.",
        "Scheme 2.",
      ),
    );
  });

  test("is aligned by the width of what is displayed", () => {
    const rows = ["支援", "👩‍👩‍👧‍👦", "e\u0301te\u0301", "سلام", "abc"].map((word, n) => ({
      theme: word,
      n,
      depth: 0,
    }));
    const { subLabel: _, ...plain } = carers;
    expect(toText(new Table({ columns: [theme, { ...plain, format: "n" }], rows }))).toBe(
      lines(
        "Theme  Carers",
        "─────  ──────",
        "支援        0",
        "👩‍👩‍👧‍👦          1",
        "e\u0301te\u0301         2",
        "سلام        3",
        "abc         4",
      ),
    );
  });

  test("gives the room to the column that takes most lines, and sets rows with quotes apart", () => {
    const rows = [
      { theme: "Hope", words: "I sat there for an hour, and then she said it does get better.", n: 1, depth: 0 },
      { theme: "Being understood by them", words: "Yes.\nNo.", n: 2, depth: 1 },
    ];
    expect(
      toText(
        new Table({ columns: [theme, words, carers], rows, caption: "Quotes of carers, one of each theme", notes: [] }),
        { width: 48 },
      ),
    ).toBe(
      lines(
        "Quotes of carers, one of each theme",
        "",
        "Theme         Words                       Carers",
        "                                          n = 12",
        "────────────  ─────────────────────────  ───────",
        "Hope          “I sat there for an hour,  1 of 12",
        "              and then she said it does",
        "              get better.”",
        "",
        "  Being       “Yes.                      2 of 12",
        "  understood  No.”",
        "  by them",
      ),
    );
  });

  test("wraps headings of numbers before it wraps text", () => {
    const long: Column = { ...carers, label: "Carers who spoke of it" };
    const rows = [{ theme: "Peer workers bring hope", n: 9, depth: 0 }];
    expect(toText(new Table({ columns: [theme, long], rows }), { width: 34 })).toBe(
      lines(
        "                          Carers",
        "                             who",
        "                           spoke",
        "Theme                      of it",
        "                          n = 12",
        "───────────────────────  ───────",
        "Peer workers bring hope  9 of 12",
      ),
    );
  });

  test("says when there are no rows, and is empty of columns where there are none", () => {
    expect(toText(new Table({ columns: [theme], rows: [] }))).toBe(lines("Theme", "─────", "(no rows)"));
    expect(toText(new Table({ columns: [], rows: [], caption: "Themes" }))).toBe("Themes\n");
  });

  test("is wider than asked for where it must be, and still whole", () => {
    const columns = Array.from({ length: 12 }, (_, c): Column => ({ ...carers, key: `n${c}` }));
    const row = Object.fromEntries(columns.map(({ key }) => [key, 12]));
    const text = toText(new Table({ columns, rows: [row] }), { width: 40 });
    expect(text.match(/12 of 12/g)).toHaveLength(12);
  });

  test.each([40, 60, 80, 100, 200])("holds every character of the nasty table in at most %i columns", (width) => {
    const text = toText(nastyTable, { width });
    const squeezed = (from: string): string[] => [...from.replace(/\s|─/g, "")].sort();
    const printed = printTable(nastyTable);
    const all = [
      printed.caption,
      ...printed.heads.flatMap((head) => [head.label, head.subLabel]),
      ...printed.rows
        .flat()
        .filter((cell) => cell.span > 0)
        .map(printedText),
      ...printed.notes,
    ];
    expect(squeezed(text)).toEqual(squeezed(all.join("")));
    const widest = Math.max(...text.split("\n").map(displayWidth));
    expect(widest).toBeLessThanOrEqual(Math.max(width, 95));
  });

  test("holds every character, in lines no wider than asked for, whatever its text is", () => {
    fc.assert(
      fc.property(randomTable, fc.integer({ min: 60, max: 120 }), (table, width) => {
        const text = toText(table, { width });
        const squeezed = (from: string): string[] => [...from.replace(/\s|─/g, "")].sort();
        const printed = printTable(table);
        const all = [
          printed.caption,
          ...printed.heads.flatMap((head) => [head.label, head.subLabel]),
          ...printed.rows
            .flat()
            .filter((cell) => cell.span > 0)
            .map(printedText),
          ...printed.notes,
          ...(printed.rows.length === 0 ? ["(no rows)"] : []),
        ];
        expect(squeezed(text)).toEqual(squeezed(all.join("")));
        expect(text.split("\n").filter((line) => displayWidth(line) > width)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
