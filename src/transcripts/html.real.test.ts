import { readFileSync } from "node:fs";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { canonicalText } from "../text/canonical";
import { decodeSingleByte } from "../text/code-pages";
import { parseHtml } from "./html";
import { declaredCharset } from "./html-charset";
import { lostWords } from "./nothing-lost.fixture";

// The folder of public data, which is not part of this repository; undefined where it is not named.
const REAL = process.env.POLYVOCAL_REAL_DATA && `${process.env.POLYVOCAL_REAL_DATA}/real`;
const squeeze = (words = ""): string => words.replace(/\s+/g, " ").trim();

// Where the figures of expect.json are not ours, with the reason.
const differences: Readonly<Record<string, { turns?: number; speakers?: Record<string, number>; words: number }>> = {
  // Its first turn stands in an indented list and has its label's bold closed in the next tag: it is one nevertheless.
  "aho.htm": { turns: 92, speakers: { Aho: 46, MSM: 46 }, words: 11_981 },
  // The headings "END of SIDE A", "STU FELDMAN 9-20-89 (continued)" and "SIDE B" are no words of a turn.
  "feldman.htm": { words: 9058 },
  // "M:" is a label as well, 11 times.
  "fraser.htm": { turns: 139, speakers: { Fraser: 71, MSM: 57, M: 11 }, words: 9883 },
  // Seven turns begin below a line break within a paragraph.
  "kernighan.htm": { turns: 132, speakers: { Kernighan: 66, MSM: 66 }, words: 13_744 },
};

function visibleText(html: string): string {
  const words: string[] = [];
  const walk = (node: object): void => {
    if ("value" in node && "nodeName" in node && node.nodeName === "#text") words.push(String(node.value));
    if ("nodeName" in node && /^(?:p|br|div|title|td|li|h\d)$/.test(String(node.nodeName))) words.push(" ");
    if ("childNodes" in node && Array.isArray(node.childNodes)) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return words.join("");
}

describe.skipIf(REAL === undefined)("pages found in the wild (skipped without POLYVOCAL_REAL_DATA)", () => {
  test.each(["aho", "cherry", "condon", "feldman", "fraser", "kernighan"])(
    "The page %s of 1998 has the turns, speakers and words that were expected.",
    (name) => {
      const folder = `${REAL}/unix_oral_history_a`;
      const expected = JSON.parse(readFileSync(`${folder}/expect.json`, "utf8")).files[`${name}.htm`];
      const bytes = readFileSync(`${folder}/files/${name}.htm`);
      expect(["windows-1252", null]).toContain(declaredCharset(bytes));
      const html = canonicalText(decodeSingleByte(1252, [...bytes]) ?? "");
      const reading = parseHtml(toSource(`${name}.htm`, html));
      expect(reading.issues).toEqual([]);
      const turns = reading.drafts[0]?.turns ?? [];
      const counts: Record<string, number> = {};
      for (const { label } of turns) counts[label] = (counts[label] ?? 0) + 1;
      const ours = differences[`${name}.htm`];
      expect(turns).toHaveLength(ours?.turns ?? expected.labelled_blocks);
      expect(counts).toEqual(ours?.speakers ?? expected.speakers);
      const first = turns.find(({ label }) => label === expected.first_speaker);
      expect(squeeze(first?.words).startsWith(expected.first_text_startswith)).toBe(true);
      expect(turns.at(-1)?.label).toBe(expected.last_speaker);
      expect(squeeze(turns.at(-1)?.words).endsWith(expected.last_text_endswith)).toBe(true);
      expect(turns.flatMap(({ words }) => words.split(/\s+/))).toHaveLength(ours?.words ?? expected.words_in_turn_text);
      // A turn's line is that of its first words, or of the label above them.
      const lines = html.split("\n");
      for (const { words, line } of turns) {
        const [start = ""] = /[\p{L}\p{N}]+/u.exec(words) ?? [];
        expect(lines.slice((line ?? 0) - 1, (line ?? 0) + 1).join(" ")).toContain(start);
      }
      expect(lostWords(visibleText(html), reading)).toEqual([]);
    },
  );
});
