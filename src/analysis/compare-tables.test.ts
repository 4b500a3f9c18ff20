import { expect, test } from "vitest";
import { merge, rename } from "../scheme/steps/make-step";
import { smallStudy } from "../study/small-study.fixture";
import { Table } from "../table/table";
import { type ComparedRow, compareTables } from "./compare-tables";
import { quoteTable } from "./quote-table";
import { themeFrequency } from "./theme-frequency";
import { themeTable } from "./theme-table";

const before = smallStudy();
const after = before.migrate([merge(["rest", "safe"], "shelter"), rename("hope", "Hoping")], { by: "KB", why: "One" });
const short = (row: ComparedRow): string =>
  [row.id, row.group, row.first, row.firstOf, row.second, row.secondOf, row.difference, row.in]
    .map((each) => each ?? "-")
    .join(" ");

test("two versions stand side by side, matched by id and group", () => {
  const table = compareTables(themeTable(before, { level: "code" }), themeTable(after, { level: "code" }));
  expect(table.rows.map(short)).toEqual([
    "rest consumer 0 1 - - - first",
    "rest carer 1 2 - - - first",
    "rest clinician 0 1 - - - first",
    "rest total 1 4 - - - first",
    "shelter consumer - - 0 1 - second",
    "shelter carer - - 1 2 - second",
    "shelter clinician - - 1 1 - second",
    "shelter total - - 2 4 - second",
    "hope consumer 1 1 1 1 0 both",
    "hope carer 2 2 2 2 0 both",
    "hope clinician 0 1 0 1 0 both",
    "hope total 3 4 3 4 0 both",
    "safe consumer 0 1 - - - first",
    "safe carer 0 2 - - - first",
    "safe clinician 1 1 - - - first",
    "safe total 1 4 - - - first",
  ]);
  expect(table.rows[8]).toMatchObject({ name: "Hoping", formerName: "Hope" });
  expect(table.notes.slice(0, 3)).toEqual([
    "2 entries in Version 2 alone.",
    "1 entry in Version 3 alone.",
    '"Hoping" was "Hope" in Version 2.',
  ]);
  expect(table.columns.map((column) => column.label)).toContain("Version 3");
  expect(table.provenance).toMatchObject({
    function: "compareTables",
    options: {
      first: { function: "themeTable", schemeVersion: 2 },
      second: { function: "themeTable", schemeVersion: 3 },
    },
    schemeVersion: 3,
  });
});

test("two readers, and any count of frequency tables, are compared as well", () => {
  const [kb, tm] = [["KB"], ["TM"]].map((coders) => themeFrequency(before, { level: "code", total: true, coders }));
  if (kb === undefined || tm === undefined) throw new Error("no tables");
  const table = compareTables(kb, tm, { labels: ["KB", "TM"], cell: "codings" });
  expect(table.rows.filter((row) => row.id === "rest").map(short)).toEqual([
    "rest consumer 0 - 0 - 0 both",
    "rest carer 1 - 1 - 0 both",
    "rest clinician 0 - 0 - 0 both",
    "rest - 1 - 1 - 0 both",
  ]);
  expect(table.rows.find((row) => row.id === "hope" && row.group === null)).toMatchObject({
    first: 3,
    second: 0,
    difference: -3,
  });
  expect(table.notes).toContain("KB: Codings of KB only.");
  expect(compareTables(kb, tm).columns.map((column) => column.label)).toContain("First");
});

test("two groups are compared by what both have", () => {
  const [carers, consumers] = [{ group: "carer" }, { group: "consumer" }].map((where) =>
    themeTable(before.where(where)),
  );
  if (carers === undefined || consumers === undefined) throw new Error("no tables");
  const rows = compareTables(carers, consumers).rows.filter((row) => row.id === "ahead");
  expect(rows.map(short)).toEqual([
    "ahead carer 2 2 - - - first",
    "ahead consumer - - 1 1 - second",
    "ahead total 2 2 1 1 -1 both",
  ]);
});

test("a table with itself has no difference", () => {
  const table = compareTables(themeFrequency(before), themeFrequency(before));
  expect(table.rows).toHaveLength(themeFrequency(before).length);
  expect(new Set(table.rows.map((row) => row.difference))).toEqual(new Set([0]));
});

test.each<[string, () => unknown, string]>([
  ["tables without counts", () => compareTables(quoteTable(before), quoteTable(before)), "no counts by entry"],
  ["tables of two kinds", () => compareTables(themeTable(before), themeFrequency(before)), "not of one kind"],
  [
    "tables by different things, of which ids may be alike",
    () => compareTables(themeTable(before, { by: "role" }), themeTable(before)),
    'The two tables have other rows: "by" is "role" in the first, and "group" in the second.',
  ],
  [
    "tables of different levels",
    () => compareTables(themeFrequency(before), themeFrequency(before, { level: "code" })),
    '"level" is "theme" in the first, and "code" in the second.',
  ],
  [
    "a count that is not there",
    () => compareTables(themeFrequency(before), themeFrequency(before), { cell: "wrds" }),
    'Did you mean "words"?',
  ],
  [
    "a count of theme tables",
    () => compareTables(themeTable(before), themeTable(before), { cell: "words" }),
    "has one count",
  ],
  [
    "two labels alike",
    () => compareTables(themeTable(before), themeTable(before), { labels: ["A", "A"] }),
    "two different names",
  ],
  [
    "an empty table",
    () => compareTables(new Table({ columns: [], rows: [] }), themeTable(before)),
    "no counts by entry",
  ],
])("refuses %s", (_, call, message) => {
  expect(call).toThrow(message);
});
