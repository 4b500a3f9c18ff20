import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { toSource } from "../issues/source";
import { isSystemError, reasonOf } from "../node/system-error";
import type { Study } from "../study/study";
import { count } from "../text/plural";
import { type Io, print, say } from "./io";
import { openStudy, studyFolder } from "./open-study";
import { wrongUse } from "./wrong-use";

/** What the command `scheme migrate` takes. */
export interface MigrateOptions {
  readonly by: string;
  readonly why: string;
  readonly date?: string;
  readonly to?: number;
  readonly dryRun?: boolean;
}

/** Changes a study's scheme by the steps in a YAML file, and writes scheme.yaml. */
export async function migrateScheme(
  steps: string,
  folder: string | undefined,
  { dryRun = false, ...options }: MigrateOptions,
  io: Io,
): Promise<void> {
  const [{ parseSteps }, { schemeDiff }, { renderTable }] = await Promise.all([
    import("../study/parse-steps"),
    import("../analysis/scheme-diff"),
    import("../node/table-formats"),
  ]);
  const source = toSource(steps, await textOf(steps, io));
  const study = await openStudy(folder, io);
  const next = parseSteps(source, study, options);
  const table = schemeDiff(next.scheme, study.scheme.version, next.scheme.version);
  await print(io, renderTable(table, "text", { guard: false, width: io.stdout.columns ?? 100 }));
  await say(io, whatBecame(study, next));
  if (dryRun) {
    await say(io, "Nothing was written.\n");
    return;
  }
  const { saveStudy } = await import("../node/save-study");
  const { written } = await saveStudy(next, await studyFolder(folder, io));
  await say(io, `Written: ${written.join(", ")}\n`);
}

async function textOf(file: string, io: Io): Promise<string> {
  try {
    return await readFile(resolve(io.cwd, file), "utf8");
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw wrongUse(`"${file}" cannot be read: ${reasonOf(error)}.`, "Give a YAML file with a list of steps.");
  }
}

/** What the change made of the codings, a line for each kind of thing. */
function whatBecame(before: Study, after: Study): string {
  const codes = new Map(before.codings.map(({ id, code }) => [id, code]));
  const known = new Set(
    before.codings.flatMap(({ id, attention }) => (attention === undefined ? [] : [`${id} ${attention}`])),
  );
  const moved = after.codings.filter(({ id, code }) => codes.get(id) !== code).length;
  const asking = (attention: string): number =>
    after.codings.filter((each) => each.attention === attention && !known.has(`${each.id} ${attention}`)).length;
  const [undecided, redefined] = [asking("undecided"), asking("redefined")];
  const lines = [
    moved > 0 && `${count(moved, "coding")} went to another code.`,
    undecided > 0 &&
      `${count(undecided, "coding")} of a code that was split ${undecided === 1 ? "waits" : "wait"} for a decision and ${undecided === 1 ? "counts" : "count"} nowhere: polyvocal review --undecided`,
    redefined > 0 &&
      `${count(redefined, "coding")} of a code that was defined anew ${redefined === 1 ? "asks" : "ask"} for another look: polyvocal review --redefined`,
  ].filter((line) => line !== false);
  return lines.length === 0 ? "No coding is changed by it.\n" : `${lines.join("\n")}\n`;
}
