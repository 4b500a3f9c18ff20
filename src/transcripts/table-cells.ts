import { nearest } from "../issues/suggest";
import type { Attributes } from "../model/people";
import { attributeValues, type Column, type HeadedTable } from "./cell-table";
import { draftFromText } from "./draft-from-text";
import { labelShape } from "./label";
import type { DraftTurn, Reading, TranscriptDraft } from "./reading";

/** A line that begins with what may be a label and a colon. */
const LABELLED_LINE = /^[ \t]*(?:\*\*)?(\p{L}[\p{L}\p{M}\p{N} ._'’()-]{0,39}):(?:\*\*)?(?=\s|$)/gmu;
const FEWEST_CELLS = 2;
const FEWEST_TURNS = 2;
const MOST_LABELS = 200;
// A phrase that is a label stands in at least one cell of so many.
const OFTEN = 20;

/** The labels at the beginning of a cell's lines, as they stand. */
export function labelsOf(cell: string): string[] {
  return [...cell.matchAll(LABELLED_LINE)].map(([, label = ""]) => label);
}

/**
 * Reads a table that has a whole transcript in each cell of a column. Each row is a transcript, called as its id or else
 * its number; the other columns are its attributes. A label of one cell is one if another cell has it too, or one that
 * is nearly the same; or if it takes turns with such a label in its cell, as the participant's name does.
 */
export function readTranscriptCells(headed: HeadedTable, text: Column, id: Column | undefined): Reading {
  const known = knownLabels(text);
  const others = headed.columns
    .filter((column) => column !== text && column !== id)
    .map((column) => ({ column, values: attributeValues(column) }));
  const rest: string[] = [...headed.above];
  if (id !== undefined) rest.push(id.name);
  rest.push(
    ...others.filter(({ column }) => column.values.every((value) => value === "")).map(({ column }) => column.name),
  );
  const drafts: TranscriptDraft[] = [];
  headed.rows.forEach((row, index) => {
    const given = id?.values[index] ?? "";
    const cell = (row.cells[text.index] ?? "").trim();
    if (cell === "") {
      rest.push(
        headed.columns
          .map((column) => column.values[index] ?? "")
          .join(" ")
          .trim(),
      );
      return;
    }
    const first = headed.table.cellLine(headed.firstRow + index, text.index);
    const draft = splitCell(cell, known, (line) => (first === null ? null : first + line - 1));
    const attributes: Attributes = Object.fromEntries(
      others.map(({ column, values }) => [column.key, values[index] ?? null]),
    );
    drafts.push({ ...draft, name: given === "" ? `row ${index + 1}` : given, attributes });
  });
  const [firstDraft, ...more] = drafts;
  if (firstDraft === undefined) return { drafts: [], issues: [] };
  const remainder = [...rest.filter((each) => each !== ""), ...firstDraft.remainder];
  return { drafts: [{ ...firstDraft, remainder }, ...more], issues: [] };
}

/** The turns of one cell: they begin where a line begins with a known label. A cell without any is read as plain text. */
function splitCell(
  cell: string,
  known: ReadonlySet<string>,
  lineOf: (line: number) => number | null,
): Pick<TranscriptDraft, "title" | "kind" | "turns" | "speakers" | "remainder"> {
  const found = [...cell.matchAll(LABELLED_LINE)];
  const own = labelsInTurns(
    found.map(([, label = ""]) => label),
    known,
  );
  const heads = found.filter(([, label = ""]) => known.has(label) || own.has(label));
  const [first] = heads;
  if (first === undefined) return draftFromText(cell, lineOf);
  const before = cell.slice(0, first.index).trim();
  const remainder = before === "" ? [] : [before];
  const turns: DraftTurn[] = [];
  let line = 1;
  let counted = 0;
  heads.forEach((head, index) => {
    const [whole, label = ""] = head;
    const start = head.index + whole.length;
    const words = cell.slice(start, heads[index + 1]?.index);
    const wordsAt = start + words.length - words.trimStart().length;
    if (words.trim() === "") {
      remainder.push(whole.trim());
      return;
    }
    line += cell.slice(counted, wordsAt).split("\n").length - 1;
    counted = wordsAt;
    turns.push({ label, words: words.trim(), line: lineOf(line) });
  });
  return { title: null, kind: null, turns, speakers: [], remainder };
}

/** Labels of one cell alone that stand in it twice and more, each time with a known one in between. */
function labelsInTurns(labels: readonly string[], known: ReadonlySet<string>): ReadonlySet<string> {
  const places = new Map<string, number[]>();
  let round = 0;
  for (const label of labels) {
    if (known.has(label)) round += 1;
    else places.set(label, [...(places.get(label) ?? []), round]);
  }
  const taking = [...places].filter(([label, rounds]) => {
    const shape = labelShape(label);
    if ((shape !== "role" && shape !== "name") || rounds.length < FEWEST_TURNS) return false;
    return new Set(rounds).size === rounds.length;
  });
  return new Set(taking.map(([label]) => label));
}

function knownLabels({ values }: Column): ReadonlySet<string> {
  const cells = new Map<string, number>();
  for (const value of values) {
    for (const label of new Set(labelsOf(value))) cells.set(label, (cells.get(label) ?? 0) + 1);
  }
  const likely = [...cells].filter(([label, count]) => {
    const shape = labelShape(label);
    if (shape === null || shape === "unlikely") return false;
    // "Here is my last question:" comes back in several transcripts too.
    return shape !== "phrase" || !/\s/.test(label) || count * OFTEN >= values.length;
  });
  const isSure = (count: number): boolean => count >= Math.min(FEWEST_CELLS, values.length);
  // The frequent ones first, so that a slip of the pen is held against few.
  const sure = likely.filter(([, count]) => isSure(count)).sort(([, a], [, b]) => b - a);
  const known = sure.slice(0, MOST_LABELS).map(([label]) => label);
  const frequent = known.slice(0, 20);
  const isSlip = (label: string): boolean =>
    nearest(label, frequent) !== undefined || frequent.includes(label.replace(/[\s_]?\d{1,3}$/, ""));
  const slips = likely.slice(0, MOST_LABELS * 10).filter(([label]) => isSlip(label));
  return new Set([...known, ...slips.map(([label]) => label)]);
}
