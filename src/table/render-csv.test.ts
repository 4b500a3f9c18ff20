import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Column } from "./column";
import { fieldOf, type TableContent } from "./content";
import { nastyTable } from "./nasty.fixture";
import { randomTable } from "./random.fixture";
import { csvNotes, toCsv } from "./render-csv";
import { Table } from "./table";

const words: Column = { key: "words", label: "Words", kind: "quote" };

function field(value: unknown, options?: Parameters<typeof toCsv>[1]): string {
  const both: Column[] = [
    { key: "key", label: "key", kind: "text" },
    { ...words, key: "x", label: "x" },
  ];
  return toCsv(new Table({ columns: both, rows: [{ key: 1, x: value }] }), options).slice("key,x\n1,".length, -1);
}

function expectReadBack(table: TableContent): void {
  const [, ...records] = parse(toCsv(table, { guard: false }), { skip_empty_lines: true });
  const expected = table.rows.map((row) =>
    table.columns.map(({ key }) => String(fieldOf(row, key) ?? "").replace(/\p{Cs}/gu, "\uFFFD")),
  );
  expect(records).toEqual(expected);
}

describe("the CSV of a table", () => {
  test("is read back by csv-parse, value for value", () => {
    expectReadBack(nastyTable);
  });

  test("is read back whatever its text is", () => {
    fc.assert(fc.property(randomTable, expectReadBack), { numRuns: 500 });
  });

  test("has exact numbers, the columns that are only data, and second headings in brackets", () => {
    const columns: Column[] = [
      { key: "id", label: "Id", kind: "text", only: "data" },
      { key: "n", label: "Carers", subLabel: "n = 12", kind: "count", of: 12, format: "n of N" },
      { key: "share", label: "Share", kind: "share" },
    ];
    const rows = [
      { id: "hope", n: 9, share: 2 / 3 },
      { id: "burden", n: 0, share: null },
      { id: "", n: -0, share: Number.NaN },
    ];
    expect(toCsv(new Table({ columns, rows, caption: "Themes", notes: ["Base: 12."] }))).toBe(
      'Id,Carers (n = 12),Share\nhope,9,0.6666666666666666\nburden,0,\n"",0,\n',
    );
  });

  test("tells columns of the same heading apart by their keys", () => {
    const columns: Column[] = [
      { key: "a", label: "Staff", kind: "count" },
      { key: "b", label: "Staff", kind: "count" },
      { key: "c", label: "Staff", subLabel: "n = 2", kind: "count" },
    ];
    expect(toCsv(new Table({ columns, rows: [] }))).toBe("Staff [a],Staff [b],Staff (n = 2)\n");
  });

  test("keeps a row of a single null, which as an empty line would be skipped", () => {
    expect(toCsv(new Table({ columns: [words], rows: [{ words: null }, { words: "a" }] }))).toBe('Words\n""\na\n');
  });

  test("of no columns is empty", () => {
    expect(toCsv(new Table({ columns: [], rows: [{}], notes: ["None."] }), { notes: true })).toBe("# None.\n");
    expect(toCsv(new Table({ columns: [], rows: [] }))).toBe("");
  });
});

describe("formula-like text", () => {
  test.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ["+1", "'+1"],
    ["- well, no", '"\'- well, no"'],
    ["@carer", "'@carer"],
    ["\tx", "'\tx"],
    ["\rx", '"\'\rx"'],
    ["1-2", "1-2"],
    [-5, "-5"],
    [["-a", "b"], '"\'-a, b"'],
  ])("%j is written %j", (value, written) => {
    expect(field(value)).toBe(written);
  });

  test("is written as it is when the guard is off", () => {
    expect(field("=1+1", { guard: false })).toBe("=1+1");
  });

  test("is guarded in headings too", () => {
    expect(toCsv(new Table({ columns: [{ ...words, label: "=Words" }], rows: [] }))).toBe("'=Words\n");
  });

  test("never begins a field, whatever the text, but of numbers", () => {
    fc.assert(
      fc.property(randomTable, (table) => {
        const values = parse(toCsv(table)).flat().map(String);
        expect(values.filter((value) => /^[=+\-@\t\r]/.test(value))).toEqual([]);
      }),
    );
  });
});

describe("the notes of a CSV", () => {
  const plain = new Table({ columns: [words], rows: [{ words: "a" }, { words: null }], notes: ["Base: 12,\nof 14."] });
  const guarded = new Table({ columns: [words], rows: [{ words: "-a" }], notes: ["Base: 12."] });
  const saysSo =
    "Text that begins with =, +, -, @ or a tab is preceded by an apostrophe here, so that no spreadsheet takes it for a formula.";

  test("are those of the table, and say so if any text was guarded", () => {
    expect(csvNotes(plain)).toEqual(["Base: 12,\nof 14."]);
    expect(csvNotes(guarded)).toEqual(["Base: 12.", saysSo]);
    expect(csvNotes(guarded, { guard: false })).toEqual(["Base: 12."]);
    expect(csvNotes(new Table({ columns: [{ ...words, label: "-" }], rows: [] }))).toEqual([saysSo]);
    expect(csvNotes(new Table({ columns: [words], rows: [{ words: -1 }] }))).toEqual([]);
  });

  test("follow the rows as comments when asked for, which a reader can skip", () => {
    const csv = toCsv(plain, { notes: true });
    expect(csv).toBe('Words\na\n""\n# Base: 12, of 14.\n');
    expect(parse(csv, { comment: "#" })).toEqual([["Words"], ["a"], [""]]);
    expect(toCsv(guarded, { notes: true })).toBe(`Words\n'-a\n# Base: 12.\n# ${saysSo}\n`);
  });

  test("are told from rows that begin with their sign", () => {
    const table = new Table({ columns: [words], rows: [{ words: "#1" }], notes: ["Base: 12."] });
    expect(parse(toCsv(table, { notes: true }), { comment: "#" })).toEqual([["Words"], ["#1"]]);
  });
});
