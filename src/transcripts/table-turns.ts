import { type Issue, issue } from "../issues/issue";
import type { Attributes } from "../model/people";
import { attributeValues, type Column, type HeadedTable } from "./cell-table";
import type { DraftSpeaker, DraftTurn, Reading, TranscriptDraft } from "./reading";
import { parseTimeSpan, type TimeSpan } from "./times";
import { withSingleBlanks } from "./white-space";

/** The columns of a table with a row for each turn. */
export interface TurnColumns {
  readonly text: Column;
  readonly speaker?: Column | undefined;
  readonly start?: Column | undefined;
  readonly end?: Column | undefined;
  /** The dates of a diary's entries. */
  readonly date?: Column | undefined;
  /** Tells several transcripts apart, each in rows of its own. */
  readonly transcript?: Column | undefined;
}

/**
 * Reads a table with a row for each turn. Further columns are attributes of the transcript if they have one value, of the
 * speakers if they have one for each, and else stand in the remainder; so do rows without words.
 * Dates that are not all the same are those of the turns.
 */
export function readTurnRows(headed: HeadedTable, columns: TurnColumns): Reading {
  const issues: Issue[] = [];
  const timeOf = timeReader(headed, columns, issues);
  const groups = new Map<string | null, number[]>();
  headed.rows.forEach((_, row) => {
    const name = columns.transcript?.values[row] ?? null;
    const rows = groups.get(name);
    if (rows === undefined) groups.set(name, [row]);
    else rows.push(row);
  });
  const used = new Set(Object.values(columns));
  const further = headed.columns.filter((column) => !used.has(column));
  const values = new Map(further.map((column) => [column, attributeValues(column)]));
  // Each label is kept once, and not as often as somebody speaks.
  const labels = new Map<string, string>();
  const labelOf = (cell: string): string => {
    const known = labels.get(cell);
    if (known !== undefined) return known;
    const label = withSingleBlanks(cell);
    labels.set(cell, label);
    return label;
  };
  const drafts = [...groups].map(([name, rows], index): TranscriptDraft => {
    const spoken = rows.filter((row) => columns.text.values[row] !== "");
    const times = spoken.map(timeOf);
    // The one date of an interview is a fact about it.
    const dates = columns.date !== undefined && areSeveral(columns.date, spoken) ? columns.date : undefined;
    const facts = placeFacts(
      columns.date === undefined || dates !== undefined
        ? values
        : new Map([...values, [columns.date, attributeValues(columns.date)]]),
      { rows, spoken },
      columns.speaker,
    );
    const turns = spoken.map((row, index): DraftTurn => {
      const time = times[index];
      const label = labelOf(columns.speaker?.values[row] ?? "");
      const words = columns.text.values[row] ?? "";
      const line = headed.table.cellLine(headed.firstRow + row, columns.text.index);
      const turn = time === undefined ? { label, words, line } : { label, words, time, line };
      const date = dates?.values[row] ?? "";
      return date === "" ? turn : { ...turn, date };
    });
    const above = index === 0 ? headed.above : [];
    const remainder = [...above, ...looseCells(headed, rows, columns, times), ...facts.loose];
    return {
      name: name === "" ? null : name,
      title: null,
      kind: null,
      turns,
      attributes: facts.attributes,
      speakers: facts.speakers,
      remainder,
    };
  });
  return { drafts, issues };
}

/** Rows without words, and times that cannot be read; `times` are those of the rows with words. */
function looseCells(
  { columns }: HeadedTable,
  rows: readonly number[],
  { text, transcript, start, end }: TurnColumns,
  times: readonly (TimeSpan | undefined)[],
): string[] {
  const all = columns.filter((column) => column !== transcript);
  const loose: string[] = [];
  const add = (cell: string | undefined): void => {
    if (cell !== undefined && cell !== "") loose.push(cell);
  };
  let spoken = 0;
  for (const row of rows) {
    if (text.values[row] === "") {
      add(
        all
          .map((column) => column.values[row] ?? "")
          .filter((value) => value !== "")
          .join(" "),
      );
      continue;
    }
    // A time that is none is in no turn, and an end without a start is not either.
    const time = times[spoken++];
    if (time === undefined) add(start?.values[row]);
    if ((time?.[1] ?? null) === null) add(end?.values[row]);
  }
  return loose;
}

interface Facts {
  readonly attributes: Attributes;
  readonly speakers: readonly DraftSpeaker[];
  readonly loose: readonly string[];
}

/** True if a column has more than one value in these rows. */
function areSeveral({ values }: Column, rows: readonly number[]): boolean {
  const [first] = rows.flatMap((row) => values[row] || []);
  return rows.some((row) => values[row] !== "" && values[row] !== first);
}

function placeFacts(
  columns: ReadonlyMap<Column, readonly (string | number | null)[]>,
  { rows: all, spoken: rows }: { readonly rows: readonly number[]; readonly spoken: readonly number[] },
  speaker: Column | undefined,
): Facts {
  const attributes: [string, string | number | null][] = [];
  const bySpeaker = new Map<string, [string, string | number | null][]>();
  const loose: string[] = [];
  for (const [column, values] of columns) {
    const [first = 0] = rows;
    const only = values[first] ?? null;
    if (rows.every((row) => (values[row] ?? null) === only)) {
      if (only !== null) attributes.push([column.key, only]);
      // What rows without words have in it is loose, and its name belongs to that.
      else if (all.some((row) => column.values[row] !== "")) loose.push(column.name);
      continue;
    }
    const ofSpeaker = new Map<string, string | number | null>();
    const fits = rows.every((row) => {
      const label = speaker?.values[row] ?? "";
      const value = values[row] ?? null;
      if (label === "") return false;
      if (!ofSpeaker.has(label)) ofSpeaker.set(label, value);
      return ofSpeaker.get(label) === value;
    });
    // One fact for each turn, where everybody has one turn only, is no fact about people.
    if (fits && ofSpeaker.size < rows.length) {
      for (const [label, value] of ofSpeaker)
        bySpeaker.set(label, [...(bySpeaker.get(label) ?? []), [column.key, value]]);
    } else
      loose.push(
        [column.name, ...rows.map((row) => column.values[row] ?? "")].filter((each) => each !== "").join("\n"),
      );
  }
  const speakers = [...bySpeaker].map(([label, facts]) => ({ label, attributes: Object.fromEntries(facts) }));
  return { attributes: Object.fromEntries(attributes), speakers, loose };
}

/**
 * Reads the time of a row; a column of starts may hold spans with both ends. A column in which no cell is a time (dates, say) is
 * none; in all others, each cell must be one.
 */
function timeReader(
  { table, firstRow }: HeadedTable,
  columns: TurnColumns,
  issues: Issue[],
): (row: number) => TimeSpan | undefined {
  const timed = (column: Column | undefined): Column | undefined =>
    column?.values.some((value) => parseTimeSpan(value) !== null) ? column : undefined;
  const start = timed(columns.start);
  const end = timed(columns.end);
  const read = (row: number, column: Column | undefined): TimeSpan | null => {
    const value = column?.values[row] ?? "";
    if (column === undefined || value === "") return null;
    const span = parseTimeSpan(value);
    if (span === null) {
      const message = `"${value}" in the column "${column.key}" is no time.`;
      const hint = "Write seconds (83.5), mm:ss or hh:mm:ss, or leave the cell empty.";
      issues.push(issue("wrong-value", message, { hint, place: table.place(firstRow + row, column.index) }));
    }
    return span;
  };
  return (row) => {
    const first = read(row, start);
    const last = read(row, end);
    if (first === null) return undefined;
    const [from] = first;
    const to = last?.[0] ?? first[1];
    if (to === null || to >= from) return [from, to];
    const [column, message] =
      last === null
        ? [start, `The turn ends before it starts: ${start?.values[row]}.`]
        : [end, `The turn ends at ${end?.values[row]}, before it starts at ${start?.values[row]}.`];
    const hint = "Correct one of the two times, or leave the end empty.";
    issues.push(issue("wrong-range", message, { hint, place: table.place(firstRow + row, column?.index) }));
    return [from, null];
  };
}
