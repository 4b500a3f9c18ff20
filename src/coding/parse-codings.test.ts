import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { type ParsedCodings, parseCodings } from "./parse-codings";

const parse = (text: string, file = "codings/tm.csv"): ParsedCodings => parseCodings(toSource(file, text));
const values = ({ codings }: ParsedCodings): unknown[] => codings.map(({ value }) => value);
const problems = ({ issues }: ParsedCodings): string[] =>
  issues.map(({ code, message, place }) => `${place?.line}:${place?.column} ${code} ${message}`);

describe("parseCodings, of CSV", () => {
  test("reads the three columns that must be there; the coder is the file's name", () => {
    const parsed = parse('transcript,code,quote\nC02,hope,"I, too, hope."\nC03, trust ,so\n');
    expect(parsed.issues).toEqual([]);
    expect(values(parsed)).toEqual([
      { transcript: "C02", code: "hope", quote: "I, too, hope.", coder: "tm" },
      { transcript: "C03", code: "trust", quote: "so", coder: "tm" },
    ]);
  });

  test("reads every column, in any case and order, and leaves out empty cells", () => {
    const parsed = parse(
      "ID;Code;Transcript;Quote;Start;END;prefix;suffix;Coder;created;memo;stance;status;rule;schemeversion\n" +
        "k1;hope;C02; I hope ;5;12;so ; it;KB;2026-03-01;why?;Contradicts;suggested;hope*;2\n" +
        "; hope;C02;x;;;;;;;;;;;\n",
    );
    expect(parsed.issues).toEqual([]);
    expect(values(parsed)).toEqual([
      {
        id: "k1",
        code: "hope",
        transcript: "C02",
        quote: " I hope ",
        start: 5,
        end: 12,
        prefix: "so ",
        suffix: " it",
        coder: "KB",
        created: "2026-03-01",
        memo: "why?",
        stance: "contradicts",
        status: "suggested",
        rule: "hope*",
        schemeVersion: 2,
      },
      { code: "hope", transcript: "C02", quote: "x", coder: "tm" },
    ]);
  });

  test("takes a position without a quote", () => {
    const parsed = parse("transcript,code,start,end\nC02,hope,0,7\n");
    expect(values(parsed)).toEqual([{ transcript: "C02", code: "hope", start: 0, end: 7, coder: "tm" }]);
  });

  test("knows where each cell stands", () => {
    const text = 'transcript,code,quote\nC02,hope,"I hope"\n';
    const [coding] = parse(text).codings;
    const stands = ["code", "quote", "memo", undefined].map((field) => {
      const { start = 0, end = 0 } = coding?.origin(field) ?? {};
      return text.slice(start, end);
    });
    expect(stands).toEqual(["hope", "I hope", 'C02,hope,"I hope"', 'C02,hope,"I hope"']);
  });

  test("names every problem, and keeps the rows that are right", () => {
    const parsed = parse(
      [
        "transcript,code,quote,start,end,stance,status,schemeVersion",
        "C01,hope,fine,,,,,",
        "C01,hope,a,,,suports,,",
        "C01,hope,a,,,,done,",
        "C01,hope,a,x,9,,,",
        "C01,hope,a,9,9,,,",
        "C01,hope,a,,9,,,",
        "C01,hope,a,-3,9,,,",
        "C01,hope,a,1.5,9,,,",
        "C01,hope,a,,,,,two",
        "C01,hope,,,,,,",
        ",hope,a,,,,,",
        "C01,,a,,,,,",
        "C01,hope,fine,3,7,,,",
      ].join("\n"),
    );
    expect(problems(parsed)).toEqual([
      '3:14 wrong-value "stance" cannot be "suports".',
      '4:15 wrong-value "status" cannot be "done".',
      '5:12 wrong-value A position must be a whole number from 0, and is "x".',
      "6:14 wrong-range This coding ends at 9, and begins at 9.",
      '7:13 wrong-range This coding has a position "end" and no "start".',
      '8:12 wrong-value A position must be a whole number from 0, and is "-3".',
      '9:12 wrong-value A position must be a whole number from 0, and is "1.5".',
      '10:16 wrong-value "schemeVersion" must be a whole number from 1, and is "two".',
      "11:10 missing-key This coding names no words.",
      '12:1 missing-key A coding must have the key "transcript".',
      '13:1 missing-key A coding must have the key "code".',
    ]);
    expect(values(parsed)).toEqual([
      { transcript: "C01", code: "hope", quote: "fine", coder: "tm" },
      { transcript: "C01", code: "hope", quote: "fine", start: 3, end: 7, coder: "tm" },
    ]);
  });

  test("names unknown columns, with the one that may be meant", () => {
    expect(parse("transcript,code,quote,coders,weather\nC01,hope,a,KB,fair\n").issues).toEqual([
      {
        code: "unknown-key",
        severity: "error",
        message: 'A coding has no column "coders".',
        hint: 'Did you mean "coder"?',
        place: {
          file: "codings/tm.csv",
          line: 1,
          column: 23,
          length: 6,
          excerpt: "transcript,code,quote,coders,weather",
        },
      },
      {
        code: "unknown-key",
        severity: "error",
        message: 'A coding has no column "weather".',
        hint: "Known are: transcript, code, quote, start, end, prefix, suffix, coder, created, memo, stance, status and 5 more.",
        place: {
          file: "codings/tm.csv",
          line: 1,
          column: 30,
          length: 7,
          excerpt: "transcript,code,quote,coders,weather",
        },
      },
    ]);
  });

  test.each<[string, string, string[]]>([
    ["an empty file", "", ["1:1 no-header The first row does not name the columns."]],
    ["no header", "C01,hope,I hope\n", ["1:1 no-header The first row does not name the columns."]],
    ["a header without code", "transcript,quote\nC01,a\n", ['1:1 missing-key The column "code" is missing.']],
    ["a header without words", "transcript,code,start\nC01,a,1\n", ['1:1 missing-key The column "quote" is missing.']],
    ["a nameless column", ",transcript,code,quote\n1,C01,a,b\n", ["1:1 unknown-key A column has no name."]],
    [
      "a wrong quotation mark",
      'transcript,code,quote\nC01,a,"b\n',
      ["2:7 broken-csv A quotation mark opens a cell and never closes it."],
    ],
    ["a ragged row", "transcript,code,quote\nC01,a\n", ["2:1 ragged-row This row has 2 cells, and the header has 3."]],
    [
      "a double column",
      "transcript,code,quote,Code\nC01,a,b,c\n",
      ['1:23 duplicate-column The column "Code" is there twice.'],
    ],
  ])("says once what is wrong with %s", (_, text, expected) => {
    expect(problems(parse(text))).toEqual(expected);
  });
});

describe("parseCodings, of JSON lines", () => {
  test("reads one coding a line", () => {
    const parsed = parse(
      '{"transcript":"C02","code":"hope","quote":"I \\"hope\\""}\n\n{"transcript":3,"code":"a","start":0,"end":4,"coder":"KB","memo":null,"schemeVersion":2}\r\n',
      "codings/tm.jsonl",
    );
    expect(parsed.issues).toEqual([]);
    expect(values(parsed)).toEqual([
      { transcript: "C02", code: "hope", quote: 'I "hope"', coder: "tm" },
      { transcript: "3", code: "a", start: 0, end: 4, coder: "KB", schemeVersion: 2 },
    ]);
  });

  test("names every problem at its place", () => {
    const parsed = parse(
      [
        '{"transcript":"C02","code":"hope","quote":"a","stance":"suports"}',
        '{"transcript":"C02","code":"hope","quote":"a","weigth":1}',
        '{"transcript":"C02","code":["hope"],"quote":"a"}',
        '{"transcript":"C02","code":"hope","quote":"a"',
        '["C02","hope"]',
        '{"transcript":"C02","quote":"a"}',
        '{"transcript":"C02","code":"hope","quote":"fine"}',
      ].join("\n"),
      "tm.jsonl",
    );
    expect(problems(parsed)).toEqual([
      "4:1 broken-json This line is not valid JSON.",
      "5:1 wrong-value A line must hold a record with keys, and holds a list.",
      '1:56 wrong-value "stance" cannot be "suports".',
      '2:47 unknown-key A coding has no key "weigth".',
      '3:28 wrong-value "code" must be text, and is a list.',
      '6:1 missing-key A coding must have the key "code".',
    ]);
    expect(values(parsed)).toEqual([{ transcript: "C02", code: "hope", quote: "fine", coder: "tm" }]);
  });
});

describe("parseCodings, of files with more than any has", () => {
  test.each<[string, string, string, string]>([
    ["rows", "codings/kb.csv", `transcript,code,quote\n${"C02,hope,a\n".repeat(100_001)}`, "100000 rows"],
    ["lines", "codings/kb.jsonl", "{}\n".repeat(100_002), "100000 rows"],
    ["letters in a row", "codings/kb.jsonl", `{"memo":"${"a".repeat(1_000_000)}"}`, "1000000 characters in a row"],
  ])("too many %s are one issue, and none is read", (_, file, text, most) => {
    const parsed = parse(text, file);
    expect(problems(parsed)).toEqual([
      `undefined:undefined too-large The file has more than ${most}, and was not read.`,
    ]);
    expect(values(parsed)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ["codings/kb.jsonl", '{"code"\n'.repeat(1200), "200"],
    ["codings/kb.csv", `transcript,code,quote\n${"a,b\n".repeat(1203)}`, "203"],
    ["codings/kb.csv", `transcript,code,quote\n${"a,b,c\n".repeat(3)}${'a"b\n'.repeat(1500)}`, "500"],
  ])("of problems of a kind in %s a thousand are told, and how many more there are", (file, text, more) => {
    const { issues } = parse(text, file);
    expect(issues.length).toBe(1001);
    expect(issues.at(-1)).toMatchObject({
      message: `There are ${more} more problems of this kind in the file.`,
      place: { file },
    });
  });
});

describe("parseCodings, of what was decided and suggested", () => {
  const rows = (file: string, text: string): unknown[] =>
    parseCodings(toSource(file, text)).codings.map(({ value }) => [value.coder ?? null, value.matched, value.decided]);

  test("reads decisions and matched words, in CSV and in JSON", () => {
    const decided = [
      { version: 2, code: "trust self" },
      { version: 13, code: "trust:x" },
    ];
    expect(
      rows("codings/KB.csv", "transcript,code,quote,matched,decided\nC1,trust,a,the a,2:trust self 13:trust:x\n"),
    ).toEqual([["KB", "the a", decided]]);
    const line = { transcript: "C1", code: "trust", quote: "a", decided: " 2: trust self  13:trust:x" };
    expect(rows("codings/KB.jsonl", JSON.stringify(line))).toEqual([["KB", undefined, decided]]);
    expect(rows("codings/KB.jsonl", JSON.stringify({ ...line, decided }))).toEqual([["KB", undefined, decided]]);
  });

  test("says that two decisions cannot be on one version", () => {
    const text = "transcript,code,quote,decided\nC1,trust,a,2:self 3:self 2:others\n";
    expect(parseCodings(toSource("codings/KB.csv", text)).issues.map(({ code, message }) => [code, message])).toEqual([
      ["wrong-value", 'Two decisions are on version 2: "2:self 3:self 2:others".'],
    ]);
  });

  test.each(["trust", "2:", ":trust", "x:trust", "2", "2:trust 3:"])("says that %j is no decision", (cell) => {
    const { issues } = parseCodings(toSource("codings/KB.csv", `transcript,code,quote,decided\nC1,trust,a,${cell}\n`));
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ["wrong-value", `A decision must be a version and a code, and is "${cell}".`],
    ]);
  });

  test("takes the file's name for the coder of what is coded, unless it is the name of nobody", () => {
    const text = "transcript,code,quote,status,coder\nC1,a,x,,\nC1,a,x,suggested,\nC1,a,x,rejected,TM\n";
    const coders = (file: string): unknown[] =>
      parseCodings(toSource(file, text)).codings.map(({ value }) => value.coder);
    expect(coders("codings/KB.csv")).toEqual(["KB", undefined, "TM"]);
    expect(coders("codings/sub/suggested.csv")).toEqual([undefined, undefined, "TM"]);
    expect(coders("codings/Codings.csv")).toEqual([undefined, undefined, "TM"]);
    expect(coders("codings/marks.csv")).toEqual([undefined, undefined, "TM"]);
  });
});
