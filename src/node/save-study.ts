import { rmdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { optionsOf } from "../issues/call";
import { InputError } from "../issues/input-error";
import { hasErrors, issue } from "../issues/issue";
import type { Study } from "../study/study";
import { kindOf } from "./files";
import { diskFolder, overlaid } from "./folder";
import { readWhole } from "./load-study";
import { makeFolder } from "./make-folder";
import { type FolderReading, readFolder } from "./read-folder";
import { commitChanges, finishSave } from "./save/commit";
import { differences } from "./save/compare";
import { lockFolder } from "./save/lock";
import { newPlan, type Plan } from "./save/plan";
import { planCodings } from "./save/plan-codings";
import { planMemos } from "./save/plan-memos";
import { planParticipants } from "./save/plan-people";
import { planScheme, schemeFileOf } from "./save/plan-scheme";
import { planSettings } from "./save/plan-settings";
import { planMarksOut, planTranscripts } from "./save/plan-transcripts";
import { fingerprint, rememberReading } from "./save/remembered";
import { noStep, type Step } from "./save/step";
import { changedSince, elsewhere } from "./save/unchanged";

/** Options of `saveStudy`. */
export interface SaveOptions {
  /**
   * Whether coding marks and memos are moved out of the transcripts (plain text and Markdown) into codings/ and journal/;
   * false by default, and then no transcript is touched.
   */
  readonly moveMarks?: boolean | undefined;
}

/** What `saveStudy` did. */
export interface SaveResult {
  /** Files that were written, as paths from the folder, in order. */
  readonly written: readonly string[];
  /** Files that were removed: those of journal entries that the study no longer has. */
  readonly removed: readonly string[];
  /** How many of the study's files stayed as they were. */
  readonly unchanged: number;
}

/**
 * Writes a study into a folder: the one it was loaded from, or one that holds no study yet. Only files that change are
 * written, and in them only what changed: comments, order, layout and line ends stay. Codings are written as they were
 * made, so that after a change of the scheme scheme.yaml alone is written. A codebook or code list of another program that
 * study.yaml names as the scheme is never written: a change of it goes to a new scheme.yaml, which study.yaml names then.
 *
 * The save happens as a whole or not at all: whenever it is cut off, `loadStudy` gives the old study or the new one.
 * Loading what was saved gives the same study; that is held against the study before anything is written. Codings and
 * memos are in the order of the files then.
 *
 * Rejects with `InputError`, and writes nothing, if files have changed since the study was loaded, if the study is
 * narrowed or not from this folder, if another save is under way, or if a coding that is a mark in a transcript was
 * changed (see `moveMarks`).
 *
 * @example
 * ```ts
 * const study = createStudy({ transcripts: [{ id: "Ana", text: "I: Well?\n\nAna: Rest helped. [[rest]]" }] });
 * const { written } = await saveStudy(study, "small-study");
 * written; // => ["codings/codings.csv", "participants.csv", "scheme.yaml", "study.yaml", "transcripts/Ana.txt"]
 * ```
 */
export async function saveStudy(study: Study, folder: string, options: SaveOptions = {}): Promise<SaveResult> {
  return saveInSteps(study, folder, optionsOf(options, "{ moveMarks: true }", { moveMarks: true }), noStep);
}

/** `saveStudy`, with somebody told after every step on the disk. */
export async function saveInSteps(
  study: Study,
  folder: string,
  { moveMarks = false }: SaveOptions,
  step: Step,
): Promise<SaveResult> {
  const kind = await kindOf(folder);
  if (kind === "file") {
    throw new InputError([
      issue("wrong-option", `"${folder}" is a file.`, { hint: "Give a folder, or a name for a new one." }),
    ]);
  }
  const isNew = kind === null;
  if (isNew) await makeFolder(folder);
  const unlock = await lockFolder(folder, step);
  try {
    await finishSave(folder, PLACES, step);
    const reading = await currentReading(study, folder);
    await finishSave(folder, placesOf(reading), step);
    const plan = newPlan(study, reading);
    const scheme = schemeFileOf(plan);
    const isTaken = scheme?.isNew === true && (await kindOf(join(folder, scheme.file))) !== null;
    planAll(plan, moveMarks, isTaken);
    const issues = plan.issues;
    if (hasErrors(issues)) throw new InputError(issues);
    const files = await readChanged(folder, plan);
    const changed = [...plan.changes].sort(([a], [b]) => (a < b ? -1 : 1));
    await commitChanges(folder, new Map(changed), step);
    await rememberReading(folder, study, new Map([...files].map(([file, bytes]) => [file, fingerprint(bytes)])));
    const written = changed.flatMap(([file, content]) => (content === null ? [] : file));
    return {
      written,
      removed: changed.flatMap(([file, content]) => (content === null ? file : [])),
      unchanged: [...files.keys()].filter((file) => !plan.changes.has(file)).length,
    };
  } finally {
    await unlock();
    await step("unlocked");
    // A folder that was made for nothing goes; one with anything in it stays.
    if (isNew) await rmdir(folder).catch(() => undefined);
  }
}

const PLACES = ["transcripts", "codings", "journal"];

function placesOf(reading: FolderReading | null): string[] {
  return [...new Set([...(reading?.files.keys() ?? [])].map((file) => posix.dirname(file)))];
}

/** What the folder holds now, which must be what the study was made from; null if it holds no study. */
async function currentReading(study: Study, folder: string): Promise<FolderReading | null> {
  const names = new Set(await diskFolder(folder).names());
  const isStudy = ["study.yaml", "participants.csv", "scheme.yaml", "scheme.json", ...PLACES].some((name) =>
    names.has(name),
  );
  if (!isStudy) return null;
  if (study.origin.narrowed) {
    throw new InputError([
      issue(
        "study-narrowed",
        "A narrowed study cannot be saved over the whole one: what it leaves out would be lost.",
        {
          hint: "Save the study that was narrowed, or save this one into a folder of its own.",
        },
      ),
    ]);
  }
  await elsewhere(study, folder);
  const before = await changedSince(study, folder, null);
  if (before.length > 0) throw new InputError(before);
  const reading = await readWhole(folder, (bytes) => bytes);
  const after = await changedSince(study, folder, reading);
  if (after.length > 0) throw new InputError(after);
  const now = reading.study.scheme.version;
  if (study.scheme.version >= now) return reading;
  throw new InputError([
    issue(
      "study-narrowed",
      `The analysis as of version ${study.scheme.version} cannot be saved over the one of version ${now}.`,
      { hint: "What was changed and coded since would be lost. Save it into a folder of its own." },
    ),
  ]);
}

function planAll(plan: Plan, moveMarks: boolean, isSchemeTaken: boolean): void {
  const marked = new Set(moveMarks ? plan.reading?.marked : []);
  const files = planTranscripts(plan);
  if (marked.size > 0) planMarksOut(plan, marked);
  planSettings(plan, files);
  planParticipants(plan);
  planScheme(plan, isSchemeTaken);
  planCodings(plan, marked);
  planMemos(plan, marked);
}

/** The files as they will be. Throws `InputError` if they would be read as another study. */
async function readChanged(folder: string, plan: Plan): Promise<ReadonlyMap<string, Uint8Array>> {
  const { changes, reading, study } = plan;
  const overlay = new Map(
    [...changes].map(([file, content]) => [file, content === null ? null : async () => content] as const),
  );
  const after =
    changes.size === 0 && reading !== null
      ? reading
      : await readFolder(overlaid(diskFolder(folder), overlay), (bytes) => bytes);
  const issues = differences(study, after.study);
  if (issues.length > 0) throw new InputError(issues);
  return after.files;
}
