import type { Command } from "commander";
import { formatIssues } from "../issues/report";
import { count, listed } from "../text/plural";
import { asArgument } from "./argument";
import { reportColors } from "./colors";
import { type Io, print, say } from "./io";

const EXAMPLES = `
Examples:
  $ polyvocal import interview1.docx interview2.vtt --into my-study
  $ polyvocal import ~/Downloads/interviews --into my-study

Files that are there are never overwritten, and all are written or none. Ends with 1 if a file cannot be read.`;

/** Adds the command `import`: a study folder made of transcripts in any format. */
export function addImport(program: Command, io: Io): void {
  program
    .command("import")
    .summary("make a study folder of transcripts in any format")
    .description(
      "Reads transcripts of any format (Word, PDF, subtitles, JSON, tables, ...) and writes a study folder: a text file for each transcript, participants.csv with everybody who speaks, and study.yaml. What was assumed is told on stderr.",
    )
    .argument("<file...>", "transcript files, and folders that hold them")
    .requiredOption("--into <dir>", "the study's folder, new or without transcripts of these names")
    .addHelpText("after", EXAMPLES)
    .action((paths: readonly string[], { into }: { readonly into: string }) => importInto(paths, into, io));
}

// What an import answers by itself: it lists the participants, and codes have no scheme yet.
const ANSWERED = new Set(["participants-inferred", "scheme-inferred"]);
const MOST_NAMED = 10;

async function importInto(paths: readonly string[], into: string, io: Io): Promise<void> {
  const { importTranscripts } = await import("../node/import-transcripts");
  const { files, study, withRemainder, passedOver } = await importTranscripts(paths, into, io.cwd);
  const told = study.issues.filter((each) => !ANSWERED.has(each.code));
  if (told.length > 0) await say(io, `${formatIssues(told, reportColors(io.stderr, io.env))}\n\n`);
  if (passedOver.length > 0) await say(io, `No transcripts, passed over: ${someOf(passedOver)}.\n`);
  if (withRemainder.length > 0) {
    await say(io, `What is in no turn stands above the text, as comments, in ${someOf(withRemainder)}.\n`);
  }
  await say(io, `${whoSpeaks(study)}\n`);
  await print(io, whatNext(into, files, study.transcripts.length));
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
