import { type Issue, issue } from "../issues/issue";
import { byteText } from "../text/byte-text";
import { damaged, locked } from "./archive";
import { type ZipArchive, ZipProblem } from "./zip";

// A sheet's cells are made one by one, also the empty ones before a cell at its far end.
const MOST_CELLS = 5_000_000;
// What Excel allows, and more than anybody has. Each costs time, also where it holds no cell.
const MOST_ROWS = 1_048_576;
const MOST_SHEETS = 1000;
// Rows and columns that need not be looked at unless there are others: together they are fewer cells than that.
const ROWS = 999;
const COLUMNS = 702;
// All other places, however they are written.
const FAR = /(?<![\w:.-])r\s*=\s*(?:"(?![A-Z]{0,2}\d{1,3}")([^"]*)"|'([^']*)')/g;
const ANY = /(?<![\w:.-])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const CELL_OR_ROW = /<(?:[\w.-]{1,40}:)?(?:c|row)[\s/]/y;

/** The issue of a workbook that would take more memory than any transcript; null if there is none. */
export function workbookBomb(zip: ZipArchive, file: string): Issue | null {
  const parts: string[] = [];
  try {
    for (const name of zip.names) {
      if (!/\.xml$/i.test(name)) continue;
      const part = zip.read(name);
      if (part === null) continue;
      const xml = byteText(part);
      if (tagsIn(xml, "sheet") > MOST_SHEETS) {
        return tooLarge(file, `This workbook has more sheets than can be read (${MOST_SHEETS}).`);
      }
      if (tagsIn(xml, "row") > MOST_ROWS) return tooLarge(file, "A sheet of this workbook has too many rows.");
      parts.push(xml);
    }
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    if (error.reason === "too large") {
      return tooLarge(file, "This workbook is too large when unzipped; no transcript is.");
    }
    return error.reason === "encrypted" ? locked(file, "Excel") : damaged(file, "Excel");
  }
  if (cellsIn(parts, FAR, ROWS, COLUMNS) <= MOST_CELLS || cellsIn(parts, ANY, 1, 1) <= MOST_CELLS) return null;
  return tooLarge(file, "The sheets of this workbook have more cells than can be read.");
}

/** The issue of a workbook that is too large in some way. */
export function tooLarge(file: string, message: string): Issue {
  const hint = "Copy the columns of the transcript into a workbook of their own.";
  return issue("too-large", message, { hint, place: { file } });
}

/** How many tags of this name begin in a part. */
function tagsIn(xml: string, name: string): number {
  let count = 0;
  for (let at = xml.indexOf(name); at >= 0; at = xml.indexOf(name, at + name.length)) {
    const before = xml.charCodeAt(at - 1);
    const behind = xml.charCodeAt(at + name.length);
    // "<row>", "<row " and "<row/>", of any name space.
    if ((before === 0x3c || before === 0x3a) && (behind <= 0x20 || behind === 0x2f || behind === 0x3e)) count++;
  }
  return count;
}

/** Rows times columns that the cells of each sheet span, together; infinite if a place cannot be told. */
function cellsIn(parts: readonly string[], places: RegExp, leastRows: number, leastColumns: number): number {
  return parts.reduce((sum, xml) => {
    return xml.includes("sheetData") ? sum + extent(xml, places, leastRows, leastColumns) : sum;
  }, 0);
}

/** The cells up to the farthest of the places that a pattern finds, and so many rows and columns anyway. */
function extent(xml: string, places: RegExp, leastRows: number, leastColumns: number): number {
  let rows = leastRows;
  let columns = leastColumns;
  let tag = 0;
  const isCell = new RegExp(CELL_OR_ROW);
  for (const { 1: double, 2: single, index } of xml.matchAll(places)) {
    // The last tag before it: words of a cell can look like an attribute.
    for (let next = tag; next >= 0 && next < index; next = xml.indexOf("<", next + 1)) tag = next;
    isCell.lastIndex = tag;
    if (!isCell.test(xml)) continue;
    const [row, column] = placeOf(double ?? single ?? "");
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
  }
  return rows * columns;
}

/** Row and column of a place, as the reader of workbooks reads it: small letters and "1e9" are places as well. */
function placeOf(place: string): readonly [row: number, column: number] {
  const digit = place.search(/\d/);
  if (digit < 0 || place.includes("&")) return [Number.POSITIVE_INFINITY, 1];
  const row = Number(place.slice(digit));
  let column = 0;
  for (let at = 0; at < digit; at++) column = column * 26 + place.charCodeAt(at) - 64;
  return [Number.isNaN(row) ? 1 : row, column];
}
