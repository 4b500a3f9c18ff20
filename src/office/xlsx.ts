import readXlsxFile from "read-excel-file/universal";
import { type Issue, issue } from "../issues/issue";
import { byteText } from "../text/byte-text";
import { canonicalText } from "../text/canonical";
import type { CellRow, CellTable } from "../transcripts/cell-table";
import type { Reading, TranscriptDraft } from "../transcripts/reading";
import { noTranscript, readCellTable } from "../transcripts/table-shapes";
import { broken } from "./archive";
import { looksLikeZip, openZip, type ZipArchive, ZipProblem } from "./zip";

// A sheet's cells are made one by one, also the empty ones before a cell at its far end.
const MOST_CELLS = 5_000_000;
const CELL = /<(?:\w{1,20}:)?(?:c|row)\b[^>]{0,200}?\br="([A-Z]{0,3})(\d{1,9})"/g;

/** True for a workbook of Excel (.xlsx), whatever it is called. */
export function looksLikeXlsx(bytes: Uint8Array): boolean {
  return looksLikeZip(bytes) && openZip(bytes)?.names.has("xl/workbook.xml") === true;
}

/**
 * Reads a workbook of Excel (.xlsx), also one that is called .csv. Each sheet is a table in any of the shapes that CSV
 * files have: a row for each turn, a whole transcript in a cell, or a survey. Lines are rows of the sheet. Sheets without
 * a transcript stand in the remainder of the first one; a workbook without any has no drafts and is an issue.
 */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<Reading> {
  const zip = openZip(bytes);
  if (zip === null) return failed(broken(file, "The file is cut off or damaged.", "Excel"));
  const problem = tooLarge(zip, file);
  if (problem !== null) return failed(problem);
  let tables: CellTable[];
  try {
    const sheets = await readXlsxFile<number>(new Uint8Array(bytes).buffer, { trim: false });
    tables = sheets.map(({ sheet, data }) => cellTable(file, sheet, data));
  } catch (error) {
    const message = error instanceof Error && error.message !== "" ? ` (${error.message})` : "";
    return failed(broken(file, `The workbook cannot be read${message}.`, "Excel"));
  }
  return readTables(tables, file);
}

function failed(problem: Issue): Reading {
  return { drafts: [], issues: [problem] };
}

function readTables(tables: readonly CellTable[], file: string): Reading {
  const read = tables.filter(({ rows }) => rows.length > 0).map((table) => ({ table, ...readCellTable(table) }));
  const spoken = read.filter(({ shape, drafts }) => shape !== null && drafts.length > 0);
  const [first] = read;
  if (first === undefined) {
    const hint = "Take it out of the folder, or put the text back that should be in it.";
    return failed(issue("empty-file", "The file is empty.", { hint, place: { file } }));
  }
  if (spoken.length === 0) {
    const refused = read.flatMap(({ issues }) => issues);
    return { drafts: [], issues: refused.length > 0 ? refused : [noTranscript(first.table)] };
  }
  const others = read.filter((each) => !spoken.includes(each));
  const rest = others.flatMap(({ table }) => [
    table.name ?? "",
    ...table.rows.map(({ cells }) => cells.join(" ").trim()),
  ]);
  const issues = spoken.flatMap((each) => each.issues);
  if (others.length > 0) {
    const names = others.map(({ table }) => `"${table.name}"`).join(", ");
    issues.push(
      issue(
        "shape-assumed",
        `No transcript was found in ${others.length === 1 ? "the sheet" : "the sheets"} ${names}.`,
        {
          hint: 'Nothing if this is right; else name the columns in the first row, such as "speaker" and "text".',
          place: { file },
        },
      ),
    );
  }
  const drafts = spoken.flatMap(({ table, drafts: found }) =>
    spoken.length === 1 ? found : found.map((draft) => ({ ...draft, name: namedBySheet(table, draft) })),
  );
  return { drafts: drafts.map((draft, index) => (index === 0 ? withRest(draft, rest) : draft)), issues };
}

function namedBySheet({ name }: CellTable, draft: TranscriptDraft): string | null {
  return draft.name === null ? name : `${name} ${draft.name}`;
}

function withRest(draft: TranscriptDraft, rest: readonly string[]): TranscriptDraft {
  return rest.length === 0 ? draft : { ...draft, remainder: [...draft.remainder, ...rest] };
}

function cellTable(file: string, name: string, data: readonly (readonly unknown[])[]): CellTable {
  const rows = data
    .map((cells, index): CellRow => ({ cells: cells.map(cellText), line: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  return {
    name,
    rows,
    place(row, column) {
      const line = rows[row]?.line;
      const at = typeof line === "number" ? { line } : {};
      return column === undefined ? { file, ...at } : { file, ...at, column: column + 1 };
    },
    cellLine: (row) => rows[row]?.line ?? null,
  };
}

/** A cell as it is read: dates as 2024-05-03 or 2024-05-03 10:30:00, times of no day as 10:30:00. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return "";
    const [day = "", time = ""] = value
      .toISOString()
      .replace(/(?:\.\d+)?Z$/, "")
      .split("T");
    if (value.getUTCFullYear() < 1901) return time;
    return time === "00:00:00" ? day : `${day} ${time}`;
  }
  return canonicalText(String(value));
}

/** The issue of a workbook that would take more memory than any transcript; null if there is none. */
function tooLarge(zip: ZipArchive, file: string): Issue | null {
  const hint = "Copy the columns of the transcript into a workbook of their own.";
  try {
    for (const name of zip.names) {
      if (!name.endsWith(".xml")) continue;
      const part = zip.read(name);
      if (part === null || !name.startsWith("xl/worksheets/") || extent(byteText(part)) <= MOST_CELLS) continue;
      return issue("too-large", "A sheet of this workbook has more cells than can be read.", { hint, place: { file } });
    }
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    if (error.reason === "too large") {
      return issue("too-large", "This workbook is too large when unzipped; no transcript is.", {
        hint,
        place: { file },
      });
    }
    const why = error.reason === "encrypted" ? "The workbook is protected by a password." : "The file is damaged.";
    return broken(file, why, "Excel");
  }
  return null;
}

/** Rows times columns that a sheet's cells span. */
function extent(xml: string): number {
  let rows = 1;
  let columns = 1;
  for (const [, letters = "", digits = ""] of xml.matchAll(CELL)) {
    rows = Math.max(rows, Number(digits));
    columns = Math.max(
      columns,
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    );
  }
  return rows * columns;
}
