import { argumentError, optionsOf } from "../issues/call";
import { InputError, optionError } from "../issues/input-error";
import { issue } from "../issues/issue";
import { shown } from "../issues/wording";
import { VERSION } from "../model/version";
import type { Column } from "../table/column";
import { fieldOf } from "../table/content";
import { Table } from "../table/table";
import { isRecord } from "../text/check";
import { count } from "../text/plural";
import { type ComparedCell, cellsOf } from "./compared-cells";

/** Options of `compareTables`. */
export interface CompareTablesOptions {
  /** What the two tables are called, such as `["Version 1", "Version 3"]`; made from the scheme versions by default. */
  readonly labels?: readonly [string, string] | undefined;
  /** Which count of two frequency tables is compared: "participants" by default, or "passages", "codings", ... */
  readonly cell?: string | undefined;
}

/** One theme, code or category in one group, in two tables. */
export interface ComparedRow {
  readonly id: string;
  /** The name in the second table, or in the first if it is there alone. */
  readonly name: string;
  /** The name in the first table, where it had another; else null. */
  readonly formerName: string | null;
  readonly depth: number;
  /** The group's id, or the column's key in a theme table; null for all groups together. */
  readonly group: string | null;
  readonly groupName: string;
  /** The number in the first table; null if it has no such row. */
  readonly first: number | null;
  /** The base of it, where it has one. */
  readonly firstOf: number | null;
  readonly second: number | null;
  readonly secondOf: number | null;
  /** `second - first`; null where one of the two is missing. */
  readonly difference: number | null;
  /** Which of the tables have the row. */
  readonly in: "both" | "first" | "second";
}

/**
 * Two tables of counts side by side, row by row, with the differences: of two versions of the scheme, two readers, or
 * two parts of the study. Takes what `themeFrequency` or `themeTable` gives, two of the same kind.
 *
 * Rows are matched by id and group, never by name. What is in one table alone stays, with "–" for the other; a theme
 * that a table has, with nobody in it, is 0. Rows stand in the order of the second table, those of the first alone
 * behind the row they followed there. Throws `InputError` for tables that have no counts, and for two whose groups or rows
 * are of different kinds: a role and a group may have one id.
 *
 * @example
 * ```ts
 * const before = themeFrequency(study.asOf(1), { level: "code" });
 * const table = compareTables(before, themeFrequency(study, { level: "code" }));
 * const rows = table.rows.filter((row) => row.id === "notes-for-safety" && row.group === "carer");
 * rows.map((row) => [row.first, row.second, row.in]); // => [[null, 4, "second"]]
 * ```
 */
export function compareTables(
  first: Table<object>,
  second: Table<object>,
  options: CompareTablesOptions = {},
): Table<ComparedRow> {
  refuseNoTable("first", first);
  refuseNoTable("second", second);
  const stated = optionsOf(options, '{ labels: ["Before", "After"] }', { labels: true, cell: true });
  const cells = [first, second].map((table) => cellsOf(table, stated.cell)) as [ComparedCell[], ComparedCell[]];
  if ((first.grid === null) !== (second.grid === null)) {
    const hint = "Make both by the same function: themeFrequency or themeTable.";
    throw new InputError([issue("wrong-option", "The two tables are not of one kind.", { hint })]);
  }
  refuseOtherRows(first, second);
  const [label, other] = labelsOf(first, second, stated.labels);
  const rows = matched(...cells);
  const of = (key: string): Partial<Column> =>
    rows.some((row) => fieldOf(row, key) !== null) ? { of: key, format: "n of N" } : {};
  return new Table<ComparedRow>({
    columns: [
      { key: "id", label: "Id", kind: "text", only: "data" },
      { key: "depth", label: "Depth", kind: "number", only: "data" },
      { key: "name", label: headOf(second) ?? headOf(first) ?? "Theme", kind: "text", indent: "depth", merge: true },
      { key: "formerName", label: `Name in ${label}`, kind: "text", only: "data" },
      { key: "group", label: "Group id", kind: "text", only: "data" },
      { key: "groupName", label: "Group", kind: "text" },
      { key: "first", label, kind: "count", ...of("firstOf") },
      { key: "firstOf", label: `${label}, of`, kind: "count", only: "data" },
      { key: "second", label: other, kind: "count", ...of("secondOf") },
      { key: "secondOf", label: `${other}, of`, kind: "count", only: "data" },
      { key: "difference", label: "Difference", kind: "number" },
      { key: "in", label: "In", kind: "text", only: "data" },
    ],
    rows,
    caption: `${label} and ${other} compared`,
    notes: notesOf(rows, [first, second], [label, other]),
    provenance: {
      function: "compareTables",
      options: { ...stated, first: first.provenance, second: second.provenance },
      schemeVersion: second.provenance?.schemeVersion ?? null,
      packageVersion: VERSION,
    },
  });
}

/** Throws `InputError` for what is no table, a study for instance. */
function refuseNoTable(place: "first" | "second", given: unknown): void {
  if (isRecord(given) && Array.isArray(given.columns) && Array.isArray(given.rows) && "grid" in given) return;
  throw argumentError(place, given, "a table", "Give what themeFrequency or themeTable gives.");
}

/** Throws `InputError` for tables by different things, or of different levels. */
function refuseOtherRows(first: Table<object>, second: Table<object>): void {
  for (const [option, byDefault] of [["by", "group"] as const, ["level", "theme"] as const]) {
    const stated = [first, second].map(({ provenance }) => provenance && (provenance.options[option] ?? byDefault));
    const [one, two] = stated;
    if (one === null || two === null || one === two) continue;
    const hint = `Make both with the same "${option}".`;
    const message = `The two tables have other rows: "${option}" is ${shown(one)} in the first, and ${shown(two)} in the second.`;
    throw new InputError([issue("wrong-option", message, { hint })]);
  }
}

/** The rows of both, in the order of the second; those of the first alone stand behind the one they followed. */
function matched(first: readonly ComparedCell[], second: readonly ComparedCell[]): ComparedRow[] {
  const keyOf = ({ id, group }: ComparedCell): string => JSON.stringify([id, group]);
  const [before, after] = [first, second].map((cells) => new Map(cells.map((cell) => [keyOf(cell), cell])));
  const alone = new Map<string | null, ComparedCell[]>();
  let previous: string | null = null;
  for (const cell of first) {
    if (after?.has(keyOf(cell))) previous = keyOf(cell);
    else alone.set(previous, [...(alone.get(previous) ?? []), cell]);
  }
  const behind = (key: string | null): ComparedRow[] => (alone.get(key) ?? []).map((cell) => rowOf(cell, undefined));
  return [
    ...behind(null),
    ...second.flatMap((cell) => [rowOf(before?.get(keyOf(cell)), cell), ...behind(keyOf(cell))]),
  ];
}

function rowOf(first: ComparedCell | undefined, second: ComparedCell | undefined): ComparedRow {
  const cell = second ?? first;
  const [one, two] = [first?.value ?? null, second?.value ?? null];
  return {
    id: cell?.id ?? "",
    name: cell?.name ?? "",
    formerName: first !== undefined && second !== undefined && first.name !== second.name ? first.name : null,
    depth: cell?.depth ?? 0,
    group: cell?.group ?? null,
    groupName: cell?.groupName ?? "",
    first: one,
    firstOf: first?.of ?? null,
    second: two,
    secondOf: second?.of ?? null,
    difference: one === null || two === null ? null : two - one,
    in: first === undefined ? "second" : second === undefined ? "first" : "both",
  };
}

function labelsOf(
  first: Table<object>,
  second: Table<object>,
  labels: readonly [string, string] | undefined,
): readonly [string, string] {
  if (labels !== undefined) {
    if (Array.isArray(labels) && labels.length === 2 && labels[0] !== labels[1]) return labels;
    throw optionError("labels", labels, [], "a list of two different names");
  }
  const [one, two] = [first, second].map((table) => table.provenance?.schemeVersion ?? null);
  return one === two ? ["First", "Second"] : [`Version ${one ?? "?"}`, `Version ${two ?? "?"}`];
}

/** What the rows of a table are, by the head of its names. */
function headOf(table: Table<object>): string | undefined {
  return table.columns.find((column) => column.key === "name")?.label;
}

function notesOf(
  rows: readonly ComparedRow[],
  tables: readonly Table<object>[],
  labels: readonly string[],
): readonly string[] {
  const notes: string[] = [];
  for (const [side, label] of [["first", labels[0]] as const, ["second", labels[1]] as const]) {
    const alone = new Set(rows.flatMap((row) => (row.in === side ? row.id : [])));
    const both = new Set(rows.flatMap((row) => (row.in === side ? [] : row.id)));
    const only = [...alone].filter((id) => !both.has(id)).length;
    if (only > 0) notes.push(`${count(only, "entry", "entries")} in ${label} alone.`);
  }
  const renamed = new Map(rows.flatMap((row) => (row.formerName === null ? [] : [[row.id, row]])));
  for (const { name, formerName } of renamed.values()) notes.push(`"${name}" was "${formerName}" in ${labels[0]}.`);
  const shared = tables[0]?.notes.filter((note) => tables[1]?.notes.includes(note)) ?? [];
  tables.forEach(({ notes: own }, index) => {
    notes.push(...own.filter((note) => !shared.includes(note)).map((note) => `${labels[index]}: ${note}`));
  });
  return [...notes, ...shared];
}
