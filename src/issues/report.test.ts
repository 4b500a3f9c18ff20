import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasErrors, issue } from "./issue";
import { countIssues, formatIssues, issueList } from "./report";
import { toSource } from "./source";

const scheme = toSource("scheme.yaml", "themes:\n  - id: hope\n    codes: [hoep]\n");
const unknownCode = issue("unknown-code", 'There is no code "hoep".', {
  hint: 'Did you mean "hope"?',
  place: scheme.place(scheme.text.indexOf("hoep"), scheme.text.indexOf("hoep") + 4),
});

describe("formatIssues", () => {
  test("says so where there are none", () => {
    expect(formatIssues([])).toBe("No problems.");
  });

  test("shows file:line:column, severity, message, code, the source line with a caret, and the hint", () => {
    expect(formatIssues([unknownCode])).toBe(
      [
        "scheme.yaml: 1 error",
        '  scheme.yaml:3:13 error: There is no code "hoep". [unknown-code]',
        "          codes: [hoep]",
        "                  ^^^^",
        '      Did you mean "hope"?',
      ].join("\n"),
    );
  });

  test("groups by file in the order the files come up, each in line order, and counts them in all", () => {
    const cell = { file: "codings/kb.csv", line: 9, column: 1 };
    const issues = [
      issue("unknown-code", "Second.", { place: { ...cell, line: 10 } }),
      unknownCode,
      issue("no-transcripts", "There is no transcript."),
      issue("quote-not-found", "First.", { place: cell }),
      issue("participants-inferred", "Made from the speakers.", { place: { file: "participants.csv" } }),
    ];
    expect(formatIssues(issues)).toBe(
      [
        "codings/kb.csv: 1 error, 1 warning",
        "  codings/kb.csv:9:1 warning: First. [quote-not-found]",
        "  codings/kb.csv:10:1 error: Second. [unknown-code]",
        "",
        "scheme.yaml: 1 error",
        '  scheme.yaml:3:13 error: There is no code "hoep". [unknown-code]',
        "          codes: [hoep]",
        "                  ^^^^",
        '      Did you mean "hope"?',
        "",
        "The study: 1 error",
        "  error: There is no transcript. [no-transcripts]",
        "",
        "participants.csv: 1 info",
        "  info: Made from the speakers. [participants-inferred]",
        "",
        "In all: 3 errors, 1 warning, 1 info",
      ].join("\n"),
    );
  });

  test("shows ten of a kind in a file, and how many more there are", () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      issue("quote-not-found", `Number ${index + 1}.`, { place: { file: "kb.csv", line: index + 1 } }),
    );
    const lines = formatIssues([...many, unknownCode]).split("\n");
    expect(lines[0]).toBe("kb.csv: 12 warnings");
    expect(lines.slice(10, 13)).toEqual([
      "  kb.csv:10:1 warning: Number 10. [quote-not-found]",
      "  ... and 2 more of [quote-not-found]",
      "",
    ]);
  });

  const excerptOf = (text: string, word: string): string[] => {
    const start = text.indexOf(word);
    const place = toSource("a", text).place(start, start + word.length);
    return formatIssues([issue("unknown-code", "x", { place })])
      .split("\n")
      .slice(2);
  };

  test("cuts long lines around the caret, and marks both cuts", () => {
    const [line = "", caret = ""] = excerptOf(`${"before ".repeat(30)}hoep${" after".repeat(30)}`, "hoep");
    expect(line).toMatch(/^ {6}\.\.\..{96}\.\.\.$/);
    expect(line.slice(caret.indexOf("^"), caret.lastIndexOf("^") + 1)).toBe("hoep");
  });

  test("does not cut a line that fits, nor mark a cut at an end that is shown", () => {
    const text = `hoep${" after".repeat(30)}`;
    expect(excerptOf(text, "hoep")).toEqual([`      ${text.slice(0, 96)}...`, "      ^^^^"]);
    expect(excerptOf(`${"x".repeat(92)}hoep`, "hoep")[0]).toBe(`      ${"x".repeat(92)}hoep`);
  });

  test("never cuts a character in two", () => {
    const [line = ""] = excerptOf(`${"😀".repeat(80)}hoep${"😀".repeat(80)}`, "hoep");
    expect(line.isWellFormed()).toBe(true);
  });

  test.each([
    ["wide characters", "你好 [[x", "           ^^^"],
    ["combined emoji", "👨‍👩‍👧 [[x", "         ^^^"],
    ["accents on their own", "e\u0301 [[x", "        ^^^"],
    ["tabs", "\ta\t[[x", "      \t \t^^^"],
  ])("the caret stands under its word behind %s", (_, text, caret) => {
    expect(excerptOf(text, "[[x")).toEqual([`      ${text}`, caret]);
  });

  test("the caret is as wide as what it marks", () => {
    expect(excerptOf("a 你好 b", "你好")).toEqual(["      a 你好 b", "        ^^^^"]);
  });

  test("control characters of a file cannot steer the terminal", () => {
    const steering = "\u001b[2J";
    const place = toSource("a", `x${steering}\u0000`).place(0);
    const report = formatIssues([issue("unknown-code", `No code "${steering}".`, { hint: `${steering}?`, place })]);
    expect(report).not.toContain("\u001b");
    expect(report.split("\n").slice(1)).toEqual([
      '  a:1:1 error: No code "�[2J". [unknown-code]',
      "      x�[2J�",
      "      ^",
      "      �[2J?",
    ]);
  });

  test("an empty source line shows no caret", () => {
    expect(formatIssues([issue("empty-file", "Empty.", { place: toSource("a", "").place(0) })])).toBe(
      "a: 1 warning\n  a:1:1 warning: Empty. [empty-file]",
    );
  });

  test("takes colours for its parts", () => {
    const mark = (name: string) => (text: string) => `<${name}>${text}</>`;
    const colors = {
      error: mark("e"),
      warning: mark("w"),
      info: mark("i"),
      dim: mark("d"),
      bold: mark("b"),
    };
    expect(formatIssues([unknownCode], colors)).toBe(
      [
        "<b>scheme.yaml</>: 1 error",
        '  scheme.yaml:3:13 <e>error</>: There is no code "hoep". <d>[unknown-code]</>',
        "<d>          codes: [hoep]</>",
        "                  <e>^^^^</>",
        '      Did you mean "hope"?',
      ].join("\n"),
    );
  });

  test("the caret's line is never longer than the line it stands under, for any line and stretch", () => {
    const unit = fc.constantFrom("a", " ", "é", "你", "😀", "\t");
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 300 }), fc.nat(), fc.nat(400), (text, at, length) => {
        const start = at % text.length;
        const place = toSource("a", text).place(start, start + length);
        const lines = formatIssues([issue("unknown-code", "x", { place })]).split("\n");
        return text.trim() === "" || (lines.length === 4 && /^[ \t.]*\^+$/.test(lines[3] ?? ""));
      }),
    );
  });
});

test.each([
  [[], "no problems"],
  [["unknown-code"], "1 error"],
  [
    ["scheme-inferred", "scheme-inferred", "unknown-code", "quote-not-found", "unknown-code"],
    "2 errors, 1 warning, 2 infos",
  ],
] as const)("%j are counted as %s", (codes, text) => {
  expect(countIssues(codes.map((code) => issue(code, "x")))).toBe(text);
});

test("a list of issues is frozen and prints itself as the report", () => {
  const list = issueList([unknownCode]);
  expect(Object.isFrozen(list)).toBe(true);
  expect([...list]).toEqual([unknownCode]);
  expect(inspect(list)).toBe(formatIssues([unknownCode]));
});

test("an issue has the severity of its code, and only the details that are given", () => {
  expect(issue("quote-moved", "x")).toEqual({ code: "quote-moved", severity: "info", message: "x" });
  expect(issue("unknown-code", "x", { hint: undefined, place: undefined })).not.toHaveProperty("hint");
});

test("only errors are errors", () => {
  expect(hasErrors([issue("quote-moved", "x"), issue("quote-not-found", "x")])).toBe(false);
  expect(hasErrors([issue("quote-moved", "x"), unknownCode])).toBe(true);
});
