import { expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { concordance } from "./concordance";

const study = createStudy({
  participants: [
    { id: "Ana", label: "Carer 1", group: "carer" },
    { id: "Bo", group: "consumer", label: "Consumer 1" },
    { id: "Cy", group: "consumer", quotable: false },
  ],
  transcripts: [
    {
      id: "one",
      text: "Interviewer: Your peer worker?\n\nAna: Well, she is\nmy peer worker, and “mine”. A peer worker listens.",
    },
    {
      id: "two",
      turns: [
        { speaker: "Bo", text: "Peer workers, no.", start: 62 },
        { speaker: "Cy", text: "My peer worker" },
      ],
    },
  ],
});

const lines = (rows: Iterable<{ left: string; match: string; right: string; who: string; where: string }>): string[] =>
  [...rows].map(({ left, match, right, who, where }) => `${left} [${match}] ${right} (${who}; ${where})`);

test("every match stands between the words around it, of the same turn, with who said it where", async () => {
  const table = await concordance(study, "peer work*", { window: 2 });
  expect(lines(table)).toEqual([
    "is my [peer worker] , and “mine (Carer 1; one, line 4)",
    "mine”. A [peer worker] listens. (Carer 1; one, line 4)",
    " [Peer workers] , no. (Consumer 1; two, 00:01:02)",
  ]);
  expect(table.caption).toBe("Concordance of peer work*");
  expect(table.notes).toEqual([
    "3 matches in the words of 2 speakers, in 2 transcripts of 2.",
    "1 match not shown: of participants who are not to be quoted.",
  ]);
  expect(table.provenance).toMatchObject({ function: "concordance", options: { pattern: "peer work*", window: 2 } });
});

test("a row has all that leads back to the words", async () => {
  const [first] = await concordance(study, "mine");
  expect(first).toEqual({
    left: "Well, she is my peer worker, and “",
    match: "mine",
    right: "”. A peer worker listens.",
    who: "Carer 1",
    where: "one, line 4",
    participant: "Ana",
    transcript: "one",
    turn: "2",
    line: 4,
    start: expect.any(Number),
    end: expect.any(Number),
  });
  expect(study.transcripts[0]?.text.slice(first?.start, first?.end)).toBe("mine");
});

test("interviewers are searched if they are asked for, and groups by narrowing", async () => {
  expect(lines(await concordance(study, { stem: "worker" }, { speakers: ["interviewer"], window: 0 }))).toEqual([
    " [worker]  (Interviewer; one, line 1)",
  ]);
  expect(lines(await concordance(study.where({ group: "consumer" }), "peer*", { window: 1 }))).toEqual([
    " [Peer] workers (Consumer 1; two, 00:01:02)",
  ]);
});

test("a grammar pattern is a pattern like others", async () => {
  expect(lines(await concordance(study, { match: "she is . peer" }, { window: 1 }))).toEqual([
    "Well, [she is my peer] worker (Carer 1; one, line 3)",
  ]);
});

test("what is wrong with a pattern or an option is told", async () => {
  await expect(concordance(study, "a, b")).rejects.toThrow('"," in "a, b" is no part of a word');
  await expect(concordance(study, { any: ["a,", { sten: "b" }] })).rejects.toMatchObject({
    issues: [{ code: "wrong-rule" }, { code: "unknown-key" }],
  });
  await expect(concordance(study, "a", { window: -1 })).rejects.toThrow(
    'The option "window" cannot be -1. It can be a whole number, 0 or more.',
  );
});
