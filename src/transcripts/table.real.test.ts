import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { toSource } from "../issues/source";
import { canonicalText } from "../text/canonical";
import { lostWords } from "./nothing-lost.fixture";
import type { Reading } from "./reading";
import { parseTable } from "./table";

// The folder of public data, which is not part of this repository; undefined where it is not named.
const REAL = process.env.POLYVOCAL_REAL_DATA && `${process.env.POLYVOCAL_REAL_DATA}/real`;

const load = (path: string): { text: string; reading: Reading } => {
  const text = canonicalText(readFileSync(`${REAL}/${path}`, "utf8"));
  return { text, reading: parseTable(toSource(path, text)) };
};
const expected = (set: string): Record<string, Record<string, never>> =>
  JSON.parse(readFileSync(`${REAL}/${set}/expect.json`, "utf8")).files;
const labelCounts = ({ drafts }: Reading): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { turns } of drafts) for (const { label } of turns) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
};
const squeeze = (words = ""): string => words.replace(/\s+/g, " ");

test.skipIf(REAL === undefined)("anthropic_interviewer_csv has the transcripts and turns that were expected.", () => {
  const files: [string, Record<string, number>][] = [
    // expect.json has four and one more of AI: labels at the end of a transcript with no words behind them. A turn without
    // words is none; these labels are in the remainder.
    ["creatives_transcripts.csv", { Assistant: 125, User: 1259, AI: 1259 - 4 }],
    ["scientists_transcripts.csv", { Assistant: 125, User: 1160, AI: 1160 - 1 }],
  ];
  for (const [name, labels] of files) {
    const wanted = expected("anthropic_interviewer_csv")[name] ?? {};
    const { reading } = load(`anthropic_interviewer_csv/files/interview_transcripts/${name}`);
    expect(reading.drafts).toHaveLength(wanted.rows ?? 0);
    expect([reading.drafts[0]?.name, reading.drafts.at(-1)?.name]).toEqual([wanted.id_first, wanted.id_last]);
    expect(labelCounts(reading)).toEqual(labels);
    const first: Record<string, string> = wanted.first_transcript ?? {};
    const turns = reading.drafts[0]?.turns ?? [];
    expect(turns).toHaveLength(Number(first.labelled_blocks));
    expect([turns[0]?.label, turns.at(-1)?.label]).toEqual([first.first_speaker, first.last_speaker]);
    expect(squeeze(turns[0]?.words).startsWith(first.first_text_startswith ?? "?")).toBe(true);
    expect(squeeze(turns.at(-1)?.words).endsWith(first.last_text_endswith ?? "?")).toBe(true);
    expect(turns.flatMap(({ words }) => words.split(/\s+/))).toHaveLength(Number(first.words_in_turn_text));
  }
});

test.skipIf(REAL === undefined)("mts_dialog_csv has the conversations and labels that were expected.", () => {
  const files = expected("mts_dialog_csv");
  for (const name of Object.keys(files).filter((each) => each.startsWith("Main-Dataset"))) {
    const { text, reading } = load(`mts_dialog_csv/files/${name}`);
    expect(reading.drafts).toHaveLength(files[name]?.rows ?? 0);
    expect(labelCounts(reading)).toEqual(files[name]?.labels);
    // All cells but the name of the column that became the turns.
    expect(lostWords(text.slice(text.indexOf("\n")), reading)).toEqual([]);
  }
});

test.skipIf(REAL === undefined)(
  "The augmented conversations of mts_dialog_csv differ where a cell's label is lost.",
  () => {
    const files = expected("mts_dialog_csv");
    for (const name of Object.keys(files).filter((each) => each.startsWith("Augmented-Data"))) {
      const { reading } = load(`mts_dialog_csv/files/${name}`);
      const { "": unlabelled = 0, ...labels } = labelCounts(reading);
      const wanted: Record<string, number> = files[name]?.labels ?? {};
      // A cell whose first label was lost in translation, with everything in one line, is one turn of nobody. "The doctor:" and
      // "Physician:" at the beginning of such a cell are not told from speech.
      const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);
      expect(Math.abs(sum(labels) - sum(wanted))).toBeLessThanOrEqual(4);
      expect(unlabelled).toBeLessThan(150);
    }
  },
);

test.skipIf(REAL === undefined)(
  "A survey with sixteen columns called Comments has a transcript for each respondent.",
  () => {
    const { text, reading } = load("serdif_taguette/files/PSSUQ/scores/SERDIF_PSSUQ_P2.csv");
    // 17 respondents, of whom three answered no open question.
    expect(reading.drafts).toHaveLength(14);
    expect(lostWords(text, reading)).toEqual([]);
  },
);
