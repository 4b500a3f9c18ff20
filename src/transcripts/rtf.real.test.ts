import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { toSource } from "../issues/source";
import { byteText } from "../text/byte-text";
import { lostWords } from "./nothing-lost.fixture";
import { parseRtf } from "./rtf";

// The folder of public data, which is not part of this repository; undefined where it is not named.
const REAL = process.env.POLYVOCAL_REAL_DATA && `${process.env.POLYVOCAL_REAL_DATA}/real`;

// Each interview is there in the styles of Word and TextEdit; expect.json holds the same figures for both.
test.skipIf(REAL === undefined)(
  "The derived RTF interviews have the turns, speakers and words that were expected.",
  () => {
    const folder = `${REAL}/derived_rtf_tabledocx`;
    const { files } = JSON.parse(readFileSync(`${folder}/expect.json`, "utf8"));
    for (const name of ["interview1_word", "interview1_textedit", "interview2_word", "interview2_textedit"]) {
      const expected = files[`${name}.rtf`];
      const text = byteText(readFileSync(`${folder}/files/${name}.rtf`));
      const reading = parseRtf(toSource(name, text));
      const turns = reading.drafts[0]?.turns ?? [];
      const squeeze = (words = ""): string => words.replace(/\s+/g, " ");
      expect(turns).toHaveLength(expected.labelled_blocks);
      const speakers: Record<string, number> = {};
      for (const { label } of turns) speakers[label] = (speakers[label] ?? 0) + 1;
      expect(speakers).toEqual(expected.speakers);
      expect(squeeze(turns[0]?.words).startsWith(expected.first_text_startswith)).toBe(true);
      expect(squeeze(turns.at(-1)?.words).endsWith(expected.last_text_endswith)).toBe(true);
      expect(turns.flatMap(({ words }) => words.split(/\s+/))).toHaveLength(expected.words_in_turn_text);
      expect(reading.issues).toEqual([]);
      // The visible text found by replacing what these two files are known to hold.
      const visible = text
        .slice(Math.max(text.indexOf("paperw"), text.indexOf("pardirnatural")))
        .replace(/\\u\d+/g, "")
        .replace(/\\'([0-9a-f]{2})/g, (_, hex) =>
          new TextDecoder("windows-1252").decode(Uint8Array.of(Number.parseInt(hex, 16))),
        )
        .replace(/\\[a-z]+-?\d* ?/g, " ")
        .replace(/pardirnatural|paperw\d+|[{}\\]/g, " ");
      expect(lostWords(visible, reading)).toEqual([]);
    }
  },
);
