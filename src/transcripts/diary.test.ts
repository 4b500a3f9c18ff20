import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalTurns } from "./canonical-turns";
import { readDiary } from "./diary";

/** The entries of a text as "date: words"; null if it is no diary. */
function entries(text: string, stated = true): string[] | null {
  const diary = readDiary(text, stated);
  if (diary === null) return null;
  const found = diary.entries.map(({ start, end, date }) => `${date ?? "-"}: ${text.slice(start, end)}`);
  return [...found, ...diary.loose.map((each) => `loose ${each}`)];
}

describe("a diary", () => {
  test.each([
    [
      "# My diary\n\n## 3 May\nRain.\n\n## 4 May\nSun.\n\nAnd wind.",
      ["3 May: Rain.", "4 May: Sun.\n\nAnd wind.", "loose # My diary"],
    ],
    ["3 May: Rain.\n4 May: Sun.\n5 May: Wind.", ["3 May: Rain.", "4 May: Sun.", "5 May: Wind."]],
    [
      "3 May\n\nRain.\n\n### Later\n\nSun.\n\n---\n\n4 May\n\nWind.",
      ["3 May: Rain.\n\n### Later\n\nSun.", "4 May: Wind."],
    ],
    ["3 May\n\n4 May\n\nWind.", ["4 May: Wind.", "loose 3 May"]],
    ["I was asked to write this down.\n\n3 May\n\nRain.", ["-: I was asked to write this down.", "3 May: Rain."]],
    ["Day 1\nRain.\n\nDay 2\nSun.", ["Day 1: Rain.", "Day 2: Sun."]],
    [
      "Monday: Rain. Ana said:\n3 May 2024 would be\nbetter.",
      ["Monday: Rain. Ana said:\n3 May 2024 would be\nbetter."],
    ],
    ["Rain all day.\n\nSun all night.", null],
    ["", null],
  ])("of %j", (text, expected) => {
    expect(entries(text)).toEqual(expected);
  });

  test.each([
    ["three dates that differ", "3 May: Rain.\n\n4 May: Sun.\n\n5 May: Wind.", true],
    ["two dates", "3 May: Rain.\n\n4 May: Sun.", false],
    ["one date, thrice", "3 May: Rain.\n\n3 May: Sun.\n\n3 May: Wind.", false],
    ["days without dates", "Day 1: Rain.\n\nDay 2: Sun.\n\nDay 3: Wind.", false],
    ["words above that are no title", "I was asked to write.\n\n3 May: Rain.\n\n4 May: Sun.\n\n5 May: Wind.", false],
    ["a chat", "3/5/2024, 10:30 - Ana: Hi.\n3/5/2024, 10:31 - Bo: Hi.\n4/5/2024, 10:32 - Ana: Yes.", false],
  ])("is told by its dates with %s: %s", (_, text, expected) => {
    expect(entries(text, false) !== null).toBe(expected);
  });

  test("that was written as canonical text is read back with the same dates and words", () => {
    const words = fc.array(fc.constantFrom("Rain.", "Sun all day.", "It was\nwarm.", "So it goes."), {
      minLength: 1,
      maxLength: 3,
    });
    const entry = fc.record({
      date: fc
        .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom("May", "June"))
        .map(([day, month]) => `${day} ${month} 2024`),
      words: words.map((each) => each.join("\n\n")),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (given) => {
        const { text, turns } = canonicalTurns(given.map((each) => ({ label: "", ...each })));
        expect(readDiary(text, true)?.entries).toEqual(turns);
      }),
    );
  });

  test("never throws, and its entries are in order, apart and trimmed, whatever the text", () => {
    const piece = fc.constantFrom(
      "3 May",
      "2024-05-03",
      ": ",
      "\n",
      "\n\n",
      "# ",
      "Rain.",
      "**",
      "Day 2",
      " - ",
      "[",
      "]",
      "\t",
      "x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, stated) => {
        const text = pieces.join("");
        let at = 0;
        for (const { start, end } of readDiary(text, stated)?.entries ?? []) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          at = end;
        }
      }),
    );
  });
});
