import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { canonicalText } from "../text/canonical";
import { readTranscript } from "./read-transcript";
import { fileStem } from "./transcript-part";

/** The one transcript of a file, and its issues. */
function read(file: string, text: string, names: readonly string[] = []) {
  const { transcripts, issues } = readTranscript(toSource(file, canonicalText(text)), names);
  const [part] = transcripts;
  if (part === undefined || transcripts.length > 1) throw new Error("not one transcript");
  return { part, issues: issues.map((each) => `${each.place?.file}:${each.place?.line} ${each.code}`) };
}

describe("readTranscript", () => {
  test("takes front matter and marks out of the text, and keeps places of the original file", () => {
    const text =
      "---\r\nid: C1\r\nsite: North\r\n---\r\n\r\nI: Well?\r\n\r\nAna: {==Yes==}{>>a: so soon<<}, then. [[b]]\r\n";
    const { part, issues } = read("transcripts/x.md", text);
    expect([part.id, part.title, part.kind, part.attributes, issues]).toEqual([
      "C1",
      "C1",
      "interview",
      { site: "North" },
      [],
    ]);
    expect(part.text).toBe("\nI: Well?\n\nAna: Yes, then.\n");
    expect(part.codings.map(({ value }) => [value.code, part.text.slice(value.start, value.end), value.memo])).toEqual([
      ["a", "Yes", "so soon"],
      ["b", "Yes, then.", undefined],
    ]);
    expect(part.placeOf(part.text.indexOf("Yes"))).toMatchObject({ file: "transcripts/x.md", line: 8 });
    expect(part.lines).toHaveLength(9);
  });

  test("reads a table with a row for each turn, with marks in its cells and the rows' lines as places", () => {
    const { part, issues } = read(
      "t/C1.csv",
      'speaker,start,text\nI,1,Well?\nAna,2.5,"Yes, {==then==}{>>a<<}. [[b]]"\n',
    );
    expect([part.id, part.text, issues]).toEqual(["C1", "I: Well?\n\nAna: Yes, then.", []]);
    expect(part.codings.map(({ value }) => [value.code, part.text.slice(value.start, value.end)])).toEqual([
      ["a", "then"],
      ["b", "Yes, then."],
    ]);
    expect(part.turns.map(({ label, time }) => [label, time?.[0]])).toEqual([
      ["I", 1],
      ["Ana", 2.5],
    ]);
    expect(part.placeOf(part.text.indexOf("then"))).toMatchObject({ file: "t/C1.csv", line: 3 });
    expect(part.placeOf(0)).toMatchObject({ file: "t/C1.csv", line: 2 });
  });

  test("of several transcripts in one file, each has the lines that are its own, however far down they are", () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `r${row},It went well in general on day ${row}\n`);
    const { transcripts } = readTranscript(toSource("t/s.csv", `id,How did it go?\n${rows.join("")}`));
    const last = transcripts.at(-1);
    expect([transcripts.length, transcripts[0]?.firstLine, last?.firstLine, last?.lines]).toEqual([
      20_000,
      2,
      20_001,
      [10],
    ]);
    expect(last?.placeOf(last.text.indexOf("general"))).toMatchObject({ file: "t/s.csv", line: 20_001 });
  });

  test.each([
    ["t/a.txt", "", ["t/a.txt:undefined empty-file"]],
    ["t/a.csv", " \n", ["t/a.csv:undefined empty-file"]],
    ["t/a.txt", "# A heading alone", ["t/a.txt:undefined transcript-without-turn"]],
    ["t/a.csv", "speaker,text\n", ["t/a.csv:undefined transcript-without-turn"]],
    ["t/a.csv", "who,when\nI,1\n", ["t/a.csv:1 no-header"]],
    ["t/a.txt", "Ana: Yes. [[b", ["t/a.txt:1 mark-not-closed"]],
  ])("says of %s with %j what is wrong, once", (file, text, expected) => {
    const { issues } = readTranscript(toSource(file, canonicalText(text)), ["Ana"]);
    expect(issues.map((each) => `${each.place?.file}:${each.place?.line} ${each.code}`)).toEqual(expected);
  });
});

test.each([
  ["transcripts/C01.txt", "C01"],
  ["C01.final.md", "C01.final"],
  ["a/b/C01", "C01"],
  [".hidden", ".hidden"],
  // As a disk may spell it, and as everybody else does.
  ["t/Nu\u0301n\u0303ez.txt", "N\u00fa\u00f1ez"],
])("the stem of %s is %s", (file, stem) => {
  expect(fileStem(file)).toBe(stem);
});
