import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { themeFrequency } from "../analysis/theme-frequency";
import { loadStudy } from "./load-study";
import { inTemporaryFolder } from "./temporary.fixture";

// Ana writes three entries, two of them on one day; Bo writes three; Cleo writes one.
const DIARY = `date,author,entry
2024-05-03,Ana,Slept at last.
2024-05-03,Ana,Slept again.
2024-05-03,Bo,No rest.
2024-05-04,Ana,Nothing new.
2024-05-04,Bo,Rested a little. And a little more.
2024-05-05,Cleo,Rain.
2024-05-06,Bo,Sun.
`;
const FILES = {
  "participants.csv": "id,group\nAna,consumer\nBo,carer\nCleo,carer\n",
  "codings/KB.csv": [
    "transcript,code,quote",
    "diary,rest,Slept at last.",
    "diary,rest,Slept again.",
    "diary,rest,No rest.",
    "diary,rest,Rested a little.",
    "diary,rest,And a little more.",
    "diary,weather,Rain.",
    "diary,weather,Sun.",
  ].join("\n"),
};

test.each([
  ["diary.csv", DIARY],
  ["diary.csv", DIARY.replaceAll(",", ";")],
  ["diary.tsv", DIARY.replaceAll(",", "\t")],
])("a diary as a table (%s) is counted by entry and by author", (name, table) =>
  inTemporaryFolder(async (folder) => {
    for (const [path, text] of Object.entries({ ...FILES, [`transcripts/${name}`]: table })) {
      await mkdir(join(folder, path, ".."), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const study = await loadStudy(folder);
    expect(study.transcripts.map(({ id, kind, turns }) => [id, kind, ...turns.map((turn) => turn.date)])).toEqual([
      ["diary", "diary", ...[3, 3, 3, 4, 4, 5, 6].map((day) => `2024-05-0${day}`)],
    ]);
    expect(study.issues.filter(({ severity }) => severity !== "info")).toEqual([]);
    const counts = (by: "participant" | "group"): string[] =>
      themeFrequency(study, { by, level: "code" }).rows.map(
        (row) => `${row.id}, ${row.group}: ${row.entries} of ${row.ofEntries} entries, ${row.passages} passages`,
      );
    expect(counts("participant")).toEqual([
      "rest, Ana: 2 of 3 entries, 2 passages",
      "rest, Bo: 2 of 3 entries, 3 passages",
      "rest, Cleo: 0 of 1 entries, 0 passages",
      "weather, Ana: 0 of 3 entries, 0 passages",
      "weather, Bo: 1 of 3 entries, 1 passages",
      "weather, Cleo: 1 of 1 entries, 1 passages",
    ]);
    expect(counts("group")).toEqual([
      "rest, consumer: 2 of 3 entries, 2 passages",
      "rest, carer: 2 of 4 entries, 3 passages",
      "weather, consumer: 0 of 3 entries, 0 passages",
      "weather, carer: 2 of 4 entries, 2 passages",
    ]);
  }),
);
