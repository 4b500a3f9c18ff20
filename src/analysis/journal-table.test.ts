import { expect, test } from "vitest";
import type { MemoAbout } from "../model/memo";
import { createStudy } from "../study/create-study";
import { toMarkdown } from "../table/render-markdown";
import { aboutWords } from "./about-words";
import { auditTrail } from "./audit-trail";
import { journalTable } from "./journal-table";

const study = createStudy({
  participants: [{ id: "Ann", group: "consumer" }],
  transcripts: [{ id: "t", text: "Ann: The group gave me rest." }],
  scheme: { themes: [{ id: "hope", name: "Peers bring hope" }] },
  memos: [
    { id: "m3", about: null, body: "Later.", author: "TM", created: "2026-03-02" },
    { id: "m0", about: null, body: "Some day.", author: null, created: "3/4/26" },
    {
      id: "m1",
      title: "First",
      about: { kind: "theme", entry: "hope" },
      body: "Read it to her.",
      event: "member-check",
      with: ["Ann", "her sister"],
      author: "KB",
      created: "2026-03-01",
    },
    { id: "m2", about: { participant: "Ann" }, body: "She called.", author: "KB", created: "2026-03-01" },
  ],
});

test("memos about words that a program states as quotes have their place, and those without one are counted", () => {
  const words = createStudy({
    participants: [{ id: "Ann", group: "consumer" }],
    transcripts: [{ id: "t", text: "Ann: Rest. The group gave me rest. Rest." }],
    memos: [
      { id: "a", about: { transcript: "t", quote: "The group gave me rest." }, body: "Whose?", created: "2026-03-01" },
      { id: "b", about: { transcript: "t", quote: "Rest.", prefix: "Ann: " }, body: "First.", created: "2026-03-02" },
      { id: "c", about: { transcript: "t", quote: "Rest." }, body: "Which?", created: "2026-03-03" },
      { id: "d", about: "tone", created: "2026-03-04" },
    ],
  });
  expect([...words.memoAnchors].map(([id, { status, range }]) => [id, status, range?.start])).toEqual([
    ["a", "exact", 11],
    ["b", "exact", 5],
    ["c", "ambiguous", undefined],
  ]);
  const about = ['t: "The group gave me rest."', 't: "Rest."', 't: "Rest."', "tone"];
  const note = "1 memo is about words that are not in the transcript, or there several times, and has no place in it.";
  expect(journalTable(words).rows.map((row) => row.about)).toEqual(about);
  expect(journalTable(words).notes).toEqual([note]);
  expect(auditTrail(words).rows.map((row) => row.about)).toEqual(about);
  expect(auditTrail(words).notes).toEqual([note]);
});

test("entries come in the order of their dates, those that cannot be put in order last and counted", () => {
  expect(toMarkdown(journalTable(study)).split("\n")).toEqual([
    "Journal",
    "",
    "| Date | Author | Kind | About | With | Title | Entry |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    '| 2026-03-01 | KB | member-check | theme "Peers bring hope" | Consumer 1 and her sister | First | Read it to her. |',
    "| 2026-03-01 | KB | entry | Consumer 1 |  | – | She called. |",
    "| 2026-03-02 | TM | entry | the study |  | – | Later. |",
    "| 3/4/26 | – | entry | the study |  | – | Some day. |",
    "",
    "1 entry without a date that can be put in order, at the end.",
    "",
  ]);
});

test.each<[MemoAbout, string]>([
  [null, "the study"],
  [{ topic: "the second visit" }, "the second visit"],
  [{ transcript: "t" }, "transcript t"],
  [{ participant: "Ann" }, "Consumer 1"],
  [{ kind: "theme", entry: "hope" }, 'theme "Peers bring hope"'],
  [
    { source: "t", selector: [{ type: "TextQuoteSelector", exact: "gave me\nrest", prefix: "", suffix: "" }] },
    't: "gave me rest"',
  ],
  [
    {
      source: "t",
      selector: [{ type: "TextQuoteSelector", exact: "and then ".repeat(10).trim(), prefix: "", suffix: "" }],
    },
    't: "and then and then and then and then and then and then and ..."',
  ],
])("what a memo is about is said in words: %j", (about, words) => {
  expect(aboutWords(study, about)).toBe(words);
});

test("words of participants who are not to be quoted are in no journal and no audit trail", () => {
  const words = (exact: string): MemoAbout => {
    return { source: "t", selector: [{ type: "TextQuoteSelector", exact, prefix: "", suffix: "" }] };
  };
  const by = { author: "KB", created: null };
  const text = "I: Well?\nAnn: The group gave me rest.\nBo: It took mine. It took mine.";
  const guarded = createStudy({
    participants: [{ id: "Ann" }, { id: "Bo", quotable: false }],
    transcripts: [{ id: "t", text }],
    codings: [
      { transcript: "t", code: "rest", quote: "gave me rest", memo: "Hers." },
      { transcript: "t", code: "rest", quote: "rest. Bo: It took mine.", memo: "Of both." },
    ],
    memos: [
      { id: "hers", about: words("gave me rest"), body: "One.", ...by },
      { id: "his", about: words("took mine. It took"), body: "Two.", ...by },
      { id: "somewhere", about: words("It took mine."), body: "Three.", ...by },
    ],
  });
  expect(journalTable(guarded).rows.map((row) => row.about)).toEqual(['t: "gave me rest"', "t: [...]", "t: [...]"]);
  expect(auditTrail(guarded, { codingMemos: true }).rows.map((row) => row.about)).toEqual([
    't: "gave me rest"',
    "t: [...]",
    "t: [...]",
    'code "rest", t: "gave me rest"',
    'code "rest", t: [...]',
  ]);
});
