// The build, made only when a source is newer than it.
import { existsSync, readdirSync, statSync } from "node:fs";
import { inRepository, mustRun } from "./repository";

const SOURCES = ["src", "package.json", "tsconfig.json", "tsup.config.ts", "package-lock.json"];
// The build empties dist/ first and makes code and types side by side: one that failed lacks one of these.
const RESULTS = [
  "dist/index.js",
  "dist/index.d.ts",
  "dist/exchange/index.d.ts",
  "dist/node/index.d.ts",
  "dist/office/index.d.ts",
  "dist/cli/main.js",
].map((file) => inRepository(file));

/** Builds dist/ unless it is newer than every source. */
export function ensureBuilt(): void {
  const newest = Math.max(...SOURCES.map((source) => changed(inRepository(source))));
  if (RESULTS.every((file) => existsSync(file) && statSync(file).mtimeMs >= newest)) return;
  mustRun("npm", ["run", "build"]);
}

/** When a file, or the newest file of a folder, was last changed; tests are not built. */
function changed(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => !name.endsWith(".test.ts"));
  return Math.max(stat.mtimeMs, ...names.map((name) => statSync(`${path}/${name}`).mtimeMs));
}
