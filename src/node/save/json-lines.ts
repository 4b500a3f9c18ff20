import { isRecord } from "../../text/check";
import type { CsvRowEdit } from "../../text/csv-edit";

const NUMBERS: ReadonlySet<string> = new Set(["start", "end", "schemeVersion"]);

/** A text of one JSON record a line with these in place of its own; lines that do not change stay to the letter. */
export function editJsonLines(text: string, rows: readonly CsvRowEdit[]): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const edited = rows.map(({ from, cells }) => {
    const line = from === undefined ? undefined : lines[from];
    if (line === undefined) return JSON.stringify(withCells({}, cells));
    if (Object.keys(cells).length === 0) return line;
    const value: unknown = JSON.parse(line);
    return JSON.stringify(withCells(isRecord(value) ? value : {}, cells));
  });
  const isSame = edited.length === lines.length && edited.every((line, index) => line === lines[index]);
  return isSame ? text : edited.map((line) => line + eol).join("");
}

/** A new text of these records. */
export function newJsonLines(rows: readonly CsvRowEdit["cells"][]): string {
  return rows.map((cells) => `${JSON.stringify(withCells({}, cells))}\n`).join("");
}

/** A record with some of its keys anew; one that is "" goes. */
function withCells(record: Readonly<Record<string, unknown>>, cells: CsvRowEdit["cells"]): Record<string, unknown> {
  const result = { ...record };
  for (const [key, value] of Object.entries(cells)) {
    if (value === "") delete result[key];
    else result[key] = NUMBERS.has(key) ? Number(value) : value;
  }
  return result;
}
