import { expect, test } from "vitest";
import { addCodings } from "../study/add-codings";
import { createStudy } from "../study/create-study";
import { acceptCodings, rejectCodings } from "../study/review-codings";
import { toText } from "../table/render-text";
import { reportOf, ruleReport } from "./rule-report";
import { searchRules } from "./rule-search";
import { suggestCodings, suggestionsOf } from "./suggest-codings";

// Transcript "one" is coded by hand, "two" is not.
const study = createStudy({
  participants: [{ id: "Ana" }, { id: "Bo" }],
  transcripts: [
    { id: "one", text: "Ana: I hope. Peer workers help. Hope again! It was dark." },
    { id: "two", text: "Bo: Hopes, and a peer worker. No hope." },
  ],
  scheme: {
    version: 2,
    codes: [
      { id: "ahead", name: "Ahead", suggest: ["peer work*", { stem: "hope" }, { stem: "hope" }] },
      { id: "dark", name: "Dark", suggest: "light" },
      { id: "old", suggest: "hope", retired: true },
    ],
  },
  codings: [
    { transcript: "one", code: "ahead", quote: "hope. Peer" },
    { transcript: "one", code: "ahead", quote: "I hope", coder: "TM" },
    { transcript: "one", code: "ahead", quote: "It was dark." },
    { transcript: "one", code: "dark", quote: "dark" },
  ],
});

test("a rule's hits are compared with what was coded by hand, where something was", async () => {
  const { rows } = await ruleReport(study);
  expect(rows).toEqual([
    {
      code: "ahead",
      name: "Ahead",
      rule: "peer work*",
      ...{ hits: 2, accepted: 0, rejected: 0, open: 0 },
      ...{ passages: 2, found: 1, hitsThere: 1, onPassages: 1 },
    },
    {
      code: "ahead",
      name: "Ahead",
      rule: "{ stem: hope }",
      ...{ hits: 4, accepted: 0, rejected: 0, open: 0 },
      ...{ passages: 2, found: 1, hitsThere: 2, onPassages: 1 },
    },
    {
      code: "dark",
      name: "Dark",
      rule: "light",
      ...{ hits: 0, accepted: 0, rejected: 0, open: 0 },
      ...{ passages: 1, found: 0, hitsThere: 0, onPassages: 0 },
    },
  ]);
});

test("what became of suggestions stands with the rule they name, and is not coding by hand", async () => {
  const suggestions = await suggestCodings(study);
  expect(suggestions.map((each) => each.id)).toEqual(["one@32-43:ahead", "two@4-29:ahead", "two@30-38:ahead"]);
  const [one = "", two = "", three = ""] = suggestions.map((each) => each.id);
  const added = addCodings(study, suggestions);
  const accepted = acceptCodings(added, [one], { coder: "KB" });
  const { rows, notes } = await ruleReport(
    acceptCodings(rejectCodings(accepted, [two]), [three], { coder: "KB", code: "dark" }),
  );
  expect(
    rows.map(({ rule, accepted, rejected, open, passages }) => [rule, accepted, rejected, open, passages]),
  ).toEqual([
    ["peer work*", 0, 1, 0, 2],
    ["{ stem: hope }", 1, 0, 0, 2],
    ["light", 0, 0, 0, 1],
  ]);
  expect(notes.at(-1)).toBe("1 coding in no row: made by a rule that its code does not have.");
});

test("one search of the texts gives both suggestions and report, whatever is made of the suggestions since", async () => {
  const options = { codes: ["ahead"], scope: "turn" } as const;
  const search = await searchRules(study, options);
  const suggested = suggestionsOf(study, search);
  expect(suggested).toEqual(await suggestCodings(study, options));
  expect(suggested).not.toEqual([]);
  const next = addCodings(study, suggested);
  expect(reportOf(next, search)).toEqual(await ruleReport(next, options));
});

test("it reads as a table", async () => {
  expect(
    toText(await ruleReport(study, { codes: ["ahead"] }), { width: 200 })
      .split("\n")
      .slice(0, 6),
  ).toEqual([
    "What the rules find",
    "",
    "Code   Rule            Hits  Accepted  Rejected  Open  Passages found  Hits on passages",
    "─────  ──────────────  ────  ────────  ────────  ────  ──────────────  ────────────────",
    "Ahead  peer work*         2         0         0     0          1 of 2            1 of 1",
    "       { stem: hope }     4         0         0     0          1 of 2            1 of 2",
  ]);
});

test("without hand coding the notes say that there is nothing to compare with", async () => {
  const { rows, notes } = await ruleReport(study.where({ transcript: "two" }));
  expect(rows[0]).toMatchObject({ hits: 1, passages: 0, hitsThere: 0 });
  expect(notes).toContain("No transcript has hand coding to compare with.");
});
