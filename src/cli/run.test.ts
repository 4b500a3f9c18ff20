import { expect, test } from "vitest";
import { VERSION } from "../model/version";
import { runWith, sink } from "./io.fixture";
import { run } from "./run";

const HINT = "(--help shows what can be given)\n";

test.each([
  ["an unknown command", ["thems"], "error: unknown command 'thems'\n(Did you mean themes?)\n"],
  ["help of an unknown command", ["help", "chek"], "error: unknown command 'chek'\n(Did you mean check?)\n"],
  ["help of an unknown part", ["scheme", "help", "lgo"], "error: unknown command 'lgo'\n(Did you mean log?)\n"],
  ["an unknown option", ["themes", ".", "--bye", "role"], "error: unknown option '--bye'\n(Did you mean --by?)\n"],
  ["an option without its value", ["themes", ".", "--by"], "error: option '--by <key>' argument missing\n"],
  [
    "a wrong word",
    ["themes", ".", "--level", "themes"],
    `error: option '--level <level>' argument 'themes' is invalid. It can be "theme", "code", "category". Did you mean "theme"?\n`,
  ],
  [
    "a wrong number",
    ["quotes", ".", "--per-cell", "two"],
    "error: option '--per-cell <n>' argument 'two' is invalid. It must be a whole number, 0 or more.\n",
  ],
  ["a folder too many", ["check", "a", "b"], "error: too many arguments for 'check'. Expected 1 argument but got 2.\n"],
  ["a folder too few", ["init"], "error: missing required argument 'dir'\n"],
])("%s ends with 2 and a message on stderr alone", async (_, argv, message) => {
  expect(await runWith(argv)).toEqual({ code: 2, out: "", err: message + HINT });
});

test.each([
  [
    ["themes", "nowhere-at-all"],
    'error: There is no folder "nowhere-at-all".\nCheck the spelling, or make a study there with "polyvocal init".\n',
  ],
  [["quotes", "package.json"], 'error: "package.json" is a file.\nGive the folder of the study, such as ".".\n'],
  [
    ["check"],
    'error: There is no study in this folder: neither study.yaml nor a folder transcripts.\nGive the folder of a study, or make one to begin with: "polyvocal init my-study".\n',
  ],
  [
    ["themes", "nowhere-at-all", "--out", "themes.docx"],
    'error: Tables are not written as ".docx" files.\nWord files are not written yet. Write .html and open it in Word, which keeps the table. The ending chooses the format: .txt, .md, .html, .csv, .tex, .json.\n',
  ],
])("%j is wrong use, which no report on a study is made of", async (argv, err) => {
  expect(await runWith(argv, { cwd: process.cwd() })).toEqual({ code: 2, out: "", err });
});

test("no command at all prints the help on stderr and ends with 2", async () => {
  const { code, out, err } = await runWith([]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("Usage: polyvocal [options] [command]");
});

test("--version prints the version alone", async () => {
  expect(await runWith(["--version"])).toEqual({ code: 0, out: `${VERSION}\n`, err: "" });
});

test.each([
  [["--help"]],
  [["help", "themes"]],
  [["init", "-h"]],
  [["check", "--help"]],
  [["transcripts", "--help"]],
  [["import", "--help"]],
  [["themes", "--help"]],
  [["quotes", "--help"]],
])("%j prints help with at least two examples", async (argv) => {
  const { code, out, err } = await runWith(argv);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/\nExamples:\n {2}\$ .*\n {2}\$ /);
  expect(out.split("\n").filter((line) => line.length > 120)).toEqual([]);
});

test("a closed pipe ends quietly with 0", async () => {
  const [stdout, stderr] = [sink({}, systemError("EPIPE")), sink()];
  expect(await run(["init", "--help"], { stdout: stdout.stream, stderr: stderr.stream, env: {}, cwd: "/" })).toBe(0);
  expect(stderr.text()).toBe("");
});

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: write`), { code, syscall: "write" });
}
