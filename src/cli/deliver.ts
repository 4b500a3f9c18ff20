import { resolve } from "node:path";
import { countIssues } from "../issues/report";
import { saveTable } from "../node/save-table";
import { isSystemError, writeError } from "../node/system-error";
import { formatOfPath, renderTable, type TableFormat } from "../node/table-formats";
import type { Study } from "../study/study";
import type { TableContent } from "../table/content";
import { csvNotes } from "../table/render-csv";
import { asArgument } from "../text/argument";
import { type Io, print, say } from "./io";

/** Where a table goes, and how it is written. */
export interface Delivery {
  /** The file; stdout if absent. */
  readonly out?: string;
  /** The format on stdout; text if absent. */
  readonly format?: TableFormat;
  /** False to write CSV text that begins like a formula as it is. */
  readonly guard: boolean;
}

// Wide enough for a table, narrow enough for a page; terminals say their own width.
const WIDTH = 100;

/** Throws `InputError` if no table can be written to this file, before any work is done. */
export function checkDelivery({ out }: Delivery): void {
  if (out !== undefined) formatOfPath(out);
}

/** Writes a table to the file or to stdout, and what goes with it to stderr. */
export async function deliver(table: TableContent, delivery: Delivery, io: Io): Promise<void> {
  const { out, guard } = delivery;
  const format = out === undefined ? (delivery.format ?? "text") : formatOfPath(out);
  if (out === undefined) await print(io, renderTable(table, format, { guard, width: textWidth(io) }));
  else {
    await save(out, table, guard, io);
    await say(io, `Written to ${out}\n`);
  }
  if (format === "csv") {
    const notes = csvNotes(table, { guard });
    if (notes.length > 0) await say(io, `What CSV has no place for:\n${notes.map((note) => `  ${note}\n`).join("")}`);
  }
}

/** Says on stderr how many warnings and infos there are, if any, and how to see them. */
export async function sayIssues({ issues }: Study, folder: string | undefined, io: Io): Promise<void> {
  if (issues.length === 0) return;
  const check = ["polyvocal check", ...(folder === undefined ? [] : [asArgument(folder)])].join(" ");
  await say(io, `${countIssues(issues)}; to see ${issues.length === 1 ? "it" : "them"}: ${check}\n`);
}

function textWidth({ stdout }: Io): number {
  return stdout.isTTY === true ? (stdout.columns ?? WIDTH) : WIDTH;
}

async function save(out: string, table: TableContent, guard: boolean, io: Io): Promise<void> {
  try {
    await saveTable(resolve(io.cwd, out), table, { guard });
  } catch (error) {
    throw isSystemError(error) ? writeError(out, error) : error;
  }
}
