import { Writable } from "node:stream";
import { parse } from "csv-parse/sync";
import type { Io, Output } from "./io";
import { run } from "./run";

/** What a run printed, and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** How the world of a run differs from the usual one: no terminal, an empty environment. */
export interface World {
  readonly cwd?: string;
  readonly env?: Io["env"];
  /** Columns of the terminal that both streams are; no terminal if absent. */
  readonly columns?: number;
}

/** A stream that keeps what is written to it; with a failure, every write fails with that. */
export function sink(
  terminal: { readonly columns?: number } = {},
  failure?: Error,
): { stream: Output; text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      if (failure === undefined) chunks.push(String(chunk));
      done(failure);
    },
  });
  const isTTY = terminal.columns !== undefined;
  return { stream: Object.assign(stream, { isTTY, ...terminal }), text: () => chunks.join("") };
}

/** Runs the command line with these words. */
export async function runWith(
  argv: readonly string[],
  { cwd = "/", env = {}, ...terminal }: World = {},
): Promise<Outcome> {
  const [stdout, stderr] = [sink(terminal), sink(terminal)];
  const code = await run(argv, { stdout: stdout.stream, stderr: stderr.stream, env, cwd });
  return { code, out: stdout.text(), err: stderr.text() };
}

/** The records of CSV, read by another program than wrote it. */
export function parseTableCsv(text: string): string[][] {
  return parse(text);
}

/** The notes and rows of a table's JSON. */
export function parseTableJson(text: string): { readonly notes: readonly string[]; readonly rows: readonly object[] } {
  return JSON.parse(text);
}
