// What is published: packs the package and checks the tarball. Its doors and types as publint and "Are the types wrong?"
// see them, its files, its dependencies, and its size with everything that `npm install polyvocal` brings.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { conclude } from "./lib/outcome";
import { inRepository, manifest, run } from "./lib/repository";
import { inTemporaryFolder, type Packed, pack } from "./lib/sandbox";

const MUST_HAVE = [
  "package.json",
  "README.md",
  "LICENSE",
  "CHANGELOG.md",
  "CITATION.cff",
  "THIRD-PARTY-NOTICES.md",
  "dist/index.js",
  "dist/index.d.ts",
  "dist/exchange/index.js",
  "dist/exchange/index.d.ts",
  "dist/node/index.js",
  "dist/node/index.d.ts",
  "dist/office/index.js",
  "dist/office/index.d.ts",
  "dist/cli/main.js",
];
const MAY_HAVE = /^dist\/[\w./-]+\.(js|js\.map|d\.ts)$/;
// In MB with all dependencies; a new one should be a decision.
const LARGEST = 20;

await inTemporaryFolder(async (folder) => {
  const packed = pack(folder);
  const failures = [...files(packed), ...ownedByNatural(), ...versions(), ...size(packed), ...(await browser())];
  for (const tool of [
    ["publint", "run", packed.file, "--strict"],
    ["attw", packed.file, "--profile", "esm-only", "--no-emoji"],
  ]) {
    const { code, stdout, stderr } = run(inRepository("node_modules/.bin", tool[0] ?? ""), tool.slice(1));
    if (code !== 0) failures.push(`${tool[0]}\n${stdout}${stderr}`);
  }
  conclude("The tarball", packed.files.length, failures);
});

function files({ files }: Packed): string[] {
  const paths = files.map(({ path }) => path);
  const missing = MUST_HAVE.filter((path) => !paths.includes(path));
  const stray = paths.filter((path) => !MUST_HAVE.includes(path) && !MAY_HAVE.test(path));
  const shebang = readFileSync(inRepository("dist/cli/main.js"), "utf8").startsWith("#!/usr/bin/env node\n");
  return [
    ...missing.map((path) => `${path} is not in the tarball.`),
    ...stray.map((path) => `${path} is in the tarball and should not be.`),
    ...(shebang ? [] : ["dist/cli/main.js does not begin with #!/usr/bin/env node."]),
  ];
}

/** natural is bundled by the file: neither it nor one of the packages it brings may be installed with polyvocal. */
function ownedByNatural(): string[] {
  const own = Object.keys(manifest().dependencies);
  const naturals = ["natural", ...Object.keys(manifest("natural").dependencies)];
  return naturals
    .filter((name) => own.includes(name))
    .map((name) => `${name} is a dependency, and natural is bundled.`);
}

/** These doors must load where there is the language and nothing else: no Node, no page. */
async function browser(): Promise<string[]> {
  const problems = await Promise.all(
    ["dist/index.js", "dist/exchange/index.js", "dist/office/index.js"].map(browserProblem),
  );
  return problems.filter((problem) => problem !== null);
}

async function browserProblem(door: string): Promise<string | null> {
  try {
    const { outputFiles } = await build({
      entryPoints: [inRepository(door)],
      bundle: true,
      write: false,
      format: "iife",
      globalName: "polyvocal",
      platform: "browser",
      logLevel: "silent",
    });
    const names = runInContext(`${outputFiles[0]?.text}; Object.keys(polyvocal).length`, createContext({}));
    return names > 0 ? null : `${door} exports nothing.`;
  } catch (error) {
    return `${door} does not load in a browser: ${error instanceof Error ? error.message : error}`;
  }
}

/** One version, wherever it is written. */
function versions(): string[] {
  const { version } = manifest();
  const places: [string, string][] = [
    ["src/model/version.ts", `VERSION = "${version}"`],
    ["CITATION.cff", `\nversion: ${version}\n`],
    ["CHANGELOG.md", `\n## ${version}`],
  ];
  const wrong = places.filter(([file, text]) => !readFileSync(inRepository(file), "utf8").includes(text));
  return wrong.map(([file]) => `${file} has another version than package.json, which has ${version}.`);
}

/** States the size on disk; a failure if it has grown too large, or if the README states another. */
function size({ size, unpackedSize }: Packed): string[] {
  const folders = installedFolders();
  const outermost = folders.filter((folder) => !/node_modules.*node_modules/.test(folder));
  const installed = outermost.reduce((sum, folder) => sum + bytes(inRepository(folder)), unpackedSize);
  const stated = `${megabytes(installed)} MB in ${folders.length + 1} packages`;
  console.log(`Packed ${megabytes(size)} MB, unpacked ${megabytes(unpackedSize)} MB, installed ${stated}.`);
  const failures: string[] = [];
  if (installed > LARGEST * 1e6) failures.push(`Installed size is over ${LARGEST} MB.`);
  const claim = /(\d+) MB in (\d+) packages/.exec(readFileSync(inRepository("README.md"), "utf8"))?.[0];
  const rounded = `${Math.round(installed / 1e6)} MB in ${folders.length + 1} packages`;
  if (claim !== rounded)
    failures.push(`The README says ${claim ?? "nothing"} of the installed size; it is "${rounded}".`);
  return failures;
}

/** Folders of all packages that are installed with this one, as the lock file has them: one version each, or several. */
function installedFolders(): string[] {
  const lock = JSON.parse(readFileSync(inRepository("package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  return Object.entries(lock.packages).flatMap(([folder, { dev }]) => (folder === "" || dev ? [] : [folder]));
}

function bytes(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

function megabytes(count: number): string {
  return (count / 1e6).toFixed(1);
}
