import { type Command, InvalidArgumentError } from "commander";
import type { Io } from "./io";
import { asOfTable, showDiff, showLog } from "./scheme-history";
import { type MigrateOptions, migrateScheme } from "./scheme-migrate";
import { addDeliveryOptions, addTableOptions, type TableOptions } from "./table-command";

const EXAMPLES = `
Examples:
  $ polyvocal scheme log my-study
  $ polyvocal scheme diff my-study --from 1 --to 3
  $ polyvocal scheme migrate steps.yaml my-study --by KB --why "The two were one idea" --date 2026-04-02
  $ polyvocal scheme as-of 1 my-study --by site

A file of steps, with all that a step can be:
  - { rename: trust, name: Trust and doubt }
  - { merge: [hope-self, hope-others], into: recovery-possible }
  - { split: burden, into: [burden-of-care, burden-of-work] }
  - { move: shame, themes: [been-there] }
  - { redefine: hope, definition: What it means from now on }
  - { add: rest, name: Rest, category: meeting }
  - { retire: other }`;

/** Adds the command `scheme`: the history of the scheme, and its next version. */
export function addScheme(program: Command, io: Io): void {
  const scheme = program
    .command("scheme")
    .summary("the versions of the coding scheme: log, diff, migrate, as-of")
    .description(
      "Shows how the scheme became what it is, changes it with a record of who and why, and goes back to what it was.",
    )
    .addHelpText("after", EXAMPLES);
  const dir = "the study's folder; the present one if it holds a study";
  addDeliveryOptions(
    scheme
      .command("log")
      .description("Prints every recorded change of the scheme: version, date, who, why and what was done.")
      .argument("[dir]", dir),
  ).action((folder, options) => showLog(folder, options, io));
  addDeliveryOptions(
    scheme
      .command("diff")
      .description("Prints what differs between two versions of the scheme; the last two by default.")
      .argument("[dir]", dir)
      .option("--from <version>", "the earlier version (default: the one before the later)", version)
      .option("--to <version>", "the later version (default: the present one)", version),
  ).action((folder, options) => showDiff(folder, options, io));
  scheme
    .command("migrate")
    .description(
      "Changes the scheme by the steps in a YAML file, records the change in scheme.yaml as its next version, and says what became of the codings. Nothing else is written.",
    )
    .argument("<steps>", "a YAML file with a list of steps")
    .argument("[dir]", dir)
    .requiredOption("--by <name>", "who changes the scheme")
    .requiredOption("--why <reason>", "why")
    .option("--date <date>", 'when, such as "2026-04-02"; not recorded if absent')
    .option("--to <version>", "the number of the new version (default: the next)", version)
    .option("--dry-run", "say what would change, and write nothing")
    .action((steps: string, folder: string | undefined, options: MigrateOptions) =>
      migrateScheme(steps, folder, options, io),
    );
  addTableOptions(
    scheme
      .command("as-of")
      .description("Prints the table of themes as it stood in an earlier version of the scheme.")
      .argument("<version>", "the version", version)
      .argument("[dir]", dir),
  ).action((number: number, folder: string | undefined, options: TableOptions) =>
    asOfTable(number, folder, options, io),
  );
}

function version(given: string): number {
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new InvalidArgumentError("It must be a whole number; versions are counted from 1.");
}
