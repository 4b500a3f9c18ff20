import { optionError } from "../issues/input-error";
import type { Column } from "./column";

/** How a table was made: enough to make it again. */
export interface Provenance {
  /** The function that made it, such as "themeFrequency". */
  readonly function: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Version of the coding scheme, null where no scheme was used. */
  readonly schemeVersion: number | null;
  readonly packageVersion: string;
}

/** Which fields make the grid when a long table is turned into a crosstab; all are keys of the rows. */
export interface Grid {
  /** The field that identifies a line of the grid, such as "id". */
  readonly down: string;
  /** The columns that are printed for it, such as the name. */
  readonly downColumns: readonly string[];
  /** The field whose values become columns, such as "group"; null on rows of totals, whose column's key is "total". */
  readonly across: string;
  /** The field that holds the heading for each of these values, such as "groupName". */
  readonly acrossLabel: string;
  /** The field that fills the cells, such as "participants". */
  readonly cell: string;
  /** The field that holds the base of the cell, such as "of". */
  readonly of?: string;
}

/** What a table holds, as plain data; every renderer takes it, so a table read back from JSON is rendered as well. */
export interface TableContent {
  readonly columns: readonly Column[];
  readonly rows: readonly object[];
  readonly caption: string | null;
  readonly notes: readonly string[];
}

/** The value of a row's own field; undefined if it has none of that name. */
export function fieldOf(row: object, key: string): unknown {
  return Object.hasOwn(row, key) ? Reflect.get(row, key) : undefined;
}

/** The fields that a column needs to be printed: its own, its base and its depth. */
export function fieldsOf(column: Column): string[] {
  return [column.key, column.of, column.indent].filter((key) => typeof key === "string");
}

/** Throws `InputError` if the key, given for this option, is none of the known ones. */
export function refuseUnknown(option: string, key: string | undefined, known: Iterable<string>): asserts key is string {
  const names = [...known];
  if (key === undefined || !names.includes(key)) throw optionError(option, key, names);
}

/**
 * Throws `InputError` if the key, given for this option, is no field of the table's rows. Fields that are no columns are
 * known by the rows alone: in a table without any, every key is allowed.
 */
export function refuseUnknownField(
  option: string,
  key: string | undefined,
  { columns, rows }: Pick<TableContent, "columns" | "rows">,
): asserts key is string {
  const names = new Set([...columns.map((column) => column.key), ...Object.keys(rows[0] ?? {})]);
  if (key === undefined || rows.length > 0) refuseUnknown(option, key, names);
}
