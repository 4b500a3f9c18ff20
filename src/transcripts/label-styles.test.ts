import { describe, expect, test } from "vitest";
import { segmentText } from "./plain-text";

/** Each turn as "label | words | start to end", with what there is of the time in seconds. */
function spoken(text: string, known?: ReadonlySet<string>): string[] {
  return segmentText(text, known).turns.map(({ label, start, end, time }) => {
    const seconds = time?.filter((each) => each !== null).join(" to ");
    return [label, text.slice(start, end), ...(seconds === undefined ? [] : [seconds])].join(" | ");
  });
}

describe("label styles", () => {
  test.each<[style: string, text: string, expected: string[]]>([
    [
      "name and colon, a line each",
      "Interviewer: How was it?\nC01: It was fine.\nInterviewer: And then?\nC01: Then I left.\n",
      ["Interviewer | How was it?", "C01 | It was fine.", "Interviewer | And then?", "C01 | Then I left."],
    ],
    [
      "letters and numbers, a blank line between",
      "I: How was it?\n\nP1: It was fine.\n\nI: I see.\n",
      ["I | How was it?", "P1 | It was fine.", "I | I see."],
    ],
    ["two turns are enough where roles speak", "I: hello\nP1: hello", ["I | hello", "P1 | hello"]],
    [
      "two names are enough where all they say is sentences",
      "Kirra: How are you?\nBronte: Fine.",
      ["Kirra | How are you?", "Bronte | Fine."],
    ],
    [
      "names with accents, dots, digits and blanks",
      [
        "Dr. Núñez: How did you sleep?",
        "Consumer peer worker 2: Badly.",
        "Speaker 1: So did I.",
        "Dr. Núñez: And you, Zoë?",
        "Zoë van den Berg: Like a stone.",
        "Consumer peer worker 2: Lucky you.",
        "Speaker 1: True.",
      ].join("\n"),
      [
        "Dr. Núñez | How did you sleep?",
        "Consumer peer worker 2 | Badly.",
        "Speaker 1 | So did I.",
        "Dr. Núñez | And you, Zoë?",
        "Zoë van den Berg | Like a stone.",
        "Consumer peer worker 2 | Lucky you.",
        "Speaker 1 | True.",
      ],
    ],
    [
      "a tab",
      "INT\tTesting.\nRES\tToast.\nI\tAnd: what else?\nRES\tTwo toast.",
      ["INT | Testing.", "RES | Toast.", "I | And: what else?", "RES | Two toast."],
    ],
    [
      "a colon and a tab",
      "Aho:\tYup.\nMSM:\tGo on.\nAho:\tNope.\nMSM:\tOh?",
      ["Aho | Yup.", "MSM | Go on.", "Aho | Nope.", "MSM | Oh?"],
    ],
    [
      "capitals and a blank",
      "INT How was it?\n\nRES It was TV news.\n\nINT Go on.\n\nRES TV again.",
      ["INT | How was it?", "RES | It was TV news.", "INT | Go on.", "RES | TV again."],
    ],
    [
      "capitals alone on the line above the words",
      "INT\nHow was it?\n\nRES\nFine.\nOkay\n\nINT\nGood.\n\nRES\nYes.",
      ["INT | How was it?", "RES | Fine.\nOkay", "INT | Good.", "RES | Yes."],
    ],
    [
      "bold with the colon inside",
      "**Ines:** Is it on?\n\n**Yusuf:** **Very** much.\n\n**Ines:** Good.\n\n**Yusuf:** Yes.",
      ["Ines | Is it on?", "Yusuf | **Very** much.", "Ines | Good.", "Yusuf | Yes."],
    ],
    [
      "bold with the colon outside",
      "**Ines**: Is it on?\n\n**Yusuf**: Yes.\n\n__Ines__: Good.\n\n*Yusuf*: Hm.",
      ["Ines | Is it on?", "Yusuf | Yes.", "Ines | Good.", "Yusuf | Hm."],
    ],
    [
      "the whole question bold, the answer plain",
      "**I: Is it on?**\n\nP1: Yes. **Very.**\n\n**I: Good.**\n\nP1: Hm.",
      ["I | Is it on?", "P1 | Yes. **Very.**", "I | Good.", "P1 | Hm."],
    ],
    [
      "bold without a colon",
      "**Interviewer** Is it on?\n\n**Yusuf** Yes.\n\n**Interviewer** Good.\n\n**Yusuf** Hm.",
      ["Interviewer | Is it on?", "Yusuf | Yes.", "Interviewer | Good.", "Yusuf | Hm."],
    ],
    [
      "the time first",
      "[00:01:02] Kirra: Is it on?\n[00:01:04] Lorcan: It is.\n0:01:10 Kirra: Good.\n(1:12) Lorcan: At 10:30: yes.",
      ["Kirra | Is it on? | 62", "Lorcan | It is. | 64", "Kirra | Good. | 70", "Lorcan | At 10:30: yes. | 72"],
    ],
    [
      "the time inside the bold",
      "**[00:01:02] Kirra:** Is it on?\n\n[00:01:04] **Lorcan:** It is.\n\n**Kirra [00:01:06]:** Good.\n\n**Lorcan:** [00:01:08] Yes.",
      ["Kirra | Is it on? | 62", "Lorcan | It is. | 64", "Kirra | Good. | 66", "Lorcan | Yes. | 68"],
    ],
    [
      "the time after the colon",
      "Tess: [00:00:03] One?\nDanny: [00:00:08.25] Leaflet.\nTess: 00:00:10 More?\nDanny: [0:14 - 0:20] No.",
      ["Tess | One? | 3", "Danny | Leaflet. | 8.25", "Tess | More? | 10", "Danny | No. | 14 to 20"],
    ],
    [
      "the time before the colon",
      "Speaker 1 (00:03):\nIs it on?\n\nSpeaker 2 [00:05]: It is.\n\nSpeaker 1 (00:07):\nGood.",
      ["Speaker 1 | Is it on? | 3", "Speaker 2 | It is. | 5", "Speaker 1 | Good. | 7"],
    ],
    [
      "name and time alone on a line",
      "Kirra  0:02\nIs it on?\n\nBronte  0:07\nIt is.\nMind the feed.\n\nKirra  1:04\nSo: go on.",
      ["Kirra | Is it on? | 2", "Bronte | It is.\nMind the feed. | 7", "Kirra | So: go on. | 64"],
    ],
    [
      "name in brackets and time alone on a line",
      "[Tess Hart] 10:02:03\nIs it on?\n\n[Ana Lee] 10:02:10\n[laughs] It is.\n\n[Tess Hart] 10:02:15\nGood.",
      ["Tess Hart | Is it on? | 36123", "Ana Lee | [laughs] It is. | 36130", "Tess Hart | Good. | 36135"],
    ],
    [
      "name, colon and time alone on a line",
      "Ines: 00:00:02\nIs it on?\n\nR02: 00:01:07\nIt is.\n\nIt was.\n\nInes: 00:02:00\nGood.",
      ["Ines | Is it on? | 2", "R02 | It is.\n\nIt was. | 67", "Ines | Good. | 120"],
    ],
    [
      "time and name alone on a line",
      "00:00:02 Speaker 1\nIs it on?\n\n[00:00:05] Speaker 2\nIt is.",
      ["Speaker 1 | Is it on? | 2", "Speaker 2 | It is. | 5"],
    ],
    [
      "name and time before words, without a colon",
      "S1 00:00:01.717 The quick\n\nS2 00:00:04.395 brown fox\n\nS1 00:01:15.835 jumps.\n\n00:01:20.000\n",
      ["S1 | The quick | 1.717", "S2 | brown fox | 4.395", "S1 | jumps. | 75.835"],
    ],
    [
      "square brackets",
      "[Interviewer] Is it on?\n[R07] [laughs] It is.\n[laughs] Sorry.\n[Interviewer] Good.\n[R07] Yes.",
      ["Interviewer | Is it on?", "R07 | [laughs] It is.\n[laughs] Sorry.", "Interviewer | Good.", "R07 | Yes."],
    ],
    [
      "roles in small letters in square brackets",
      "[doctor] Hello?\n[patient] Hello.\n[doctor]: How are you?\n[patient] Fine.",
      ["doctor | Hello?", "patient | Hello.", "doctor | How are you?", "patient | Fine."],
    ],
    [
      "numbers in braces",
      "104\n{000}: This is set 1 [204].\n{104}: It is soft.\n{000}: Go on.\n{012} Sorry.",
      ["000 | This is set 1 [204].", "104 | It is soft.", "000 | Go on.", "012 | Sorry."],
    ],
    [
      "wide colons",
      "访谈者：你好吗？\n王女士：很好。\n访谈者：然后呢？\n王女士：然后我走了。\n访谈者：好。\n王女士：再见。",
      [
        "访谈者 | 你好吗？",
        "王女士 | 很好。",
        "访谈者 | 然后呢？",
        "王女士 | 然后我走了。",
        "访谈者 | 好。",
        "王女士 | 再见。",
      ],
    ],
    [
      "a blank before the colon, none behind it",
      "Enquêteur : Ça va ?\nMarie : Oui.\nEnquêteur :Et alors ?\nMarie:Voilà.",
      ["Enquêteur | Ça va ?", "Marie | Oui.", "Enquêteur | Et alors ?", "Marie | Voilà."],
    ],
    [
      "what a program calls its speakers",
      "SPEAKER_00: Hello?\nSPEAKER_01: Hi.\nGuest_family: We came too.\nspk_2: Yes.",
      ["SPEAKER_00 | Hello?", "SPEAKER_01 | Hi.", "Guest_family | We came too.", "spk_2 | Yes."],
    ],
    [
      "two phrases that nobody would call names",
      "older sister: a.\nyounger sister: b.\nolder sister: c.\nyounger sister: d.\nolder sister: e.\nyounger sister: f.",
      [
        "older sister | a.",
        "younger sister | b.",
        "older sister | c.",
        "younger sister | d.",
        "older sister | e.",
        "younger sister | f.",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(spoken(text)).toEqual(expected);
  });
});

describe("turns", () => {
  test("A turn keeps its paragraphs, with the blank lines between them.", () => {
    const text = "I: Begin.\n\nP1: First.\n\nSecond.\n\n  Third.  \n\nI: Thanks.\n\nP1: Bye.\n";
    expect(spoken(text)).toEqual(["I | Begin.", "P1 | First.\n\nSecond.\n\n  Third.", "I | Thanks.", "P1 | Bye."]);
  });

  test("A label may stand above its words, and a label without words is no turn.", () => {
    expect(spoken("I:\n\nBegin.\n\nP1:\nFirst.\n\nI:\n\nP1: Second.")).toEqual([
      "I | Begin.",
      "P1 | First.",
      "P1 | Second.",
    ]);
  });

  test("A heading belongs to no turn, and what follows it is said by the same speaker in a turn of its own.", () => {
    const text =
      "# Interview\n\nI: Begin.\n\n## Part two\n\nI: Again?\n\nP1: Yes.\n\n---\n\nAnd more.\n\nEND OF INTERVIEW\n";
    expect(spoken(text)).toEqual(["I | Begin.", "I | Again?", "P1 | Yes.", "P1 | And more."]);
  });

  test("A time stamp alone on a line is nobody's words at the edge of a turn, and stays inside one.", () => {
    expect(spoken("I: Begin.\n[00:05]\nP1: One.\n[00:10]\nTwo.\n0:15")).toEqual([
      "I | Begin.",
      "P1 | One.\n[00:10]\nTwo.",
    ]);
  });

  test("What a speaker says at a time of day is words, and a stamp is none.", () => {
    expect(spoken("I: 10:30, was it?\nP1: 10:30:15\nI: 10:30\nP1: 9:15am it was.")).toEqual([
      "I | 10:30, was it?",
      "P1 | 9:15am it was.",
    ]);
  });

  test("A hard-wrapped turn is one turn, and its lines begin no others.", () => {
    const text = [
      "Interviewer: Tell me about the ward, and about the people you met there in",
      "the first week.",
      "",
      "C07: I met a nurse. Then I met a man who had been there for a year, and he",
      "said: no, you must not eat the soup. So I asked the nurse about it and she",
      "Anna: that was her name, told me the truth. The thing that I remember most",
      "is: nobody laughed.",
      "",
      "Interviewer: And then?",
      "",
      "C07: Then I left.",
    ].join("\n");
    expect(segmentText(text).turns.map(({ label }) => label)).toEqual(["Interviewer", "C07", "Interviewer", "C07"]);
  });

  test("A label that appears once is one where it is set as the others are.", () => {
    const text =
      "Kirra: a?\nLorcan: b.\nKirra: c?\nLorcan: d.\nKirra: e?\nLorc: f.\nNurse: Sorry.\nLorcan: g.\nKira: h?";
    expect(segmentText(text).turns.map(({ label }) => label)).toEqual([
      "Kirra",
      "Lorcan",
      "Kirra",
      "Lorcan",
      "Kirra",
      "Lorc",
      "Nurse",
      "Lorcan",
      "Kira",
    ]);
  });

  test("A slip of the pen in a label does not put the words into another's mouth.", () => {
    const text = "Guest_family: a.\nDoctor: b.\nGuest_family: c.\nGest_famly: d.\nDoctor: e.";
    expect(spoken(text)[3]).toEqual("Gest_famly | d.");
  });

  test("A label that the front matter declares needs no other evidence.", () => {
    const text = "kay: How was it?\nthe old man: Fine.";
    expect(spoken(text)).toEqual([" | kay: How was it?", " | the old man: Fine."]);
    expect(spoken(text, new Set(["kay", "The old man"]))).toEqual(["kay | How was it?", "the old man | Fine."]);
  });
});
