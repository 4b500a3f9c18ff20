import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { canonicalText } from "../text/canonical";
import { lostWords } from "./nothing-lost.fixture";
import type { DraftTurn, Reading } from "./reading";
import { parseSbv, parseSrt } from "./subtitles";
import { parseWebVtt } from "./webvtt";

// Public subtitles, which are not part of this repository: the folder is named by POLYVOCAL_REAL_DATA.
const folder = process.env.POLYVOCAL_REAL_DATA ?? "";
const real = (path: string): string => join(folder, "real", path);
const expectations = (set: string): Record<string, Record<string, never>> =>
  folder === "" ? {} : JSON.parse(readFileSync(real(`${set}/expect.json`), "utf8")).files;
const load = (path: string): string => canonicalText(readFileSync(real(path), "utf8"));

function read(path: string): { text: string; reading: Reading; turns: readonly DraftTurn[] } {
  const text = load(path);
  const parse = path.endsWith(".vtt") ? parseWebVtt : path.endsWith(".srt") ? parseSrt : parseSbv;
  const reading = parse(toSource(path, text));
  return { text, reading, turns: reading.drafts[0]?.turns ?? [] };
}

/** The words of a file that are no times, numbers or tags; labels are counted once a turn, and so are left out. */
function lost(text: string, reading: Reading): string[] {
  const labels = new Set(
    reading.drafts.flatMap((draft) => draft.turns.flatMap(({ label }) => label.match(/[\p{L}\p{N}]+/gu) ?? [])),
  );
  const visible = text
    .replace(/^(?:STYLE|Style:)\n(?:.+\n)*/gm, "")
    .replace(/^(?:\d+|second caption)\n(?=\S+ --> )/gm, "")
    .replace(/^\S+ --> .*$|^\S+:\S+,\S+:\S+$/gm, "")
    .replace(/^WEBVTT|^NOTE(?: Speaker:)?/gm, "")
    .replace(/<v\.\w+|<\/?(?:v|c|b)(?:\.\w+)?>|<[\d:.]+>/g, "");
  return lostWords(visible, reading).filter((word) => !labels.has(word));
}

describe.skipIf(folder === "" || !existsSync(folder))(
  "subtitles found in the wild (skipped without POLYVOCAL_REAL_DATA)",
  () => {
    // Where the number of turns differs from that of subtitles, and why.
    const differences: Readonly<Record<string, readonly [difference: number, why: string]>> = {
      "invalid_format4.srt": [-1, "its one subtitle has no words"],
      "invalid_timeframe.vtt": [1, "the words below a time that cannot be read are kept"],
      "invalid_timeframe_in_cue_text.vtt": [-1, "a subtitle has no words"],
      "missing_caption_text.srt": [-1, "a subtitle has no words"],
      "missing_caption_text.vtt": [-1, "a subtitle has no words"],
      "missing_timeframe.srt": [1, "the words without a time are kept"],
      "missing_timeframe.vtt": [1, "the words without a time are kept"],
      "youtube_dl.vtt": [-1, "the last subtitle rolls: it only repeats the one before"],
    };

    test.each(Object.entries(expectations("webvtt_edge_cases")))(
      "%s of the edge cases has a turn a subtitle",
      (name, expected) => {
        const { text, reading, turns } = read(`webvtt_edge_cases/files/${name}`);
        expect(turns.length).toBe(Number(expected.cues) + (differences[name]?.[0] ?? 0));
        // What rolls is read once; a lone number is a subtitle's.
        if (name !== "youtube_dl.vtt" && name !== "missing_timeframe.srt") expect(lost(text, reading)).toEqual([]);
        const broken = /^invalid_(?:format[1-3]|timeframe\.vtt)|missing_timeframe/.test(name);
        const problems = reading.issues.filter(({ code }) => code === "broken-file" || code === "wrong-time");
        expect(problems.length > 0).toBe(broken);
      },
    );

    test.each([
      ["sample.sbv", 5],
      ["two_captions.sbv", 2],
      ["missing_caption_text.sbv", 4],
      ["missing_timeframe.sbv", 5],
      ["invalid_timeframe.sbv", 5],
      ["invalid_format.sbv", 0],
    ])("%s, of which nothing is expected, has %i turns", (name, count) => {
      const { text, reading, turns } = read(`webvtt_edge_cases/files/${name}`);
      expect(turns).toHaveLength(count);
      expect(lost(text, reading)).toEqual([]);
    });

    test.each(Object.entries(expectations("ergo_srt")))("%s without labels has a turn a subtitle", (name, expected) => {
      const { text, reading, turns } = read(`ergo_srt/files/${name}`);
      const first = turns[0];
      const last = turns.at(-1);
      const squeeze = (words: string): string => words.replace(/\s+/g, " ").trim();
      expect(turns).toHaveLength(expected.cues ?? 0);
      expect([first?.time, last?.time]).toEqual([
        [expected.first_start, expected.first_end],
        [expected.last_start, expected.last_end],
      ]);
      expect([squeeze(first?.words ?? ""), squeeze(last?.words ?? "")]).toEqual([
        squeeze(expected.first_text ?? ""),
        squeeze(expected.last_text ?? ""),
      ]);
      expect(new Set(turns.map(({ label }) => label))).toEqual(new Set([""]));
      expect(lost(text, reading)).toEqual([]);
      expect(reading.issues).toEqual([]);
    });

    test("All 88 files without labels have as many turns as subtitles.", () => {
      const { cues_total } = JSON.parse(load("ergo_srt/expect.json"));
      const names = readdirSync(real("ergo_srt/files")).filter((name) => name.endsWith(".srt"));
      expect(names).toHaveLength(88);
      const counts = names.map((name) => read(`ergo_srt/files/${name}`).turns.length);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(cues_total);
    });

    test.each(["clan", "elan", "praat", "simultaneous_speech", "transcriber", "whisper_wordlist"])(
      "the voices of %s.vtt are joined where they do not change",
      (name) => {
        const { text, reading, turns } = read(`nzilbb_same_talk_many_formats/files/${name}.vtt`);
        const expected: Record<string, never> = expectations("nzilbb_same_talk_many_formats")[`${name}.vtt`] ?? {};
        const voices = [...text.matchAll(/^<v\.\w+ (.*?)>(.+)<\/v>$/gm)];
        const changes = voices.filter(([, voice], index) => voices[index - 1]?.[1] !== voice);
        expect(turns.map(({ label }) => label)).toEqual(changes.map(([, voice]) => voice));
        expect(new Set(turns.map(({ label }) => label))).toEqual(new Set(Object.keys(expected.labels ?? {})));
        expect([turns[0]?.time?.[0], turns.at(-1)?.time?.[1]]).toEqual([expected.first_start, expected.last_end]);
        expect(turns[0]?.words.startsWith(voices[0]?.[2] ?? "-")).toBe(true);
        expect(turns.at(-1)?.words.endsWith(voices.at(-1)?.[2] ?? "-")).toBe(true);
        expect(lost(text, reading)).toEqual([]);
        expect(reading.issues).toEqual([]);
      },
    );

    test("Voices that have a class and no name are told apart by it; the expectation counts them as unknown.", () => {
      const { turns } = read("nzilbb_same_talk_many_formats/files/voices_class_only.vtt");
      expect(turns.map(({ label, words }) => `${label} ${words.split(" ").length}`)).toEqual([
        "speaker1 6",
        "speaker2 2",
        "speaker1 3",
      ]);
    });

    test("Parliament's captions have labels at a change of speaker, and others than speakers before a colon.", () => {
      const { text, reading, turns } = read("nzilbb_same_talk_many_formats/files/youtube.vtt");
      const counts: Record<string, number> = {};
      for (const { label } of turns) counts[label] = (counts[label] ?? 0) + 1;
      const { labels } = expectations("nzilbb_same_talk_many_formats")["youtube.vtt"] ?? {};
      // The expectation lists the most frequent. "I have already said" is somebody's sentence.
      const { "I have already said": sentence, ...expected } = Object(labels);
      expect(sentence).toBe(1);
      expect(counts).toMatchObject(expected);
      expect(counts[""]).toBe(2);
      expect(Object.keys(counts).filter((label) => /^\p{Ll}|said|:/u.test(label))).toEqual([]);
      // The expectation has 55 labels beside that sentence. Three more go over two lines, and so the answers to these three
      // are turns of their own.
      expect(turns.length - 2).toBe(55 + 3 + 3);
      expect(lost(text, reading)).toEqual([]);
    });
  },
);
