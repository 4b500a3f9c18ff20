// Writes THIRD-PARTY-NOTICES.md: the licence of every package of which the bundle contains code. What it contains is read
// from the bundler's own record of the build, not from a list. `--check` changes nothing and fails if the file is stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { ensureBuilt } from "./lib/build";
import { difference } from "./lib/difference";
import { conclude } from "./lib/outcome";
import { inRepository, manifest } from "./lib/repository";

const FILE = inRepository("THIRD-PARTY-NOTICES.md");

ensureBuilt();
const files = bundledFiles();
const text = `# Third-party notices

Polyvocal's bundle contains code of the packages below. Everything else it uses is installed as a dependency, with its
own licence. This file is written by \`npm run notices\`.
${[...files].map(([name, paths]) => notice(name, paths)).join("")}`;

if (process.argv.includes("--check")) {
  const written = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  const stale = `THIRD-PARTY-NOTICES.md is stale; npm run notices writes it anew.\n`;
  conclude("Bundled packages", files.size, written === text ? [] : [stale + difference(written, text)]);
} else {
  writeFileSync(FILE, text);
}

/** The files of node_modules that are in the bundle, by package. */
function bundledFiles(): Map<string, string[]> {
  const { inputs } = JSON.parse(readFileSync(inRepository("dist/metafile-esm.json"), "utf8"));
  const found = new Map<string, string[]>();
  for (const input of Object.keys(inputs).sort()) {
    const [, name, path] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(input) ?? [];
    if (name !== undefined && path !== undefined) found.set(name, [...(found.get(name) ?? []), path]);
  }
  return found;
}

function notice(name: string, paths: readonly string[]): string {
  const folder = inRepository("node_modules", name);
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (licence === undefined) throw new Error(`${name} has no licence file.`);
  return `
## ${name} ${manifest(name).version}

Files: ${paths.join(", ")}

\`\`\`text
${readFileSync(`${folder}/${licence}`, "utf8").replace(/\r\n/g, "\n").trim()}
\`\`\`
`;
}
