import fc from "fast-check";
import { expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { edgeMoves } from "./review-edges";

const study = createStudy({
  participants: [{ id: "Ann", group: "consumer" }],
  transcripts: [{ id: "t", text: "I: And then?\n\nAnn: One. Two two. Three. Four.\n\nAnn: Five." }],
});
const [transcript] = study.transcripts;
const text = transcript?.text ?? "";

const moves = (words: string, matched?: string): string[][] => {
  if (transcript === undefined) return [];
  const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  return edgeMoves(transcript, at(words), matched === undefined ? null : at(matched)).map(({ label, range }) => [
    label,
    text.slice(range.start, range.end),
  ]);
};

test("edges move by sentences within the turn, or to the whole of it", () => {
  expect(moves("Two two. Three.", "Three")).toEqual([
    ["One sentence more before", "One. Two two. Three."],
    ["One sentence more after", "Two two. Three. Four."],
    ["One sentence less at the beginning", "Three."],
    ["One sentence less at the end", "Two two."],
    ["The whole turn", "One. Two two. Three. Four."],
    ["Only the words the rule matched", "Three"],
  ]);
});

test("what would change nothing is not offered, and half sentences can be made whole", () => {
  expect(moves("Five.")).toEqual([]);
  expect(moves("two. Th")).toEqual([
    ["One sentence more before", "One. Two two. Three."],
    ["One sentence more after", "Two two. Three. Four."],
    ["One sentence less at the beginning", "Three."],
    ["One sentence less at the end", "Two two."],
    ["Whole sentences", "Two two. Three."],
    ["The whole turn", "One. Two two. Three. Four."],
  ]);
});

test("whatever the words, a move gives words of the turns they are in", () => {
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(text.length), (x, y) => {
      const range = { start: Math.min(x, y), end: Math.max(x, y) };
      if (transcript === undefined || range.start === range.end) return;
      for (const move of edgeMoves(transcript, range, null)) {
        expect(text.slice(move.range.start, move.range.end).trim()).not.toBe("");
        expect(transcript.turns.some((turn) => turn.start <= move.range.start && move.range.start < turn.end)).toBe(
          true,
        );
      }
    }),
  );
});
