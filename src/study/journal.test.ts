import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { parseMemo, parseMemos } from "./journal";

const parse = (text: string, file = "journal/2026-03-01 first.md") => parseMemo(toSource(file, text));
const problems = (text: string) =>
  parse(text).issues.map(
    ({ place, code, message }) => `${place?.line}:${place?.column}-${place?.length} ${code} ${message}`,
  );

test("a memo has its front matter and its body", () => {
  const { memo, issues } = parse(
    "---\nid: m1\ntitle: Hope\ndate: 2026-03-01\nauthor: KB\nabout: { theme: hope }\n---\n\n# Hope\n\nIt is ours.\n",
  );
  expect(issues).toEqual([]);
  expect(memo.value).toEqual({
    id: "m1",
    title: "Hope",
    about: { kind: "theme", entry: "hope" },
    body: "# Hope\n\nIt is ours.",
    author: "KB",
    created: "2026-03-01",
  });
});

test("without front matter the whole file is the body, and the id is the file's name", () => {
  const { memo, issues } = parse("I felt\n---\nuneasy.\n");
  expect(issues).toEqual([]);
  expect(memo.value).toEqual({
    id: "2026-03-01 first",
    about: null,
    body: "I felt\n---\nuneasy.",
    author: null,
    created: null,
  });
});

test.each([
  ["a/b.c/note.md", "note"],
  ["note", "note"],
  ["v1.2.md", "v1.2"],
])("the file %s gives the id %s", (file, id) => {
  expect(parse("x", file).memo.value.id).toBe(id);
});

test("`created` may be said instead of `date`, and goes before it", () => {
  expect(parse("---\ncreated: 3 May\n---\n").memo.value.created).toBe("3 May");
  expect(parse("---\ncreated: 3 May\ndate: 4 May\n---\n").memo.value.created).toBe("3 May");
});

test.each([
  ["{ code: seen }", { kind: "code", entry: "seen" }],
  ["{ category: meeting }", { kind: "category", entry: "meeting" }],
  ["{ participant: C01 }", { participant: "C01" }],
  ["{ transcript: 7 }", { transcript: "7" }],
  ["the interview with C01", { topic: "the interview with C01" }],
])("about: %s", (yaml, about) => {
  const { memo, issues } = parse(`---\nabout: ${yaml}\n---\nBody`);
  expect(issues).toEqual([]);
  expect(memo.value.about).toEqual(about);
});

test("a field knows where it stands", () => {
  const { memo } = parse("---\nabout: { theme: hope }\ndate: 3 May\n---\nBody\n");
  const slice = (field?: string) => {
    const origin = memo.origin(field);
    return origin?.source.text?.slice(origin.start, origin.end);
  };
  expect([slice("about"), slice("created"), slice("body")]).toEqual(["{ theme: hope }", "3 May", "Body\n"]);
  expect(slice()).toMatch(/^---\nabout/);
  expect(parse("Body").memo.origin("author")).toMatchObject({ start: 0, end: 4 });
});

describe("problems", () => {
  test.each([
    ["---\nautor: KB\n---\n", ['2:1-5 unknown-key A memo has no key "autor".']],
    ["---\nauthor: [KB]\n---\n", ['2:9-4 wrong-value "author" must be text, and is a list.']],
    ["---\nabout: { teme: hope }\n---\n", ['2:10-4 unknown-key "about" has no key "teme".']],
    ["---\nabout: {}\n---\n", ['2:8-2 wrong-value "about" must name one thing, and names none.']],
    [
      "---\nabout: { theme: a, code: b }\n---\n",
      ['2:8-21 wrong-value "about" must name one thing, and names several.'],
    ],
    ["---\nabout: [a]\n---\n", ['2:8-3 wrong-value "about" must be text, and is a list.']],
    ["---\na: b: c\n---\nBody", [expect.stringMatching(/^2:4-1 broken-yaml/)]],
    ["---\nid: m1\n\nBody", ['1:1-3 broken-yaml The front matter opens with "---" and never closes.']],
  ])("%j", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

test("an entry can record an event, with whom it took place, and the words it is about", () => {
  const { memo, issues } = parse(
    "---\nevent: Member-Check\nwith: [C03, her sister]\nabout: { transcript: C03, quote: the words, prefix: 'of ' }\n---\nRead to her.",
  );
  expect(issues).toEqual([]);
  expect(memo.value).toEqual({
    id: "2026-03-01 first",
    about: { source: "C03", selector: [{ type: "TextQuoteSelector", exact: "the words", prefix: "of ", suffix: "" }] },
    body: "Read to her.",
    event: "member-check",
    with: ["C03", "her sister"],
    author: null,
    created: null,
  });
});

test("words without their transcript, and an event that is none, are told", () => {
  expect(problems("---\nabout: { theme: hope, quote: the words }\nevent: party\n---\n")).toEqual([
    "2:30-9 wrong-value These words need their transcript.",
    '3:8-5 wrong-value "event" cannot be "party".',
  ]);
});

test("a YAML file holds a list of memos, numbered where they have no id", () => {
  const source = toSource(
    "journal/memos.yaml",
    "- date: 2026-03-01\n  about: { code: seen }\n  body: |\n    One.\n- { id: mine, body: Two. }\n",
  );
  const { memos, issues } = parseMemos(source);
  expect(issues).toEqual([]);
  expect(memos.map((each) => each.value)).toEqual([
    {
      id: "memos#1",
      about: { kind: "code", entry: "seen" },
      body: "One.",
      author: null,
      created: "2026-03-01",
    },
    { id: "mine", about: null, body: "Two.", author: null, created: null },
  ]);
  expect(memos[0]?.origin("about")).toMatchObject({ start: 28 });
});

test("every problem of a list of memos is told at its place", () => {
  const { memos, issues } = parseMemos(toSource("memos.yml", "- body: One.\n- { boddy: Two. }\n- three\n"));
  expect(memos).toEqual([]);
  expect(issues.map(({ place, code }) => `${place?.line} ${code}`)).toEqual([
    "2 unknown-key",
    "2 missing-key",
    "3 wrong-value",
  ]);
  expect(parseMemos(toSource("memos.yml", "# nothing yet\n"))).toEqual({ memos: [], issues: [] });
});
