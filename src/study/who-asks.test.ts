import { describe, expect, test } from "vitest";
import { createStudy, type StudyInput } from "./create-study";

type Told = { turns: string[]; people: string[]; issues: string[] };

/** Who each label is, who takes part, and what was said about interviewers. */
function cast(texts: Record<string, string>, more: Partial<StudyInput> = {}): Told {
  const transcripts = Object.entries(texts).map(([id, text]) => ({ id, text }));
  const study = createStudy({ transcripts, ...more });
  return {
    turns: study.transcripts.map(({ id, turns }) => {
      const labels = new Map(turns.map((turn) => [turn.label, turn.speaker ?? turn.role]));
      return `${id}: ${[...labels].map(([label, who]) => `${label}=${who}`).join(" ")}`;
    }),
    people: study.participants.map((each) => each.id),
    issues: study.issues
      .filter((each) => ["interviewer-assumed", "speaker-assumed"].includes(each.code))
      .map(({ severity, message }) => `${severity}: ${message}`),
  };
}

const talk = (asker: string, answerer: string): string =>
  `${asker}: How was it?\n\n${answerer}: Long.\n\n${asker}: And then?\n\n${answerer}: Longer.\n\n${asker}: Why?\n\n${answerer}: It rained.`;

describe("the interviewer", () => {
  test.each([
    "Interviewer",
    "INTERVIEWER 2",
    "Int",
    "Interviewer:in",
    "Interviewer*in",
    "Interviewer/-in",
    "Interviewerin",
    "Moderator/in",
    "Entrevistador",
    "Entrevistadora",
    "Entrevistador/a",
    "Entrevistador(a)",
    "Enquêteur",
    "Enquêteur·rice",
    "Enquêteur.trice",
    "Entretienneur",
    "Intervistatrice",
    "Onderzoeker",
    "Intervjuare",
    "Haastattelija",
    "Tazatelka",
    "Интервьюер",
    "Ερευνήτρια",
    "Görüşmeci",
    "访谈者",
    "聞き手",
    "면담자",
    "Người phỏng vấn",
  ])("is known as %s, whoever asks", (name) => {
    // Turns are stated, since what a text takes for a label is another question.
    const turns = [
      { speaker: name, text: "Tell me about it." },
      { speaker: "Ana", text: "What do you want to know?" },
    ];
    const study = createStudy({ transcripts: [{ id: "t", turns }] });
    expect(study.transcripts[0]?.turns.map((turn) => turn.speaker ?? turn.role)).toEqual(["interviewer", "Ana"]);
    expect(study.issues.map((each) => each.code)).toEqual(["participants-inferred"]);
  });

  test.each(["R", "M", "P", "Res", "IP", "Interviewee", "Entrevistado", "Befragte", "Ana"])(
    "is nobody called %s",
    (name) => {
      const turns = [
        { speaker: name, text: "Yes." },
        { speaker: "Bo", text: "No." },
      ];
      const study = createStudy({ transcripts: [{ id: "t", turns }] });
      expect(study.transcripts[0]?.turns[0]?.role).toBe("participant");
    },
  );

  test("is no participant, whatever a participant is called", () => {
    const participants = [{ id: "I", group: "carer" }, { id: "Q" }, { id: "C1", aliases: ["Researcher"] }];
    expect(cast({ a: talk("Q", "I"), b: talk("Researcher", "I") }, { participants }).turns).toEqual([
      "a: Q=Q I=I",
      "b: Researcher=C1 I=I",
    ]);
  });

  test("is E or Q only where they ask, which is said", () => {
    expect(cast({ a: talk("E", "Ana"), b: talk("Q", "A"), c: talk("Cy", "E") })).toEqual({
      turns: ["a: E=interviewer Ana=Ana", "b: Q=interviewer A=b", "c: Cy=interviewer E=c"],
      people: ["Ana", "b", "c"],
      issues: [
        'info: The speaker "E" is taken for the interviewer: 3 of 3 turns end in a question mark.',
        'info: The speaker "Q" is taken for the interviewer: 3 of 3 turns end in a question mark.',
        'warning: Nobody is called interviewer; "Cy" is taken for the interviewer, who asks most: 3 of 3 turns end in a question mark. These words count for nobody.',
      ],
    });
  });

  test("is E and not I where E asks and I answers; else I, as ever", () => {
    expect(cast({ a: talk("E", "I"), b: talk("I", "E") })).toEqual({
      turns: ["a: E=interviewer I=a", "b: I=interviewer E=b"],
      people: ["a", "b"],
      issues: [
        'warning: "I" asks less; "E" is taken for the interviewer, who asks most: 3 of 3 turns end in a question mark. These words count for nobody.',
      ],
    });
    expect(cast({ a: "E: Well.\n\nI: So.\n\nE: Yes.\n\nI: No." }).turns).toEqual(["a: E=a I=interviewer"]);
  });
});

describe("who asks most", () => {
  test("is said once for a name, and how to settle it", () => {
    const study = createStudy({
      transcripts: [
        { id: "a", text: talk("Tess", "Ana") },
        { id: "b", text: talk("Tess", "Bo") },
        { id: "c", text: talk("Interviewer", "Cy") },
      ],
    });
    expect(study.issues.filter((each) => each.code === "interviewer-assumed")).toEqual([
      {
        code: "interviewer-assumed",
        severity: "warning",
        message:
          'Nobody is called interviewer in 2 transcripts; "Tess" is taken for the interviewer, who asks most: 6 of 6 turns end in a question mark. These words count for nobody.',
        hint: 'If it is right, write "interviewers: [Interviewer, Tess]" in study.yaml. If not, "speakers: { Tess: their id }" in the front matter, or a row or an alias in participants.csv.',
        place: expect.objectContaining({ file: "a.txt", line: 1 }),
      },
    ]);
    expect(study.participants.map((each) => each.id)).toEqual(["Ana", "Bo", "Cy"]);
  });

  test("is taken in all transcripts or in none, by the questions of all of them", () => {
    const few = "Tess: Begin.\n\nCy: All right.\n\nTess: Well?\n\nCy: That is all.";
    const asked = "Tess: I was there.\n\nKim: Well?\n\nTess: Twice.\n\nKim: I see.";
    expect(cast({ a: talk("Tess", "Ana"), b: few, c: asked })).toEqual({
      turns: ["a: Tess=interviewer Ana=Ana", "b: Tess=interviewer Cy=Cy", "c: Tess=interviewer Kim=Kim"],
      people: ["Ana", "Cy", "Kim"],
      issues: [
        'warning: Nobody is called interviewer in 3 transcripts; "Tess" is taken for the interviewer, who is in all of them, beside others each time, and asks most: 4 of 7 turns end in a question mark. These words count for nobody.',
      ],
    });
    expect(cast({ a: talk("Tess", "Ana"), b: talk("Ana", "Tess") })).toEqual({
      turns: ["a: Tess=Tess Ana=Ana", "b: Ana=Ana Tess=Tess"],
      people: ["Tess", "Ana"],
      issues: [],
    });
    expect(cast({ a: talk("E", "Ana"), b: talk("Ana", "E") }).turns).toEqual([
      "a: E=interviewer Ana=Ana",
      "b: Ana=Ana E=b E",
    ]);
  });

  test("is the label that stays while others change, though others ask more in one", () => {
    // Turns are stated, since a number and a colon begin no turn in plain text.
    const stated = (text: string) =>
      text.split("\n\n").map((turn) => ({ speaker: turn.slice(0, 3), text: turn.slice(5) }));
    const study = createStudy({
      transcripts: [
        { id: "Visits 104", turns: stated(talk("000", "104")) },
        { id: "Visits 105", turns: stated(talk("105", "000")) },
        {
          id: "Visits 106",
          turns: stated("000: Begin?\n\n106: There it is.\n\n000: Go on.\n\n106: That is all."),
        },
      ],
    });
    const assumed = study.issues.filter((each) => each.code === "interviewer-assumed");
    expect(assumed.map(({ message, hint }) => [message, hint])).toEqual([
      [
        'Nobody is called interviewer in 3 transcripts; "000" is taken for the interviewer, who is in all of them, beside others each time, and asks most: 4 of 8 turns end in a question mark. These words count for nobody.',
        'If it is right, write "interviewers: ["000"]" in study.yaml. If not, "speakers: { "000": their id }" in the front matter, or a row or an alias in participants.csv.',
      ],
    ]);
    expect(study.participants.map((each) => each.id)).toEqual(["Visits 104", "Visits 105", "Visits 106"]);
  });

  test.each<[string, Record<string, string>, string[]]>([
    [
      "R beside P01, P02 and P03",
      { a: talk("R", "P01"), b: talk("R", "P02"), c: talk("P03", "R"), d: talk("R", "P04") },
      ["a: R=interviewer P01=a", "b: R=interviewer P02=b", "c: P03=c R=interviewer", "d: R=interviewer P04=d"],
    ],
    [
      "two who ask, each in their own and both in one",
      {
        a: talk("Tess", "Ana"),
        b: talk("Kim", "Bo"),
        c: talk("Tess", "Cy"),
        d: talk("Kim", "Di"),
        e: `${talk("Tess", "Eve")}\n\n${talk("Kim", "Eve")}`,
      },
      [
        "a: Tess=interviewer Ana=Ana",
        "b: Kim=interviewer Bo=Bo",
        "c: Tess=interviewer Cy=Cy",
        "d: Kim=interviewer Di=Di",
        "e: Tess=interviewer Eve=Eve Kim=interviewer",
      ],
    ],
    [
      "nobody else, where the others ask more",
      { a: talk("Tess", "Ana"), b: talk("Tess", "Cy"), c: `${talk("Kim", "Tess")}\n\nBo: Yes.` },
      ["a: Tess=interviewer Ana=Ana", "b: Tess=interviewer Cy=Cy", "c: Kim=Kim Tess=interviewer Bo=Bo"],
    ],
    [
      "nobody, where the same two talk every time",
      { a: talk("Tess", "Ana"), b: talk("Ana", "Tess"), c: talk("Tess", "Ana"), d: talk("Ana", "Tess") },
      ["a: Tess=Tess Ana=Ana", "b: Ana=Ana Tess=Tess", "c: Tess=Tess Ana=Ana", "d: Ana=Ana Tess=Tess"],
    ],
    [
      "Speaker 1 in one and Speaker 2 in another",
      { a: talk("Speaker 1", "Speaker 2"), b: talk("Speaker 2", "Speaker 1"), c: talk("Speaker 1", "Speaker 2") },
      [
        "a: Speaker 1=interviewer Speaker 2=a",
        "b: Speaker 2=interviewer Speaker 1=b",
        "c: Speaker 1=interviewer Speaker 2=c",
      ],
    ],
    [
      "not whom the transcript is called after",
      { "Visit Bo": talk("Bo", "Kim"), "ana-maria_2": talk("Ana Maria", "Tess"), "Lou asks Cy": talk("Lou", "Cy") },
      ["Visit Bo: Bo=Bo Kim=Kim", "ana-maria_2: Ana Maria=Ana Maria Tess=Tess", "Lou asks Cy: Lou=interviewer Cy=Cy"],
    ],
    [
      "whom all are called after, if the others change",
      { "Tess 1": talk("Tess", "Ana"), "Tess 2": talk("Tess", "Bo"), "Tess 3": talk("Tess", "Cy") },
      ["Tess 1: Tess=interviewer Ana=Ana", "Tess 2: Tess=interviewer Bo=Bo", "Tess 3: Tess=interviewer Cy=Cy"],
    ],
  ])("is %s", (_, texts, expected) => {
    expect(cast(texts).turns).toEqual(expected);
  });

  test("leaves the participant the file is named after, of whom it takes the other", () => {
    const participants = [{ id: "C01", group: "carer" }];
    expect(cast({ C01: talk("Tess", "Respondent") }, { participants }).turns).toEqual([
      "C01: Tess=interviewer Respondent=C01",
    ]);
  });

  test.each<[string, string, Partial<StudyInput>]>([
    ["nobody says anything else", "Tess: Well?\n\nTess: And?\n\nTess: So?", {}],
    ["two questions are too few", "Tess: Well?\n\nAna: Yes.\n\nTess: And?\n\nAna: No.\n\nTess: So.\n\nAna: Hm.", {}],
    ["both ask", `${talk("Tess", "Ana")}\n\nAna: And you?\n\nTess: Me?\n\nAna: Yes, you?\n\nTess: No.\n\nAna: No?`, {}],
    ["a label says that it answers", talk("P2", "P1"), {}],
    ["a label says who it is", talk("Dr Lund", "Ana"), {}],
    ["the file is a survey", `---\nkind: survey\n---\n${talk("Tess", "Ana")}`, {}],
    ["study.yaml says that there is none", talk("Tess", "Ana"), { interviewers: [] }],
    ["the front matter says who it is", `---\nspeakers: { Tess: T1 }\n---\n${talk("Tess", "Ana")}`, {}],
    ["participants.csv does", talk("Tess", "Ana"), { participants: [{ id: "T1", aliases: ["Tess"] }, { id: "Ana" }] }],
    ["somebody is called interviewer", `${talk("Tess", "Ana")}\n\nInterviewer: Thank you both.`, {}],
  ])("is taken for nobody where %s", (_, text, more) => {
    const { turns, issues } = cast({ t: text }, more);
    expect(issues).toEqual([]);
    expect(turns[0]).not.toMatch(/(?:Tess|P2|Dr Lund)=interviewer/);
  });

  test("of labels that are others' elsewhere is settled in the front matter", () => {
    const study = createStudy({
      transcripts: [
        { id: "a", text: talk("Speaker 1", "Speaker 2") },
        { id: "b", text: "Speaker 1: I was.\n\nSpeaker 2: Hm.\n\nSpeaker 1: There.\n\nSpeaker 2: Hm." },
      ],
    });
    const [found] = study.issues.filter((each) => each.code === "interviewer-assumed");
    expect(found?.hint).toContain('write "speakers: { Speaker 1: interviewer }" in the front matter');
    expect(study.participants.map((each) => each.id)).toEqual(["a", "b Speaker 1", "b Speaker 2"]);
  });
});
