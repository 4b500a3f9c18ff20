import { Command, CommanderError } from "commander";
import { VERSION } from "../model/version";
import { addCheck } from "./check";
import { EXIT, fail } from "./failure";
import { addImport } from "./import";
import { addInit } from "./init";
import type { Io } from "./io";
import { addQuotes } from "./quotes";
import { addReview } from "./review";
import { addScheme } from "./scheme";
import { addSuggest } from "./suggest";
import { addThemes } from "./themes";
import { addTranscripts } from "./transcripts";

const EXAMPLES = `
Examples:
  $ polyvocal init my-study
  $ polyvocal import interviews --into my-study
  $ polyvocal check my-study
  $ polyvocal themes my-study --out tables/themes.html
  $ polyvocal quotes my-study --theme hope --per-cell 3
  $ polyvocal suggest my-study
  $ polyvocal review my-study --coder KB

Tables go to stdout, all else to stderr. Exit codes: 0 done, 1 problems in the study, 2 wrong use.
Nothing leaves this machine.`;

/**
 * Runs the command line: `argv` without the names of Node and the script. Gives the exit code, and never rejects:
 * failures are told on stderr.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  // A write tells its failure where it is awaited. Without these, Node would end the process at the stream's own event.
  for (const stream of [io.stdout, io.stderr]) stream.on("error", () => undefined);
  let code: number = EXIT.done;
  const program = commands(io, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(withoutHelpOfNothing(argv, program), { from: "user" });
    return code;
  } catch (error) {
    // Commander has printed its help or message already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
    return fail(error, io);
  }
}

function commands(io: Io, end: (code: number) => void): Command {
  const program = new Command("polyvocal")
    .description("Theme and quote tables from coded interview transcripts.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", EXAMPLES)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => helpWidth(io.stdout.columns),
      getErrHelpWidth: () => helpWidth(io.stderr.columns),
    })
    .showHelpAfterError("(--help shows what can be given)")
    .exitOverride();
  addInit(program, io);
  addImport(program, io, end);
  addTranscripts(program, io, end);
  addCheck(program, io, end);
  addThemes(program, io);
  addQuotes(program, io);
  addSuggest(program, io);
  addReview(program, io);
  addScheme(program, io);
  return program;
}

/**
 * The arguments without a "help" before what is no command: that is an unknown command then, which names the nearest one,
 * where Commander would print the whole help as if that had been asked for.
 */
function withoutHelpOfNothing(argv: readonly string[], program: Command): string[] {
  let around = program;
  for (const [at, word] of argv.entries()) {
    const asked = argv[at + 1];
    if (word === "help" && asked !== undefined && !asked.startsWith("-")) {
      const isKnown = asked === "help" || around.commands.some((each) => each.name() === asked);
      return isKnown ? [...argv] : argv.toSpliced(at, 1);
    }
    const within = around.commands.find((each) => each.name() === word);
    if (within === undefined) break;
    around = within;
  }
  return [...argv];
}

function helpWidth(columns: number | undefined): number {
  return Math.min(columns ?? 100, 120);
}
