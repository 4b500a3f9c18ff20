import { describe, expect, test } from "vitest";
import type { Transcript } from "../model/transcript";
import { createStudy } from "../study/create-study";
import type { Passage } from "../study/passages";
import { quoteText } from "./quote-text";

const WORDS = [
  "I: How was it?",
  "Ann: First it was hard. Dr. Lee came, who said: wait. Then it was better,\nmuch better.",
  "I: Mm.",
  "Ann: I slept. All night.",
  "Bo: Me too.",
  "Ann: Well.",
].join("\n\n");

/** Ann's words between two markers, in a study of Ann and Bo with one coding from `from` to the end of `to`. */
function anns(from: string, to: string, maxWords = 80): ReturnType<typeof quoteText> {
  const start = WORDS.indexOf(from);
  const study = createStudy({
    participants: [
      { id: "Ann", group: "carer" },
      { id: "Bo", group: "carer" },
    ],
    transcripts: [{ id: "t", text: WORDS }],
    codings: [{ transcript: "t", code: "x", start, end: WORDS.indexOf(to, start) + to.length }],
  });
  const [passage] = study.passages as [Passage];
  const [transcript] = study.transcripts as [Transcript];
  return quoteText(
    transcript,
    passage.voices.filter((voice) => voice.participant === "Ann"),
    maxWords,
  );
}

describe("quoteText", () => {
  test("gives a participant's words as they stand, with line breaks as blanks", () => {
    expect(anns("Then it", "much better.")).toEqual({ text: "Then it was better, much better.", words: 6, cut: false });
  });

  test("leaves out and marks what others say in between, and not what they say around it", () => {
    expect(anns("How was", "better,").text).toBe(
      "First it was hard. Dr. Lee came, who said: wait. Then it was better,",
    );
    expect(anns("much", "All night.").text).toBe("much better. [...] I slept. All night.");
    expect(anns("I slept", "Well.").text).toBe("I slept. All night. [...] Well.");
  });

  test("cuts at the end of a sentence and marks it", () => {
    expect(anns("First", "All night.", 10)).toEqual({
      text: "First it was hard. Dr. Lee came, who said: wait. [...]",
      words: 10,
      cut: true,
    });
    expect(anns("First", "All night.", 5)).toEqual({ text: "First it was hard. [...]", words: 4, cut: true });
  });

  test("keeps a first sentence whole that is too long, and cuts behind it", () => {
    expect(anns("First", "All night.", 2)).toEqual({ text: "First it was hard. [...]", words: 4, cut: true });
    expect(anns("I slept. All night.", "night.", 1)).toEqual({ text: "I slept. [...]", words: 2, cut: true });
  });

  test("does not mark a cut where nothing was cut", () => {
    expect(anns("All night.", "night.", 1)).toEqual({ text: "All night.", words: 2, cut: false });
  });

  test("does not take the end of a line in a hard-wrapped text for the end of a sentence", () => {
    const text = "A patient was shaking, like\nreally shaking, and she\nput the kettle on. Then we\nsat.\n\nAll night";
    const study = createStudy({
      participants: [{ id: "Ann" }],
      transcripts: [{ id: "t", turns: [{ speaker: "Ann", text }] }],
      codings: [{ transcript: "t", code: "x", quote: text }],
    });
    const [passage] = study.passages as [Passage];
    const [transcript] = study.transcripts as [Transcript];
    expect([0, 5, 14, 15, 17].map((maxWords) => quoteText(transcript, passage.voices, maxWords).text)).toEqual([
      "A patient was shaking, like really shaking, and she put the kettle on. [...]",
      "A patient was shaking, like really shaking, and she put the kettle on. [...]",
      "A patient was shaking, like really shaking, and she put the kettle on. [...]",
      "A patient was shaking, like really shaking, and she put the kettle on. [...]",
      "A patient was shaking, like really shaking, and she put the kettle on. Then we sat. [...]",
    ]);
  });
});
