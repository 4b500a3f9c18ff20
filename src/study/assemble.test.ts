import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import type { Memo } from "../model/memo";
import { createStudy, type StudyInput } from "./create-study";

const TALK = "I: Well?\nC1: Yes, I did.\nI: And?\nC1: No.";
const base: StudyInput = { participants: [{ id: "C1", group: "consumer" }], transcripts: [{ id: "t", text: TALK }] };

/** What there was to say, as "code: message". */
function told(more: Partial<StudyInput>): string[] {
  const lines = (issues: InputError["issues"]): string[] => issues.map((each) => `${each.code}: ${each.message}`);
  try {
    return lines(createStudy({ ...base, ...more }).issues);
  } catch (error) {
    if (error instanceof InputError) return lines(error.issues);
    throw error;
  }
}

const memo = (about: Memo["about"], id = "m"): Memo => ({ id, about, body: "A thought.", author: null, created: null });

describe("memos", () => {
  const scheme = { categories: ["k"], codes: ["c"], themes: ["th"] };

  test.each<[Memo["about"]]>([
    [null],
    [{ topic: "anything" }],
    [{ kind: "theme", entry: "th" }],
    [{ kind: "code", entry: "c" }],
    [{ kind: "category", entry: "k" }],
    [{ participant: "C1" }],
    [{ transcript: "t" }],
  ])("may be about %j", (about) => {
    const study = createStudy({ ...base, scheme, memos: [memo(about)] });
    expect([study.memos, study.issues]).toEqual([[memo(about)], []]);
  });

  test.each<[Memo["about"], string]>([
    [{ kind: "theme", entry: "c" }, 'unknown-theme: The memo is about the theme "c", which does not exist.'],
    [{ kind: "code", entry: "th" }, 'unknown-code: The memo is about the code "th", which does not exist.'],
    [{ kind: "category", entry: "x" }, 'unknown-category: The memo is about the category "x", which does not exist.'],
    [{ participant: "C9" }, 'unknown-participant: The memo is about the participant "C9", which does not exist.'],
    [{ transcript: "T" }, 'unknown-transcript: The memo is about the transcript "T", which does not exist.'],
    [
      { source: "u", selector: [{ type: "TextQuoteSelector", exact: "Yes", prefix: "", suffix: "" }] },
      'unknown-transcript: The memo is about the transcript "u", which does not exist.',
    ],
  ])("may not be about %j", (about, problem) => {
    expect(told({ scheme, memos: [memo(about)] })).toEqual([problem]);
  });

  test("have ids of their own", () => {
    expect(told({ memos: [memo(null), memo(null), memo(null, "n")] })).toEqual([
      'duplicate-id: There are two memos with the id "m".',
    ]);
  });

  test("have no id that a memo in a transcript has", () => {
    const transcripts = [{ id: "t", text: "I: Well?\n\nC1: Yes. {>>slowly<<}\n" }];
    expect(told({ transcripts, memos: [memo(null, "t#memo1"), memo(null, "t#memo2")] })).toEqual([
      'duplicate-id: There are two memos with the id "t#memo1".',
    ]);
  });

  test("that stand in a transcript are about its words and come first", () => {
    const study = createStudy({
      ...base,
      transcripts: [{ id: "t", text: `${TALK} {>>why so short?<<}` }],
      memos: [memo(null)],
    });
    expect(study.memos.map(({ id, body }) => [id, body])).toEqual([
      ["t#memo1", "why so short?"],
      ["m", "A thought."],
    ]);
    expect(study.memos[0]?.about).toMatchObject({
      source: "t",
      selector: [{ start: TALK.indexOf("No."), end: TALK.length }, { exact: "No." }],
    });
  });
});

describe("a participant without a turn", () => {
  const two = [...(base.participants as object[]), { id: "C2", group: "consumer" }] as StudyInput["participants"];
  const silent = 'participant-without-turn: The participant "C2" has no turn in any transcript and is in no base.';

  test("is warned of", () => {
    expect(told({ participants: two })).toEqual([silent]);
  });

  test.each<[string, StudyInput["transcripts"][number], string]>([
    ["whose file is empty", { id: "C2", text: "" }, "empty-file: The file is empty."],
    [
      "whose file has no turns",
      { id: "c2", turns: [] },
      "transcript-without-turn: No turn was found in this transcript.",
    ],
    [
      "in whose file two labels are nobody's",
      { id: "C2", text: "He: Yes.\nShe: No.\nHe: Yes.\nShe: No." },
      'speaker-without-participant: The speaker "He" (2 turns) is no participant and no interviewer; these words count for nobody.',
    ],
  ])("is not warned of %s, since that is the cause", (_, transcript, cause) => {
    const issues = told({ participants: two, transcripts: [...base.transcripts, transcript] });
    expect(issues).toContain(cause);
    expect(issues).not.toContain(silent);
  });

  test("is not warned of where an error leaves open who speaks", () => {
    const text = "I: So?\nP: Yes.\nI: Oh?\nP: No.";
    expect(
      told({ participants: two, transcripts: [...base.transcripts, { id: "u", text, speakers: { P: "C22" } }] }),
    ).toEqual(['unknown-participant: There is no participant "C22".']);
  });
});

describe("transcripts", () => {
  test("of one id are refused, and the second is not read for more", () => {
    const transcripts = [...base.transcripts, { id: "t", text: "I: So?\nC1: Other words.\nI: Oh?\nNobody: Hm." }];
    expect(told({ transcripts })).toEqual(['duplicate-transcript: Two files are the transcript "t": t.txt and t.txt.']);
  });

  test("that are empty take no other's place, and of several empty ones the first stands", () => {
    const parts = [{ id: "t", text: "" }, ...base.transcripts, { id: "e", text: "" }, { id: "e", text: "\n" }];
    expect(told({ transcripts: parts })).toEqual(Array(3).fill("empty-file: The file is empty."));
    const study = createStudy({ ...base, transcripts: parts });
    expect(study.transcripts.map(({ id, turns }) => [id, turns.length])).toEqual([
      ["t", 4],
      ["e", 0],
    ]);
  });

  test("have a fingerprint that changes with the text", () => {
    const [one, other] = [TALK, `${TALK}.`].map(
      (text) => createStudy({ ...base, transcripts: [{ id: "t", text }] }).transcripts[0]?.hash,
    );
    expect(one).toMatch(/^[0-9a-f]{8}$/);
    expect(one).not.toBe(other);
  });
});
