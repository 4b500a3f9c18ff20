import { InputError } from "../issues/input-error";
import type { Issue } from "../issues/issue";
import { formatIssues } from "../issues/report";
import { VERSION } from "../model/version";
import { isClosedPipe, isSystemError, isWriteError, reasonOf } from "../node/system-error";
import { reportColors } from "./colors";
import { type Io, say } from "./io";
import { asTyped } from "./option-names";

/** What a command ends with. */
export const EXIT = {
  done: 0,
  /** Problems in the study. */
  problems: 1,
  /** Wrong use, or a place that cannot be written. */
  wrongUse: 2,
  /** A fault of the program itself. */
  fault: 3,
} as const;

/** Says on stderr why a command failed; gives the exit code. A closed pipe is no failure. */
export async function fail(error: unknown, io: Io): Promise<number> {
  if (isClosedPipe(error) || (isWriteError(error) && isClosedPipe(error.cause))) return EXIT.done;
  const { code, text } = describeFailure(error, io);
  try {
    await say(io, text);
  } catch (unheard) {
    // Nobody can be told any more, other than by the exit code.
    if (!isWriteError(unheard)) throw unheard;
  }
  return code;
}

function describeFailure(error: unknown, io: Io): { code: number; text: string } {
  const colors = reportColors(io.stderr, io.env);
  const says = (message: string): string => `${colors.error("error:")} ${message}\n`;
  if (error instanceof InputError) {
    const issues = error.issues.map(asTyped);
    if (issues.some((each) => each.code !== "wrong-option")) {
      return { code: EXIT.problems, text: `${formatIssues(issues, colors)}\n` };
    }
    return { code: EXIT.wrongUse, text: issues.map((each) => says(sentences(each))).join("") };
  }
  if (isWriteError(error)) return { code: EXIT.wrongUse, text: says(`${error.message}.`) };
  if (isSystemError(error)) {
    return { code: EXIT.problems, text: says(`${error.path ?? "A file"} cannot be read: ${reasonOf(error)}.`) };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const versions = `polyvocal ${VERSION}, Node ${process.version}, ${process.platform}`;
  const fault = "This is a fault of polyvocal and not of your study. Please report it, with the lines below.";
  return { code: EXIT.fault, text: `${says(fault)}${versions}\n${stack}\n` };
}

function sentences({ message, hint }: Issue): string {
  return hint === undefined ? message : `${message}\n${hint}`;
}
