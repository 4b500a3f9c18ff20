import { describe, expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { smallStudy } from "../study/small-study.fixture";
import type { Study } from "../study/study";
import { quoteTable } from "./quote-table";

/** Three carers and a consumer under two themes; each turn is one coding. Wes may not be quoted. */
function manyVoices(): Study {
  return createStudy({
    participants: [
      { id: "Una", group: "carer" },
      { id: "Vic", group: "carer", label: "Vic, a brother" },
      { id: "Wes", group: "carer", quotable: false },
      { id: "Xia", group: "consumer", role: "peer worker" },
    ],
    scheme: {
      themes: [
        { id: "tired", name: "Tired", codes: ["tired-1"] },
        { id: "proud", name: "Proud", codes: ["proud-1"] },
      ],
      codes: [{ id: "tired-1" }, { id: "proud-1" }],
    },
    transcripts: [
      {
        id: "one",
        text: [
          "[00:00:10] I: How are you?",
          "[00:00:12] Una: I was tired from the first day on. [[tired-1]]",
          "[00:00:20] Una: I was proud of her in the end. [[proud-1]]",
          "[00:01:05] Wes: We were all of us so very tired. [[tired-1]]",
          "[00:02:00] Una: And tired again, every single Sunday night. [[tired-1]]",
        ].join("\n"),
      },
      {
        id: "two",
        text: [
          "Vic: Tired? Yes, tired to the very bone. [[tired-1]]",
          "Xia: I got tired of being asked. [[tired-1]]",
          "Xia: Tired. [[tired-1]]",
        ].join("\n"),
      },
    ],
  });
}

describe("quoteTable", () => {
  test("gives verbatim words with who said them and where they stand", () => {
    expect(quoteTable(manyVoices(), { perCell: 1 }).rows[1]).toEqual({
      id: "tired",
      name: "Tired",
      heading: "Tired",
      subheading: "",
      depth: 0,
      group: "carer",
      groupName: "Carers",
      quote: "Tired? Yes, tired to the very bone.",
      label: "Vic, a brother",
      where: "two, line 1",
      context: "",
      stance: null,
      words: 7,
      cut: false,
      participant: "Vic",
      transcript: "two",
      line: 1,
      time: null,
      start: 5,
      end: 40,
      codings: ["two#1"],
      codes: ["tired-1"],
    });
  });

  test("spreads quotes over participants over the whole table: Una is the only proud one, so Vic is the tired one", () => {
    const rows = quoteTable(manyVoices(), { perCell: 1 }).rows.map((row) => `${row.id} ${row.group} ${row.label}`);
    expect(rows).toEqual(["tired consumer Consumer 1", "tired carer Vic, a brother", "proud carer Carer 1"]);
  });

  test.each([
    ["first", ["I was tired from the first day on.", "And tired again, every single Sunday night."]],
    // 8 words and 7; "Tired? Yes, tired to the very bone." has 7 as well and comes later in the files.
    ["longest", ["I was tired from the first day on.", "And tired again, every single Sunday night."]],
    ["spread", ["I was tired from the first day on.", "Tired? Yes, tired to the very bone."]],
  ] as const)("picks by %s", (pick, expected) => {
    const rows = quoteTable(manyVoices(), { themes: ["tired"], pick }).rows.filter((row) => row.group === "carer");
    expect(rows.map((row) => row.quote)).toEqual(expected);
  });

  test("picks with a function of the cell", () => {
    const rows = quoteTable(manyVoices(), { pick: (cell) => cell.candidates.slice(-1) }).rows;
    expect(rows.map((row) => row.quote)).toEqual([
      "I got tired of being asked.",
      "Tired? Yes, tired to the very bone.",
      "I was proud of her in the end.",
    ]);
  });

  test("says how the quotes spread, who could be quoted, and what was passed over", () => {
    // Una, Vic and Xia can be quoted; Wes not; Xia's "Tired." is shorter than five words.
    expect(quoteTable(manyVoices(), { perCell: 2 }).notes).toEqual([
      "4 quotes from 3 of 3 participants who could be quoted.",
      "Most quoted: Carer 1, with 2 of 4 quotes (50%).",
      "1 passage of fewer than 5 words passed over.",
      "1 participant with passages marked as not to be quoted.",
    ]);
  });

  test("gives line and time of the original file", () => {
    const [, tired] = quoteTable(manyVoices(), { pick: "first" }).rows;
    expect(tired).toMatchObject({ where: "one, line 2, 00:00:12", line: 2, time: 12 });
  });

  test("names participants by a column or a function", () => {
    const labels = (label: "role" | ((person: { id: string }) => string)): string[] =>
      quoteTable(manyVoices(), { perCell: 1, label }).rows.map((row) => row.label);
    expect(labels("role")).toEqual(["peer worker", "Vic, a brother", "Carer 1"]);
    expect(labels((person) => person.id.toUpperCase())).toEqual(["XIA", "VIC", "UNA"]);
  });

  test("prints the turns before a quote beside it if asked", () => {
    const [, row] = quoteTable(manyVoices(), { pick: "first", context: 2 }).rows;
    expect(row?.context).toBe("Interviewer: How are you?");
  });

  test("attributes a passage of two people to each of them, with the other's words left out", () => {
    const rows = quoteTable(smallStudy(), { level: "code", themes: ["hope"], minWords: 1 }).rows;
    expect(rows.map((row) => `${row.groupName}: ${row.quote} (${row.label})`)).toEqual([
      "Consumers: Hope came (Consumer 1)",
      "Consumers: I hope again now. (Consumer 1)",
      "Carers: group gave me rest. (Carer 1)",
      "Carers: Rest, yes. (Carer 2)",
    ]);
  });

  test("takes a longer passage where the short one that it holds is too short to be quoted", () => {
    const text = "Ann: Mostly I keep still. I sit by the door until it has passed over, and then we eat.";
    const study = createStudy({
      participants: [{ id: "Ann", group: "carer" }],
      transcripts: [{ id: "t", text }],
      codings: [
        { transcript: "t", code: "x", quote: "Mostly I keep still." },
        { transcript: "t", code: "x", quote: text.slice(5) },
      ],
    });
    const [row] = quoteTable(study, { level: "code", maxWords: 10 }).rows;
    expect(row?.quote).toBe("Mostly I keep still. [...]");
  });

  test("prints quotes of a subtheme with the subtheme alone, and names the theme around it", () => {
    const rows = quoteTable(smallStudy(), { minWords: 1, themes: ["relief"], perCell: 1 }).rows;
    expect([...new Set(rows.map((row) => `${row.heading} > ${row.subheading}`))]).toEqual([
      "Relief > ",
      "Relief > Ahead",
    ]);
  });

  test.each([
    [{ perCell: -1 }, /"perCell" cannot be -1/],
    [{ maxWords: 2.5 }, /"maxWords" cannot be 2.5/],
    [{ themes: ["tierd"] }, /Did you mean "tired"/],
    [{ pick: "random" }, /"pick" cannot be "random"/],
    [{ label: "name" }, /"label" cannot be "name"/],
  ])("refuses %j", (options, message) => {
    expect(() => quoteTable(manyVoices(), options as never)).toThrow(message);
  });

  test("says so where nothing can be quoted", () => {
    const table = quoteTable(manyVoices(), { minWords: 50 });
    expect(table.rows).toEqual([]);
    expect(table.notes[0]).toBe("No quotes: no passage meets the conditions.");
  });
});
