import type { Command } from "commander";
import { idsAtLevel } from "./ids-at-level";
import type { Io } from "./io";
import { oneOf, wholeNumber } from "./option-values";
import { addTableOptions, runTableCommand, type TableOptions } from "./table-command";

interface QuotesOptions extends TableOptions {
  readonly perCell?: number;
  readonly pick?: (typeof PICKS)[number];
  readonly minWords?: number;
  readonly maxWords?: number;
  readonly context?: number;
  readonly label?: string;
}

const PICKS = ["spread", "first", "longest"] as const;

const EXAMPLES = `
Examples:
  $ polyvocal quotes my-study
  $ polyvocal quotes my-study --theme hope --per-cell 3 --out tables/quotes.md
  $ polyvocal quotes my-study --by role --where site=north --max-words 40`;

/** Adds the command `quotes`: the table of quotes by theme and group. */
export function addQuotes(program: Command, io: Io): void {
  const command = program
    .command("quotes")
    .summary("the table of quotes by theme and group")
    .description(
      "Prints quotes for every theme and group: participants' own words, spread over as many of them as possible.",
    )
    .argument("[dir]", "the study's folder; the present one if it holds a study");
  addTableOptions(command)
    .option("--per-cell <n>", "quotes for each theme and group (default: 2)", wholeNumber)
    .option("--pick <how>", `how quotes are chosen: ${PICKS.join(", ")} (default: "spread")`, oneOf(PICKS))
    .option("--min-words <n>", "quote no passage shorter than this (default: 5)", wholeNumber)
    .option("--max-words <n>", "cut longer quotes at the end of a sentence (default: 80)", wholeNumber)
    .option("--context <n>", "print so many turns before each quote (default: 0)", wholeNumber)
    .option("--label <key>", "name participants by this column of participants.csv (default: their label)")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string | undefined, options: QuotesOptions) => {
      const { quoteTable } = await import("../analysis/quote-table");
      const { by, level, theme, coder, perCell, pick, minWords, maxWords, context, label } = options;
      await runTableCommand(
        folder,
        options,
        (study) =>
          quoteTable(study, {
            by,
            level,
            themes: idsAtLevel(study.scheme, level, theme),
            coders: coder,
            perCell,
            pick,
            minWords,
            maxWords,
            context,
            label,
          }),
        io,
      );
    });
}
