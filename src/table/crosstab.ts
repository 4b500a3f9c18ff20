import { optionsOf } from "../issues/call";
import { InputError } from "../issues/input-error";
import { issue } from "../issues/issue";
import { formatValue } from "./cells";
import type { Column } from "./column";
import { fieldOf, fieldsOf, type Grid, refuseUnknown, refuseUnknownField, type TableContent } from "./content";

/** Which fields make the grid; each comes from the table's own grid if absent. */
export interface CrosstabOptions {
  /** The field that identifies a line, such as "id". */
  readonly down?: string;
  /** The field whose values become columns, such as "group". */
  readonly across?: string;
  /** The column that fills the cells, such as "participants". */
  readonly cell?: string;
}

/** A row of a crosstab: the fields of its line, and one field for each value of `across`. */
export type CrosstabRow = Readonly<Record<string, unknown>>;

/** The grid that a long table makes, as the columns and rows of a new one; `Table.crosstab` tells the rules. */
export function crosstabOf(
  table: TableContent,
  grid: Grid | null,
  options: CrosstabOptions,
): { columns: Column[]; rows: CrosstabRow[] } {
  const columns = new Map(table.columns.map((column) => [column.key, column]));
  const stated = optionsOf(options, '{ cell: "participants" }', { down: true, across: true, cell: true });
  const down = stated.down ?? grid?.down;
  const across = stated.across ?? grid?.across;
  const cell = stated.cell ?? grid?.cell;
  refuseUnknownField("down", down, table);
  refuseUnknownField("across", across, table);
  refuseUnknown("cell", cell, columns.keys());

  const body = columns.get(cell) ?? plainColumn(cell);
  const base = body.kind === "count" ? (body.of ?? (cell === grid?.cell ? grid.of : undefined)) : undefined;
  const heads = headColumns(down, down === grid?.down ? grid.downColumns : [down], columns);
  const headFields = new Set([down, ...heads.flatMap(fieldsOf)]);
  const nullKey = across === grid?.across ? "total" : "null";
  const labelField = across === grid?.across ? grid.acrossLabel : across;

  const taken = new Set(headFields);
  const spread = new Map<unknown, SpreadColumn>();
  const lines = new Map<unknown, Line>();
  const twins: string[] = [];
  for (const row of table.rows) {
    const [lineId, columnId] = [fieldOf(row, down) ?? null, fieldOf(row, across) ?? null];
    let column = spread.get(columnId);
    if (column === undefined) {
      column = {
        key: freeKey(String(columnId ?? nullKey), across, taken),
        label: formatValue(fieldOf(row, labelField)),
      };
      spread.set(columnId, column);
    }
    let line = lines.get(lineId);
    if (line === undefined) {
      line = { heads: [...headFields].map((field) => [field, fieldOf(row, field) ?? null]), cells: new Map() };
      lines.set(lineId, line);
    }
    if (line.cells.has(column)) twins.push(`${down} "${lineId}" and ${across} "${columnId}"`);
    const of = typeof base === "string" ? fieldOf(row, base) : base;
    line.cells.set(column, { value: fieldOf(row, cell) ?? null, of: of ?? null });
  }
  refuseTwins(twins);
  return assembled(heads, body, [...spread.values()], [...lines.values()], taken);
}

/** One value of `across`, as a column of the grid. */
interface SpreadColumn {
  readonly key: string;
  readonly label: string;
}

/** One value of `down`, as a row of the grid. */
interface Line {
  readonly heads: readonly (readonly [string, unknown])[];
  readonly cells: Map<SpreadColumn, { readonly value: unknown; readonly of: unknown }>;
}

function assembled(
  heads: readonly Column[],
  body: Column,
  spread: readonly SpreadColumn[],
  lines: readonly Line[],
  taken: Set<string>,
): { columns: Column[]; rows: CrosstabRow[] } {
  const columns: Column[] = [...heads];
  const rows = lines.map((line) => [...line.heads]);
  const fill = (key: string, value: (line: Line) => unknown): void => {
    lines.forEach((line, index) => {
      rows[index]?.push([key, value(line) ?? null]);
    });
  };
  for (const column of spread) {
    const { key, label } = column;
    fill(key, (line) => line.cells.get(column)?.value);
    const bases = lines.flatMap((line) => line.cells.get(column)?.of ?? []);
    const [first] = bases;
    if (first === undefined) {
      columns.push({ ...shownAs(body), key, label });
    } else if (typeof first === "number" && bases.every((each) => each === first)) {
      columns.push({
        ...shownAs(body),
        format: body.format ?? "n of N",
        of: first,
        key,
        label,
        subLabel: `n = ${first}`,
      });
    } else {
      const of = freeKey(`${key}:of`, "base", taken);
      fill(of, (line) => line.cells.get(column)?.of);
      columns.push({ ...shownAs(body), format: body.format ?? "n of N", of, key, label });
      columns.push({ key: of, label: `${label}: of`, kind: "count", only: "data" });
    }
  }
  return { columns, rows: rows.map((entries) => Object.fromEntries(entries)) };
}

/** What the cells of a long column keep in the grid: kind, format and digits. */
function shownAs(body: Column): Pick<Column, "kind" | "format" | "digits"> {
  const { kind, format, digits } = body;
  return { kind, ...(format === undefined ? {} : { format }), ...(digits === undefined ? {} : { digits }) };
}

/** The columns at the left: those that are printed, after the one that identifies the line if it is none of them. */
function headColumns(down: string, printed: readonly string[], known: ReadonlyMap<string, Column>): Column[] {
  const heads = printed.map((key) => unmerged(known.get(key) ?? plainColumn(key)));
  const id = known.get(down);
  return printed.includes(down) || id === undefined ? heads : [{ ...unmerged(id), only: "data" }, ...heads];
}

/** Each line of the grid stands for itself: two neighbours of one name are still two. */
function unmerged(column: Column): Column {
  const { merge: _, ...rest } = column;
  return rest;
}

function plainColumn(key: string): Column {
  return { key, label: key, kind: "text" };
}

/** The name itself, or with as many prefixes ("group=name") as make it unlike every name taken; takes it. */
function freeKey(name: string, prefix: string, taken: Set<string>): string {
  let free = name;
  while (taken.has(free)) free = `${prefix}=${free}`;
  taken.add(free);
  return free;
}

function refuseTwins(twins: readonly string[]): void {
  if (twins.length === 0) return;
  const more = twins.length > 1 ? `, and so for ${twins.length - 1} more` : "";
  throw new InputError([
    issue("wrong-option", `Two rows fill one cell of the crosstab: ${twins[0]}${more}.`, {
      hint: 'Choose "down" and "across" so that together they tell the rows apart.',
    }),
  ]);
}
