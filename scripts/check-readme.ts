// Runs every TypeScript and shell block of README.md and docs/*.md as its reader would: each file's blocks in order, in
// a fresh folder with the packed package installed and the sample study beside it (my-study, fixtures/peer-support).
//   ```ts, ```sh, ```shell    is run; `no-run` behind the language keeps a block of docs/ (not of README.md) from it
//   ```text output            is compared with what the block before it printed (blanks at line ends aside);
//                             `npm run check:readme -- --update` writes it anew
// A block of shell commands for the repository itself (`npm ci && npm test`) is not run here: .ci/run does so; that
// the npm scripts it names exist is checked. `npm install polyvocal` is done before the first block.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { difference, trimmedLines } from "./lib/difference";
import { type Block, fencedBlocks } from "./lib/markdown";
import { conclude } from "./lib/outcome";
import { inRepository, manifest, type Outcome, plainEnvironment, run, runTypeScript } from "./lib/repository";
import { addSampleStudy, install, inTemporaryFolder } from "./lib/sandbox";
import { typeCheck } from "./lib/type-check";

const update = process.argv.includes("--update");
const TYPESCRIPT = ["ts", "typescript"];
const SHELL = ["sh", "shell", "bash"];
const INSTALL = /^npm (install|i) polyvocal$/;
// What a contributor types in a clone of the repository.
const IN_CLONE = /^(git clone \S+|cd polyvocal|npm ci|npm test|npm run [\w:-]+)$/;

const documents = ["README.md", ...readdirSync(inRepository("docs")).map((file) => `docs/${file}`)].filter((file) =>
  file.endsWith(".md"),
);

await inTemporaryFolder((root) => {
  const bin = install(root);
  const read = documents.map((document) => {
    const folder = join(root, document.replace(/\W/g, "-"));
    mkdirSync(folder);
    addSampleStudy(folder);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
    const blocks = fencedBlocks(readFileSync(inRepository(document), "utf8"));
    const scripts = blocks.filter(({ language, words }) => TYPESCRIPT.includes(language) && !words.includes("no-run"));
    for (const block of scripts) writeFileSync(scriptFile(folder, block), block.code);
    return { document, folder, blocks, scripts };
  });

  const files = read.flatMap(({ folder, scripts }) => scripts.map((block) => scriptFile(folder, block)));
  const failures = typeCheck(files).map(({ file, line, message }) => {
    const document = read.find(({ folder }) => file.startsWith(folder))?.document ?? relative(root, file);
    return `${document}:${Number(/\d+/.exec(basename(file))) + line}: ${message}`;
  });
  let count = 0;
  for (const { document, folder, blocks } of read) {
    const outputs: { block: Block; printed: string }[] = [];
    for (const [at, block] of blocks.entries()) {
      const outcome = runBlock(document, folder, bin, block, failures);
      if (outcome === undefined) continue;
      count++;
      const expected = blocks[at + 1];
      const printed = trimmedLines(outcome.stdout);
      if (outcome.code !== 0) {
        failures.push(`${document}:${block.line} ended with ${outcome.code}\n${outcome.stdout}${outcome.stderr}`);
      } else if (expected?.words.includes("output") && trimmedLines(expected.code) !== printed) {
        const lines = difference(trimmedLines(expected.code), printed);
        if (update) outputs.push({ block: expected, printed });
        else failures.push(`${document}:${expected.line}: the block before prints something else (+)\n${lines}`);
      }
    }
    if (update) writeOutputs(document, outputs);
  }
  conclude("Code blocks of the documents", count, failures);
});

/** The file of a TypeScript block; its name holds the line the block begins at. */
function scriptFile(folder: string, block: Block): string {
  return join(folder, `line-${block.line}.ts`);
}

/** Puts what was printed into a document's output blocks, the last first, so that the lines of the others stay right. */
function writeOutputs(document: string, outputs: readonly { block: Block; printed: string }[]): void {
  const lines = readFileSync(inRepository(document), "utf8").split("\n");
  for (const { block, printed } of outputs.toReversed()) {
    lines.splice(block.line - 1, block.lines, ...printed.split("\n"));
  }
  writeFileSync(inRepository(document), lines.join("\n"));
}

/** What a block did; undefined if it is none to run. */
function runBlock(
  document: string,
  folder: string,
  bin: string,
  block: Block,
  failures: string[],
): Outcome | undefined {
  const { language, words, code, line } = block;
  if (![...TYPESCRIPT, ...SHELL].includes(language)) return undefined;
  if (words.includes("no-run")) {
    if (document === "README.md") failures.push(`README.md:${line}: every block of the README must run.`);
    return undefined;
  }
  if (TYPESCRIPT.includes(language)) return runTypeScript(scriptFile(folder, block), folder);
  const commands = code
    .split(/\n|&&/)
    .map((command) => command.replace(/\s#.*$/, "").trim())
    .filter((command) => command !== "" && !command.startsWith("#"));
  if (commands.every((command) => IN_CLONE.test(command))) {
    for (const command of commands) {
      const script = /^npm (?:run )?(\S+)$/.exec(command)?.[1] ?? "ci";
      if (script !== "ci" && manifest().scripts[script] === undefined) {
        failures.push(`${document}:${line}: there is no npm script "${script}".`);
      }
    }
    return undefined;
  }
  const rest = code.replace(/^.*$/gm, (command) => (INSTALL.test(command.trim()) ? "" : command));
  return run("bash", ["-euo", "pipefail", "-c", rest], { cwd: folder, env: plainEnvironment(bin) });
}
