import { describe, expect, test } from "vitest";
import { segmentText } from "./plain-text";

const labelsOf = (text: string): string[] => segmentText(text).turns.map(({ label }) => label);
const wordsOf = (text: string): string[] => segmentText(text).turns.map(({ start, end }) => text.slice(start, end));

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

describe("a name that appears once, and is set otherwise than the labels", () => {
  test.each<[why: string, text: string, labels: string[]]>([
    [
      "stands below a label that waits for its words",
      "Kirra:\nParis: was it grand?\nLorcan:\nIt was.\nKirra:\nGood.\nLorcan:\nYes.\n",
      ["Kirra", "Lorcan", "Kirra", "Lorcan"],
    ],
    [
      "stands where the line was only wrapped",
      [
        "Kirra: Did you go to see the town, or did you stay at home the whole of it?",
        "Lorcan: I went. I had always wanted to, and then I had the money, so I saw",
        "Paris: it was grand, though it rained on every one of the days that we had",
        "there, and then I came home again with a cold and with no money in all the",
        "pockets that I had, and I was glad of every bit of it and would go again,",
        "if somebody were to ask me, which nobody has done up to now, and I do not",
        "expect it.",
        "Kirra: Good.",
        "Lorcan: Yes.",
        "Kirra: Thanks.",
        "Lorcan: Bye.",
      ].join("\n"),
      ["Kirra", "Lorcan", "Kirra", "Lorcan", "Kirra", "Lorcan"],
    ],
    [
      "has no time, as the others have",
      "[0:01] Kirra: Where?\n[0:02] Lorcan: There.\nParis: it was grand.\n[0:04] Kirra: Good.\n[0:05] Lorcan: Yes.",
      ["Kirra", "Lorcan", "Kirra", "Lorcan"],
    ],
    [
      "is not bold, as the others are",
      "**Kirra:** Where?\n\n**Lorcan:** There.\n\nParis: it was grand.\n\n**Kirra:** Good.\n\n**Lorcan:** Yes.",
      ["Kirra", "Lorcan", "Kirra", "Lorcan"],
    ],
    [
      "is inside a block, where the others begin one",
      "Kirra: Where?\n\nLorcan: There.\nParis: it was grand.\n\nKirra: Good.\n\nLorcan: Yes.",
      ["Kirra", "Lorcan", "Kirra", "Lorcan"],
    ],
    [
      "states a fact above the first turn",
      "Oslo: May 2025\nKirra: Where?\nLorcan: There.\nKirra: Good.\nLorcan: Yes.",
      ["Kirra", "Lorcan", "Kirra", "Lorcan"],
    ],
    [
      "is a common word of the text, even twice",
      "Kirra: Always?\nLorcan: I always did.\nAlways: I did.\nKirra: Good.\nLorcan: Yes.\nAlways: I did.",
      ["Kirra", "Lorcan", "Kirra", "Lorcan"],
    ],
    [
      "is a link",
      "[doctor] Where?\n[patient] There.\n[patient](https://example.org) is where I read it.\n[doctor] Good.",
      ["doctor", "patient", "doctor"],
    ],
    [
      "ends a paragraph",
      "INT\nWho was it?\n\nRES\nI think it was\nRES\nor so.\n\nINT\nGood.\n\nRES\nYes.",
      ["INT", "RES", "INT", "RES"],
    ],
    [
      "is one of very many, in a text that holds a list",
      [
        "I: List them.",
        "P1: So.",
        ...Array.from({ length: 60 }, (_, n) => `Town Number${n}x: far.`),
        "I: Good.",
        "P1: Yes.",
      ].join("\n"),
      ["I", "P1", "I", "P1"],
    ],
  ])("%s", (_, text, labels) => {
    expect(labelsOf(text)).toEqual(labels);
  });

  test("A sentence above a rule is no heading.", () => {
    expect(wordsOf("I: Begin.\n\nP1: One.\n\nThat was it for me.\n---\nI: Bye.\n\nP1: Bye.")).toEqual([
      "Begin.",
      "One.\n\nThat was it for me.",
      "Bye.",
      "Bye.",
    ]);
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
