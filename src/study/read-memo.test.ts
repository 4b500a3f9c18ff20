import { describe, expect, test } from "vitest";
import type { Issue } from "../issues/issue";
import { readMemo } from "./read-memo";

function read(value: unknown): { memo: ReturnType<typeof readMemo>; issues: string[] } {
  const issues: Issue[] = [];
  const memo = readMemo(value, issues);
  return { memo, issues: issues.map((each) => `${each.code}: ${each.message}`) };
}

const words = { type: "TextQuoteSelector", exact: "Yes", prefix: " ", suffix: "" };

describe("readMemo", () => {
  test("gives a memo as it is, with null for what is not stated", () => {
    const memo = { id: "m", title: "T", about: null, body: " as it stands ", author: "KB", created: "2026-03-01" };
    expect(read(memo)).toEqual({ memo, issues: [] });
    expect(read({ id: "m" })).toEqual({
      memo: { id: "m", about: null, body: "", author: null, created: null },
      issues: [],
    });
  });

  test.each<[unknown, unknown]>([
    [
      { kind: "theme", entry: "hope" },
      { kind: "theme", entry: "hope" },
    ],
    // As the front matter of a journal has it.
    [{ theme: "hope" }, { kind: "theme", entry: "hope" }],
    ["my own part in it", { topic: "my own part in it" }],
    [{ topic: "x" }, { topic: "x" }],
    [{ participant: 7 }, { participant: "7" }],
    [
      { source: "t", selector: [words] },
      { source: "t", selector: [words] },
    ],
    [
      { source: "t", selector: [{ type: "TextPositionSelector", start: 1, end: 4 }, words] },
      { source: "t", selector: [{ type: "TextPositionSelector", start: 1, end: 4 }, words] },
    ],
  ])("reads what it is about: %j", (about, expected) => {
    expect(read({ id: "m", about })).toMatchObject({ memo: { about: expected }, issues: [] });
  });

  test.each<[unknown, string[]]>([
    [undefined, ["wrong-value: A memo must be a record with keys, and is nothing."]],
    [{ body: "x" }, ['missing-key: A memo must have the key "id".']],
    [{ id: "m", text: "x" }, ['unknown-key: A memo has no key "text".']],
    [{ id: "m", about: { kind: "idea", entry: "x" } }, ['wrong-value: "about.kind" cannot be "idea".']],
    [{ id: "m", about: {} }, ['wrong-value: "about" must name one thing, and names none.']],
    [{ id: "m", about: { source: "t", selector: [] } }, ["missing-key: A memo about words must name them."]],
    [
      { id: "m", about: { source: "t", selector: [{ type: "TextPositionSelector", start: -1, end: 4 }] } },
      ["wrong-value: A position must be a whole number from 0.", "missing-key: A memo about words must name them."],
    ],
  ])("tells what is wrong with %j", (value, expected) => {
    expect(read(value).issues).toEqual(expected);
  });
});
