import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { type Issue, issue } from "../issues/issue";
import type { Origin, Source } from "../issues/source";
import { cellAt, wrongQuotes } from "./csv-cells";
import { tooMuchOfTable } from "./table-size";

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
  /** Column names as written, trimmed; empty if there is no header. Nameless columns without a cell are left out. */
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
 * Ragged rows, double columns and wrong quotation marks are issues, and no rows come of a file with the last; rows with no
 * text at all are passed over.
 */
export function parseCsv(source: Source): CsvFile {
  const delimiter = guessDelimiter(source.text);
  const issues: Issue[] = [];
  const [header, ...body] = readRecords(source, delimiter, issues).filter(hasText);
  const names = header?.cells.map((cell) => cell.trim()) ?? [];
  const indexOf = columnIndexes(names);
  const cellOrigin = (record: RawRecord, index: number): Origin => originOfCell(source, record, index, delimiter);
  if (header !== undefined) {
    for (const each of doubleColumns(names, indexOf, (index) => cellOrigin(header, index))) issues.push(each);
  }
  const even = body.filter((record) => record.cells.length === names.length);
  for (const record of body) {
    if (record.cells.length !== names.length) issues.push(raggedRow(source, record, names.length));
  }
  return {
    columns: names.filter((name, index) => name !== "" || even.some(({ cells }) => cells[index]?.trim() !== "")),
    rows: even.map((record) => ({
      line: record.line,
      cell: (column) => record.cells[indexOf.get(column.toLowerCase()) ?? -1] ?? "",
      origin: (column) => {
        const index = column === undefined ? undefined : indexOf.get(column.toLowerCase());
        return index === undefined ? { source, start: record.start, end: record.end } : cellOrigin(record, index);
      },
    })),
    issues,
    columnOrigin: (column) => {
      const index = indexOf.get(column.toLowerCase());
      return header === undefined || index === undefined ? { source, start: 0, end: 1 } : cellOrigin(header, index);
    },
  };
}

/** The one of comma, semicolon and tab that the header of a CSV text uses most. */
export function guessDelimiter(text: string): string {
  const start = text.search(/[^\r\n]/);
  const uses = (delimiter: string): number => {
    let count = 0;
    let cell = cellAt(text, Math.max(0, start), delimiter);
    for (; text[cell.next] === delimiter; count++) cell = cellAt(text, cell.next + 1, delimiter);
    return count;
  };
  const counts = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: uses(delimiter) }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

function hasText({ cells }: RawRecord): boolean {
  return cells.some((cell) => cell.trim() !== "");
}

/** The index of each column by its name without case; of columns with one name the first. */
function columnIndexes(names: readonly string[]): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  names.forEach((name, index) => {
    const key = name.toLowerCase();
    if (!indexes.has(key)) indexes.set(key, index);
  });
  return indexes;
}

function readRecords(source: Source, delimiter: string, issues: Issue[]): RawRecord[] {
  const most = tooMuchOfTable(source.text, delimiter);
  if (most !== null) {
    issues.push(tooLargeTable(source, most, delimiter));
    return [];
  }
  try {
    const parsed = parse(source.text, { delimiter, record_delimiter: ["\n", "\r\n"], relax_column_count: true });
    return locate(source.text, parsed, delimiter);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    for (const { at, unclosed } of wrongQuotes(source.text, delimiter)) issues.push(wrongQuote(source, at, unclosed));
    // Whatever else the parser may stumble over: never nothing for a file that could not be read.
    if (issues.length === 0) issues.push(issue("broken-csv", "This is not valid CSV.", { place: source.linePlace(1) }));
    return [];
  }
}

/** The issue of a table that is not taken apart: a quotation mark that never closes makes all behind it one row. */
function tooLargeTable(source: Source, most: string, delimiter: string): Issue {
  const [wrong] = wrongQuotes(source.text, delimiter, 1);
  if (wrong !== undefined) return wrongQuote(source, wrong.at, wrong.unclosed);
  const hint = "No study has a table as large. Take out what does not belong to it.";
  return issue("too-large", `The file has more than ${most}, and was not read.`, {
    hint,
    place: { file: source.file },
  });
}

/** The records with their places. */
function locate(text: string, records: readonly (readonly string[])[], delimiter: string): RawRecord[] {
  let start = 0;
  let line = 1;
  return records.map((cells) => {
    let end = start - 1;
    for (let column = 0; column < cells.length; column++) end = cellAt(text, end + 1, delimiter).next;
    const record = { cells, start, end, line };
    line += text.slice(start, end).split("\n").length;
    start = end + (text[end] === "\r" ? 2 : 1);
    return record;
  });
}

function wrongQuote(source: Source, at: number, unclosed: boolean): Issue {
  const place = source.place(at, at + 1);
  if (unclosed) {
    const hint = 'End the cell with ", and write a quotation mark inside a quoted cell twice: "".';
    return issue("broken-csv", "A quotation mark opens a cell and never closes it.", { hint, place });
  }
  const hint =
    'Put the whole cell into quotation marks, with no blanks around it, and write those inside it twice: "".';
  return issue("broken-csv", "A quotation mark stands where a cell cannot have one.", { hint, place });
}

function doubleColumns(
  names: readonly string[],
  indexOf: ReadonlyMap<string, number>,
  originOf: (index: number) => Origin,
): Issue[] {
  return names.flatMap((name, index) => {
    if (name === "" || indexOf.get(name.toLowerCase()) === index) return [];
    const { source, start, end } = originOf(index);
    const hint = "Rename or remove one of the two.";
    return issue("duplicate-column", `The column "${name}" is there twice.`, { hint, place: source.place(start, end) });
  });
}

function raggedRow(source: Source, record: RawRecord, expected: number): Issue {
  const count = record.cells.length;
  const hint =
    count > expected
      ? "A cell with the delimiter in it must stand in quotation marks."
      : "Add the cells that are missing; they may be empty.";
  return issue(
    "ragged-row",
    `This row has ${count} ${count === 1 ? "cell" : "cells"}, and the header has ${expected}.`,
    {
      hint,
      place: source.place(record.start, record.end),
    },
  );
}

/** Where one cell of a record stands; quotation marks around it are outside. */
function originOfCell(source: Source, record: RawRecord, index: number, delimiter: string): Origin {
  let cell = cellAt(source.text, record.start, delimiter);
  for (let column = 0; column < index && cell.next < record.end; column++) {
    cell = cellAt(source.text, cell.next + 1, delimiter);
  }
  return { source, start: cell.start, end: cell.end };
}
