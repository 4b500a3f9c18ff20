import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { themeFrequency } from "./theme-frequency";

test("columns of a survey are groups of tables", () => {
  const text = readFileSync("fixtures/transcripts/speakers/survey.csv", "utf8");
  const study = createStudy({
    transcripts: [{ id: "survey", file: "survey.csv", text }],
    codings: [{ transcript: "survey R1", code: "quiet", quote: "The quiet in the morning" }],
    scheme: { version: 1, codes: ["quiet"], themes: [{ id: "calm", codes: ["quiet"] }] },
  });
  const rows = (by: string) =>
    themeFrequency(study, { by }).rows.map((row) => `${row.groupName}: ${row.participants} of ${row.of}`);
  expect(rows("Site")).toEqual(["North: 1 of 2", "South: 0 of 1"]);
  expect(rows("Years at the allotment")).toEqual(["3: 1 of 1", "11: 0 of 1", "Not stated: 0 of 1"]);
  expect(rows("group")).toEqual(["Consumers: 0 of 1", "Carers: 1 of 1", "Clinicians: 0 of 1"]);
  expect(study.transcripts.map((each) => each.kind)).toEqual(["survey", "survey", "survey"]);
});
