import { describe, expect, test } from "vitest";
import { formatValue, oneLine, printedText, printTable } from "./cells";
import type { Column } from "./column";
import type { TableContent } from "./content";

function content(columns: readonly Column[], rows: readonly object[]): TableContent {
  return { columns, rows, caption: null, notes: [] };
}

function printed(column: Partial<Column>, row: object): string {
  const table = content([{ key: "x", label: "X", kind: "text", ...column }], [row]);
  return printTable(table).rows.flat().map(printedText).join();
}

describe("a count", () => {
  test.each([
    [{ of: 12, format: "n of N" }, 9, "9 of 12"],
    [{ of: 12, format: "n" }, 9, "9"],
    [{ of: 12 }, 9, "9"],
    [{ of: 12, format: "n (%)" }, 9, "9 (75%)"],
    [{ of: 12, format: "%" }, 9, "75%"],
    [{ of: 8, format: "%" }, 1, "13%"],
    [{ of: 8, format: "n (%)", digits: 1 }, 1, "1 (12.5%)"],
    [{ of: 12, format: "n of N" }, 0, "0 of 12"],
    [{ of: 12, format: "%" }, 0, "0%"],
    [{ of: 0, format: "n of N" }, 0, "0 of 0"],
    [{ of: 0, format: "n (%)" }, 0, "0 (–)"],
    [{ of: 0, format: "%" }, 0, "–"],
    [{ format: "n of N" }, 1234, "1234"],
    [{ format: "%" }, 3, "3"],
    [{ of: 12, format: "n of N" }, null, "–"],
    [{ of: 12, format: "%" }, undefined, "–"],
    [{ of: 12, format: "%" }, Number.NaN, "–"],
    [{ of: 12, format: "n of N" }, "many", "many"],
  ] as const)("with %o of %s prints as %s", (column, x, text) => {
    expect(printed({ kind: "count", ...column }, { x })).toBe(text);
  });

  test.each([
    [{ x: 9, base: 12 }, "9 of 12"],
    [{ x: 9, base: 0 }, "9 of 0"],
    [{ x: 9, base: null }, "9"],
    [{ x: 9 }, "9"],
  ])("of %o takes its base from the row: %s", (row, text) => {
    expect(printed({ kind: "count", of: "base", format: "n of N" }, row)).toBe(text);
  });
});

test.each([
  ["share", 0.75, undefined, "75%"],
  ["share", 0, undefined, "0%"],
  ["share", 0.285, undefined, "29%"],
  ["share", 1 / 3, 1, "33.3%"],
  ["share", null, undefined, "–"],
  ["number", 12, undefined, "12"],
  ["number", 12.345, undefined, "12.35"],
  ["number", -0.5, undefined, "-0.50"],
  ["number", 12, 1, "12.0"],
  ["number", 2.5, 0, "3"],
  ["number", Number.POSITIVE_INFINITY, undefined, "–"],
  ["text", 1234.5678, undefined, "1234.5678"],
  ["text", true, undefined, "true"],
  ["text", "", undefined, ""],
  ["text", null, undefined, "–"],
  ["quote", "Yes.", undefined, "“Yes.”"],
  ["quote", "", undefined, "“”"],
  ["quote", null, undefined, "–"],
] as const)("a cell of kind %s with %s (digits %s) prints as %s", (kind, x, digits, text) => {
  expect(printed({ kind, ...(digits === undefined ? {} : { digits }) }, { x })).toBe(text);
});

test.each([
  ["a\tb", "a b"],
  ["a\r\nb\rc\nd\u2028e\u2029f\vg\fh\u0085i", "a\nb\nc\nd\ne\nf\ng\nh\ni"],
  ["\u001B[31mred\u0007\u0000\u007F\u009B", "\uFFFD[31mred\uFFFD\uFFFD\uFFFD\uFFFD"],
  ["\uD83Dx\uDE00", "\uFFFDx\uFFFD"],
  ["👩‍👩‍👧 é \u00AD\u200B\uFEFF", "👩‍👩‍👧 é \u00AD\u200B\uFEFF"],
  [["a", 1, null, ["b\t"]], "a, 1, –, b "],
  [[], ""],
  [{ a: "\u0000" }, '{"a":"\\u0000"}'],
  [-0, "0"],
])("%j is the text %j", (value, text) => {
  expect(formatValue(value)).toBe(text);
});

test("captions, headings and notes are one line", () => {
  expect(oneLine("  a \r\n\n b\tc  ")).toBe("a b c");
  const columns: Column[] = [{ key: "x", label: "a\nb", subLabel: "c\r\nd", kind: "text" }];
  const { caption, heads, notes } = printTable({ columns, rows: [], caption: "e\nf", notes: ["g\nh"] });
  expect([caption, heads[0]?.label, heads[0]?.subLabel, notes]).toEqual(["e f", "a b", "c d", ["g h"]]);
});

test("columns that are only data do not print", () => {
  const columns: Column[] = [
    { key: "id", label: "Id", kind: "text", only: "data" },
    { key: "x", label: "X", kind: "share" },
  ];
  const table = printTable(content(columns, [{ id: "a", x: 1 }]));
  expect(table).toEqual({
    caption: "",
    heads: [{ label: "X", subLabel: "", kind: "share", right: true }],
    subHeads: false,
    rows: [[{ text: "100%", quote: false, depth: 0, span: 1 }]],
    notes: [],
  });
});

test.each([
  [0, 0],
  [2, 2],
  [1.9, 1],
  [-1, 0],
  [null, 0],
  ["2", 0],
  [Number.NaN, 0],
])("a depth of %s indents by %i", (depth, expected) => {
  const column: Column = { key: "x", label: "X", kind: "text", indent: "depth" };
  expect(printTable(content([column], [{ x: "a", depth }])).rows[0]?.[0]?.depth).toBe(expected);
});

describe("merged cells", () => {
  function spans(merged: readonly string[], rows: readonly object[]): string[] {
    const columns = ["a", "b", "c"].map(
      (key): Column => ({ key, label: key, kind: "text", ...(merged.includes(key) ? { merge: true } : {}) }),
    );
    return printTable(content(columns, rows)).rows.map((row) => row.map((cell) => cell.span).join(""));
  }
  const rows = [
    { a: "x", b: 1, c: null },
    { a: "x", b: 1, c: null },
    { a: "x", b: 2, c: null },
    { a: "y", b: 2, c: 3 },
    { a: "y", b: 2, c: 3 },
    { a: "x", b: 2, c: 3 },
  ];

  test("span as many rows as have the same value one after the other", () => {
    expect(spans(["a"], rows)).toEqual(["311", "011", "011", "211", "011", "111"]);
  });

  test("begin again where a merged column to their left does", () => {
    expect(spans(["a", "b"], rows)).toEqual(["321", "001", "011", "221", "001", "111"]);
    expect(spans(["b"], rows)).toEqual(["121", "101", "141", "101", "101", "101"]);
  });

  test("are never cells of null", () => {
    expect(spans(["c"], rows)).toEqual(["111", "111", "111", "113", "110", "110"]);
  });

  test("are compared by value and type, not by how they print", () => {
    const mixed = [{ a: 1 }, { a: "1" }, { a: 1.5 }, { a: 1.5 }];
    expect(spans(["a"], mixed)).toEqual(["111", "111", "211", "011"]);
  });
});
