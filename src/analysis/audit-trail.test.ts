import { expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { toMarkdown } from "../table/render-markdown";
import { auditTrail } from "./audit-trail";

const study = createStudy({
  participants: [{ id: "Ann", group: "consumer" }],
  transcripts: [{ id: "t", text: "Ann: The group gave me rest." }],
  scheme: {
    version: 2,
    themes: [
      {
        id: "hope",
        name: "Peers bring hope",
        codes: ["rest"],
        reviews: [
          { date: "2026-03-05", by: "TM", against: "data-set", decided: "Kept" },
          { date: "2026-02-01", by: "KB", decided: "Named anew" },
        ],
      },
    ],
    codes: [{ id: "rest", name: "Rest" }],
    changes: [
      {
        from: 1,
        to: 2,
        date: "2026-03-01",
        by: "KB",
        why: "It is what they say",
        steps: [{ rename: "rest", name: "Rest", was: "Sleep" }],
      },
    ],
  },
  codings: [
    { id: "a", transcript: "t", code: "rest", quote: "rest", coder: "KB", created: "2026-01-01", memo: "Twice." },
    { id: "b", transcript: "t", code: "rest", quote: "The group", coder: "KB" },
  ],
  memos: [
    {
      id: "m1",
      title: "Read back",
      about: null,
      body: "She nodded.",
      event: "member-check",
      with: ["Ann"],
      author: "KB",
      created: "2026-03-09",
    },
    { id: "m2", about: { topic: "tone" }, body: "Too sure.", author: null, created: "last week" },
  ],
});

test("all that was done and decided stands in the order of its dates, with who and why", () => {
  expect(toMarkdown(auditTrail(study)).split("\n")).toEqual([
    "Audit trail",
    "",
    "| Date | Kind | Who | About | What | Why |",
    "| --- | --- | --- | --- | --- | --- |",
    '| 2026-02-01 | theme review | KB | theme "Peers bring hope" | Named anew | – |',
    '| 2026-03-01 | scheme change | KB | scheme, version 2 | renamed the code "Sleep" to "Rest" | It is what they say |',
    '| 2026-03-05 | theme review | TM | theme "Peers bring hope" against the whole data set | Kept | – |',
    "| 2026-03-09 | member check | KB, with Consumer 1 | the study | Read back. She nodded. | – |",
    "| last week | journal | – | tone | Too sure. | – |",
    "",
    "1 entry without a date that can be put in order, at the end.",
    "",
    "1 memo on single codings not listed.",
    "",
  ]);
});

test("memos of single codings are added if asked", () => {
  const table = auditTrail(study, { codingMemos: true });
  expect(table.rows[0]).toEqual({
    date: "2026-01-01",
    kind: "memo on a coding",
    who: "KB",
    about: 'code "Rest", t: "rest"',
    what: "Twice.",
    why: null,
  });
  expect(table.notes).toEqual(["1 entry without a date that can be put in order, at the end."]);
});
