import { optionsOf } from "../issues/call";
import { optionError } from "../issues/input-error";
import { refuseNoStudy } from "../study/no-study";
import type { Study } from "../study/study";
import type { Column } from "../table/column";
import { Table } from "../table/table";
import { countFrequencies, type GroupColumn, LEVEL_NAMES } from "./frequency-rows";
import type { By } from "./grouping";
import { COUNTING_KEYS, type CountingOptions } from "./options";
import { provenanceOf } from "./provenance";

/**
 * What a cell of the theme table shows: participants as "n of N" ("9 of 12"), "n", "n (%)" or "%", or the number of
 * "transcripts", "passages", "codings" or "words"; or diary "entries" as "n of N" entries.
 */
export type CellContent = "n of N" | "n" | "n (%)" | "%" | "transcripts" | "entries" | "passages" | "codings" | "words";

/** Options of `themeTable`. */
export interface ThemeTableOptions extends CountingOptions {
  /** What a cell shows; "n of N" by default. */
  readonly cell?: CellContent | undefined;
  /** Adds a column over all groups; true by default. */
  readonly total?: boolean | undefined;
  /** Adds a header row with the size of each group; true by default. */
  readonly bases?: boolean | undefined;
}

/** One theme of the paper's table: a field for each group, by the group's id, and "total". Cells are plain numbers. */
export interface ThemeTableRow {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly [group: string]: string | number;
}

const PARTICIPANT_CELLS = ["n of N", "n", "n (%)", "%"] as const;
const OTHER_CELLS = ["transcripts", "entries", "passages", "codings", "words"] as const;
const CELLS: readonly CellContent[] = [...PARTICIPANT_CELLS, ...OTHER_CELLS];
const RESERVED = ["id", "name", "depth", "total"];

/**
 * The table of the paper: themes down with subthemes indented, groups across in the analyst's order, "9 of 12" in each
 * cell, a column over all groups, and notes that say what was counted and what was left out.
 *
 * Cells are numbers in the rows and in CSV; "9 of 12" is how they are printed. A group whose id is "id", "name", "depth"
 * or "total" has an underscore behind it in the rows. Throws `InputError` as `themeFrequency` does.
 *
 * @example
 * ```ts
 * const [first] = themeTable(study, { by: "group" });
 * first; // => { id: "been-there", name: ..., depth: 0, consumer: 12, carer: 11, clinician: 10, total: 33 }
 * ```
 */
export function themeTable(study: Study, options: ThemeTableOptions = {}): Table<ThemeTableRow> {
  refuseNoStudy(study);
  const stated = optionsOf(options, '{ by: "group" }', { ...COUNTING_KEYS, cell: true, total: true, bases: true });
  const { cell = "n of N", total = true, bases = true } = stated;
  if (!CELLS.includes(cell)) throw optionError("cell", cell, CELLS);
  const counted = OTHER_CELLS.find((each) => each === cell) ?? "participants";
  const { level, entries, columns, rows, notes } = countFrequencies(study, stated);
  const groups = total ? columns : columns.filter((column) => column.id !== null);
  const fields = fieldsOf(columns);
  const fieldOf = (group: string | null): string => fields.get(group) ?? "";
  const countsOf = new Map(entries.map((entry) => [entry.id, new Map<string, string | number>()]));
  for (const row of rows) countsOf.get(row.id)?.set(fieldOf(row.group), row[counted]);
  return new Table<ThemeTableRow>({
    columns: [
      { key: "id", label: "Id", kind: "text", only: "data" },
      { key: "depth", label: "Depth", kind: "number", only: "data" },
      { key: "name", label: LEVEL_NAMES[level], kind: "text", indent: "depth" },
      ...groups.map((group) => groupColumn(group, fieldOf(group.id), bases, cell)),
    ],
    rows: entries.map(({ id, name, depth }) => ({
      id,
      name,
      depth,
      ...Object.fromEntries(groups.map((group) => [fieldOf(group.id), countsOf.get(id)?.get(fieldOf(group.id)) ?? 0])),
    })),
    caption: captionOf(LEVEL_NAMES[level], stated.by ?? "group", counted),
    notes: [cellNote(cell), ...notes],
    provenance: provenanceOf("themeTable", study.scheme, stated),
  });
}

/** The fields of a row that hold the groups' counts, by id of the group: the id, with underscores where it is taken. */
function fieldsOf(columns: readonly GroupColumn[]): Map<string | null, string> {
  const fields = new Map<string | null, string>([[null, "total"]]);
  const taken = new Set([
    ...RESERVED,
    ...columns.flatMap(({ id }) => (id === null || RESERVED.includes(id) ? [] : id)),
  ]);
  for (const { id } of columns) {
    if (id === null) continue;
    let field = id;
    while (RESERVED.includes(id) && taken.has(field)) field += "_";
    taken.add(field);
    fields.set(id, field);
  }
  return fields;
}

function groupColumn(group: GroupColumn, key: string, bases: boolean, cell: CellContent): Column {
  const isEntries = cell === "entries";
  const format = isEntries ? "n of N" : PARTICIPANT_CELLS.find((each) => each === cell);
  const of = isEntries ? group.ofEntries : group.of;
  return {
    key,
    label: group.name,
    kind: "count",
    ...(bases ? { subLabel: `n = ${of}` } : {}),
    ...(format === undefined ? {} : { format, of }),
  };
}

function captionOf(level: string, by: By, counted: string): string {
  const plural = level === "Category" ? "Categories" : `${level}s`;
  const across = typeof by === "string" ? ` by ${by}` : " by group";
  return counted === "participants" ? `${plural}${across}` : `${plural}${across}: number of ${counted}`;
}

function cellNote(cell: CellContent): string {
  switch (cell) {
    case "n of N":
      return "n of N: participants with at least one passage, of those in the group.";
    case "n":
      return "Cells count participants with at least one passage.";
    case "n (%)":
      return "n (%): participants with at least one passage, and their share of those in the group.";
    case "%":
      return "Share of the group's participants with at least one passage.";
    case "transcripts":
      return "Cells count transcripts with at least one passage.";
    case "entries":
      return "n of N: diary entries with at least one passage, of those that the group's participants wrote. The unit is the diary entry, not the participant.";
    case "passages":
      return "Cells count passages; those that overlap are counted as one.";
    case "codings":
      return "Cells count codings as they were made, of all coders chosen.";
    case "words":
      return "Cells count the participants' words in the passages, each word once.";
  }
}
