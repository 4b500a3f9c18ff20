import type { Command } from "commander";
import { hasErrors } from "../issues/issue";
import { formatIssues } from "../issues/report";
import { reportColors } from "./colors";
import { checkDelivery, type Delivery, deliver } from "./deliver";
import { EXIT } from "./failure";
import { type Io, say } from "./io";
import { existingFolder } from "./open-study";
import { loadingBar } from "./progress";
import { addDeliveryOptions } from "./table-command";

const EXAMPLES = `
Examples:
  $ polyvocal transcripts my-study
  $ polyvocal transcripts ~/Downloads/interviews --out transcripts.csv

What is wrong with the files is told on stderr. Ends with 1 if a file cannot be read.`;

/** Adds the command `transcripts`: the table of transcript files. `end` takes the exit code. */
export function addTranscripts(program: Command, io: Io, end: (code: number) => void): void {
  const command = program
    .command("transcripts")
    .summary("the table of transcript files, and what was found in each")
    .description(
      "Prints a table of transcript files: format, kind, speakers, turns, words and minutes. The folder may be that of a study, or any other with transcripts in it.",
    )
    .argument("[dir]", "a study's folder, or any folder with transcripts; the present one by default");
  addDeliveryOptions(command)
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string | undefined, delivery: Delivery) => end(await transcripts(folder, delivery, io)));
}

async function transcripts(folder: string | undefined, delivery: Delivery, io: Io): Promise<number> {
  checkDelivery(delivery);
  const path = await existingFolder(folder, io);
  const { listTranscripts } = await import("../node/list-transcripts");
  const bar = loadingBar(io.stderr);
  const { table, issues } = await listTranscripts(path, bar.update).finally(bar.stop);
  await deliver(table, delivery, io);
  const told = issues.filter((each) => each.severity !== "info");
  if (told.length > 0) await say(io, `\n${formatIssues(told, reportColors(io.stderr, io.env))}\n`);
  return hasErrors(issues) ? EXIT.problems : EXIT.done;
}
