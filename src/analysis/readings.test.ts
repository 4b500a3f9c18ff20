import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CodingInput } from "../coding/coding-input";
import { overlaps } from "../model/range";
import { createStudy, type StudyInput } from "../study/create-study";
import type { Study } from "../study/study";
import type { ReadingRow } from "./reading-row";
import { type ReadingsOptions, readings } from "./readings";
import { talkThrough } from "./talk-through";

const text = [
  "I: What helped?",
  "Ana: I came late. He let me in. We had tea.",
  "I: And then?",
  "Bo: We talked. I went home. I slept.",
].join("\n\n");
const ANA = { id: "Ana", group: "consumer", label: "Consumer 1" };
const BO = { id: "Bo", group: "carer", label: "Carer 1" };
const coded = (
  id: string,
  coder: string,
  code: string,
  quote: string,
  more: Partial<CodingInput> = {},
): CodingInput => ({
  id,
  transcript: "t",
  code,
  quote,
  coder,
  ...more,
});
const scheme = {
  codes: [
    { id: "door", name: "The door" },
    { id: "tea", name: "Tea" },
    { id: "home", name: "Home" },
    { id: "old", name: "Old", retired: true },
  ],
  themes: [{ id: "in", name: "Let in", codes: ["door"], subthemes: [{ id: "warm", codes: ["tea"] }] }],
};
const studyOf = (codings: readonly CodingInput[], more: Partial<StudyInput> = {}): Study =>
  createStudy({
    participants: [ANA, BO],
    interviewers: ["I"],
    transcripts: [{ id: "t", text }],
    scheme,
    codings,
    ...more,
  });
const both = { a: "KB", b: "TM" };
/** The rows as "kind | words | codes of a | codes of b". */
const lines = (rows: Iterable<ReadingRow>): string[] =>
  [...rows].map(({ kind, quote, a, b }) => [kind, quote, a, b].join(" | "));

describe("readings", () => {
  test.each<[string, CodingInput[], string[]]>([
    [
      "the same code on the same words",
      [coded("1", "KB", "door", "He let me in."), coded("2", "TM", "door", "He let me in.")],
      ["agree | He let me in. | The door | The door"],
    ],
    [
      "the same code on overlapping words, as one place with the words of both",
      [coded("1", "KB", "door", "I came late. He let"), coded("2", "TM", "door", "He let me in.")],
      ["agree | I came late. He let me in. | The door | The door"],
    ],
    [
      "other codes on overlapping words",
      [coded("1", "KB", "door", "He let me in."), coded("2", "TM", "tea", "let me")],
      ["differ | He let me in. | The door | Tea"],
    ],
    [
      "one code the same and another not",
      [
        coded("1", "KB", "door", "He let me in."),
        coded("2", "TM", "door", "He let me in."),
        coded("3", "TM", "home", "let me in."),
      ],
      ["in part | He let me in. | The door | The door, Home"],
    ],
    [
      "words that one alone has coded",
      [coded("1", "KB", "door", "He let me in."), coded("2", "TM", "tea", "We had tea.")],
      ["only a | He let me in. | The door | ", "only b | We had tea. |  | Tea"],
    ],
    [
      "words that only touch, as two places",
      [coded("1", "KB", "door", "I came late. "), coded("2", "TM", "door", "He let me in.")],
      ["only a | I came late. | The door | ", "only b | He let me in. |  | The door"],
    ],
    [
      "nested codings, aligned once",
      [
        coded("1", "KB", "tea", "I came late. He let me in. We had tea."),
        coded("2", "TM", "door", "He let me in."),
        coded("3", "TM", "tea", "had tea"),
        coded("4", "TM", "door", "let me"),
      ],
      ["in part | I came late. He let me in. We had tea. | Tea | The door, Tea"],
    ],
    [
      "a chain, in which the same code does not stand on overlapping words",
      [
        coded("1", "KB", "door", "I came late."),
        coded("2", "TM", "tea", "late. He let"),
        coded("3", "KB", "home", "let me"),
        coded("4", "TM", "door", "me in."),
      ],
      ["differ | I came late. He let me in. | The door, Home | Tea, The door"],
    ],
    [
      "several speakers, by their printed labels",
      [coded("1", "KB", "tea", "We had tea.\n\nI: And then?\n\nBo: We talked."), coded("2", "TM", "tea", "We talked.")],
      ["agree | Consumer 1: We had tea. Interviewer: And then? Carer 1: We talked. | Tea | Tea"],
    ],
    [
      "stances",
      [
        coded("1", "KB", "tea", "We had tea.", { stance: "supports" }),
        coded("2", "TM", "tea", "We had tea.", { stance: "contradicts" }),
      ],
      ["agree | We had tea. | Tea | Tea (contradicts)"],
    ],
    [
      "an interviewer's words as well",
      [coded("1", "KB", "tea", "And then?"), coded("2", "TM", "home", "And then?")],
      ["differ | And then? | Tea | Home"],
    ],
  ])("hold %s", (_, codings, expected) => {
    expect(lines(readings(studyOf(codings), both))).toEqual(expected);
  });

  test("give a row with everything that leads back to the place", () => {
    const study = studyOf([
      coded("1", "KB", "door", "He let me in.", { memo: "the door" }),
      coded("2", "TM", "door", "let me in. We", { stance: "complicates", memo: "late\nagain" }),
      coded("3", "TM", "tea", "had tea"),
    ]);
    const table = readings(study, both);
    expect(table.rows).toEqual([
      {
        kind: "agree",
        reading: "Same codes, another stance",
        readerA: "KB",
        readerB: "TM",
        transcript: "t",
        line: 3,
        where: "t, line 3",
        label: "Consumer 1",
        quote: "He let me in. We",
        a: "The door",
        b: "The door (complicates)",
        memosA: "the door",
        memosB: "late\nagain",
        codesA: ["door"],
        codesB: ["door"],
        shared: ["door"],
        stances: true,
        codingsA: ["1"],
        codingsB: ["2"],
        start: 35,
        end: 51,
      },
      {
        kind: "only b",
        reading: "Only TM",
        readerA: "KB",
        readerB: "TM",
        transcript: "t",
        line: 3,
        where: "t, line 3",
        label: "Consumer 1",
        quote: "had tea",
        a: "",
        b: "Tea",
        memosA: "",
        memosB: "",
        codesA: [],
        codesB: ["tea"],
        shared: [],
        stances: false,
        codingsA: [],
        codingsB: ["3"],
        start: 52,
        end: 59,
      },
    ]);
    expect(table.caption).toBe("Readings of KB and TM");
    expect(table.columns.filter((each) => each.only !== "data").map((each) => each.label)).toEqual([
      "Reading",
      "Where",
      "Participant",
      "Words",
      "KB",
      "Memo of KB",
      "TM",
      "Memo of TM",
    ]);
    expect(table.provenance).toMatchObject({ function: "readings", options: both });
  });

  test("compare only transcripts that both have coded in, and say what was left out", () => {
    const codings = [
      coded("1", "KB", "door", "He let me in."),
      coded("2", "TM", "door", "He let me in."),
      coded("3", "TM", "old", "We had tea."),
      coded("4", "KB", "tea", "There was no tea of any kind."),
      coded("5", "KB", "tea", "We"),
      coded("6", "TM", "home", "I slept.", { status: "suggested" }),
      coded("7", "TM", "home", "I slept.", { status: "rejected" }),
      coded("8", "KB", "home", "I stayed.", { transcript: "kb" }),
      coded("9", "TM", "home", "I stayed.", { transcript: "tm" }),
      coded("10", "TM", "home", "I stayed.", { transcript: "kb", status: "suggested" }),
      coded("11", "AB", "home", "I went home."),
      coded("12", "TM", "tea", "We talkedd. I went home"),
    ];
    const study = studyOf(codings, {
      approach: "reflexive",
      transcripts: [
        { id: "t", text },
        { id: "kb", text: "Ana: I stayed." },
        { id: "tm", text: "Ana: I stayed." },
        { id: "none", text: "Ana: I stayed." },
      ],
    });
    expect(readings(study, both).notes).toEqual([
      "1 transcript that KB and TM have both coded in.",
      "Not compared: 1 transcript that only KB has coded in (kb).",
      "Not compared: 1 transcript that only TM has coded in (tm).",
      "2 places: codes of TM alone at 1 and the same codes at 1. Codings that overlap are one place.",
      "1 coding counted on words that match approximately.",
      "1 coding not counted: the words were not found in the transcript.",
      "1 coding not counted: the words stand in the transcript more than once.",
      "1 coding not counted: the code is retired.",
      "1 coding not counted: suggested and not yet accepted.",
      "1 coding not counted: rejected.",
      "Reflexive thematic analysis takes two readings for a resource: where they part there is something to talk about. It does not ask for agreement, and the figures above do not measure quality.",
    ]);
    expect(readings(study, { ...both, b: "AB" }).notes.some((note) => note.includes("AB has coded"))).toBe(false);
  });

  test("of codes or themes hold the places where either reader gave one of them, with all that both gave there", () => {
    const study = studyOf([
      coded("1", "KB", "door", "He let me in."),
      coded("2", "TM", "home", "He let me in."),
      coded("3", "TM", "tea", "We had tea."),
      coded("4", "KB", "home", "I went home."),
    ]);
    expect(lines(readings(study, { ...both, codes: ["door"] }))).toEqual(["differ | He let me in. | The door | Home"]);
    const table = readings(study, { ...both, themes: ["in"] });
    expect(lines(table)).toEqual(["differ | He let me in. | The door | Home", "only b | We had tea. |  | Tea"]);
    expect(table.notes).toContain("Only places with one of 2 codes; 1 other place left out.");
  });

  test("may be of two sets of codings that functions pick", () => {
    const study = studyOf([
      coded("1", "KB", "door", "He let me in.", { created: "2026-01-10" }),
      coded("2", "KB", "tea", "He let me in.", { created: "2026-06-10" }),
    ]);
    const winter = (coding: { created?: string }) => (coding.created ?? "") < "2026-03";
    const table = readings(study, { a: winter, b: (coding) => !winter(coding) });
    expect(lines(table)).toEqual(["differ | He let me in. | The door | Tea"]);
    expect(table.caption).toBe("Readings of winter and b");
  });

  test("print nobody who is not to be quoted", () => {
    const codings = [
      coded("1", "KB", "tea", "We had tea.\n\nI: And then?\n\nBo: We talked."),
      coded("2", "TM", "tea", "tea"),
    ];
    const study = studyOf(codings, { participants: [{ ...ANA, quotable: false }, BO] });
    expect(lines(readings(study, both))).toEqual([
      "agree | Consumer 1: [...] Interviewer: And then? Carer 1: We talked. | Tea | Tea",
    ]);
  });

  test.each<[unknown, string]>([
    [{ a: "KB" }, 'The option "b" cannot be nothing. It can be "KB", "TM".'],
    [{ a: "KB", b: "TN" }, 'The option "b" cannot be "TN".'],
    [{ a: "KB", b: "KB" }, 'The option "b" cannot be "KB". It can be "TM".'],
    [{ a: null, b: "KB" }, 'The option "a" cannot be nothing.'],
    [{ ...both, codes: ["dor"] }, 'The option "codes" cannot be "dor". Did you mean "door"?'],
    [{ ...both, codes: "door" }, 'The option "codes" must be a list, and is "door".'],
    [{ ...both, themes: ["old"] }, 'The option "themes" cannot be "old".'],
  ])("refuse %j", (options, message) => {
    const study = studyOf([coded("1", "KB", "door", "He let me in."), coded("2", "TM", "door", "He let me in.")]);
    expect(() => readings(study, options as ReadingsOptions)).toThrow(message);
  });

  test("say that a study with the codings of one reader, or of none, has no two to compare", () => {
    const one = studyOf([coded("1", "KB", "door", "He let me in.")]);
    expect(() => readings(one, both)).toThrow(
      "There are no two readers to compare: the study has codings of KB alone.",
    );
    expect(() => readings(studyOf([]), both)).toThrow("the study has no codings. Write the codings of each reader");
    const unnamed = studyOf([{ id: "1", transcript: "t", code: "door", quote: "He let me in." }]);
    expect(() => readings(unnamed, both)).toThrow("the study has codings of no named coder alone.");
  });

  test("hold every coding of both at one place, and no two places overlap", () => {
    const anyCoding = fc.record({
      coder: fc.constantFrom("KB", "TM"),
      code: fc.constantFrom("door", "tea"),
      start: fc.integer({ min: 22, max: 55 }),
      length: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(anyCoding, { minLength: 2, maxLength: 12 }), (drawn) => {
        fc.pre(new Set(drawn.map((each) => each.coder)).size === 2);
        const codings = drawn.map(({ coder, code, start, length }, index) => ({
          ...{ id: `${index}`, transcript: "t", code, coder, start, end: start + length },
        }));
        const study = studyOf(codings);
        const rows = [...readings(study, both)];
        const held = rows.flatMap((row) => [...row.codingsA, ...row.codingsB]);
        expect(held.sort()).toEqual(codings.map((each) => each.id).sort());
        for (const [index, row] of rows.entries()) {
          expect(rows.slice(index + 1).some((other) => overlaps(row, other))).toBe(false);
          const pairs = study.passages.some(
            (x) =>
              row.codingsA.includes(x.coding) &&
              study.passages.some((y) => row.codingsB.includes(y.coding) && x.code === y.code && overlaps(x, y)),
          );
          expect(row.shared.length > 0).toBe(pairs);
        }
        const turned = readings(study, { a: "TM", b: "KB" });
        const other = {
          agree: "agree",
          "in part": "in part",
          differ: "differ",
          "only a": "only b",
          "only b": "only a",
        };
        expect([...turned].map((row) => row.kind)).toEqual(rows.map((row) => other[row.kind]));
      }),
    );
  });
});

describe("talkThrough", () => {
  test("lists the places of each transcript with the words, the codes and the memos of both", () => {
    const study = studyOf([
      coded("1", "KB", "door", "He let me in.", { memo: "# the *door*" }),
      coded("2", "TM", "home", "let me in."),
      coded("3", "TM", "tea", "And then?", { memo: "one\ntwo" }),
    ]);
    expect(talkThrough(readings(study, both))).toBe(`## t

### Different codes: line 3, Consumer 1

> He let me in.

- **KB**: The door
  - \\# the \\*door\\*
- **TM**: Home

### Only TM: line 5

> And then?

- **KB**: nothing
- **TM**: Tea
  - one
  - two
`);
    expect(talkThrough([])).toBe("");
  });
});
