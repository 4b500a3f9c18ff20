import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { type Issue, issue } from "../issues/issue";
import type { Origin, Source } from "../issues/source";

/** One row of a CSV file below its header. */
export interface CsvRow {
  /** 1-based line of the file in which the row begins. */
  readonly line: number;
  /** The cell in a column, as it stands there; "" if the file has no such column. Columns match without case. */
  cell(column: string): string;
  /** Where a cell stands in the file; the whole row if the file has no such column. */
  origin(column?: string): Origin;
}

/** A parsed CSV or TSV file. */
export interface CsvFile {
  /** Column names as written, trimmed; empty if there is no header. */
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly issues: readonly Issue[];
  /** Where a column's name stands in the header. */
  columnOrigin(column: string): Origin;
}

interface RawRecord {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/**
 * Parses CSV text with a header row; the delimiter is the one of comma, semicolon and tab that the header uses most.
 * Ragged rows, double columns and quotes that do not close are issues; rows with no text at all are passed over.
 */
export function parseCsv(source: Source): CsvFile {
  const issues: Issue[] = [];
  const delimiter = guessDelimiter(source.text);
  const records = readRecords(source, delimiter, issues);
  const [header, ...body] = records;
  const columns = header?.cells.map((cell) => cell.trim()) ?? [];
  const indexOf = new Map<string, number>();
  const cellOrigin = (record: RawRecord, index: number): Origin => ({ source, ...cellRange(source.text, record, index, delimiter) });
  columns.forEach((column, index) => {
    const key = column.toLowerCase();
    if (key === "") return;
    if (header !== undefined && indexOf.has(key)) {
      const { start, end } = cellOrigin(header, index);
      issues.push(issue("duplicate-column", `The column "${column}" is there twice.`, { hint: "Rename or remove one of the two.", place: source.place(start, end) }));
    } else indexOf.set(key, index);
  });
  const rows: CsvRow[] = [];
  for (const record of body) {
    if (record.cells.every((cell) => cell.trim() === "")) continue;
    if (record.cells.length !== columns.length) {
      issues.push(raggedRow(source, record, columns.length));
      continue;
    }
    rows.push({
      line: record.line,
      cell: (column) => record.cells[indexOf.get(column.toLowerCase()) ?? -1] ?? "",
      origin: (column) => {
        const index = column === undefined ? undefined : indexOf.get(column.toLowerCase());
        return index === undefined ? { source, start: record.start, end: record.end } : cellOrigin(record, index);
      },
    });
  }
  return {
    columns,
    rows,
    issues,
    columnOrigin: (column) => {
      const index = indexOf.get(column.toLowerCase());
      return header === undefined || index === undefined ? { source, start: 0, end: 1 } : cellOrigin(header, index);
    },
  };
}

function guessDelimiter(text: string): string {
  const header = text.slice(0, text.search(/\n|$/)).replace(/"(?:[^"]|"")*"/g, "");
  const uses = (delimiter: string): number => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, each) => (uses(each) > uses(best) ? each : best));
}

function readRecords(source: Source, delimiter: string, issues: Issue[]): RawRecord[] {
  let parsed: { record: string[]; raw: string; info: { lines: number } }[];
  try {
    parsed = parse(source.text, { delimiter, info: true, raw: true, relax_column_count: true, skip_empty_lines: false }) as unknown as typeof parsed;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    issues.push(brokenCsv(source, error));
    return [];
  }
  const records: RawRecord[] = [];
  let start = 0;
  let line = 1;
  for (const { record, raw } of parsed) {
    const end = start + raw.replace(/\n$/, "").length;
    records.push({ cells: record, start, end, line });
    start += raw.length;
    line += raw.split("\n").length - 1;
  }
  return records;
}

function brokenCsv(source: Source, error: CsvError): Issue {
  const line = typeof error["lines"] === "number" ? error["lines"] : 1;
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    return issue("broken-csv", "A quotation mark opens a cell and never closes it.", {
      hint: 'End the cell with ", and write a quotation mark inside a quoted cell twice: "".',
      place: source.linePlace(line),
    });
  }
  return issue("broken-csv", "A quotation mark stands where a cell cannot have one.", {
    hint: 'Put the whole cell into quotation marks, and write those inside it twice: "".',
    place: source.linePlace(line),
  });
}

function raggedRow(source: Source, record: RawRecord, expected: number): Issue {
  const count = record.cells.length;
  return issue("ragged-row", `This row has ${count} ${count === 1 ? "cell" : "cells"}, and the header has ${expected}.`, {
    hint: count > expected ? "A cell with the delimiter in it must stand in quotation marks." : "Add the cells that are missing; they may be empty.",
    place: source.place(record.start, record.end),
  });
}

/** The range of one cell within its record; quotation marks around it are outside the range. */
function cellRange(text: string, record: RawRecord, index: number, delimiter: string): { start: number; end: number } {
  let at = record.start;
  for (let column = 0; ; column++) {
    const quoted = text[at] === '"';
    let end = quoted ? at + 1 : at;
    if (quoted) {
      while (end < record.end && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
    } else {
      while (end < record.end && text[end] !== delimiter) end++;
    }
    if (column === index || end >= record.end) return { start: quoted ? at + 1 : at, end: Math.max(end, at + 1) };
    at = quoted ? end + 2 : end + 1;
  }
}
