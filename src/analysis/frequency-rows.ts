import type { Study } from "../study/study";
import { countingNotes } from "./counting-notes";
import { type DiaryEntries, diaryEntries } from "./diary-entries";
import { type Entry, entriesAt, type Level, passagesByEntry } from "./entries";
import { type Grouping, type GroupKey, groupBy } from "./grouping";
import { type Base, type CountingOptions, checkedOptions } from "./options";
import { selectPassages } from "./selection";
import { type Counts, tallier } from "./tally";

/** How often one theme, code or category comes up in one group. */
export interface FrequencyRow extends Counts {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  /** 0 for a theme or category, 1 for one inside it, and so on; 0 for codes. */
  readonly depth: number;
  /** Id of the group; "" for participants in none; null on the rows that `total` adds. */
  readonly group: string | null;
  readonly groupName: string;
  /** The base: distinct participants of the group who could have been counted. */
  readonly of: number;
  /** `participants / of`, between 0 and 1; null where the base is 0. */
  readonly share: number | null;
  /** The base of `entries`: distinct diary entries that participants of the group wrote. */
  readonly ofEntries: number;
}

/** What the rows of each level are called in a header. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = { theme: "Theme", code: "Code", category: "Category" };

/** What the groups taken together are called. */
const TOTAL = "All";

/** One column of a grouped table: a group, or all of them together, with its bases in participants and diary entries. */
export interface GroupColumn {
  /** Id of the group; null for all together. */
  readonly id: string | null;
  readonly name: string;
  readonly of: number;
  readonly ofEntries: number;
}

/** The counts of every entry and group, and what is said about them. */
export interface Frequencies {
  readonly level: Level;
  readonly entries: readonly Entry[];
  /** The groups in order, and all together last. */
  readonly columns: readonly GroupColumn[];
  /** Entry by entry, a row for each of the columns. */
  readonly rows: readonly FrequencyRow[];
  readonly notes: readonly string[];
}

/** Counts the passages of every entry of a level in every group and over all. Throws `InputError` for wrong options. */
export function countFrequencies(study: Study, options: CountingOptions): Frequencies {
  const { by, level, base } = checkedOptions(options);
  const grouping = groupBy(study, by);
  const selection = selectPassages(study, options);
  const entries = entriesAt(study.scheme, level);
  const diaries = diaryEntries(study, grouping);
  const columns = groupColumns(grouping, base, diaries);
  const passagesOf = passagesByEntry(entries, selection.passages, "codes");
  const tally = tallier(study, grouping, diaries);
  const rows = entries.flatMap((entry) => {
    const counts = tally(passagesOf.get(entry) ?? []);
    return columns.map((column) =>
      toRow(entry, level, column, column.id === null ? counts.total : counts.of(column.id)),
    );
  });
  const notes = countingNotes(study, { selection, level, grouping, base, entries, diaries });
  return { level, entries, columns, rows, notes };
}

/** The groups in order and all together, with their bases in distinct participants. */
function groupColumns(grouping: Grouping, base: Base, diaries: DiaryEntries): GroupColumn[] {
  const sets = base === "listed" ? grouping.listed : grouping.speaking;
  const all = new Set([...sets.values()].flatMap((set) => [...set]));
  const groups = grouping.keys.map((key: GroupKey) => ({
    ...key,
    of: sets.get(key.id)?.size ?? 0,
    ofEntries: diaries.of.get(key.id) ?? 0,
  }));
  return [...groups, { id: null, name: TOTAL, of: all.size, ofEntries: diaries.of.get(null) ?? 0 }];
}

function toRow(entry: Entry, level: Level, group: GroupColumn, counts: Counts): FrequencyRow {
  return {
    id: entry.id,
    name: entry.name,
    level,
    depth: entry.depth,
    group: group.id,
    groupName: group.name,
    participants: counts.participants,
    of: group.of,
    share: group.of === 0 ? null : counts.participants / group.of,
    transcripts: counts.transcripts,
    entries: counts.entries,
    ofEntries: group.ofEntries,
    passages: counts.passages,
    codings: counts.codings,
    words: counts.words,
  };
}
