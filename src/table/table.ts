import { displayable } from "../issues/display";
import { InputError, optionError } from "../issues/input-error";
import { issue } from "../issues/issue";
import type { Column } from "./column";
import { compareValues, isMissing } from "./compare";
import {
  fieldOf,
  fieldsOf,
  type Grid,
  type Provenance,
  refuseUnknown,
  refuseUnknownField,
  type TableContent,
} from "./content";
import { type CrosstabOptions, type CrosstabRow, crosstabOf } from "./crosstab";
import { tableDisplay } from "./display";

/** What a table is made of. */
export interface TableInput<Row extends object> {
  /** In printing order; no two have the same key. */
  readonly columns: Iterable<Column>;
  /** Plain objects, one a row, in printing order. They are copied, and the copies frozen. */
  readonly rows: Iterable<Row>;
  readonly caption?: string | null | undefined;
  /** Printed under the table: bases, what was left out and why. None if absent. */
  readonly notes?: Iterable<string> | undefined;
  readonly provenance?: Provenance | null | undefined;
  /** What `crosstab()` does without options; null if absent. */
  readonly grid?: Grid | null | undefined;
}

/** A table as plain data; `new Table(json)` is the same table again. */
export interface TableJson<Row extends object> extends TableContent {
  readonly rows: readonly Row[];
  readonly provenance: Provenance | null;
  readonly grid: Grid | null;
}

/** The direction of a sort. */
export type SortDirection = "ascending" | "descending";

const DIRECTIONS: readonly SortDirection[] = ["ascending", "descending"];

/**
 * The result of an analysis: typed plain rows, with the columns, caption and notes it is printed with.
 *
 * A table is an iterable of its rows, so that other data libraries take it as it is. Nothing in it can be changed:
 * every method returns a new table, which keeps caption, notes and provenance. It prints itself in Node's console and in
 * Jupyter; `toText`, `toMarkdown`, `toHtml`, `toCsv` and `toLatex` write the whole of it.
 *
 * @example
 * ```ts
 * const table = new Table({
 *   columns: [
 *     { key: "theme", label: "Theme", kind: "text" },
 *     { key: "people", label: "Carers", kind: "count", of: 12, format: "n of N" },
 *   ],
 *   rows: [
 *     { theme: "Hope", people: 9 },
 *     { theme: "Burden", people: 12 },
 *   ],
 * });
 * table.sort("people", "descending").rows[0]; // => { theme: "Burden", people: 12 }
 * ```
 */
export class Table<Row extends object> implements Iterable<Row> {
  /** In printing order. */
  readonly columns: readonly Column[];
  /** In printing order; the table is an iterable of them as well. */
  readonly rows: readonly Row[];
  /** Printed above the table; null if there is none. */
  readonly caption: string | null;
  /** Printed under the table: bases, what was left out and why. */
  readonly notes: readonly string[];
  /** How the table was made; null if it is not known. */
  readonly provenance: Provenance | null;
  /** What `crosstab()` does without options; null if it needs them. */
  readonly grid: Grid | null;

  /** Throws `InputError` if two columns have the same key. */
  constructor(input: TableInput<Row>) {
    this.columns = Object.freeze(Array.from(input.columns, frozenCopy));
    this.rows = Object.freeze(Array.from(input.rows, frozenCopy));
    this.caption = input.caption ?? null;
    this.notes = Object.freeze([...(input.notes ?? [])]);
    this.provenance = input.provenance ? frozenCopy(input.provenance) : null;
    this.grid = input.grid ? frozenCopy(input.grid) : null;
    refuseTwins(this.columns);
    displayable(this, tableDisplay(this));
    Object.freeze(this);
  }

  /** How many rows there are. */
  get length(): number {
    return this.rows.length;
  }

  /** The rows, one by one. */
  [Symbol.iterator](): Iterator<Row> {
    return this.rows[Symbol.iterator]();
  }

  /**
   * The rows in the order of a field, or of a comparator of two rows.
   *
   * Numbers are ordered as numbers, text by UTF-16 code unit and never by locale; null, absent and NaN come last in
   * either direction. Equal rows keep their order, also when descending. Throws `InputError` for an unknown field.
   */
  sort(by: (keyof Row & string) | ((a: Row, b: Row) => number), direction: SortDirection = "ascending"): Table<Row> {
    if (!DIRECTIONS.includes(direction)) throw optionError("direction", direction, DIRECTIONS);
    const sign = direction === "ascending" ? 1 : -1;
    if (typeof by === "function")
      return changed(
        this,
        [...this.rows].sort((a, b) => sign * by(a, b)),
      );
    refuseUnknownField("by", by, this);
    const order = (a: Row, b: Row): number => {
      const [left, right] = [fieldOf(a, by), fieldOf(b, by)];
      const missing = Number(isMissing(left)) - Number(isMissing(right));
      return missing !== 0 || isMissing(left) ? missing : sign * compareValues(left, right);
    };
    return changed(this, [...this.rows].sort(order));
  }

  /**
   * The table with these columns alone, in this order. The rows keep, besides, the fields that these columns need to be
   * printed: bases and depths. Throws `InputError` for a key that is not a column's.
   */
  select<Key extends keyof Row & string>(...keys: readonly Key[]): Table<Pick<Row, Key>> {
    const byKey = new Map(this.columns.map((column) => [column.key, column]));
    const columns = keys.flatMap((key) => {
      refuseUnknown("keys", key, byKey.keys());
      return byKey.get(key) ?? [];
    });
    const fields = new Set(columns.flatMap(fieldsOf));
    const { caption, notes, provenance, grid } = this;
    return new Table({
      columns,
      rows: this.rows.map((row) => narrowed(row, fields)),
      caption,
      notes,
      provenance,
      grid,
    });
  }

  /**
   * The grid for reading: one line for each value of `down`, one column for each value of `across`, both in order of
   * first appearance. Options that are not given come from the table's `grid`.
   *
   * A cell that no row fills is null and prints as "–"; zero prints as 0. A base that is the same down a whole column
   * becomes its second heading ("n = 12"), else it is a field of its own (`carer:of`). Each column's key is the value of
   * `across` as text; that of the table's own totals is "total". Throws `InputError` for an unknown key, and where two
   * rows fill one cell.
   */
  crosstab(options: CrosstabOptions = {}): Table<CrosstabRow> {
    const { columns, rows } = crosstabOf(this, this.grid, options);
    const { caption, notes, provenance } = this;
    return new Table({ columns, rows, caption, notes, provenance });
  }

  /** The table as plain data. Functions among the options of the provenance are named, since JSON cannot hold them. */
  toJSON(): TableJson<Row> {
    const { columns, rows, caption, notes, provenance, grid } = this;
    return { columns, rows, caption, notes, provenance: provenance && plainProvenance(provenance), grid };
  }
}

function changed<Row extends object>(table: Table<Row>, rows: readonly Row[]): Table<Row> {
  const { columns, caption, notes, provenance, grid } = table;
  return new Table({ columns, rows, caption, notes, provenance, grid });
}

function frozenCopy<T extends object>(value: T): T {
  return Object.isFrozen(value) ? value : Object.freeze({ ...value });
}

/** A copy of the row without any other fields than these. */
function narrowed<Row extends object>(row: Row, fields: ReadonlySet<string>): Row {
  const copy = { ...row };
  for (const key of Object.keys(copy)) if (!fields.has(key)) Reflect.deleteProperty(copy, key);
  return copy;
}

function refuseTwins(columns: readonly Column[]): void {
  const keys = columns.map((column) => column.key);
  const twins = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  const issues = [...twins].map((key) =>
    issue("wrong-option", `Two columns of the table have the key "${key}".`, {
      hint: "Give each column a key of its own.",
    }),
  );
  if (issues.length > 0) throw new InputError(issues);
}

function plainProvenance(provenance: Provenance): Provenance {
  const options = Object.entries(provenance.options).map(([name, value]): [string, unknown] => [
    name,
    typeof value === "function" ? `function ${value.name}`.trim() : value,
  ]);
  return { ...provenance, options: Object.fromEntries(options) };
}
