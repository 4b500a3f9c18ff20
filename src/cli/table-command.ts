import { type Command, Option } from "commander";
import type { Level } from "../analysis/entries";
import { TABLE_FORMATS } from "../node/table-formats";
import type { Study } from "../study/study";
import { Table } from "../table/table";
import { checkDelivery, type Delivery, deliver, sayIssues } from "./deliver";
import type { Io } from "./io";
import { openStudy } from "./open-study";
import { oneOf, several } from "./option-values";
import { narrowStudy } from "./where";

/** The options that every command that makes a table has. */
export interface TableOptions extends Delivery {
  readonly by?: string;
  readonly level?: Level;
  readonly theme?: readonly string[];
  readonly coder?: readonly string[];
  readonly where?: readonly string[];
}

const LEVELS: readonly Level[] = ["theme", "code", "category"];

/** Adds the options that every command that makes a table has. */
export function addTableOptions(command: Command): Command {
  command
    .option(
      "--by <key>",
      'what the groups are: a column of participants.csv or a fact of the transcripts (default: "group")',
    )
    .option("--level <level>", `what the rows are: ${LEVELS.join(", ")} (default: "theme")`, oneOf(LEVELS))
    .option("--theme <id>", "only this theme, code or category and what is inside it; can be repeated", several)
    .option("--coder <name>", "only this coder's codings; can be repeated", several)
    .option("--where <key=value>", "only participants or transcripts of which this is true; can be repeated", several);
  return addDeliveryOptions(command);
}

/** Adds the options that say where a table goes, and how it is written. */
export function addDeliveryOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "-o, --out <file>",
        "write to a file; its ending chooses the format: .txt .md .html .csv .tex .json",
      ).conflicts("format"),
    )
    .option(
      "--format <format>",
      `the format on stdout: ${TABLE_FORMATS.join(", ")} (default: "text")`,
      oneOf(TABLE_FORMATS),
    )
    .option("--no-guard", "in CSV, write text that begins like a formula as it is, without an apostrophe before it");
}

/** Loads and narrows the study, makes the table, and writes it where the options say. */
export async function runTableCommand<Row extends object>(
  folder: string | undefined,
  options: TableOptions,
  makeTable: (study: Study) => Table<Row>,
  io: Io,
): Promise<void> {
  checkDelivery(options);
  const study = await openStudy(folder, io);
  const narrowed = narrowStudy(study, options.where);
  const made = makeTable(narrowed.study);
  const { columns, rows, caption, notes, provenance, grid } = made;
  const table = new Table({ columns, rows, caption, notes: [...notes, ...narrowed.notes], provenance, grid });
  await deliver(table, options, io);
  await sayIssues(study, folder, io);
}
