import { type Command, Option } from "commander";
import { count } from "../text/plural";
import { reportColors } from "./colors";
import { type Io, print, say } from "./io";
import { openStudy, studyFolder } from "./open-study";
import { several } from "./option-values";
import { type ReviewKind, reviewQueue } from "./review-queue";
import { wrongUse } from "./wrong-use";

interface ReviewOptions {
  readonly coder: string;
  readonly code?: readonly string[];
  readonly undecided?: boolean;
  readonly redefined?: boolean;
  readonly moveMarks?: boolean;
}

const EXAMPLES = `
Examples:
  $ polyvocal review my-study --coder KB
  $ polyvocal review my-study --coder KB --code recovery-possible
  $ polyvocal review my-study --coder KB --undecided

Every decision is saved at once. Quit whenever you like; the next review goes on where this one ended.`;

/** Adds the command `review`: suggestions, and codings that a change of the scheme left open, one at a time. */
export function addReview(program: Command, io: Io): void {
  program
    .command("review")
    .summary("decide on suggestions, and on codings that a change of the scheme left open")
    .description(
      "Shows one suggestion at a time with its context and the code's definition: accept, reject, move the edges, give it another code, write a memo, undo.",
    )
    .argument("[dir]", "the study's folder; the present one if it holds a study")
    .requiredOption("--coder <name>", "who decides")
    .option("--code <id>", "only codings of this code; can be repeated", several)
    .addOption(new Option("--undecided", "codings whose code was split").conflicts("redefined"))
    .option("--redefined", "codings whose code was defined anew after they were made")
    .option("--move-marks", "move coding marks out of the transcripts, where a decision is on one of them")
    .addHelpText("after", EXAMPLES)
    .action((folder: string | undefined, options: ReviewOptions) => reviewStudy(folder, options, io));
}

async function reviewStudy(folder: string | undefined, options: ReviewOptions, io: Io): Promise<void> {
  const { coder, code: codes, undecided, redefined, moveMarks = false } = options;
  const kind: ReviewKind = undecided === true ? "undecided" : redefined === true ? "redefined" : "suggested";
  const study = await openStudy(folder, io);
  const path = await studyFolder(folder, io);
  const waiting = reviewQueue(study, kind, codes).length;
  if (waiting === 0) {
    await print(io, `${NOTHING[kind]}\n`);
    return;
  }
  if (io.stdin?.isTTY !== true || io.stdout.isTTY !== true) {
    throw wrongUse(
      `${count(waiting, "coding")} ${waiting === 1 ? "waits" : "wait"} for a decision, and this is no terminal to ask in.`,
      "Call it in a terminal; a script decides with acceptCodings, rejectCodings and decide.",
    );
  }
  const [{ review }, { terminalPrompts }, { reviewScreen }, { saveStudy }] = await Promise.all([
    import("./review-session"),
    import("./review-prompts"),
    import("./review-screen"),
    import("../node/save-study"),
  ]);
  const colors = reportColors(io.stdout, io.env);
  const session = {
    kind,
    codes,
    coder,
    today: new Date().toISOString().slice(0, 10),
    screen: (now: typeof study, id: string, place: { at: number; of: number }) => reviewScreen(now, id, place, colors),
    save: async (next: typeof study) => {
      await saveStudy(next, path, { moveMarks });
    },
  };
  const { settled, open } = await review(study, session, terminalPrompts(io.stdin, io.stdout));
  await say(io, `${count(settled, "decision")} saved, ${open} still open.\n`);
}

const NOTHING: Readonly<Record<ReviewKind, string>> = {
  suggested: "No suggestion waits for a decision. polyvocal suggest makes some, by the rules of the scheme.",
  undecided: "No coding of a split code waits for a decision.",
  redefined: "No coding asks for another look since its code was defined anew.",
};
