import { expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { smallStudy } from "../study/small-study.fixture";
import { themeReview } from "./theme-review";

/**
 * Three people and two themes that share a passage. Codings:
 *
 * | code | words | whose | stance |
 * |---|---|---|---|
 * | rest | I slept there. | Ann | |
 * | rest | I slept again. | Ann | |
 * | rest | I slept at last. | Ann | complicates |
 * | rest | He slept. | Bo | contradicts |
 * | trust | slept there | Ann | |
 */
const study = createStudy({
  participants: [
    { id: "Ann", group: "consumer" },
    { id: "Bo", group: "carer" },
    { id: "Cy", group: "clinician" },
  ],
  transcripts: [
    { id: "a", text: "Ann: I slept there. I slept again. I slept at last." },
    { id: "b", text: "Bo: He slept.\n\nCy: We wrote it down." },
    { id: "c", text: "Cy: Nothing to add." },
  ],
  scheme: {
    themes: [
      {
        id: "sleep",
        name: "Sleep is safety",
        concept: "Sleep comes where one is safe",
        codes: ["rest", "quiet"],
        reviews: [{ date: "2026-02-01", by: "KB", against: "extracts", decided: "Kept" }],
      },
      { id: "faith", name: "Trust first", codes: ["trust"], reviews: [{ against: "data-set", decided: "Kept" }] },
    ],
    codes: [{ id: "rest" }, { id: "quiet" }, { id: "trust" }],
  },
  codings: [
    { transcript: "a", code: "rest", quote: "I slept there." },
    { transcript: "a", code: "rest", quote: "I slept again." },
    { transcript: "a", code: "rest", quote: "I slept at last.", stance: "complicates" },
    { transcript: "b", code: "rest", quote: "He slept.", stance: "contradicts" },
    { transcript: "a", code: "trust", quote: "slept there" },
  ],
});

test("a theme has what stands behind it, and the questions its figures raise", () => {
  expect(themeReview(study).rows[0]).toEqual({
    id: "sleep",
    name: "Sleep is safety",
    depth: 0,
    participants: 2,
    of: 3,
    groups: "Consumers 1 of 1; Carers 1 of 1; Clinicians 0 of 1",
    groupsWithout: "Clinicians",
    passages: 4,
    codes: 2,
    codesWithPassages: 1,
    mostBy: "Consumer 1",
    mostPassages: 3,
    mostShare: 0.75,
    sharedPassages: 1,
    sharedWith: "Trust first",
    complicates: 1,
    contradicts: 1,
    transcriptsWithout: 1,
    transcripts: 3,
    reviewed: "2026-02-01",
    questions: [
      "All its passages have one code: is it a theme, or is it that code?",
      "Consumer 1: 3 of its 4 passages. What is left of it without them?",
      "Nobody of these groups speaks in it: Clinicians. Is that a finding, or were they not asked?",
      '1 passage of 4 is in other themes too, mostly in "Trust first": where does the one end and the other begin?',
      "2 codings complicate or contradict it: does what it says leave room for that?",
      "1 transcript of 3 has none of it: read again with it in mind?",
      "It was reviewed against its extracts, and not yet against the whole data set.",
    ].join("\n"),
  });
});

test("what is missing is asked for, and a review of the whole data set is enough", () => {
  expect(themeReview(study).rows[1]?.questions.split("\n")).toEqual([
    "No central organising concept is written down: what holds it together?",
    "All its passages have one code: is it a theme, or is it that code?",
    "Nobody of these groups speaks in it: Carers; Clinicians. Is that a finding, or were they not asked?",
    '1 passage of 1 is in other themes too, mostly in "Sleep is safety": where does the one end and the other begin?',
    "Nothing is marked as complicating or contradicting it: has it been looked for?",
    "2 transcripts of 3 have none of it: read again with it in mind?",
  ]);
});

test.each([
  [[], null, "No review of it is recorded."],
  [
    [{ date: "2026-02-01", decided: "Kept" }, { decided: "Renamed" }],
    "2026-02-01",
    "It was reviewed, and it is not said against what: its extracts, or the whole data set?",
  ],
])("reviews that say little are reviews all the same: %j", (reviews, reviewed, question) => {
  const { participants, transcripts } = study;
  const [row] = themeReview(
    createStudy({
      participants,
      transcripts: transcripts.map(({ id, text }) => ({ id, text })),
      scheme: { themes: [{ id: "sleep", codes: [{ id: "rest" }], reviews }] },
      codings: [{ transcript: "a", code: "rest", quote: "I slept there." }],
    }),
  );
  expect([row?.reviewed, row?.questions.split("\n").at(-1)]).toEqual([reviewed, question]);
});

test("passages shared with a theme around or inside are not called shared, and one of two people is of both", () => {
  const [relief, ahead, order] = themeReview(smallStudy());
  expect([relief?.sharedPassages, ahead?.sharedPassages]).toEqual([0, 0]);
  expect([relief?.passages, relief?.mostBy, relief?.mostPassages]).toEqual([3, "Carer 2 and Consumer 1", 2]);
  expect(order?.questions).toBe("No passage is coded to it: is it a theme of this material?");
});

test("the notes say how much is coded at all, and that there is no verdict", () => {
  expect(themeReview(study).notes).toEqual([
    "12 of the participants' 19 words are coded.",
    "1 transcript without any coded word: c.",
    "Figures and questions to think with; whether a theme holds is the analyst's to say.",
  ]);
});

test("the codings of one coder alone can be reviewed, and a coder nobody is gets refused", () => {
  expect(themeReview(smallStudy(), { coders: ["TM"] }).rows[0]?.passages).toBe(1);
  expect(() => themeReview(smallStudy(), { coders: ["XY"] })).toThrow('The option "coders" cannot be "XY".');
});
