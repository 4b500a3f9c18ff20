import { type Command, Option } from "commander";
import type { Base } from "../analysis/options";
import type { CellContent } from "../analysis/theme-table";
import { idsAtLevel } from "./ids-at-level";
import type { Io } from "./io";
import { oneOf } from "./option-values";
import { rowsWithin } from "./rows-within";
import { addTableOptions, runTableCommand, type TableOptions } from "./table-command";

interface ThemesOptions extends TableOptions {
  readonly cell?: CellContent;
  readonly base?: Base;
  readonly total: boolean;
}

const CELLS: readonly CellContent[] = ["n of N", "n", "n (%)", "%", "transcripts", "passages", "codings", "words"];
const BASES: readonly Base[] = ["with-turns", "listed"];

const EXAMPLES = `
Examples:
  $ polyvocal themes my-study
  $ polyvocal themes my-study --by site --cell "n (%)" --out tables/themes.html
  $ polyvocal themes my-study --level code --where group=carer --format csv > carers.csv`;

/** Adds the command `themes`: the table of themes by group. */
export function addThemes(program: Command, io: Io): void {
  const command = program
    .command("themes")
    .summary("the table of themes by group")
    .description("Prints the table of themes by group: how many participants of each group each theme is found with.")
    .argument("[dir]", "the study's folder; the present one if it holds a study");
  addTableOptions(command)
    .option("--cell <content>", `what a cell shows: ${CELLS.map((each) => `"${each}"`).join(", ")}`, oneOf(CELLS))
    .addOption(
      new Option("--base <people>", 'who is in "of N": participants "with-turns", or all that are "listed"').argParser(
        oneOf(BASES),
      ),
    )
    .option("--no-total", "leave out the column over all groups")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string | undefined, options: ThemesOptions) => {
      const { themeTable } = await import("../analysis/theme-table");
      const { by, level, coder, cell, base, total } = options;
      await runTableCommand(
        folder,
        options,
        (study) => {
          const table = themeTable(study, { by, level, coders: coder, cell, base, total });
          return rowsWithin(table, idsAtLevel(study.scheme, level, options.theme));
        },
        io,
      );
    });
}
