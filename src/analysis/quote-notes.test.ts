import { describe, expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { type QuoteTableOptions, quoteTable } from "./quote-table";

const study = createStudy({
  participants: [
    { id: "Ann", group: "carer" },
    { id: "Bo", group: "carer" },
    { id: "Cy", group: "consumer", quotable: false },
    { id: "Di", group: "consumer", quotable: false },
  ],
  transcripts: [
    {
      id: "t",
      text: [
        "Ann: I was never asked. Not once in all that time. [[x]] [[y]]",
        "Bo: They asked me and I said no, I would rather not. [[x]]",
        "Cy: They asked me as well. [[x]]",
        "Di: And me. [[x]]",
        "Ann: No. [[x]]",
        "Bo: Yes, no. [[y]]",
      ].join("\n"),
    },
  ],
  scheme: { codes: ["x", "y", "z"] },
});

function notes(options: QuoteTableOptions): readonly string[] {
  return quoteTable(study, { level: "code", ...options }).notes;
}

describe("the notes of a quote table", () => {
  test("say how quotes spread, what is printed twice and what was passed over", () => {
    expect(notes({ perCell: 1 })).toEqual([
      "2 quotes from 2 of 2 participants who could be quoted.",
      "Most quoted: each of 2 participants, with 1 of 2 quotes (50%).",
      "2 passages of fewer than 5 words passed over.",
      "2 participants with passages marked as not to be quoted.",
    ]);
    expect(notes({}).slice(0, 3)).toEqual([
      "3 quotes from 2 of 2 participants who could be quoted.",
      "Most quoted: Carer 1, with 2 of 3 quotes (67%).",
      "1 quote printed before in this table, under another theme or code.",
    ]);
  });

  test("say what was cut and what could not be", () => {
    expect(notes({ perCell: 1, maxWords: 4, themes: ["x"], pick: "first" }).slice(2, 3)).toEqual([
      "[...]: words left out, of another speaker or behind the end of a sentence.",
    ]);
    expect(notes({ perCell: 1, maxWords: 3, themes: ["x"], pick: "first" })).toContain(
      "1 quote longer than 3 words: its first sentence is.",
    );
    expect(notes({ perCell: 2, maxWords: 3, themes: ["x"] })).toContain(
      "2 quotes longer than 3 words: their first sentence is.",
    );
  });

  test("say so where there is nothing to quote", () => {
    expect(notes({ themes: ["z"] })).toEqual(["No quotes: no passage meets the conditions."]);
    expect(notes({ minWords: 99 }).slice(0, 1)).toEqual(["No quotes: no passage meets the conditions."]);
  });
});
