import { describe, expect, test } from "vitest";
import { createStudy } from "./create-study";
import { lineOf } from "./passages";
import { smallStudy } from "./small-study.fixture";

const study = smallStudy();

describe("passages", () => {
  test("are one flat row for each located coding, in the order of transcripts and text", () => {
    expect(study.passages.map((passage) => passage.coding)).toEqual(["a", "c", "b", "d", "f", "g", "e", "h"]);
  });

  test("have code, themes, turns, participants, groups, words and status", () => {
    expect(study.passages[3]).toEqual({
      coding: "d",
      code: "hope",
      themes: ["ahead"],
      transcript: "focus",
      turns: ["3", "4", "5"],
      participants: ["Bo", "Cy"],
      groups: ["carer", "consumer"],
      text: "And hope.\n\nInterviewer: Hope?\n\nCy: Hope came",
      voices: [
        { participant: "Bo", turn: "3", start: 72, end: 81 },
        { participant: "Cy", turn: "5", start: 107, end: 116 },
      ],
      anchor: "exact",
      coder: "KB",
      status: "coded",
      stance: null,
      memo: null,
      start: 72,
      end: 116,
    });
  });

  test("on an interviewer's words belong to nobody", () => {
    const [f] = study.passages.filter((passage) => passage.coding === "f");
    expect(f).toMatchObject({ text: "Hope?", participants: [], groups: [], voices: [] });
  });

  test("are computed once", () => {
    expect(study.passages).toBe(study.passages);
  });

  test("are not there for codings whose words are not found, or found twice", () => {
    const lost = createStudy({
      participants: [{ id: "A", group: "carer" }],
      transcripts: [{ id: "t", text: "A: Yes, yes. It was the long road home.\nA: Yes, yes." }],
      codings: [
        { transcript: "t", code: "x", quote: "Yes, yes." },
        { transcript: "t", code: "x", quote: "Somebody else entirely was there that day" },
        { transcript: "t", code: "x", quote: "Yes, yes.", prefix: "home.\nA: " },
      ],
    });
    expect(lost.passages.map(({ text, start }) => [text, start])).toEqual([["Yes, yes.", 43]]);
    expect(lost.issues.map((each) => each.code)).toEqual(["scheme-inferred", "quote-found-twice", "quote-not-found"]);
  });
});

test("lineOf gives the 1-based line of the original file, front matter and marks counted", () => {
  const { transcripts } = createStudy({
    participants: [{ id: "A", group: "carer" }],
    transcripts: [
      { id: "A", file: "A.md", text: "---\nsite: North\n---\n\nA: One. [[x]]\n[[y]]\n\nA: {==Two==}{>>x: a\nmemo<<}." },
    ],
  });
  const [transcript] = transcripts;
  if (transcript === undefined) throw new Error("no transcript");
  expect(transcript.text).toBe("\nA: One.\n\n\nA: Two.");
  expect(["One", "Two"].map((word) => lineOf(transcript, transcript.text.indexOf(word)))).toEqual([5, 8]);
  expect(lineOf({ ...transcript, lines: [] }, 3)).toBe(null);
});
