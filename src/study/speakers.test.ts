import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { createStudy, type StudyInput } from "./create-study";
import type { TranscriptInput } from "./transcript-input";

const people = [
  { id: "C1", group: "consumer", aliases: ["Maree", "Mum"] },
  { id: "C2", group: "consumer", aliases: ["Mum"] },
  { id: "R1", group: "carer" },
];

/** Who speaks in each turn of one transcript, and what there was to say about it. */
function speakers(text: string, more: Partial<TranscriptInput> = {}): { turns: string[]; issues: string[] } {
  const input = { participants: people, transcripts: [{ id: "t", text, ...more }] };
  const told = (issues: readonly { code: string; message: string }[]): string[] =>
    issues.filter((each) => each.code !== "participant-without-turn").map((each) => `${each.code}: ${each.message}`);
  try {
    const study = createStudy(input);
    const turns = study.transcripts[0]?.turns ?? [];
    return { turns: turns.map((turn) => `${turn.label}=${turn.speaker ?? turn.role}`), issues: told(study.issues) };
  } catch (error) {
    if (error instanceof InputError) return { turns: [], issues: told(error.issues) };
    throw error;
  }
}

describe("speakers", () => {
  test("are participants by id, printed label and alias, in any case, and interviewers by name", () => {
    expect(speakers("I: Well?\nC1: Yes.\nI: And?\nMaree: No.\nI: So?\nCarer 1: Perhaps.")).toEqual({
      turns: ["I=interviewer", "C1=C1", "I=interviewer", "Maree=C1", "I=interviewer", "Carer 1=R1"],
      issues: [],
    });
  });

  test("are who the front matter says", () => {
    expect(
      speakers("---\nspeakers: { P1: C1, P2: R1, Dr X: interviewer }\n---\nDr X: Well?\nP1: Yes.\nP2: No."),
    ).toEqual({
      turns: ["Dr X=interviewer", "P1=C1", "P2=R1"],
      issues: [],
    });
  });

  test("are the one whose id the file's name is, if one label is left, and that is said", () => {
    expect(speakers("I: Well?\nRespondent: Yes.\nI: And?\nRespondent: No.", { id: "r1" })).toEqual({
      turns: ["I=interviewer", "Respondent=R1", "I=interviewer", "Respondent=R1"],
      issues: ['speaker-assumed: The speaker "Respondent" is taken to be R1, since the file has that name.'],
    });
  });

  test("are the participant the front matter names, if one label is left; that is no assumption", () => {
    expect(speakers("---\nparticipant: C1\n---\nI: Well?\nP: Yes.\nI: And?\nP: No.")).toEqual({
      turns: ["I=interviewer", "P=C1", "I=interviewer", "P=C1"],
      issues: [],
    });
  });

  test("of a text without labels are the participant it belongs to", () => {
    expect(speakers("Today I walked.\n\nTomorrow I rest.", { id: "C1" })).toEqual({
      turns: ["=C1", "=C1"],
      issues: ["speaker-assumed: No speakers' names were found. All 2 paragraphs are taken as what C1 says."],
    });
    expect(speakers("Today I walked.\n\nTomorrow I rest.", { id: "C1", kind: "diary" }).issues).toEqual([]);
    expect(speakers("Today I walked.\n\nTomorrow I rest.", { participant: "R1" }).turns).toEqual(["=R1", "=R1"]);
    expect(speakers("Today I walked.\n\nTomorrow I rest.")).toEqual({
      turns: ["=unknown", "=unknown"],
      issues: ["speaker-without-participant: Nobody is named as the speaker of 2 turns."],
    });
  });

  test("are nobody if two labels are left, or if the file's participant speaks already", () => {
    const two = speakers("I: Well?\nHe: Yes.\nShe: No.\nHe: Yes.\nShe: No.\nI: Hm.", { id: "C1" });
    expect(two.turns).toEqual([
      "I=interviewer",
      "He=unknown",
      "She=unknown",
      "He=unknown",
      "She=unknown",
      "I=interviewer",
    ]);
    const already = speakers("I: Well?\nC1: Yes.\nSister: No.\nC1: Yes.\nSister: No.", { id: "C1" });
    expect(already.issues).toEqual([
      'speaker-without-participant: The speaker "Sister" (2 turns) is no participant and no interviewer; these words count for nobody.',
    ]);
  });

  test("that can be two people stop the reading", () => {
    expect(speakers("I: Well?\nMum: Yes.\nI: And?\nMum: No.").issues).toEqual([
      'ambiguous-speaker: The speaker "Mum" can be C1 or C2.',
    ]);
  });

  test("that the front matter gives to nobody stop the reading", () => {
    expect(speakers("---\nspeakers: { P: C7 }\n---\nI: Well?\nP: Yes.\nI: And?\nP: No.").issues).toContain(
      'unknown-participant: There is no participant "C7".',
    );
  });
});

describe("names", () => {
  const told = (input: Partial<StudyInput>, text = "I: Well?\nP: Yes.\nI: And?\nP: No.", more = {}): string[] => {
    try {
      const study = createStudy({ participants: people, ...input, transcripts: [{ id: "t", text, ...more }] });
      return study.transcripts.flatMap((each) => each.turns.map((turn) => turn.speaker ?? turn.role));
    } catch (error) {
      if (error instanceof InputError) return error.issues.map((each) => each.message);
      throw error;
    }
  };

  test("that two people share are never guessed, wherever they stand", () => {
    expect(told({}, undefined, { speakers: { P: "mum" } })).toEqual(['"mum" can be C1 or C2.']);
    expect(told({}, undefined, { participant: "Mum" })).toEqual(['"Mum" can be C1 or C2.']);
  });

  test("of nobody in the front matter are one problem and not two", () => {
    expect(told({}, undefined, { speakers: { P: "C7" } })).toEqual(['There is no participant "C7".']);
    expect(told({}, undefined, { participant: "C7" })).toEqual(['There is no participant "C7".']);
  });

  test("that are ids which differ in case alone are told apart by it", () => {
    const participants = [{ id: "c1" }, { id: "C1" }];
    expect(told({ participants }, "c1: Yes.\nC1: No.\nc1: Yes.\nC1: No.")).toEqual(["c1", "C1", "c1", "C1"]);
    expect(told({ participants }, undefined, { id: "c1" })).toEqual(["interviewer", "c1", "interviewer", "c1"]);
  });

  test("are the same in any normal form", () => {
    const participants = [{ id: "Nu\u0301n\u0303ez", aliases: ["Jose\u0301"] }];
    expect(told({ participants }, "I: Well?\nJos\u00e9: Yes.\nI: So?\nJos\u00e9: No.")).toEqual([
      "interviewer",
      "N\u00fa\u00f1ez",
      "interviewer",
      "N\u00fa\u00f1ez",
    ]);
  });
});

describe("a study without participants", () => {
  const inferred = (texts: Record<string, string>): string[] => {
    const transcripts = Object.entries(texts).map(([id, text]) => ({ id, text }));
    const study = createStudy({ transcripts });
    return study.transcripts.map(
      (each) => `${each.id}: ${each.turns.map((turn) => turn.speaker ?? turn.role).join(" ")}`,
    );
  };

  test("has as participants whoever speaks and is no interviewer; a name is one person over all files", () => {
    expect(
      inferred({ a: "I: Well?\nAna: Yes.\nI: And?\nAna: No.", b: "I: Well?\nAna: Yes.\nI: And?\nAna: No." }),
    ).toEqual(["a: interviewer Ana interviewer Ana", "b: interviewer Ana interviewer Ana"]);
  });

  test("takes labels that every file uses for one person a file", () => {
    expect(inferred({ a: "I: Well?\nP: Yes.\nI: And?\nP: No.", b: "I: Well?\nP: Yes.\nI: And?\nP: No." })).toEqual([
      "a: interviewer a interviewer a",
      "b: interviewer b interviewer b",
    ]);
    expect(inferred({ a: "I: Well?\nP1: Yes.\nP2: And?\nP1: No." })).toEqual(["a: interviewer a P1 a P2 a P1"]);
  });

  test("takes a name in another case for the same name, and one the front matter gives for that", () => {
    expect(
      inferred({ a: "I: Well?\nAna: Yes.\nI: And?\nAna: No.", b: "I: Well?\nANA: Yes.\nI: And?\nANA: No." }),
    ).toEqual(["a: interviewer Ana interviewer Ana", "b: interviewer Ana interviewer Ana"]);
    expect(inferred({ a: "---\nspeakers: { ana: C1 }\n---\nI: Well?\nANA: Yes.\nI: And?\nANA: No." })).toEqual([
      "a: interviewer C1 interviewer C1",
    ]);
  });

  test("takes nobody for a participant whom the front matter calls interviewer, whatever interviewers are called", () => {
    const text = "---\nspeakers: { Dr X: interviewer }\n---\nDr X: Well?\nAna: Yes.\nDr X: And?\nAna: No.";
    const study = createStudy({ interviewers: ["MOD"], transcripts: [{ id: "a", text }] });
    expect(study.participants.map((each) => each.id)).toEqual(["Ana"]);
    expect(study.transcripts[0]?.turns.map((turn) => turn.speaker ?? turn.role)).toEqual([
      "interviewer",
      "Ana",
      "interviewer",
      "Ana",
    ]);
  });
});

test("Many transcripts without a label are told of once, and six are many.", () => {
  const told = (many: number): string[] => {
    const transcripts = Array.from({ length: many }, (_, index) => ({
      id: `T${index + 1}`,
      text: "I rest.\n\nI walk.",
    }));
    const { issues } = createStudy({
      transcripts,
      participants: transcripts.map(({ id }) => ({ id, group: "carer" })),
    });
    return issues.map(({ code, message, place }) => `${place?.file} ${code}: ${message}`);
  };
  expect(told(6)).toEqual([
    `T1.txt speaker-assumed: No speakers' names were found in 6 transcripts: "T1", "T2", "T3" and 3 more. Each is taken as what one person says.`,
  ]);
  expect(told(5)).toHaveLength(5);
});
