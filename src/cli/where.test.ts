import { beforeAll, expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import type { Study } from "../study/study";
import { narrowStudy } from "./where";

let study: Study;

beforeAll(() => {
  study = createStudy({
    transcripts: ["C01", "C02", "F01"].map((id) => ({
      id,
      attributes: { setting: id === "F01" ? "at home" : "clinic" },
      turns: [
        { speaker: "Interviewer", text: "How was it?" },
        { speaker: id, text: "It was all right, mostly." },
      ],
    })),
    participants: [
      { id: "C01", group: "consumer", attributes: { years: 3, site: "North" } },
      { id: "C02", group: "consumer", attributes: { years: 11, site: null } },
      { id: "F01", group: "carer", attributes: { years: 11, site: "South" } },
    ],
  });
});

test.each([
  [["group=consumer"], ["C01", "C02"], ["Narrowed to group: consumer."]],
  [["group=Carer"], ["F01"], ["Narrowed to group: Carer."]],
  [["years=11"], ["C02", "F01"], ["Narrowed to years: 11."]],
  [["site=north", "site=south"], ["C01", "F01"], ["Narrowed to site: north or south."]],
  [["site="], ["C02"], ["Narrowed to site: not stated."]],
  [["years=11", "setting=at home"], ["F01"], ["Narrowed to years: 11.", "Narrowed to setting: at home."]],
])("%j keeps %j", (conditions, people, notes) => {
  const narrowed = narrowStudy(study, conditions);
  expect(narrowed.study.participants.map((each) => each.id)).toEqual(people);
  expect(narrowed.notes).toEqual(notes);
});

test("without conditions it is the study itself", () => {
  expect(narrowStudy(study, [])).toEqual({ study, notes: [] });
  expect(narrowStudy(study).study).toBe(study);
});

test.each([
  [
    ["group=carers"],
    [['The option "where group" cannot be "carers".', 'Did you mean "carer"? It can be "consumer", "carer".']],
  ],
  [
    ["sites=north"],
    [
      [
        'The option "where" cannot be "sites".',
        'Did you mean "site"? It can be "group", "participant", "label", "role", "years", "site", "transcript", "kind", "title", "setting".',
      ],
    ],
  ],
  [["carer"], [['--where cannot be "carer".', 'Write key=value, such as "--where group=carer".']]],
  [["=carer"], [['--where cannot be "=carer".', 'Write key=value, such as "--where group=carer".']]],
  [
    ["group=nurse", "years=4"],
    [
      ['The option "where group" cannot be "nurse".', 'It can be "consumer", "carer".'],
      ['The option "where years" cannot be "4".', 'It can be "3", "11".'],
    ],
  ],
])("%j is refused", (conditions, problems) => {
  const issues = problems.map(([message, hint]) => ({ code: "wrong-option", message, hint }));
  expect(() => narrowStudy(study, conditions)).toThrow(
    expect.objectContaining({ issues: issues.map((each) => expect.objectContaining(each)) }),
  );
});
