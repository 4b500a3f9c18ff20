import { readFileSync } from "node:fs";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { decodeSingleByte } from "../text/code-pages";
import { lostWords } from "../transcripts/nothing-lost.fixture";
import { looksLikeDoc, readDoc } from "./doc";

// The folder of public data, which is not part of this repository; undefined where it is not named.
const REAL = process.env.POLYVOCAL_REAL_DATA && `${process.env.POLYVOCAL_REAL_DATA}/real`;

// The same interviews are there as pages; of those, html.real.test.ts tells where and why the figures differ from expect.json.
const turnsOf: Readonly<Record<string, Record<string, number>>> = {
  aho: { Aho: 46, MSM: 46 },
  condon: { MSM: 55, Condon: 54, McIlroy: 1 },
  fraser: { Fraser: 71, MSM: 57, M: 11 },
  kernighan: { MSM: 66, Kernighan: 66 },
};

describe.skipIf(REAL === undefined)("binary documents found in the wild (skipped without POLYVOCAL_REAL_DATA)", () => {
  test.each(["aho", "condon", "fraser", "kernighan"])(
    "%s.doc, of Word 97 or Word 95, has the turns and the words of the page that was made from it.",
    async (name) => {
      const folder = `${REAL}/unix_oral_history_a`;
      const expected = JSON.parse(readFileSync(`${folder}/expect.json`, "utf8")).files[`${name}.htm`];
      const bytes = readFileSync(`${folder}/files/${name}.doc`);
      expect(looksLikeDoc(bytes)).toBe(true);
      const reading = await readDoc(bytes, `${name}.doc`);
      expect(reading.issues).toEqual([]);
      const turns = reading.drafts[0]?.turns ?? [];
      const counts: Record<string, number> = {};
      for (const { label } of turns) counts[label] = (counts[label] ?? 0) + 1;
      expect(counts).toEqual(turnsOf[name]);
      const squeeze = (words = ""): string => words.replace(/\s+/g, " ").trim();
      const first = turns.find(({ label }) => label === expected.first_speaker);
      expect(squeeze(first?.words).slice(0, 40)).toBe(expected.first_text_startswith.slice(0, 40));
      expect(turns.at(-1)?.label).toBe(expected.last_speaker);
      expect(squeeze(turns.at(-1)?.words).endsWith(expected.last_text_endswith)).toBe(true);
      // What the page has and the document has not: the page's own title, and words mended in one of the two.
      const html = decodeSingleByte(1252, [...readFileSync(`${folder}/files/${name}.htm`)]) ?? "";
      expect(lostWords(bodyText(html), reading).length).toBeLessThanOrEqual(10);
    },
  );

  test("A .doc that is rich text is none, by its content.", () => {
    expect(looksLikeDoc(readFileSync(`${REAL}/unix_oral_history_a/files/cherry.doc`))).toBe(false);
  });
});

function bodyText(html: string): string {
  const words: string[] = [];
  const walk = (node: object): void => {
    if ("nodeName" in node && node.nodeName === "head") return;
    if ("value" in node && "nodeName" in node && node.nodeName === "#text") words.push(String(node.value));
    if ("nodeName" in node && /^(?:p|br|div|td|li|h\d)$/.test(String(node.nodeName))) words.push(" ");
    if ("childNodes" in node && Array.isArray(node.childNodes)) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return words.join("");
}
