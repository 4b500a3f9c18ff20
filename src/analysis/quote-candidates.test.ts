import { describe, expect, test } from "vitest";
import { createStudy, type StudyInput } from "../study/create-study";
import { groupBy } from "./grouping";
import { quoteCandidates } from "./quote-candidates";

const TEXT = "Ann: One two three four.\n\nI: Mm.\n\nAnn: Five six seven.\n\nBo: Eight nine.\n\nAnn: Ten.";

/** Candidates of a study with these codings, as "participant: words (codings; stance)", by group. */
function candidates(
  codings: readonly [string, string, object?][],
  limits = { minWords: 1, maxWords: 80 },
): Record<string, string[]> {
  const rows = codings.map(([from, to, more], index) => {
    const start = TEXT.indexOf(from);
    return { id: `${index + 1}`, transcript: "t", code: "x", start, end: TEXT.indexOf(to, start) + to.length, ...more };
  });
  const study = createStudy({
    participants: [
      { id: "Ann", group: "carer" },
      { id: "Bo", group: "consumer" },
    ],
    transcripts: [{ id: "t", text: TEXT }],
    codings: rows as NonNullable<StudyInput["codings"]>,
  });
  const byGroup = quoteCandidates(study, study.passages, groupBy(study, "group"), limits);
  return Object.fromEntries(
    [...byGroup].map(([group, list]) => [
      group,
      list.map((each) => `${each.participant}: ${each.text} (${each.codings.join("+")}; ${each.stance})`),
    ]),
  );
}

describe("quoteCandidates", () => {
  test("are one for each participant of a passage, without what others say", () => {
    expect(candidates([["two", "Eight"]])).toEqual({
      carer: ["Ann: two three four. Five six seven. (1; null)"],
      consumer: ["Bo: Eight (1; null)"],
    });
  });

  test("are one where passages overlap: the longest that is not too long", () => {
    const overlapping: [string, string][] = [
      ["One", "four."],
      ["two", "three"],
      ["three", "seven."],
    ];
    expect(candidates(overlapping)).toEqual({ carer: ["Ann: three four. Five six seven. (1+2+3; null)"] });
    expect(candidates(overlapping, { minWords: 1, maxWords: 4 })).toEqual({
      carer: ["Ann: One two three four. (1+2+3; null)"],
    });
    expect(candidates(overlapping, { minWords: 1, maxWords: 1 })).toEqual({ carer: ["Ann: two three (1+2+3; null)"] });
    expect(candidates(overlapping, { minWords: 3, maxWords: 1 })).toEqual({
      carer: ["Ann: One two three four. (1+2+3; null)"],
    });
  });

  test("are several where passages only touch or lie apart", () => {
    expect(
      candidates([
        ["One", "two"],
        ["three", "four."],
        ["Ten", "Ten."],
      ]),
    ).toEqual({
      carer: ["Ann: One two (1; null)", "Ann: three four. (2; null)", "Ann: Ten. (3; null)"],
    });
  });

  test("have the stance that is not plain support, of any of their codings", () => {
    expect(
      candidates([
        ["One", "four.", { stance: "supports" }],
        ["two", "three", { stance: "contradicts" }],
      ]),
    ).toEqual({
      carer: ["Ann: One two three four. (1+2; contradicts)"],
    });
    expect(candidates([["One", "four.", { stance: "supports" }]])).toEqual({
      carer: ["Ann: One two three four. (1; supports)"],
    });
  });
});
