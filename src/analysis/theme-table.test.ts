import { describe, expect, test } from "vitest";
import { smallStudy } from "../study/small-study.fixture";
import { toMarkdown } from "../table/render-markdown";
import { type CellContent, themeTable } from "./theme-table";

const study = smallStudy();

describe("themeTable", () => {
  test("has themes down, groups across and a column over all groups, as numbers", () => {
    expect(themeTable(study).rows).toEqual([
      { id: "relief", name: "Relief", depth: 0, consumer: 1, carer: 2, clinician: 0, total: 3 },
      { id: "ahead", name: "Ahead", depth: 1, consumer: 1, carer: 2, clinician: 0, total: 3 },
      { id: "order", name: "Order", depth: 0, consumer: 0, carer: 0, clinician: 0, total: 0 },
    ]);
  });

  test("prints n of N, indents subthemes and gives the size of each group", () => {
    expect(toMarkdown(themeTable(study)).split("\n").slice(0, 7)).toEqual([
      "Themes by group",
      "",
      "| Theme | Consumers (n = 1) | Carers (n = 2) | Clinicians (n = 1) | All (n = 4) |",
      "| --- | --: | --: | --: | --: |",
      "| Relief | 1 of 1 | 2 of 2 | 0 of 1 | 3 of 4 |",
      "| &emsp;Ahead | 1 of 1 | 2 of 2 | 0 of 1 | 3 of 4 |",
      "| Order | 0 of 1 | 0 of 2 | 0 of 1 | 0 of 4 |",
    ]);
  });

  test("leaves out the column over all groups and the sizes if asked", () => {
    const table = themeTable(study, { total: false, bases: false });
    expect(table.columns.map(({ label, subLabel }) => [label, subLabel])).toEqual([
      ["Id", undefined],
      ["Depth", undefined],
      ["Theme", undefined],
      ["Consumers", undefined],
      ["Carers", undefined],
      ["Clinicians", undefined],
    ]);
    expect(table.rows[0]).toEqual({ id: "relief", name: "Relief", depth: 0, consumer: 1, carer: 2, clinician: 0 });
  });

  test.each<[CellContent, number[], string]>([
    ["n", [1, 2, 0, 3], "Cells count participants with at least one passage."],
    ["%", [1, 2, 0, 3], "Share of the group's participants with at least one passage."],
    ["transcripts", [2, 1, 0, 2], "Cells count transcripts with at least one passage."],
    ["passages", [2, 2, 0, 3], "Cells count passages; those that overlap are counted as one."],
    ["codings", [2, 4, 0, 5], "Cells count codings as they were made, of all coders chosen."],
    ["words", [6, 9, 0, 15], "Cells count the participants' words in the passages, each word once."],
  ])("shows %s if asked, and says what it is", (cell, expected, note) => {
    const table = themeTable(study, { cell });
    const [first] = table;
    expect([first?.consumer, first?.carer, first?.clinician, first?.total]).toEqual(expected);
    expect(table.notes[0]).toBe(note);
  });

  test("keeps a group apart from a field of the same name", () => {
    const table = themeTable(study, { by: () => "total" });
    expect(table.rows[0]).toEqual({ id: "relief", name: "Relief", depth: 0, total_: 3, total: 3 });
  });

  test("keeps groups apart whatever they are called", () => {
    const ids = ["id", "id_", "total", "total_", "name", "depth", "constructor", "__proto__", "", "7"];
    let next = 0;
    const of = new Map(study.participants.map((each) => [each.id, ids.slice(2 * next, 2 * ++next)]));
    const by = (person: { id: string }, transcript: { id: string }): string =>
      of.get(person.id)?.[transcript.id === "again" ? 1 : 0] ?? "";
    const table = themeTable(study, { by });
    const keys = table.columns.map((column) => column.key).slice(3);
    expect(new Set(keys).size).toBe(keys.length);
    expect(Object.keys(table.rows[0] ?? {}).sort()).toEqual(table.columns.map((column) => column.key).sort());
    expect(
      themeTable(study, { by: (_, transcript) => (transcript.id === "focus" ? "total" : "total_") }).rows[0],
    ).toEqual({
      id: "relief",
      name: "Relief",
      depth: 0,
      total__: 3,
      total_: 1,
      total: 3,
    });
  });

  test("has its columns also where there are no themes, and says why it has no rows", () => {
    const bare = themeTable(study.where({ group: "carer" }), { level: "theme" });
    expect(bare.columns.map((column) => column.key)).toEqual(["id", "depth", "name", "carer", "total"]);
  });

  test("refuses a cell that it does not know", () => {
    expect(() => themeTable(study, { cell: "percent" as never })).toThrow(/The option "cell" cannot be "percent"/);
  });

  test("tells how it was made", () => {
    expect(themeTable(study, { by: "site", cell: "n" }).provenance).toEqual({
      function: "themeTable",
      options: { by: "site", cell: "n" },
      schemeVersion: 2,
      packageVersion: "0.1.0",
    });
  });
});
