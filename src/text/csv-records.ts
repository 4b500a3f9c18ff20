import { MOST_CELLS, MOST_ROWS } from "./limits";
import { closingQuote, unquoted } from "./quoted";

/** One row of a CSV text, as it could be read. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** Where it begins in the text (UTF-16 code units). */
  readonly start: number;
  /** 1-based line in which it begins. */
  readonly line: number;
}

/** The rows of a CSV text, and where quotation marks are wrong. */
export interface CsvRecords {
  readonly records: readonly CsvRecord[];
  readonly delimiter: string;
  /** Offsets of quotation marks that never close, or close before their cell ends. Their cells are read as they stand. */
  readonly wrongQuotes: readonly number[];
  /** True if there are more cells or rows than any table has; those behind them were not read. */
  readonly isFull: boolean;
}

/** A cell, where the next one begins, and whether its quotation marks are right. */
interface ReadCell {
  /** Its words, without the quotation marks around them. */
  start: number;
  end: number;
  isQuoted: boolean;
  next: number;
  isWrong: boolean;
}

const TAB = 9;
const LINE_FEED = 10;
const BLANK = 32;
const QUOTE = 34;
// Longer cells are stretches of the text, and take no more room than a reference.
const LONGEST_SHARED = 12;
const MOST_SHARED = 1000;
// Twice as many cells as a row of Excel has.
const MOST_GUESSED = 32_768;

/**
 * Reads the rows of any CSV text (comma, semicolon, tab or bar, whichever the first row has most of, or as Excel's line
 * `sep=;` says), line ends LF. Rows without text are left out; a row may have any number of cells. Unlike a strict parser
 * it goes on behind wrong quotation marks: a cell that has them is read up to the next delimiter or line end.
 */
export function readCsvRecords(text: string): CsvRecords {
  const declared = /^sep=([^\n"])\n/i.exec(text.slice(0, 8));
  const from = declared?.[0].length ?? 0;
  const delimiter = declared?.[1] ?? guessDelimiter(text);
  const mark = delimiter.charCodeAt(0);
  const reader = cellReader(text, delimiter);
  const records: CsvRecord[] = [];
  const wrongQuotes: number[] = [];
  // The names of speakers stand in cell after cell. A short cell that was there before is not kept again.
  const seen = new Map<string, string>();
  const once = (cell: string): string => {
    if (cell.length === 0 || cell.length > LONGEST_SHARED) return cell;
    const known = seen.get(cell);
    if (known === undefined && seen.size < MOST_SHARED) seen.set(cell, cell);
    return known ?? cell;
  };
  // One list for the cells of a row after another: the copy of them has room for these and no more.
  const cells: string[] = [];
  let at = from;
  let line = from === 0 ? 1 : 2;
  let left = MOST_CELLS;
  while (at < text.length && left >= 0 && records.length <= MOST_ROWS) {
    let width = 0;
    const start = at;
    let hasText = false;
    let hasQuotes = false;
    for (;;) {
      const { start: from, end, isQuoted, next, isWrong } = reader(at);
      const written = text.slice(from, end);
      const value = isQuoted ? unquoted(written) : written;
      if (isWrong && wrongQuotes.length < 1000) wrongQuotes.push(at);
      cells[width++] = once(value);
      hasText ||= value !== "" && value.trim() !== "";
      hasQuotes ||= isQuoted;
      at = next + 1;
      if (text.charCodeAt(next) !== mark || --left < 0) break;
    }
    left--;
    if (hasText) records.push({ cells: cells.slice(0, width), start, line });
    // Within a row there are line breaks in quotation marks only.
    if (!hasQuotes) line += text.charCodeAt(at - 1) === LINE_FEED ? 1 : 0;
    else for (let end = text.indexOf("\n", start); end >= 0 && end < at; end = text.indexOf("\n", end + 1)) line++;
  }
  return { records, delimiter, wrongQuotes, isFull: left < 0 || records.length > MOST_ROWS };
}

/** Where the cell of a row begins in the text, its quotation mark included. */
export function csvCellStart(text: string, { start }: CsvRecord, column: number, delimiter: string): number {
  const reader = cellReader(text, delimiter);
  let at = start;
  for (let index = 0; index < column; index++) {
    const { next } = reader(at);
    if (text[next] !== delimiter) return at;
    at = next + 1;
  }
  return at;
}

function guessDelimiter(text: string): string {
  const start = Math.max(0, text.search(/\S/));
  const counts = [",", ";", "\t", "|"].map((delimiter) => {
    const reader = cellReader(text, delimiter);
    let count = 0;
    for (let at = start; ; count++) {
      const { next } = reader(at);
      if (text[next] !== delimiter || count > MOST_GUESSED) return { delimiter, count };
      at = next + 1;
    }
  });
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

/**
 * Reads the cell at an offset; the offsets must ascend from call to call. It is one and the same object that is given each
 * time, since a table has millions.
 */
function cellReader(text: string, delimiter: string): (at: number) => ReadCell {
  // Both are looked for once and kept until passed, so that a text without them is not searched again for every cell.
  let line = -2;
  let mark = -2;
  // True once a quotation mark was found that never closes: those behind it are characters like others.
  let isOpen = false;
  // How much was searched for nothing. Hostile text could make every mark search to the end.
  let wasted = 0;
  const plainEnd = (from: number): number => {
    if (line < from && line !== text.length) line = found(text.indexOf("\n", from));
    if (mark < from && mark !== text.length) mark = found(text.indexOf(delimiter, from));
    return Math.min(line, mark);
  };
  const found = (at: number): number => (at === -1 ? text.length : at);
  const cell: ReadCell = { start: 0, end: 0, isQuoted: false, next: 0, isWrong: false };
  const plain = (start: number, end: number, isWrong: boolean): ReadCell => {
    cell.start = start;
    cell.end = end;
    cell.isQuoted = false;
    cell.next = end;
    cell.isWrong = isWrong;
    return cell;
  };
  return (at) => {
    const end = plainEnd(at);
    let open = at;
    while (open < end && isBlank(text.charCodeAt(open)) && text[open] !== delimiter) open++;
    if (open >= end || text.charCodeAt(open) !== QUOTE) return plain(at, end, false);
    const close = isOpen ? -1 : closingQuote(text, open);
    if (close === -1) {
      isOpen = true;
      return plain(at, end, true);
    }
    let next = close + 1;
    while (text[next] === " ") next++;
    if (next < text.length && text[next] !== delimiter && text[next] !== "\n") {
      wasted += next - at;
      isOpen = wasted > text.length * 4;
      return plain(at, end, true);
    }
    cell.start = open + 1;
    cell.end = close;
    cell.isQuoted = true;
    cell.next = next;
    cell.isWrong = false;
    return cell;
  };
}

function isBlank(code: number): boolean {
  return code === BLANK || code === TAB;
}
