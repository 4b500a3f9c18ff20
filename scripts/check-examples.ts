// Runs every examples/*.ts as a user would, against the packed package, and compares what it prints with
// examples/output/NAME.txt, to the letter. `npm run check:examples -- --update` writes those files anew.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { difference } from "./lib/difference";
import { conclude } from "./lib/outcome";
import { inRepository, runTypeScript } from "./lib/repository";
import { addSampleStudy, install, inTemporaryFolder } from "./lib/sandbox";
import { typeCheck } from "./lib/type-check";

const update = process.argv.includes("--update");
const OUTPUT = inRepository("examples/output");
const names = readdirSync(inRepository("examples"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => basename(file, ".ts"));

await inTemporaryFolder((folder) => {
  install(folder);
  addSampleStudy(folder);
  cpSync(inRepository("examples"), join(folder, "examples"), { recursive: true });
  mkdirSync(OUTPUT, { recursive: true });

  const paths = names.map((name) => join(folder, "examples", `${name}.ts`));
  const failures = typeCheck(paths).map(
    ({ file, line, message }) => `examples/${basename(file)}:${line + 1}: ${message}`,
  );
  for (const name of names) failures.push(...runExample(name, folder));
  const stray = readdirSync(OUTPUT).filter((file) => !names.includes(basename(file, ".txt")));
  for (const file of stray) failures.push(`examples/output/${file} belongs to no example.`);
  conclude("Examples", names.length, failures);
});

function runExample(name: string, folder: string): string[] {
  const { code, stdout, stderr } = runTypeScript(join("examples", `${name}.ts`), folder);
  if (code !== 0) return [`examples/${name}.ts ended with ${code}\n${stdout}${stderr}`];
  const golden = join(OUTPUT, `${name}.txt`);
  if (update) {
    writeFileSync(golden, stdout);
    return [];
  }
  const expected = existsSync(golden) ? readFileSync(golden, "utf8") : "";
  if (stdout === expected) return [];
  return [
    `examples/${name}.ts does not print what examples/output/${name}.txt says (- expected, + printed). ` +
      `If the new output is right: npm run check:examples -- --update\n${difference(expected, stdout)}`,
  ];
}
