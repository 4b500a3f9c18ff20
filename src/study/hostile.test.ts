import { describe, expect, test, vi } from "vitest";
import {
  LONGEST_FRONT_MATTER,
  MOST_CELLS,
  MOST_JSON_KEYS,
  MOST_LINES,
  MOST_MARK_SIGNS,
  MOST_PIECES,
  MOST_RECORDS,
  MOST_ROCK_MARKS,
  MOST_ROWS,
  MOST_SHORT_LINES,
  MOST_SPEAKERS,
  MOST_SUBTITLE_LINES,
  MOST_TRANSCRIPTS,
  MOST_TURNS,
} from "../text/limits";
import { parseTranscript } from "./parse-transcript";

// A hundredth of each limit shows that it is kept, in a hundredth of the time.
vi.mock("../text/limits", async (original) => {
  const limits: Readonly<Record<string, number>> = await original();
  return Object.fromEntries(
    Object.entries(limits).map(([name, most]) => [name, most > 1000 ? Math.floor(most / 100) : most]),
  );
});

const CUE = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
const GRID = 'File type = "ooTextFile"\nObject class = "TextGrid"\n"IntervalTier" "a" 0 1 1 ';
const SIGNS = `${MOST_MARK_SIGNS} signs of coding marks`;
const TABLE = `${MOST_ROWS} rows or ${MOST_CELLS} cells`;
const numbered = (count: number, each: (nth: number) => string): string =>
  Array.from({ length: count }, (_, nth) => each(nth)).join("");

describe("files with more of something than any transcript has", () => {
  test.each<[string, string, string, string]>([
    ["marked words", "a.txt", "{==a==}{>>b<<}".repeat(MOST_MARK_SIGNS / 4 + 1), SIGNS],
    ["words that are not closed", "a.txt", "{==".repeat(MOST_MARK_SIGNS + 1), SIGNS],
    ["codes in one mark", "a.txt", `A: b [[${"a,".repeat(MOST_MARK_SIGNS + 1)}a]]`, SIGNS],
    ["marks in the words of a table", "a.csv", `speaker,text\nA,${"[[a]]".repeat(MOST_MARK_SIGNS + 1)}`, SIGNS],
    ["turns", "a.txt", "A: x\nB: y\n".repeat(MOST_TURNS / 2 + 1), `${MOST_TURNS} turns`],
    [
      "speakers",
      "a.csv",
      `speaker,text\n${numbered(MOST_SPEAKERS + 1, (nth) => `p${nth},x\n`)}`,
      `${MOST_SPEAKERS} speakers`,
    ],
    [
      "respondents",
      "a.csv",
      `id,What helped?\n${numbered(MOST_TRANSCRIPTS + 1, (nth) => `${nth},they came ${nth}\n`)}`,
      `${MOST_TRANSCRIPTS} transcripts`,
    ],
    [
      "interviews in cells",
      "a.csv",
      `id,interview\n${numbered(MOST_TRANSCRIPTS + 1, (nth) => `${nth},"A: x\nB: y"\n`)}`,
      `${MOST_TRANSCRIPTS} transcripts`,
    ],
    [
      "interviews of a table of turns",
      "a.csv",
      `interview,speaker,text\n${numbered(MOST_TRANSCRIPTS + 1, (nth) => `${nth},A,x\n`)}`,
      `${MOST_TRANSCRIPTS} transcripts`,
    ],
    ["lines", "a.txt", "a\n".repeat(MOST_LINES + 2), `${MOST_LINES} lines`],
    ["lines of subtitles", "a.vtt", `${CUE}${"a\n".repeat(MOST_SUBTITLE_LINES + 1)}`, `${MOST_SUBTITLE_LINES} lines`],
    [
      "codes of ROCK",
      "a.rock",
      `[[cid=1]]\n${"[[a]]".repeat(MOST_ROCK_MARKS + 1)}`,
      `${MOST_ROCK_MARKS} identifiers and codes`,
    ],
    ["voices in a subtitle", "a.vtt", `${CUE}${"<v a>b".repeat(MOST_PIECES + 1)}`, `${MOST_PIECES} subtitles`],
    [
      "texts of a TextGrid",
      "a.TextGrid",
      `${GRID}${'"a" '.repeat(MOST_PIECES + 1)}`,
      `${MOST_PIECES} intervals or points`,
    ],
    ["rows", "a.csv", "a\n".repeat(MOST_ROWS + 1), TABLE],
    ["cells", "a.csv", ",".repeat(MOST_CELLS + 1), TABLE],
    ["records of JSON", "a.json", `[${"{},".repeat(MOST_RECORDS + 1)}{}]`, `${MOST_RECORDS} records and lists`],
    [
      "keys of JSON",
      "a.json",
      `{${numbered(MOST_JSON_KEYS + 100, (nth) => `"k${nth}":1,`)}"a":1}`,
      `${MOST_JSON_KEYS} different keys`,
    ],
    ["line breaks of a page", "a.html", `<html>${"a<br>".repeat(MOST_SHORT_LINES + 1)}`, `${MOST_SHORT_LINES} lines`],
    ["line breaks of RTF", "a.rtf", `{\\rtf1 ${"a\\line ".repeat(MOST_SHORT_LINES + 2)}}`, `${MOST_SHORT_LINES} lines`],
    [
      "front matter",
      "a.txt",
      `---\nkey: ${"a".repeat(LONGEST_FRONT_MATTER)}\n---\nA: b\n`,
      `${LONGEST_FRONT_MATTER} characters`,
    ],
  ])("%s are one issue", (_, file, text, most) => {
    const { transcripts, issues } = parseTranscript(text, { file });
    expect(issues.map(({ code }) => code)).toEqual(["too-large"]);
    expect(issues[0]?.message).toContain(`has more than ${most}`);
    expect(transcripts.length).toBe(file === "a.txt" && text.startsWith("---") ? 1 : 0);
  });

  test.each<[string, string, string, string]>([
    ["signs that begin no tag", "a.vtt", `${CUE}${"<".repeat(1_000_000)}`, "<".repeat(1_000_000)],
    ["signs that begin no character", "a.html", `<html>${"&".repeat(1_000_000)}`, "&".repeat(1_000_000)],
    ["characters of a page", "a.html", `<html>${"&amp;&".repeat(100_000)}`, "&".repeat(200_000)],
    ["backslashes", "a.rtf", `{\\rtf1 ${"\\\\".repeat(100_000)}}`, "\\".repeat(100_000)],
    ["marks on one letter", "a.txt", `a${"\u0315\u0300".repeat(300_000)}`, `a${"\u0315\u0300".repeat(300_000)}`],
  ])("a million %s are words like others", (_, file, text, words) => {
    const { transcripts } = parseTranscript(text, { file });
    expect(transcripts.map((each) => each.text === words)).toEqual([true]);
  });
});
