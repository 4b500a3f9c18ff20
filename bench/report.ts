// What a run measured, as text: medians, growth, and targets met or not.

/** The sizes that are measured. */
export const [SMALL, LARGE] = [1, 10];

const TARGET = { milliseconds: 600, megabytes: 160, growth: 12 };

// What takes less of the whole is over before the garbage collector has run once, and grows when it does.
const LEAST_SHARE = 0.05;

/** Measurements of both sizes, one number a round. */
export interface Measure {
  readonly name: string;
  readonly small: number[];
  readonly large: number[];
}

/** A command as a whole process. */
export interface CommandMeasure {
  readonly milliseconds: Measure;
  readonly megabytes: Measure;
  /** False for what stands beside the library for scale only. */
  readonly isLibrary: boolean;
}

/** A job within one process; `whole` is the sum of its parts. */
export interface JobMeasure {
  readonly parts: readonly Measure[];
  readonly whole: Measure;
}

/** How long something may take at the small size. */
export interface TimeLimit {
  /** What it is, for the list of targets. */
  readonly name: string;
  readonly measure: Measure;
  readonly milliseconds: number;
}

/** All that a run measured. */
export interface Measurements {
  readonly commands: readonly CommandMeasure[];
  readonly jobs: readonly JobMeasure[];
  /** Limits besides those of the commands. */
  readonly limits: readonly TimeLimit[];
}

/** A target: what was measured, and whether it is at most what it should be. */
export interface Target {
  readonly name: string;
  readonly most: string;
  readonly measured: string;
  readonly met: boolean;
  /** True for how much longer the large size takes, which depends little on the machine. */
  readonly isGrowth: boolean;
}

/** The tables of a report, each as text. */
export function reportTables(measurements: Measurements): string[] {
  const { commands, jobs } = measurements;
  const sizes = [`size ${SMALL}`, `size ${LARGE}`];
  const within = jobs
    .flatMap(({ parts, whole }) => [...parts, whole])
    .map((part) => [...timeCells(part), formatGrowth(growth(part))]);
  const processes = commands.map(({ milliseconds, megabytes: { small, large }, isLibrary }) => [
    ...timeCells(milliseconds),
    isLibrary ? formatGrowth(growth(milliseconds)) : "",
    ...[small, large].map((each) => formatMemory(median(each))),
  ]);
  const targets = targetsOf(measurements).map(({ name, most, measured, met }) => [
    name,
    most,
    measured,
    met ? "met" : "not met",
  ]);
  return [
    alignedTable(["within one process", ...sizes, "growth"], within),
    alignedTable(["whole process", ...sizes, "growth", ...sizes.map((size) => `peak, ${size}`)], processes),
    alignedTable(["target", "at most", "measured", ""], targets),
  ];
}

/** Every target, met or not. Parts that take less than a twentieth of their job have none. */
export function targetsOf({ commands, jobs, limits }: Measurements): Target[] {
  const library = commands.filter(({ isLibrary }) => isLibrary);
  const judged = jobs.flatMap(({ parts, whole }) => [
    ...parts.filter((part) => median(part.large) >= LEAST_SHARE * median(whole.large)),
    whole,
  ]);
  return [
    ...library.flatMap(({ milliseconds, megabytes }) => [
      target(
        `${milliseconds.name}, time of size ${SMALL}`,
        median(milliseconds.small),
        TARGET.milliseconds,
        formatTime,
      ),
      target(
        `${milliseconds.name}, peak memory of size ${SMALL}`,
        median(megabytes.small),
        TARGET.megabytes,
        formatMemory,
      ),
    ]),
    ...limits.map(({ name, measure, milliseconds }) => target(name, median(measure.small), milliseconds, formatTime)),
    ...[...library.map(({ milliseconds }) => milliseconds), ...judged].map((measure) => ({
      ...target(`${measure.name}, growth to size ${LARGE}`, growth(measure), TARGET.growth, formatGrowth),
      isGrowth: true,
    })),
  ];
}

function target(name: string, measured: number, most: number, format: (value: number) => string): Target {
  return { name, most: format(most), measured: format(measured), met: measured <= most, isGrowth: false };
}

/** How many times as much the large size takes. */
function growth({ small, large }: Measure): number {
  return median(large) / median(small);
}

/** The middle of numbers, or the mean of the two in the middle. Throws if there are none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError("There is no median of no numbers.");
  return (low + high) / 2;
}

/** Rows under a head as lines of text, columns aligned: the first to the left, the others to the right. */
export function alignedTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(head), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}

function timeCells({ name, small, large }: Measure): string[] {
  return [name, formatTime(median(small)), formatTime(median(large))];
}

/** Milliseconds for reading, to three digits: "8.31 ms", "412 ms", "2.35 s". */
function formatTime(milliseconds: number): string {
  return milliseconds < 999.5 ? `${milliseconds.toPrecision(3)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

function formatGrowth(times: number): string {
  return `${times.toFixed(1)} x`;
}

function formatMemory(megabytes: number): string {
  return `${megabytes.toFixed(0)} MB`;
}
