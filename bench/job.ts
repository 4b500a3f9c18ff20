// The main job inside this process, part by part: load a study, collect its passages, make both tables.
import type * as Core from "../src/index";
import type * as Door from "../src/node/index";
import { built, timed } from "./timed";

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
  const { themeTable, quoteTable }: typeof Core = await import(built("index.js"));
  const { loadStudy }: typeof Door = await import(built("node/index.js"));
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
