import { type Block, type DocumentTable, flatten } from "./document";
import { type LabelShape, labelShape } from "./label";
import type { DraftTurn } from "./reading";
import { speakerColumns } from "./speaker-columns";
import { parseTime, readStamp, type TimeSpan } from "./times";
import { withSingleBlanks } from "./white-space";

/** The turns of a table with a row for each. */
export interface TableTurns {
  readonly turns: readonly DraftTurn[];
  /** What is in no turn: the header, turn numbers, further columns. */
  readonly remainder: readonly string[];
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
const MOST_SPEAKERS = 3;

/** The turns of a table that has a column of speakers and one of words, or a column for each speaker; null for any other. */
export function speakerTable(table: DocumentTable): TableTurns | null {
  const rows = table.rows.map((row) => row.map(cellText));
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width < 2 || width > MOST_COLUMNS) return null;
  const sides = turnsOfSides(table, rows);
  if (sides !== null) return sides;
  const header = headerColumns(rows[0] ?? []);
  const body = header === null ? rows : rows.slice(1);
  const columns = header ?? contentColumns(rows.filter((row) => row.length === width));
  if (columns === null || columns.speaker === undefined || columns.text === undefined) return null;
  return turnsOf(table, rows, { columns, body, first: rows.length - body.length });
}

function turnsOf(
  table: DocumentTable,
  rows: readonly (readonly string[])[],
  { columns, body, first }: { columns: Columns; body: readonly (readonly string[])[]; first: number },
): TableTurns {
  const turns: DraftTurn[] = [];
  const remainder: string[] = [];
  const names = first === 0 ? [] : (rows[0] ?? []);
  if (names.length > 0) remainder.push(names.filter((name) => name !== "").join(" | "));
  const numbers: string[] = [];
  const used = new Set<number | undefined>(Object.values(columns));
  let speaker = "";
  body.forEach((row, index) => {
    const cell = (role: Role): string => row[columns[role] ?? -1] ?? "";
    for (const aside of asides(table.rows[first + index] ?? [])) remainder.push(aside);
    if (row.length === 1) {
      // A cell over the whole width is a heading.
      if (row[0] !== undefined && row[0] !== "") remainder.push(row[0]);
      return;
    }
    const printed = withSingleBlanks(cell("speaker")).replace(/\s*[:：]$/u, "");
    if (printed !== "") speaker = printed;
    const time = timeOf(cell("time"));
    if (time === undefined && cell("time") !== "") remainder.push(cell("time"));
    if (cell("number") !== "") numbers.push(cell("number"));
    row.forEach((text, column) => {
      const name = names[column] ?? "";
      if (text !== "" && !used.has(column)) remainder.push(name === "" ? text : `${name}: ${text}`);
    });
    const words = cell("text");
    const line = lineOf(table.rows[first + index]?.[columns.text ?? -1] ?? []);
    if (words !== "") turns.push({ label: speaker, words, ...(time === undefined ? {} : { time }), line });
    else if (printed !== "") remainder.push(printed);
  });
  if (numbers.length > 0) remainder.push(`${names[columns.number ?? -1] || "Numbers"}: ${numbers.join(", ")}`);
  return { turns, remainder };
}

/** The turns of a table in which each speaker has a column; null for any other table. */
function turnsOfSides(table: DocumentTable, rows: readonly (readonly string[])[]): TableTurns | null {
  const [names = [], ...body] = rows;
  const times = names.findIndex((name) => NAMES.time.includes(name.toLowerCase()));
  const columns = speakerColumns(names, body, new Set([times]));
  if (columns.length === 0) return null;
  const remainder = times === -1 ? [] : [names[times] ?? ""];
  const turns = body.flatMap((row, index): DraftTurn[] => {
    const cells = table.rows[index + 1] ?? [];
    remainder.push(...asides(cells));
    const written = row[times] ?? "";
    const time = timeOf(written);
    if (time === undefined && written !== "") remainder.push(written);
    return columns.flatMap((column) => {
      const words = row[column] ?? "";
      const turn = { label: names[column] ?? "", words, line: lineOf(cells[column] ?? []) };
      return words === "" ? [] : [time === undefined ? turn : { ...turn, time }];
    });
  });
  return { turns, remainder };
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
function contentColumns(rows: readonly (readonly string[])[]): Columns | null {
  if (rows.length < FEWEST_ROWS) return null;
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, index) => rows.map((row) => row[index] ?? ""));
  const lengths = columns.map((cells) => cells.reduce((sum, cell) => sum + cell.length, 0));
  const text = lengths.indexOf(Math.max(...lengths));
  const first = (fits: (cells: readonly string[]) => boolean): number | undefined => {
    const index = columns.findIndex((cells, column) => column !== text && fits(cells));
    return index < 0 ? undefined : index;
  };
  const share = (cells: readonly string[], fits: (cell: string) => boolean): boolean =>
    cells.filter((cell) => fits(cell)).length >= cells.length * ENOUGH;
  const speaker = first((cells) => {
    const labels = cells.filter((cell) => cell !== "");
    if (labels.length <= cells.length / 2 || labels.some((label) => label.length > LONGEST_LABEL)) return false;
    const distinct = new Set(labels);
    const shapes = new Set<LabelShape>();
    for (const label of distinct) {
      const shape = labelShape(label.replace(/\s*[:：]$/u, ""));
      if (shape === null || shape === "unlikely") return false;
      shapes.add(shape);
    }
    const different = distinct.size;
    const isRoles = shapes.size === 1 && shapes.has("role");
    return isRoles || (different < labels.length && (different <= MOST_SPEAKERS || different * 2 <= labels.length));
  });
  if (speaker === undefined) return null;
  const time = first((cells) => share(cells, (cell) => cell.includes(":") && timeOf(cell) !== undefined));
  const number = first((cells) => share(cells, (cell) => /^#?\d{1,6}\.?$/.test(cell)));
  return {
    speaker,
    text,
    ...(time === undefined ? {} : { time }),
    ...(number === undefined ? {} : { number }),
  };
}

function timeOf(cell: string): TimeSpan | undefined {
  const stamp = readStamp(cell, 0);
  if (stamp?.end === cell.length) return stamp.time;
  const start = parseTime(cell);
  return start === null ? undefined : [start, null];
}

function cellText(cell: readonly Block[]): string {
  const [only] = cell;
  if (cell.length === 1 && only?.kind === "paragraph") return linesTrimmed(only.text);
  return flatten(cell)
    .flatMap((block) => (block.kind === "paragraph" ? [linesTrimmed(block.text)] : []))
    .join("\n");
}

function linesTrimmed(text: string): string {
  if (!text.includes("\n")) return text.trim();
  return text
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}

function asides(row: DocumentTable["rows"][number]): string[] {
  if (row.every((cell) => cell.every((block) => block.kind === "paragraph"))) return [];
  return row.flatMap(flatten).flatMap((block) => (block.kind === "aside" ? [block.text] : []));
}

function lineOf(cell: readonly Block[]): number | null {
  const first = flatten(cell).find((block) => block.kind === "paragraph");
  return first?.lines.find((line) => line !== null) ?? null;
}
