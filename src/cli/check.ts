import type { Command } from "commander";
import { InputError } from "../issues/input-error";
import { formatIssues } from "../issues/report";
import type { Study } from "../study/study";
import { count } from "../text/plural";
import { reportColors } from "./colors";
import { EXIT } from "./failure";
import { type Io, print } from "./io";
import { openStudy } from "./open-study";

const EXAMPLES = `
Examples:
  $ polyvocal check my-study
  $ cd my-study && polyvocal check

Ends with 1 if there are errors; warnings alone end with 0.`;

/** Adds the command `check`: everything that is wrong with a study. `end` takes the exit code. */
export function addCheck(program: Command, io: Io, end: (code: number) => void): void {
  program
    .command("check")
    .summary("everything that is wrong with a study, and where")
    .description("Reads the whole study and prints every problem in it: file, line, what is wrong and what to do.")
    .argument("[dir]", "the study's folder; the present one if it holds a study")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string | undefined) => end(await check(folder, io)));
}

async function check(folder: string | undefined, io: Io): Promise<number> {
  const colors = reportColors(io.stdout, io.env);
  try {
    const study = await openStudy(folder, io);
    const { methodHints } = await import("../analysis/method-hints");
    const issues = [...study.issues, ...methodHints(study)];
    const report = issues.length === 0 ? "" : `${formatIssues(issues, colors)}\n\n`;
    await print(io, `${report}${summary(study)}\n`);
    return EXIT.done;
  } catch (error) {
    if (!isAboutStudy(error)) throw error;
    await print(io, `${error.report(colors)}\n\nNo tables can be made before the errors are mended.\n`);
    return EXIT.problems;
  }
}

function isAboutStudy(error: unknown): error is InputError {
  return error instanceof InputError && error.issues.some((each) => each.code !== "wrong-option");
}

function summary({ participants, transcripts, codings, issues }: Study): string {
  const read = [
    count(participants.length, "participant"),
    count(transcripts.length, "transcript"),
    count(codings.length, "coding"),
  ];
  return `${issues.length === 0 ? "No problems" : "No errors"} in ${read[0]}, ${read[1]} and ${read[2]}.`;
}
