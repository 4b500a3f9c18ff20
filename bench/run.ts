// `npm run bench`: the main job on an invented study and on one of ten times the size. bench/README.md says how to read it.
import { arch, cpus, platform } from "node:os";
import { parseArgs } from "node:util";
import { ensureBuilt } from "../scripts/lib/build";
import { inRepository } from "../scripts/lib/repository";
import { ALWAYS, makeCorpus, PER_SIZE, writeCorpus } from "./corpus";
import { jobRunner, PARTS } from "./job";
import { runNode } from "./process";
import { alignedTable, formatGrowth, formatTime, median } from "./report";

const SEED = 1;
const [SMALL, LARGE] = [1, 10];
const TARGET = { milliseconds: 600, megabytes: 160, growth: 12 };

const READ_BYTES =
  'const fs = require("fs"); for (const entry of fs.readdirSync(process.argv[1], { recursive: true, withFileTypes: true }))' +
  ' if (entry.isFile()) fs.readFileSync(entry.parentPath + "/" + entry.name);';

/** One line of the report: what was measured of both sizes, one number a round. */
interface Measure {
  readonly name: string;
  readonly small: number[];
  readonly large: number[];
}

const { check, rounds } = readArguments();
ensureBuilt();
const main = inRepository("dist", "cli", "main.js");
const folders = [SMALL, LARGE].map((size) => {
  const folder = inRepository("bench", "corpus", `size-${size}`);
  const files = makeCorpus(SEED, size);
  writeCorpus(folder, files);
  return { size, folder, bytes: files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0) };
});

const commands = [
  { name: "node -e 0", args: () => ["-e", "0"], mustPrint: false },
  { name: "read the bytes", args: (folder: string) => ["-e", READ_BYTES, folder], mustPrint: false },
  { name: "polyvocal themes", args: (folder: string) => [main, "themes", folder], mustPrint: true },
  { name: "polyvocal quotes", args: (folder: string) => [main, "quotes", folder], mustPrint: true },
];
// Whole processes first, while this one is small; then the same work within it.
const times = commands.map(({ name }) => newMeasure(name));
const memories = commands.map(({ name }) => newMeasure(name));
await eachRound((folder, size, keep) => {
  for (const [index, { name, args, mustPrint }] of commands.entries()) {
    const { milliseconds, megabytes, output } = runNode(args(folder));
    if (mustPrint && output.trim() === "") throw new Error(`${name} printed nothing.`);
    if (keep) add(times[index], size, milliseconds);
    if (keep) add(memories[index], size, megabytes);
  }
});

const runJob = await jobRunner();
const parts = PARTS.map((name) => newMeasure(name));
const whole = newMeasure("all four");
await eachRound(async (folder, size, keep) => {
  const { milliseconds, turns, passages } = await runJob(folder);
  expectEqual("turns", turns, size * PER_SIZE.transcripts * ALWAYS.turnsPerTranscript);
  expectEqual("passages", passages, size * PER_SIZE.codings);
  if (!keep) return;
  for (const [index, name] of PARTS.entries()) add(parts[index], size, milliseconds[name]);
  add(
    whole,
    size,
    Object.values(milliseconds).reduce((sum, each) => sum + each, 0),
  );
});

printReport();

function printReport(): void {
  const sizes = folders.map(({ size, bytes }) => {
    const transcripts = size * PER_SIZE.transcripts;
    const turns = transcripts * ALWAYS.turnsPerTranscript;
    return [
      `size ${size}`,
      `${transcripts}`,
      `${turns}`,
      `${size * PER_SIZE.codings}`,
      `${(bytes / 1e6).toFixed(1)} MB`,
    ];
  });
  console.log(`Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus().length} x ${cpus()[0]?.model ?? "?"}`);
  console.log(`Medians of ${rounds} rounds, after one that does not count\n`);
  console.log(`${alignedTable(["corpus", "transcripts", "turns", "codings", "text"], sizes)}\n`);
  const head = [`size ${SMALL}`, `size ${LARGE}`, "growth"];
  console.log(
    `${alignedTable(
      ["within one process", ...head],
      [...parts, whole].map((each) => timeRow(each)),
    )}\n`,
  );
  const rows = times.map((each, index) => [...timeRow(each), ...memoryCells(memories[index])]);
  console.log(`${alignedTable(["whole process", ...head, `peak, size ${SMALL}`, `peak, size ${LARGE}`], rows)}\n`);
  const targets = targetRows();
  console.log(
    alignedTable(
      ["target", "at most", "measured", ""],
      targets.map(({ cells, met }) => [...cells, met ? "met" : "not met"]),
    ),
  );
  // Times differ from machine to machine; how they grow does not.
  if (check && targets.some(({ met, isGrowth }) => isGrowth && !met)) process.exitCode = 1;
}

function targetRows(): { cells: string[]; met: boolean; isGrowth: boolean }[] {
  const commandRows = times.flatMap((measure, index) => {
    const memory = memories[index];
    if (commands[index]?.mustPrint !== true || memory === undefined) return [];
    const [milliseconds, megabytes] = [median(measure.small), median(memory.small)];
    return [
      target(`${measure.name}, size ${SMALL}: time`, milliseconds, TARGET.milliseconds, formatTime),
      target(`${measure.name}, size ${SMALL}: peak memory`, megabytes, TARGET.megabytes, formatMemory),
      growthTarget(measure),
    ];
  });
  return [...commandRows, ...[...parts, whole].map(growthTarget)];
}

function target(name: string, measured: number, most: number, format: (value: number) => string) {
  return { cells: [name, format(most), format(measured)], met: measured <= most, isGrowth: false };
}

function growthTarget(measure: Measure) {
  const name = `${measure.name}: growth from size ${SMALL} to ${LARGE}`;
  return { ...target(name, growth(measure), TARGET.growth, formatGrowth), isGrowth: true };
}

function growth({ small, large }: Measure): number {
  return median(large) / median(small);
}

function timeRow(measure: Measure): string[] {
  const { name, small, large } = measure;
  return [name, formatTime(median(small)), formatTime(median(large)), formatGrowth(growth(measure))];
}

function memoryCells(measure: Measure | undefined): string[] {
  return [measure?.small ?? [], measure?.large ?? []].map((sizes) => formatMemory(median(sizes)));
}

function formatMemory(megabytes: number): string {
  return `${megabytes.toFixed(0)} MB`;
}

/** Runs both sizes by turns, so that a machine that slows down slows both; the first round only warms up. */
async function eachRound(work: (folder: string, size: number, keep: boolean) => void | Promise<void>): Promise<void> {
  for (let round = 0; round <= rounds; round++) {
    for (const { folder, size } of folders) await work(folder, size, round > 0);
  }
}

function newMeasure(name: string): Measure {
  return { name, small: [], large: [] };
}

function add(measure: Measure | undefined, size: number, value: number): void {
  (size === SMALL ? measure?.small : measure?.large)?.push(value);
}

/** A time is worth nothing if the work was not done. */
function expectEqual(what: string, found: number, promised: number): void {
  if (found !== promised) throw new Error(`The study has ${found} ${what}; the corpus has ${promised}.`);
}

function readArguments(): { check: boolean; rounds: number } {
  const { values } = parseArgs({ options: { check: { type: "boolean" }, rounds: { type: "string", default: "5" } } });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError("--rounds takes a whole number of 1 or more.");
  return { check: values.check === true, rounds };
}
