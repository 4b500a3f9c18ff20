import { expect, test } from "vitest";
import { InputError, optionError } from "../issues/input-error";
import { issue } from "../issues/issue";
import { writeError } from "../node/system-error";
import { fail } from "./failure";
import { sink } from "./io.fixture";

async function failed(error: unknown, unwritable?: Error): Promise<{ code: number; err: string }> {
  const [stdout, stderr] = [sink(), sink({}, unwritable)];
  for (const { stream } of [stdout, stderr]) stream.on("error", () => undefined);
  const code = await fail(error, { stdout: stdout.stream, stderr: stderr.stream, env: {}, cwd: "/" });
  expect(stdout.text()).toBe("");
  return { code, err: stderr.text() };
}

function systemError(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: something, open`), {
    code,
    syscall: "open",
    ...(path === undefined ? {} : { path }),
  });
}

const PROBLEM = new InputError([issue("broken-yaml", "This is no YAML.", { place: { file: "scheme.yaml" } })]);

test.each([
  [
    "a wrong option",
    optionError("by", "sites", ["site"]),
    2,
    'error: --by cannot be "sites".\nDid you mean "site"? It can be "site".\n',
  ],
  [
    "an option of another name here",
    optionError("coders", "KB", ["TM"]),
    2,
    'error: --coder cannot be "KB".\nIt can be "TM".\n',
  ],
  ["an option of several words", optionError("minWords", "x", []), 2, 'error: --min-words cannot be "x".\n'],
  ["a condition", optionError("where place", "x", []), 2, 'error: --where place cannot be "x".\n'],
  ["a version", optionError("version", 9, [1, 2]), 2, "error: The version cannot be 9.\nIt can be 1, 2.\n"],
  [
    "a mark that was changed",
    new InputError([
      issue("mark-not-saved", "It is a mark.", { hint: "Save with the option moveMarks: true, which moves them." }),
    ]),
    1,
    "The study: 1 error\n  error: It is a mark. [mark-not-saved]\n      Save with --move-marks, which moves them.\n",
  ],
  ["a problem in the study", PROBLEM, 1, `${PROBLEM.report()}\n`],
  [
    "a file that cannot be read",
    systemError("EACCES", "/data/C01.txt"),
    1,
    "error: /data/C01.txt cannot be read: you have no permission.\n",
  ],
  [
    "a file of no name",
    systemError("EIO"),
    1,
    "error: A file cannot be read: the disk does not answer as it should.\n",
  ],
  ["a full disk", writeError("a.md", systemError("ENOSPC")), 2, "error: a.md cannot be written: the disk is full.\n"],
  ["a closed pipe", writeError("The output", systemError("EPIPE")), 0, ""],
])("%s is told without a stack trace", async (_, error, code, err) => {
  expect(await failed(error)).toEqual({ code, err });
});

test("a fault of the program asks to report it, and shows the stack", async () => {
  const { code, err } = await failed(new TypeError("x is not a function"));
  expect(code).toBe(3);
  expect(err).toMatch(
    /^error: This is a fault of polyvocal and not of your study\. Please report it, with the lines below\.\npolyvocal \d.*, Node v\d.*\nTypeError: x is not a function\n {4}at /,
  );
});

test("the exit code is the same if stderr is closed", async () => {
  expect(await failed(optionError("by", "sight", []), systemError("EPIPE"))).toEqual({ code: 2, err: "" });
});
