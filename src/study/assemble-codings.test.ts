import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { createStudy, type StudyInput } from "./create-study";
import type { Study } from "./study";

const TEXT = "I: Well?\nC01: Yes, I did it. [[a]]\nI: And?\nC01: No, never again. [[b]]";

function study(more: Partial<StudyInput>): Study {
  return createStudy({
    participants: [{ id: "C01", group: "consumer" }],
    transcripts: [{ id: "C01", file: "transcripts/C01.txt", text: TEXT }],
    scheme: { categories: [{ id: "k", name: "Kind", codes: ["a"] }], codes: ["a", { id: "b", name: "Bee" }] },
    ...more,
  });
}

function problems(more: Partial<StudyInput>): string[] {
  try {
    return study(more).issues.map((each) => `${each.code}: ${each.message}`);
  } catch (error) {
    if (error instanceof InputError) return error.issues.map((each) => `${each.code}: ${each.message}`);
    throw error;
  }
}

const shown = ({ passages }: Study): string[] => passages.map((each) => `${each.coding} ${each.code} ${each.text}`);

describe("codings", () => {
  test("of marks come before those that stand apart, each with an id of its own", () => {
    const codings = [
      { transcript: "C01", code: "a", quote: "never again" },
      { id: "mine", transcript: "C01", code: "a", quote: "did it" },
      { transcript: "C01", code: "a", quote: "No" },
    ];
    expect(study({ codings }).codings.map((each) => each.id)).toEqual([
      "C01#1",
      "C01#2",
      "coding#1",
      "mine",
      "coding#3",
    ]);
  });

  test("of a file that has the transcript's name are not mixed up with the marks in it", () => {
    // As codings/coding.csv beside transcripts/coding.txt: the rows are numbered "coding#1" as the marks are.
    const made = study({
      transcripts: [{ id: "coding", text: TEXT, participant: "C01" }],
      codings: [{ transcript: "coding", code: "b", quote: "never again" }],
    });
    expect(shown(made)).toEqual([
      "coding#1 a Yes, I did it.",
      "coding#2 b No, never again.",
      "codings/coding#1 b never again",
    ]);
  });

  test("leave alone the ids that other codings state", () => {
    const codings = [
      { transcript: "C01", code: "a", quote: "never again" },
      { id: "coding#1", transcript: "C01", code: "a", quote: "did it" },
    ];
    expect(
      study({ codings })
        .codings.map((each) => each.id)
        .slice(2),
    ).toEqual(["codings/coding#1", "coding#1"]);
  });

  test("that state an id twice, or that of a mark, are refused", () => {
    const twice = { id: "x", transcript: "C01", code: "a", quote: "did it" };
    expect(problems({ codings: [twice, twice] })).toEqual(['duplicate-id: There are two codings with the id "x".']);
    expect(problems({ codings: [{ ...twice, id: "C01#2" }] })).toEqual([
      'duplicate-id: There are two codings with the id "C01#2".',
    ]);
  });

  test("of the same words twice are two codings and one passage of text", () => {
    const same = { transcript: "C01", code: "a", quote: "did it" };
    expect(shown(study({ codings: [same, same] })).filter((each) => each.endsWith(" did it"))).toEqual([
      "coding#1 a did it",
      "coding#2 a did it",
    ]);
  });

  test("name codes by id or by a name that only one has, transcripts by id or file, in any case", () => {
    const codings = [
      { transcript: "c01", code: "bee", quote: "did it" },
      { transcript: "C01.TXT", code: "BEE", quote: "never" },
    ];
    expect(shown(study({ codings })).filter((each) => each.startsWith("coding"))).toEqual([
      "coding#1 b did it",
      "coding#2 b never",
    ]);
  });

  test("name words in any normal form", () => {
    const made = study({
      transcripts: [{ id: "cafe\u0301", text: "C01: The cafe\u0301 was open.\nI: Oh?\nC01: Yes." }],
      codings: [{ transcript: "caf\u00e9", code: "a", quote: "cafe\u0301 was", suffix: " open" }],
    });
    expect([shown(made), made.issues]).toEqual([["coding#1 a caf\u00e9 was"], []]);
  });

  test("are told apart by a blank behind them, if that is all there is", () => {
    const transcripts = [{ id: "t", text: "C01: A bob of bobs.\nI: Oh?\nC01: Yes." }];
    const csv = "transcript,code,quote,prefix,suffix\nt,a,bob,, \n";
    const made = study({ transcripts, codings: csv });
    expect(made.passages.map(({ coding, start, end }) => [coding, start, end])).toEqual([["coding#1", 7, 10]]);
  });

  test("that name nothing are told once for each word, with how many there are", () => {
    const codings = ["x", "x", "a"].map((code, index) => ({
      transcript: index === 1 ? "C2" : "C01",
      code,
      quote: "did it",
    }));
    expect(problems({ codings })).toEqual([
      'unknown-code: The scheme has no code "x" (2 codings).',
      'unknown-transcript: There is no transcript "C2" (1 coding).',
    ]);
  });

  test("by position must be within the text", () => {
    expect(problems({ codings: [{ transcript: "C01", code: "a", start: 5, end: 9999 }] })).toEqual([
      'wrong-range: The range 5 to 9999 is not in "C01", which has 58 characters.',
    ]);
  });

  test("of marks that name a parent are held against the scheme", () => {
    const text = "C01: One. [[Kind>a]]\nI: So?\nC01: Two. [[k > a]]\nI: Oh?\nC01: Three. [[k>b]]";
    const made = study({ transcripts: [{ id: "t", text }] });
    expect(made.issues.map((each) => each.message)).toEqual(['The mark says "k>b", but "b" is not in "k".']);
    expect(made.codings.map((each) => each.code)).toEqual(["a", "a", "b"]);
  });
});
