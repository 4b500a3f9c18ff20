import fc from "fast-check";
import { expect, test } from "vitest";
import type { Issue } from "../issues/issue";
import { nowhere } from "../issues/source";
import { rootSpot, within } from "./check";
import { date } from "./date";

function read(value: unknown): { value: string | undefined; said: string[] } {
  const issues: Issue[] = [];
  const found = date(value, within(rootSpot(nowhere, issues), "date"));
  return { value: found, said: issues.map(({ code, message, hint }) => `${code}: ${message} ${hint ?? ""}`.trim()) };
}

test.each([
  ["2026-02-30", "The month 2026-02 has 28 days."],
  ["2024-02-30", "The month 2024-02 has 29 days."],
  ["1900-02-29", "The month 1900-02 has 28 days."],
  ["2026-04-31", "The month 2026-04 has 30 days."],
  ["2026-01-32", "The month 2026-01 has 31 days."],
  ["2026-01-00", "The month 2026-01 has 31 days."],
  ["2026-00-10", "Write year, month and day: 2026-03-01."],
  ["2026-13-01", "Write year, month and day: 2026-03-01."],
  ["2026-2-30", "The month 2026-02 has 28 days."],
  ["2026/02/30", "The month 2026-02 has 28 days."],
  [" 2026-02-30 ", "The month 2026-02 has 28 days."],
  ["2026-02-30T10:00:00Z", "The month 2026-02 has 28 days."],
  ["2026-02-30 10:00", "The month 2026-02 has 28 days."],
])("the day of %j is refused", (written, hint) => {
  expect(read(written)).toEqual({
    value: undefined,
    said: [`wrong-value: There is no such day as "${written.trim()}". ${hint}`],
  });
});

test.each([
  "2026-02-28",
  "2024-02-29",
  "2000-02-29",
  "2026-03-01T10:00:00Z",
  "2026-03-01T10:00:00.123+10:30",
  "2026-03-01T24:00",
  "2026-03-01 9.30 in the evening",
  "2026-03",
  "2025-26",
  "2026",
  "30/02/2026",
  "30 February 2026",
  "spring 2026",
  "2026-02-301",
])("%j is taken as it is", (written) => {
  expect(read(written)).toEqual({ value: written, said: [] });
});

test("what is no text is refused as text is, and a number is the word that it is", () => {
  expect(read(["2026"])).toEqual({ value: undefined, said: ['wrong-value: "date" must be text, and is a list.'] });
  expect(read(2026)).toEqual({ value: "2026", said: [] });
});

test("exactly the days that a calendar has are taken", () => {
  const two = (number: number): string => String(number).padStart(2, "0");
  fc.assert(
    fc.property(fc.integer({ min: 1583, max: 9999 }), fc.nat(99), fc.nat(99), (year, month, day) => {
      const written = `${year}-${two(month)}-${two(day)}`;
      const time = new Date(`${written}T00:00:00Z`);
      const isDay = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(written);
      expect(read(written).value).toBe(isDay ? written : undefined);
    }),
    { numRuns: 500 },
  );
});
