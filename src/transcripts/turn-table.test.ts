import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lastAtMost, toSource } from "../issues/source";
import { parseTurnTable } from "./turn-table";

const read = (text: string): ReturnType<typeof parseTurnTable> => parseTurnTable(toSource("C09.csv", text));
const spoken = (text: string): unknown[] => {
  const table = read(text);
  return table.turns.map(({ label, start, end, time }) => [
    label,
    table.text.slice(start, end),
    ...(time ? [time] : []),
  ]);
};
const problems = (text: string): string[] =>
  read(text).issues.map(({ code, message, place }) => `${place?.line}:${place?.column} ${code}: ${message}`);

describe("parseTurnTable", () => {
  test("Each row is a turn, with its lines and times.", () => {
    const text =
      'speaker,start,end,text\nInterviewer,3.2,8.9,"So, how was it?"\nC09,9,,Fine.\nC09,12.5,14,"One.\n\nTwo.\n"\n,15,16,\nC09,17,18,End.\n';
    expect(read(text)).toEqual({
      text: "Interviewer: So, how was it?\n\nC09: Fine.\n\nC09: One.\n\nTwo.\n\nC09: End.",
      turns: [
        { label: "Interviewer", start: 13, end: 28, time: [3.2, 8.9] },
        { label: "C09", start: 35, end: 40, time: [9, null] },
        { label: "C09", start: 47, end: 57, time: [12.5, 14] },
        { label: "C09", start: 64, end: 68, time: [17, 18] },
      ],
      // header, turn 1, turn 2, three lines of turn 3, its empty last line and the row without text, turn 4, the empty line at the end
      lines: [0, 0, 30, 42, 52, 53, 59, 59, 59, 68],
      attributes: {},
      issues: [],
    });
  });

  test.each([
    ["Name;Words\nA;b\n"],
    ["WHO\tUtterance\nA\tb\n"],
    ["Participant,Content\nA,b\n"],
    ["role,Message\nA,b\n"],
    ["Speaker Label,TRANSCRIPT\nA,b\n"],
    ["role,speaker_name,text,content\nx,A,b,y\n"],
  ])("The columns of %j are found", (text) => {
    expect(spoken(text)).toEqual([["A", "b"]]);
  });

  test.each([
    ["speaker,text,begin,stop\nA,b,0:01:02,1:05.5\n", [62, 65.5]],
    ["speaker,text,Start Time,END_TIME\nA,b,62,65\n", [62, 65]],
    ["N,In,Out,speaker,text\n1,62,65,A,b\n", [62, 65]],
    ["speaker,text,timestamp\nA,b,00:01:02\n", [62, null]],
  ])("The times of %j are found", (text, time) => {
    expect(spoken(text)).toEqual([["A", "b", time]]);
  });

  test("Without a speaker column the turns have no label.", () => {
    expect(spoken("id,text\n1,b\n2,c\n")).toEqual([
      ["", "b"],
      ["", "c"],
    ]);
  });

  test("A column of dates is no column of times.", () => {
    const text = "speaker,timestamp,text\nA,2025-10-14 10:00,b\nA,2025-10-14 10:01,c\n";
    expect(spoken(text)).toEqual([
      ["A", "b"],
      ["A", "c"],
    ]);
    expect(read(text).issues).toEqual([]);
  });

  test("Columns with one value all the way down are attributes of the transcript.", () => {
    const text = "speaker,site,wave,number,text,note\nA,Oslo,2,007,b,\nB,Oslo,2,007,c,\n";
    expect(read(text).attributes).toEqual({ site: "Oslo", wave: 2, number: "007" });
    expect(read("speaker,site,text\nA,Oslo,b\n").attributes).toEqual({});
  });

  test.each([
    ["speaker,said\nA,b\n", ["1:1 no-header: No column of this table holds what was said."]],
    ["", ["1:1 no-header: No column of this table holds what was said."]],
    ["speaker,start,text\nA,soon,b\nA,2,c\n", ['2:3 wrong-value: "soon" in the column "start" is no time.']],
    ["speaker,start,end,text\nA,10,2,b\n", ["2:6 wrong-range: The turn ends at 2, before it starts at 10."]],
    ["speaker,text\nA,b,c\n", ["2:1 ragged-row: This row has 3 cells, and the header has 2."]],
  ])("%j has problems", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test("The hint names the columns found.", () => {
    expect(read("speaker,said\nA,b\n").issues[0]?.hint).toBe(
      'Give the columns names in the first row, such as "speaker" and "text". Its columns are: speaker, said.',
    );
  });

  test("A table that cannot be parsed has one problem, and what follows from it is none.", () => {
    expect(read('speaker,text\nA,"b\n').issues.map(({ code }) => code)).toEqual(["broken-csv"]);
  });

  test("Every word is found on the line of the file that it stands on.", () => {
    const cell = fc
      .array(fc.constantFrom("one", "two", " ", "\n", "\n\n", '"', ","), { maxLength: 8 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        fc.array(fc.record({ speaker: fc.constantFrom("A", "B", ""), text: cell }), { maxLength: 8 }),
        (rows) => {
          // Every word gets a number of its own, by which it is found again.
          let count = 0;
          const numbered = rows.map(({ speaker, text }) => ({
            speaker,
            text: text.replace(/one|two/g, (word) => `${word}${++count}x`),
          }));
          const file = [
            "speaker,text",
            ...numbered.map(({ speaker, text }) => `${speaker},"${text.replace(/"/g, '""')}"`),
          ].join("\n");
          const table = read(file);
          for (let number = 1; number <= count; number++) {
            const find = new RegExp(`(?:one|two)${number}x`);
            const line = file.slice(0, file.search(find)).split("\n").length;
            expect(lastAtMost(table.lines, table.text.search(find)) + 1).toBe(line);
          }
          expect(table.lines.length).toBe(file.split("\n").length);
          expect(table.lines).toEqual([...table.lines].sort((a, b) => a - b));
        },
      ),
    );
  });
});
