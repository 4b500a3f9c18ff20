import { coderOfFile, parseCodings } from "../../coding/parse-codings";
import { issue } from "../../issues/issue";
import type { Coding } from "../../model/coding";
import { CODING_COLUMNS, type CodingRow, changedColumns, codingRow } from "../../study/coding-row";
import { fileStem } from "../../study/transcript-part";
import { type CsvRowEdit, editCsv, newCsv } from "../../text/csv-edit";
import { comparePaths } from "../folder";
import { fileName } from "./file-name";
import { editJsonLines, newJsonLines } from "./json-lines";
import type { Plan } from "./plan";
import { canMoveMarks } from "./plan-transcripts";

/** A row of a file of codings as it shall be, and the coding it is about. */
interface PlannedRow extends CsvRowEdit {
  readonly coding: Coding;
  /** True if the row says its coding's id itself. */
  readonly hasId: boolean;
}

const WORDS = ["quote", "start", "end", "prefix", "suffix"] as const;

/**
 * Plans the files of codings: rows whose coding changed change in what changed, those whose coding is gone go, and new
 * codings go to the file of their coder.
 *
 * @param moved Transcripts whose marks become rows.
 */
export function planCodings(plan: Plan, moved: ReadonlySet<string>): void {
  const wanted = new Map(plan.study.codings.map((coding) => [coding.id, coding]));
  const files = new Map<string, PlannedRow[]>();
  const sources = (plan.reading?.sources.codings ?? []).filter((source) => source.text.trim() !== "");
  const rows = sources.map((source) => ({ file: source.file, codings: parseCodings(source).codings }));
  const before = plan.reading?.study.codings ?? [];
  const marks = before.slice(0, before.length - rows.reduce((sum, { codings }) => sum + codings.length, 0));
  const inMarks = marks.filter((coding) => !moved.has(coding.target.source));
  const done = new Set<string>(inMarks.map((coding) => coding.id));
  const hintFor = markHints(plan);
  for (const mark of inMarks) checkMark(plan, mark, wanted.get(mark.id), hintFor);
  let at = marks.length;
  for (const { file, codings } of rows) {
    const planned: PlannedRow[] = [];
    for (const [from, { value }] of codings.entries()) {
      const old = before[at++];
      if (old === undefined || (value.id !== undefined && value.id !== old.id)) {
        throw new Error(`The rows of ${file} are not the codings that were read from it.`);
      }
      const coding = wanted.get(old.id);
      const cells = coding === undefined ? undefined : cellsOf(file, codingRow(old), coding);
      if (coding === undefined || cells === undefined) continue;
      done.add(coding.id);
      planned.push({ from, cells, coding, hasId: value.id !== undefined });
    }
    files.set(file, planned);
  }
  const ofMarks = new Set(marks.map((coding) => coding.id));
  for (const coding of wanted.values()) {
    if (done.has(coding.id)) continue;
    const file = fileFor(plan, coding, ofMarks.has(coding.id), [...files.keys()]);
    const planned = files.get(file) ?? [];
    files.set(file, planned);
    planned.push({ cells: newCells(file, coding), coding, hasId: true });
  }
  stateIds(files, new Set(inMarks.map((coding) => coding.id)));
  for (const [file, planned] of files) {
    const text = textFor(plan, file, planned);
    // A table keeps its header; lines leave nothing behind.
    if (text.trim() === "") plan.remove(file);
    else plan.write(file, text);
  }
}

function checkMark(plan: Plan, mark: Coding, coding: Coding | undefined, hintFor: (file: string) => string): void {
  const changes = coding === undefined ? { gone: "" } : changedColumns(codingRow(mark), codingRow(coding));
  const names = Object.keys(changes);
  if (names.length === 0) return;
  const file = plan.reading?.study.transcripts.find((each) => each.id === mark.target.source)?.source ?? "";
  const what = coding === undefined ? "deleted" : `changed (${names.join(", ")})`;
  plan.issues.push(
    issue(
      "mark-not-saved",
      `The coding "${mark.id}" was ${what}, and it is a mark in the transcript "${mark.target.source}".`,
      { hint: hintFor(file), ...(file === "" ? {} : { place: { file } }) },
    ),
  );
}

/** What to do about changed marks of a file, which is found out once for each. */
function markHints(plan: Plan): (file: string) => string {
  const known = new Map<string, string>();
  return (file) => {
    const hint =
      known.get(file) ??
      (canMoveMarks(plan, file)
        ? "Save with the option moveMarks: true, which moves the marks of transcripts into codings/; or save into another folder, and this one stays as it is."
        : "Marks can be moved out of plain text and Markdown alone. Save into another folder, which gets this transcript as text.");
    known.set(file, hint);
    return hint;
  };
}

/** The cells of a row that change; undefined if the row's file cannot say whose the coding is. */
function cellsOf(file: string, before: CodingRow, coding: Coding): Record<string, string> | undefined {
  const { id: _, ...changed } = changedColumns(before, codingRow(coding));
  const cells: Record<string, string> = { ...changed };
  if (WORDS.some((column) => column in changed)) {
    const after = codingRow(coding);
    for (const column of WORDS) cells[column] = after[column] ?? "";
  }
  if ("coder" in changed || "status" in changed) {
    const byDefault = coding.status === "coded" ? coderOfFile(file) : null;
    if (coding.coder === null && byDefault !== null) return undefined;
    if (coding.coder !== byDefault || "coder" in changed) cells.coder = coding.coder ?? "";
  }
  return cells;
}

function newCells(file: string, coding: Coding): Record<string, string> {
  const { coder, ...cells } = codingRow(coding);
  const byDefault = coding.status === "coded" ? coderOfFile(file) : null;
  return coder === undefined || coder === byDefault ? cells : { ...cells, coder };
}

/** Where a new coding goes: to the suggestions, to its coder's file, or to that of nobody in particular. */
function fileFor(plan: Plan, coding: Coding, wasMark: boolean, files: readonly string[]): string {
  const place = plan.reading?.settings.files.codings ?? "codings";
  if (/\.(csv|jsonl)$/i.test(place)) return place;
  const nobody = wasMark ? "marks" : "codings";
  const name = fileName(coding.status === "coded" ? (coding.coder ?? nobody) : "suggested");
  const there = files.find((file) => fileStem(file).toLowerCase() === name.normalize("NFC").toLowerCase());
  // A file of this name whose default says somebody for nobody would say it wrongly.
  return there ?? `${place.replace(/\/$/, "")}/${name}.csv`;
}

/** Lets a row say its coding's id where the row's number would no longer give it. */
function stateIds(files: ReadonlyMap<string, PlannedRow[]>, ofMarks: ReadonlySet<string>): void {
  const stated = new Set([...files.values()].flat().flatMap(({ hasId, coding }) => (hasId ? coding.id : [])));
  const numbers = new Map<string, number>();
  for (const [file, rows] of [...files].sort(([a], [b]) => comparePaths(a, b))) {
    const stem = fileStem(file);
    for (const [index, row] of rows.entries()) {
      const number = (numbers.get(stem) ?? 0) + 1;
      numbers.set(stem, number);
      if (row.hasId) continue;
      let natural = `${stem}#${number}`;
      while (ofMarks.has(natural) || stated.has(natural)) natural = `codings/${natural}`;
      if (natural !== row.coding.id) rows[index] = { ...row, cells: { ...row.cells, id: row.coding.id } };
    }
  }
}

function textFor(plan: Plan, file: string, rows: readonly PlannedRow[]): string {
  const there = plan.textOf(file);
  const isLines = /\.jsonl$/i.test(file);
  const cells = rows.map((row) => row.cells);
  if (there !== null && there.text.trim() !== "") {
    return isLines ? editJsonLines(there.text, rows) : editCsv(there.text, rows);
  }
  if (isLines) return newJsonLines(cells);
  const needed = CODING_COLUMNS.filter(
    (column) => ["transcript", "code", "quote"].includes(column) || cells.some((row) => row[column] !== undefined),
  );
  return newCsv(needed, cells);
}
