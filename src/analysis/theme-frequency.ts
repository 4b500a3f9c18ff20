import { optionsOf } from "../issues/call";
import { refuseNoStudy } from "../study/no-study";
import type { Study } from "../study/study";
import type { Column } from "../table/column";
import { Table } from "../table/table";
import { countFrequencies, type FrequencyRow, LEVEL_NAMES } from "./frequency-rows";
import { COUNTING_KEYS, type CountingOptions } from "./options";
import { provenanceOf } from "./provenance";

/** Options of `themeFrequency`. */
export interface ThemeFrequencyOptions extends CountingOptions {
  /** Adds a row over all groups to every entry; false by default. */
  readonly total?: boolean | undefined;
}

const ENTRY_COLUMNS: readonly Column[] = [
  { key: "entries", label: "Entries", kind: "count" },
  { key: "ofEntries", label: "Of entries", kind: "count" },
];

/**
 * How many participants of each group each theme is found with: one row for every theme and group, zeros among them.
 *
 * Themes stand in the analyst's order, subthemes below their theme, groups in the order of the study. A participant
 * counts once for a theme, however many passages, codes and subthemes it was coded with. Beside `participants` each row
 * has `transcripts`, `passages`, `codings` and `words`, which count other things, and `entries` of `ofEntries` where there
 * are diaries: the unit of those is the diary entry. docs/counting.md has the rules.
 * Throws `InputError` for an option that names nothing in the study.
 *
 * @example
 * ```ts
 * const [first] = themeFrequency(study, { by: "group" });
 * `${first.id}, ${first.groupName}: ${first.participants} of ${first.of}`; // => "been-there, Consumers: 12 of 12"
 * ```
 */
export function themeFrequency(study: Study, options: ThemeFrequencyOptions = {}): Table<FrequencyRow> {
  refuseNoStudy(study);
  const stated = optionsOf(options, '{ by: "group" }', { ...COUNTING_KEYS, total: true });
  const { rows, level, columns, notes } = countFrequencies(study, stated);
  const hasEntries = columns.some((column) => column.ofEntries > 0);
  return new Table<FrequencyRow>({
    columns: [
      { key: "id", label: "Id", kind: "text", only: "data" },
      { key: "name", label: LEVEL_NAMES[level], kind: "text", indent: "depth", merge: true },
      { key: "level", label: "Level", kind: "text", only: "data" },
      { key: "depth", label: "Depth", kind: "number", only: "data" },
      { key: "group", label: "Group id", kind: "text", only: "data" },
      { key: "groupName", label: "Group", kind: "text" },
      { key: "participants", label: "Participants", kind: "count" },
      { key: "of", label: "Of", kind: "count" },
      { key: "share", label: "Share", kind: "share" },
      { key: "transcripts", label: "Transcripts", kind: "count" },
      ...(hasEntries ? ENTRY_COLUMNS : []),
      { key: "passages", label: "Passages", kind: "count" },
      { key: "codings", label: "Codings", kind: "count" },
      { key: "words", label: "Words", kind: "count" },
    ],
    rows: stated.total ? rows : rows.filter((row) => row.group !== null),
    caption: `${LEVEL_NAMES[level]} frequency`,
    notes,
    provenance: provenanceOf("themeFrequency", study.scheme, stated),
    grid: {
      down: "id",
      downColumns: ["name"],
      across: "group",
      acrossLabel: "groupName",
      cell: "participants",
      of: "of",
    },
  });
}
