import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalTurns } from "./canonical-turns";
import { segmentText } from "./plain-text";

describe("canonicalTurns", () => {
  test("Turns are written as label, colon, words, with a blank line between.", () => {
    expect(
      canonicalTurns([
        { label: "I", words: "How was it?", time: [0, 2.5] },
        { label: " Kirra \n Bell ", words: "  It was fine.\r\nReally.\n" },
        { label: "P1", words: " \n " },
        { label: "", words: "(the bell rings)" },
        { label: "I", words: "Cafe\u0301?", time: [9, null] },
      ]),
    ).toEqual({
      text: "I: How was it?\n\nKirra Bell: It was fine.\nReally.\n\n(the bell rings)\n\nI: Café?",
      turns: [
        { label: "I", start: 3, end: 14, time: [0, 2.5] },
        { label: "Kirra Bell", start: 28, end: 48 },
        { label: "", start: 50, end: 66 },
        { label: "I", start: 71, end: 76, time: [9, null] },
      ],
    });
  });

  test("No turns give an empty text.", () => {
    expect(canonicalTurns([])).toEqual({ text: "", turns: [] });
    expect(canonicalTurns([{ label: "I", words: "" }])).toEqual({ text: "", turns: [] });
  });

  test("Every range holds the words that were given.", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ label: fc.string(), words: fc.string({ unit: "grapheme" }) })), (spoken) => {
        const { text, turns } = canonicalTurns(spoken);
        const expected = spoken.map(({ words }) => words.replace(/\r\n?/g, "\n").normalize("NFC").trim());
        expect(turns.map(({ start, end }) => text.slice(start, end))).toEqual(expected.filter((words) => words !== ""));
      }),
    );
  });

  test("What was written is read back with the same labels and words.", () => {
    const word = fc.stringMatching(/^[a-zäñж語]{1,9}$/u);
    const sentence = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => `${words.join(" ")}.`);
    const words = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join("\n\n"));
    const label = fc.constantFrom("Interviewer", "P1", "P2", "Dr. Núñez", "Consumer peer worker 2", "王女士", "KB");
    const turn = fc.record({ label, words });
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 30 }), (some) => {
        // Everybody has spoken twice or more, so that no label needs a guess.
        const labels = [...new Set(some.map((each) => each.label))];
        const more = labels.flatMap((each) => [1, 2, 3].map(() => ({ label: each, words: "so it was." })));
        const spoken = [{ label: "Interviewer", words: "so." }, { label: "P1", words: "yes." }, ...some, ...more];
        const { text, turns } = canonicalTurns(spoken);
        expect(segmentText(text).turns).toEqual(turns);
      }),
      { numRuns: 300 },
    );
  });
});
