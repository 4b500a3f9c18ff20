import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import type { Column } from "./column";
import { toText } from "./render-text";
import { Table } from "./table";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly group: string | null;
  readonly groupName: string;
  readonly participants: number;
  readonly of: number;
  readonly share: number;
}

function row(
  id: string,
  name: string,
  depth: number,
  group: string | null,
  groupName: string,
  participants: number,
  of: number,
): Row {
  return { id, name, depth, group, groupName, participants, of, share: participants / of };
}

const columns: readonly Column[] = [
  { key: "id", label: "Id", kind: "text" },
  { key: "name", label: "Theme", kind: "text", indent: "depth", merge: true },
  { key: "group", label: "Group id", kind: "text" },
  { key: "groupName", label: "Group", kind: "text" },
  { key: "participants", label: "Participants", kind: "count", of: "of" },
  { key: "share", label: "Share", kind: "share", digits: 1 },
];
const grid = {
  down: "id",
  downColumns: ["name"],
  across: "group",
  acrossLabel: "groupName",
  cell: "participants",
  of: "of",
};
const rows: readonly Row[] = [
  row("hope", "Hope", 0, "consumer", "Consumers", 9, 12),
  row("hope", "Hope", 0, "carer", "Carers", 0, 10),
  row("hope", "Hope", 0, null, "All", 9, 22),
  row("burden", "Burden", 1, "carer", "Carers", 10, 10),
  row("burden", "Burden", 1, null, "All", 10, 22),
];
const long = new Table({ columns, rows, caption: "Themes", notes: ["Base: 22."], grid });

function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.issues.map((each) => `${each.message} ${each.hint}`).join("\n");
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("crosstab", () => {
  test("turns the long table into the grid that the table itself names", () => {
    const crosstab = long.crosstab();
    expect(crosstab.rows).toEqual([
      { id: "hope", name: "Hope", depth: 0, consumer: 9, carer: 0, total: 9 },
      { id: "burden", name: "Burden", depth: 1, consumer: null, carer: 10, total: 10 },
    ]);
    expect(crosstab.columns).toEqual([
      { key: "id", label: "Id", kind: "text", only: "data" },
      { key: "name", label: "Theme", kind: "text", indent: "depth" },
      { key: "consumer", label: "Consumers", subLabel: "n = 12", kind: "count", of: 12, format: "n of N" },
      { key: "carer", label: "Carers", subLabel: "n = 10", kind: "count", of: 10, format: "n of N" },
      { key: "total", label: "All", subLabel: "n = 22", kind: "count", of: 22, format: "n of N" },
    ]);
    expect([crosstab.caption, crosstab.notes, crosstab.grid]).toEqual(["Themes", ["Base: 22."], null]);
  });

  test("prints an absent cell unlike a zero", () => {
    expect(toText(long.crosstab())).toBe(
      [
        "Themes",
        "",
        "Theme     Consumers    Carers       All",
        "             n = 12    n = 10    n = 22",
        "────────  ─────────  ────────  ────────",
        "Hope        9 of 12   0 of 10   9 of 22",
        "  Burden          –  10 of 10  10 of 22",
        "",
        "Base: 22.",
        "",
      ].join("\n"),
    );
  });

  test("keeps the order in which lines and columns first appear", () => {
    const crosstab = new Table({ columns, rows: [...rows].reverse(), grid }).crosstab();
    expect(crosstab.rows.map((each) => each.id)).toEqual(["burden", "hope"]);
    expect(crosstab.columns.map((each) => each.key)).toEqual(["id", "name", "total", "carer", "consumer"]);
  });

  test("fills the cells with another column when asked, which has a base only if it is a count", () => {
    const crosstab = long.crosstab({ cell: "share" });
    expect(crosstab.columns.slice(2)).toEqual([
      { key: "consumer", label: "Consumers", kind: "share", digits: 1 },
      { key: "carer", label: "Carers", kind: "share", digits: 1 },
      { key: "total", label: "All", kind: "share", digits: 1 },
    ]);
    expect(crosstab.rows[0]).toEqual({ id: "hope", name: "Hope", depth: 0, consumer: 0.75, carer: 0, total: 9 / 22 });
  });

  test("takes any fields down and across, also those that are no columns", () => {
    const { columns: made, rows: kept } = long.crosstab({ down: "groupName", across: "depth" });
    expect(made).toEqual([
      { key: "groupName", label: "Group", kind: "text" },
      { key: "0", label: "0", kind: "count", format: "n of N", of: "0:of" },
      { key: "0:of", label: "0: of", kind: "count", only: "data" },
      { key: "1", label: "1", kind: "count", format: "n of N", of: "1:of" },
      { key: "1:of", label: "1: of", kind: "count", only: "data" },
    ]);
    expect(kept).toEqual([
      { groupName: "Consumers", "0": 9, "0:of": 12, "1": null, "1:of": null },
      { groupName: "Carers", "0": 0, "0:of": 10, "1": 10, "1:of": 10 },
      { groupName: "All", "0": 9, "0:of": 22, "1": 10, "1:of": 22 },
    ]);
  });

  test("keeps a fixed base, the count's own format and its decimals", () => {
    const counted: Column[] = [{ key: "x", label: "X", kind: "count", of: 8, format: "n (%)", digits: 1 }];
    const table = new Table({ columns: counted, rows: [{ x: 1, y: "a", z: "b" }] });
    expect(table.crosstab({ down: "y", across: "z", cell: "x" }).columns).toEqual([
      { key: "y", label: "y", kind: "text" },
      { key: "b", label: "b", subLabel: "n = 8", kind: "count", of: 8, format: "n (%)", digits: 1 },
    ]);
  });

  test("gives a column another key where its own is taken by a field of the line", () => {
    const clash: Row[] = ["id", "name", "depth", "group=id", "total", "carer:of", "carer"].map((group, index) =>
      row("hope", "Hope", 0, group, group.toUpperCase(), index, 12),
    );
    const table = new Table({ columns, rows: [...clash, row("hope", "Hope", 0, null, "All", 7, 12)], grid });
    expect(table.crosstab().columns.map((each) => [each.key, each.label])).toEqual([
      ["id", "Id"],
      ["name", "Theme"],
      ["group=id", "ID"],
      ["group=name", "NAME"],
      ["group=depth", "DEPTH"],
      ["group=group=id", "GROUP=ID"],
      ["total", "TOTAL"],
      ["carer:of", "CARER:OF"],
      ["carer", "CARER"],
      ["group=total", "All"],
    ]);
  });

  test("tells null from the text null, and numbers from their text", () => {
    const values = [null, "null", 1, "1", undefined];
    const table = new Table({
      columns: [{ key: "n", label: "N", kind: "count" }],
      rows: values.slice(0, 4).map((v, n) => ({ v, n, line: "a" })),
    });
    const crosstab = table.crosstab({ down: "line", across: "v", cell: "n" });
    expect(crosstab.rows).toEqual([{ line: "a", null: 0, "v=null": 1, "1": 2, "v=1": 3 }]);
    expect(crosstab.columns.map((each) => each.label)).toEqual(["line", "–", "null", "1", "1"]);
  });

  test("is not led astray by values that name parts of every object", () => {
    const table = new Table({
      columns: [{ key: "n", label: "N", kind: "count" }],
      rows: ["__proto__", "constructor", "toString"].map((v, n) => ({ v, n, line: "__proto__" })),
    });
    const crosstab = table.crosstab({ down: "line", across: "v", cell: "n" });
    expect(Object.entries(crosstab.rows[0] ?? {})).toEqual([
      ["line", "__proto__"],
      ["__proto__", 0],
      ["constructor", 1],
      ["toString", 2],
    ]);
    expect(toText(crosstab).split("\n").at(2)).toBe("__proto__          0            1         2");
    const sparse = new Table({
      columns: table.columns,
      rows: [
        { v: "constructor", n: 1, line: "a" },
        { v: "b", n: 1, line: "b" },
      ],
    });
    expect(sparse.crosstab({ down: "line", across: "v", cell: "n" }).rows[1]).toEqual({
      line: "b",
      constructor: null,
      b: 1,
    });
  });

  test("of an empty table has the columns of the line alone", () => {
    const { columns: made, rows: none } = new Table({ columns, rows: [] as Row[], grid }).crosstab();
    expect(none).toEqual([]);
    expect(made.map((each) => each.key)).toEqual(["id", "name"]);
  });

  test("refuses two rows in one cell, naming the first and counting the others", () => {
    expect(refusal(() => new Table({ columns, rows: [...rows, ...rows], grid }).crosstab())).toBe(
      'Two rows fill one cell of the crosstab: id "hope" and group "consumer", and so for 4 more. ' +
        'Choose "down" and "across" so that together they tell the rows apart.',
    );
    const [first] = rows;
    expect(refusal(() => new Table({ columns, rows: first ? [first, first] : [], grid }).crosstab())).toMatch(
      /^Two rows fill one cell of the crosstab: id "hope" and group "consumer"\. /,
    );
  });

  test("refuses an unknown or missing field, and names the known ones", () => {
    const known = 'It can be "id", "name", "group", "groupName", "participants", "share", "depth", "of".';
    expect(refusal(() => long.crosstab({ down: "themes" }))).toContain(known);
    expect(refusal(() => long.crosstab({ across: "gruop" }))).toBe(
      `The option "across" cannot be "gruop". Did you mean "group"? ${known}`,
    );
    expect(refusal(() => long.crosstab({ cell: "depth" }))).toBe(
      'The option "cell" cannot be "depth". It can be "id", "name", "group", "groupName", "participants", "share".',
    );
    expect(refusal(() => new Table({ columns, rows }).crosstab({ down: "id" }))).toBe(
      `The option "across" cannot be nothing. ${known}`,
    );
  });
});
