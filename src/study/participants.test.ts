import { describe, expect, test } from "vitest";
import type { Issue } from "../issues/issue";
import { type Sourced, toSource } from "../issues/source";
import type { Group } from "../model/people";
import { DEFAULT_GROUPS } from "./default-groups";
import { type ParticipantInput, parseParticipants, readParticipants } from "./participants";

const told = ({ place, code, message, hint }: Issue): string =>
  `${place === undefined ? "" : `${place.line}:${place.column}-${place.length} `}${code} ${message}${hint === undefined ? "" : ` / ${hint}`}`;

const parse = (csv: string) => parseParticipants(toSource("participants.csv", csv));

function read(csv: string, groups: readonly Group[] = DEFAULT_GROUPS) {
  const { rows, issues } = parse(csv);
  const result = readParticipants(rows, groups);
  return { people: result.participants.map((each) => each.value), problems: [...issues, ...result.issues].map(told) };
}

/** Rows as a program states them, whatever their types. */
const made = (...values: object[]): Sourced<ParticipantInput>[] =>
  values.map((value) => ({ value: value as ParticipantInput, origin: () => undefined }));

describe("parseParticipants", () => {
  test("reads known columns in any case and order, and takes others for attributes", () => {
    const { rows, issues } = parse(
      'Site,ID,Group,Label,role,Aliases,QUOTABLE,years\n" Quarry, St",C1, carer ,Mum 1,mother,Bo; Mrs Bo ;,no,2.5\n,C2,,,,,,\n',
    );
    expect(issues).toEqual([]);
    expect(rows.map((row) => row.value)).toEqual([
      {
        id: "C1",
        group: "carer",
        label: "Mum 1",
        role: "mother",
        aliases: ["Bo", "Mrs Bo"],
        quotable: false,
        attributes: { Site: "Quarry, St", years: 2.5 },
      },
      { id: "C2", aliases: [], attributes: { Site: null, years: null } },
    ]);
  });

  test("a row knows where its cells stand", () => {
    const [row] = parse("id,group\nC1,carer\n").rows;
    const slice = (field?: string) => {
      const origin = row?.origin(field);
      return origin?.source.text?.slice(origin.start, origin.end);
    };
    expect([slice("id"), slice("group"), slice()]).toEqual(["C1", "carer", "C1,carer"]);
  });

  test.each([
    ["whole numbers", ["1", "-2", "0"], [1, -2, 0]],
    ["decimal numbers", ["1.5", ".5", "+3", "1e3"], [1.5, 0.5, 3, 1000]],
    ["numbers and nothing", ["7", "", " "], [7, null, null]],
    ["nothing", ["", ""], [null, null]],
    ["numbers and a word", ["7", "n/a"], ["7", "n/a"]],
    ["postcodes", ["0800", "3000"], ["0800", "3000"]],
    ["telephone numbers", ["+61 3 1", "123"], ["+61 3 1", "123"]],
    ["dates", ["2026-03-01", "3/4/2026"], ["2026-03-01", "3/4/2026"]],
    ["ranges and shares", ["18-29", "60+", "5%"], ["18-29", "60+", "5%"]],
    ["words that programs take for numbers", ["Infinity", "0x1F", "1_000", "."], ["Infinity", "0x1F", "1_000", "."]],
    ["numbers too large to be one", ["1e999", "1"], ["1e999", "1"]],
    ["yes and no", ["yes", "no"], ["yes", "no"]],
  ])("a column of %s", (_, cells, values) => {
    const csv = ["id,x", ...cells.map((cell, index) => `p${index},${cell}`)].join("\n");
    expect(parse(csv).rows.map((row) => row.value.attributes)).toEqual(values.map((x) => ({ x })));
  });

  test("a column may have any name", () => {
    const attributes = parse("id,__proto__,constructor,group name\na,1,2,3\n").rows[0]?.value.attributes;
    expect(Object.entries(attributes ?? {})).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
      ["group name", 3],
    ]);
  });

  test.each([
    [
      "name,group\nA,carer\n",
      [
        '1:1-10 no-header There is no column "id". / The first line must name the columns, "id" among them. Known are: name, group.',
      ],
    ],
    ["id,quotable\nA,maybe\n", ['2:3-5 wrong-value "quotable" must be "yes" or "no", and is "maybe".']],
    ["id,group\n,carer\nB,carer\n", ['2:1-6 missing-key A participant must have the key "id".']],
  ])("%j is told", (csv, problems) => {
    expect(parse(csv).issues.map(told)).toEqual(problems);
  });

  test.each(["yes", "TRUE", "1", "y"])("%s is quotable", (word) => {
    expect(parse(`id,quotable\nA,${word}\n`).rows[0]?.value.quotable).toBe(true);
  });

  test("an empty table has no rows", () => {
    expect(parse("id,group\n")).toEqual({ rows: [], issues: [] });
  });
});

describe("readParticipants", () => {
  test("numbers people within their group in the order of the file, those with a label as well", () => {
    const { people, problems } = read(
      "id,group,label\nA,carer,\nB,consumer,\nC,carer,Peer worker 1\nD,carer,\nE,consumer,\nF,,\n",
    );
    expect(people.map(({ id, label, group }) => [id, label, group])).toEqual([
      ["A", "Carer 1", "carer"],
      ["B", "Consumer 1", "consumer"],
      ["C", "Peer worker 1", "carer"],
      ["D", "Carer 3", "carer"],
      ["E", "Consumer 2", "consumer"],
      ["F", "F", null],
    ]);
    expect(problems).toEqual([
      '7:1-3 participant-without-group The participant "F" has no group. / Tables by group show them apart. Fill in the column "group" if they belong to one.',
    ]);
  });

  test("a participant has all fields, with their defaults", () => {
    const { participants, issues } = readParticipants(
      made(
        { id: "A", group: null },
        { id: "B", group: "carer", role: "son", aliases: ["Bo"], quotable: false, attributes: { age: 7 } },
      ),
      DEFAULT_GROUPS,
    );
    expect(issues).toEqual([]);
    expect(participants.map((each) => each.value)).toEqual([
      { id: "A", label: "A", group: null, aliases: [], quotable: true, attributes: {} },
      {
        id: "B",
        label: "Carer 1",
        group: "carer",
        role: "son",
        aliases: ["Bo"],
        quotable: false,
        attributes: { age: 7 },
      },
    ]);
  });

  test.each([
    ["consumer", "consumer"],
    ["CONSUMERS", "consumer"],
    ["Service users", "consumer"],
    ["service-user", "consumer"],
    ["client", "consumer"],
    ["Patients", "consumer"],
    ["Family members", "carer"],
    ["families", "carer"],
    ["caregiver", "carer"],
    ["supporter", "carer"],
    ["mental health professional", "clinician"],
    ["Staff", "clinician"],
    ["nurses", "clinician"],
    ["Provider", "clinician"],
  ])("the group word %j means %s", (word, group) => {
    expect(readParticipants(made({ id: "A", group: word }), DEFAULT_GROUPS)).toMatchObject({
      participants: [{ value: { group } }],
      issues: [],
    });
  });

  test("declared groups are found by id, name, singular and alias, and the default ones are not known then", () => {
    const groups = [{ id: "dev", name: "Developers", singular: "Software developer", aliases: ["coder"] }];
    const { people, problems } = read(
      "id,group\nA,DEV\nB,developers\nC,software developers\nD,coders\nE,carer\n",
      groups,
    );
    expect(people.map((each) => each.label)).toEqual([
      "Software developer 1",
      "Software developer 2",
      "Software developer 3",
      "Software developer 4",
      "E",
    ]);
    expect(problems).toEqual([
      '6:3-5 unknown-group There is no group "carer". / The groups are "dev"; study.yaml can name others, or add aliases.',
    ]);
  });

  test("an unknown group is told once, with the number of participants in it", () => {
    const { problems } = read("id,group\nA,manager\nB,Managers\nC,cliniciann\n");
    const known = 'The groups are "consumer", "carer" and "clinician"; study.yaml can name others, or add aliases.';
    expect(problems).toEqual([
      `2:3-7 unknown-group There is no group "manager". 2 participants are in it. / ${known}`,
      `4:3-10 unknown-group There is no group "cliniciann". / Did you mean "clinician"? ${known}`,
    ]);
  });

  test("the same id twice is told, and the first is kept", () => {
    const { people, problems } = read("id,group\nA,carer\nA,consumer\nB,consumer\n");
    expect(people.map(({ id, label }) => [id, label])).toEqual([
      ["A", "Carer 1"],
      ["B", "Consumer 1"],
    ]);
    expect(problems).toEqual([
      '3:1-1 duplicate-id The participant "A" is there twice. / Give one of the two another id. A person who was interviewed twice needs one row only.',
    ]);
  });

  test("two people who are printed alike are told, whether the label is written or made", () => {
    expect(read("id,group,label\nA,carer,\nB,consumer,Carer 1\nC,consumer,X\nD,consumer,X\n").problems).toEqual([
      '3:1-1 duplicate-label "A" and "B" are both printed as "Carer 1". / Readers could not tell their quotes apart. Give one of them another label.',
      '5:1-1 duplicate-label "C" and "D" are both printed as "X". / Readers could not tell their quotes apart. Give one of them another label.',
    ]);
  });

  test("where nobody has a group, one warning says so", () => {
    const { rows } = parse("id,site\nA,x\nB,y\n");
    expect(readParticipants(rows, DEFAULT_GROUPS).issues).toEqual([
      {
        code: "participant-without-group",
        severity: "warning",
        message: "None of the 2 participants has a group.",
        hint: 'Tables by group show them apart. Fill in the column "group" if they belong to one.',
        place: { file: "participants.csv" },
      },
    ]);
  });

  test("what a program states wrongly is told with the name of the field", () => {
    const rows = made(
      { id: "A", gruop: "carer" },
      { id: ["B"] },
      { group: "carer" },
      { id: "C", attributes: { born: new Date(0) } },
    );
    expect(readParticipants(rows, DEFAULT_GROUPS).issues.map(told)).toEqual([
      'unknown-key A participant has no key "gruop". / Did you mean "group"?',
      'wrong-value "id" must be text, and is a list.',
      'missing-key A participant must have the key "id".',
      'wrong-value The attribute "born" must be text, a number, true, false or null, and is a record.',
      'participant-without-group The participant "A" has no group. / Tables by group show them apart. Fill in the column "group" if they belong to one.',
      'participant-without-group The participant "C" has no group. / Tables by group show them apart. Fill in the column "group" if they belong to one.',
    ]);
  });

  test("what is given is left as it is", () => {
    const row = Object.freeze({
      id: "A",
      group: "carer",
      aliases: Object.freeze(["a"]),
      attributes: Object.freeze({ x: 1 }),
    });
    const groups = DEFAULT_GROUPS.map((group) => Object.freeze(group));
    expect(readParticipants(made(row), Object.freeze(groups)).participants[0]?.value.label).toBe("Carer 1");
  });
});
