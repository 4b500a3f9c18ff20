import { optionsOf } from "../issues/call";
import type { TableContent } from "../table/content";
import type { CsvOptions } from "../table/render-csv";
import { formatOfPath, renderTable } from "./table-formats";
import { writeWhole } from "./write-file";

/** Options of `saveTable`; they are those of CSV, and the other formats pass over them. */
export type SaveTableOptions = CsvOptions;

/**
 * Writes the whole table into a file; the ending chooses the format: .txt, .md, .html (a whole page), .csv, .tex or
 * .json, in UTF-8.
 *
 * The file is written whole or not at all, and replaces one that is there. Missing folders are made; nothing is written
 * anywhere else. Rejects with `InputError` for another ending and for an unknown option, and with Node's error if the file cannot be written.
 *
 * @example
 * ```ts
 * await saveTable("tables/themes.html", themeTable(study));
 * await saveTable("tables/quotes.csv", quoteTable(study), { notes: true });
 * ```
 */
export async function saveTable(path: string, table: TableContent, options: SaveTableOptions = {}): Promise<void> {
  const stated = optionsOf(options, "{ notes: true }", { guard: true, notes: true });
  const text = renderTable(table, formatOfPath(path), stated);
  await writeWhole(path, text);
}
