import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CodingInput } from "../coding/coding-input";
import { mergeRanges } from "../model/range";
import { split } from "../scheme/steps/make-step";
import { createStudy } from "./create-study";
import { type MergeOptions, type MergeRule, mergeCodings } from "./merge-codings";
import type { Study } from "./study";

const text = "Ana: I came late. He let me in. We had tea and we talked. I went home.";
const studyOf = (codings: readonly CodingInput[]): Study =>
  createStudy({ participants: [{ id: "Ana" }], transcripts: [{ id: "t", text }], codings });
const coded = (
  id: string,
  coder: string | undefined,
  code: string,
  quote: string,
  more: Partial<CodingInput> = {},
) => ({
  id,
  transcript: "t",
  code,
  quote,
  ...(coder === undefined ? {} : { coder }),
  ...more,
});

const three = studyOf([
  coded("k1", "KB", "door", "I came late. He let me in.", { memo: "the door" }),
  coded("k2", "KB", "tea", "We had tea and we talked."),
  coded("t1", "TM", "door", "He let me in. We had tea", { stance: "complicates", created: "2026-03-01" }),
  coded("t2", "TM", "home", "I went home."),
  coded("t3", "TM", "talk", "we talked"),
  coded("a1", "AB", "door", "He let me"),
  coded("a2", "AB", "home", "went home"),
  coded("n1", undefined, "tea", "had tea"),
  coded("s1", "KB", "home", "I went home.", { status: "suggested" }),
  coded("l1", "TM", "home", "I never went there at all."),
]);

/** The codings as "id coder code: words"; "-" stands for words that were not found. */
function lines(study: Study): string[] {
  return study.codings.map(({ id, coder, code }) => {
    const range = study.anchors.get(id)?.range;
    return `${id} ${coder} ${code}: ${range ? study.transcripts[0]?.text.slice(range.start, range.end) : "-"}`;
  });
}

describe("mergeCodings", () => {
  test.each<[MergeOptions, string[], string]>([
    [{ rule: "union" }, lines(three), "Codings merged by union: 10 of 10 codings kept, 0 shortened, 0 left out."],
    [
      { rule: "union", coders: ["AB", null] },
      ["a1 AB door: He let me", "a2 AB home: went home", "n1 null tea: had tea"],
      "Codings merged by union of AB and no named coder: 3 of 10 codings kept, 0 shortened, 7 left out.",
    ],
    [
      { rule: "intersection" },
      [
        "k1 KB door: He let me in.",
        "k2 KB tea: had tea",
        "t1 TM door: He let me in.",
        "t2 TM home: went home",
        "a1 AB door: He let me",
        "a2 AB home: went home",
        "n1 null tea: had tea",
        "s1 KB home: I went home.",
        "l1 TM home: -",
      ],
      "Codings merged by intersection: 5 of 10 codings kept, 4 shortened, 1 left out.",
    ],
    [
      { rule: "intersection", coders: ["KB", "TM", "AB"] },
      [
        "k1 KB door: He let me",
        "t1 TM door: He let me",
        "a1 AB door: He let me",
        "s1 KB home: I went home.",
        "l1 TM home: -",
      ],
      "Codings merged by intersection of KB, TM and AB: 3 of 10 codings kept, 2 shortened, 5 left out.",
    ],
    [
      { rule: { first: ["KB", "TM"] } },
      [
        "k1 KB door: I came late. He let me in.",
        "k2 KB tea: We had tea and we talked.",
        "t2 TM home: I went home.",
        "s1 KB home: I went home.",
        "l1 TM home: -",
      ],
      "Codings merged by coder, KB and TM first: 5 of 10 codings kept, 0 shortened, 5 left out.",
    ],
    [
      { rule: { first: ["AB"] }, coders: ["AB", "TM"] },
      ["t3 TM talk: we talked", "a1 AB door: He let me", "a2 AB home: went home", "l1 TM home: -"],
      "Codings merged by coder, AB first, of AB and TM: 4 of 10 codings kept, 0 shortened, 6 left out.",
    ],
  ])("by %j", (options, expected, message) => {
    const merged = mergeCodings(three, options);
    expect(lines(merged)).toEqual(expected);
    expect(merged.issues.at(-1)).toEqual({ code: "codings-merged", severity: "info", message });
    expect(three.codings).toHaveLength(10);
  });

  test("leaves coder, memo, stance and date with each coding that it shortens, and its selectors say where it is now", () => {
    const merged = mergeCodings(three, { rule: "intersection" });
    const shortened = merged.codings.find((each) => each.id === "t1");
    expect(shortened).toEqual({
      ...three.codings.find((each) => each.id === "t1"),
      target: {
        source: "t",
        selector: [
          { type: "TextPositionSelector", start: 18, end: 31 },
          { type: "TextQuoteSelector", exact: "He let me in.", prefix: "", suffix: "" },
        ],
      },
    });
    expect(merged.passages.find((each) => each.coding === "t1")?.text).toBe("He let me in.");
  });

  test("makes several codings of one that meets others at several places", () => {
    const study = studyOf([
      coded("k", "KB", "x", "I came late. He let me in. We had tea"),
      coded("t", "TM", "x", "I came late."),
      coded("u", "TM", "x", "We had tea"),
    ]);
    expect(lines(mergeCodings(study, { rule: "intersection" }))).toEqual([
      "k KB x: I came late.",
      "k/2 KB x: We had tea",
      "t TM x: I came late.",
      "u TM x: We had tea",
    ]);
  });

  test("takes overlapping codings of one coder for one reading", () => {
    const study = studyOf([coded("k", "KB", "x", "I came late."), coded("l", "KB", "x", "came late. He let")]);
    expect(mergeCodings(study, { rule: "intersection" }).codings).toEqual([]);
  });

  test.each<[unknown, string]>([
    [
      { rule: "both" },
      'The option "rule" cannot be "both". It can be "union", "intersection", { first: [coders in order] }.',
    ],
    [{ rule: { first: ["KM"] } }, 'The option "first" cannot be "KM". It can be "KB", "TM", "AB".'],
    [
      { rule: { first: [] } },
      'The option "first" must be a list of coders, and is an empty list. It can hold "KB", "TM", "AB".',
    ],
    [
      { rule: "union", coders: "KB" },
      'The option "coders" must be a list of coders, and is "KB". It can hold "KB", "TM", "AB".',
    ],
    [{ rule: { first: ["KB", "TM", "KB"] } }, 'The option "first" names "KB" twice. Name each coder once.'],
    [{ rule: "intersection", coders: ["KB", "KB"] }, 'The option "coders" names "KB" twice.'],
  ])("refuses %j", (options, message) => {
    expect(() => mergeCodings(three, options as MergeOptions)).toThrow(message);
  });
});

describe("merging random codings", () => {
  const words = [..."abcdefghijklmnopqrst"];
  const anyCoding = fc.record({
    coder: fc.constantFrom("KB", "TM", "AB"),
    code: fc.constantFrom("x", "y"),
    start: fc.nat(18),
    length: fc.integer({ min: 1, max: 6 }),
  });
  const anyStudy = fc.array(anyCoding, { minLength: 3, maxLength: 14 }).map((drawn) => {
    const rows = drawn.map(({ coder, code, start, length }, index) => {
      const from = 5 + 2 * start;
      return { id: `${index}`, transcript: "t", code, coder, start: from, end: Math.min(from + 2 * length - 1, 44) };
    });
    const all = ["KB", "TM", "AB"].map((coder) => ({ id: coder, transcript: "t", code: "x", coder, start: 5, end: 6 }));
    return (codings: (rows: readonly CodingInput[]) => readonly CodingInput[] = (each) => each) =>
      createStudy({ transcripts: [{ id: "t", text: `Ana: ${words.join(" ")}` }], codings: codings([...rows, ...all]) });
  });
  /** Every offset that each coder has given each code to. */
  const units = (study: Study, coders: readonly string[]): Set<string> =>
    new Set(
      study.passages
        .filter((each) => coders.includes(each.coder ?? ""))
        .flatMap(({ code, start, end }) =>
          Array.from({ length: end - start }, (_, index) => `${code} ${start + index}`),
        ),
    );
  const rules: MergeOptions[] = [
    { rule: "union" },
    { rule: "intersection" },
    { rule: "intersection", coders: ["KB", "TM"] },
    { rule: { first: ["TM", "KB"] } },
  ];

  test("the union covers what any has coded, the intersection what both have, and no more", () => {
    fc.assert(
      fc.property(anyStudy, (make) => {
        const study = make();
        const [kb, tm] = [units(study, ["KB"]), units(study, ["TM"])];
        expect(mergeCodings(study, { rule: "union" }).codings).toEqual(study.codings);
        const both = mergeCodings(study, { rule: "intersection", coders: ["KB", "TM"] });
        // Blanks at the ends of a stretch are left out.
        const blank = (unit: string): boolean => Number(unit.slice(2)) % 2 === 0;
        const common = [...kb].filter((unit) => tm.has(unit) && !blank(unit)).sort();
        for (const coders of [["KB"], ["TM"]]) {
          expect([...units(both, coders)].filter((unit) => !blank(unit)).sort()).toEqual(common);
        }
      }),
    );
  });

  test("a merge done twice is the merge done once, and the order of the rows makes no difference", () => {
    fc.assert(
      fc.property(anyStudy, fc.constantFrom(...rules), (make, options) => {
        const merged = mergeCodings(make(), options);
        // A coder with nothing left cannot be named any more.
        const left = new Set(merged.codings.map((each) => each.coder));
        if (left.size === 3) expect(mergeCodings(merged, options).codings).toEqual(merged.codings);
        const turned = mergeCodings(
          make((rows) => [...rows].reverse()),
          options,
        );
        expect([...lines(turned)].sort()).toEqual([...lines(merged)].sort());
      }),
    );
  });

  test("by coder first, nothing overlaps a coding of a coder before, and what is left out does", () => {
    fc.assert(
      fc.property(anyStudy, (make) => {
        const study = make();
        const merged = mergeCodings(study, { rule: { first: ["TM", "KB"] } });
        const kept = new Set(merged.codings.map((each) => each.id));
        const rank = (coder: string | null): number => ["TM", "KB", "AB"].indexOf(coder ?? "");
        for (const passage of study.passages) {
          const before = merged.passages.filter((each) => rank(each.coder) < rank(passage.coder));
          const meets = mergeRanges([...before]).some((each) => each.start < passage.end && passage.start < each.end);
          expect(kept.has(passage.coding)).toBe(!meets);
        }
      }),
    );
  });
});

test("codings of a split code, which count nowhere, stay as they are and push out nobody's", () => {
  const study = createStudy({
    participants: [{ id: "Ann", group: "consumer" }],
    transcripts: [{ id: "t", text: "Ann: The group gave me hope." }],
    scheme: { codes: ["hope", "rest"] },
    codings: [
      { id: "k", transcript: "t", code: "hope", quote: "gave me hope", coder: "KB" },
      { id: "t", transcript: "t", code: "rest", quote: "me hope", coder: "TM" },
    ],
  }).migrate([split("hope", ["hope-now", "hope-later"])], { by: "KB", why: "Two things" });
  const ids = (rule: MergeRule) => mergeCodings(study, { rule }).codings.map((each) => each.id);
  expect(ids({ first: ["KB", "TM"] })).toEqual(["k", "t"]);
  expect(ids("intersection")).toEqual(["k"]);
});
