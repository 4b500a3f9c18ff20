// The build, made only when a source is newer than it.
import { existsSync, readdirSync, statSync } from "node:fs";
import { inRepository, mustRun } from "./repository";

const SOURCES = ["src", "package.json", "tsconfig.json", "tsup.config.ts", "package-lock.json"];
// Written last by the build, so that a build that failed is made again.
const STAMP = "dist/index.d.ts";

/** Builds dist/ unless it is newer than every source; true if it was built. */
export function ensureBuilt(): boolean {
  const stamp = inRepository(STAMP);
  const newest = Math.max(...SOURCES.map((source) => changed(inRepository(source))));
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest) return false;
  mustRun("npm", ["run", "build"]);
  return true;
}

/** When a file, or the newest file of a folder, was last changed. */
function changed(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const names = readdirSync(path, { recursive: true, encoding: "utf8" });
  return Math.max(stat.mtimeMs, ...names.map((name) => statSync(`${path}/${name}`).mtimeMs));
}
