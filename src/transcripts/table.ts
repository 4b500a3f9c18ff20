import { type Issue, issue } from "../issues/issue";
import { lastAtMost, lineStarts, type Source } from "../issues/source";
import { type CsvRecords, csvCellStart, readCsvRecords } from "../text/csv-records";
import { MOST_CELLS, MOST_ROWS } from "../text/limits";
import { type CellTable, headerRow } from "./cell-table";
import type { Reading } from "./reading";
import { isTurnHeader } from "./table-columns";
import { noTranscript, readCellTable } from "./table-shapes";

const LOOKED_AT = 100_000;
const LONGEST_HEADER = 2000;
const LONGEST_EXCERPT = 2000;

/**
 * True for text that is a table of turns beyond doubt, whatever the file is called: tabs between its cells, a header that names
 * words and speakers or times, and as many cells in every row.
 */
export function looksLikeTurnTable(text: string): boolean {
  const header = text.slice(0, LONGEST_HEADER).trimStart().split("\n", 1)[0]?.split("\t") ?? [];
  // Most texts are told by their first line, and not read.
  if (header.length < 2 || !isTurnHeader(header.map((cell) => cell.replace(/^"(.*)"$/, "$1")))) return false;
  // A cell that is cut has a quotation mark that does not close; rows from there on tell nothing.
  const { records, delimiter, wrongQuotes } = readCsvRecords(text.slice(0, LOOKED_AT));
  const end = text.length > LOOKED_AT ? (wrongQuotes[0] ?? records.at(-1)?.start ?? 0) : text.length;
  const rows = records.filter((_, index) => (records[index + 1]?.start ?? text.length) <= end);
  return delimiter === "\t" && rows.length >= 2 && rows.every(({ cells }) => cells.length === header.length);
}

/**
 * Reads CSV or TSV (comma, semicolon, tab or bar) in any shape: a row for each turn, a whole transcript in a cell, or a
 * survey with a row for each respondent. Quotation marks that do not match and rows with too many cells are issues, and
 * what can be read is read. A table with no words in it is the issue "no-header", and has no drafts.
 */
export function parseTable(source: Source): Reading {
  const file = readCsvRecords(source.text);
  if (file.isFull) return { drafts: [], issues: [tooManyCells(source)] };
  const table = cellTable(source, file);
  const reading = readCellTable(table);
  const issues = [...broken(source, file), ...reading.issues];
  if (reading.shape === null) return { drafts: [], issues: issues.length > 0 ? issues : [noTranscript(table)] };
  return { drafts: reading.drafts, issues: [...issues, ...ragged(source, table)] };
}

function cellTable({ file, text, ...source }: Source, { records, delimiter }: CsvRecords): CellTable {
  let starts: number[] | undefined;
  const startOf = (row: number, column: number): number => {
    const record = records[row];
    return record === undefined ? 0 : csvCellStart(text, record, column, delimiter);
  };
  return {
    name: null,
    rows: records,
    place(row, column) {
      const record = records[row];
      if (record === undefined) return { file };
      const { excerpt, ...place } =
        column === undefined ? source.linePlace(record.line) : source.place(startOf(row, column));
      return excerpt === undefined || excerpt.length > LONGEST_EXCERPT ? place : { ...place, excerpt };
    },
    cellLine(row, column) {
      const record = records[row];
      if (record === undefined) return null;
      // Most rows are one line.
      const next = records[row + 1]?.line;
      if (next === record.line + 1) return record.line;
      starts ??= lineStarts(text);
      const start = startOf(row, column);
      const cell = record.cells[column] ?? "";
      const blank = cell.slice(0, cell.length - cell.trimStart().length);
      return lastAtMost(starts, start) + 1 + (blank.match(/\n/g)?.length ?? 0);
    },
  };
}

function tooManyCells({ file }: Source): Issue {
  const message = `The table has more than ${MOST_ROWS} rows or ${MOST_CELLS} cells; no transcript has.`;
  const hint = "Copy the columns of the transcript into a file of their own, or split the file.";
  return issue("too-large", message, { hint, place: { file } });
}

function broken(source: Source, { wrongQuotes }: CsvRecords): Issue[] {
  return wrongQuotes.map((at) =>
    issue("broken-csv", "A quotation mark opens this cell and does not close at its end.", {
      hint: 'Put the whole cell into quotation marks, and write those inside it twice: "". It was read as it stands.',
      place: shortPlace(source, at),
    }),
  );
}

/** Rows with more cells than the header. Shorter ones are common: exports leave out empty cells at the end. */
function ragged({ linePlace }: Source, table: CellTable): Issue[] {
  const header = headerRow(table);
  const width = table.rows[header]?.cells.length ?? 0;
  const issues: Issue[] = [];
  for (const [row, { cells, line }] of table.rows.entries()) {
    if (row <= header || cells.length <= width || cells.slice(width).every((cell) => cell.trim() === "")) continue;
    const message = `This row has ${cells.length} cells, and the header has ${width}.`;
    const hint = "A cell with the delimiter in it must stand in quotation marks.";
    issues.push(issue("ragged-row", message, { hint, place: linePlace(line ?? 1) }));
  }
  return issues;
}

function shortPlace(source: Source, at: number): ReturnType<Source["place"]> {
  const { excerpt, ...place } = source.place(at);
  return excerpt === undefined || excerpt.length > LONGEST_EXCERPT ? place : { ...place, excerpt };
}
