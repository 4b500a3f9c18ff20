import { type Issue, issue } from "../issues/issue";
import { mostOfAKind } from "../issues/most-of-a-kind";
import { locatorOf, originPlace, type Source, type Sourced } from "../issues/source";
import { didYouMean, nearestOf } from "../issues/suggest";
import { shown } from "../issues/wording";
import { type Attributes, type AttributeValue, type Group, isAttributeValue, type Participant } from "../model/people";
import {
  flag,
  isBlank,
  isRecord,
  plainRecord,
  type Read,
  record,
  report,
  rootSpot,
  text,
  texts,
  within,
} from "../text/check";
import { parseCsv } from "../text/csv";
import { count, listed } from "../text/plural";
import { groupKey, groupWords } from "./settings";

/** A participant as a program or a row of participants.csv states one. */
export interface ParticipantInput {
  readonly id: string;
  /** A group's id, name, singular or alias, in any case; null if known to be in none. */
  readonly group?: string | null;
  /** The printed name; by default the group's singular and a number, such as "Carer 3". */
  readonly label?: string;
  readonly role?: string;
  /** Other names the transcripts use for this person. */
  readonly aliases?: readonly string[];
  /** False if their words may be counted but never printed; true by default. */
  readonly quotable?: boolean;
  readonly attributes?: Attributes;
}

const KNOWN = ["id", "group", "label", "role", "aliases", "quotable"];

/** True for a column of participants.csv that is no attribute. Case does not matter. */
export function isParticipantColumn(name: string): boolean {
  return KNOWN.includes(name.trim().toLowerCase());
}

// As a person writes a number. Leading zeros are those of a postcode or telephone number, which are text.
const NUMBER = /^[+-]?(?:0|[1-9]\d*)?(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Attributes by name, those left out that are no text, number, true, false or null. */
export const attributeValues: Read<Attributes> = (value, spot) => {
  const attributes = plainRecord(value, spot) ?? {};
  // Those of a participants.csv are all right, and there may be a million of them.
  if (areAttributes(attributes)) return { ...attributes };
  const entries = Object.entries(attributes).flatMap(([key, each]): [string, AttributeValue][] => {
    if (isAttributeValue(each)) return [[key, each]];
    const message = `The attribute "${key}" must be text, a number, true, false or null, and is ${shown(each)}.`;
    report(within(spot, key), "wrong-value", message);
    return [];
  });
  return Object.fromEntries(entries);
};

function areAttributes(values: Readonly<Record<string, unknown>>): values is Attributes {
  for (const key in values) if (!isAttributeValue(values[key])) return false;
  return true;
}

const readInput = record(
  "A participant",
  { id: text, group: text, label: text, role: text, aliases: texts, quotable: flag, attributes: attributeValues },
  ["id"],
);

/** A participant that a program states, checked; a group known to be none stays so. */
export const readParticipantInput: Read<ParticipantInput> = (value, spot) => {
  const stated = readInput(value, spot);
  return stated !== undefined && isRecord(value) && value.group === null ? { ...stated, group: null } : stated;
};

/**
 * The rows of a participants.csv. Columns that are not known are attributes: numbers where all cells of the column that
 * are not empty are numbers, else text, and null where empty. Aliases are parted by ";".
 */
export function parseParticipants(source: Source): { rows: Sourced<ParticipantInput>[]; issues: Issue[] } {
  const csv = parseCsv(source);
  const issues = [...csv.issues];
  if (csv.columns.length > 0 && !csv.columns.some((column) => column.toLowerCase() === "id")) {
    const near = didYouMean("id", csv.columns);
    const hint = `The first line must name the columns, "id" among them. ${near ?? ""}`.trim();
    issues.push(issue("no-header", 'There is no column "id".', { hint, place: source.linePlace(1) }));
    return { rows: [], issues };
  }
  const attributes = csv.columns.filter((column) => column !== "" && !isParticipantColumn(column));
  const readers = attributes.map((column) => [column, columnReader(csv.rows.map((row) => row.cell(column)))] as const);
  const rows = csv.rows.flatMap((row): Sourced<ParticipantInput>[] => {
    const origin: Sourced<unknown>["origin"] = (field) => row.origin(field);
    const stated = {
      ...Object.fromEntries(KNOWN.map((column) => [column, row.cell(column)])),
      aliases: row
        .cell("aliases")
        .split(";")
        .filter((alias) => !isBlank(alias)),
      attributes: Object.fromEntries(readers.map(([column, read]) => [column, read(row.cell(column))])),
    };
    const value = readInput(stated, rootSpot(locatorOf({ value: stated, origin }), issues));
    return value === undefined ? [] : [{ value, origin }];
  });
  return { rows, issues: [...mostOfAKind(issues, source.file)] };
}

/** How the cells of one column are read, which all of them decide together. */
function columnReader(all: readonly string[]): (cell: string) => AttributeValue {
  const stated = all.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const numbers = stated.every((cell) => /\d/.test(cell) && NUMBER.test(cell) && Number.isFinite(Number(cell)));
  return (cell) => {
    const trimmed = cell.trim();
    if (trimmed === "") return null;
    return numbers ? Number(trimmed) : trimmed;
  };
}

/**
 * The participants of these rows, with their groups found and their labels made, and the problems of that.
 *
 * Those without a label are numbered within their group in the order of the rows, those with one counted as well. A
 * participant without a group is called by the id.
 */
export function readParticipants(
  rows: readonly Sourced<ParticipantInput>[],
  groups: readonly Group[],
): { participants: Sourced<Participant>[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const findGroup = groupFinder(groups);
  const unknownGroups = new Map<string, Sourced<ParticipantInput>[]>();
  const ungrouped: Sourced<ParticipantInput>[] = [];
  const counts = new Map<Group, number>();
  const seen = new Set<string>();
  const participants: Sourced<Participant>[] = [];
  for (const row of rows) {
    const input = readInput(row.value, rootSpot(locatorOf(row), issues));
    if (input === undefined) continue;
    const { id, label, role, aliases = [], quotable = true, attributes = {} } = input;
    if (seen.has(id)) {
      const hint = "Give one of the two another id. A person who was interviewed twice needs one row only.";
      issues.push(
        issue("duplicate-id", `The participant "${id}" is there twice.`, {
          hint,
          place: originPlace(row.origin("id")),
        }),
      );
      continue;
    }
    seen.add(id);
    const group = input.group === undefined ? undefined : findGroup(input.group);
    if (input.group === undefined) {
      if (row.value.group !== null) ungrouped.push(row);
    } else if (group === undefined) append(unknownGroups, groupKey(input.group), row);
    const number = group === undefined ? 0 : (counts.get(group) ?? 0) + 1;
    if (group !== undefined) counts.set(group, number);
    const value: Participant = {
      id,
      label: label ?? (group === undefined ? id : `${group.singular} ${number}`),
      group: group?.id ?? null,
      ...(role === undefined ? {} : { role }),
      aliases,
      quotable,
      attributes,
    };
    participants.push({ value, origin: (field) => row.origin(field) });
  }
  issues.push(
    ...unknownGroupIssues([...unknownGroups.values()], groups),
    ...withoutGroup(ungrouped, rows.length),
    ...equalLabels(participants),
  );
  return { participants, issues };
}

/** A function that gives the group a word stands for. */
function groupFinder(groups: readonly Group[]): (word: string) => Group | undefined {
  const byWord = new Map<string, Group>();
  for (const group of groups) {
    for (const word of groupWords(group)) if (!byWord.has(groupKey(word))) byWord.set(groupKey(word), group);
  }
  return (word) => byWord.get(groupKey(word));
}

/** One issue for all rows with the same unknown group, since they have one cause. */
function unknownGroupIssues(
  unknown: readonly (readonly Sourced<ParticipantInput>[])[],
  groups: readonly Group[],
): Issue[] {
  const nearestWord = nearestOf(groups.flatMap(groupWords));
  const known = `The groups are ${listed(groups.map(({ id }) => `"${id}"`))}; study.yaml can name others, or add aliases.`;
  return unknown.map((rows) => {
    const [first] = rows;
    const word = first?.value.group ?? "";
    const many = rows.length === 1 ? "" : ` ${count(rows.length, "participant")} are in it.`;
    const near = nearestWord(word);
    const hint = near === undefined ? known : `Did you mean "${near}"? ${known}`;
    return issue("unknown-group", `There is no group "${word}".${many}`, {
      hint,
      place: originPlace(first?.origin("group")),
    });
  });
}

/** One warning for each participant without a group; one in all where none has a group. */
function withoutGroup(rows: readonly Sourced<ParticipantInput>[], all: number): Issue[] {
  const hint = 'Tables by group show them apart. Fill in the column "group" if they belong to one.';
  if (rows.length > 1 && rows.length === all) {
    const file = rows[0]?.origin()?.source.file;
    const place = file === undefined ? undefined : { file };
    return [issue("participant-without-group", `None of the ${all} participants has a group.`, { hint, place })];
  }
  return rows.map(({ value, origin }) =>
    issue("participant-without-group", `The participant "${value.id}" has no group.`, {
      hint,
      place: originPlace(origin()),
    }),
  );
}

function equalLabels(participants: readonly Sourced<Participant>[]): Issue[] {
  const idOf = new Map<string, string>();
  return participants.flatMap(({ value: { id, label }, origin }) => {
    const other = idOf.get(label);
    if (other === undefined) {
      idOf.set(label, id);
      return [];
    }
    const message = `"${other}" and "${id}" are both printed as "${label}".`;
    const hint = "Readers could not tell their quotes apart. Give one of them another label.";
    return [issue("duplicate-label", message, { hint, place: originPlace(origin("id")) })];
  });
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const items = lists.get(key);
  if (items === undefined) lists.set(key, [value]);
  else items.push(value);
}
