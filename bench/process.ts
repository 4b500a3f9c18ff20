// Runs a program to its end and measures the whole process, as somebody who waits for it would.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRepository } from "../scripts/lib/repository";

/** A whole process, measured from outside. */
export interface ProcessCost {
  /** From start to end, by the clock. */
  readonly milliseconds: number;
  /** The most memory that was resident at once; a megabyte is a million bytes. */
  readonly megabytes: number;
  /** What it wrote to stdout. */
  readonly output: string;
}

const PROBE = inRepository("bench", "peak-memory.cjs");

/** Runs Node with arguments and measures it. Throws if it ends with another code than 0. */
export function runNode(args: readonly string[]): ProcessCost {
  const folder = mkdtempSync(join(tmpdir(), "polyvocal-bench-"));
  try {
    const file = join(folder, "peak-memory");
    const env = { ...process.env, PEAK_MEMORY_FILE: file, NODE_OPTIONS: "" };
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", PROBE, ...args], {
      env,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    const milliseconds = performance.now() - start;
    if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}:\n${stderr}`);
    return { milliseconds, megabytes: (Number(readFileSync(file, "utf8")) * 1024) / 1e6, output: stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
