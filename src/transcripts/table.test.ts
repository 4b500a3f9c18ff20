import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { dumpReading } from "./dump.fixture";
import { lostWords } from "./nothing-lost.fixture";
import type { Reading } from "./reading";
import { looksLikeTurnTable, parseTable } from "./table";

const folder = new URL("../../fixtures/transcripts/table/", import.meta.url);
const golden = new URL("../../fixtures/transcripts/golden/", import.meta.url);
const load = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const read = (text: string): Reading => parseTable(toSource("a.csv", text));
const spoken = (text: string): string[] =>
  read(text).drafts.flatMap(({ turns }) => turns.map(({ label, words }) => `${label}: ${words}`));

describe("parseTable", () => {
  test.each(readdirSync(folder))("reads %s", async (name) => {
    const text = load(name);
    await expect(dumpReading(parseTable(toSource(name, text)))).toMatchFileSnapshot(
      new URL(`table-${name}.txt`, golden).pathname,
    );
  });

  // The names of the columns that hold speaker, words and times are no words of the file.
  test.each(readdirSync(folder).filter((name) => name !== "codebook.csv"))("Every word of %s is kept.", (name) => {
    const rows = load(name).replace(/^sep=;\n/, "");
    const isTurns = !/cells|survey|reviews|no-header/.test(name);
    const visible = (isTurns ? rows.slice(rows.indexOf("\n")) : rows).replace(/^(transcript_id,group,)text/, "$1");
    // Times are kept as seconds.
    const withoutTimes = visible.replace(/;0:\d\d/g, ";");
    // What is the same in every row of a transcript, or for every turn of a speaker, is kept once.
    const words = isTurns ? [...new Set(withoutTimes.match(/[\p{L}\p{N}]+/gu))].join(" ") : withoutTimes;
    expect(lostWords(words, parseTable(toSource(name, rows)))).toEqual([]);
  });

  test.each([
    ["speaker,text\nA,b\nB,c\n", ["A: b", "B: c"]],
    ["text\nb\nc\n", [": b", ": c"]],
    ["Who|Words\nA|b\nB|c\n", ["A: b", "B: c"]],
    ['N, In, Out, Text\n1,"13.02","14.13","There is a day."\n', [": There is a day."]],
    ['speaker,text\nA,"b ""quoted"", c"\n', ['A: b "quoted", c']],
    ["speaker,text,,\nA,b,,\nB,c\n", ["A: b", "B: c"]],
    [
      "Name,What was said\nInterviewer,How are you today?\nAnna,Quite well.\n",
      ["Interviewer: How are you today?", "Anna: Quite well."],
    ],
  ])("The turns of %j are found", (text, expected) => {
    expect(spoken(text)).toEqual(expected);
  });

  test.each([
    [
      'Timespan,Content,Speaker\n"0:00,0 - 0:04,2",Yes.,Ana\n"0:04,2 - 0:05,0",So?,Ira\n',
      [
        [0, 4.2],
        [4.2, 5],
      ],
    ],
    [
      "Zeitspanne;Inhalt;Sprecher\n0:00,0 - 0:04,2;Ja.;Ana\n[0:04 - 0:09];Und?;Ira\n",
      [
        [0, 4.2],
        [4, 9],
      ],
    ],
    [
      "Début\tFin\tContenu\tLocuteur\n0:01\t0:02\tOui.\tAna\n0:02\t\tOui.\tIra\n",
      [
        [1, 2],
        [2, null],
      ],
    ],
    [
      "inicio;fin;texto;hablante\n1,5;2,5;Sí.;Ana\n00:00:03;00:00:04;¿Y?;Ira\n",
      [
        [1.5, 2.5],
        [3, 4],
      ],
    ],
    [
      "Start,End,Text\n0:01 - 0:03,0:02,Yes.\n[0:05],,No.\n",
      [
        [1, 2],
        [5, null],
      ],
    ],
  ])("The times of %j are read", (text, expected) => {
    const { drafts, issues } = read(text);
    expect([drafts[0]?.turns.map(({ time }) => time), drafts[0]?.remainder, issues]).toEqual([expected, [], []]);
  });

  test("Participants who all have one row, with facts about them, are respondents of a survey.", () => {
    const text =
      "participant,age,text\nP1,30,I like the quiet there.\nP2,40,I go for the people.\nP3,50,Mostly for the beans.\n";
    const [first] = read(text).drafts;
    expect([first?.kind, first?.turns.map(({ label }) => label), first?.speakers[1]?.attributes]).toEqual([
      "survey",
      ["Question", "P1"],
      { age: 30 },
    ]);
  });

  test.each([
    ["a,b\n1,2\n3,4\n", ["1 no-header: No column of this table holds what was said."]],
    ["", ["undefined no-header: No column of this table holds what was said."]],
    ["speaker,text\nA,b,c\n", ["2 ragged-row: This row has 3 cells, and the header has 2."]],
    ["Timespan,Text\n0:09 - 0:04,b\n", ["2 wrong-range: The turn ends before it starts: 0:09 - 0:04."]],
    ["Timespan,Text\n0:09 - 0:10,b\nlater,c\n", ['3 wrong-value: "later" in the column "Timespan" is no time.']],
    ["speaker,start,end,text\nA,10,2,b\n", ["2 wrong-range: The turn ends at 2, before it starts at 10."]],
  ])("%j has problems", (text, expected) => {
    expect(read(text).issues.map(({ code, message, place }) => `${place?.line} ${code}: ${message}`)).toEqual(expected);
  });

  test("Who speaks in one cell alone takes turns with a label of all; what a list repeats is none.", () => {
    const first = "I: How?\n\nAna: Long.\n\nI: Why?\n\nAna: Rain.";
    const second = "I: So?\n\nBo: Well.\nRust: fast.\nRust: hard.\n\nI: And?\n\nBo: Fine.";
    expect(spoken(`id,transcript\n1,"${first}"\n2,"${second}"\n`)).toEqual([
      "I: How?",
      "Ana: Long.",
      "I: Why?",
      "Ana: Rain.",
      "I: So?",
      "Bo: Well.\nRust: fast.\nRust: hard.",
      "I: And?",
      "Bo: Fine.",
    ]);
  });

  test("More rows without words than a call takes arguments are kept.", () => {
    const [draft] = read(`speaker,text,note\nA,b,\n${"C,,d\n".repeat(200_000)}`).drafts;
    // The name of the column that only these rows use is one more.
    expect([draft?.turns.length, draft?.remainder.length]).toEqual([1, 200_001]);
  });

  test("The name of a column that only rows without words use is kept beside what they have in it.", () => {
    const [draft] = read("speaker,text,note,other\nA,b,,x\nC,,d,\nA,c,,x\n").drafts;
    expect([draft?.attributes, draft?.remainder]).toEqual([{ other: "x" }, ["C d", "note"]]);
  });

  test("A column of dates that are not all the same gives the dates of the turns; one date is a fact of the transcript.", () => {
    const diary = read("date,author,entry\n2024-05-03,Ana,It rained.\n4 May 2024,Ana,Sun.\n,Ana,Wind.\n").drafts;
    expect(diary.flatMap(({ turns }) => turns)).toEqual([
      { label: "Ana", words: "It rained.", date: "2024-05-03", line: 2 },
      { label: "Ana", words: "Sun.", date: "4 May 2024", line: 3 },
      { label: "Ana", words: "Wind.", line: 4 },
    ]);
    expect(diary.map(({ attributes, remainder }) => [attributes, remainder])).toEqual([[{}, []]]);
    const interview = read("date,speaker,text\n2024-05-03,I,So?\n2024-05-03,Ana,Rain.\n").drafts;
    expect(interview.map(({ turns, attributes }) => [turns.map(({ date }) => date), attributes])).toEqual([
      [[undefined, undefined], { date: "2024-05-03" }],
    ]);
    // What is no date everywhere stays what it was.
    const other = read("date,speaker,text\n2024-05-03,I,So?\nlater,Ana,Rain.\nlater,I,Why?\n").drafts;
    expect(other.map(({ turns, remainder }) => [turns.map(({ date }) => date), remainder])).toEqual([
      [[undefined, undefined, undefined], ["date\n2024-05-03\nlater\nlater"]],
    ]);
  });

  test("Diary entries without a column of authors have the id that comes back as their author, or none.", () => {
    expect(spoken("id,date,entry\nC01,2024-05-03,Rain.\nC02,2024-05-03,Sun.\nC01,2024-05-04,Wind.\n")).toEqual([
      "C01: Rain.",
      "C02: Sun.",
      "C01: Wind.",
    ]);
    expect(spoken("date,entry\n2024-05-03,Rain.\n2024-05-04,Sun.\n")).toEqual([": Rain.", ": Sun."]);
  });

  // Columns as the programs name them; the words are invented.
  test.each([
    ["Taguette", "Document,Tag,Content\nC01,hope,I hope for rain\nC01,soil,The soil is poor here\n", "Content", "Tag"],
    [
      "ATLAS.ti",
      'Number;Name;Text Content;Document;Codes;Comment\n1:1;;I hope for rain;C01;"hope, rain";\n1:2;;Poor soil;C01;soil;\n',
      "Text Content",
      "Codes",
    ],
    ["MAXQDA", "Document name\tCode\tSegment\nC01\thope\tI hope for rain\nC02\tsoil\tPoor soil\n", "Segment", "Code"],
  ])("An export of codings from %s is no survey, and is told where it belongs.", (_, text, quotes, codes) => {
    const { drafts, issues } = read(text);
    expect(drafts).toEqual([]);
    expect(issues.map(({ code, message, hint, place }) => [code, message, hint, place?.line])).toEqual([
      [
        "unsupported-format",
        `This is no transcript but an export of codings: each row has a quotation ("${quotes}") and its codes ("${codes}").`,
        "Put the interviews themselves here. Codings go to the folder codings as CSV, a row for each code, with the columns transcript, code and quote.",
        1,
      ],
    ]);
  });

  test("A table with a column for each speaker has a turn in each cell.", () => {
    const text = "time,Interviewer,Ana\n0:05,So?,\n0:09,,I hope.\n0:12,Why?,\nlater,,Rain.\n0:20,Oh.,Yes.\n";
    const many = text.replace(
      "0:20",
      ["1:00,x,", "1:10,,y", "1:20,x,", "1:30,,y", "1:40,x,", "1:50,,y", "2:00"].join("\n"),
    );
    expect(spoken(many).slice(0, 4)).toEqual(["Interviewer: So?", "Ana: I hope.", "Interviewer: Why?", "Ana: Rain."]);
    expect(spoken(many).slice(-2)).toEqual(["Interviewer: Oh.", "Ana: Yes."]);
    const { drafts, issues } = read(many);
    expect(drafts[0]?.turns[1]).toEqual({ label: "Ana", words: "I hope.", time: [9, null], line: 3 });
    expect(drafts[0]?.remainder).toEqual(["later"]);
    expect(issues.map(({ code }) => code)).toEqual(["shape-assumed"]);
    // Of two columns that are both filled in every row, neither is a side of a conversation.
    expect(spoken("Interviewer,Ana\na b,c d\ne f,g h\ni j,k l\n")).not.toContain("Ana: c d");
  });

  test("A transcript with a column of codes beside its speakers is one all the same.", () => {
    expect(
      spoken("document,speaker,content,code\nC01,I,So?,\nC01,P,I hope.,hope\nC01,I,Why?,\nC01,P,Rain.,hope\n"),
    ).toEqual(["I: So?", "P: I hope.", "I: Why?", "P: Rain."]);
  });

  test("Words in a cell too many are not lost.", () => {
    expect(lostWords("A b c d", read("speaker,text\nA,b,c d\n"))).toEqual([]);
  });

  test("Each turn has the line on which its words begin.", () => {
    const text = 'id,text\nx,"\n\nI: one\nP: two\n\nmore\nI: three"\ny,"I: four\nP: five\nI: six"\n';
    expect(read(text).drafts.flatMap(({ turns }) => turns.map(({ words, line }) => [words, line]))).toEqual([
      ["one", 4],
      ["two\n\nmore", 5],
      ["three", 8],
      ["four", 9],
      ["five", 10],
      ["six", 11],
    ]);
  });
});

describe("looksLikeTurnTable", () => {
  test.each([
    ["Timespan\tContent\tSpeaker\n0:00,0 - 0:04,2\tYes.\tAna\n", true],
    ['"Speaker"\t"Text"\nAna\t"Yes.\nNo."\n', true],
    ["\nspeaker\tstart\ttext\nAna\t1\tYes.\nIra\t2\t\n", true],
    [`Who\tWords\n${"Ana\tShe said: yes.\n".repeat(20_000)}`, true],
    ["speaker,text\nAna,Yes.\n", false],
    ["Speaker\tText\nAna\tYes.\nAnd a paragraph more.\n", false],
    ["Speaker\tText\n", false],
    ["INT\tWhat is the time?\nAna\tTen.\n", false],
    ["Name\tAge\nAna\t30\n", false],
    ["One line of text, with a comma.", false],
    ["", false],
  ])("of %j is %s", (text, expected) => {
    expect(looksLikeTurnTable(text)).toBe(expected);
  });
});

describe("parseTable and hostile files", () => {
  test.each([
    ["quotation marks that search to the end", `a,b\n${'""","""x,'.repeat(200_000)}`],
    ["a line of 20 MB", `speaker,text\nA,${"word ".repeat(4_000_000)}`],
    ["a million rows of nothing", `a,b\n${",\n".repeat(1e6)}`],
    ["a hundred thousand columns", `${"a,".repeat(1e5)}text\n${"b,".repeat(1e5)}c`],
    ["names of properties", "speaker,text,__proto__,constructor\nA,b,c,d\n"],
  ])("%s does no harm", (_, text) => {
    const { drafts, issues } = read(text);
    expect(drafts.length + issues.length).toBeGreaterThan(0);
  });

  test("Nothing makes it throw, and no word gets lost.", () => {
    const piece = fc.constantFrom(
      ...[
        '"',
        '""',
        ",",
        ";",
        "\n",
        "\t",
        "|",
        "speaker",
        "text",
        "I: a",
        "P: b",
        "\nI: ",
        "id",
        "Why?",
        "12",
        "0:03",
        " ",
      ],
      "these are several words",
    );
    const soup = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(""));
    const cut = fc
      .tuple(fc.constantFrom(...readdirSync(folder)), fc.nat(), fc.nat(30), fc.string({ maxLength: 4 }))
      .map(([name, at, size, put]) => {
        const text = load(name);
        const start = at % text.length;
        return text.slice(0, start) + put + text.slice(start + size);
      });
    fc.assert(
      fc.property(fc.oneof(soup, cut, fc.string({ unit: "binary" })), (text) => {
        const reading = read(text.replace(/\r\n?/g, "\n").normalize("NFC"));
        for (const { turns } of reading.drafts) for (const { words } of turns) expect(words).toBe(words.trim());
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
