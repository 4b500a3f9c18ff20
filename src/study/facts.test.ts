import { describe, expect, test } from "vitest";
import { createStudy, type StudyInput } from "./create-study";

const CHAT = (age: string, who = "Participant"): string =>
  [
    "@UTF8",
    "@Begin",
    "@Languages:\teng",
    "@Participants:\tANA Ana Participant, INV Tess Investigator",
    `@ID:\teng|garden|ANA|${age}|female|||${who}|||`,
    "@ID:\teng|garden|INV|41;|||| Investigator|||",
    "*INV:\twhen did it start ?",
    "*ANA:\tin the spring .",
    "@End",
  ].join("\n");

/** Participants with their facts, attributes of transcripts and what was said about facts. */
function facts(files: Record<string, string>, more: Partial<StudyInput> = {}) {
  const transcripts = Object.entries(files).map(([id, text]) => ({ id, file: `${id}.cha`, text }));
  const study = createStudy({ transcripts, ...more });
  return {
    people: study.participants.map(({ id, group, role, attributes }) => ({ id, group, role, ...attributes })),
    transcripts: study.transcripts.map(({ attributes }) => attributes),
    issues: study.issues
      .filter((each) => each.code.startsWith("fact"))
      .map(({ severity, message }) => `${severity}: ${message}`),
  };
}

const OF_INV = {
  "name (INV)": "Tess",
  "role (INV)": "Investigator",
  "language (INV)": "eng",
  "corpus (INV)": "garden",
  "age (INV)": "41;",
};

describe("what files say of speakers", () => {
  test("is what participants are, where none are listed; of interviewers it stays with the transcript", () => {
    expect(facts({ a: CHAT("34;") })).toEqual({
      people: [
        {
          id: "ANA",
          group: null,
          role: "Participant",
          name: "Ana",
          language: "eng",
          corpus: "garden",
          age: "34;",
          sex: "female",
        },
      ],
      transcripts: [{ ...OF_INV, Languages: "eng" }],
      issues: [],
    });
  });

  test("is no attribute where two files differ, and then stays with each, with a warning", () => {
    const { people, transcripts, issues } = facts({ a: CHAT("34;"), b: CHAT("35;") });
    expect(people[0]).not.toHaveProperty("age");
    expect(transcripts.map((each) => each["age (ANA)"])).toEqual(["34;", "35;"]);
    expect(issues).toEqual([
      'warning: "age" of "ANA" is "34;" in a.cha and "35;" in b.cha. So it is no attribute of theirs; each transcript has its own, "age (ANA)".',
    ]);
  });

  test("is less than what participants.csv says, which is warned of, and added where that says nothing", () => {
    const participants = "id,aliases,Age,sex,role,group\nC1,ANA,36,,mother,carer\n";
    expect(facts({ a: CHAT("34;") }, { participants })).toEqual({
      people: [
        {
          id: "C1",
          group: "carer",
          role: "mother",
          name: "Ana",
          language: "eng",
          corpus: "garden",
          Age: 36,
          sex: "female",
        },
      ],
      transcripts: [{ ...OF_INV, Languages: "eng" }],
      issues: [
        'warning: "role" of "C1" is "mother" in participants.csv and "Participant" in a.cha; participants.csv counts.',
        'warning: "Age" of "C1" is 36 in participants.csv and "34;" in a.cha; participants.csv counts.',
        "info: Of 1 participant the transcripts say more than participants.csv, and that was added: name, language, corpus and sex.",
      ],
    });
  });

  test("that participants.csv says as well is no news", () => {
    const participants =
      "id,Age,sex,role,group,name,language,corpus\nANA,34;,FEMALE,participant,carer,Ana,eng,garden\n";
    expect(facts({ a: CHAT("34;") }, { participants }).issues).toEqual([]);
  });

  test("is a group only where the file calls nothing else one", () => {
    const typical = CHAT("34;").replace("female||", "female|typical|");
    const survey = "id;group;story\nS1;Carer;I came by bus on the first day, and nobody was there to meet me.";
    const study = createStudy({
      transcripts: [
        { id: "a", file: "a.cha", text: typical },
        {
          id: "s",
          file: "s.csv",
          text: `${survey}\nS2;nurse;I came by bus on the second day, and everybody was there to meet me.`,
        },
      ],
    });
    expect(study.participants.map(({ id, group, attributes }) => [id, group, attributes["stated group"]])).toEqual([
      ["ANA", null, "typical"],
      ["S1", "carer", undefined],
      ["S2", "clinician", undefined],
    ]);
  });

  test("is one warning for many participants", () => {
    const rows = [
      "id;wing;story",
      ...["A1", "A2", "A3"].map((id) => `${id};east;I came by bus on the first day, and nobody was there to meet me.`),
    ];
    const study = createStudy({
      participants: "id,wing\nA1,west\nA2,west\nA3,east\n",
      transcripts: [{ id: "s", file: "s.csv", text: rows.join("\n") }],
    });
    expect(study.issues.filter((each) => each.code === "fact-differs").map((each) => each.message)).toEqual([
      '"wing" of "A1" is "west" in participants.csv and "east" in s.csv; participants.csv counts. It differs for 1 other participant too.',
    ]);
  });
});

describe("a name of interviewers", () => {
  test("that the file gives a participant is the participant's; one of participants.csv wins over what the file says", () => {
    const text = CHAT("34;")
      .replaceAll("INV", "INT")
      .replace("Investigator", "Participant")
      .replace("| Investigator", "|Participant");
    const who = (participants?: StudyInput["participants"]) =>
      createStudy({ participants, transcripts: [{ id: "a", file: "a.cha", text }] }).transcripts[0]?.turns.map(
        (turn) => turn.speaker ?? turn.role,
      );
    expect(who()).toEqual(["a INT", "ANA"]);
    const stated = CHAT("34;");
    const study = createStudy({
      participants: [{ id: "N1", aliases: ["INV"] }, { id: "ANA" }],
      transcripts: [{ id: "a", file: "a.cha", text: stated }],
    });
    expect(study.transcripts[0]?.turns.map((turn) => turn.speaker)).toEqual(["N1", "ANA"]);
  });
});
