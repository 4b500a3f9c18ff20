const ISO = /^\d{4}-\d{2}(?:-\d{2}(?:[T ].*)?)?$/;

/**
 * Rows in the order of their dates, those of one date in the order given. Only dates that begin with the year are put in
 * order ("2026-03-01", "2026-03"): what "3/4/26" means depends on who wrote it. All others stay last, and are counted.
 */
export function byDate<Row extends { readonly date: string | null }>(
  rows: readonly Row[],
): { sorted: Row[]; undated: number } {
  const keyOf = (row: Row): string | null => (row.date !== null && ISO.test(row.date) ? row.date : null);
  const dated = rows.filter((row) => keyOf(row) !== null);
  const undated = rows.filter((row) => keyOf(row) === null);
  const compare = (a: Row, b: Row): number => {
    const [x, y] = [keyOf(a) ?? "", keyOf(b) ?? ""];
    return x < y ? -1 : x > y ? 1 : 0;
  };
  return { sorted: [...dated.sort(compare), ...undated], undated: undated.length };
}
