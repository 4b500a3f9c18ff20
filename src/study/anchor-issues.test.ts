import { describe, expect, test } from "vitest";
import type { Resolution } from "../anchor/resolve";
import { toSource, unsourced } from "../issues/source";
import { anchorIssue } from "./anchor-issues";
import { createStudy } from "./create-study";

const [transcript] = createStudy({
  transcripts: [{ id: "t", text: "I: Well?\nAna: Yes.\nI: So?\nAna: Yes.\nI: Oh?\nAna: No." }],
}).transcripts;
if (transcript === undefined) throw new Error("no transcript");
const at = (word: string, from = 0) => ({
  start: transcript.text.indexOf(word, from),
  end: transcript.text.indexOf(word, from) + word.length,
  similarity: 1,
});
const [first, second] = [at("Yes."), at("Yes.", 20)];
const base = { range: first, similarity: 1, typography: false, candidates: [] };

describe("anchorIssue", () => {
  test.each<[string, Resolution, string | undefined, string | undefined, string | undefined]>([
    ["words that stand as they should", { ...base, status: "exact" }, undefined, undefined, undefined],
    [
      "words that differ in typography",
      { ...base, status: "exact", typography: true },
      "quote-differs-in-typography",
      'These words, coded "x", differ from "t" in white space, quotation marks or dashes only.',
      undefined,
    ],
    [
      "words that moved",
      { ...base, status: "moved" },
      "quote-moved",
      'These words, coded "x", stand elsewhere in "t" than before.',
      undefined,
    ],
    [
      "words found approximately",
      { ...base, status: "approximate" },
      "quote-approximate",
      'These words, coded "x", are in "t" only approximately (line 2).',
      "Compare them with the transcript. The coding counts, and the notes of tables say so.",
    ],
    [
      "words found twice",
      { ...base, status: "ambiguous", range: null, candidates: [first, second] },
      "quote-found-twice",
      'These words, coded "x", are in "t" 2 times (lines 2, 4); the coding does not count.',
      "Add some of the words before them in a column prefix, or behind them in a column suffix.",
    ],
    [
      "words not found, with something near",
      { ...base, status: "lost", range: null, candidates: [second] },
      "quote-not-found",
      'These words, coded "x", are not in "t"; the coding does not count.',
      "The nearest words stand in t (line 4). Copy the words from the transcript as they stand there now.",
    ],
    [
      "words not found",
      { ...base, status: "lost", range: null },
      "quote-not-found",
      'These words, coded "x", are not in "t"; the coding does not count.',
      "Copy the words from the transcript as they stand there now.",
    ],
  ])("says of %s", (_, resolution, code, message, hint) => {
    const found = anchorIssue(resolution, transcript, "x", undefined);
    expect([found?.code, found?.message, found?.hint]).toEqual([code, message, hint]);
  });

  test("names at most five lines, and none where the original has no lines", () => {
    const many = { ...base, status: "ambiguous", range: null, candidates: Array(7).fill(first) } as const;
    expect(anchorIssue(many, transcript, "x", undefined)?.message).toContain("7 times (lines 2, 2, 2, 2, 2 and more);");
    expect(anchorIssue(many, { ...transcript, lines: [] }, "x", undefined)?.message).toContain("7 times; the coding");
  });

  test("stands where the quote was read from", () => {
    const source = toSource("codings/KB.csv", "transcript,code,quote\nt,x,Yes.\n");
    const origin = { source, start: 26, end: 30 };
    expect(anchorIssue({ ...base, status: "moved" }, transcript, "x", origin)?.place).toMatchObject({
      file: "codings/KB.csv",
      line: 2,
      column: 5,
    });
    expect(anchorIssue({ ...base, status: "moved" }, transcript, "x", unsourced("x").origin())?.place).toBe(undefined);
  });
});
