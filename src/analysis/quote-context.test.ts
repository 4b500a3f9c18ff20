import { expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { contextBefore } from "./quote-context";
import { quoteTable } from "./quote-table";

const turns = [
  { speaker: "I", text: "How was\nit?" },
  { speaker: "Wes", text: "My secret is out." },
  { speaker: "Una", text: "Mine is not out at all." },
];
const study = createStudy({
  participants: [
    { id: "Wes", group: "carer", quotable: false },
    { id: "Una", group: "consumer" },
  ],
  transcripts: [{ id: "t", turns }],
  codings: [{ transcript: "t", code: "x", quote: "Mine is not out at all." }],
});

const everybody = { Una: "Consumer 1", Wes: "Carer 1" };

test.each([
  [1, everybody, "Carer 1: My secret is out."],
  [2, everybody, "Interviewer: How was it?\nCarer 1: My secret is out."],
  [9, everybody, "Interviewer: How was it?\nCarer 1: My secret is out."],
  [2, { Una: "Consumer 1" }, "Interviewer: How was it?\nParticipant: [...]"],
  [0, everybody, ""],
])("%j turns before a quote, of interviewers and of %j", (count, labels, expected) => {
  const [transcript] = study.transcripts;
  if (transcript === undefined) throw new Error("no transcript");
  const names = new Map(Object.entries(labels));
  expect(contextBefore(transcript, transcript.text.indexOf("not out"), count, names)).toBe(expected);
});

test("words that are not to be quoted are not printed beside a quote either, also where their speaker was narrowed away", () => {
  const contexts = [study, study.where({ group: "consumer" })].map(
    (each) => quoteTable(each, { level: "code", context: 1 }).rows[0]?.context,
  );
  expect(contexts).toEqual(["Participant: [...]", "Participant: [...]"]);
});
