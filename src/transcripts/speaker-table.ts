import type { DocumentText } from "./document";
import {
  asidesOf,
  type Cells,
  cellLength,
  cellsOf,
  cellText,
  cellTexts,
  endOf,
  lineOf,
  rowCount,
  rowWidth,
} from "./document-cells";
import { type LabelShape, labelShape } from "./label";
import type { DraftTurn } from "./reading";
import { speakerColumns } from "./speaker-columns";
import { parseTimeSpan } from "./times";
import { withSingleBlanks } from "./white-space";

/** The turns of a table with a row for each. */
export interface TableTurns {
  readonly turns: readonly DraftTurn[];
  /** What is in no turn: the header, turn numbers, further columns. */
  readonly remainder: readonly string[];
  /** Index of the piece of the document behind the table. */
  readonly end: number;
}

type Role = "speaker" | "text" | "time" | "number";
type Columns = Readonly<Partial<Record<Role, number>>>;

const NAMES: Readonly<Record<Role, readonly string[]>> = {
  speaker: [
    ...["speaker", "speakers", "name", "who", "participant", "person", "role", "label"],
    ...["sprecher", "sprecherin", "sprechende", "wer", "hablante", "orador", "quién", "locuteur", "locutrice", "qui"],
    ...["parlante", "chi", "falante", "spreker", "wie", "talare"],
  ],
  text: [
    ...["text", "words", "utterance", "transcript", "transcription", "content", "speech", "dialogue", "said", "what"],
    ...["äußerung", "transkript", "inhalt", "wortlaut", "texto", "transcripción", "transcrição", "texte", "propos"],
    ...["testo", "trascrizione", "tekst"],
  ],
  time: [
    ...["time", "timestamp", "timecode", "start", "begin", "zeit", "zeitmarke", "tiempo", "hora", "temps", "tempo"],
    ...["tijd", "tid"],
  ],
  number: ["nr", "no", "n", "#", "number", "turn", "line", "zeile", "id", "nummer", "número", "núm", "numéro", "n°"],
};

const FEWEST_ROWS = 2;
const MOST_COLUMNS = 8;
const ENOUGH = 0.8;
const LONGEST_LABEL = 48;
// Of times and numbers.
const LONGEST_TIME = 200;
const MOST_SPEAKERS = 3;

/**
 * The turns of the table that begins at a piece of a document, if it has a column of speakers and one of words, or a column
 * for each speaker; null for any other.
 */
export function speakerTable(document: DocumentText, at: number): TableTurns | null {
  const table = cellsOf(document, at);
  const count = rowCount(table);
  let width = 0;
  for (let row = 0; row < count; row++) width = Math.max(width, rowWidth(table, row));
  if (width < 2 || width > MOST_COLUMNS) return null;
  const names = cellTexts(table, 0);
  const sides = turnsOfSides(table, names);
  if (sides !== null) return sides;
  const header = headerColumns(names);
  const columns = header ?? contentColumns(table, width);
  if (columns === null || columns.speaker === undefined || columns.text === undefined) return null;
  return turnsOf(table, columns, header === null ? [] : names);
}

function turnsOf(table: Cells, columns: Columns, names: readonly string[]): TableTurns {
  const turns: DraftTurn[] = [];
  const remainder: string[] = [];
  if (names.length > 0) remainder.push(names.filter((name) => name !== "").join(" | "));
  const numbers: string[] = [];
  const used = new Set<number | undefined>(Object.values(columns));
  const text = (row: number, column = -1): string => (column < 0 ? "" : cellText(table, row, column));
  const speakers = new Map<string, string>();
  let speaker = "";
  const count = rowCount(table);
  for (let row = names.length > 0 ? 1 : 0; row < count; row++) {
    for (const aside of asidesOf(table, row)) remainder.push(aside);
    const width = rowWidth(table, row);
    if (width === 1) {
      // A cell over the whole width is a heading.
      const heading = cellText(table, row, 0);
      if (heading !== "") remainder.push(heading);
      continue;
    }
    const name = text(row, columns.speaker);
    const printed = speakers.get(name) ?? withSingleBlanks(name).replace(/\s*[:：]$/u, "");
    speakers.set(name, printed);
    if (printed !== "") speaker = printed;
    const written = text(row, columns.time);
    const time = parseTimeSpan(written) ?? undefined;
    if (time === undefined && written !== "") remainder.push(written);
    const number = text(row, columns.number);
    if (number !== "") numbers.push(number);
    for (let column = 0; column < width; column++) {
      if (used.has(column)) continue;
      const further = cellText(table, row, column);
      const above = names[column] ?? "";
      if (further !== "") remainder.push(above === "" ? further : `${above}: ${further}`);
    }
    const words = text(row, columns.text);
    const line = lineOf(table, row, columns.text ?? -1);
    if (words === "") {
      if (printed !== "") remainder.push(printed);
    } else turns.push(time === undefined ? { label: speaker, words, line } : { label: speaker, words, time, line });
  }
  if (numbers.length > 0) remainder.push(`${names[columns.number ?? -1] || "Numbers"}: ${numbers.join(", ")}`);
  return { turns, remainder, end: endOf(table) };
}

/** The turns of a table in which each speaker has a column; null for any other table. */
function turnsOfSides(table: Cells, names: readonly string[]): TableTurns | null {
  // Nearly all tables have other names, and need no copy of their cells.
  if (!names.every((name) => NAMES.time.includes(name.toLowerCase()) || labelShape(name) !== null)) return null;
  const body = Array.from({ length: rowCount(table) - 1 }, (_, index) => cellTexts(table, index + 1));
  const times = names.findIndex((name) => NAMES.time.includes(name.toLowerCase()));
  const columns = speakerColumns(names, body, new Set([times]));
  if (columns.length === 0) return null;
  const remainder = times === -1 ? [] : [names[times] ?? ""];
  const turns = body.flatMap((row, index): DraftTurn[] => {
    for (const aside of asidesOf(table, index + 1)) remainder.push(aside);
    const written = row[times] ?? "";
    const time = parseTimeSpan(written) ?? undefined;
    if (time === undefined && written !== "") remainder.push(written);
    return columns.flatMap((column) => {
      const words = row[column] ?? "";
      const turn = { label: names[column] ?? "", words, line: lineOf(table, index + 1, column) };
      return words === "" ? [] : [time === undefined ? turn : { ...turn, time }];
    });
  });
  return { turns, remainder, end: endOf(table) };
}

function headerColumns(cells: readonly string[]): Columns | null {
  const found: Partial<Record<Role, number>> = {};
  cells.forEach((cell, index) => {
    const name = cell.toLowerCase().replace(/[.:]+$/, "");
    for (const [role, names] of entries(NAMES)) {
      if (found[role] === undefined && names.includes(name)) {
        found[role] = index;
        return;
      }
    }
  });
  return found.speaker === undefined || found.text === undefined ? null : found;
}

function entries(names: typeof NAMES): [Role, readonly string[]][] {
  return [
    ["speaker", names.speaker],
    ["text", names.text],
    ["time", names.time],
    ["number", names.number],
  ];
}

/** The columns of a table without header: a few labels again and again, and beside them the longest cells. */
function contentColumns(table: Cells, width: number): Columns | null {
  const rows: number[] = [];
  const count = rowCount(table);
  for (let row = 0; row < count; row++) if (rowWidth(table, row) === width) rows.push(row);
  if (rows.length < FEWEST_ROWS) return null;
  const columns = Array.from({ length: width }, (_, column) => column);
  const lengths = columns.map((column) => {
    let length = 0;
    for (const row of rows) length += cellLength(table, row, column);
    return length;
  });
  const text = lengths.indexOf(Math.max(...lengths));
  const first = (fits: (column: number) => boolean): number | undefined =>
    columns.find((column) => column !== text && fits(column));
  const share = (column: number, fits: (cell: string) => boolean): boolean => {
    let fitting = 0;
    for (const row of rows) {
      if (cellLength(table, row, column) <= LONGEST_TIME && fits(cellText(table, row, column))) fitting++;
    }
    return fitting >= rows.length * ENOUGH;
  };
  const speaker = first((column) => areSpeakers(table, rows, column));
  if (speaker === undefined) return null;
  const time = first((column) => share(column, (cell) => cell.includes(":") && parseTimeSpan(cell) !== null));
  const number = first((column) => share(column, (cell) => /^#?\d{1,6}\.?$/.test(cell)));
  return {
    speaker,
    text,
    ...(time === undefined ? {} : { time }),
    ...(number === undefined ? {} : { number }),
  };
}

/** True if cells below each other hold a few labels again and again. */
function areSpeakers(table: Cells, rows: readonly number[], column: number): boolean {
  const distinct = new Set<string>();
  let labels = 0;
  for (const row of rows) {
    const length = cellLength(table, row, column);
    if (length > LONGEST_LABEL) return false;
    if (length === 0) continue;
    distinct.add(cellText(table, row, column));
    labels++;
  }
  if (labels <= rows.length / 2) return false;
  const shapes = new Set<LabelShape>();
  for (const label of distinct) {
    const shape = labelShape(label.replace(/\s*[:：]$/u, ""));
    if (shape === null || shape === "unlikely") return false;
    shapes.add(shape);
  }
  const different = distinct.size;
  const isRoles = shapes.size === 1 && shapes.has("role");
  return isRoles || (different < labels && (different <= MOST_SPEAKERS || different * 2 <= labels));
}
