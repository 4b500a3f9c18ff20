import { join, resolve } from "node:path";
import type { Command } from "commander";
import { kindOf } from "../node/files";
import { writeNewFiles } from "../node/write-new-files";
import { asArgument } from "../text/argument";
import { type Io, print } from "./io";
import { wrongUse } from "./wrong-use";

const EXAMPLES = `
Examples:
  $ polyvocal init my-study
  $ mkdir my-study && cd my-study && polyvocal init .`;

/** Adds the command `init`: a small study to begin with. */
export function addInit(program: Command, io: Io): void {
  program
    .command("init")
    .summary("make a small study to begin with")
    .description("Writes a small, invented study with comments that explain it. Never overwrites anything.")
    .argument("<dir>", "the folder to make it in")
    .addHelpText("after", EXAMPLES)
    .action((folder: string) => init(folder, io));
}

async function init(folder: string, io: Io): Promise<void> {
  const { TEMPLATE } = await import("./template/files");
  const root = resolve(io.cwd, folder);
  await refuseToOverwrite(folder, root, TEMPLATE);
  await writeNewFiles(root, TEMPLATE, folder);
  await print(io, whatNext(folder, TEMPLATE));
}

/** Throws `InputError` naming what is in the way. A whole folder is, since its files would be read with the new ones. */
async function refuseToOverwrite(
  folder: string,
  root: string,
  files: readonly { readonly path: string }[],
): Promise<void> {
  if ((await kindOf(root)) === "file")
    throw wrongUse(`"${folder}" is a file.`, "Give a folder, or a name for a new one.");
  const names = [...new Set(files.map(({ path }) => path.replace(/\/.*/, "")))];
  const there: string[] = [];
  for (const name of names) {
    const kind = await kindOf(join(root, name));
    if (kind !== null) there.push(kind === "folder" ? `${name}/` : name);
  }
  if (there.length === 0) return;
  throw wrongUse(
    `Nothing was written, since this is in the way in "${folder}": ${there.join(", ")}.`,
    "Give another folder, or move these elsewhere.",
  );
}

function whatNext(folder: string, files: readonly { readonly path: string; readonly about: string }[]): string {
  const width = Math.max(...files.map(({ path }) => path.length)) + 2;
  const name = asArgument(folder);
  const lines = [
    `Made a small study, all of it invented, in ${folder}:`,
    ...files.map(({ path, about }) => `  ${path.padEnd(width)}${about}`.trimEnd()),
    "",
    "Try:",
    `  polyvocal check ${name}`,
    `  polyvocal themes ${name}`,
    `  polyvocal quotes ${name} --out quotes.html`,
    "",
    "Then put your own transcripts into the folder transcripts, and name who speaks in participants.csv.",
  ];
  return `${lines.join("\n")}\n`;
}
