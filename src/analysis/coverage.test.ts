import fc from "fast-check";
import { expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { smallStudy } from "../study/small-study.fixture";
import { coverage } from "./coverage";

test("each participant's word is counted once, coded or not, and an interviewer's never", () => {
  expect(coverage(smallStudy()).rows).toEqual([
    { transcript: "focus", words: 14, codedWords: 11, uncodedWords: 3, share: 11 / 14, codings: 4, longestUncoded: 3 },
    { transcript: "again", words: 4, codedWords: 4, uncodedWords: 0, share: 1, codings: 1, longestUncoded: 0 },
    { transcript: "ed", words: 5, codedWords: 5, uncodedWords: 0, share: 1, codings: 1, longestUncoded: 0 },
  ]);
});

test("the longest stretch without a coding goes over turns, and a transcript without words has no share", () => {
  const study = createStudy({
    participants: [{ id: "Ann", group: "consumer" }],
    transcripts: [
      { id: "a", text: "Ann: One two three.\n\nI: And then?\n\nAnn: Four five six seven." },
      { id: "b", text: "I: Nobody came.\n\nI: Nobody." },
    ],
    codings: [{ transcript: "a", code: "x", quote: "One" }],
  });
  expect(coverage(study).rows.map(({ share, longestUncoded }) => [share, longestUncoded])).toEqual([
    [1 / 7, 6],
    [null, 0],
  ]);
});

test("coded and uncoded words are together all words", () => {
  const words = "a b c d e f g h i j".split(" ");
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 6 }), (ranges) => {
      const study = createStudy({
        participants: [{ id: "Ann", group: "consumer" }],
        transcripts: [{ id: "t", turns: [{ speaker: "Ann", text: words.join(" ") }] }],
        codings: ranges.map(([x, y]) => ({
          transcript: "t",
          code: "x",
          quote: words.slice(Math.min(x, y), Math.max(x, y) + 1).join(" "),
        })),
        scheme: { codes: ["x"] },
      });
      const covered = new Set(ranges.flatMap(([x, y]) => words.slice(Math.min(x, y), Math.max(x, y) + 1)));
      const [row] = coverage(study);
      expect([row?.words, row?.codedWords, row?.uncodedWords]).toEqual([10, covered.size, 10 - covered.size]);
    }),
  );
});
