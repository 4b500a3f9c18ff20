import { describe, expect, test } from "vitest";
import { originPlace, toSource } from "../issues/source";
import { parseFrontMatter } from "./front-matter";

const read = (text: string): ReturnType<typeof parseFrontMatter> => parseFrontMatter(toSource("C04.md", text));
const problems = (text: string): string[] =>
  read(text).issues.map(({ code, message, place }) => `${place?.line}:${place?.column} ${code}: ${message}`);

describe("parseFrontMatter", () => {
  test("The known keys are read, and every other key is an attribute.", () => {
    const text = [
      "---",
      "id: 007",
      "title: A long talk",
      "kind: focus-group",
      "participant: C04",
      "speakers: { P1: C04, I: interviewer }",
      "date: 2025-10-21",
      "minutes: 45",
      "online: true",
      "site:",
      "---",
      "",
      "I: Begin.",
    ].join("\n");
    const { participant, speakers, ...rest } = read(text);
    expect(rest).toEqual({
      bodyStart: text.indexOf("\nI:"),
      id: "007",
      title: "A long talk",
      kind: "focus-group",
      attributes: { date: "2025-10-21", minutes: 45, online: true, site: null },
      issues: [],
    });
    expect(participant?.value).toBe("C04");
    expect(originPlace(participant?.origin())).toMatchObject({ line: 5, column: 14, length: 3 });
    expect(speakers.map(({ value }) => value)).toEqual([
      { label: "P1", participant: "C04" },
      { label: "I", participant: "interviewer" },
    ]);
    const [first] = speakers;
    expect(originPlace(first?.origin("label"))).toMatchObject({ line: 6, column: 13, length: 2 });
    expect(originPlace(first?.origin("participant"))).toMatchObject({ line: 6, column: 17, length: 3 });
    expect(originPlace(first?.origin())).toMatchObject({ line: 6, column: 13, length: 7 });
  });

  test("A label that is a number keeps its zeros.", () => {
    const { speakers } = read("---\nspeakers:\n  000: interviewer\n  012: R07\n---\n");
    expect(new Map(speakers.map(({ value }) => [value.label, value.participant]))).toEqual(
      new Map([
        ["000", "interviewer"],
        ["012", "R07"],
      ]),
    );
  });

  test.each([
    ["no front matter", "I: Begin.\nP1: Yes."],
    ["a rule", "---\n\nI begin here.\n\n---\n"],
    ["a rule that is all there is", "---"],
    ["nothing", ""],
  ])("%s: there is nothing to read, and all is body", (_, text) => {
    expect(read(text)).toEqual({ bodyStart: 0, speakers: [], attributes: {}, issues: [] });
  });

  test("Front matter with nothing in it is no body.", () => {
    expect(read("---\n---\nI: Begin.")).toEqual({ bodyStart: 8, speakers: [], attributes: {}, issues: [] });
  });

  test.each([
    ["---\nparticipant: C04\n\nI: Begin.", ['1:1 broken-yaml: The front matter opens with "---" and never closes.']],
    ["---\nkind: chat\n---\n", ['2:7 wrong-value: "kind" cannot be "chat".']],
    ["---\nparticipant: [C04, C05]\n---\n", ['2:14 wrong-value: "participant" must be text, and is a list.']],
    [
      "---\ntags: [a, b]\nplace: { city: Oslo }\n---\n",
      [
        '2:7 wrong-value: "tags" must be one value, and is a list.',
        '3:8 wrong-value: "place" must be one value, and is a record.',
      ],
    ],
    ["---\nspeakers: C04\n---\n", ['2:11 wrong-value: "speakers" must have a participant for each label.']],
    [
      "---\nspeakers:\n  P1:\n  P2: { id: C05 }\n---\n",
      ['3:3 wrong-value: The label "P1" has no participant.', '4:7 wrong-value: "P2" must be text, and is a record.'],
    ],
  ])("%j has problems", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test("Broken YAML is one problem, and what follows from it is none.", () => {
    const text = '---\nid: C04\ntitle: "A long talk\n---\nI: Begin.';
    const { issues, bodyStart } = read(text);
    expect(issues.map(({ code }) => code)).toEqual(["broken-yaml"]);
    expect(bodyStart).toBe(text.indexOf("I:"));
  });
});
