import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readlink, realpath, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LARGEST_FILE } from "../text/limits";
import { runWith } from "./io.fixture";

// The real process: what only Node itself decides, such as exit codes, pipes and signals.
const MAIN = ["--import", "tsx", join(import.meta.dirname, "main.ts")];

let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "polyvocal-test-"));
  await runWith(["init", "my-study"], { cwd });
});

afterAll(() => rm(cwd, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

function start(argv: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  // From the repository, where tsx is found; the study is named by its whole path.
  const child = spawn(process.execPath, [...MAIN, ...argv], { stdio: ["ignore", "pipe", "pipe"] });
  const texts = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (texts.out += chunk));
  child.stderr.on("data", (chunk: Buffer) => (texts.err += chunk));
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal, ...texts }));
  return { child, ended };
}

/** The files that a process has open. */
async function opened(pid: number | undefined): Promise<string[]> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.map((name) => readlink(join(folder, name)).catch(() => "")));
}

const inShell = (command: string): string =>
  execFileSync(
    "bash",
    ["-c", `polyvocal() { "$NODE" ${MAIN.map((each) => `'${each}'`).join(" ")} "$@"; }; ${command}`],
    {
      encoding: "utf8",
      env: { ...process.env, NODE: process.execPath, STUDY: join(cwd, "my-study") },
    },
  );

test("a table goes to stdout alone, and the process ends with 0", async () => {
  const { code, out, err } = await start(["themes", join(cwd, "my-study")]).ended;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("Somebody answers");
});

test("problems in the study end with 1, wrong use with 2", async () => {
  const broken = join(cwd, "broken");
  await cp(join(cwd, "my-study"), broken, { recursive: true });
  await writeFile(join(broken, "scheme.yaml"), "themes: [\n");
  const [problems, wrongUse] = await Promise.all([start(["check", broken]).ended, start(["chekc", broken]).ended]);
  expect([problems.code, problems.err]).toEqual([1, ""]);
  expect([wrongUse.code, wrongUse.out]).toEqual([2, ""]);
});

test.runIf(process.platform === "linux").each([
  ["a table", 'polyvocal quotes "$STUDY" --per-cell 50'],
  ["a report", 'polyvocal check "$STUDY"'],
  ["the help", "polyvocal quotes --help"],
])("%s into a closed pipe ends quietly with 0", (_, command) => {
  // true ends at once, long before the first line is written.
  expect(inShell(`{ ${command} | true; echo "code \${PIPESTATUS[0]}"; } 2>&1`)).toBe("code 0\n");
});

test.runIf(process.platform === "linux")("a full disk is told without a stack trace", () => {
  expect(inShell('polyvocal themes "$STUDY" 2>&1 >/dev/full; echo "code $?"')).toBe(
    "error: The output cannot be written: the disk is full.\ncode 2\n",
  );
});

test.runIf(process.platform === "linux").each(["SIGINT", "SIGTERM"] as const)(
  "%s ends it at once, without a word",
  async (signal) => {
    const endless = join(cwd, signal);
    await cp(join(cwd, "my-study"), endless, { recursive: true });
    // As large as can be, which takes some tenths of a second to read; it is a hole on the disk.
    const large = join(endless, "transcripts/S02.txt");
    await writeFile(large, "");
    await truncate(large, LARGEST_FILE);
    const { child, ended } = start(["themes", endless, "--out", join(endless, "themes.md")]);
    const path = await realpath(large);
    while (!(await opened(child.pid)).includes(path)) await setTimeout(2);
    child.kill(signal);
    expect(await ended).toEqual({ code: null, signal, out: "", err: "" });
    expect(await readdir(endless)).not.toContain("themes.md");
  },
);
