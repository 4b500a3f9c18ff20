import { describe, expect, test } from "vitest";
import { smallStudy } from "../study/small-study.fixture";
import { groupBy } from "./grouping";
import { type Counts, tallier } from "./tally";

const study = smallStudy();
const tally = tallier(study, groupBy(study, "group"));

/** Counts of these codings in one line: participants, transcripts, passages, codings, words. */
function counted(codings: string, group?: string): string {
  const counts = tally(study.passages.filter((each) => codings.includes(each.coding)));
  const {
    participants,
    transcripts,
    passages,
    codings: made,
    words,
  }: Counts = group === undefined ? counts.total : counts.of(group);
  return `${participants} ${transcripts} ${passages} ${made} ${words}`;
}

describe("tallier", () => {
  test.each([
    ["a", "carer", "1 1 1 1 5"],
    // b's words are among a's, and are counted once.
    ["ab", "carer", "1 1 1 2 5"],
    // a and c overlap: one passage. Ann's five words, and "Rest, yes." of Bo.
    ["ac", "carer", "2 1 1 2 7"],
    // c and d both hold words of Bo's turn and do not overlap.
    ["cd", "carer", "2 1 2 2 8"],
    ["d", "consumer", "1 1 1 1 2"],
    // Cy in two transcripts: "Hope came" and "I hope again now."
    ["de", "consumer", "1 2 2 2 6"],
    ["d", undefined, "2 1 1 1 4"],
    // f is the interviewer's alone.
    ["f", undefined, "0 0 0 0 0"],
    ["ab", "clinician", "0 0 0 0 0"],
    ["ab", "nobody's group", "0 0 0 0 0"],
    ["", undefined, "0 0 0 0 0"],
  ])("counts %j in %s as by hand", (codings, group, expected) => {
    expect(counted(codings, group)).toBe(expected);
  });
});
