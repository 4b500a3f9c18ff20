import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { dumpReading } from "./dump.fixture";
import { lostWords } from "./nothing-lost.fixture";
import { looksLikeTeams, parseTeams } from "./teams";

const folder = new URL("../../fixtures/transcripts/teams/", import.meta.url);
const golden = new URL("../../fixtures/transcripts/golden/", import.meta.url);
const load = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const spoken = (text: string): unknown[] =>
  parseTeams(toSource("a.txt", text)).drafts.flatMap(({ turns }) =>
    turns.map(({ label, words, time, line }) => [label, words, ...(time ?? []), line]),
  );

describe("parseTeams", () => {
  test.each(readdirSync(folder))("reads %s", async (name) => {
    const text = load(name);
    expect(looksLikeTeams(text)).toBe(true);
    await expect(dumpReading(parseTeams(toSource(name, text)))).toMatchFileSnapshot(
      new URL(`teams-${name}`, golden).pathname,
    );
  });

  test.each(readdirSync(folder))("Every word of %s is kept.", (name) => {
    const reading = parseTeams(toSource(name, load(name)));
    const labels = new Set(reading.drafts.flatMap(({ turns }) => turns.flatMap(({ label }) => label.split(" "))));
    const visible = load(name).replace(/^.* --> .*$/gm, "");
    // A name is kept once for each turn that it speaks.
    expect(lostWords(visible, reading).filter((word) => !labels.has(word))).toEqual([]);
  });

  test("What follows the point is a number of milliseconds, and names stand above the words.", () => {
    expect(spoken("0:0:6.90 --> 0:0:6.500\nAna Ruiz\nYes.\n\n0:10:7.5 --> 0:10:12.080\nIra Moen\nSo?\n")).toEqual([
      ["Ana Ruiz", "Yes.", 6.09, 6.5, 3],
      ["Ira Moen", "So?", 607.005, 612.08, 7],
    ]);
  });

  test.each([
    ["0:0:3.120 --> 0:0:5.40\nAna\nYes.\n", true],
    ["The meeting of May\n\n0:0:3.120 --> 0:0:5.40\nAna\nYes.\n", true],
    ["0:10:12.530 --> 0:10:13.10\nAna\nYes.\n0:11:2.80 --> 0:11:2.100\nAna\nNo.\n", true],
    ["00:00:03.120 --> 00:00:05.400\nAna\nYes.\n", false],
    ["WEBVTT\n\n0:0:3.120 --> 0:0:5.40\n<v Ana>Yes.</v>\n", false],
    ["<pre>\n0:0:3.120 --> 0:0:5.40\nYes.\n</pre>", false],
    ["Ana: It lasted from 0:0:3.120 --> 0:0:5.40\n", false],
    ["", false],
  ])("%j is one: %s", (text, expected) => {
    expect(looksLikeTeams(text)).toBe(expected);
  });

  test("Every number of milliseconds is read as it was written.", () => {
    const span = fc.tuple(fc.nat(9_999_999), fc.nat(9_999));
    const bare = (time: number): string =>
      `${Math.floor(time / 3_600_000)}:${Math.floor(time / 60_000) % 60}:${Math.floor(time / 1000) % 60}.${time % 1000}`;
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 9 }), (spans) => {
        const text = spans
          .map(([start, length], index) => `${bare(start)} --> ${bare(start + length)}\nSpeaker ${index}\nYes.\n`)
          .join("\n");
        expect(spoken(text)).toEqual(
          spans.map(([start, length], index) => [
            `Speaker ${index}`,
            "Yes.",
            start / 1000,
            (start + length) / 1000,
            index * 4 + 3,
          ]),
        );
      }),
    );
  });

  test("Nothing makes it throw.", () => {
    const line = fc.constantFrom("0:0:1.5 --> 0:0:2.7", "0:0:9.0 --> 0:0:2.7", "x --> 0:0:1.1", "Ana", "Yes.", "", " ");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        expect(parseTeams(toSource("a.txt", lines.join("\n"))).drafts).toHaveLength(1);
      }),
    );
  });
});
