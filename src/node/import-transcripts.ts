import { basename, join, resolve, sep } from "node:path";
import { type ImportedStudy, importStudy, type NewFile, startedSettings } from "../exchange/import-study";
import { InputError } from "../issues/input-error";
import { type Issue, issue } from "../issues/issue";
import { EDGE, foreignFormat } from "../office/foreign-file";
import type { ForeignFormat } from "../office/foreign-formats";
import { parseSettings } from "../study/read-parts";
import type { TranscriptSource } from "../study/transcript-source";
import { type Given, without } from "./except-files";
import { fileReader } from "./file-reader";
import { filesIn, kindOf } from "./files";
import { diskFolder, type Folder } from "./folder";
import { canBeTranscript } from "./study-files";
import { writeNewFiles } from "./write-new-files";

/** What an import has done. */
export interface Imported extends Omit<ImportedStudy, "files"> {
  /** Paths of the files that were written, from the study's folder. */
  readonly files: readonly string[];
  /** Files of the given folders that are no transcripts. */
  readonly passedOver: readonly string[];
  /** Those of them in which transcripts may well be, such as projects of other programs. */
  readonly withWords: readonly WithWords[];
  /** Files that were left out by their names. */
  readonly excepted: readonly string[];
}

/** Files of one format that is not read, and how to get at their words. */
export interface WithWords {
  readonly files: readonly string[];
  readonly what: string;
  readonly hint: string;
}

/** What an import leaves out. */
export interface ImportOptions {
  /** Names of files and folders, or the ends of their paths; `*` stands for any letters but "/". */
  readonly except?: readonly string[];
  /** True to go on without files that cannot be read. */
  readonly skipUnreadable?: boolean;
}

/**
 * Makes a study folder of transcript files: a text file for each transcript, a participants.csv, and a study.yaml unless
 * there is one. Paths are as the user wrote them, from `cwd`; of a folder all files are taken that can be transcripts.
 *
 * Everything is read and checked before anything is written, nothing is overwritten, and all files are written or none.
 * Rejects with `InputError` for files that cannot be read, and for those that are in the way.
 */
export async function importTranscripts(
  paths: readonly string[],
  into: string,
  cwd: string,
  { except = [], skipUnreadable = false }: ImportOptions = {},
): Promise<Imported> {
  const { files, passedOver, excepted } = without(await given(paths, cwd), except);
  const withWords = await holdingWords(diskFolder(cwd), passedOver);
  const root = resolve(cwd, into);
  const issues: Issue[] = [];
  const settingsRead = parseSettings(await fileReader(diskFolder(root), issues).read("study.yaml", true));
  const reader = fileReader(diskFolder(cwd), issues);
  const sources: TranscriptSource[] = [];
  for (const file of files) {
    const { source } = await reader.readTranscript(file);
    if (source !== null) sources.push(source);
  }
  issues.push(...settingsRead.issues);
  const imported = importStudy(sources, settingsRead.settings, issues, skipUnreadable);
  const hasSettings = (await kindOf(join(root, "study.yaml"))) !== null;
  const title = basename(root);
  const all: NewFile[] = [
    ...(hasSettings ? [] : [{ path: "study.yaml", text: startedSettings(title) }]),
    ...imported.files,
  ];
  await refuseToOverwrite(root, into, all);
  await writeNewFiles(root, all, into);
  return { ...imported, files: all.map(({ path }) => path), passedOver, withWords, excepted };
}

/** The files that these paths name, each once, with forward slashes. */
async function given(paths: readonly string[], cwd: string): Promise<Given> {
  const files = new Set<string>();
  const passedOver: string[] = [];
  const absent: Issue[] = [];
  for (const path of paths) {
    const plain = path
      .split(sep)
      .join("/")
      .replace(/(?<=.)\/+$/, "")
      .replace(/^(?:\.\/+)+(?=.)/, "");
    const kind = await kindOf(resolve(cwd, path));
    if (kind === null)
      absent.push(issue("wrong-option", `There is no file "${path}".`, { hint: "Check the spelling." }));
    else if (kind === "file") files.add(plain);
    else {
      for (const file of await filesIn(resolve(cwd, path), "")) {
        const whole = plain === "." ? file : `${plain}/${file}`;
        if (canBeTranscript(file)) files.add(whole);
        else passedOver.push(whole);
      }
    }
  }
  if (absent.length > 0) throw new InputError(absent);
  if (files.size > 0) return { files: [...files], passedOver };
  throw new InputError([
    issue("wrong-option", `There are no transcripts in ${paths.map((path) => `"${path}"`).join(", ")}.`, {
      hint: "Give the files themselves, or a folder that holds them.",
    }),
  ]);
}

/** Files that are passed over although they hold words, format by format. */
async function holdingWords(folder: Folder, passedOver: readonly string[]): Promise<WithWords[]> {
  const found = new Map<ForeignFormat, string[]>();
  for (const file of passedOver) {
    const format = foreignFormat(file, await folder.edges(file, EDGE))?.format;
    if (format?.holdsWords) found.set(format, [...(found.get(format) ?? []), file]);
  }
  return [...found].map(([{ what, hint }, files]) => ({ files, what, hint }));
}

async function refuseToOverwrite(root: string, into: string, files: readonly NewFile[]): Promise<void> {
  if ((await kindOf(root)) === "file") {
    throw new InputError([
      issue("wrong-option", `"${into}" is a file.`, { hint: "Give a folder, or a name for a new one." }),
    ]);
  }
  const there: string[] = [];
  for (const { path } of files) if ((await kindOf(join(root, path))) !== null) there.push(path);
  if (there.length === 0) return;
  const message = `Nothing was written, since ${there.length === 1 ? "this is" : "these are"} in the way in "${into}": ${there.join(", ")}.`;
  const hint = "Give another folder, or move these elsewhere.";
  throw new InputError([issue("wrong-option", message, { hint })]);
}
