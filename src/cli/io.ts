import type { Readable, Writable } from "node:stream";
import { writeError } from "../node/system-error";

/** A stream that may be a terminal. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** What a command has of the world around it, so that a test can be that world. */
export interface Io {
  /** Where answers are typed; absent where nobody can be asked. */
  readonly stdin?: Readable & { readonly isTTY?: boolean };
  /** Tables and reports, and nothing else. */
  readonly stdout: Output;
  /** Progress, notes and failures. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder in which the command was called. */
  readonly cwd: string;
}

/** Writes a result to stdout and waits until it is taken. Rejects with a write error: a closed pipe, a full disk. */
export async function print(io: Io, text: string): Promise<void> {
  try {
    await write(io.stdout, text);
  } catch (error) {
    throw writeError("The output", error);
  }
}

/** Says something beside the result, on stderr. Rejects with a write error. */
export async function say(io: Io, text: string): Promise<void> {
  try {
    await write(io.stderr, text);
  } catch (error) {
    throw writeError("The standard error stream", error);
  }
}

function write(output: Output, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
