// The main job on an invented study and on one of ten times the size: whole processes, and part by part within one.
import { ensureBuilt } from "../scripts/lib/build";
import { inRepository } from "../scripts/lib/repository";
import { ALWAYS, makeCorpus, PER_SIZE, writeCorpus } from "./corpus";
import { jobRunner, PARTS } from "./job";
import { runNode } from "./process";
import { expectEqual } from "./proof";
import {
  alignedTable,
  type CommandMeasure,
  type JobMeasure,
  LARGE,
  type Measure,
  reportTables,
  SMALL,
  type TimeLimit,
  targetsOf,
} from "./report";
import { suggestLimit, UPKEEP_PARTS, upkeepRunner } from "./upkeep";

const SEED = 1;
const MAIN = inRepository("dist", "cli", "main.js");
const READ_BYTES =
  'const fs = require("fs"); for (const entry of fs.readdirSync(process.argv[1], { recursive: true, withFileTypes: true }))' +
  ' if (entry.isFile()) fs.readFileSync(entry.parentPath + "/" + entry.name);';

const COMMANDS = [
  { name: "node -e 0", args: () => ["-e", "0"], isLibrary: false },
  { name: "read the bytes", args: (folder: string) => ["-e", READ_BYTES, folder], isLibrary: false },
  { name: "polyvocal themes", args: (folder: string) => [MAIN, "themes", folder], isLibrary: true },
  { name: "polyvocal quotes", args: (folder: string) => [MAIN, "quotes", folder], isLibrary: true },
] as const;

/** A study folder of the corpus. */
interface WrittenStudy {
  readonly size: number;
  readonly folder: string;
  readonly bytes: number;
}

/** What is measured, and how often. */
interface Run {
  readonly studies: readonly WrittenStudy[];
  readonly rounds: number;
}

/** The report on the main job; `grows` is true if anything grows faster than the work. */
export async function measureStudies(rounds: number): Promise<{ tables: string[]; grows: boolean }> {
  ensureBuilt();
  const studies = [SMALL, LARGE].map((size) => {
    const folder = inRepository("bench", "corpus", `size-${size}`);
    const files = makeCorpus(SEED, size);
    writeCorpus(folder, files);
    return { size, folder, bytes: files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0) };
  });
  // Whole processes first, while this one is small; then the same work within it.
  const commands = await measureCommands({ studies, rounds });
  const main = await measureParts({ studies, rounds });
  const upkeep = await measureUpkeep({ studies, rounds });
  const measurements = { commands, jobs: [main, upkeep.job], limits: [upkeep.limit] };
  return {
    tables: [corpusTable(studies), ...reportTables(measurements)],
    // Times differ from machine to machine; how they grow does not.
    grows: targetsOf(measurements).some(({ met, isGrowth }) => isGrowth && !met),
  };
}

async function measureCommands({ studies, rounds }: Run): Promise<CommandMeasure[]> {
  const measured = COMMANDS.map(({ name, isLibrary }) => ({
    isLibrary,
    milliseconds: newMeasure(name),
    megabytes: newMeasure(name),
  }));
  await eachRound({ studies, rounds }, (folder, size, keep) => {
    for (const [index, { name, args, isLibrary }] of COMMANDS.entries()) {
      const { milliseconds, megabytes, output } = runNode(args(folder));
      if (isLibrary && output.trim() === "") throw new Error(`${name} printed nothing.`);
      if (!keep) continue;
      add(measured[index]?.milliseconds, size, milliseconds);
      add(measured[index]?.megabytes, size, megabytes);
    }
  });
  return measured;
}

async function measureParts(run: Run): Promise<JobMeasure> {
  const runJob = await jobRunner();
  const job = newJob(PARTS, "all four");
  await eachRound(run, async (folder, size, keep) => {
    const { milliseconds, turns, passages } = await runJob(folder);
    expectEqual("turns", turns, size * PER_SIZE.transcripts * ALWAYS.turnsPerTranscript);
    expectEqual("passages", passages, size * PER_SIZE.codings);
    if (keep) addRound(job, size, Object.values(milliseconds));
  });
  return job;
}

async function measureUpkeep(run: Run): Promise<{ job: JobMeasure; limit: TimeLimit }> {
  const runUpkeep = await upkeepRunner();
  const job = newJob(UPKEEP_PARTS, "all five");
  let words = 0;
  await eachRound(run, async (folder, size, keep) => {
    const cost = await runUpkeep(folder, size);
    if (size === SMALL) words = cost.words;
    if (keep) addRound(job, size, Object.values(cost.milliseconds));
  });
  return { job, limit: suggestLimit(job, words) };
}

/** Runs both sizes by turns, so that a machine that slows down slows both; the first round only warms up. */
async function eachRound(
  { studies, rounds }: Run,
  work: (folder: string, size: number, keep: boolean) => void | Promise<void>,
): Promise<void> {
  for (let round = 0; round <= rounds; round++) {
    for (const { folder, size } of studies) await work(folder, size, round > 0);
  }
}

function newJob(parts: readonly string[], whole: string): JobMeasure {
  return { parts: parts.map(newMeasure), whole: newMeasure(whole) };
}

function addRound({ parts, whole }: JobMeasure, size: number, milliseconds: readonly number[]): void {
  for (const [index, each] of milliseconds.entries()) add(parts[index], size, each);
  add(
    whole,
    size,
    milliseconds.reduce((sum, each) => sum + each, 0),
  );
}

function newMeasure(name: string): Measure {
  return { name, small: [], large: [] };
}

function add(measure: Measure | undefined, size: number, value: number): void {
  (size === SMALL ? measure?.small : measure?.large)?.push(value);
}

function corpusTable(studies: readonly WrittenStudy[]): string {
  const rows = studies.map(({ size, bytes }) => {
    const transcripts = size * PER_SIZE.transcripts;
    const numbers = [transcripts, transcripts * ALWAYS.turnsPerTranscript, size * PER_SIZE.codings];
    return [`size ${size}`, ...numbers.map(String), `${(bytes / 1e6).toFixed(1)} MB`];
  });
  return alignedTable(["corpus", "transcripts", "turns", "codings", "text"], rows);
}
