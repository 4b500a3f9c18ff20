import { expect, test } from "vitest";
import { createStudy } from "./create-study";
import { describeStudy } from "./describe-study";
import { smallStudy } from "./small-study.fixture";

test("a study in a few lines", () => {
  expect(describeStudy(smallStudy()).split("\n")).toEqual([
    "Study: Counted by hand",
    "  5 participants: 2 Consumers, 2 Carers, 1 Clinician",
    "  3 transcripts with 7 turns",
    "  scheme version 2: 3 themes, 3 codes",
    "  8 codings by KB and TM",
    "  1 warning",
  ]);
});

test("a study with next to nothing in it", () => {
  const study = createStudy({ transcripts: [{ id: "t", text: "I: Well?\nAna: Yes. [[a]]\nI: So?\nAna: No." }] });
  expect(describeStudy(study).split("\n").slice(1)).toEqual([
    "  1 participant: 1 in no group",
    "  1 transcript with 4 turns",
    "  scheme version 1: 0 themes, 1 code",
    "  1 coding by no named coder",
    "  2 infos",
  ]);
});
