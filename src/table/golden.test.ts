import { describe, expect, test } from "vitest";
import { nastyTable } from "./nasty.fixture";
import { toCsv } from "./render-csv";
import { toHtml } from "./render-html";
import { toLatex } from "./render-latex";
import { toMarkdown } from "./render-markdown";
import { toText } from "./render-text";
import { Table } from "./table";

const groups = [
  ["consumer", "Consumers", 12],
  ["carer", "Carers", 11],
  [null, "All participants", 23],
] as const;
const themes = [
  ["hope", "Peer workers bring hope", 0, [9, 7, 16]],
  ["recovery", "Recovery is possible, and they have seen it", 1, [9, 0, 9]],
  ["understood", "Being understood", 1, [4, 7, 11]],
  ["burden", "[Caring] is a burden", 0, [0, 11, 11]],
] as const;

const frequency = new Table({
  columns: [
    { key: "id", label: "Id", kind: "text" },
    { key: "name", label: "Theme", kind: "text", indent: "depth" },
    { key: "groupName", label: "Group", kind: "text" },
    { key: "participants", label: "Participants", kind: "count", of: "of" },
    { key: "of", label: "Of", kind: "count" },
  ],
  rows: themes.flatMap(([id, name, depth, counts]) =>
    groups.map(([group, groupName, of], g) => ({
      id,
      name,
      depth,
      group,
      groupName,
      participants: counts[g] ?? 0,
      of,
    })),
  ),
  caption: "Themes by group",
  notes: ["Base: participants with at least one turn.", "Coding scheme version 2."],
  grid: {
    down: "id",
    downColumns: ["name"],
    across: "group",
    acrossLabel: "groupName",
    cell: "participants",
    of: "of",
  },
});

describe.each([
  ["nasty", nastyTable],
  ["frequency", frequency],
  ["crosstab", frequency.crosstab()],
  ["empty", new Table({ columns: frequency.columns, rows: [], notes: ["Nothing was coded."] })],
])("the %s table is written as before", (name, table) => {
  test.each([
    ["txt", () => toText(table)],
    ["md", () => toMarkdown(table)],
    ["html", () => toHtml(table)],
    ["csv", () => toCsv(table)],
    ["tex", () => toLatex(table)],
  ])("as .%s", async (ending, write) => {
    await expect(write()).toMatchFileSnapshot(`golden/${name}.${ending}`);
  });
});
