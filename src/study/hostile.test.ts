import { describe, expect, test } from "vitest";
import { MOST_ROWS } from "../text/limits";
import { parseTranscript } from "./parse-transcript";

const CUE = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
const GRID = 'File type = "ooTextFile"\nObject class = "TextGrid"\n"IntervalTier" "a" 0 1 1 ';

describe("files with more of something than any transcript has", () => {
  test.each<[string, string, string, string]>([
    ["marked words", "a.txt", "{==a==}{>>b<<}".repeat(100_001), "400000 signs of coding marks"],
    ["words that are not closed", "a.txt", "{==".repeat(400_001), "400000 signs of coding marks"],
    ["codes in one mark", "a.txt", `A: b [[${"a,".repeat(400_001)}a]]`, "400000 signs of coding marks"],
    [
      "marks in the words of a table",
      "a.csv",
      `speaker,text\nA,${"[[a]]".repeat(400_001)}`,
      "400000 signs of coding marks",
    ],
    ["turns", "a.txt", "A: x\nB: y\n".repeat(1_000_001), "2000000 turns"],
    ["lines", "a.txt", "a\n".repeat(2_500_002), "2500000 lines"],
    ["lines of subtitles", "a.vtt", `${CUE}${"a\n".repeat(6_000_001)}`, "6000000 lines"],
    ["codes of ROCK", "a.rock", `[[cid=1]]\n${"[[a]]".repeat(2_000_001)}`, "2000000 identifiers and codes"],
    ["voices in a subtitle", "a.vtt", `${CUE}${"<v a>b".repeat(1_500_001)}`, "1500000 subtitles"],
    ["texts of a TextGrid", "a.TextGrid", `${GRID}${'"a" '.repeat(1_500_001)}`, "1500000 intervals or points"],
    ["rows", "a.csv", "a\n".repeat(MOST_ROWS + 1), "1048576 rows or 5000000 cells"],
    ["cells", "a.csv", ",".repeat(5_000_001), "1048576 rows or 5000000 cells"],
    ["records of JSON", "a.json", `[${"{},".repeat(2_000_001)}{}]`, "2000000 records and lists"],
    ["line breaks of a page", "a.html", `<html>${"a<br>".repeat(1_000_001)}`, "1000000 lines"],
    ["line breaks of RTF", "a.rtf", `{\\rtf1 ${"a\\line ".repeat(1_000_002)}}`, "1000000 lines"],
    ["front matter", "a.txt", `---\nkey: ${"a".repeat(100_000)}\n---\nA: b\n`, "100000 characters"],
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
