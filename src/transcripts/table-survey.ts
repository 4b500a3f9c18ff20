import type { Attributes, AttributeValue } from "../model/people";
import { attributeValues, type Column, type HeadedTable } from "./cell-table";
import type { DraftSpeaker, DraftTurn, Reading, TranscriptDraft } from "./reading";
import { withSingleBlanks } from "./white-space";

/** The columns of a table with a row for each respondent. */
export interface SurveyColumns {
  /** What respondents are called; undefined if they are numbered. */
  readonly id: Column | undefined;
  /** The open questions; there is at least one. */
  readonly open: readonly Column[];
}

/** The label of the turns that hold a survey's questions. */
export const QUESTION_LABEL = "Question";

// What is the same in all transcripts of a survey, which are thousands, is there once.
const NO_ATTRIBUTES: Attributes = Object.freeze({});
const NOTHING: readonly never[] = Object.freeze([]);
const ASKS: DraftSpeaker = Object.freeze({ label: QUESTION_LABEL, role: "interviewer", attributes: NO_ATTRIBUTES });

/**
 * Reads a survey: a transcript for each respondent, in which each open question that was answered is a turn of the
 * interviewer's, labelled "Question", with the answer below it. The other columns are attributes of the respondent.
 * A row without any answer stands in the remainder of the first transcript, and so do questions that nobody answered.
 */
export function readSurvey(headed: HeadedTable, { id, open }: SurveyColumns): Reading {
  const questions = open.map((column) => ({ column, question: questionOf(headed, column) }));
  const others = headed.columns
    .filter((column) => column !== id && !open.includes(column))
    .map((column) => ({ column, values: attributeValues(column) }));
  const rest: string[] = [...headed.above];
  for (const { column, question } of questions) if (column.values.every((value) => value === "")) rest.push(question);
  for (const { column } of others) if (column.values.every((value) => value === "")) rest.push(column.name);
  if (id !== undefined) rest.push(id.name);
  const drafts: TranscriptDraft[] = [];
  // Written over a copy of these, attributes have one shape in all transcripts.
  const blank: Attributes = Object.fromEntries(others.map(({ column }) => [column.key, null]));
  // One list for the turns of a row after another: the copy of them has room for these and no more.
  const turns: DraftTurn[] = [];
  for (let row = 0; row < headed.rows.length; row++) {
    const given = id?.values[row] ?? "";
    const label = withSingleBlanks(given === "" ? `Respondent ${row + 1}` : given);
    let length = 0;
    for (const { column, question } of questions) {
      const words = column.values[row] ?? "";
      if (words === "") continue;
      // The question stands where its answer does: lines ascend with the turns.
      const line = headed.table.cellLine(headed.firstRow + row, column.index);
      turns[length++] = { label: QUESTION_LABEL, words: question, line };
      turns[length++] = { label, words, line };
    }
    if (length === 0) {
      const cells = headed.columns.map((column) => column.values[row] ?? "").filter((value) => value !== "");
      rest.push(cells.join(" "));
      continue;
    }
    const attributes: { [key: string]: AttributeValue } = { ...blank };
    for (const { column, values } of others) attributes[column.key] = values[row] ?? null;
    drafts.push({
      name: given === "" ? `respondent ${row + 1}` : given,
      title: null,
      kind: "survey",
      turns: turns.slice(0, length),
      attributes: NO_ATTRIBUTES,
      speakers: [ASKS, { label, role: "participant", attributes }],
      remainder: NOTHING,
    });
  }
  const [first] = drafts;
  if (first === undefined) return { drafts: [], issues: [] };
  drafts[0] = { ...first, remainder: rest.filter((each) => each !== "") };
  return { drafts, issues: [] };
}

/** The text of a question. A name that several columns have, such as "Comments", belongs to the column before it. */
function questionOf({ columns }: HeadedTable, column: Column): string {
  const name = column.name === "" ? column.key : column.name;
  if (columns.filter((each) => each.name === column.name).length === 1) return name;
  const before = columns.slice(0, columns.indexOf(column)).findLast((each) => each.name !== column.name);
  return before === undefined || before.name === "" ? column.key : `${before.name} – ${name}`;
}
