import { type Issue, issue } from "../issues/issue";
import { byteText } from "../text/byte-text";
import { damaged, locked } from "./archive";
import { type ZipArchive, ZipProblem } from "./zip";

// A sheet's cells are made one by one, also the empty ones before a cell at its far end.
const MOST_CELLS = 5_000_000;
// Rows and columns that need not be looked at: together they are fewer cells than that.
const ROWS = 999;
const COLUMNS = 702;
// All other places, however they are written.
const FAR = /(?<![\w:.-])r\s*=\s*(?:"(?![A-Z]{0,2}\d{1,3}")([^"]*)"|'([^']*)')/g;
const CELL_OR_ROW = /<(?:[\w.-]{1,40}:)?(?:c|row)[\s/]/y;

/** The issue of a workbook that would take more memory than any transcript; null if there is none. */
export function workbookBomb(zip: ZipArchive, file: string): Issue | null {
  try {
    for (const name of zip.names) {
      if (!/\.xml$/i.test(name)) continue;
      const part = zip.read(name);
      if (part === null || extent(byteText(part)) <= MOST_CELLS) continue;
      return tooLarge(file, "A sheet of this workbook has more cells than can be read.");
    }
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    if (error.reason === "too large") {
      return tooLarge(file, "This workbook is too large when unzipped; no transcript is.");
    }
    return error.reason === "encrypted" ? locked(file, "Excel") : damaged(file, "Excel");
  }
  return null;
}

/** The issue of a workbook that is too large in some way. */
export function tooLarge(file: string, message: string): Issue {
  const hint = "Copy the columns of the transcript into a workbook of their own.";
  return issue("too-large", message, { hint, place: { file } });
}

/** Rows times columns that a sheet's cells span, or more; infinite if a place cannot be told. */
function extent(xml: string): number {
  let rows = ROWS;
  let columns = COLUMNS;
  let tag = 0;
  const isCell = new RegExp(CELL_OR_ROW);
  for (const { 1: double, 2: single, index } of xml.matchAll(FAR)) {
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
