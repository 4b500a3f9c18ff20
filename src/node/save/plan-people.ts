import { type Issue, issue } from "../../issues/issue";
import { toSource } from "../../issues/source";
import type { AttributeValue, Group, Participant } from "../../model/people";
import { isParticipantColumn, parseParticipants, readParticipants } from "../../study/participants";
import { canonicalText } from "../../text/canonical";
import { type CsvRowEdit, editCsv, newCsv } from "../../text/csv-edit";
import type { Plan } from "./plan";

type Cells = Record<string, string>;

/** Plans participants.csv: rows in the order of the participants, with what changed. */
export function planParticipants(plan: Plan): void {
  const { study, reading } = plan;
  const file = reading?.settings.files.participants ?? "participants.csv";
  const there = plan.textOf(file);
  const before = new Map((reading?.study.participants ?? []).map((each, index) => [each.id, { each, index }]));
  const rows = study.participants.map((participant): CsvRowEdit => {
    const old = before.get(participant.id);
    const cells = cellsOf(participant);
    if (old === undefined || there === null) return { cells };
    const was = cellsOf(old.each);
    const changed = [...new Set([...Object.keys(was), ...Object.keys(cells)])].filter((key) => was[key] !== cells[key]);
    return { from: old.index, cells: Object.fromEntries(changed.map((key) => [key, cells[key] ?? ""])) };
  });
  const isSame = rows.every((row, index) => row.from === index && Object.keys(row.cells).length === 0);
  // People who were not listed and still are as they were found need no list.
  if (isSame && rows.length === before.size) return;
  if (there === null && reading !== null && isAsFound(study.participants, reading.study.participants)) return;
  const toText = (edits: readonly CsvRowEdit[]): string => {
    if (there !== null && there.text.trim() !== "") return editCsv(there.text, edits);
    return newCsv(
      columnsOf(edits),
      edits.map((row) => row.cells),
    );
  };
  const problems = notHeld(study.participants, file);
  plan.issues.push(...problems);
  if (problems.length > 0) return;
  plan.write(file, withLabels(rows, study.participants, study.groups, toText));
}

function isAsFound(now: readonly Participant[], before: readonly Participant[]): boolean {
  return JSON.stringify(now.map(cellsOf)) === JSON.stringify(before.map(cellsOf));
}

/** Attributes that no cell can hold, an issue for each: true and false would be text when they are read again. */
function notHeld(participants: readonly Participant[], file: string): Issue[] {
  const stated = participants.flatMap(({ attributes }) => Object.entries(attributes));
  const names = new Set(stated.flatMap(([name, value]) => (value === null ? [] : name)));
  return [...names].flatMap((name) => {
    if (isParticipantColumn(name)) {
      const message = `An attribute cannot be called "${name}" in ${file}: the column of that name says something else there.`;
      const hint = `State ${name.toLowerCase()} beside the participant's id, and not among the attributes, or give the attribute another name.`;
      return issue("cannot-be-saved", message, { hint: `Nothing was written. ${hint}` });
    }
    const those = participants.filter(({ attributes }) => typeof attributes[name] === "boolean");
    const [first] = those;
    if (first === undefined) return [];
    const [value, word] = first.attributes[name] === true ? ["true", "yes"] : ["false", "no"];
    const what = those.length === 1 ? `"${first.id}" is ${value}` : `${those.length} participants is true or false`;
    const message = `The attribute "${name}" of ${what}, and ${file} holds only text and numbers.`;
    const hint = `Nothing was written. Write it as text, such as { ${propertyName(name)}: "${word}" }.`;
    return issue("cannot-be-saved", message, { hint });
  });
}

function propertyName(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : JSON.stringify(name);
}

/** A participant's row. */
function cellsOf({ id, group, role, aliases, quotable, attributes, label }: Participant): Cells {
  const stated = Object.entries(attributes).map(([key, value]) => [key, cellOf(value)]);
  const own = { id, group: group ?? "", label, role: role ?? "", aliases: aliases.join("; ") };
  return { ...own, quotable: quotable ? "" : "no", ...Object.fromEntries(stated) };
}

function cellOf(value: AttributeValue): string {
  return value === null ? "" : String(value);
}

function columnsOf(rows: readonly CsvRowEdit[]): string[] {
  const optional = ["label", "role", "aliases", "quotable"];
  const all = new Set(["id", "group", ...optional, ...rows.flatMap(({ cells }) => Object.keys(cells))]);
  return [...all].filter((column) => !optional.includes(column) || rows.some(({ cells }) => cells[column]));
}

/** The text with labels stated where they would not follow from group and order. */
function withLabels(
  rows: readonly CsvRowEdit[],
  participants: readonly Participant[],
  groups: readonly Group[],
  toText: (rows: readonly CsvRowEdit[]) => string,
): string {
  // A label that changed in a file that is there is stated; in a new file, only if it has to be.
  let edits = rows.map((row): CsvRowEdit => {
    if (row.from !== undefined) return row;
    const { label: _, ...cells } = row.cells;
    return { cells };
  });
  // Each round states at least one more label, and stating one changes no other's.
  for (let round = 0; round < 2; round++) {
    const text = toText(edits);
    const { rows: parsed } = parseParticipants(toSource("", canonicalText(text)));
    const read = readParticipants(parsed, groups).participants.map((each) => each.value.label);
    const wrong = participants.map((each, index) => read[index] !== each.label);
    if (!wrong.includes(true)) return text;
    edits = edits.map((row, index) =>
      wrong[index] ? { ...row, cells: { ...row.cells, label: participants[index]?.label ?? "" } } : row,
    );
  }
  return toText(edits);
}
