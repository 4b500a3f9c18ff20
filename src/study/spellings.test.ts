import { describe, expect, test } from "vitest";
import { createStudy, type StudyInput } from "./create-study";

/** What is said about spellings in transcripts of these labels, a turn each, and the hints. */
function told(labels: Record<string, string>, more: Partial<StudyInput> = {}): string[] {
  const transcripts = Object.entries(labels).map(([id, list]) => ({
    id,
    turns: list.split(",").map((speaker) => ({ speaker: speaker.trim(), text: "Well." })),
  }));
  const study = createStudy({ transcripts, ...more });
  return study.issues.filter((each) => each.code === "similar-speakers").map((each) => each.message);
}

const times = (count: number, ...labels: string[]): string =>
  Array.from({ length: count }, () => labels)
    .flat()
    .join(",");

describe("a label that may be misspelt", () => {
  test.each([
    ["a slip in a short file", "Interviewer,Participant,Intervewer,Participant", "Intervewer", "Interviewer"],
    [
      "a slip beside the right one, which is rarer",
      "I,Paticipant,I,Participant,I,Paticipant",
      "Paticipant",
      "Participant",
    ],
    ["a slip beside the right one", `${times(6, "I", "Participant")},Paticipant`, "Paticipant", "Participant"],
    ["accents", `${times(2, "I", "José")},Jose`, "Jose", "José"],
    ["a leading zero", `${times(2, "I", "P1")},P01`, "P01", "P1"],
    ["a word with a number", `${times(5, "I", "Gardener12")},Gardner12`, "Gardner12", "Gardener12"],
    ["a blank", `${times(2, "I", "Peer worker 2")},Peerworker 2`, "Peerworker 2", "Peer worker 2"],
    ["a name of two words", `${times(5, "I", "Dr Marlowe")},Dr Marlow`, "Dr Marlow", "Dr Marlowe"],
    ["an interviewer", `${times(5, "Moderator", "Ana")},Modertor`, "Modertor", "Moderator"],
    ["a word for a part, that stands nowhere", times(3, "I", "Repondent"), "Repondent", "respondent"],
  ])("is one by %s", (_, labels, slip, right) => {
    expect(told({ t: labels })).toEqual([
      expect.stringMatching(new RegExp(`^"${slip}" \\(\\d turns?\\) may be "${right}".* misspelt; until`)),
    ]);
  });

  test.each([
    ["P1 and P2", times(6, "P1", "P2", "P3")],
    ["numbers, though one is rare", `${times(6, "I", "Speaker 1")},Speaker 2`],
    ["ids", `${times(6, "I", "C01")},C02,C11`],
    ["letters", `${times(6, "I", "Parent A")},Parent B`],
    ["letters behind a number", `${times(6, "PS1BS", "PS01B")},PS1BV,PS01D`],
    ["titles", `${times(6, "I", "Mr Lund")},Mrs Lund`],
    ["roles", `${times(6, "Interviewer", "Interviewee")},Mother,Brother`],
    ["both sexes", `${times(6, "I", "Teilnehmer")},Teilnehmerin,Interviewerin`],
    ["one and all", `${times(6, "I", "Participant")},Participants`],
    ["two who are both frequent", times(6, "I", "Maria", "Marie")],
    ["short names", `${times(6, "I", "Ann")},Anna,Ana`],
    ["case and blanks", `${times(6, "I", "Participant")},PARTICIPANT,participant`],
    ["first names that differ", `${times(6, "I", "Jane Smith")},John Smith`],
  ])("is none by %s", (_, labels) => {
    expect(told({ t: labels })).toEqual([]);
  });

  test("is found over all transcripts where it is rare, and not where it is the main voice", () => {
    const kirra = times(6, "I", "Kirra");
    expect(told({ a: kirra, b: `${times(6, "I", "Tom")},Kira` })).toEqual([
      '"Kira" (1 turn) may be "Kirra" misspelt; until that is settled, they count as two people.',
    ]);
    expect(told({ a: kirra, b: times(6, "I", "Kira") })).toEqual([]);
    // "P1" of another transcript is somebody else, however it is written.
    expect(told({ a: times(6, "I", "P1"), b: `${times(6, "I", "Tom")},P01` })).toEqual([]);
  });

  test("is none if it is known: a participant's, an alias, an interviewer's, in front matter", () => {
    const participants = [{ id: "Kirra" }, { id: "Kira" }];
    expect(told({ t: `${times(6, "I", "Kirra")},Kira` }, { participants })).toEqual([]);
    expect(told({ t: `${times(6, "Tessa", "Kirra")},Tesa` }, { interviewers: ["Tessa", "Tesa"] })).toEqual([]);
    const text = `---\nspeakers: { Kira: Kira }\n---\n${times(6, "Kirra", "I").replaceAll(",", ": Well.\n\n")}: Well.\n\nKira: Yes.`;
    const study = createStudy({ transcripts: [{ id: "t", text }] });
    expect(study.issues.map((each) => each.code)).toEqual(["participants-inferred"]);
  });

  test("is one warning and no other, with an entry for front matter or for participants.csv", () => {
    const participants = [{ id: "C07", group: "carer", aliases: ["Kirra"] }];
    const text = `${Array.from({ length: 6 }, () => "I: Well?\n\nKirra: Yes.").join("\n\n")}\n\nKira: No, never that.`;
    const turns = text.split("\n\n").map((line) => ({ speaker: line.split(":")[0] ?? "", text: "Yes." }));
    const issues = (transcript: StudyInput["transcripts"][number]) =>
      createStudy({ participants, transcripts: [transcript] }).issues.map(({ code, hint }) => [code, hint]);
    expect(issues({ id: "t", text })).toEqual([
      [
        "similar-speakers",
        'If they are one, write "speakers: { Kira: C07 }" into the front matter. If they are two, a row in participants.csv says so.',
      ],
    ]);
    expect(issues({ id: "t", turns })).toEqual([
      [
        "similar-speakers",
        'If they are one, list C07 in participants.csv with "Kira" among the aliases (parted by ";"). If they are two, a row for each says so.',
      ],
    ]);
  });

  test("leaves the other one to the participant the file is named after", () => {
    const transcripts = [
      {
        id: "C1",
        turns: `${times(6, "I", "Participant")},Paticipant`.split(",").map((speaker) => ({ speaker, text: "So." })),
      },
    ];
    const study = createStudy({ participants: [{ id: "C1", group: "carer" }], transcripts });
    const who = new Map(study.transcripts[0]?.turns.map((turn) => [turn.label, turn.speaker ?? turn.role]));
    expect([...who]).toEqual([
      ["I", "interviewer"],
      ["Participant", "C1"],
      ["Paticipant", "unknown"],
    ]);
    expect(study.issues.map((each) => each.code)).toEqual(["speaker-assumed", "similar-speakers"]);
  });
});
