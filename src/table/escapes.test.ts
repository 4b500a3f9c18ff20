import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  escapeCsv,
  escapeHtml,
  escapeLatex,
  escapeMarkdownCell,
  escapeMarkdownParagraph,
  looksLikeFormula,
} from "./escapes";

const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

/** What the escape does to each printable ASCII character by itself, for those it changes. */
function changes(change: (text: string) => string): Record<string, string> {
  return Object.fromEntries(PRINTABLE.filter((each) => change(each) !== each).map((each) => [each, change(each)]));
}

test("HTML escapes these characters and no others", () => {
  expect(changes(escapeHtml)).toEqual({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" });
  expect(escapeHtml("a\n\nb")).toBe("a<br><br>b");
});

describe("Markdown", () => {
  test("escapes these characters in a cell and no others", () => {
    expect(changes(escapeMarkdownCell)).toEqual({
      "\\": "\\\\",
      "`": "\\`",
      "*": "\\*",
      _: "\\_",
      "[": "\\[",
      "]": "\\]",
      "<": "\\<",
      ">": "\\>",
      "&": "\\&",
      "~": "\\~",
      "#": "\\#",
      "|": "\\|",
      $: "\\$",
      "@": "\\@",
      " ": "&#32;",
    });
  });

  test.each([
    ["a\nb", "a<br>b"],
    ["\\|", "\\\\\\|"],
    ["  a  b ", "&#32;&#32;a  b&#32;"],
    ["\u00A0\u3000a\n", "&#160;&#12288;a<br>"],
    ["http://a HTTPS://b c:d", "http\\://a HTTPS\\://b c:d"],
    ["www.a.b WWW.c", "www\\.a.b WWW\\.c"],
    ["1. a", "1. a"],
    ["- a", "- a"],
  ])("cell %j is written %j", (text, written) => {
    expect(escapeMarkdownCell(text)).toBe(written);
  });

  test.each([
    ["1. a", "1\\. a"],
    ["12) a", "12\\) a"],
    ["1.5 a", "1\\.5 a"],
    ["a 1. b", "a 1. b"],
    ["1234567890. a", "1234567890. a"],
    ["- a - b", "\\- a - b"],
    ["+ a", "\\+ a"],
    ["---", "\\---"],
    ["# a", "\\# a"],
    ["> a", "\\> a"],
    ["***", "\\*\\*\\*"],
    ["~~~", "\\~\\~\\~"],
  ])("paragraph %j is written %j", (text, written) => {
    expect(escapeMarkdownParagraph(text)).toBe(written);
  });
});

describe("LaTeX", () => {
  test("escapes these characters and no others", () => {
    expect(changes(escapeLatex)).toEqual({
      "\\": "\\textbackslash{}",
      "{": "\\{",
      "}": "\\}",
      "&": "\\&",
      "%": "\\%",
      $: "\\$",
      "#": "\\#",
      _: "\\_",
      "~": "\\textasciitilde{}",
      "^": "\\textasciicircum{}",
      "<": "\\textless{}",
      ">": "\\textgreater{}",
      "|": "\\textbar{}",
      '"': "\\textquotedbl{}",
      "`": "\\textasciigrave{}",
      "[": "{[}",
      "]": "{]}",
      "*": "{*}",
    });
  });

  test.each([
    ["a\nb\n\nc", "a\\newline{}b\\newline{}\\newline{}c"],
    ["\n\na\n", "a"],
    ["a\u00A0b\u202Fc", "a~b\\,c"],
    ["a\u00ADb\u200Bc\uFEFFd", "a\\-b\\allowbreak{}cd"],
    ["- -- ---", "- -{\\kern0pt}- -{\\kern0pt}-{\\kern0pt}-"],
    ["''a'' ,,b", "'{\\kern0pt}'a'{\\kern0pt}' ,{\\kern0pt},b"],
    ["10–12 — … “é”", "10–12 — … “é”"],
    ["\\\\", "\\textbackslash{}\\textbackslash{}"],
    ["\uFFFD", "?"],
  ])("%j is written %j", (text, written) => {
    expect(escapeLatex(text)).toBe(written);
  });

  test("can be read back, whatever the text", () => {
    const commands: Record<string, string> = {
      textbackslash: "\\",
      textasciitilde: "~",
      textasciicircum: "^",
      textless: "<",
      textgreater: ">",
      textbar: "|",
      textquotedbl: '"',
      textasciigrave: "`",
      newline: "\n",
      allowbreak: "\u200B",
      "-": "\u00AD",
      ",": "\u202F",
    };
    const read = (latex: string): string =>
      latex
        .replaceAll("{\\kern0pt}", "")
        .replace(/\\([a-z]+)\{\}|\\(.)|\{(.?)\}|~/gs, (all, command, sign, grouped) => {
          if (all === "~") return "\u00A0";
          return grouped ?? commands[command ?? sign] ?? sign;
        });
    const nasty = fc.string({ unit: fc.constantFrom(...PRINTABLE, "\u00A0", "\u202F", "\u00AD", "\u200B", "é", "–") });
    fc.assert(
      fc.property(nasty, (text) => {
        expect(read(escapeLatex(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("CSV", () => {
  test.each([
    ["a b", "a b"],
    ["a,b", '"a,b"'],
    ['a"b"', '"a""b"""'],
    ["a\nb", '"a\nb"'],
    ["a\rb", '"a\rb"'],
    [" a", '" a"'],
    ["a\t", '"a\t"'],
    ["#a", '"#a"'],
    ["", '""'],
    ["a;b'c|d", "a;b'c|d"],
  ])("field %j is written %j", (text, written) => {
    expect(escapeCsv(text)).toBe(written);
  });

  test.each(["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a", "-", "- well"])(
    "%j looks like a formula",
    (text) => {
      expect(looksLikeFormula(text)).toBe(true);
    },
  );

  test.each(["", "1-2", " =1", "'=1", "a=b", "–", "(=1)", "#REF!"])("%j does not look like a formula", (text) => {
    expect(looksLikeFormula(text)).toBe(false);
  });
});
