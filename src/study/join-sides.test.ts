import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Source, toSource } from "../issues/source";
import { canonicalText } from "../text/canonical";
import { joinSides } from "./join-sides";

const grid = (name: string): Source =>
  toSource(`transcripts/${name}`, canonicalText(readFileSync(`fixtures/transcripts/textgrid/${name}`, "utf8")));
const talk = toSource("transcripts/C1.txt", "I: Well?\nAna: Yes.");

test("joins the two sides of one conversation by time, in the place of the first, and leaves others as they are", () => {
  const sources = joinSides([
    talk,
    grid("visit3_nurse.TextGrid"),
    grid("two-tiers.TextGrid"),
    grid("visit3_patient.TextGrid"),
  ]);
  expect(sources.map((source) => source.file)).toEqual([
    "transcripts/C1.txt",
    "transcripts/visit3",
    "transcripts/two-tiers.TextGrid",
  ]);
  const [, visit] = sources;
  if (visit === undefined || !("reading" in visit)) throw new Error("not joined");
  const starts = visit.reading.drafts[0]?.turns.map((turn) => turn.time?.[0] ?? 0) ?? [];
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(new Set(visit.reading.drafts[0]?.turns.map((turn) => turn.label)).size).toBe(2);
  expect(visit.reading.issues.map((each) => each.code)).toContain("files-joined");
});

test("leaves a single side alone", () => {
  const sources = [talk, grid("visit3_nurse.TextGrid")];
  expect(joinSides(sources)).toEqual(sources);
});
