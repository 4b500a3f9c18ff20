import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { createStudy, type StudyInput } from "./create-study";
import { smallStudy } from "./small-study.fixture";

const TALK = "I: Well?\nC1: Yes, I did.\nI: And?\nC1: No.";
const base = { participants: [{ id: "C1", group: "consumer" }], transcripts: [{ id: "t", text: TALK }] };

/** The messages of the issues that a value leads to, and whether there is a study. */
function told(input: unknown): string[] {
  try {
    return ["study", ...createStudy(input as StudyInput).issues.map((each) => each.message)];
  } catch (error) {
    if (error instanceof InputError) return error.issues.map((each) => each.message);
    throw error;
  }
}

describe("createStudy", () => {
  test.each<[string, unknown, string[]]>([
    ["nothing", undefined, ["A study must be a record with keys, and is nothing."]],
    ["null", null, ["A study must be a record with keys, and is nothing."]],
    ["a text", TALK, ['A study must be a record with keys, and is "I: Well? C1: Yes, I did. I: And? C1: No.".']],
    ["no transcripts", {}, ['A study must have the key "transcripts".']],
    ["transcripts that are null", { transcripts: null }, ['A study must have the key "transcripts".']],
    ["transcripts that are none", { transcripts: [] }, ["The study has no transcripts."]],
    ["one transcript, not in a list", { transcripts: { id: "t" } }, ['"transcripts" must be a list, and is a record.']],
    ["a key that means nothing", { ...base, coding: [] }, ['A study has no key "coding".']],
    [
      "a transcript that is null",
      { transcripts: [null] },
      ["A transcript must be a record with keys, and is nothing."],
    ],
    [
      "a transcript that is a text",
      { transcripts: [TALK] },
      [expect.stringMatching(/^A transcript must be a record with keys/)],
    ],
    ["a transcript without id", { ...base, transcripts: [{ text: TALK }] }, ['A transcript must have the key "id".']],
    [
      "a transcript with another key",
      { ...base, transcripts: [{ id: "t", txt: TALK }] },
      ['A transcript has no key "txt".'],
    ],
    [
      "an unknown kind",
      { ...base, transcripts: [{ id: "t", text: TALK, kind: "chat" }] },
      ['"transcripts[0].kind" cannot be "chat".'],
    ],
    [
      "a date as an attribute",
      { ...base, transcripts: [{ id: "t", text: TALK, attributes: { date: new Date(0) } }] },
      ['The attribute "date" must be text, a number, true, false or null, and is a record.'],
    ],
    [
      "a time that is text",
      { ...base, transcripts: [{ id: "t", turns: [{ speaker: "C1", text: "Yes.", start: "0:03" }] }] },
      ["The start of a turn must be a number of seconds."],
    ],
    [
      "a turn that is null",
      { ...base, transcripts: [{ id: "t", turns: [null, { speaker: "C1", text: "Yes." }] }] },
      ["A turn must be a record with keys, and is nothing."],
    ],
    ["participants in no list", { ...base, participants: {} }, ['"participants" must be a list, and is a record.']],
    [
      "a participant that is a text",
      { ...base, participants: ["C1"] },
      ['A participant must be a record with keys, and is "C1".'],
    ],
    [
      "a participant without id",
      { ...base, participants: [{ name: "C1" }] },
      ['A participant has no key "name".', 'A participant must have the key "id".'],
    ],
    ["codings in no list", { ...base, codings: {} }, ['"codings" must be a list, and is a record.']],
    [
      "a coding that is null",
      { ...base, codings: [null] },
      ['"codings[0]" must be a record with keys, and is nothing.'],
    ],
    ["a scheme that is a number", { ...base, scheme: 5 }, ["A scheme must be a record with keys, and is 5."]],
    ["a memo that is null", { ...base, memos: [null] }, ["A memo must be a record with keys, and is nothing."]],
    ["groups that are a text", { ...base, groups: "consumer" }, ['"groups" must be a list, and is "consumer".']],
  ])("refuses %s, and says nothing that only follows", (_, input, expected) => {
    expect(told(input)).toEqual(expected);
  });

  test("takes null for what is not stated, and numbers for ids", () => {
    const nothing = {
      participants: null,
      groups: null,
      scheme: null,
      codings: null,
      memos: null,
      title: null,
      coder: null,
    };
    const study = createStudy({
      ...nothing,
      transcripts: [{ id: 7, text: TALK, speakers: null, attributes: null }],
    } as never);
    expect(study.transcripts.map((each) => each.id)).toEqual(["7"]);
    expect(study.issues.map((each) => each.code)).toEqual(["participants-inferred"]);
  });

  test("takes the texts of files in place of values, and tells places in them", () => {
    const study = createStudy({
      transcripts: base.transcripts,
      participants: "id,group\r\nC1,client\r\n",
      scheme: "codes: [yes]",
      codings: "transcript,code,quote\nt,yes,I did\n",
    });
    expect(study.passages.map((each) => [each.code, each.text, each.groups])).toEqual([["yes", "I did", ["consumer"]]]);
    const wrong = { ...base, participants: "id,group\nC1,clint\n" };
    expect(() => createStudy(wrong)).toThrow(/participants:2:4 error: There is no group "clint"/);
  });

  test("reads a scheme again as it was", () => {
    const study = smallStudy();
    expect(createStudy({ ...base, scheme: study.scheme }).scheme).toEqual(study.scheme);
  });

  test("does not report what only follows from a record that could not be read", () => {
    const scheme = { codes: [{ id: "a" }, { idd: "b" }] };
    expect(told({ ...base, transcripts: [{ id: "t", text: `${TALK} [[b]]` }], scheme })).toEqual([
      'A code has no key "idd".',
      'A code must have the key "id".',
    ]);
  });

  test("keeps what is given apart from what is made of it", () => {
    const attributes = { site: "North" };
    const transcripts = [{ id: "t", text: TALK, attributes }];
    const study = createStudy({ participants: [{ id: "C1", attributes }], transcripts });
    attributes.site = "South";
    transcripts.push({ id: "u", text: TALK, attributes });
    expect([study.participants[0]?.attributes, study.transcripts.map((each) => each.attributes)]).toEqual([
      { site: "North" },
      [{ site: "North" }],
    ]);
  });

  test("has declared groups all, and of the default ones those that somebody is in", () => {
    const ids = (input: Partial<StudyInput>): string[] =>
      createStudy({ ...base, ...input }).groups.map((each) => each.id);
    expect([ids({}), ids({ groups: ["carer", "consumer"] })]).toEqual([["consumer"], ["carer", "consumer"]]);
  });
});
