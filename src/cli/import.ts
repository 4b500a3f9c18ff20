import type { Command } from "commander";
import { InputError } from "../issues/input-error";
import type { Issue } from "../issues/issue";
import { formatIssues } from "../issues/report";
import { comparePaths } from "../node/folder";
import type { ImportOptions, WithWords } from "../node/import-transcripts";
import { asArgument } from "../text/argument";
import { count, listed } from "../text/plural";
import { reportColors } from "./colors";
import { EXIT } from "./failure";
import { type Io, print, say } from "./io";
import { several } from "./option-values";

const EXAMPLES = `
Examples:
  $ polyvocal import interview1.docx interview2.vtt --into my-study
  $ polyvocal import ~/Downloads/interviews --into my-study
  $ polyvocal import interviews --into my-study --except codebook.csv --except "*_old.docx"

Files that are there are never overwritten, and all are written or none. Ends with 1 if a file cannot be read and is not
left out.`;

/** Adds the command `import`: a study folder made of transcripts in any format. `end` takes the exit code. */
export function addImport(program: Command, io: Io, end: (code: number) => void): void {
  program
    .command("import")
    .summary("make a study folder of transcripts in any format")
    .description(
      "Reads transcripts of any format (Word, PDF, subtitles, JSON, tables, ...) and writes a study folder: a text file for each transcript, participants.csv with everybody who speaks, and study.yaml. What was assumed is told on stderr.",
    )
    .argument("<file...>", "transcript files, and folders that hold them")
    .requiredOption("--into <dir>", "the study's folder, new or without transcripts of these names")
    .option(
      "--except <name>",
      'leave out files of this name, such as codebook.csv or "*.csv"; can be repeated',
      several,
    )
    .option("--skip-unreadable", "leave out files that cannot be read, and import the others")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], options: Options) => end(await importOrAdvise(paths, options, io)));
}

interface Options extends ImportOptions {
  readonly into: string;
}

/** Imports, or says of what is wrong how the other files can be imported. */
async function importOrAdvise(paths: readonly string[], options: Options, io: Io): Promise<number> {
  try {
    await importInto(paths, options, io);
    return EXIT.done;
  } catch (error) {
    const advice = error instanceof InputError && !options.skipUnreadable ? howToGoOn(error.issues) : null;
    if (advice === null || !(error instanceof InputError)) throw error;
    await say(io, `${error.report(reportColors(io.stderr, io.env))}\n\n${advice}\n`);
    return EXIT.problems;
  }
}

/** What to do about files that cannot be read; null where that is not what is wrong. */
function howToGoOn(issues: readonly Issue[]): string | null {
  const errors = issues.filter(({ severity }) => severity === "error");
  const files = filesOf(errors.filter(({ code }) => code !== "duplicate-transcript")).filter(
    (file) => file !== "study.yaml",
  );
  if (files.length === 0) return null;
  const named = files.map((file) => `--except ${asArgument(file)}`);
  const all = named.length > MOST_ADVISED ? "--except and the name of each" : named.join(" ");
  const them = files.length === 1 ? "this file" : `these ${files.length} files`;
  return `Nothing was written. To import the others, leave out ${them}: ${all}\nOr leave out whatever cannot be read: --skip-unreadable`;
}

// What an import answers by itself: it lists the participants, and codes have no scheme yet.
const ANSWERED = new Set(["participants-inferred", "scheme-inferred"]);
const MOST_NAMED = 10;
const MOST_ADVISED = 5;

async function importInto(paths: readonly string[], options: Options, io: Io): Promise<void> {
  const { into } = options;
  const { importTranscripts } = await import("../node/import-transcripts");
  const imported = await importTranscripts(paths, into, io.cwd, options);
  const { files, study, withRemainder, passedOver, withWords, excepted, unreadable, silent } = imported;
  const told = [...unreadable, ...study.issues].filter((each) => !ANSWERED.has(each.code));
  if (told.length > 0) await say(io, `${formatIssues(told, reportColors(io.stderr, io.env))}\n\n`);
  if (passedOver.length > 0) await say(io, `No transcripts, passed over: ${someOf(passedOver)}.\n`);
  for (const each of withWords) await say(io, `${whatItIs(each)}\n`);
  for (const each of [
    leftOut(excepted, "by name"),
    leftOut(filesOf(unreadable), "cannot be read"),
    leftOut(silent, "nobody says anything"),
  ]) {
    if (each !== null) await say(io, each);
  }
  if (withRemainder.length > 0) {
    await say(io, `What is in no turn stands above the text, as comments, in ${someOf(withRemainder)}.\n`);
  }
  await say(io, `${whoSpeaks(study)}\n`);
  await print(io, whatNext(into, files, study.transcripts.length));
}

/** What a file that was passed over is, and how to get at its words. */
function whatItIs({ files, what, hint }: WithWords): string {
  return `${someOf(files)}: ${files.length === 1 ? "this is" : "each is"} ${what}. ${hint}`;
}

/** Each file that was left out, and how many they are; null if there is none. */
function leftOut(files: readonly string[], why: string): string | null {
  return files.length === 0 ? null : `Left out, ${why} (${count(files.length, "file")}): ${listed(files)}.\n`;
}

function filesOf(issues: readonly Issue[]): string[] {
  return [...new Set(issues.flatMap(({ place }) => (place === undefined ? [] : [place.file])))].sort(comparePaths);
}

function whoSpeaks({
  participants,
  transcripts,
}: {
  participants: readonly { id: string }[];
  transcripts: readonly { turns: readonly { role: string; label: string }[] }[];
}): string {
  const asking = new Set<string>();
  for (const { turns } of transcripts)
    for (const { role, label } of turns) if (role === "interviewer") asking.add(label);
  const interviewers =
    asking.size === 0 ? "Nobody was taken for an interviewer" : `Taken for interviewers: ${someOf([...asking])}`;
  return `${interviewers}. Taken for participants: ${someOf(participants.map(({ id }) => id))}.`;
}

function someOf(words: readonly string[]): string {
  if (words.length === 0) return "nobody";
  if (words.length <= MOST_NAMED) return listed(words);
  return listed([words.slice(0, MOST_NAMED - 1).join(", "), `${words.length - MOST_NAMED + 1} more`]);
}

function whatNext(into: string, files: readonly string[], transcripts: number): string {
  const name = asArgument(into);
  const others = files.filter((file) => !file.startsWith("transcripts/"));
  return [
    `Written to ${into}: ${listed([...others, count(transcripts, "transcript")])}.`,
    "",
    "Next:",
    "  Fill in the column group of participants.csv, and take out whoever is no participant.",
    `  polyvocal transcripts ${name}`,
    `  polyvocal check ${name}`,
    "",
  ].join("\n");
}
