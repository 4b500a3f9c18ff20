import { describe, expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { toText } from "../table/render-text";
import { themeFrequency } from "./theme-frequency";
import { themeTable } from "./theme-table";

// Ana, a consumer, keeps a diary of three entries in "Ana" and of one without a date in "Ana late". Bo, a carer, has two
// entries, and was interviewed too. Coded, "rest" but for the last:
//
// | words | whose | entry |
// |---|---|---|
// | Slept at last. | Ana | 1 |
// | Slept again. | Ana | 1, the same entry: 2 passages, 1 entry |
// | Rested. ... Rested more. | Ana | 2 and 3: one passage over two entries |
// | No rest | Ana | the undated one, both paragraphs of it |
// | Rested too. | Bo | 1 |
// | I rested once. | Bo, interviewed | none |
// | Nothing new. (hope) | Bo | 2 |
const study = createStudy({
  participants: [
    { id: "Ana", group: "consumer" },
    { id: "Bo", group: "carer" },
  ],
  transcripts: [
    {
      id: "Ana",
      text: "---\nkind: diary\n---\n3 May 2024\nSlept at last.\n\nSlept again.\n\n4 May 2024\nRested.\n\n5 May 2024: Rested more.",
    },
    { id: "Ana late", kind: "diary", participant: "Ana", text: "No rest today.\n\nNo rest tonight." },
    { id: "Bo", kind: "diary", text: "2024-05-03\n\nRested too.\n\n2024-05-04\n\nNothing new." },
    { id: "talk", text: "I: And you?\nBo: I rested once.\nI: Only once?\nBo: Yes." },
  ],
  scheme: { version: 1, codes: ["rest", "hope"], themes: [{ id: "night", codes: ["rest", "hope"] }] },
  codings: [
    { transcript: "Ana", code: "rest", quote: "Slept at last." },
    { transcript: "Ana", code: "rest", quote: "Slept again." },
    { transcript: "Ana", code: "rest", quote: "Rested.\n\n5 May 2024: Rested more." },
    { transcript: "Ana late", code: "rest", quote: "No rest today" },
    { transcript: "Ana late", code: "rest", quote: "No rest tonight" },
    { transcript: "Bo", code: "rest", quote: "Rested too." },
    { transcript: "talk", code: "rest", quote: "I rested once." },
    { transcript: "Bo", code: "hope", quote: "Nothing new." },
  ],
});

describe("diary entries", () => {
  test("are turns with their date and their author", () => {
    expect(
      study.transcripts.map(({ id, kind, text, turns }) => [
        `${id} ${kind}`,
        ...turns.map((turn) => `${turn.speaker} ${turn.date}: ${text.slice(turn.start, turn.end)}`),
      ]),
    ).toEqual([
      [
        "Ana diary",
        "Ana 2024-05-03: Slept at last.\n\nSlept again.",
        "Ana 2024-05-04: Rested.",
        "Ana 2024-05-05: Rested more.",
      ],
      ["Ana late diary", "Ana undefined: No rest today.", "Ana undefined: No rest tonight."],
      ["Bo diary", "Bo 2024-05-03: Rested too.", "Bo 2024-05-04: Nothing new."],
      [
        "talk interview",
        "null undefined: And you?",
        "Bo undefined: I rested once.",
        "null undefined: Only once?",
        "Bo undefined: Yes.",
      ],
    ]);
    expect(study.issues).toEqual([]);
  });

  test("are counted beside participants, transcripts and passages, each with its base, as by hand", () => {
    // Ana wrote 3 dated entries and the undated one: 4. Bo wrote 2; what he said in the interview is no entry.
    const counts = [...themeFrequency(study, { level: "code", total: true })].map(
      (row) =>
        `${row.id} ${row.group}: ${row.participants} of ${row.of}, t${row.transcripts} e${row.entries} of ${row.ofEntries} p${row.passages} c${row.codings}`,
    );
    expect(counts).toEqual([
      "rest consumer: 1 of 1, t2 e4 of 4 p5 c5",
      "rest carer: 1 of 1, t2 e1 of 2 p2 c2",
      "rest null: 2 of 2, t4 e5 of 6 p7 c7",
      "hope consumer: 0 of 1, t0 e0 of 4 p0 c0",
      "hope carer: 1 of 1, t1 e1 of 2 p1 c1",
      "hope null: 1 of 2, t1 e1 of 6 p1 c1",
    ]);
  });

  test("can be what a cell of the table shows, with a note that says so", () => {
    const table = themeTable(study, { cell: "entries" });
    expect(table.rows).toEqual([{ id: "night", name: "Night", depth: 0, consumer: 4, carer: 2, total: 6 }]);
    expect(toText(table).split("\n").slice(0, 6)).toEqual([
      "Themes by group: number of entries",
      "",
      "Theme  Consumers  Carers     All",
      "           n = 4   n = 2   n = 6",
      "─────  ─────────  ──────  ──────",
      "Night     4 of 4  2 of 2  6 of 6",
    ]);
    expect(table.notes.slice(0, 3)).toEqual([
      "n of N: diary entries with at least one passage, of those that the group's participants wrote. The unit is the diary entry, not the participant.",
      "Base: 2 participants with at least one turn in 4 transcripts.",
      '6 diary entries by 2 participants: "entries" counts entries, "participants" those who wrote them.',
    ]);
  });

  test("are counted by author, and narrow with the study", () => {
    const own = (row: { group: string | null; entries: number; ofEntries: number }): string =>
      `${row.group}: ${row.entries} of ${row.ofEntries}`;
    expect(themeFrequency(study, { by: "participant" }).rows.map(own)).toEqual(["Ana: 4 of 4", "Bo: 2 of 2"]);
    expect(themeFrequency(study.where({ participant: "Bo" }), { by: "participant" }).rows.map(own)).toEqual([
      "Bo: 2 of 2",
    ]);
    expect(themeFrequency(study.where({ kind: "interview" })).rows.map(own)).toEqual([
      "consumer: 0 of 0",
      "carer: 0 of 0",
    ]);
  });

  test("have columns only where there are any", () => {
    const keys = (of: typeof study): string[] => themeFrequency(of).columns.map((column) => column.key);
    expect(keys(study).filter((key) => /ntries/.test(key))).toEqual(["entries", "ofEntries"]);
    expect(keys(study.where({ kind: "interview" })).filter((key) => /ntries/.test(key))).toEqual([]);
  });
});
