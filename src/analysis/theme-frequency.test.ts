import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { smallStudy } from "../study/small-study.fixture";
import type { FrequencyRow } from "./frequency-rows";
import { themeFrequency } from "./theme-frequency";

const study = smallStudy();

/** The counts of a row in one line: participants of base, transcripts, passages, codings, words. */
function counts(row: FrequencyRow): string {
  const { id, group, participants, of, transcripts, passages, codings, words } = row;
  return `${id} ${group ?? "all"}: ${participants} of ${of}, t${transcripts} p${passages} c${codings} w${words}`;
}

describe("themeFrequency", () => {
  test("counts codes as they were counted by hand", () => {
    // rest, carers: a and b are Ann's and overlap: one passage of two codings, 5 words, b's words being among a's.
    // hope, consumers: Cy in d ("Hope came", 2 words) and e (4 words), in two transcripts. f is nobody's.
    // hope, carers: Ann and Bo in c ("group gave me rest" 4 and "Rest, yes" 2), Bo in d ("And hope" 2): 8 words.
    // hope, all: c, d and e are three passages, d counted once although it is in both groups; 6 + 8 words.
    // Cy is the one consumer who speaks, so consumers are 1; Di has no turn.
    const rows = themeFrequency(study, { level: "code", total: true }).rows.map(counts);
    expect(rows).toEqual([
      "rest consumer: 0 of 1, t0 p0 c0 w0",
      "rest carer: 1 of 2, t1 p1 c2 w5",
      "rest clinician: 0 of 1, t0 p0 c0 w0",
      "rest all: 1 of 4, t1 p1 c2 w5",
      "hope consumer: 1 of 1, t2 p2 c2 w6",
      "hope carer: 2 of 2, t1 p2 c2 w8",
      "hope clinician: 0 of 1, t0 p0 c0 w0",
      "hope all: 3 of 4, t2 p3 c3 w14",
      "safe consumer: 0 of 1, t0 p0 c0 w0",
      "safe carer: 0 of 2, t0 p0 c0 w0",
      "safe clinician: 1 of 1, t1 p1 c1 w5",
      "safe all: 1 of 4, t1 p1 c1 w5",
    ]);
  });

  test("takes unions over codes and subthemes, never sums", () => {
    // relief and ahead both hold rest and hope. Carers: Ann in a, b and c, Bo in c and d, so 2 people and not 4.
    // Passages of carers: a, b and c overlap (c begins inside a): one; d is another. Words: all of Ann's 5, "Rest, yes"
    // 2, "And hope" 2: 9. In all: the carers' two passages, and e. d holds Cy too: 3 passages, 4 + 1 codings.
    const rows = themeFrequency(study, { total: true }).rows.map(counts);
    expect(rows).toEqual([
      "relief consumer: 1 of 1, t2 p2 c2 w6",
      "relief carer: 2 of 2, t1 p2 c4 w9",
      "relief clinician: 0 of 1, t0 p0 c0 w0",
      "relief all: 3 of 4, t2 p3 c5 w15",
      "ahead consumer: 1 of 1, t2 p2 c2 w6",
      "ahead carer: 2 of 2, t1 p2 c4 w9",
      "ahead clinician: 0 of 1, t0 p0 c0 w0",
      "ahead all: 3 of 4, t2 p3 c5 w15",
      "order consumer: 0 of 1, t0 p0 c0 w0",
      "order carer: 0 of 2, t0 p0 c0 w0",
      "order clinician: 0 of 1, t0 p0 c0 w0",
      "order all: 0 of 4, t0 p0 c0 w0",
    ]);
  });

  test("gives tidy rows that always have the same fields", () => {
    expect(themeFrequency(study).rows[1]).toEqual({
      id: "relief",
      name: "Relief",
      level: "theme",
      depth: 0,
      group: "carer",
      groupName: "Carers",
      participants: 2,
      of: 2,
      share: 1,
      ofEntries: 0,
      transcripts: 1,
      entries: 0,
      passages: 2,
      codings: 4,
      words: 9,
    });
  });

  test("says in the notes what the base is and what was left out", () => {
    expect(themeFrequency(study).notes).toEqual([
      "Base: 4 participants with at least one turn in 3 transcripts; 1 listed has none.",
      "Scheme version 2.",
      "2 codings span several participants: each counts once for each of them, for each of their groups, and once in all.",
      "1 code in no theme, with 1 coding: Safe.",
      "1 coding not counted: no participant speaks there.",
      "1 coding not counted: suggested and not yet accepted.",
      "Counts describe the coding; they do not say how much a theme matters.",
    ]);
  });

  test("counts all that are listed in the base if asked", () => {
    const rows = themeFrequency(study, { level: "code", base: "listed", total: true }).rows.map(counts);
    expect(rows.slice(4, 8)).toEqual([
      "hope consumer: 1 of 2, t2 p2 c2 w6",
      "hope carer: 2 of 2, t1 p2 c2 w8",
      "hope clinician: 0 of 1, t0 p0 c0 w0",
      "hope all: 3 of 5, t2 p3 c3 w14",
    ]);
  });

  test("groups by a column of participants.csv, in the order of the file, numbers ascending, what is not stated last", () => {
    const bySite = themeFrequency(study, { level: "code", by: "site" }).rows.slice(2, 4).map(counts);
    // North: Cy, Bo and Ed. Bo in c ("Rest, yes", 2 words), both in d (2 and 2), Cy in e (4). South: Ann (4); Di never speaks.
    expect(bySite).toEqual(["hope North: 2 of 3, t2 p3 c3 w10", "hope South: 1 of 1, t1 p1 c1 w4"]);
    const byYears = themeFrequency(study, { level: "code", by: "years" }).rows.slice(0, 4);
    expect(byYears.map((row) => [row.group, row.groupName, row.of])).toEqual([
      ["2", "2", 1],
      ["9", "9", 0],
      ["10", "10", 2],
      ["", "Not stated", 1],
    ]);
  });

  test("groups by an attribute of the transcripts, where one participant may be in several groups", () => {
    const rows = themeFrequency(study, { level: "code", by: "wave", total: true }).rows.slice(3, 6).map(counts);
    // Wave 1: Ann, Bo, Cy and Ed speak; wave 2: Cy. In all they are four people.
    expect(rows).toEqual([
      "hope 1: 3 of 4, t1 p2 c2 w10",
      "hope 2: 1 of 1, t1 p1 c1 w4",
      "hope all: 3 of 4, t2 p3 c3 w14",
    ]);
  });

  test("groups by a function of participant and transcript", () => {
    const by = (person: { role?: string }): string => (person.role === undefined ? "others" : "family");
    const rows = themeFrequency(study, { level: "code", by }).rows.slice(2, 4).map(counts);
    expect(rows).toEqual(["hope others: 1 of 2, t2 p2 c2 w6", "hope family: 2 of 2, t1 p2 c2 w8"]);
  });

  test("counts the codings of the coders and statuses asked for", () => {
    const [, carers] = themeFrequency(study, { level: "code", coders: ["TM"] }).rows.map(counts);
    expect(carers).toBe("rest carer: 1 of 2, t1 p1 c1 w3");
    const suggested = themeFrequency(study, { level: "code", status: ["suggested"] });
    expect(counts(suggested.rows[0] as FrequencyRow)).toBe("rest consumer: 1 of 1, t1 p1 c1 w5");
    expect(suggested.notes).toContain("Codings with the status suggested.");
  });

  test("counts categories with everything in them", () => {
    const rows = themeFrequency(study, { level: "category", total: true }).rows.map(counts);
    expect(rows).toEqual([
      "feelings consumer: 1 of 1, t2 p2 c2 w6",
      "feelings carer: 2 of 2, t1 p2 c4 w9",
      "feelings clinician: 0 of 1, t0 p0 c0 w0",
      "feelings all: 3 of 4, t2 p3 c5 w15",
    ]);
  });

  test.each([
    [{ by: "grup" }, 'The option "by" cannot be "grup".'],
    [{ level: "themes" }, 'The option "level" cannot be "themes".'],
    [{ base: "all" }, 'The option "base" cannot be "all".'],
    [{ coders: ["XY"] }, 'The option "coders" cannot be "XY".'],
    [{ status: ["done"] }, 'The option "status" cannot be "done".'],
  ])("refuses %j", (options, message) => {
    let problem: unknown;
    try {
      themeFrequency(study, options as never);
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(InputError);
    expect((problem as InputError).issues[0]?.message).toBe(message);
  });

  test("gives the same numbers for a group in the study narrowed to it", () => {
    const whole = themeFrequency(study).rows.filter((row) => row.group === "carer");
    expect(themeFrequency(study.where({ group: "carer" })).rows).toEqual(whole);
  });

  test("turns into the grid for reading", () => {
    expect(themeFrequency(study).crosstab().rows[0]).toMatchObject({
      name: "Relief",
      consumer: 1,
      carer: 2,
      clinician: 0,
    });
  });
});
