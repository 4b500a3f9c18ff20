import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { conversationName } from "./conversation-name";
import { belongTogether, joinConversations, mergeByTime } from "./merge-by-time";
import type { Reading } from "./reading";
import { parseTextGrid } from "./textgrid";

/** A short TextGrid with one tier. */
function side(
  file: string,
  tier: string,
  duration: number,
  intervals: [number, number, string][],
): { file: string; reading: Reading } {
  const items = intervals.map(([start, end, text]) => `${start} ${end} "${text}"`).join("\n");
  const text = `File type = "ooTextFile"\nObject class = "TextGrid"\n\n0 ${duration} <exists> 1\n"IntervalTier" "${tier}" 0 ${duration} ${intervals.length}\n${items}\n`;
  return { file, reading: parseTextGrid(toSource(file, text)) };
}

const doctor = side("a/visit1_doctor.TextGrid", "Speaker", 60, [
  [0, 10, "Hello."],
  [10, 20, ""],
  [20, 30, "Why?"],
]);
const patient = side("a/visit1_patient.TextGrid", "Speaker", 59.5, [
  [9, 20, "Hi."],
  [30, 59, "Because."],
]);

describe("conversationName", () => {
  test.each([
    ["day1_consultation01_doctor.TextGrid", { name: "day1_consultation01", speaker: "doctor" }],
    ["calls/12-agent.vtt", { name: "calls/12", speaker: "agent" }],
    ["talk_ch1.TextGrid", { name: "talk", speaker: "ch1" }],
    ["Talk Left.TextGrid", { name: "Talk", speaker: "Left" }],
    ["session.speaker2.srt", { name: "session", speaker: "speaker2" }],
    ["gespräch_Ärztin.TextGrid", { name: "gespräch", speaker: "Ärztin" }],
    // The next interview, a name, the whole file, nothing.
    ["interview_01.TextGrid", null],
    ["interview_P2.TextGrid", null],
    ["interview_anna.TextGrid", null],
    ["doctor.TextGrid", null],
    ["_doctor.TextGrid", null],
    ["interview_constructor.TextGrid", null],
    ["", null],
  ])("of %s is %o", (file, expected) => {
    expect(conversationName(file)).toEqual(expected);
  });
});

test("Two sides of one conversation are merged by time, and an info says so", () => {
  const [first, ...others] = joinConversations([doctor, patient]);
  expect(others).toEqual([]);
  expect(first).toEqual({
    file: "a/visit1",
    files: ["a/visit1_doctor.TextGrid", "a/visit1_patient.TextGrid"],
    reading: {
      drafts: [
        {
          name: null,
          title: null,
          kind: null,
          turns: [
            { label: "doctor", words: "Hello.", time: [0, 10], line: null },
            { label: "patient", words: "Hi.", time: [9, 20], line: null },
            { label: "doctor", words: "Why?", time: [20, 30], line: null },
            { label: "patient", words: "Because.", time: [30, 59], line: null },
          ],
          attributes: { "duration (doctor)": 60, "duration (patient)": 59.5 },
          speakers: [
            { label: "doctor", attributes: {} },
            { label: "patient", attributes: {} },
          ],
          remainder: [],
        },
      ],
      issues: [
        {
          code: "files-joined",
          severity: "info",
          message: '"visit1_doctor.TextGrid" and "visit1_patient.TextGrid" were read as one conversation.',
          hint: "If they are not, give them names that differ in more than the speaker.",
          place: { file: "a/visit1_doctor.TextGrid" },
        },
      ],
    },
  });
});

test.each([
  ["of another folder", side("b/visit1_patient.TextGrid", "Speaker", 60, [[10, 20, "Hi."]])],
  ["of another visit", side("a/visit2_patient.TextGrid", "Speaker", 60, [[10, 20, "Hi."]])],
  ["of another format", { ...patient, file: "a/visit1_patient.eaf" }],
  ["that is not as long", side("a/visit1_patient.TextGrid", "Speaker", 40, [[10, 20, "Hi."]])],
  ["that speaks all the time", side("a/visit1_patient.TextGrid", "Speaker", 60, [[0, 60, "Hi."]])],
  ["of the same speaker", side("a/visit1_patient.TextGrid", "Doctor", 60, [[10, 20, "Hi."]])],
  ["with nothing in it", side("a/visit1_patient.TextGrid", "Speaker", 60, [[10, 20, ""]])],
])("A file %s is a conversation of its own", (_what, other) => {
  expect(joinConversations([doctor, other]).map(({ files }) => files)).toEqual([[doctor.file], [other.file]]);
});

test("Other files stay as they are and in their order", () => {
  const alone = side("z.TextGrid", "Ann", 5, [[0, 5, "Hm."]]);
  const joined = joinConversations([patient, alone, doctor]);
  expect(joined.map(({ file, files }) => [file, files.length])).toEqual([
    ["a/visit1", 2],
    ["z.TextGrid", 1],
  ]);
  expect(joined[1]?.reading).toBe(alone.reading);
});

test("Sides with two speakers, or turns without times, do not belong together", () => {
  const untimed = (label: string): Reading => ({
    drafts: [
      {
        name: null,
        title: null,
        kind: null,
        turns: [{ label, words: "x", line: 1 }],
        attributes: {},
        speakers: [],
        remainder: [],
      },
    ],
    issues: [],
  });
  expect(belongTogether([untimed("a"), untimed("b")])).toBe(false);
  expect(belongTogether([doctor.reading, mergeByTime([patient.reading, doctor.reading])])).toBe(false);
  expect(belongTogether([doctor.reading, patient.reading])).toBe(true);
});

test("No reading at all merges into no draft", () => {
  expect(mergeByTime([])).toEqual({ drafts: [], issues: [] });
});
