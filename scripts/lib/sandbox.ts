// A folder in which the packed package is installed, as a user has it, without a network: the tarball unpacked into
// node_modules, its dependencies linked from the repository's own node_modules.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ensureBuilt } from "./build";
import { inRepository, manifest, mustRun } from "./repository";

/** What `npm pack` says of the tarball it made; sizes in bytes. */
export interface Packed {
  readonly file: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** Builds if need be and packs the package into a folder. */
export function pack(folder: string): Packed {
  ensureBuilt();
  // The build is made already; the package's own prepack script would make it again.
  const printed = mustRun("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]);
  const [packed] = JSON.parse(printed);
  return { ...packed, file: join(folder, packed.filename) };
}

/** Runs a piece of work in a temporary folder, which is removed whatever happens. */
export async function inTemporaryFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "polyvocal-")));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Installs the packed package into a folder; gives the path of node_modules/.bin. */
export function install(folder: string): string {
  const modules = join(folder, "node_modules");
  const home = join(modules, "polyvocal");
  mkdirSync(home, { recursive: true });
  mustRun("tar", ["-xzf", pack(folder).file, "-C", home, "--strip-components=1"]);
  // The types as well, for those who check examples and code blocks.
  for (const name of [...Object.keys(manifest().dependencies), "@types"]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(inRepository("node_modules", name), join(modules, name), "junction");
  }
  const bin = join(modules, ".bin");
  mkdirSync(bin);
  symlinkSync(join(home, "dist/cli/main.js"), join(bin, "polyvocal"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  return bin;
}

/** Copies the sample study into a folder under the names by which documents and examples call it. */
export function addSampleStudy(folder: string): void {
  for (const name of ["my-study", "fixtures/peer-support"]) {
    cpSync(inRepository("fixtures/peer-support"), join(folder, name), { recursive: true });
  }
}
