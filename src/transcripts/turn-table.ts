import { type Issue, issue } from "../issues/issue";
import { lastAtMost, lineStarts, originPlace, type Source } from "../issues/source";
import type { Attributes } from "../model/people";
import { type CsvFile, type CsvRow, parseCsv } from "../text/csv";
import { canonicalTurns, type SpokenTurn, type WrittenTurns } from "./canonical-turns";
import { type ColumnNames, findColumns, numberOrText } from "./table-columns";
import { parseTime, type TimeSpan } from "./times";

/** A transcript read from a table with a row for each turn. */
export interface TurnTable extends WrittenTurns {
  /**
   * Where each line of the file begins in `text` (UTF-16 code units, ascending). A line that left no text begins where the
   * next one does that left some.
   */
  readonly lines: readonly number[];
  /** The further columns that have one and the same value in every row. */
  readonly attributes: Attributes;
  readonly issues: readonly Issue[];
}

/**
 * Reads a CSV or TSV transcript with a row for each turn. The columns are found by their names: speaker, text, start and
 * end, and common variants of these; only the text must be there. Times are seconds, mm:ss or hh:mm:ss. Each row is a turn of
 * its own, and a row without text is none.
 */
export function parseTurnTable(source: Source): TurnTable {
  const file = parseCsv(source);
  const columns = findColumns(file.columns);
  if (columns.text === undefined) {
    // A table that could not be parsed says so; that it then has no columns says nothing new.
    const issues =
      file.issues.length > 0 && file.columns.length === 0 ? file.issues : [...file.issues, noTextColumn(source, file)];
    return { text: "", turns: [], lines: lineStarts(source.text).map(() => 0), attributes: {}, issues };
  }
  const issues = [...file.issues];
  const timeOf = timeReader(file, columns, issues);
  const rows = file.rows.filter((row) => row.cell(columns.text ?? "").trim() !== "");
  const written = canonicalTurns(
    rows.map((row): SpokenTurn => {
      const time = timeOf(row);
      const label = columns.speaker === undefined ? "" : row.cell(columns.speaker);
      return { label, words: row.cell(columns.text ?? ""), ...(time === undefined ? {} : { time }) };
    }),
  );
  return {
    ...written,
    lines: linesOf(source, columns.text, rows, written),
    attributes: constants(file, columns),
    issues,
  };
}

function noTextColumn(source: Source, { columns }: CsvFile): Issue {
  const found = columns.length === 0 ? "It has no columns." : `Its columns are: ${columns.join(", ")}.`;
  return issue("no-header", "No column of this table holds what was said.", {
    hint: `Give the columns names in the first row, such as "speaker" and "text". ${found}`,
    place: source.linePlace(1),
  });
}

/** Reads the time of a row. A column in which no cell is a time (dates, say) is none; in all others, each cell must be one. */
function timeReader(file: CsvFile, columns: ColumnNames, issues: Issue[]): (row: CsvRow) => TimeSpan | undefined {
  const isTime = (column: string): boolean => file.rows.some((row) => parseTime(row.cell(column)) !== null);
  const read = (row: CsvRow, column: string | undefined): number | null => {
    if (column === undefined || row.cell(column).trim() === "") return null;
    const time = parseTime(row.cell(column));
    if (time === null) {
      const message = `"${row.cell(column).trim()}" in the column "${column}" is no time.`;
      const hint = "Write seconds (83.5), mm:ss or hh:mm:ss, or leave the cell empty.";
      issues.push(issue("wrong-value", message, { hint, place: originPlace(row.origin(column)) }));
    }
    return time;
  };
  const startColumn = columns.start !== undefined && isTime(columns.start) ? columns.start : undefined;
  const endColumn = columns.end !== undefined && isTime(columns.end) ? columns.end : undefined;
  return (row) => {
    const start = read(row, startColumn);
    const end = read(row, endColumn);
    if (start === null) return undefined;
    if (end === null || end >= start) return [start, end];
    const message = `The turn ends at ${row.cell(endColumn ?? "").trim()}, before it starts at ${row.cell(startColumn ?? "").trim()}.`;
    const hint = "Correct one of the two times, or leave the end empty.";
    issues.push(issue("wrong-range", message, { hint, place: originPlace(row.origin(endColumn)) }));
    return [start, null];
  };
}

function linesOf(source: Source, column: string, rows: readonly CsvRow[], { text, turns }: WrittenTurns): number[] {
  const starts = lineStarts(source.text);
  const offsets: (number | undefined)[] = starts.map(() => undefined);
  turns.forEach(({ start, label }, index) => {
    const row = rows[index];
    if (row === undefined) return;
    const cell = row.cell(column);
    const words = text.slice(start, turns[index]?.end);
    // White space around the words is not in the text, and the line breaks in it are not either.
    const left = (cell.slice(0, cell.length - cell.trimStart().length).match(/\n/g) ?? []).length;
    const first = lastAtMost(starts, row.origin(column).start);
    for (let line = 0; line < left; line++) offsets[first + line] = start;
    lineStarts(words).forEach((offset, line) => {
      offsets[first + left + line] = start + offset;
    });
    offsets[row.line - 1] = label === "" ? start : start - label.length - 2;
  });
  let next = text.length;
  return offsets
    .reduceRight<number[]>((lines, offset) => {
      next = offset ?? next;
      lines.push(next);
      return lines;
    }, [])
    .reverse();
}

function constants(file: CsvFile, columns: ColumnNames): Attributes {
  const used = new Set<string>(Object.values(columns));
  const attributes: Record<string, string | number> = {};
  for (const column of file.columns) {
    const values = new Set(file.rows.map((row) => row.cell(column).trim()));
    const [value = ""] = values;
    if (column === "" || used.has(column) || file.rows.length < 2 || values.size > 1 || value === "") continue;
    attributes[column] = numberOrText(value);
  }
  return attributes;
}
