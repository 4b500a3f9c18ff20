import { describe, expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { smallStudy } from "../study/small-study.fixture";
import type { ThemeFrequencyOptions } from "./theme-frequency";
import { themeFrequency } from "./theme-frequency";

const study = smallStudy();
const LAST = "Counts describe the coding; they do not say how much a theme matters.";
const SPAN = "span several participants: each counts once for each of them, for each of their groups, and once in all.";

function notes(options: ThemeFrequencyOptions, of = study): readonly string[] {
  return themeFrequency(of, options).notes;
}

describe("the notes of a table of counts", () => {
  test.each<[ThemeFrequencyOptions, string]>([
    [{}, "Base: 4 participants with at least one turn in 3 transcripts; 1 listed has none."],
    [{ base: "listed" }, "Base: all 5 participants listed, 1 of them without a turn in the 3 transcripts."],
    // Who never speaks is in no wave: the base is of those who do.
    [
      { base: "listed", by: "wave" },
      "Base: 4 participants with at least one turn in 3 transcripts; 1 listed has none.",
    ],
    [
      { base: "listed", by: () => "all" },
      "Base: 4 participants with at least one turn in 3 transcripts; 1 listed has none.",
    ],
  ])("state the base of %j", (options, expected) => {
    const table = themeFrequency(study, { ...options, total: true });
    expect(table.notes[0]).toBe(expected);
    expect(table.rows.at(-1)?.of).toBe(Number(/\d+/.exec(expected)?.[0]));
  });

  test("say in the right number what was left out", () => {
    const codings = [
      { transcript: "t", code: "x", quote: "And then?" },
      { transcript: "t", code: "x", quote: "Well, was it?" },
      { transcript: "t", code: "x", quote: "It was a long, a very long way", status: "suggested" as const },
      { transcript: "t", code: "y", quote: "It was a long, a very long way", status: "rejected" as const },
      { transcript: "t", code: "y", quote: "nobody ever said such a thing as this" },
      { transcript: "t", code: "y", quote: "It was a lung, a very long wey" },
    ];
    const text = "I: Well, was it?\nA: It was a long, a very long way.\nI: And then?\nA: Home.";
    const small = createStudy({
      participants: [{ id: "A", group: "carer" }],
      transcripts: [{ id: "t", text }],
      scheme: { version: 3, codes: ["x", "y", "z"] },
      codings,
    });
    expect(notes({ level: "code" }, small)).toEqual([
      "Base: 1 participant with at least one turn in 1 transcript.",
      "Scheme version 3.",
      "1 coding counted on words that match approximately.",
      "1 coding not counted: the words were not found in the transcript.",
      "2 codings not counted: no participant speaks there.",
      "1 coding not counted: suggested and not yet accepted.",
      "1 coding not counted: rejected.",
      LAST,
    ]);
    expect(notes({}, small)).toContain('The scheme has no themes; level "code" has a row for each code.');
    expect(notes({ level: "category" }, small)).toContain(
      'The scheme has no categories; level "code" has a row for each code.',
    );
  });

  test("name coders and statuses asked for, and codes in no theme or category", () => {
    expect(notes({ coders: ["TM", "KB"], status: ["coded", "suggested"] }).slice(2)).toEqual([
      "Codings of TM and KB only.",
      "Codings with the status coded and suggested.",
      `2 codings ${SPAN}`,
      "1 code in no theme, with 1 coding: Safe.",
      "1 coding not counted: no participant speaks there.",
      LAST,
    ]);
    expect(notes({ level: "category" })).toContain("1 code in no category, with 1 coding: Safe.");
    expect(notes({ level: "code" }).filter((note) => note.includes("in no"))).toEqual([]);
  });

  test("say so where the scheme has no codes at all", () => {
    const bare = createStudy({ transcripts: [{ id: "t", text: "I: Well?\nA: Yes.\nI: So?\nA: No." }] });
    expect(notes({ level: "code" }, bare)).toEqual([
      "Base: 1 participant with at least one turn in 1 transcript.",
      "Scheme version 1.",
      "The scheme has no codes in use.",
      LAST,
    ]);
  });

  test("keep on a study narrowed to transcripts what is nobody's there", () => {
    expect(notes({ level: "code" }, study.where({ transcript: "focus" }))).toEqual([
      "Base: 3 participants with at least one turn in 1 transcript.",
      "Scheme version 2.",
      `2 codings ${SPAN}`,
      "1 coding not counted: no participant speaks there.",
      "1 coding not counted: suggested and not yet accepted.",
      LAST,
    ]);
  });
});
