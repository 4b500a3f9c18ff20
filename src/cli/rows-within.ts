import { optionError } from "../issues/input-error";
import { Table } from "../table/table";

/**
 * The table with the rows of these ids and those inside them alone, and a note that says so; the table itself without
 * ids. Rows stand as in a theme table: below the row they are inside, with a greater depth. Throws `InputError` for an id
 * that no row has.
 */
export function rowsWithin<Row extends { readonly id: string; readonly depth: number }>(
  table: Table<Row>,
  ids: readonly string[] | undefined,
): Table<Row> {
  if (ids === undefined) return table;
  const known = table.rows.map((row) => row.id);
  for (const id of ids) if (!known.includes(id)) throw optionError("theme", id, known);
  let inside = Number.POSITIVE_INFINITY;
  const rows = table.rows.filter((row) => {
    if (row.depth <= inside) inside = ids.includes(row.id) ? row.depth : Number.POSITIVE_INFINITY;
    return row.depth >= inside;
  });
  const note = `Shown: ${[...new Set(ids)].join(", ")}; ${rows.length} of ${table.length} rows.`;
  const { columns, caption, notes, provenance, grid } = table;
  return new Table({ columns, rows, caption, notes: [...notes, note], provenance, grid });
}
