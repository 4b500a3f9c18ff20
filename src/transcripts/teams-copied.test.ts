import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { dumpReading } from "./dump.fixture";
import { looksLikeTeams, parseTeams } from "./teams";

// In the forms in which people have transcripts of Teams and Stream that they copied; the words are invented.
const folder = new URL("../../fixtures/transcripts/teams-copied/", import.meta.url);
const golden = new URL("../../fixtures/transcripts/golden/", import.meta.url);
const load = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const spoken = (text: string): unknown[] =>
  parseTeams(toSource("a.txt", text)).drafts.flatMap(({ turns }) =>
    turns.map(({ label, words, time, line }) => [label, words, ...(time ?? []), line]),
  );

describe("transcripts of Teams that were copied", () => {
  test.each(readdirSync(folder))("reads %s", async (name) => {
    const text = load(name);
    expect(looksLikeTeams(text)).toBe(true);
    await expect(dumpReading(parseTeams(toSource(name, text)))).toMatchFileSnapshot(
      new URL(`teams-copied-${name}`, golden).pathname,
    );
  });

  test("Without its lines, the names that come back part names and words, and every word is kept.", () => {
    const text = load("glued.txt");
    const reading = parseTeams(toSource("a.txt", text));
    expect(spoken(text)).toEqual([
      ["Tess Marlowe", "Shall we begin? Tell me about the garden.", 1, 3.87, 1],
      ["Zoë de la Cruz", "Well, it was 2010. I had been there since May.", 4.56, 12.09, 1],
      ["Ron McKay (Guest)", "Hello?", 12.14, 12.61, 1],
      ["Tess Marlowe", "“Hello”, yes.", 15.85, 18.95, 1],
      ["Ron McKay (Guest)", "Sorry, go on.", 19.09, 20, 1],
      ["Ira Moen", "The iPad rang.", 21, 22, 1],
    ]);
    expect(reading.issues).toEqual([]);
  });

  test("Lines are those of the file where there are some, and what no name begins stays whole.", () => {
    const text =
      "Our talk\n0:0:1.0 --> 0:0:2.0Ana RuizYes, so it was.\n0:0:3.0 --> 0:0:4.0und dann\n0:0:5.0 --> 0:0:6.0Ana RuizNo.\n0:0:7.0 --> 0:0:8.0Ana RuizWell.";
    expect(spoken(text)).toEqual([
      ["Ana Ruiz", "Yes, so it was.", 1, 2, 2],
      ["", "und dann", 3, 4, 3],
      ["Ana Ruiz", "No. Well.", 5, 8, 4],
    ]);
    expect(parseTeams(toSource("a.txt", text)).drafts[0]?.remainder).toEqual(["Our talk"]);
  });

  test("Such times that a text of another kind has once in it do not make it one of Teams.", () => {
    const text = "Tess: Shall we begin?\n\nAna: At 0:0:1.0 --> 0:0:2.0it says nothing.\n\nTess: Well.";
    expect(looksLikeTeams(text)).toBe(false);
    expect(looksLikeTeams("\n0:0:1.0 --> 0:0:2.0Ana RuizYes.")).toBe(true);
  });

  test("Names above or below lines of times are told, with one time or two.", () => {
    const [above, below] = [load("names-above.txt"), load("names-below.txt")];
    expect(spoken(above)).toEqual([
      ["Tess Marlowe", "Shall we begin?", 1, null, 5],
      ["Zoë Cruz (Guest)", "Well, it was in May. I had been there.", 4, null, 9],
      ["Tess Marlowe", "Yes?", 12, null, 14],
      ["Zoë Cruz (Guest)", "No.", 3615, null, 18],
    ]);
    expect(spoken(below)).toEqual([
      ["Tess Marlowe", "Shall we begin?", 1.12, 3.87, 3],
      ["Zoë Cruz", "Well, it was in May. I had been there.", 4.56, 12.09, 7],
      ["Tess Marlowe", "Yes?", 12.14, 12.61, 15],
    ]);
  });

  test.each([
    [
      "subtitles whose lines do not come back",
      "00:00:01.0 --> 00:00:02.0\nYes\nNo\n\n00:00:03.0 --> 00:00:04.0\nThen\nWell\n\n00:00:05.0 --> 00:00:06.0\nAnd\nSo\n",
    ],
    ["times in the words", "Ana: It lasted from 0:0:3.120 --> 0:0:5.40 or so."],
    ["times and words alone", "0:00:01\nWell then.\n\n0:00:02\nSo it is.\n\n0:00:03\nNever again.\n"],
    ["numbered subtitles", "1\n00:00:01,000 --> 00:00:02,000\nAna\nYes.\n"],
  ])("%s are none", (_, text) => {
    expect(looksLikeTeams(text)).toBe(false);
  });

  test("No word is lost, wherever the seams are.", () => {
    const word = fc.constantFrom(
      "Ana",
      "Ruiz",
      "yes",
      "McKay",
      "iPad",
      "12",
      "(Guest)",
      "So?",
      "“No”",
      "你好",
      " ",
      "\n",
      "-",
    );
    const body = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(""));
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 8 }), (bodies) => {
        const text = bodies.map((each, index) => `0:0:${index}.5 --> 0:0:${index}.700Ana Ruiz${each}`).join("");
        const letters = (all: string): string => all.replace(/\s/g, "");
        const { drafts } = parseTeams(toSource("a.txt", text));
        const read = drafts.flatMap(({ turns, remainder }) => [
          ...turns.flatMap(({ label, words }) => [label, words]),
          ...remainder,
        ]);
        expect([...letters(bodies.join(""))].every((letter) => letters(read.join("")).includes(letter))).toBe(true);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
