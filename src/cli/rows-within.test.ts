import { expect, test } from "vitest";
import { Table } from "../table/table";
import { rowsWithin } from "./rows-within";

const rows = [
  { id: "hope", depth: 0 },
  { id: "seen", depth: 1 },
  { id: "future", depth: 1 },
  { id: "near", depth: 2 },
  { id: "burden", depth: 0 },
  { id: "nights", depth: 1 },
];
const table = new Table({ columns: [{ key: "id", label: "Theme", kind: "text" }], rows, notes: ["First."] });

test.each([
  [["hope"], ["hope", "seen", "future", "near"]],
  [["future"], ["future", "near"]],
  [["near"], ["near"]],
  [
    ["nights", "seen"],
    ["seen", "nights"],
  ],
  [
    ["hope", "near"],
    ["hope", "seen", "future", "near"],
  ],
  [["hope", "burden"], rows.map((row) => row.id)],
])("of %j the rows themselves and those inside them stay, in their order", (ids, expected) => {
  expect(rowsWithin(table, ids).rows.map((row) => row.id)).toEqual(expected);
});

test("a note tells what is shown", () => {
  expect(rowsWithin(table, ["near", "near"]).notes).toEqual(["First.", "Shown: near; 1 of 6 rows."]);
});

test("without ids it is the table itself", () => {
  expect(rowsWithin(table, undefined)).toBe(table);
});

test("an id that no row has is refused with the nearest one", () => {
  expect(() => rowsWithin(table, ["burdens"])).toThrow(
    'The option "theme" cannot be "burdens". Did you mean "burden"? It can be "hope", "seen", "future", "near", "burden", "nights".',
  );
});
