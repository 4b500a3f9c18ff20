// What becomes of codings when a transcript is edited by hand after it was coded. Every coding is described in BEFORE.
import { expect, test } from "vitest";
import { describe } from "./describe";
import { rangeOf } from "./quotes.fixture";
import { resolve } from "./resolve";

const BEFORE = `Interview with R02
Date: 3 November 2025

Ines: How did you get there?

Maree: I drove. Danny wouldnt let me take the bus, and I sat in the car park for an hour with the thermos.

Ines: And were you let in?

Maree: No. They looked at me through the glass.

Ines: Did anybody come out?

Maree: No. Nobody ever came out to the families, it was like we were the ones who were catching. I went home.

Ines: And at night?

Maree: At night I lay there and counted what I had done. I went home.`;

const SENTENCE = "Nobody ever came out to the families, it was like we were the ones who were catching.";
const THERMOS = "I sat in the car park for an hour with the thermos";

const edit = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`"${from}" is not in the text`);
  return text.replace(from, () => to);
};
const swap = (first: string, second: string) => (text: string) =>
  text
    .split(first)
    .map((part) => part.split(second).join(first))
    .join(second);

test.each<
  [string, words: string, nth: number, ((text: string) => string)[], status: string, found: string | null, nth: number]
>([
  ["nothing", SENTENCE, 1, [], "exact", SENTENCE, 1],
  // Somewhere else
  [
    "a paragraph inserted before",
    SENTENCE,
    1,
    [edit("Ines: And were", "Ines: I see. Tea?\n\nMaree: Please.\n\nIns: And were")],
    "moved",
    SENTENCE,
    1,
  ],
  [
    "a paragraph inserted before a short answer",
    "No.",
    2,
    [edit("Ines: How", "Ines: Hello, Maree.\n\nInes: How")],
    "moved",
    "No.",
    2,
  ],
  [
    "a turn inserted right before a short answer",
    "No.",
    2,
    [edit("come out?\n\nMaree: No.", "come out?\n\nMaree: Hm?\n\nInes: Out?\n\nMaree: No.")],
    "moved",
    "No.",
    2,
  ],
  ["text appended", SENTENCE, 1, [(text) => `${text}\n\nInes: Thank you.`], "exact", SENTENCE, 1],
  ["the head taken off", "I went home.", 2, [(text) => text.slice(text.indexOf("Ines"))], "moved", "I went home.", 2],
  [
    "all names changed",
    "I went home.",
    1,
    [(text) => text.replaceAll("Maree", "R02").replaceAll("Ines", "Interviewer")],
    "moved",
    "I went home.",
    1,
  ],
  // All around a short answer is a speaker's name: nothing is left to tell it from the other.
  [
    "all names changed around a short answer",
    "No.",
    1,
    [(text) => text.replaceAll("Maree", "R02").replaceAll("Ines", "Interviewer")],
    "moved",
    "No.",
    1,
  ],
  ["two sentences swapped", "No.", 1, [swap("No. They looked", "No. Nobody ever")], "ambiguous", null, 0],
  ["two questions swapped", SENTENCE, 1, [swap("How did you get there?", "And at night?")], "moved", SENTENCE, 1],
  // Repeated
  ["the sentence repeated further down", SENTENCE, 1, [(text) => `${text} ${SENTENCE}`], "exact", SENTENCE, 1],
  ["the sentence repeated further up", SENTENCE, 1, [edit("I drove.", `I drove. ${SENTENCE}`)], "ambiguous", null, 0],
  ["a short answer repeated further up", "No.", 2, [edit("I drove.", "I drove. No.")], "moved", "No.", 3],
  ["the whole interview pasted in front", "No.", 2, [(text) => text + text], "exact", "No.", 2],
  // The words themselves
  [
    "a typo mended in the sentence",
    "Danny wouldnt let me take the bus",
    1,
    [edit("wouldnt", "wouldn't")],
    "approximate",
    "Danny wouldn't let me take the bus",
    1,
  ],
  [
    "a name pseudonymised in the sentence",
    `Danny wouldnt let me take the bus, and ${THERMOS}`,
    1,
    [edit("Danny", "[her son]")],
    "approximate",
    "[her son] wouldnt let me take the bus, and I sat in the car park for an hour with the thermos",
    1,
  ],
  [
    "a name pseudonymised in the middle",
    `I drove. Danny wouldnt let me take the bus, and ${THERMOS}`,
    1,
    [edit("Danny", "[her son]")],
    "approximate",
    `I drove. [her son] wouldnt let me take the bus, and ${THERMOS}`,
    1,
  ],
  [
    "dashes and quotation marks set by a word processor",
    THERMOS,
    1,
    [edit("an hour with", "an hour\u00a0with")],
    "exact",
    "I sat in the car park for an hour\u00a0with the thermos",
    1,
  ],
  [
    "lines broken anew",
    SENTENCE,
    1,
    [edit("families, it", "families,\nit")],
    "exact",
    "Nobody ever came out to the families,\nit was like we were the ones who were catching.",
    1,
  ],
  [
    "a word put in",
    SENTENCE,
    1,
    [edit("ever came", "ever, ever came")],
    "approximate",
    `Nobody ever, ever came${SENTENCE.slice(16)}`,
    1,
  ],
  [
    "the last word completed",
    "At night I lay there and count",
    1,
    [edit("night I lay", "nights I lay")],
    "lost",
    null,
    0,
  ],
  [
    "a typo mended in the sentence, and a paragraph inserted before",
    SENTENCE,
    1,
    [edit("catching", "contagious"), edit("I drove.", "I drove. Well.")],
    "approximate",
    SENTENCE.replace("catching", "contagious"),
    1,
  ],
  // Gone
  ["the sentence deleted", SENTENCE, 1, [edit(SENTENCE, "")], "lost", null, 0],
  [
    "the sentence rewritten",
    SENTENCE,
    1,
    [edit(SENTENCE, "There was no one who would speak with carers, as if we carried it in.")],
    "lost",
    null,
    0,
  ],
  [
    "a short answer deleted, the other one left",
    "No.",
    2,
    [edit("out?\n\nMaree: No. ", "out?\n\nMaree: ")],
    "ambiguous",
    null,
    0,
  ],
  [
    "a repeated sentence deleted, the other one left",
    "I went home.",
    2,
    [edit("had done. I went home.", "had done.")],
    "ambiguous",
    null,
    0,
  ],
  [
    "a repeated sentence deleted, its context left as it was",
    "I went home.",
    1,
    [edit("were catching. I went home.", "were catching.")],
    "ambiguous",
    null,
    0,
  ],
  ["everything", SENTENCE, 1, [() => ""], "lost", null, 0],
])("%s", (_, words, nth, edits, status, found, foundNth) => {
  const after = edits.reduce((text, each) => each(text), BEFORE);
  const resolution = resolve(after, describe(BEFORE, rangeOf(BEFORE, words, nth)));
  const { range } = resolution;
  expect([resolution.status, range && after.slice(range.start, range.end)]).toEqual([status, found]);
  if (found !== null) expect(range).toEqual(rangeOf(after, found, foundNth));
});

test("words that are only half of the nearest whole words are lost, and not found there", () => {
  const text = "it it Tuesday hope nurse the the believed ΔΩ";
  const selector = describe("it it Tuesday hope nurse the the believed I Tuesday hope I", { start: 42, end: 58 });
  expect(resolve(text, selector)).toMatchObject({ status: "lost", range: null });
});
