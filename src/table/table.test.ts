import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import type { Column } from "./column";
import type { TableContent } from "./content";
import { nastyTable } from "./nasty.fixture";
import { Table } from "./table";

interface Row {
  readonly name: string;
  readonly group: string | null;
  readonly people: number | null;
  readonly of: number;
  readonly depth: number;
}

const columns: readonly Column[] = Object.freeze([
  Object.freeze<Column>({ key: "name", label: "Theme", kind: "text", indent: "depth" }),
  Object.freeze<Column>({ key: "group", label: "Group", kind: "text" }),
  Object.freeze<Column>({ key: "people", label: "People", kind: "count", of: "of", format: "n of N" }),
]);

const rows: readonly Row[] = Object.freeze([
  Object.freeze<Row>({ name: "b", group: "carer", people: 10, of: 12, depth: 0 }),
  Object.freeze<Row>({ name: "a", group: null, people: 9, of: 12, depth: 1 }),
  Object.freeze<Row>({ name: "Ä", group: "Carer", people: null, of: 12, depth: 0 }),
  Object.freeze<Row>({ name: "Z", group: "carer", people: 0, of: 0, depth: 2 }),
]);

const provenance = { function: "themeFrequency", options: { by: "group" }, schemeVersion: 2, packageVersion: "0.1.0" };
const grid = { down: "name", downColumns: ["name"], across: "group", acrossLabel: "group", cell: "people", of: "of" };
const table = new Table({ columns, rows, caption: "Themes", notes: ["Base: 12."], provenance, grid });

function names(of: Table<Row>): string {
  return of.rows.map((row) => row.name).join("");
}

function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.issues.map((each) => `${each.message} ${each.hint}`).join("\n");
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("a table", () => {
  test("is an iterable of its rows, with a length", () => {
    expect([...table]).toEqual(rows);
    expect(table.length).toBe(4);
  });

  test("has no caption, notes, provenance and grid where none is given", () => {
    const { caption, notes, provenance, grid } = new Table({ columns, rows });
    expect({ caption, notes, provenance, grid }).toEqual({ caption: null, notes: [], provenance: null, grid: null });
  });

  test("takes columns, rows and notes from any iterable, once", () => {
    function* each<T>(values: Iterable<T>): Generator<T> {
      yield* values;
    }
    const made = new Table({ columns: each(columns), rows: each(rows), notes: each(["one", "two"]) });
    expect(made.toJSON()).toEqual({
      columns,
      rows,
      caption: null,
      notes: ["one", "two"],
      provenance: null,
      grid: null,
    });
  });

  test("cannot be changed, and does not freeze or keep what it was made of", () => {
    const row = { name: "a" };
    const column = { key: "name", label: "Theme", kind: "text" } as const;
    const made = new Table({ columns: [column], rows: [row], notes: [] });
    row.name = "b";
    expect(made.rows).toEqual([{ name: "a" }]);
    expect(Object.isFrozen(row)).toBe(false);
    expect(Object.isFrozen(column)).toBe(false);
    for (const part of [made, made.rows, made.rows[0], made.columns, made.columns[0], made.notes]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  test("refuses columns with the same key, all of them at once", () => {
    const twice = [...columns, ...columns.slice(1)];
    expect(refusal(() => new Table({ columns: twice, rows: [] }))).toBe(
      'Two columns of the table have the key "group". Give each column a key of its own.\n' +
        'Two columns of the table have the key "people". Give each column a key of its own.',
    );
  });

  test("is plain data as JSON, from which the same table can be made", () => {
    const again = new Table(JSON.parse(JSON.stringify(table)));
    expect(again.toJSON()).toEqual(table.toJSON());
    expect(table.toJSON()).toEqual({ columns, rows, caption: "Themes", notes: ["Base: 12."], provenance, grid });
    expect(new Table(JSON.parse(JSON.stringify(nastyTable))).toJSON()).toEqual(nastyTable.toJSON());
  });

  test("names the functions among the options of its provenance, which JSON cannot hold", () => {
    const options = {
      pick: function longest() {
        return 1;
      },
      by: () => 1,
      perCell: 2,
    };
    const made = new Table({ columns, rows, provenance: { ...provenance, options } });
    expect(made.toJSON().provenance?.options).toEqual({ pick: "function longest", by: "function by", perCell: 2 });
  });

  test("can be given wherever a table of any rows is asked for", () => {
    const any: Table<object> = table;
    const content: TableContent = table;
    expect([any.length, content.rows.length]).toEqual([4, 4]);
  });
});

describe("sort", () => {
  test("orders numbers as numbers, with null last in either direction", () => {
    expect(names(table.sort("people"))).toBe("ZabÄ");
    expect(names(table.sort("people", "descending"))).toBe("baZÄ");
  });

  test("orders text by code unit, with null last in either direction", () => {
    expect(names(table.sort("name"))).toBe("ZabÄ");
    expect(names(table.sort("name", "descending"))).toBe("ÄbaZ");
    expect(names(table.sort("group"))).toBe("ÄbZa");
  });

  test("keeps equal rows in their order, also when descending", () => {
    expect(names(table.sort("group", "descending"))).toBe("bZÄa");
    expect(names(table.sort("of", "descending"))).toBe("baÄZ");
  });

  test("takes fields that are no columns, and comparators of two rows", () => {
    expect(names(table.sort("depth", "descending"))).toBe("ZabÄ");
    expect(names(table.sort((a, b) => a.depth - b.depth))).toBe("bÄaZ");
    expect(names(table.sort((a, b) => a.depth - b.depth, "descending"))).toBe("ZabÄ");
  });

  test("leaves the table as it was, and keeps everything but the order", () => {
    expect({ ...table.sort("name").toJSON(), rows }).toEqual(table.toJSON());
    expect(names(table)).toBe("baÄZ");
  });

  test("refuses an unknown field and an unknown direction, and names the known ones", () => {
    expect(refusal(() => table.sort("poeple" as "people"))).toBe(
      'The option "by" cannot be "poeple". Did you mean "people"? It can be "name", "group", "people", "of", "depth".',
    );
    expect(refusal(() => table.sort("name", "down" as "descending"))).toBe(
      'The option "direction" cannot be "down". It can be "ascending", "descending".',
    );
  });

  test("gives the same order whatever the order of the rows was, if no two are equal", () => {
    const value = fc.oneof(fc.string({ unit: "grapheme" }), fc.double(), fc.boolean());
    fc.assert(
      fc.property(fc.uniqueArray(value, { comparator: "SameValueZero" }), fc.boolean(), (values, descending) => {
        const direction = descending ? "descending" : "ascending";
        const sorted = (from: readonly unknown[]): unknown[] =>
          new Table({ columns: [], rows: from.map((x) => ({ x })) }).sort("x", direction).rows.map((row) => row.x);
        if (values.length > 0) expect(sorted([...values].reverse())).toEqual(sorted(values));
      }),
    );
  });
});

describe("select", () => {
  test("gives the columns asked for, in that order, with the fields that they need", () => {
    const { columns: chosen, rows: kept } = table.select("people", "name");
    expect(chosen).toEqual([columns[2], columns[0]]);
    expect(kept[1]).toEqual({ name: "a", people: 9, of: 12, depth: 1 });
    expect(table.select("group").rows).toEqual([
      { group: "carer" },
      { group: null },
      { group: "Carer" },
      { group: "carer" },
    ]);
  });

  test("keeps caption, notes and provenance", () => {
    const { caption, notes, provenance: kept } = table.select("name");
    expect({ caption, notes, kept }).toEqual({ caption: "Themes", notes: ["Base: 12."], kept: provenance });
  });

  test("refuses a key that is no column's, and a key given twice", () => {
    expect(refusal(() => table.select("depth"))).toBe(
      'The option "keys" cannot be "depth". It can be "name", "group", "people".',
    );
    expect(refusal(() => table.select("name", "name"))).toBe(
      'Two columns of the table have the key "name". Give each column a key of its own.',
    );
  });
});
