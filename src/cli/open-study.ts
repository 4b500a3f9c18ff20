import { dirname, resolve } from "node:path";
import { isStudyFolder, kindOf } from "../node/files";
import type { LoadOptions } from "../node/load-study";
import type { Study } from "../study/study";
import type { Io } from "./io";
import { loadingBar } from "./progress";
import { wrongUse } from "./wrong-use";

/** Loads the study in a folder, or in the folder of the call if none is given, with a bar if that takes long. */
export async function openStudy(folder: string | undefined, io: Io): Promise<Study> {
  const path = await studyFolder(folder, io);
  const { loadStudy } = await import("../node/load-study");
  const bar = loadingBar(io.stderr);
  const options: LoadOptions = { onProgress: bar.update };
  try {
    return await loadStudy(path, options);
  } finally {
    bar.stop();
  }
}

/** The folder that a command is about: the one given, or the one of the call if it holds a study. */
export async function studyFolder(folder: string | undefined, io: Io): Promise<string> {
  if (folder === undefined && !(await isStudyFolder(io.cwd))) {
    throw wrongUse(
      "There is no study in this folder: neither study.yaml nor a folder transcripts.",
      'Give the folder of a study, or make one to begin with: "polyvocal init my-study".',
    );
  }
  return existingFolder(folder, io);
}

/** The whole path of a folder as the user wrote it; that of the call if absent. Throws `InputError` if it is none. */
export async function existingFolder(folder: string | undefined, io: Io): Promise<string> {
  if (folder === undefined) return io.cwd;
  const path = resolve(io.cwd, folder);
  const kind = await kindOf(path);
  if (kind === "folder") return path;
  if (kind === "file")
    throw wrongUse(`"${folder}" is a file.`, `Give the folder of the study, such as "${dirname(folder)}".`);
  throw wrongUse(`There is no folder "${folder}".`, 'Check the spelling, or make a study there with "polyvocal init".');
}
