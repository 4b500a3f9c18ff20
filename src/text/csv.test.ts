import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { type CsvFile, parseCsv } from "./csv";

const parse = (text: string): CsvFile => parseCsv(toSource("file.csv", text));
const cells = (csv: CsvFile): string[][] => csv.rows.map((row) => csv.columns.map((column) => row.cell(column)));
const problems = (csv: CsvFile): string[] =>
  csv.issues.map(({ code, place }) => `${code} ${place?.line}:${place?.column} ${place?.length}`);

describe("parseCsv", () => {
  test.each<[string, string, string[], string[][]]>([
    [
      "commas",
      "id,name\n1,Ann\n2,Bo\n",
      ["id", "name"],
      [
        ["1", "Ann"],
        ["2", "Bo"],
      ],
    ],
    ["semicolons", "id;name\n1;Ann, Bo\n", ["id", "name"], [["1", "Ann, Bo"]]],
    ["tabs", "id\tname\n1\tAnn; Bo, Cy\n", ["id", "name"], [["1", "Ann; Bo, Cy"]]],
    ["one column", "id\n1\n2", ["id"], [["1"], ["2"]]],
    ["the delimiter of the header, not of the rows", "id,name\n1,a;b;c;d\n", ["id", "name"], [["1", "a;b;c;d"]]],
    ["delimiters inside quoted names do not count", '"a;b;c",d\n1,2\n', ["a;b;c", "d"], [["1", "2"]]],
    ["a name over two lines", '"a\nb",c\n1,2\n', ["a\nb", "c"], [["1", "2"]]],
    ["no line break at the end", "id,name\n1,Ann", ["id", "name"], [["1", "Ann"]]],
    [
      "quoted cells",
      'id,name\n1,"Ann, Bo"\n2,"say ""no"""\n',
      ["id", "name"],
      [
        ["1", "Ann, Bo"],
        ["2", 'say "no"'],
      ],
    ],
    [
      "cells over several lines",
      'id,text\n1,"one\n\ntwo"\n2,x\n',
      ["id", "text"],
      [
        ["1", "one\n\ntwo"],
        ["2", "x"],
      ],
    ],
    [
      "CRLF",
      'id,text\r\n1,"one\r\ntwo"\r\n2,x\r\n',
      ["id", "text"],
      [
        ["1", "one\r\ntwo"],
        ["2", "x"],
      ],
    ],
    [
      "blanks in cells stay, those in names go",
      " id , name\n 1 ,\u00a0Ann \n",
      ["id", "name"],
      [[" 1 ", "\u00a0Ann "]],
    ],
    [
      "empty rows, and rows of empty cells",
      "\nid,name\n\n1,Ann\n,\n , \n2,Bo\n\n",
      ["id", "name"],
      [
        ["1", "Ann"],
        ["2", "Bo"],
      ],
    ],
    [
      "nameless columns without a cell",
      "id,name,,\n1,Ann,,\n2,Bo,, \n",
      ["id", "name"],
      [
        ["1", "Ann"],
        ["2", "Bo"],
      ],
    ],
    ["a nameless column with a cell", ",name\n1,Ann\n", ["", "name"], [["1", "Ann"]]],
    ["other alphabets and emoji", "имя,声\nАня,👩‍🚀\n", ["имя", "声"], [["Аня", "👩‍🚀"]]],
    ["a header alone", "id,name\n", ["id", "name"], []],
    ["nothing", "", [], []],
    ["blank lines alone", "\n\n \n", [], []],
  ])("reads %s", (_, text, columns, rows) => {
    const csv = parse(text);
    expect(csv.issues).toEqual([]);
    expect(csv.columns).toEqual(columns);
    expect(cells(csv)).toEqual(rows);
  });

  test("finds columns without case, and gives nothing for unknown ones", () => {
    const [row] = parse("ID,Name\n1,Ann\n").rows;
    expect([row?.cell("id"), row?.cell("NAME"), row?.cell("age")]).toEqual(["1", "Ann", ""]);
  });

  test("knows the line in which each row begins", () => {
    expect(parse('id,text\n1,"a\nb\nc"\n\n2,"d\ne"\n3,f').rows.map(({ line }) => line)).toEqual([2, 6, 8]);
  });

  test("knows where each cell stands, without its quotation marks", () => {
    const text = 'id,text,note\n1,"a ""b""\n, c",  x\n2,,"é"\n';
    const csv = parse(text);
    const stands = csv.rows.flatMap((row) =>
      ["id", "text", "note", "none", undefined].map((column) => {
        const { start, end } = row.origin(column);
        return text.slice(start, end);
      }),
    );
    expect(stands).toEqual([
      "1",
      'a ""b""\n, c',
      "  x",
      '1,"a ""b""\n, c",  x',
      '1,"a ""b""\n, c",  x',
      "2",
      "",
      "é",
      '2,,"é"',
      '2,,"é"',
    ]);
    const { start, end } = csv.columnOrigin("Note");
    expect([start, end]).toEqual([8, 12]);
    expect(csv.columnOrigin("none")).toMatchObject({ start: 0, end: 1 });
  });

  test("a place below cells of several lines has the file's own line and column", () => {
    const csv = parse('id,text\n1,"one\ntwo"\n2,"three"\n');
    const { source, start, end } = csv.rows[1]?.origin("text") ?? expect.fail();
    expect(source.place(start, end)).toEqual({
      file: "file.csv",
      line: 4,
      column: 4,
      length: 5,
      excerpt: '2,"three"',
    });
  });
});

describe("parseCsv, of a wrong file", () => {
  test("names every ragged row and keeps the others", () => {
    const csv = parse('id,name\n1\n2,Bo\n3,Cy,"x\ny"\n4,Di\n5,,\n');
    expect(csv.issues).toEqual([
      {
        code: "ragged-row",
        severity: "error",
        message: "This row has 1 cell, and the header has 2.",
        hint: "Add the cells that are missing; they may be empty.",
        place: { file: "file.csv", line: 2, column: 1, length: 1, excerpt: "1" },
      },
      {
        code: "ragged-row",
        severity: "error",
        message: "This row has 3 cells, and the header has 2.",
        hint: "A cell with the delimiter in it must stand in quotation marks.",
        place: { file: "file.csv", line: 4, column: 1, length: 7, excerpt: '3,Cy,"x' },
      },
      {
        code: "ragged-row",
        severity: "error",
        message: "This row has 3 cells, and the header has 2.",
        hint: "A cell with the delimiter in it must stand in quotation marks.",
        place: { file: "file.csv", line: 7, column: 1, length: 3, excerpt: "5,," },
      },
    ]);
    expect(cells(csv)).toEqual([
      ["2", "Bo"],
      ["4", "Di"],
    ]);
  });

  test("names a column that is there twice, and reads the first", () => {
    const csv = parse("id,name,ID\n1,Ann,9\n");
    expect(csv.issues).toEqual([
      {
        code: "duplicate-column",
        severity: "error",
        message: 'The column "ID" is there twice.',
        hint: "Rename or remove one of the two.",
        place: { file: "file.csv", line: 1, column: 9, length: 2, excerpt: "id,name,ID" },
      },
    ]);
    expect(csv.rows[0]?.cell("id")).toBe("1");
  });

  test("points at the quotation mark that opens and never closes", () => {
    const csv = parse('id,name\n1,"Ann"\n2,"Bo\n3,Cy\n4,Di\n');
    expect(csv.issues).toEqual([
      {
        code: "broken-csv",
        severity: "error",
        message: "A quotation mark opens a cell and never closes it.",
        hint: 'End the cell with ", and write a quotation mark inside a quoted cell twice: "".',
        place: { file: "file.csv", line: 3, column: 3, length: 1, excerpt: '2,"Bo' },
      },
    ]);
    expect([csv.columns, csv.rows]).toEqual([[], []]);
  });

  test("points at every quotation mark that cannot stand where it does", () => {
    const csv = parse('id,name\n1,so "no" he\n2,"Ann" x\n3,"fi""ne"\n4, "Bo"\n5,"a "b" c"\r\n6,"Cy\n');
    expect(problems(csv)).toEqual([
      "broken-csv 2:6 1",
      "broken-csv 3:7 1",
      "broken-csv 5:4 1",
      "broken-csv 6:6 1",
      "broken-csv 7:3 1",
    ]);
  });
});

describe("parseCsv, of what others write", () => {
  const cell = fc.oneof(
    fc.constantFrom("", "a", '"', '""', ",", ";", "\n", " x ", "é", "👩‍🚀", "a\nb", '"a", b'),
    fc.string({ maxLength: 8 }),
  );
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
  const clean = (text: string): string => text.replace(/[\r\ufeff]/g, "");

  test("gives back the cells, each with its place", () => {
    fc.assert(
      fc.property(table, fc.constantFrom(",", ";", "\t"), fc.constantFrom("\n", "\r\n"), (rows, delimiter, newline) => {
        const quote = (each: string): string => `"${clean(each).replaceAll('"', '""')}"`;
        const lines = rows.map((row) => row.map(quote).join(delimiter));
        const text = ["a", "b", "c"].join(delimiter) + newline + lines.join(newline);
        const csv = parse(text);
        const expected = rows.map((row) => row.map(clean)).filter((row) => row.some((each) => each.trim() !== ""));
        expect(csv.issues).toEqual([]);
        expect(cells(csv)).toEqual(expected);
        for (const row of csv.rows) {
          for (const column of csv.columns) {
            const { start, end } = row.origin(column);
            expect(text.slice(start, end).replaceAll('""', '"')).toBe(row.cell(column));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("never throws, and never gives nothing for text without saying why", () => {
    const scrap = fc.array(fc.constantFrom('"', ",", "\n", "\r\n", "\r", "a", " ", ";"), { maxLength: 30 });
    fc.assert(
      fc.property(scrap, (parts) => {
        const csv = parse(parts.join(""));
        if (parts.join("").trim() !== "" && csv.columns.length === 0 && !/^[,;\s"]*$/.test(parts.join(""))) {
          expect(csv.issues).not.toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test("A cell that never closes is told as that, also where it makes the row longer than any.", () => {
  const text = `id,name\n1,"a\n${"b,c\n".repeat(300_000)}`;
  expect(parse(text).issues).toMatchObject([
    {
      code: "broken-csv",
      message: "A quotation mark opens a cell and never closes it.",
      place: { line: 2, column: 3 },
    },
  ]);
});
