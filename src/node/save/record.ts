import { InputError } from "../../issues/input-error";
import { issue } from "../../issues/issue";
import { isRecord } from "../../text/check";

/** The file that says that a save is decided and not yet carried out; its name within the study's folder. */
export const RECORD = ".polyvocal-save";

// The files of a save that are not in their places yet, beside those places.
const TEMPORARY = /^\.polyvocal-save-[0-9a-f]{12}-\d+\.tmp$/;

/** What becomes of a file: the temporary file that takes its place, or nothing, if it goes. Paths from the study's folder. */
export interface RecordedFile {
  readonly file: string;
  readonly temporary: string | null;
}

/** True for the name of a file that a save leaves behind if it is cut off. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}

/** The text of a record. */
export function toRecord(files: readonly RecordedFile[]): string {
  return `${JSON.stringify({ format: 1, files }, null, 2)}\n`;
}

/** The files of a record. Throws `InputError` for one that no save has written. */
export function parseRecord(text: string): readonly RecordedFile[] {
  const value = parsed(text);
  const files = isRecord(value) && value.format === 1 && Array.isArray(value.files) ? value.files : undefined;
  if (files?.every(isRecordedFile)) return files;
  const hint = "Remove it if the files of the study are as they should be.";
  throw new InputError([
    issue("broken-file", "The record of an unfinished save cannot be read.", { hint, place: { file: RECORD } }),
  ]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** True for what a save records. A folder may come from others: nothing outside its own temporary files is moved. */
function isRecordedFile(value: unknown): value is RecordedFile {
  if (!isRecord(value) || typeof value.file !== "string") return false;
  const { file, temporary } = value;
  const at = file.lastIndexOf("/") + 1;
  if (/^([/\\]|[a-z]:)/i.test(file) || file.slice(at) === "") return false;
  if (temporary === null) return !file.split(/[/\\]/).includes("..");
  if (typeof temporary !== "string" || !temporary.startsWith(file.slice(0, at))) return false;
  return isTemporary(temporary.slice(at));
}
