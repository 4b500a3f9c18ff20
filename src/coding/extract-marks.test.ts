import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { type ExtractedMarks, extractMarks } from "./extract-marks";
import type { Mark, MarkCode } from "./mark";

const extract = (text: string, from = 0): ExtractedMarks => extractMarks(toSource("a.txt", text), from);
const codesOf = (codes: readonly MarkCode[]): string =>
  codes.map(({ code, parents }) => [...parents, code].join(">")).join("+");

/** A mark in short: what it is about, its codes, and its memo. */
function short(text: string, mark: Mark): string {
  if (mark.kind === "memo") return `memo @${mark.at} (${mark.body})`;
  if (mark.kind !== "words") return `${mark.kind} @${mark.at} ${codesOf(mark.codes)}`;
  const memo = mark.memo === undefined ? "" : ` (${mark.memo})`;
  return `words "${text.slice(mark.start, mark.end)}" ${codesOf(mark.codes)}${memo}`;
}

describe("extractMarks", () => {
  test.each<[string, string, string, string[]]>([
    ["no marks", "P1: I hope [sic] (a] {b} = <c>.\n", "P1: I hope [sic] (a] {b} = <c>.\n", []],
    ["nothing", "", "", []],
    // [[code]]
    ["a code at a line's end", "P1: I hope. [[hope]]\nI: Ah.", "P1: I hope.\nI: Ah.", ["line @11 hope"]],
    ["a code without a blank", "P1: I hope.[[hope]]", "P1: I hope.", ["line @11 hope"]],
    ["two codes", "P1: I hope. [[hope]] [[trust]]\n", "P1: I hope.\n", ["line @11 hope", "line @11 trust"]],
    ["two codes in one mark", "I hope. [[hope, trust]]\n", "I hope.\n", ["line @7 hope+trust"]],
    ["parents", "x [[records>notes > safety]]", "x", ["line @1 records>notes>safety"]],
    ["blanks in a mark", "x [[  being understood ]]", "x", ["line @1 being understood"]],
    ["a code in the middle", "I hope [[hope]] so.", "I hope so.", ["line @6 hope"]],
    ["a code inside a word", "ho[[hope]]pe", "hope", ["line @2 hope"]],
    ["a code before punctuation", "I hope [[hope]].", "I hope .", ["line @7 hope"]],
    ["a code at a line's start", "[[hope]] I hope.", "I hope.", ["line @0 hope"]],
    ["two codes at a line's start", "a\n [[b]] [[c]]  d", "a\nd", ["line @2 b", "line @2 c"]],
    ["a code with tabs around", "I\thope.\t[[hope]]\t\n", "I\thope.\t\n", ["line @7 hope"]],
    ["a colon in an id", "x [[nvivo:hope]]", "x", ["line @1 nvivo:hope"]],
    // a line of its own
    ["a code on its own line", "P1: I hope.\n[[hope]]\nI: Ah.", "P1: I hope.\n\nI: Ah.", ["turn @12 hope"]],
    [
      "codes on their own line, indented",
      "P1: Yes.\n  [[a]] [[b]]  \nI: Ah.",
      "P1: Yes.\n\nI: Ah.",
      ["turn @9 a", "turn @9 b"],
    ],
    ["a code on its own line at the end", "P1: Yes.\n\n[[a]]", "P1: Yes.\n\n", ["turn @10 a"]],
    ["a code with nothing above", "[[a]]\nP1: Yes.", "\nP1: Yes.", ["turn @0 a"]],
    ["codes on two lines of their own", "P1: Yes.\n[[a]]\n[[b]]\n", "P1: Yes.\n\n\n", ["turn @9 a", "turn @10 b"]],
    // {==words==}{>>code<<}
    ["words", "I {==hope==}{>>hope<<} so.", "I hope so.", ['words "hope" hope']],
    ["words with codes and a memo", "{==a b==}{>>x, y > z: she: so<<}.", "a b.", ['words "a b" x+y>z (she: so)']],
    ["a memo over lines", "{==a==}{>>x: one\ntwo<<}b", "ab", ['words "a" x (one\ntwo)']],
    ["an empty memo", "{==a==}{>>x: <<}", "a", ['words "a" x']],
    ["a colon in an id, and a memo", "{==a==}{>>nvivo:x: m<<}", "a", ['words "a" nvivo:x (m)']],
    ["spare commas", "{==a==}{>>, x,, y ,<<}", "a", ['words "a" x+y']],
    ["a blank before the comment", "{==a==} {>>x<<} b", "a b", ['words "a" x']],
    ["two comments", "{==a==}{>>x<<} {>>y: m<<}b", "ab", ['words "a" x', 'words "a" y (m)']],
    ["words over lines and turns", "P1: {==a\n\nI: b==}{>>x<<}\n", "P1: a\n\nI: b\n", ['words "a\n\nI: b" x']],
    ["words in words", "{==a {==b==}{>>y<<} c==}{>>x<<}", "a b c", ['words "a b c" x', 'words "b" y']],
    ["words in words, at one start", "{=={==a==}{>>y<<} b==}{>>x<<}", "a b", ['words "a b" x', 'words "a" y']],
    ["a code in words", "{==a. [[y]]\nb==}{>>x<<}", "a.\nb", ['words "a.\nb" x', "line @2 y"]],
    ["words at a line's end", "a {==b==}{>>x<<}\nc", "a b\nc", ['words "b" x']],
    ["words and then a code", "a {==b==}{>>x<<} [[y]]\nc", "a b\nc", ['words "b" x', "line @3 y"]],
    ["emoji and marks", "👩‍🚀 {==😀==}{>>x<<}é", "👩‍🚀 😀é", ['words "😀" x']],
    // {>>memo<<}
    ["a note at a line's end", "I hope. {>>Really?<<}\nb", "I hope.\nb", ["memo @7 (Really?)"]],
    ["a note in the middle", "I {>>Really: so?<<} hope.", "I hope.", ["memo @1 (Really: so?)"]],
    ["a note on its own line", "a\n{>>Really?<<}\nb", "a\n\nb", ["memo @2 (Really?)"]],
    ["a note over lines", "a {>>one\n\ntwo<<}\nb", "a\nb", ["memo @1 (one\n\ntwo)"]],
    ["a code mark in a note is the note's", "a {>>see [[x]]<<}", "a", ["memo @1 (see [[x]])"]],
  ])("%s", (_, source, text, marks) => {
    const extracted = extract(source);
    expect(extracted.issues).toEqual([]);
    expect(extracted.text).toBe(text);
    expect(extracted.marks.map((mark) => short(text, mark))).toEqual(marks);
  });

  test("leaves out what stands before the offset", () => {
    const { text, marks, toOriginal, fromOriginal } = extract("---\nid: [[x]]\n---\nP1: I hope. [[hope]]\n", 18);
    expect(text).toBe("P1: I hope.\n");
    expect(marks.map((mark) => short(text, mark))).toEqual(["line @11 hope"]);
    expect([toOriginal(0), toOriginal(11), toOriginal(12)]).toEqual([18, 38, 39]);
    expect([fromOriginal(0), fromOriginal(18), fromOriginal(30), fromOriginal(38)]).toEqual([0, 0, 11, 11]);
  });

  test("knows where a mark and each of its codes stand in the source", () => {
    const source = "I {==hope==}{>>hope, a > trust: m<<} so. [[ b>c ]]";
    const { marks } = extract(source);
    const stands = marks.flatMap((mark) => [
      mark.origin,
      ...(mark.kind === "memo" ? [] : mark.codes.map((code) => code.origin)),
    ]);
    expect(stands.map(({ start, end }) => source.slice(start, end))).toEqual([
      "{==hope==}{>>hope, a > trust: m<<}",
      "hope",
      "trust",
      "[[ b>c ]]",
      "c",
    ]);
    expect(stands.map(({ start }) => start)).toEqual([2, 15, 25, 41, 46]);
  });
});

describe("extractMarks, of wrong marks", () => {
  test.each<[string, string, string, string[], string[]]>([
    ["[[ without ]]", "a [[b\nc ]] d", "a [[b\nc ]] d", [], ["mark-not-closed 1:3 [["]],
    ["[[ with another [[ before its ]]", "a [[b [[c]]", "a [[b", ["line @5 c"], ["mark-not-closed 1:3 [["]],
    ["[[ at the very end", "a [[", "a [[", [], ["mark-not-closed 1:3 [["]],
    ["{>> without <<}", "a {>>b\nc", "a {>>b\nc", [], ["mark-not-closed 1:3 {>>"]],
    ["{>> with another before its <<}", "a {>>b {>>c<<}", "a {>>b", ["memo @6 (c)"], ["mark-not-closed 1:3 {>>"]],
    [
      "{>> with words before its <<}",
      "a {>>b {==c==}{>>d<<}",
      "a {>>b c",
      ['words "c" d'],
      ["mark-not-closed 1:3 {>>"],
    ],
    ["{== without ==}", "a {==b\nc", "a {==b\nc", [], ["mark-not-closed 1:3 {=="]],
    [
      "{== without ==}, and other words",
      "a {==b {==c==}{>>x<<}",
      "a {==b c",
      ['words "c" x'],
      ["mark-not-closed 1:3 {=="],
    ],
    ["==} without {==", "a b==}{>>x<<}", "a b==}", ["memo @6 (x)"], ["mark-not-closed 1:4 ==}"]],
    ["<<} without {>>", "a b<<} c", "a b<<} c", [], ["mark-not-closed 1:4 <<}"]],
    ["words whose comment does not close", "{==a==}{>>x b", "a{>>x b", [], ["mark-not-closed 1:8 {>>"]],
    ["words without a comment", "a {==b==} c", "a b c", [], ["mark-without-code 1:3 {==b==}"]],
    ["words with an empty comment", "a {==b==}{>> <<} c", "a b c", [], ["mark-without-code 1:3 {==b==}{>> <<}"]],
    [
      "words with a memo alone",
      "a {==b==}{>>: why?<<} c",
      "a b c",
      ["memo @2 (why?)"],
      ["mark-without-code 1:3 {==b==}{>>: why?<<}"],
    ],
    ["an empty mark", "a [[ ]]\n[[]]", "a\n", [], ["mark-without-code 1:3 [[ ]]", "mark-without-code 2:1 [[]]"]],
    ["a parent without a code", "a [[b> ]]", "a", [], ["mark-without-code 1:3 [[b> ]]"]],
    ["an empty note", "a {>> <<} b", "a b", [], ["mark-without-code 1:3 {>> <<}"]],
  ])("%s", (_, source, text, marks, issues) => {
    const extracted = extract(source);
    expect(extracted.text).toBe(text);
    expect(extracted.marks.map((mark) => short(text, mark))).toEqual(marks);
    const found = extracted.issues.map(({ code, place }) => {
      const from = (place?.column ?? 0) - 1;
      return `${code} ${place?.line}:${place?.column} ${place?.excerpt?.slice(from, from + (place?.length ?? 0))}`;
    });
    expect(found).toEqual(issues);
  });

  test("says what is wrong and what to do", () => {
    expect(extract("a {==b").issues).toEqual([
      {
        code: "mark-not-closed",
        severity: "error",
        message: 'This "{==" opens a mark that never closes.',
        hint: 'Write "==}" behind the words.',
        place: { file: "a.txt", line: 1, column: 3, length: 3, excerpt: "a {==b" },
      },
    ]);
    expect(extract("a ==} b").issues[0]).toMatchObject({
      message: 'This "==}" closes a mark that was never opened.',
      hint: 'Write "{==" where the mark begins.',
    });
    expect(extract("{==b==}").issues[0]).toMatchObject({
      severity: "warning",
      message: "These words are marked, and no code is named for them.",
      hint: "Write the code directly behind them: {==words==}{>>code<<}",
    });
  });
});

describe("extractMarks, of random text", () => {
  const piece = fc.constantFrom(
    ...[
      "[[",
      "]]",
      "{==",
      "==}",
      "{>>",
      "<<}",
      "a",
      "code",
      ": ",
      ", ",
      ">",
      " ",
      "  ",
      "\n",
      "\n\n",
      "P1: ",
      "😀",
      "\t",
    ],
    ...["[[hope]]", "{==yes==}{>>x<<}", "{>>why<<}"],
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

  test("the ways between the offsets are monotone, and there and back is the same", () => {
    fc.assert(
      fc.property(text, (source) => {
        const { text: shortened, fromOriginal, toOriginal } = extract(source);
        for (let offset = 0; offset <= shortened.length; offset++) {
          expect(fromOriginal(toOriginal(offset))).toBe(offset);
          if (offset < shortened.length) expect(source[toOriginal(offset)]).toBe(shortened[offset]);
          if (offset > 0) expect(toOriginal(offset)).toBeGreaterThan(toOriginal(offset - 1));
        }
        for (let offset = 1; offset <= source.length; offset++) {
          expect(fromOriginal(offset)).toBeGreaterThanOrEqual(fromOriginal(offset - 1));
        }
        expect(fromOriginal(source.length)).toBe(shortened.length);
        expect(toOriginal(shortened.length)).toBe(source.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("without problems no mark is left, and no word and no line break outside marks is lost", () => {
    const words = fc
      .array(fc.constantFrom("a", " ", "\n", "b.", "I: "), { maxLength: 20 })
      .map((parts) => parts.join(""));
    const marked = fc.array(fc.tuple(words, fc.constantFrom("[[c]]", "{>>n<<}", "{==", "")), { maxLength: 8 });
    fc.assert(
      fc.property(marked, (parts) => {
        let plain = "";
        let source = "";
        for (const [before, mark] of parts) {
          plain += before;
          source += mark === "{==" ? `{==${before}==}{>>c<<}` : before + mark;
        }
        const { text: shortened, issues } = extract(source);
        expect(issues).toEqual([]);
        expect(shortened).not.toMatch(/\[\[|\]\]|\{==|==\}|\{>>|<<\}/);
        expect(shortened.replace(/[^\S\n]/g, "")).toBe(plain.replace(/[^\S\n]/g, ""));
      }),
      { numRuns: 1000 },
    );
  });

  test.each(["[[", "{>>"])("a hundred thousand times %s, which never closes, are told one by one", (opening) => {
    const { issues } = extract(opening.repeat(100_000));
    expect(issues.length).toBe(100_000);
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(["mark-not-closed"]));
  });

  test("every mark lies in the text", () => {
    fc.assert(
      fc.property(text, (source) => {
        const { text: shortened, marks } = extract(source);
        for (const mark of marks) {
          const [start, end] = mark.kind === "words" ? [mark.start, mark.end] : [mark.at, mark.at];
          expect(0 <= start && start <= end && end <= shortened.length).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
