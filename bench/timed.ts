// The measure of a piece of work in this process, and the built library that it is done with.
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { inRepository } from "../scripts/lib/repository";

/** A result, and how long it took. */
export interface Timed<T> {
  readonly result: T;
  readonly milliseconds: number;
}

/** The address of a file of the build, for `import`: so the caller compiles before anything is built. */
export function built(path: string): string {
  return pathToFileURL(inRepository("dist", path)).href;
}

/** Does some work and measures it. Garbage is collected before: no work must pay for what was done before it. */
export async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  collectGarbage();
  const start = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - start };
}

const collectGarbage = garbageCollector();

function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return typeof collect === "function" ? () => void collect() : () => undefined;
}
