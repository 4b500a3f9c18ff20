import { describe, expect, test } from "vitest";
import { nowhere, toSource } from "../issues/source";
import { parseYaml } from "../text/yaml";
import { DEFAULT_GROUPS } from "./default-groups";
import { DEFAULT_FILES, DEFAULT_INTERVIEWERS, groupKey, readSettings, type Settings } from "./settings";

function read(yaml: string): { settings: Settings; problems: string[] } {
  const file = parseYaml(toSource("study.yaml", yaml));
  const { settings, issues } = readSettings(file.value, file);
  const problems = issues.map(
    ({ place, code, message, hint }) =>
      `${place?.line}:${place?.column}-${place?.length} ${code} ${message}${hint === undefined ? "" : ` / ${hint}`}`,
  );
  return { settings, problems };
}

const groupsOf = (yaml: string) => read(`groups:\n${yaml}`).settings.groups;
const problemsOf = (yaml: string) => read(yaml).problems;

const defaults: Settings = {
  format: 1,
  title: "",
  question: null,
  approach: null,
  language: null,
  groups: DEFAULT_GROUPS,
  groupsDeclared: false,
  interviewers: DEFAULT_INTERVIEWERS,
  coder: null,
  files: {
    transcripts: null,
    participants: "participants.csv",
    scheme: "scheme.yaml",
    codings: "codings",
    journal: "journal",
  },
};

test.each([[null], [undefined], [{}], [""]])("without settings (%j) the defaults stand in", (value) => {
  expect(readSettings(value, nowhere)).toEqual({ settings: defaults, issues: [] });
});

test("all keys are read", () => {
  expect(
    read(`
format: 1
title: Peer support
question: >-
  What do they
  make of it?
approach: Reflexive
language: pt-BR
groups:
  - { id: nurse, name: Nurses, singular: Nurse, aliases: [RN, registered nurse] }
interviewers: [KB, I]
coder: KB
files:
  transcripts: [a.txt, more/]
  participants: people.csv
  scheme: codes.json
  codings: by-hand.csv
  journal: memos
`),
  ).toEqual({
    settings: {
      format: 1,
      title: "Peer support",
      question: "What do they make of it?",
      approach: "reflexive",
      language: "pt-BR",
      groups: [{ id: "nurse", name: "Nurses", singular: "Nurse", aliases: ["RN", "registered nurse"] }],
      groupsDeclared: true,
      interviewers: ["KB", "I"],
      coder: "KB",
      files: {
        transcripts: ["a.txt", "more/"],
        participants: "people.csv",
        scheme: "codes.json",
        codings: "by-hand.csv",
        journal: "memos",
      },
    },
    problems: [],
  });
});

test("one interviewer and one folder of transcripts need no list", () => {
  const { settings, problems } = read("interviewers: KB\nfiles: { transcripts: interviews }");
  expect(problems).toEqual([]);
  expect(settings.interviewers).toEqual(["KB"]);
  expect(settings.files).toEqual({ ...DEFAULT_FILES, transcripts: ["interviews"] });
});

test.each(["reflexive", "codebook", "coding-reliability", "framework", "grounded-theory", "inductive"])(
  "%s is an approach",
  (approach) => {
    expect(read(`approach: ${approach}`).settings.approach).toBe(approach);
  },
);

describe("groups", () => {
  test("keep the order of the file", () => {
    expect(groupsOf("  - clinician\n  - kin\n  - consumer\n").map((group) => group.id)).toEqual([
      "clinician",
      "kin",
      "consumer",
    ]);
  });
  test("take what they do not state from the default group of their id", () => {
    expect(groupsOf("  - consumer")).toEqual([DEFAULT_GROUPS[0]]);
    expect(groupsOf("  - { id: carer, aliases: [kin] }")).toEqual([
      { id: "carer", name: "Carers", singular: "Carer", aliases: ["kin"] },
    ]);
  });
  test("take it from their own words where they state some", () => {
    expect(groupsOf("  - { id: consumer, name: Service users, aliases: [] }")).toEqual([
      { id: "consumer", name: "Service users", singular: "Service users", aliases: [] },
    ]);
    expect(groupsOf("  - { id: x, singular: Nurse }")).toEqual([
      { id: "x", name: "Nurse", singular: "Nurse", aliases: [] },
    ]);
    expect(groupsOf("  - product-owner")).toEqual([
      { id: "product-owner", name: "Product owner", singular: "Product owner", aliases: [] },
    ]);
  });
  test("leave a default alias to the group that states the word", () => {
    const [consumer, patient] = groupsOf("  - consumer\n  - { id: patient, name: Patients }\n");
    expect(consumer?.aliases).not.toContain("patient");
    expect(consumer?.aliases).toContain("service user");
    expect(patient).toEqual({ id: "patient", name: "Patients", singular: "Patients", aliases: [] });
  });
  test("may be none", () => {
    expect(read("groups: []").settings).toMatchObject({ groups: [], groupsDeclared: true });
  });
  test.each([
    ["groups: [{ id: a }, { id: a }]", ['1:27-1 duplicate-id The group "a" is there twice. / Remove one of the two.']],
    [
      "groups: [{ id: a, name: Kin }, { id: b, aliases: [KIN] }]",
      [
        '1:32-25 duplicate-id "KIN" stands for the group "a" and for "b". / A word can stand for one group only. Remove it from one of the two.',
      ],
    ],
    ["groups: [{ name: Kin }]", ['1:10-13 missing-key A group must have the key "id".']],
    ["groups: carer", ['1:9-5 wrong-value "groups" must be a list, and is "carer".']],
    ["groups: [[a]]", [expect.stringContaining("A group must be a record with keys, and is a list.")]],
    ["groups: [{ id: a, label: A }]", [expect.stringContaining('A group has no key "label".')]],
  ])("%j is told", (yaml, problems) => {
    expect(problemsOf(yaml)).toEqual(problems);
  });
});

test.each([
  ["titel: x", ['1:1-5 unknown-key study.yaml has no key "titel". / Did you mean "title"?']],
  [
    "language: Spanish",
    ['1:11-7 wrong-value "Spanish" is not the code of a language. / Write two letters: en, es, fr, pt ...'],
  ],
  [
    "approach: thematic",
    [
      '1:11-8 wrong-value "approach" cannot be "thematic". / It can be "reflexive", "codebook", "coding-reliability", "framework", "grounded-theory", "inductive".',
    ],
  ],
  ["title: [a]", ['1:8-3 wrong-value "title" must be text, and is a list.']],
  ["files: { shceme: a }", ['1:10-6 unknown-key "files" has no key "shceme". / Did you mean "scheme"?']],
  ["files: here", [expect.stringContaining('"files" must be a record with keys, and is "here".')]],
  ["format: one", ['1:9-3 wrong-value "format" must be a whole number from 1, and is "one".']],
  ["- a", [expect.stringContaining("study.yaml must be a record with keys, and is a list.")]],
])("the settings %j are told", (yaml, problems) => {
  expect(problemsOf(yaml)).toEqual(problems);
});

test("of a newer format nothing else is told, and nothing is taken", () => {
  const { settings, problems } = read("format: 2\ntitle: x\nnovelty: y\n");
  expect(problems).toEqual([expect.stringMatching(/^1:9-1 newer-format The format 2 is newer/)]);
  expect(settings).toEqual(defaults);
});

test.each([
  ["Service-Users", "service user"],
  ["carer", "carer"],
  ["CARERS ", "carer"],
  ["Ärzte", "arzte"],
])("the group word %j is compared as %j", (word, key) => {
  expect(groupKey(word)).toBe(key);
});
