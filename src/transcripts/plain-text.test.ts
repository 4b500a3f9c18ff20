import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentText } from "./plain-text";

/** Whole texts of the stuff that transcripts, and their worst cases, are made of. */
const anyText = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          "I: ",
          "P1: ",
          "Kirra: ",
          "**I:** ",
          "[doctor] ",
          "{012} ",
          "RES\t",
          "Note: ",
          "[0:03] ",
          "Kirra  0:03",
        ),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          "\n",
          "\n\n",
          " ",
          "\t",
          "\u00a0",
          "\u2028",
          "---",
          "# ",
          "===",
          "**",
          "__",
          ":",
          "：",
          "[",
          "]",
          "{",
          "(",
          ")",
        ),
      },
      { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
      {
        weight: 2,
        arbitrary: fc.constantFrom("yes", "No.", "the thing is", "10:30", "https://a.b", "👩‍👩‍👧", "العربية", "語"),
      },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join("").normalize("NFC"));

describe("segmentText", () => {
  test("Turns are in order, apart, trimmed and not empty, whatever the text.", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end, label } of segmentText(text).turns) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(label).toBe(label.trim());
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test("Outside the turns of a text without labels there is only white space.", () => {
    const line = fc.stringMatching(/^[a-z語é .,!?]{0,40}$/u);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join("\n");
        const turns = segmentText(text).turns;
        expect(turns.every(({ label }) => label === "")).toBe(true);
        const outside = [...turns]
          .reverse()
          .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
        expect(outside.trim()).toBe("");
      }),
    );
  });

  test("What stands below a turn changes nothing above it, once the labels are sure.", () => {
    const start = "I: One?\nP1: Two.\nI: Three?\nP1: Four.\n";
    fc.assert(
      fc.property(fc.array(fc.constantFrom("I: a", "P1: b", "P2: c", "d.", ""), { maxLength: 20 }), (more) => {
        expect(segmentText(start + more.join("\n")).turns.slice(0, 3)).toEqual(segmentText(start).turns.slice(0, 3));
      }),
    );
  });

  test("A long text is read, however it is made.", () => {
    const pieces = [
      "a",
      " ",
      "\t",
      ":",
      "*",
      "(",
      "[",
      "1",
      "0:03 ",
      "-",
      "- ",
      "#",
      "\n",
      "A: b\n",
      "P1 (x\n",
      "[00:00:01 - \n",
      "_",
    ];
    for (const piece of pieces) {
      const text = piece.repeat(100_000 / piece.length);
      const turns = segmentText(text).turns;
      expect(turns.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
      expect(segmentText(`P1: a\nI: b\nP1: ${text}`).turns[0]).toMatchObject({ label: "P1", start: 4, end: 5 });
    }
  });
});

describe("segmentText, hardWrapped", () => {
  const prose =
    "I had come down all those stairs and sat in the canteen with my tray when this man comes across and puts his pie " +
    "next to mine, and he does not say a word for a long time, and then he says that he had been on the ward himself, " +
    "eleven years before, in the very bed by the window, and I did not know where to look. ";

  const wrapped = (text: string, width: number): string =>
    text
      .split(" ")
      .reduce(
        ([line = "", ...above]: string[], word) =>
          line.length + 1 + word.length > width
            ? [word, line, ...above]
            : [line === "" ? word : `${line} ${word}`, ...above],
        [],
      )
      .reverse()
      .join("\n");

  test.each([50, 60, 72, 80, 100])("Prose that is broken at %d columns is hard-wrapped.", (width) => {
    expect(segmentText(wrapped(prose + prose, width)).hardWrapped).toBe(true);
    const talk = [prose, "Mm.", prose, "And then?"].map((words, turn) =>
      wrapped(`${turn % 2 ? "I" : "P1"}: ${words}`, width),
    );
    expect(segmentText(talk.join("\n\n")).hardWrapped).toBe(true);
    expect(segmentText(talk.join("\n")).hardWrapped).toBe(true);
  });

  test.each([
    ["one line", prose],
    ["paragraphs of one line", [prose, prose, prose].join("\n\n")],
    [
      "lines of one sentence",
      "I got up.\nIt rained all day and I saw nobody.\nI read a book.\nThen I went to bed early.\nI slept.",
    ],
    [
      "a line for each turn",
      Array.from({ length: 9 }, (_, turn) => `P${turn % 2}: It was ${"very ".repeat(turn)}well done.`).join("\n"),
    ],
    ["narrow subtitles", wrapped(prose, 35)],
    ["wide lines", wrapped(prose + prose + prose, 140)],
    ["too little to tell", "I had come down all those stairs and sat in the canteen with my tray\nand then."],
    ["nothing", ""],
  ])("%s: not hard-wrapped", (_, text) => {
    expect(segmentText(text).hardWrapped).toBe(false);
  });

  test("A few short or long lines in a hard-wrapped text change nothing.", () => {
    const lines = wrapped(prose + prose + prose, 72).split("\n");
    lines.splice(2, 0, "https://example.org/a-very-long-address-that-cannot-be-broken-anywhere-at-all-and-goes-on");
    lines.splice(6, 0, "A short one.");
    expect(segmentText(lines.join("\n")).hardWrapped).toBe(true);
  });
});
