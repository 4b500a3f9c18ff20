import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { canonicalText } from "../text/canonical";
import { parseJsonTranscript } from "./json";
import { lostWords } from "./nothing-lost.fixture";
import type { DraftTurn, Reading } from "./reading";

// Public files of speech recognisers, which are not part of this repository: POLYVOCAL_REAL_DATA names the folder.
const folder = process.env.POLYVOCAL_REAL_DATA ?? "";
const load = (path: string): string => canonicalText(readFileSync(join(folder, "real", path), "utf8"));

interface Read {
  readonly json: ReturnType<typeof JSON.parse>;
  readonly expected: ReturnType<typeof JSON.parse>;
  readonly reading: Reading;
  readonly turns: readonly DraftTurn[];
  readonly words: readonly string[];
}

function read(path: string): Read {
  const file = `asr_vendor_json/files/stt-adapters/${path.replace("/", "/sample/")}`;
  const text = load(file);
  const reading = parseJsonTranscript(toSource(file, text));
  const turns = reading.drafts[0]?.turns ?? [];
  return {
    json: JSON.parse(text),
    expected: JSON.parse(load("asr_vendor_json/expect.json")).files[path],
    reading,
    turns,
    words: turns.flatMap((turn) => turn.words.split(/\s+/)),
  };
}

const labels = (turns: readonly DraftTurn[]): string[] => [...new Set(turns.map(({ label }) => label))].sort();

describe.skipIf(folder === "" || !existsSync(folder))("JSON of services (skipped without POLYVOCAL_REAL_DATA)", () => {
  test("AWS without speakers is one turn of all words.", () => {
    const { json, expected, reading, turns, words } = read("amazon-transcribe/amazonTranscribe.sample.json");
    expect(turns).toHaveLength(1);
    expect(words).toHaveLength(expected.words);
    expect([words[0], turns[0]?.time?.[0]]).toEqual(expected.first);
    expect([words.at(-1), turns[0]?.time?.[1]]).toEqual(expected.last);
    expect(turns[0]?.words).toBe(json.results.transcripts[0].transcript);
    expect(reading.issues).toEqual([]);
  });

  test("AWS with speakers: segments of one speaker in a row are one turn; those without a speaker have no words.", () => {
    const { json, expected, reading, turns, words } = read("amazon-transcribe/todayinfocus.sample.json");
    expect(words).toHaveLength(expected.words);
    expect(labels(turns)).toEqual(
      Object.keys(expected.speakers)
        .filter((label) => label !== "")
        .sort(),
    );
    const spoken = json.results.speaker_labels.segments.filter(({ items }: { items: [] }) => items.length > 0);
    const changes = spoken.filter(
      (each: { speaker_label: string }, index: number) => spoken[index - 1]?.speaker_label !== each.speaker_label,
    );
    expect(turns.map(({ label }) => label)).toEqual(
      changes.map((each: { speaker_label: string }) => each.speaker_label),
    );
    expect([words.at(-1), turns.at(-1)?.time?.[1]]).toEqual(expected.last);
    expect(lostWords(json.results.transcripts[0].transcript, reading)).toEqual([]);
  });

  test("IBM Watson: one speaker, one turn; a bare number is told as Speaker 1.", () => {
    const { json, expected, reading, turns, words } = read("ibm/ibmTedTalkTranscript.sample.json");
    expect(words).toHaveLength(expected.words);
    expect(turns.map(({ label }) => label)).toEqual(["Speaker 1"]);
    expect([words[0], words.at(-1)]).toEqual([expected.first[0], expected.last[0]]);
    expect(turns[0]?.time).toEqual([expected.first[1], expected.last[2]]);
    const results: { alternatives: { transcript: string }[] }[] = json.results[0].results;
    expect(lostWords(results.map((each) => each.alternatives[0]?.transcript).join(" "), reading)).toEqual([]);
  });

  test("Speechmatics has the turns of its list of speakers; its words count punctuation marks, which are none here.", () => {
    const { json, expected, reading, turns, words } = read("speechmatics/speechmaticsTedTalkTranscript.sample.json");
    const all: { name: string }[] = json.words;
    expect(all).toHaveLength(expected.words);
    expect(words).toHaveLength(all.filter(({ name }) => name !== ".").length);
    expect(turns).toHaveLength(expected.speaker_turns);
    const counts: Record<string, number> = {};
    for (const { label } of turns) counts[label] = (counts[label] ?? 0) + 1;
    expect(counts).toEqual(expected.speakers);
    expect([words[0], String(turns[0]?.time?.[0])]).toEqual(expected.first);
    expect(words.at(-1)).toBe("you.");
    expect(lostWords(all.map(({ name }) => name).join(" "), reading)).toEqual([]);
  });

  test("BBC Kaldi: 77 segments are ten turns of two speakers; the other three speakers have no words in theirs.", () => {
    const { json, expected, reading, turns, words } = read(
      "bbc-kaldi/bbcKaldiTranscriptWithSpeakerSegments.sample.json",
    );
    expect(words).toHaveLength(expected.words);
    expect(turns.map(({ label }) => label)).toEqual([
      "S12",
      "S10",
      "S12",
      "S10",
      "S12",
      "S10",
      "S12",
      "S10",
      "S12",
      "S10",
    ]);
    expect(reading.drafts[0]?.speakers.map(({ label }) => label)).toEqual(Object.keys(expected.speakers));
    expect([words[0], turns[0]?.time?.[0]]).toEqual(expected.first);
    expect([words.at(-1), turns.at(-1)?.time?.[1]]).toEqual(expected.last);
    expect(lostWords(json.retval.punct, reading)).toEqual([]);
  });

  test("BBC Kaldi's segments alone are no transcript.", () => {
    const text = load("asr_vendor_json/files/stt-adapters/bbc-kaldi/sample/bbcKaldiSpeakerSegments.sample.json");
    expect(parseJsonTranscript(toSource("a.json", text)).issues.map(({ code }) => code)).toEqual([
      "unsupported-format",
    ]);
  });

  test("Google with speakers: the last result has all words, and only it is read.", () => {
    const { json, expected, reading, turns, words } = read("google-stt/gcpSttSpeakerDiarization.sample.json");
    expect(words).toHaveLength(expected.words_in_last_result);
    const counts: Record<string, number> = {};
    for (const turn of turns) counts[turn.label] = (counts[turn.label] ?? 0) + turn.words.split(/\s+/).length;
    expect(counts).toEqual({ "Speaker 2": 1764, "Speaker 1": 2 });
    expect(expected.speaker_tags_in_last_result).toEqual({ 2: 1764, 1: 2 });
    expect([words[0], words.at(-1)]).toEqual([expected.first_word.word, expected.last_word.word]);
    expect([turns[0]?.time?.[0], turns.at(-1)?.time?.[1]]).toEqual([12.9, 706]);
    const results: { alternatives: { transcript?: string }[] }[] = json.results;
    const said = results.slice(0, -1).map((each) => each.alternatives[0]?.transcript);
    expect(lostWords(said.join(" "), reading)).toEqual([]);
  });

  test.each(["gcpStt", "gcpSttPunctuation"])(
    "Google without speakers (%s): a turn a result, with its words as printed.",
    (name) => {
      const { json, reading, turns } = read(`google-stt/${name}.sample.json`);
      const results: { alternatives: { transcript: string }[] }[] = json.results;
      expect(turns.map(({ words }) => words)).toEqual(results.map((each) => each.alternatives[0]?.transcript.trim()));
      expect(reading.issues).toEqual([]);
    },
  );

  test("Digital paper edit has its paragraphs as turns.", () => {
    const { json, expected, reading, turns, words } = read("digital-paper-edit/digitalPaperEdit.sample.json");
    expect(words).toHaveLength(expected.words);
    expect(turns).toHaveLength(expected.paragraphs);
    const counts: Record<string, number> = {};
    for (const { label } of turns) counts[label] = (counts[label] ?? 0) + 1;
    expect(counts).toEqual(expected.speakers);
    expect(turns[0]?.time).toEqual([expected.first.start, expected.first.end]);
    expect(turns.at(-1)?.time).toEqual([expected.last.start, expected.last.end]);
    expect(lostWords(json.words.map(({ text }: { text: string }) => text).join(" "), reading)).toEqual([]);
  });

  test("Draft.js has its blocks as turns.", () => {
    const { json, turns } = read("digital-paper-edit/draftJs.sample.json");
    const blocks: { text: string; data: { speaker: string; start: number } }[] = json.blocks;
    expect(turns.map(({ label, words, time }) => [label, words, time?.[0]])).toEqual(
      blocks.map(({ text, data }) => [data.speaker, text.trim(), data.start]),
    );
  });

  test("autoEdit 2 has its one paragraph as a turn.", () => {
    const { expected, turns, words } = read("autoEdit2/autoEdit2TedTalkTranscript.sample.json");
    expect(turns).toHaveLength(expected.paragraphs);
    expect(words).toHaveLength(expected.words);
  });

  test("WhisperX: segments of one speaker in a row are one turn, and those of nobody stand alone.", () => {
    const path = "nzilbb_same_talk_many_formats/files/whisper_wordlist.json";
    const text = load(path);
    const reading = parseJsonTranscript(toSource(path, text));
    const turns = reading.drafts[0]?.turns ?? [];
    const segments: { text: string; speaker?: string }[] = JSON.parse(text).segments;
    const starts = segments.filter(({ speaker }, at) => speaker === undefined || segments[at - 1]?.speaker !== speaker);
    expect(turns.map(({ label }) => label)).toEqual(starts.map(({ speaker }) => speaker ?? ""));
    expect(turns.map(({ words }) => words).join(" ")).toBe(segments.map((each) => each.text.trim()).join(" "));
  });

  test.each([
    "primock57_textgrid/files/notes/day1_consultation03.json",
    "scrum_quality_rq1_xlsx/files/Scrum-interviews.json",
    "rqi_overlap_xlsx/files/data/columns.json",
    "unix_oral_history_a/files/.zenodo.json",
  ])("%s is JSON and no transcript", (path) => {
    const { drafts, issues } = parseJsonTranscript(toSource(path, load(path)));
    expect(drafts).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(["unsupported-format"]);
  });
});
