// Where the repository is, and how scripts run programs in it.
import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A path inside the repository, made absolute. */
export const inRepository = (...parts: string[]): string => join(ROOT, ...parts);

/** What the scripts need to know of package.json. */
export interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** package.json of the repository, or of one of the packages installed in it. */
export function manifest(name?: string): Manifest {
  const folder = name === undefined ? ROOT : inRepository("node_modules", name);
  const { version, scripts = {}, dependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { version, scripts, dependencies };
}

/** What a program printed and how it ended: `code` is null if a signal ended it. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, in the repository's folder unless told otherwise, and gives what it printed. */
export function run(program: string, args: readonly string[], options: SpawnSyncOptions = {}): Outcome {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
    ...options,
    encoding: "utf8",
  });
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
}

/** Runs a program that must succeed; its output is shown only if it does not. */
export function mustRun(program: string, args: readonly string[], options: SpawnSyncOptions = {}): string {
  const { code, stdout, stderr } = run(program, args, options);
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}\n${stdout}${stderr}`);
  return stdout;
}

/** Runs a TypeScript file with tsx, as one process, in a folder of its own choice. */
export function runTypeScript(file: string, cwd: string): Outcome {
  return run(process.execPath, [inRepository("node_modules/tsx/dist/cli.mjs"), file], { cwd, env: plainEnvironment() });
}

/** The environment without colours and without the terminal's width, so that output is the same everywhere. */
export function plainEnvironment(path?: string): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, COLUMNS: __, ...rest } = process.env;
  return { ...rest, NO_COLOR: "1", ...(path === undefined ? {} : { PATH: `${path}:${rest.PATH ?? ""}` }) };
}
