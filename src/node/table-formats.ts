import { extname } from "node:path";
import { InputError } from "../issues/input-error";
import { issue } from "../issues/issue";
import type { TableContent } from "../table/content";
import { type CsvOptions, toCsv } from "../table/render-csv";
import { toHtml } from "../table/render-html";
import { toLatex } from "../table/render-latex";
import { toMarkdown } from "../table/render-markdown";
import { toText } from "../table/render-text";

/** The formats a table can be written in as a file. */
export const TABLE_FORMATS = ["text", "markdown", "html", "csv", "latex", "json"] as const;

/** One of `TABLE_FORMATS`. */
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** What some of the formats take; the others pass over it. */
export interface FormatOptions extends CsvOptions {
  /** The most display columns a line of text takes; 100 if absent. */
  readonly width?: number;
}

const ENDINGS: Readonly<Record<string, TableFormat>> = {
  ".txt": "text",
  ".md": "markdown",
  ".html": "html",
  ".csv": "csv",
  ".tex": "latex",
  ".json": "json",
};

const HINTS: Readonly<Record<string, string>> = {
  ".docx": "Word files are not written yet. Write .html and open it in Word, which keeps the table.",
  ".odt": "OpenDocument files are not written yet. Write .html and open it in LibreOffice, which keeps the table.",
  ".xlsx": "Excel files are not written yet. Write .csv and open it in Excel.",
  ".xls": "Excel files are not written. Write .csv and open it in Excel.",
  ".ods": "OpenDocument files are not written yet. Write .csv and open it in LibreOffice.",
  ".pdf": "PDF files are not written. Write .html and print it, or .tex.",
};

/** The format that a file's ending stands for, in either case. Throws `InputError` for any other ending. */
export function formatOfPath(path: string): TableFormat {
  const ending = extname(path);
  const format = new Map(Object.entries(ENDINGS)).get(ending.toLowerCase());
  if (format !== undefined) return format;
  const message = ending === "" ? `The file "${path}" has no ending.` : `Tables are not written as "${ending}" files.`;
  const known = `The ending chooses the format: ${Object.keys(ENDINGS).join(", ")}.`;
  const hint = [HINTS[ending.toLowerCase()], known].filter((each) => each !== undefined).join(" ");
  throw new InputError([issue("wrong-option", message, { hint })]);
}

/** The whole table in a format, as the content of a file: HTML is a whole page, JSON ends with a line break. */
export function renderTable(table: TableContent, format: TableFormat, options: FormatOptions = {}): string {
  const { width, guard, notes } = options;
  switch (format) {
    case "text":
      return toText(table, width === undefined ? {} : { width });
    case "markdown":
      return toMarkdown(table);
    case "html":
      return toHtml(table, { page: true });
    case "csv":
      return toCsv(table, { ...(guard === undefined ? {} : { guard }), ...(notes === undefined ? {} : { notes }) });
    case "latex":
      return toLatex(table);
    case "json":
      return `${JSON.stringify(table, null, 2)}\n`;
  }
}
