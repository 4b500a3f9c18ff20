import type { AttributeValue } from "../model/people";
import type { ParticipantInput } from "../study/participants";
import { toCsv } from "../table/render-csv";
import { Table } from "../table/table";
import { freeName } from "./written-transcript";

const KNOWN: ReadonlySet<string> = new Set(["id", "group", "label", "role", "aliases", "quotable"]);

/**
 * The participants.csv of people who were found in transcripts: id, group (empty where none is known), role, and what the
 * files tell of them, a column for each fact. A fact called "role" is the role of whoever has no other.
 */
export function participantsCsv(people: readonly ParticipantInput[]): string {
  const names = new Map<string, string>();
  for (const { attributes = {} } of people) {
    for (const name of Object.keys(attributes)) {
      const key = columnKey(name);
      if (key !== "role" && !names.has(key))
        names.set(key, freeName(name.trim(), new Set(KNOWN.has(key) ? [name.trim()] : [])));
    }
  }
  const columns = [...names].map(([key, label]) => ({ key: `fact ${key}`, label, kind: "text" as const }));
  return toCsv(
    new Table({
      columns: [...["id", "group", "role"].map((key) => ({ key, label: key, kind: "text" as const })), ...columns],
      rows: people.map(({ id, group = null, role, attributes = {} }) => {
        const facts = new Map(Object.entries(attributes).map(([name, value]) => [columnKey(name), value]));
        const cells = [...names.keys()].map((key): [string, AttributeValue] => [`fact ${key}`, facts.get(key) ?? null]);
        return { id, group, role: role ?? facts.get("role") ?? null, ...Object.fromEntries(cells) };
      }),
    }),
    // Read back as they are: an apostrophe before "=" would become part of the fact.
    { guard: false },
  );
}

/** Columns match without case. */
function columnKey(name: string): string {
  return name.trim().toLowerCase();
}
