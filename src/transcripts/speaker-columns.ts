import { labelShape } from "./label";

// Each row is what one speaker says; now and then two speak in one row.
const ENOUGH_ALONE = 0.9;
const FEWEST_ROWS = 3;
const MOST_SPEAKERS = 8;

/** The columns whose names can be those of speakers, if all are but those that hold something else; else none. */
export function namedAsSpeakers(names: readonly string[], besides: ReadonlySet<number>): readonly number[] {
  const columns = names.map((_, index) => index).filter((index) => !besides.has(index));
  if (columns.length < 2 || columns.length > MOST_SPEAKERS) return [];
  const shapes = columns.map((index) => labelShape(names[index] ?? ""));
  return shapes.every((shape) => shape === "role" || shape === "name") && shapes.includes("role") ? columns : [];
}

/**
 * The columns of a table in which each speaker has one, by their names: "Interviewer" beside "Ana", and in each row the
 * words of one of them. Empty if it is no such table.
 *
 * @param besides Columns that hold something else, such as times.
 */
export function speakerColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  besides: ReadonlySet<number> = new Set(),
): readonly number[] {
  const columns = namedAsSpeakers(names, besides);
  if (columns.length === 0 || rows.length < FEWEST_ROWS) return [];
  const filled = rows.map((row) => columns.filter((index) => (row[index] ?? "").trim() !== ""));
  const spoken = filled.filter((each) => each.length > 0);
  const alone = spoken.filter((each) => each.length === 1).length;
  const heard = new Set(spoken.flat());
  return heard.size === columns.length && alone >= spoken.length * ENOUGH_ALONE ? columns : [];
}
