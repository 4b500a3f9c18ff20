// The main job inside this process, part by part: load a study, collect its passages, make both tables.

import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { inRepository } from "../scripts/lib/repository";
import type * as Core from "../src/index";
import type * as Door from "../src/node/index";

/** The parts of the job, in order. Both tables use the passages collected before. */
export const PARTS = ["load", "passages", "themeTable", "quoteTable"] as const;

/** Milliseconds of each part, and what the study held, to prove that the work was done. */
export interface JobCost {
  readonly milliseconds: Readonly<Record<(typeof PARTS)[number], number>>;
  readonly turns: number;
  readonly passages: number;
}

/** A function that does the job with the library as it is built, and measures it. */
export async function jobRunner(): Promise<(folder: string) => Promise<JobCost>> {
  // By the address of the file, so that this compiles before anything is built.
  const built = (path: string): string => pathToFileURL(inRepository("dist", path)).href;
  const { themeTable, quoteTable }: typeof Core = await import(built("index.js"));
  const { loadStudy }: typeof Door = await import(built("node/index.js"));
  const collectGarbage = garbageCollector();
  const timed = async <T>(work: () => T | Promise<T>): Promise<{ result: T; milliseconds: number }> => {
    // One part must not pay for the garbage of the part before.
    collectGarbage();
    const start = performance.now();
    const result = await work();
    return { result, milliseconds: performance.now() - start };
  };
  return async (folder) => {
    const load = await timed(() => loadStudy(folder));
    const study = load.result;
    const passages = await timed(() => study.passages);
    const themes = await timed(() => themeTable(study, { by: "group" }));
    const quotes = await timed(() => quoteTable(study, { by: "group" }));
    return {
      milliseconds: {
        load: load.milliseconds,
        passages: passages.milliseconds,
        themeTable: themes.milliseconds,
        quoteTable: quotes.milliseconds,
      },
      turns: study.transcripts.reduce((sum, { turns }) => sum + turns.length, 0),
      passages: passages.result.length,
    };
  };
}

function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return typeof collect === "function" ? () => void collect() : () => undefined;
}
