// `npm run bench -- --readers`: how fast each reader of transcripts is, and how much memory it takes.
import { mkdirSync, rmSync, statSync } from "node:fs";
import { buildSync } from "esbuild";
import { inRepository } from "../scripts/lib/repository";
import { FORMATS, type Format } from "./formats";
import { runNode } from "./process";
import { alignedTable, median } from "./report";
import { type Letters, writeTranscript } from "./transcript-files";

/** What is measured of the readers. */
export interface ReaderOptions {
  readonly rounds: number;
  /** Only formats whose name has these letters in it, in any case; "" for all. */
  readonly only: string;
  readonly letters: Letters;
}

const MEGABYTE = 1e6;
const TIMED = 10 * MEGABYTE;
const LARGE = 100;
// The most that a file may take, as times of its size; and how much of that is the heap, beside which there are lists of numbers
// and the bytes of the file.
const MOST_TIMES = 5;
const HEAP_TIMES = 4.2;
const FOLDER = inRepository("bench", "corpus", "readers");
const JOB = inRepository("bench", "corpus", "reader-job.mjs");
const HEAD = ["format", "decode", "read", "ratio", "speed", "transcript", "ratio", "speed"];
const MEMORY_HEAD = ["format", "file", "read", "with plenty", "transcript", "with plenty"];

/** The report on the readers: a table of times and one of memory. */
export function measureReaders({ rounds, only, letters }: ReaderOptions): string[] {
  const formats = FORMATS.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()));
  mkdirSync(FOLDER, { recursive: true });
  try {
    buildJob();
    const times = formats.map((format) => timeRow(format, rounds, letters));
    const memory = formats.map((format) => memoryRow(format, letters));
    return [alignedTable(HEAD, times), alignedTable(MEMORY_HEAD, memory)];
  } finally {
    rmSync(FOLDER, { recursive: true, force: true });
  }
}

/** The job with the library's sources in one file, as the build bundles them: readers are no part of the public door. */
function buildJob(): void {
  buildSync({
    entryPoints: [inRepository("bench", "reader-job.ts")],
    outfile: JOB,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    target: "node20",
  });
}

function timeRow(format: Format, rounds: number, letters: Letters): string[] {
  return withFile(format, TIMED, letters, (file, bytes) => {
    const { output } = runNode(["--expose-gc", JOB, "time", file, String(rounds)]);
    const times: Readonly<Record<"decode" | "reading" | "transcript", number[]>> = JSON.parse(output);
    const decode = median(times.decode);
    const cells = [times.reading, times.transcript].flatMap((each) => {
      const time = median(each);
      return [
        `${time.toFixed(0)} ms`,
        `${(time / decode).toFixed(1)} x`,
        `${(bytes / MEGABYTE / (time / 1000)).toFixed(0)} MB/s`,
      ];
    });
    return [format.name, `${decode.toFixed(0)} ms`, ...cells];
  });
}

function memoryRow(format: Format, letters: Letters): string[] {
  // What Node and the library take by themselves is told by a file of a hundred turns.
  const base = withFile(format, 0, letters, (file) => runNode([JOB, "transcript", file]).megabytes);
  const size = Math.min(LARGE, format.most ?? LARGE);
  return withFile(format, size * MEGABYTE, letters, (file, bytes) => {
    const times = (args: string[]): string => {
      try {
        return `${(((runNode([...args, file]).megabytes - base) * MEGABYTE) / bytes).toFixed(1)} x`;
      } catch {
        return `over ${MOST_TIMES} x`;
      }
    };
    const limit = `--max-old-space-size=${Math.floor((HEAP_TIMES * bytes) / 2 ** 20)}`;
    const cells = ["reading", "transcript"].flatMap((what) => [times([limit, JOB, what]), times([JOB, what])]);
    return [format.name, `${size} MB`, ...cells];
  });
}

function withFile<T>(format: Format, size: number, letters: Letters, use: (file: string, bytes: number) => T): T {
  const file = `${FOLDER}/talk.${format.ending}`;
  writeTranscript(file, format, size, letters);
  try {
    return use(file, statSync(file).size);
  } finally {
    rmSync(file);
  }
}
