import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { createStudy } from "./create-study";
import type { ParseOptions } from "./parse-options";
import { parseTranscript } from "./parse-transcript";

const TALK = "I: Well?\n\nAna: Yes, I did.\n\nI: And?\n\nAna: No.";

/** Role, speaker and words of each turn, and the codes of the issues. */
function parsed(text: string, options?: ParseOptions): { turns: unknown[][]; issues: string[] } {
  const { transcripts, issues } = parseTranscript(text, options);
  return {
    turns: transcripts.map(({ text, turns }) =>
      turns.map(({ label, role, speaker, start, end }) => [label, role, speaker, text.slice(start, end)].join("|")),
    ),
    issues: issues.map(({ code }) => code),
  };
}

describe("parseTranscript", () => {
  test("gives the transcripts of the model, whose speakers are nobody where nobody is known", () => {
    const { transcripts, ...rest } = parseTranscript(TALK, { file: "north/Ana 1.txt" });
    expect(transcripts.map(({ hash, ...each }) => each)).toEqual([
      {
        id: "Ana 1",
        title: "Ana 1",
        kind: "interview",
        source: "north/Ana 1.txt",
        text: TALK,
        turns: [
          { id: "1", speaker: null, label: "I", role: "interviewer", start: 3, end: 8 },
          { id: "2", speaker: null, label: "Ana", role: "unknown", start: 15, end: 26 },
          { id: "3", speaker: null, label: "I", role: "interviewer", start: 31, end: 35 },
          { id: "4", speaker: null, label: "Ana", role: "unknown", start: 42, end: 45 },
        ],
        lines: [0, 9, 10, 27, 28, 36, 37],
        attributes: {},
      },
    ]);
    expect(rest).toEqual({ codings: [], memos: [], issues: [] });
  });

  test("knows the participants, interviewers and kind it is told of", () => {
    const about = { participants: ["Bo", { id: "C1", aliases: ["Ana"] }], kind: "focus-group" } as const;
    expect(parsed(TALK, about).turns[0]?.slice(0, 2)).toEqual([
      "I|interviewer||Well?",
      "Ana|participant|C1|Yes, I did.",
    ]);
    expect(parseTranscript(TALK, about).transcripts[0]?.kind).toBe("focus-group");
    expect(parsed(TALK, { interviewers: ["Ana"], participants: ["I"] }).turns[0]?.slice(0, 2)).toEqual([
      "I|participant|I|Well?",
      "Ana|interviewer||Yes, I did.",
    ]);
    expect(parsed(TALK, { participants: ["Bo"] }).issues).toEqual(["speaker-without-participant"]);
  });

  test("knows the participants whom the front matter names", () => {
    expect(parsed(`---\nspeakers: { Ana: C1, I: interviewer }\n---\n${TALK}`)).toMatchObject({
      turns: [["I|interviewer||Well?", "Ana|participant|C1|Yes, I did.", expect.any(String), expect.any(String)]],
      issues: [],
    });
  });

  test("takes the ending only where the content does not tell", () => {
    const vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Yes.";
    expect(parsed(vtt, { file: "a.txt" }).turns).toEqual([["Ana|unknown||Yes."]]);
    expect(parsed("speaker,text\nAna,Yes.\n", { file: "a.csv" }).turns).toEqual([["Ana|unknown||Yes."]]);
  });

  test.each<[string, string, string[]]>([
    ["nothing", "", ["empty-file"]],
    ["blanks", " \n ", ["empty-file"]],
    ["broken JSON", '[{"speaker": "A", "text": ', ["broken-json"]],
    ["a broken mark", `${TALK} [[no`, ["mark-not-closed"]],
    ["a table without words", "code,definition\na,b\n", ["no-header"]],
  ])("never throws: %s gives issues", (_, text, codes) => {
    const file = text.startsWith("code") ? "a.csv" : "a.json";
    expect(parsed(text, { file: text.startsWith("I") ? "a.txt" : file }).issues).toEqual(codes);
  });

  test("goes into a study as it is: speakers, times, codings, memos, places", () => {
    const vtt =
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mo>What helped?\n\n00:02.000 --> 00:04.500\n<v Ana>{==Somebody==}{>>people<<} who had been there. {>>She smiles.<<}";
    const { transcripts, codings, memos } = parseTranscript(vtt, { file: "1.vtt", interviewers: ["Mo"] });
    const study = createStudy({ transcripts, codings, memos, participants: [{ id: "Ana", group: "consumer" }] });
    expect(study.transcripts).toEqual([
      {
        ...transcripts[0],
        turns: [transcripts[0]?.turns[0], { ...transcripts[0]?.turns[1], speaker: "Ana", role: "participant" }],
      },
    ]);
    expect(study.transcripts[0]?.turns.map(({ time }) => time)).toEqual([
      [1, 2],
      [2, 4.5],
    ]);
    expect(study.passages.map(({ code, text, participants }) => [code, text, participants])).toEqual([
      ["people", "Somebody", ["Ana"]],
    ]);
    expect(study.memos.map(({ body }) => body)).toEqual(["She smiles."]);
    expect(createStudy({ transcripts }).participants.map(({ id }) => id)).toEqual(["Ana"]);
  });

  test("what a file says of its speakers comes to the study's participants", () => {
    const survey =
      "Respondent;Age;What do you like here?;What not?\nR01;34;The quiet, above all.;Nothing, I think.\nR02;51;My neighbours and their cats.;The way up the hill.\n";
    const { transcripts } = parseTranscript(survey, { file: "survey.csv" });
    expect(transcripts.map(({ speakers = [] }) => speakers.map(({ label, role }) => [label, role]))).toEqual([
      [
        ["Question", "interviewer"],
        ["R01", "participant"],
      ],
      [
        ["Question", "interviewer"],
        ["R02", "participant"],
      ],
    ]);
    expect(createStudy({ transcripts }).participants.map(({ attributes }) => attributes)).toEqual([
      { Age: 34 },
      { Age: 51 },
    ]);
  });

  test("more problems than a call can have arguments are told", () => {
    const { issues } = parseTranscript(`[[cid=1]]\n${"[[a]]".repeat(200_000)}`, { file: "a.rock" });
    expect(issues.length).toBeGreaterThan(190_000);
  });

  test("a transcript that is not whole is told, not taken", () => {
    const [transcript] = parseTranscript(TALK).transcripts;
    if (transcript === undefined) throw new Error("no transcript");
    const turns = transcript.turns.map((turn) => ({ ...turn, end: turn.end + 100 }));
    expect(() => createStudy({ transcripts: [{ ...transcript, turns }] })).toThrow(
      "The turn 1 is from 3 to 108, which is no stretch of the text behind the turn before it.",
    );
    expect(() => createStudy({ transcripts: [{ ...transcript, lines: [-1] }] })).toThrow("must be an offset");
  });
});

describe("a label that may be another one misspelt", () => {
  const text = "I: Well?\nParticipant: Yes.\nI: So?\nParticipant: No.\nI: Oh?\nPaticipant: Maybe.\n";
  const told = (options: ParseOptions): string[] =>
    parseTranscript(text, { file: "a.txt", ...options }).issues.map(
      ({ code, message, hint, place }) => `${place?.line} ${code}: ${message} / ${hint}`,
    );

  test("is told where nobody is known", () => {
    expect(told({})).toEqual([
      '6 similar-speakers: "Paticipant" (1 turn) may be "Participant" (2 turns) misspelt; until that is settled, they are two speakers. / If they are one, write "speakers: { Participant: their id, Paticipant: their id }" into the front matter. If they are two, a row in participants.csv says so.',
    ]);
  });

  test("is told with the id of the participant it may be, and in place of being nobody's", () => {
    expect(told({ participants: [{ id: "P1", aliases: ["Participant"] }] })).toEqual([
      '6 similar-speakers: "Paticipant" (1 turn) may be "Participant" (2 turns) misspelt; until that is settled, these words count for nobody. / If they are one, write "speakers: { Paticipant: P1 }" into the front matter. If they are two, a row in participants.csv says so.',
    ]);
  });

  test("is not told where the front matter says who it is", () => {
    const stated = `---\nspeakers: { Participant: P1, Paticipant: P1 }\n---\n${text}`;
    expect(parseTranscript(stated, { file: "a.txt" }).issues).toEqual([]);
  });
});

describe("a wrong call", () => {
  test.each<[string, unknown, string]>([
    ["an option misspelt", { interviewer: ["Tess"] }, 'no key "interviewer". Did you mean "interviewers"?'],
    ["a kind that is none", { kind: "intervew" }, '"kind" cannot be "intervew".'],
    ["a file without a name", { file: [] }, '"file" must be text, and is a list.'],
    ["participants in one word", { participants: "Tess" }, '"participants" must be a list, and is "Tess".'],
    ["a participant without id", { participants: [{ label: "Tess" }] }, 'A participant must have the key "id".'],
    ["options in a list", [], "The second argument must be a record with keys, and is a list."],
  ])("is refused: %s", (_, options, message) => {
    const call = (): unknown => Reflect.apply(parseTranscript, undefined, [TALK, options]);
    expect(call).toThrow(InputError);
    expect(call).toThrow(message);
  });

  test.each([undefined, null, 5, [], new Uint8Array(3)])("is refused without text: %s", (given) => {
    const call = (): unknown => Reflect.apply(parseTranscript, undefined, [given]);
    expect(call).toThrow(InputError);
    expect(call).toThrow("The first argument must be text, and is ");
  });
});
