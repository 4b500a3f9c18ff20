import { expect, test } from "vitest";
import { themeFrequency } from "../analysis/theme-frequency";
import { entriesOf } from "../model/scheme";
import { loadStudy } from "./load-study";

test("the sample study can be had as it stood in each version", async () => {
  const study = await loadStudy("fixtures/peer-support");
  expect(study.issues.filter((each) => /history|undecided|redefined/.test(each.code))).toEqual([]);
  const [first, second] = [study.asOf(1), study.asOf(2)];
  const codes = [first, second, study].map((each) => entriesOf(each.scheme, "code").map((code) => code.id));
  expect(codes[1]).toEqual(codes[2]);
  expect(codes[0]).toEqual(
    codes[2]?.flatMap((id) => (id === "notes-for-safety" ? ["notes-for-handover", "notes-for-risk"] : id)),
  );
  const hope = [first, second, study].map((each) =>
    entriesOf(each.scheme, "code").find((code) => code.id === "future-thinkable"),
  );
  expect(hope.map((code) => code?.name)).toEqual([
    "Hope for the future",
    "Hope for the future",
    "Begins to picture a future",
  ]);
  const theme = entriesOf(first.scheme, "theme").find((each) => each.id === "left-outside");
  expect(theme?.codes).toEqual(["notes-for-handover", "notes-for-risk", "shut-out-of-team", "consent-to-read"]);
  // Only the name of a code differs between versions 2 and 3.
  const numbers = [second, study].map((each) =>
    themeFrequency(each, { level: "code" }).rows.map(({ name, ...row }) => row),
  );
  expect(numbers[0]).toEqual(numbers[1]);
  // What names one of the merged codes was made before the merge; what names the new one, after it.
  const old = new Set(["notes-for-handover", "notes-for-risk"]);
  const merged = study.codings.filter((coding) => coding.code === "notes-for-safety");
  const [before, later] = [true, false].map((is) => merged.filter((coding) => (coding.history !== undefined) === is));
  expect(new Set(before?.map((coding) => coding.history?.[0]?.from))).toEqual(old);
  expect(first.codings.filter((coding) => old.has(coding.code)).map((coding) => coding.id)).toEqual(
    before?.map((coding) => coding.id),
  );
  expect(first.codings).toHaveLength(study.codings.length - (later?.length ?? 0));
  expect(second.codings).toEqual(study.codings);
});
