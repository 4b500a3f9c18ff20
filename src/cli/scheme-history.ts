import { checkDelivery, type Delivery, deliver, sayIssues } from "./deliver";
import { idsAtLevel } from "./ids-at-level";
import type { Io } from "./io";
import { openStudy } from "./open-study";
import { rowsWithin } from "./rows-within";
import { runTableCommand, type TableOptions } from "./table-command";
import { wrongUse } from "./wrong-use";

/** Prints the changes of a study's scheme. */
export async function showLog(folder: string | undefined, options: Delivery, io: Io): Promise<void> {
  checkDelivery(options);
  const { schemeLog } = await import("../analysis/scheme-log");
  const study = await openStudy(folder, io);
  await deliver(schemeLog(study.scheme), options, io);
  await sayIssues(study, folder, io);
}

/** What the command `scheme diff` takes beside the options of every table. */
export interface DiffOptions extends Delivery {
  readonly from?: number;
  readonly to?: number;
}

/** Prints what differs between two versions of a study's scheme. */
export async function showDiff(folder: string | undefined, options: DiffOptions, io: Io): Promise<void> {
  checkDelivery(options);
  const [{ schemeDiff }, { historyOf }] = await Promise.all([
    import("../analysis/scheme-diff"),
    import("../scheme/history"),
  ]);
  const study = await openStudy(folder, io);
  const { versions } = historyOf(study.scheme);
  const { to = study.scheme.version } = options;
  const from = options.from ?? versions.filter((each) => each < to).at(-1);
  if (from === undefined) {
    throw wrongUse(
      `There is no version of the scheme before version ${to}.`,
      'Changes are recorded by `polyvocal scheme migrate`, or by hand under "changes" in scheme.yaml.',
    );
  }
  await deliver(schemeDiff(study.scheme, from, to), options, io);
  await sayIssues(study, folder, io);
}

/** Prints the table of themes as it stood in a version of the scheme. */
export async function asOfTable(
  version: number,
  folder: string | undefined,
  options: TableOptions,
  io: Io,
): Promise<void> {
  const { themeTable } = await import("../analysis/theme-table");
  const { by, level, coder } = options;
  await runTableCommand(
    folder,
    options,
    (study) => {
      const then = study.asOf(version);
      const table = themeTable(then, { by, level, coders: coder });
      return rowsWithin(table, idsAtLevel(then.scheme, level, options.theme));
    },
    io,
  );
}
