import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { parseCsv } from "./csv";
import { type CsvRowEdit, editCsv, newCsv } from "./csv-edit";

const TEXT = 'a,"b ""x""",c\n1,"2, two",3\n\n4,"5\nfive",6\n7,8,"9"\n';
const kept = (...indexes: number[]): CsvRowEdit[] => indexes.map((from) => ({ from, cells: {} }));

describe("editCsv", () => {
  test.each<[string, string, CsvRowEdit[], string]>([
    ["nothing", TEXT, kept(0, 1, 2), TEXT],
    ["one cell", TEXT, [{ from: 0, cells: { C: "x" } }, ...kept(1, 2)], TEXT.replace(",3", ",x")],
    ["a quoted cell to the same value", TEXT, [...kept(0, 1), { from: 2, cells: { c: "9" } }], TEXT],
    ["a cell that needs marks", TEXT, [{ from: 0, cells: { a: 'x"y' } }, ...kept(1, 2)], TEXT.replace("1,", '"x""y",')],
    ["a row that goes", TEXT, kept(0, 2), 'a,"b ""x""",c\n1,"2, two",3\n7,8,"9"\n'],
    ["the order of rows", "a\n1\n2\n", kept(1, 0), "a\n2\n1\n"],
    ["a new row", "a,b\n1,2\n", [...kept(0), { cells: { b: "x, y" } }], 'a,b\n1,2\n,"x, y"\n'],
    ["a new column", "a,b\n1,2\n3,4\n", [{ from: 0, cells: { id: "I" } }, ...kept(1)], "a,b,id\n1,2,I\n3,4,\n"],
    ["no column for a value that is nothing", "a\n1\n", [{ from: 0, cells: { memo: "" } }], "a\n1\n"],
    ["a last line without an end", "a\n1\n2", [{ from: 0, cells: { a: "x" } }, ...kept(1)], "a\nx\n2"],
    ["a new row below one without an end", "a\n1", [...kept(0), { cells: { a: "2" } }], "a\n1\n2\n"],
    [
      "CRLF and semicolons",
      "a;b\r\n1;2\r\n",
      [{ from: 0, cells: { b: "x;y" } }, { cells: { a: "3" } }],
      'a;b\r\n1;"x;y"\r\n3;\r\n',
    ],
    [
      "line breaks within cells of a file with CRLF",
      'a\r\n"x\ny"\r\n',
      [...kept(0), { cells: { a: "p\nq" } }],
      'a\r\n"x\ny"\r\n"p\nq"\r\n',
    ],
    ["all rows gone", "a\n1\n", [], "a\n"],
  ])("changes %s", (_, text, rows, edited) => {
    expect(editCsv(text, rows)).toBe(edited);
  });

  test("gives the cells that were asked for, and all others as they were", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", ";", '"', "\n", " ", "é", "\t") });
    const table = fc
      .integer({ min: 1, max: 3 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(table, fc.nat(3), fc.nat(2), cell, cell, (rows, at, column, value, added) => {
        const names = ["id", "b", "c"].slice(0, rows[0]?.length);
        const filled = rows.map((cells, index) => cells.map((each, place) => (place === 0 ? `${index}${each}` : each)));
        const records = filled.map((cells) =>
          Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ""])),
        );
        const name = names[column] ?? "id";
        const edits = records.map(
          (_, from): CsvRowEdit => ({ from, cells: from === at ? { [name]: `x${value}`, new: added } : {} }),
        );
        const read = parseCsv(toSource("x.csv", editCsv(newCsv(names, records), edits)));
        expect(read.issues).toEqual([]);
        const expected = records.map((record, index) =>
          index === at ? { ...record, [name]: `x${value}`, new: added } : { ...record, new: "" },
        );
        expect(
          read.rows.map((row) => Object.fromEntries([...names, "new"].map((each) => [each, row.cell(each)]))),
        ).toEqual(expected);
      }),
    );
  });
});
