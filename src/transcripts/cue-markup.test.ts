import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCueMarkup, voiceReader } from "./cue-markup";

describe("a subtitle of one voice", () => {
  test.each([
    ["<v Ana>Somebody who had been there.</v>", { voice: "Ana", text: "Somebody who had been there." }],
    ["<v Dr  Lund>Yes.\nNo.", { voice: "Dr Lund", text: "Yes.\nNo." }],
    ["<v.loud Ana>Yes.</v>", null],
    ["<v Ana><i>Yes.</i></v>", null],
    ["<v Ana>Yes.</v> <v Kirra>No.</v>", null],
    ["<v Ana &amp; Kirra>Yes.</v>", null],
    ["<v Ana> </v>", null],
    ["<b or c>", null],
    ["Yes.", null],
  ])("%j is read at once where nothing else is in it", (raw, voiced) => {
    expect(voiceReader()(raw)).toEqual(voiced);
  });

  test("is read as any other markup, whatever the names and words are", () => {
    const part = fc.constantFrom(
      "<v ",
      "</v>",
      "<v.",
      ">",
      "<",
      "Ana",
      " ",
      "  ",
      "\n",
      "&amp;",
      "{\\an8}",
      "<i>",
      "a",
    );
    fc.assert(
      fc.property(fc.array(fc.array(part, { maxLength: 7 }), { maxLength: 4 }), (cues) => {
        const readVoice = voiceReader();
        for (const raw of cues.map((parts) => `<v ${parts.join("")}`)) {
          const voiced = readVoice(raw);
          if (voiced !== null) expect({ parts: [voiced], hasTimes: false }).toEqual(readCueMarkup(raw));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
