import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { splitFrontMatter, unclosedFrontMatter } from "./front-matter";

const split = (text: string): [yaml: string, body: string] | null => {
  const found = splitFrontMatter(toSource("a.md", text));
  return found === null ? null : [text.slice(found.start, found.end), text.slice(found.bodyStart)];
};

test.each([
  ["---\nid: a\n---\nBody\n", ["id: a\n", "Body\n"]],
  ["---\nid: a\n---", ["id: a\n", ""]],
  ["--- \t\nid: a\n---  \n\nBody", ["id: a\n", "\nBody"]],
  ["---\r\nid: a\r\n---\r\nBody", ["id: a\r\n", "Body"]],
  ["\uFEFF---\nid: a\n---\nBody", ["id: a\n", "Body"]],
  ["---\n---\nBody", ["", "Body"]],
  ["---\n\n---\nBody", ["\n", "Body"]],
  ["---\n# a comment\n\nid: a\n---\nBody", ["# a comment\n\nid: a\n", "Body"]],
  ["---\nspeakers:\n  M: interviewer\n---\nM: hi\n---\nrest", ["speakers:\n  M: interviewer\n", "M: hi\n---\nrest"]],
  ['---\n"my key": a\n---\n', ['"my key": a\n', ""]],
  ["---\nalter: 3\nx: ----\n---\n", ["alter: 3\nx: ----\n", ""]],
])("%j has front matter and a body", (text, parts) => {
  expect(split(text)).toEqual(parts);
});

test.each([
  [""],
  ["Body"],
  ["---"],
  ["---\n"],
  ["\n---\nid: a\n---\n"],
  ["---\nWe met at noon.\n---\nBody"],
  ["---\nhttps://example.org\n---\n"],
  ["---\nid: a\n----\n"],
  ["----\nid: a\n---\n"],
  [" ---\nid: a\n---\n"],
])("%j has none", (text) => {
  expect(split(text)).toBeNull();
});

describe("front matter that does not close", () => {
  test("is an issue at its first line", () => {
    expect(unclosedFrontMatter(toSource("a.md", "---\nid: a\n\nI: Hello\n"))).toEqual({
      code: "broken-yaml",
      severity: "error",
      message: 'The front matter opens with "---" and never closes.',
      hint: 'Write "---" on a line of its own below the last key. If the first line is only a rule, remove it.',
      place: { file: "a.md", line: 1, column: 1, length: 3, excerpt: "---" },
    });
  });
  test.each([["---\nid: a\n---\nBody"], ["---\nWe met.\n"], ["---\nWe met.\n---\n"], ["id: a\n"], [""], ["---\n"]])(
    "%j is fine",
    (text) => {
      expect(unclosedFrontMatter(toSource("a.md", text))).toBeUndefined();
    },
  );
});

test("what is put between two fences comes out again", () => {
  const line = fc.string({ unit: fc.constantFrom("a", ":", " ", "-", "#", "é"), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(line.filter((each) => !/^---[ \t]*$/.test(each))), fc.string(), (lines, body) => {
      const yaml = ["id: a", ...lines].join("\n");
      expect(split(`---\n${yaml}\n---\n${body}`)).toEqual([`${yaml}\n`, body]);
    }),
  );
});
