import { InputError } from "../issues/input-error";
import { issue } from "../issues/issue";
import { fieldOf, refuseUnknownField } from "../table/content";
import type { Table } from "../table/table";

/** One number of a table of counts: that of an entry in a group. */
export interface ComparedCell {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly group: string | null;
  readonly groupName: string;
  readonly value: number | null;
  readonly of: number | null;
}

/**
 * The numbers of a table, one by one: of a long table those that its grid tells, of a wide one those of its counts.
 * Throws `InputError` for a table that has none.
 *
 * @param cell The field of a long table that is taken; that of its grid by default.
 */
export function cellsOf(table: Table<object>, cell: string | undefined): ComparedCell[] {
  if (table.grid === null) {
    if (cell !== undefined) {
      const hint = 'Give it to themeTable instead: { cell: "passages" }; or compare what themeFrequency gives.';
      throw new InputError([
        issue("wrong-option", 'A theme table has one count; "cell" cannot choose another.', { hint }),
      ]);
    }
    return wideCells(table);
  }
  const { down, across, acrossLabel, cell: usual, of } = table.grid;
  const key = cell ?? usual;
  refuseUnknownField("cell", key, table);
  return table.rows.map((row) => ({
    id: String(fieldOf(row, down)),
    name: String(fieldOf(row, "name") ?? fieldOf(row, down)),
    depth: numberIn(row, "depth") ?? 0,
    group: textIn(row, across),
    groupName: textIn(row, acrossLabel) ?? "",
    value: numberIn(row, key),
    // The base is one of participants.
    of: of !== undefined && key === usual ? numberIn(row, of) : null,
  }));
}

function wideCells(table: Table<object>): ComparedCell[] {
  const groups = table.columns.filter((column) => column.kind === "count" && column.only !== "data");
  if (groups.length === 0 || table.rows.some((row) => textIn(row, "id") === null)) {
    const hint = "Compare what themeFrequency or themeTable gives.";
    throw new InputError([issue("wrong-option", "The table has no counts by entry to compare.", { hint })]);
  }
  return table.rows.flatMap((row) =>
    groups.map(({ key, label, of }) => ({
      id: textIn(row, "id") ?? "",
      name: textIn(row, "name") ?? "",
      depth: numberIn(row, "depth") ?? 0,
      group: key,
      groupName: label,
      value: numberIn(row, key),
      of: typeof of === "number" ? of : null,
    })),
  );
}

function textIn(row: object, key: string): string | null {
  const value = fieldOf(row, key);
  return typeof value === "string" ? value : null;
}

function numberIn(row: object, key: string): number | null {
  const value = fieldOf(row, key);
  return typeof value === "number" ? value : null;
}
