import type { Issue } from "../issues/issue";

// Options of the library that the command line calls otherwise than by its own rule.
const NAMES: Readonly<Record<string, string>> = { coders: "coder", themes: "theme", codes: "code" };

/** An issue of a call of the library in the words of the command line: `--coder` for the option "coders". */
export function asTyped(issue: Issue): Issue {
  const { message, hint, ...rest } = issue;
  const said = message
    // Versions are an argument of one command, and two options of another.
    .replace(/^The option "version"/, "The version")
    .replace(/^The option "(\w+)((?: [^"]*)?)"/, (_, option: string, key: string) => `--${flagOf(option)}${key}`);
  const cure = hint?.replace("the option moveMarks: true", "--move-marks");
  return { ...rest, message: said, ...(cure === undefined ? {} : { hint: cure }) };
}

function flagOf(option: string): string {
  return (NAMES[option] ?? option).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
