import { expect, test } from "vitest";
import type { Reading } from "../transcripts/reading";
import { partsFromReading } from "./parts-from-reading";

/** What a document of these paragraphs comes to. */
function ofParagraphs(...paragraphs: string[]) {
  const turns = paragraphs.map((words, index) => ({ label: "", words, line: index + 1 }));
  const draft = { name: null, title: null, kind: null, turns, attributes: {}, speakers: [], remainder: [] };
  const reading: Reading = { drafts: [draft], issues: [] };
  const { transcripts, issues } = partsFromReading(reading, "C01.docx", null);
  const [part] = transcripts;
  return {
    kind: part?.kind,
    text: part?.text,
    turns: part?.turns.map(({ date, start, end }) => `${date}: ${part.text.slice(start, end)}`),
    remainder: part?.remainder,
    issues: issues.map((each) => each.code),
  };
}

test("a document whose paragraphs begin with dates is a diary, with the dates in its text", () => {
  expect(ofParagraphs("My week", "3 May 2024", "Rain.", "4 May 2024", "Sun.", "Wind.", "05/06/2024: Fog.")).toEqual({
    kind: "diary",
    text: "3 May 2024\nRain.\n\n4 May 2024\nSun.\n\nWind.\n\n05/06/2024\nFog.",
    turns: ["2024-05-03: Rain.", "2024-05-04: Sun.\n\nWind.", "05/06/2024: Fog."],
    remainder: ["My week"],
    issues: ["diary-assumed", "dates-as-written"],
  });
});

test("a document of other paragraphs is none", () => {
  expect(ofParagraphs("My week", "It rained on 3 May 2024.", "And on the 4th.")).toEqual({
    kind: "interview",
    text: "My week\n\nIt rained on 3 May 2024.\n\nAnd on the 4th.",
    turns: ["undefined: My week", "undefined: It rained on 3 May 2024.", "undefined: And on the 4th."],
    remainder: undefined,
    issues: [],
  });
});

/** The kind, turns and issues of a table with a date in each row. */
function ofRows(...rows: (readonly [label: string, date: string])[]) {
  const turns = rows.map(([label, date], index) => ({ label, words: "Rain.", date, line: index + 2 }));
  const draft = { name: null, title: null, kind: null, turns, attributes: {}, speakers: [], remainder: [] };
  const { transcripts, issues } = partsFromReading({ drafts: [draft], issues: [] }, "diary.csv", null);
  return {
    kind: transcripts[0]?.kind,
    dates: transcripts[0]?.turns.map(({ date }) => date),
    issues: issues.map(({ code, message }) => `${code}: ${message}`),
  };
}

test("a table of which each row has a date of its own is a diary, and says so", () => {
  expect(ofRows(["Ana", "3 May 2024"], ["Bo", "3 May 2024"], ["Ana", "4 May 2024"])).toEqual({
    kind: "diary",
    dates: ["2024-05-03", "2024-05-03", "2024-05-04"],
    issues: ["diary-assumed: This table is read as a diary: 3 rows of it have a date each. Each is an entry."],
  });
});

test("a chat, with many messages of one person on one date, is none", () => {
  const day = [
    ["Ana", "3 May 2024"],
    ["Bo", "3 May 2024"],
    ["Ana", "3 May 2024"],
  ] as const;
  expect(ofRows(...day, ["Bo", "4 May 2024"])).toEqual({
    kind: "interview",
    dates: ["2024-05-03", "2024-05-03", "2024-05-03", "2024-05-04"],
    issues: [],
  });
  expect(ofRows(["Ana", "3 May 2024"], ["Ana", "4 May 2024"]).kind).toBe("interview");
});
