import readXlsxFile from "read-excel-file/universal";
import { type Issue, issue } from "../issues/issue";
import { canonicalText } from "../text/canonical";
import type { CellRow, CellTable } from "../transcripts/cell-table";
import type { Reading, TranscriptDraft } from "../transcripts/reading";
import { noTranscript, readCellTable } from "../transcripts/table-shapes";
import { damaged } from "./archive";
import { tooLarge, workbookBomb } from "./xlsx-bomb";
import { withPlaces } from "./xlsx-places";
import { looksLikeZip, openZip } from "./zip";

// A thousand hours of talk have fewer letters. A text that cells share stands in the file once.
const MOST_LETTERS = 100_000_000;
// A place has twenty bytes, and a cell nine without it.
const MOST_PLACED = 200_000_000;

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
  if (zip === null) return failed(damaged(file, "Excel"));
  const problem = workbookBomb(zip, file);
  if (problem !== null) return failed(problem);
  const placed = withPlaces(bytes, openZip(bytes) ?? zip);
  // Cells that did not say where they stand are counted by their places now.
  const placedZip = placed === bytes ? null : openZip(placed, { left: MOST_PLACED });
  const crowded = placedZip === null ? null : workbookBomb(placedZip, file);
  if (crowded !== null) return failed(crowded);
  let tables: CellTable[];
  try {
    const sheets = await readXlsxFile<number>(new Uint8Array(placed).buffer, { trim: false });
    if (lettersIn(sheets) > MOST_LETTERS)
      return failed(tooLarge(file, "The cells of this workbook have more text than can be read."));
    tables = sheets.map(({ sheet, data }) => cellTable(file, sheet, data));
  } catch (error) {
    const message = error instanceof Error && error.message !== "" ? ` (${error.message})` : "";
    return failed(damaged(file, "Excel", `The workbook cannot be read${message}.`));
  }
  return readTables(tables, file);
}

function lettersIn(sheets: readonly { readonly data: readonly (readonly unknown[])[] }[]): number {
  let letters = 0;
  for (const { data } of sheets) {
    for (const row of data) for (const cell of row) if (typeof cell === "string") letters += cell.length;
  }
  return letters;
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
