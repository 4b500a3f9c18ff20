import { describe, expect, test } from "vitest";
import { segmentTurns } from "./plain-text";

const labelsOf = (text: string): string[] => segmentTurns(text).map(({ label }) => label);
const wordsOf = (text: string): string[] => segmentTurns(text).map(({ start, end }) => text.slice(start, end));

describe("what is no label", () => {
  // Each of these lines stands inside the second of three turns.
  test.each([
    "Note: she laughed here.",
    "NB: she laughed here.",
    "the thing is: he left.",
    "I said: no.",
    "And then he said: no.",
    "She told me three things: no, no and no.",
    "Date: 3 May",
    "Well: it was hard.",
    "Three things: no.",
    "At 10:30 we met.",
    "10:30 we met.",
    "10:30: we met.",
    "https://example.org is where I read it.",
    "See https://example.org",
    "mailto:me@example.org",
    "C:\\study is the folder.",
    "std::vector, he said.",
    "Matthew 5:3 says so.",
    "2:1, that was the score.",
    "(S = Student; I = Interviewer)",
    "(Note: she laughed.)",
    '"Well": that was what he said.',
    "[laughs] No.",
    "[inaudible]",
    "[inaudible] after that.",
    "[pause: 3 seconds] Yes.",
    "[a link](https://example.org)",
    "{laughs} No.",
    "- One: bread.",
    "1. One: bread.",
    "...: dots.",
    ": nothing.",
    "happy:) so happy:(",
    "#hashtag: yes.",
    "**Never:** I said.",
    "a word or two\tand a tab",
    "In the place where I was born and have lived all my life: nothing.",
  ])("%s", (line) => {
    for (const gap of ["\n", "\n\n"]) {
      const text = ["I: What?", `P1: First.`, line, "I: Right.", "P1: The well said never.", "I: Bye."].join(gap);
      expect(labelsOf(text)).toEqual(["I", "P1", "I", "P1", "I"]);
      expect(wordsOf(text)[1]).toBe(`First.${gap}${line}`);
    }
  });

  test.each([
    "[laughs] I got up.\n\n[laughs] I went out.\n\n[laughs] I came back.\n\n[sighs] I went to bed.\n\n[sighs] I slept.",
    "Note: I got up.\n\nNote: I went out.\n\nNote: I came back.",
    "Monday: I got up.\n\nTuesday: I went out.\n\nMonday: I came back.\n\nTuesday: I slept.",
    "At 10:30 I got up.\n\nAt 10:45 I went out.\n\nAt 11:00 I came back.",
    "Breakfast: porridge\nLunch: soup\nSupper: bread",
    "Yes\n\nNo\n\nYes\n\nNo\n\nYes\n\nNo",
    "I think so.\n\nI do.\n\nWE DO.\n\nI know.",
    "TV was on.\n\nOK then.\n\nTV was off.\n\nOK then.",
    "I got up and I went out, and I met a man.\n\nHe said: no.\n\nI said: yes.\n\nHe said: no.\n\nI said: yes.",
    "Q1: yes\nQ2: no\nQ3: yes\nQ4: no",
    "7:00 Breakfast\n\n12:00 Lunch\n\n18:30 Supper",
    "7:00 got up\n12:00 went out\n18:30 came back",
    "Call me at 10:30.\n\nCall me at 11:30.\n\nCall me at 12:30.",
  ])("a text without labels: %j", (text) => {
    expect(new Set(labelsOf(text))).toEqual(new Set([""]));
    expect(wordsOf(text).join("\n").replace(/\s+/g, " ")).toBe(text.replace(/\s+/g, " "));
  });

  test("A long diary with a conversation in it has no labels.", () => {
    const days = Array.from({ length: 40 }, (_, day) => `On day ${day} I got up early and saw nobody at all.`);
    const text = [...days, "Mum: Why?", "Me: Because.", "Mum: Oh."].join("\n\n");
    expect(new Set(labelsOf(text))).toEqual(new Set([""]));
  });
});

describe("what stands above the first turn", () => {
  const turns = "Interviewer: So, how was it?\n\nC01: Fine.\n\nInterviewer: Good.\n\nC01: Yes.";

  test.each([
    "Interview with C01\nDate: 14 October 2025\n\n",
    "# Interview 3\n\nDate: 3 May\n\nParticipant: C01\n\nLocation: a café\n\n",
    "INTERVIEW WITH C01\n\n",
    "Date: 3 May\nInterviewer: Tess Marlowe\nParticipant: C01\n\n",
    "Interviewer: Tess Marlowe\nC01: Participant\n\n",
    "(I = Interviewer; C01 = Participant)\n\n",
    "I: Interviewer\nC01: Consumer 1\n\n",
    "This is the third interview of the study. It was made in May.\n\nIt was read by two people: Tess and Kirra.\n\n",
    "Transcribed by: Kirra\nStart time: 10:30\nDuration: 00:45:10\n---\n",
    "00:00:00\n\n",
  ])("%j belongs to no turn", (header) => {
    expect(wordsOf(header + turns)).toEqual(["So, how was it?", "Fine.", "Good.", "Yes."]);
  });

  test("A first turn of few words is a turn.", () => {
    expect(labelsOf("I: hello there\n\nP1: hi\n\nI: so\n\nP1: yes")).toEqual(["I", "P1", "I", "P1"]);
    expect(labelsOf("Interview with C01\nInterviewer: Ready\n\nC01: Yes\n\nInterviewer: Go.\n\nC01: I went.")).toEqual([
      "Interviewer",
      "C01",
      "Interviewer",
      "C01",
    ]);
    expect(labelsOf("Interviewer: Ready\nC01: Yes\n\nInterviewer: Go.\n\nC01: I went.")).toEqual([
      "Interviewer",
      "C01",
      "Interviewer",
      "C01",
    ]);
  });
});
