import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { themeFrequency } from "../analysis/theme-frequency";
import { loadStudy } from "./load-study";

const data = process.env.POLYVOCAL_REAL_DATA;

interface Expected {
  readonly participants: number;
  readonly codings: number;
  readonly codes: number;
  readonly base: Readonly<Record<string, number>>;
  readonly participants_by_code_and_group: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly codings_by_code_and_group: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

test.skipIf(data === undefined)(
  "a real study of 39 interviews and 233 codings comes out as an independent count has it, in every cell (needs POLYVOCAL_REAL_DATA)",
  async () => {
    const folder = join(data ?? "", "studies/scrum-quality");
    const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;
    const study = await loadStudy(folder);
    expect(study.issues.filter((each) => each.severity === "error")).toEqual([]);
    expect(study.participants).toHaveLength(expected.participants);
    expect(study.passages.map((passage) => passage.anchor)).toEqual(Array(expected.codings).fill("exact"));
    const frequency = themeFrequency(study, { level: "code", by: "group" });
    const table = (value: (row: (typeof frequency.rows)[number]) => number): Record<string, Record<string, number>> => {
      const byCode: Record<string, Record<string, number>> = {};
      for (const row of frequency) byCode[row.id] = { ...byCode[row.id], [row.group ?? ""]: value(row) };
      return byCode;
    };
    expect(Object.keys(table((row) => row.of))).toHaveLength(expected.codes);
    expect(table((row) => row.participants)).toEqual(expected.participants_by_code_and_group);
    expect(table((row) => row.codings)).toEqual(expected.codings_by_code_and_group);
    for (const bases of Object.values(table((row) => row.of))) expect(bases).toEqual(expected.base);
  },
);
