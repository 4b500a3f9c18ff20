import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { canonicalText } from "../text/canonical";
import { parseCsv } from "../text/csv";
import { segmentText } from "./plain-text";

// Public transcripts, which are not part of this repository: the folder is named by POLYVOCAL_REAL_DATA.
const folder = process.env.POLYVOCAL_REAL_DATA ?? "";
const present = folder !== "" && existsSync(folder);

const readText = (path: string): string => canonicalText(readFileSync(join(folder, "real", path), "utf8"));

function countLabels(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { label } of texts.flatMap((text) => segmentText(text).turns)) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

describe.skipIf(!present)("transcripts found in the wild (skipped without POLYVOCAL_REAL_DATA)", () => {
  test("A hard-wrapped interview has the turns that its expectation counts.", () => {
    const text = readText("entrevista_es_qc/files/corpus/entrevista_reinoso.txt");
    const { turns } = JSON.parse(readText("entrevista_es_qc/expect.json"));
    expect(countLabels([text])).toEqual(turns.speakers);
    expect(segmentText(text).hardWrapped).toBe(true);
    expect(segmentText(text).turns.flatMap(({ start, end }) => text.slice(start, end).split(/\s+/)).length).toBe(
      turns.words_in_turn_text,
    );
  });

  test("A transcription service's file has labels and times, and its last time belongs to nobody.", () => {
    const text = readText("nzilbb_same_talk_many_formats/files/transcribeme.txt");
    expect(segmentText(text).turns.map(({ label, time }) => [label, time])).toEqual([
      ["S1", [1.717, null]],
      ["S2", [4.395, null]],
      ["S1", [8.692, null]],
      ["S2", [75.835, null]],
    ]);
  });

  test.each(["creatives", "scientists"])(
    "125 interviews of many paragraphs a turn, in the cells of a table: %s",
    (name) => {
      const path = `anthropic_interviewer_csv/files/interview_transcripts/${name}_transcripts.csv`;
      const { files } = JSON.parse(readText("anthropic_interviewer_csv/expect.json"));
      const cells = parseCsv(toSource(path, readText(path))).rows.map((row) => row.cell("text"));
      const counts = countLabels(cells);
      const { labels } = files[`${name}_transcripts.csv`];
      // The expectation counts four labels with nothing behind them; one line of speech reads like a label.
      expect(counts.Assistant).toBe(labels.Assistant);
      expect(counts.User).toBe(labels.User);
      expect(labels.AI - (counts.AI ?? 0)).toBeLessThanOrEqual(4);
      expect(Object.keys(counts).length).toBeLessThanOrEqual(4);
    },
  );

  test("1,201 short conversations: every line begins a turn, slips of the pen among them.", () => {
    const path = "mts_dialog_csv/files/Main-Dataset/MTS-Dialog-TrainingSet.csv";
    const cells = parseCsv(toSource(path, readText(path))).rows.map((row) => canonicalText(row.cell("dialogue")));
    for (const cell of cells) {
      const expected = [...cell.matchAll(/^[ \t]*(\w+) ?:[ \t]*\S/gm)].map(([, label]) => label);
      expect(segmentText(cell).turns.map(({ label }) => label)).toEqual(expected);
    }
  });

  test("39 interviews of a study have an interviewer and one participant each; one of them said nothing.", () => {
    const ids = Array.from({ length: 39 }, (_, index) => `P${String(index + 1).padStart(2, "0")}`);
    for (const id of ids) {
      const text = canonicalText(readFileSync(join(folder, "studies/scrum-quality/transcripts", `${id}.txt`), "utf8"));
      expect(Object.keys(countLabels([text])).sort()).toEqual(text.trim() === "" ? [] : ["I", id]);
    }
  });
});
