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
