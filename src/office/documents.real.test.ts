import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { lostWords } from "../transcripts/nothing-lost.fixture";
import type { DraftTurn } from "../transcripts/reading";
import { readDocx } from "./docx";
import { readOdt } from "./odt";

// The folder of public data, which is not part of this repository; undefined where it is not named.
const REAL = process.env.POLYVOCAL_REAL_DATA && `${process.env.POLYVOCAL_REAL_DATA}/real`;
const squeeze = (words = ""): string => words.replace(/\s+/g, " ").trim();
const load = (path: string): Uint8Array => readFileSync(`${REAL}/${path}`);
const figures = (set: string) => JSON.parse(readFileSync(`${REAL}/${set}/expect.json`, "utf8"));

/** The words between the tags of a part; tags that end a word become blanks. */
function visibleIn(bytes: Uint8Array, part: string): string {
  return strFromU8(unzipSync(bytes)[part] ?? new Uint8Array())
    .replace(/<\/(?:w:p|text:p)>|<(?:w:br|w:tab|text:tab|text:s|text:line-break)\b[^>]*>/g, " ")
    .replace(/<[^>]+>/g, "")
    .replace(/&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&");
}

function speakers(turns: readonly DraftTurn[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { label } of turns) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

describe.skipIf(REAL === undefined)("documents found in the wild (skipped without POLYVOCAL_REAL_DATA)", () => {
  test.each([
    ["haski_students_de_docx", "NodeGrade_paper_ECSEE_qualitative_data_interview1_german.docx"],
    ["haski_students_de_docx", "NodeGrade_paper_ECSEE_qualitative_data_interview2_german.docx"],
    ["haski_students_de_docx", "NodeGrade_paper_ECSEE_qualitative_data_interview3_german.docx"],
    ["derived_rtf_tabledocx", "interview1_table.docx"],
    ["derived_rtf_tabledocx", "interview2_table.docx"],
  ])("%s: %s has the turns, speakers and words that were expected.", async (set, name) => {
    const expected = figures(set).files[name];
    const bytes = load(`${set}/files/${name}`);
    const reading = await readDocx(bytes, name);
    expect(reading.issues).toEqual([]);
    expect(reading.drafts).toHaveLength(1);
    const turns = reading.drafts[0]?.turns ?? [];
    expect(turns).toHaveLength(expected.labelled_blocks);
    expect(speakers(turns)).toEqual(expected.speakers);
    expect(turns[0]?.label).toBe(expected.first_speaker);
    expect(squeeze(turns[0]?.words).startsWith(expected.first_text_startswith)).toBe(true);
    expect(turns.at(-1)?.label).toBe(expected.last_speaker);
    expect(squeeze(turns.at(-1)?.words).endsWith(expected.last_text_endswith)).toBe(true);
    expect(turns.flatMap(({ words }) => words.split(/\s+/))).toHaveLength(expected.words_in_turn_text);
    if (expected.key_line !== undefined) expect(reading.drafts[0]?.remainder).toContain(expected.key_line);
    expect(lostWords(visibleIn(bytes, "word/document.xml"), reading)).toEqual([]);
  });

  test("One file of 33 interviews is split at their headings.", async () => {
    const expected = figures("sensory_speech_docx");
    const bytes = load("sensory_speech_docx/files/Transcripts.docx");
    const reading = await readDocx(bytes, "Transcripts.docx");
    const { drafts } = reading;
    expect(drafts.map(({ name }) => name)).toEqual(expected.interview_ids);
    // In one paragraph a second turn stands below a line break; the expectation counts paragraphs.
    const counts = Object.fromEntries(drafts.map(({ name, turns }) => [name, turns.length]));
    expect(counts).toEqual({ ...expected.per_interview_turns, "124": expected.per_interview_turns["124"] + 1 });
    for (const { name, turns } of drafts) {
      expect(Object.keys(speakers(turns)).filter((label) => label !== "000" && label !== name)).toEqual(
        // A slip of the typist, once: kept as printed.
        name === "120" ? ["221"] : [],
      );
    }
    const first = drafts[0]?.turns ?? [];
    expect(speakers(first)).toEqual(expected.first_interview.speakers);
    expect(squeeze(first[0]?.words).startsWith(expected.first_interview.first_text_startswith)).toBe(true);
    expect(squeeze(first.at(-1)?.words).endsWith(expected.first_interview.last_text_endswith)).toBe(true);
    expect(first.flatMap(({ words }) => words.split(/\s+/))).toHaveLength(expected.first_interview.words_in_turn_text);
    expect(lostWords(visibleIn(bytes, "word/document.xml"), reading)).toEqual([]);
  });

  test("17 think-aloud sessions label the moderator only; every other paragraph is a turn without label.", async () => {
    const { transcripts } = figures("serdif_taguette");
    expect(Object.keys(transcripts)).toHaveLength(17);
    for (const name of Object.keys(transcripts)) {
      const expected = transcripts[name];
      const bytes = load(`serdif_taguette/files/transcripts/raw/${name}`);
      const reading = await readOdt(bytes, name);
      expect(reading.issues).toEqual([]);
      expect(reading.drafts).toHaveLength(1);
      const turns = reading.drafts[0]?.turns ?? [];
      expect(turns).toHaveLength(expected.non_empty_paragraphs);
      expect(speakers(turns).MODERATOR).toBe(expected.moderator_lines);
      expect(Object.keys(speakers(turns)).sort()).toEqual(["", "MODERATOR"]);
      expect(turns.filter(({ label, words }) => label === "" && /^\(.*\)$/.test(words))).toHaveLength(
        expected.stage_directions_in_parentheses,
      );
      expect(squeeze(turns[0]?.words)).toBe(expected.first);
      // The expectation gives the first 160 characters of the last paragraph.
      expect(squeeze(turns.at(-1)?.words).startsWith(squeeze(expected.last))).toBe(true);
      // It counts each label as a word.
      const words = turns.flatMap((turn) => turn.words.split(/\s+/)).length;
      expect(words + expected.moderator_lines).toBe(expected.words);
      expect(lostWords(visibleIn(bytes, "content.xml"), reading)).toEqual([]);
    }
  });
});
