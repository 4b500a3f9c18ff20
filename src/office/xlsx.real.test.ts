import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readXlsx } from "./xlsx";

// The folder of public data, which is not part of this repository; undefined where it is not named.
const REAL = process.env.POLYVOCAL_REAL_DATA && `${process.env.POLYVOCAL_REAL_DATA}/real`;
const load = (path: string): Uint8Array => new Uint8Array(readFileSync(`${REAL}/${path}`));

test.skipIf(REAL === undefined)("app_reviews_zh_xlsx has a comment for each row, by app.", async () => {
  const { drafts } = await readXlsx(load("app_reviews_zh_xlsx/files/data/Coded data.xlsx"), "Coded data.xlsx");
  const { rows, apps } = JSON.parse(readFileSync(`${REAL}/app_reviews_zh_xlsx/expect.json`, "utf8"));
  expect(drafts).toHaveLength(rows);
  const counts: Record<string, number> = {};
  for (const { speakers } of drafts) {
    const app = String(speakers[1]?.attributes.APP);
    counts[app] = (counts[app] ?? 0) + 1;
  }
  expect(counts).toEqual(apps);
});

test.skipIf(REAL === undefined)("Workbooks without anybody's words have no drafts, and say so.", async () => {
  for (const name of ["interview-data", "issue-data"]) {
    const { drafts, issues } = await readXlsx(load(`rqi_overlap_xlsx/files/data/${name}.xlsx`), `${name}.xlsx`);
    expect([drafts.length, issues.map(({ code }) => code)]).toEqual([0, ["no-header"]]);
  }
});

test.skipIf(REAL === undefined)("A sheet of answers among others is found.", async () => {
  const { drafts } = await readXlsx(load("sqaa_atlasti_xlsx/files/survey-answers.xlsx"), "survey-answers.xlsx");
  expect(drafts.length).toBeGreaterThan(10);
});
