import { type Issue, issue } from "../issues/issue";
import { tooManyTranscripts } from "../issues/too-many";
import { MOST_TRANSCRIPTS } from "../text/limits";
import { type CellTable, type Column, findHeader, type HeadedTable, wordCount } from "./cell-table";
import { codedQuotes } from "./coded-quotes";
import { isDate } from "./dates";
import { isInterviewerLabel, labelShape } from "./label";
import type { DraftTurn, Reading } from "./reading";
import { namedAsSpeakers, speakerColumns } from "./speaker-columns";
import { labelsOf, readTranscriptCells } from "./table-cells";
import { findColumns, foldName } from "./table-columns";
import { QUESTION_LABEL, readSurvey, type SurveyColumns } from "./table-survey";
import { readTurnRows, type TurnColumns } from "./table-turns";
import { parseTimeSpan } from "./times";

/** What the rows of a table are: turns, transcripts that stand in one cell each, respondents; null for none of these. */
export type TableShape = "turns" | "transcripts" | "respondents" | null;

// Enough of a column to tell what it holds.
const SAMPLE = 500;
// As many as a sheet of Excel has.
const MOST_COLUMNS = 16_384;
const ID =
  /^(?:id|nr|no|n|#|code|p|case|pid|编号|name)$|(?:^|[\s_-])id$|[a-z]ID$|^(?:id|respond|particip|teilnehm|encuestad|answer|response|record|user|interview|case|comment|transcript)/i;
const ASKED_ID = /^(?:input|enter|your).*\b(?:id|number|code)\b/i;
const NO_ID = /\?|\s\S+\s\S+\s/;
const GROUPS = [
  ..."transcript interview session conversation document file dialog dialogue recording".split(" "),
  "doc",
];
const DATES = ["date", "entrydate", "dateofentry", "day", "datum", "fecha", "data", "dato", "日期"];
const ENTRIES = ["entry", "diaryentry", "diary", "eintrag", "tagebucheintrag", "entrada", "entrée", "note", "日记"];
const CODEBOOK = /definition|^(?:description|beschreibung|frequency|groundedness|justification|count|#)/i;
const CODES = /^(?:sub-?)?(?:keyword|code|tag|theme|categor(?:y|ie))s?$/i;
// Words in a cell, on average, that nobody writes but in running text.
const LONG = 40;
const QUESTION =
  /\?\s*$|^(?:q\s?\d|\d+[.)]\s)|^\P{L}*(?:what|how|why|which|who|when|where|do you|please|describe|explain|comments?)\b/iu;

/**
 * Reads a table in whatever shape it is: a row for each turn, a whole transcript in a cell, or a survey with a row for
 * each respondent. The shape is told by the names of the columns and, where they tell nothing, by what they hold; what was
 * guessed is an info "shape-assumed". A table of none of these shapes has no drafts and no issues, but for the export of a
 * program for coding, which is the issue "unsupported-format".
 */
export function readCellTable(table: CellTable): Reading & { readonly shape: TableShape } {
  if (table.rows.length === 0) return { shape: null, drafts: [], issues: [] };
  const wide = table.rows.findIndex(({ cells }) => cells.length > MOST_COLUMNS);
  if (wide >= 0) {
    const message = `This row has ${table.rows[wide]?.cells.length} cells; no table of a transcript has.`;
    const hint = "Copy the columns of the transcript into a file of their own.";
    return { shape: null, drafts: [], issues: [issue("too-large", message, { hint, place: table.place(wide) })] };
  }
  const bare = turnsWithoutHeader(table);
  if (bare !== null) return { shape: "turns", ...bare };
  const headed = findHeader(table);
  const coded = codedQuotes(headed);
  if (coded !== null) return { shape: null, drafts: [], issues: [coded] };
  const cell = transcriptColumn(headed);
  if (cell !== undefined) {
    if (isTooLong(headed)) return tooLong(headed);
    const id = idColumn(headed, cell);
    const told = `Each row was read as a transcript of its own: the column "${cell.key}" holds what was said.`;
    return { shape: "transcripts", ...withInfo(headed, readTranscriptCells(headed, cell, id), told) };
  }
  const turns = turnColumns(headed);
  if (turns !== null) return { shape: "turns", ...readTurnRows(headed, turns) };
  const sides = turnsOfSides(headed);
  if (sides !== null) return { shape: "turns", ...sides };
  const survey = surveyColumns(headed);
  if (survey === null) return { shape: null, drafts: [], issues: [] };
  if (isTooLong(headed)) return tooLong(headed);
  const open = survey.open.map((column) => `"${column.key}"`);
  const asked = open.length === 1 ? `${open[0]} is an open question` : `${open.join(", ")} are open questions`;
  const told = `Each row was read as a respondent of a survey: ${asked}, and the other columns are attributes.`;
  return { shape: "respondents", ...withInfo(headed, readSurvey(headed, survey), told) };
}

/** True for a table with a transcript in each row, and more of them than a study has. */
function isTooLong({ rows }: HeadedTable): boolean {
  return rows.length > MOST_TRANSCRIPTS;
}

function tooLong({ table }: HeadedTable): Reading & { readonly shape: null } {
  const { file } = table.place(0);
  return { shape: null, drafts: [], issues: [tooManyTranscripts({ file }, MOST_TRANSCRIPTS)] };
}

function withInfo({ table, firstRow }: HeadedTable, reading: Reading, told: string): Reading {
  const hint = "If this is not so, name the columns of speaker and words, or give each transcript a file of its own.";
  const info = issue("shape-assumed", told, { hint, place: table.place(Math.max(0, firstRow - 1)) });
  return { drafts: reading.drafts, issues: [info, ...reading.issues] };
}

/** The issue of a table that holds nothing anybody said. */
export function noTranscript(table: CellTable): Issue {
  const names = findHeader(table).columns.map(({ key }) => key);
  const found = names.length === 0 ? "It has no columns." : `Its columns are: ${names.slice(0, 12).join(", ")}.`;
  return issue("no-header", "No column of this table holds what was said.", {
    hint: `Give the columns names in the first row, such as "speaker" and "text". ${found}`,
    place: table.place(0),
  });
}

/** The column in which most cells hold several blocks with labels. */
function transcriptColumn({ columns }: HeadedTable): Column | undefined {
  return columns.find(({ values }) => {
    const filled = values.slice(0, SAMPLE).filter((value) => value !== "");
    const whole = filled.filter((value) => {
      const labels = labelsOf(value).filter((label) => !["unlikely", null].includes(labelShape(label)));
      return labels.length >= 2 && new Set(labels).size >= 2;
    });
    return whole.length > 0 && whole.length * 2 >= filled.length;
  });
}

function turnColumns({ columns }: HeadedTable): TurnColumns | null {
  const names = findColumns(columns.map(({ key }) => key));
  const byKey = (key: string | undefined): Column | undefined =>
    key === undefined ? undefined : columns.find((column) => column.key === key);
  const date = columns.find(areDates);
  const entry = date === undefined ? undefined : columns.find(({ name }) => ENTRIES.includes(foldName(name)));
  const text = byKey(names.text) ?? wordsBesideSpeakers(columns, byKey(names.speaker)) ?? entry;
  if (text === undefined) return null;
  const speaker = byKey(names.speaker) ?? speakersOf(columns, text) ?? (text === entry ? authors(columns) : undefined);
  const start = byKey(names.start);
  const transcript = columns.find(
    (column) =>
      column !== text && column !== speaker && GROUPS.includes(foldName(column.name).replace(/(?:id|name|no|nr)$/, "")),
  );
  const found = { text, speaker, start, end: byKey(names.end), date, transcript };
  if (start !== undefined || speaker === undefined || text.values.length < 3) return found;
  // People who all have one row are respondents, if there is more about each of them.
  const isSurvey = new Set(speaker.values).size === speaker.values.length && columns.length > 2;
  return isSurvey && surveyColumns({ ...emptyHeaded, columns }) !== null ? null : found;
}

const emptyHeaded = {
  above: [],
  rows: [],
  firstRow: 0,
  table: { name: null, rows: [], place: () => ({ file: "" }), cellLine: () => null },
};

/** True for a column that is called a date and holds nothing else. */
function areDates({ name, values }: Column): boolean {
  if (!DATES.includes(foldName(name))) return false;
  const filled = values.filter((value) => value !== "");
  return filled.length > 0 && filled.every(isDate);
}

/** In a table of diary entries, the column of ids of which one at least comes back: each entry has an author. */
function authors(columns: readonly Column[]): Column | undefined {
  return columns.find(({ name, values }) => ID.test(name) && !NO_ID.test(name) && new Set(values).size < values.length);
}

/** In a table that names its speakers, the column with the most words. */
function wordsBesideSpeakers(columns: readonly Column[], speaker: Column | undefined): Column | undefined {
  if (speaker === undefined || !speaker.values.some(isInterviewerLabel)) return undefined;
  return mostWords(columns.filter((column) => column !== speaker));
}

function speakersOf(columns: readonly Column[], text: Column): Column | undefined {
  return columns.find((column) => column !== text && areSpeakers(column));
}

/** True for a column of labels that recur, an interviewer's among them. */
function areSpeakers({ values }: Column): boolean {
  const filled = values.slice(0, SAMPLE).filter((value) => value !== "");
  const labels = new Set(filled);
  return (
    filled.length >= 4 &&
    labels.size >= 2 &&
    labels.size * 2 <= filled.length &&
    [...labels].some(isInterviewerLabel) &&
    [...labels].every((label) => labelShape(label) !== null)
  );
}

function mostWords(columns: readonly Column[]): Column | undefined {
  let most: Column | undefined;
  let words = 1;
  for (const column of columns) {
    const count = meanWords(column);
    if (count > words) [most, words] = [column, count];
  }
  return most;
}

/** A table without header whose columns are speakers and words: "Interviewer,So how was it?". */
function turnsWithoutHeader(table: CellTable): Reading | null {
  // The first rows tell of most tables that they have a header, without looking at all of them.
  const sample = findHeader({ ...table, rows: table.rows.slice(0, SAMPLE) }, false);
  const likely = sample.columns.find(areSpeakers);
  if (likely === undefined || !comesBack(table, sample.firstRow, likely)) return null;
  const headed = findHeader(table, false);
  const speaker = headed.columns.find(({ index }) => index === likely.index);
  if (speaker === undefined || headed.columns.length > 6) return null;
  const text = mostWords(headed.columns.filter((column) => column !== speaker));
  if (text === undefined) return null;
  const told = "This table has no header; its columns were read as speakers and words by what they hold.";
  return withInfo(headed, readTurnRows(headed, { text, speaker }), told);
}

/** True if the first cell of a column stands in it once more. A header's own word is no label that comes back. */
function comesBack({ rows }: CellTable, firstRow: number, { index, values: [first] }: Column): boolean {
  return rows.some(({ cells }, row) => row > firstRow && (cells[index] ?? "").trim() === first);
}

/** The turns of a table in which each speaker has a column; null for any other table. */
function turnsOfSides(headed: HeadedTable): Reading | null {
  const { columns, rows, firstRow, table, above } = headed;
  const names = columns.map(({ name }) => name);
  const { start } = findColumns(names);
  const times = columns.find(({ name }) => name === start);
  const besides = new Set(times === undefined ? [] : [columns.indexOf(times)]);
  // The names tell of most tables that they are none of these, without looking at the rows.
  if (namedAsSpeakers(names, besides).length === 0) return null;
  const cells = rows.map((_, row) => columns.map(({ values }) => values[row] ?? ""));
  const sides = speakerColumns(names, cells, besides).flatMap((index) => columns[index] ?? []);
  if (sides.length === 0) return null;
  const remainder = [...above];
  const turns = rows.flatMap((_, row): DraftTurn[] => {
    const written = times?.values[row] ?? "";
    const time = parseTimeSpan(written);
    if (time === null && written !== "") remainder.push(written);
    return sides.flatMap(({ name, index, values }) => {
      const turn = { label: name, words: values[row] ?? "", line: table.cellLine(firstRow + row, index) };
      return turn.words === "" ? [] : [time === null ? turn : { ...turn, time }];
    });
  });
  const draft = { name: null, title: null, kind: null, turns, attributes: {}, speakers: [], remainder };
  return withInfo(headed, { drafts: [draft], issues: [] }, "Each column was read as what one speaker says.");
}

/** The columns of a survey; null for a table that is none. */
function surveyColumns(headed: HeadedTable): SurveyColumns | null {
  const id = idColumn(headed);
  const open = headed.columns.filter((column) => column !== id && isOpen(column));
  if (open.length === 0) return null;
  const isCodebook = headed.columns.some(({ name }) => CODEBOOK.test(name));
  if (isCodebook && !open.some((column) => meanWords(column) >= LONG)) return null;
  const isAsked = open.some(({ name }) => QUESTION.test(name));
  const areLong = open.some((column) => meanWords(column) >= LONG);
  // An id that some rows share cannot name them, and tells a survey all the same.
  const isSurvey = id !== undefined || isAsked || areLong || headed.columns.some((column) => isId(column, 0.9));
  return isSurvey ? { id, open } : null;
}

/** The column that tells the rows apart and says so by its name, else none. */
function idColumn({ columns }: HeadedTable, text?: Column): Column | undefined {
  return columns.find((column) => column !== text && isId(column, 1));
}

/** True for a column that is called an id, and in which at least this share of the cells (0..1) are different. */
function isId({ name, values }: Column, distinct: number): boolean {
  const isCalled = NO_ID.test(name) ? ASKED_ID.test(name) : ID.test(name);
  if (!isCalled || !values.every((value) => value !== "" && value.length <= 60)) return false;
  return new Set(values).size >= values.length * distinct;
}

/** True for a column of answers in people's own words: several words, hardly any twice. */
function isOpen({ name, values }: Column): boolean {
  const filled = values.slice(0, SAMPLE).filter((value) => value !== "");
  const spoken = filled.filter((value) => /\p{L}/u.test(value) && !/^\S+(?:@|:\/\/)\S+$/.test(value));
  if (spoken.length * 2 < filled.length || spoken.length === 0) return false;
  const mean = spoken.reduce((sum, value) => sum + wordCount(value), 0) / spoken.length;
  if (CODES.test(name) && mean < LONG) return false;
  const isDistinct = filled.length < 5 || new Set(filled).size >= filled.length * 0.6;
  return isDistinct && (mean >= 4 || (mean >= 2 && QUESTION.test(name) && name !== QUESTION_LABEL));
}

function meanWords({ values }: Column): number {
  const filled = values.slice(0, SAMPLE).filter((value) => value !== "");
  return filled.length === 0 ? 0 : filled.reduce((sum, value) => sum + wordCount(value), 0) / filled.length;
}
