import { expect, test } from "vitest";
import type { Scheme } from "../model/scheme";
import { add, merge, move, redefine, rename, retire, split } from "../scheme/steps/make-step";
import { smallStudy } from "../study/small-study.fixture";
import { schemeDiff } from "./scheme-diff";
import { schemeLog } from "./scheme-log";

const first = smallStudy();
const study = first
  .migrate([rename("hope", "Hoping"), add("wait", { themes: ["order"] }), split("rest", ["body", "mind"])], {
    by: "KB",
    why: "A first change",
    date: "2026-03-01",
  })
  .migrate(
    [
      merge(["body", "safe"], "shelter", { name: "Shelter" }),
      merge(["ahead"], "relief"),
      move("wait", { category: "feelings" }),
      redefine("relief", { concept: "It eases" }),
      retire("wait"),
      retire("order"),
    ],
    { by: "TM", why: "Another" },
  );

test("schemeDiff names what became of every entry, with old and new", () => {
  const rows = schemeDiff(study.scheme, 2, 4).rows.map(({ change, kind, id, field, before, after }) =>
    [change, kind, id, field, before, after].map((each) => each ?? "-").join(" | "),
  );
  expect(rows).toEqual([
    "split | code | rest | - | Rest | Shelter and Mind",
    "renamed | code | hope | name | Hope | Hoping",
    "added | code | wait | - | - | Wait",
    "redefined | theme | relief | concept | - | It eases",
    "merged | code | safe | - | Safe | Shelter",
    "merged | theme | ahead | - | Ahead | Relief",
    "retired | theme | order | - | Order | -",
  ]);
  expect(schemeDiff(study.scheme, 3, 4)).toMatchObject({
    caption: "The scheme in version 3 and version 4",
    provenance: { function: "schemeDiff", options: { from: 3, to: 4 }, schemeVersion: 4 },
  });
});

test("schemeDiff needs no history: entries are told by their ids", () => {
  const alone = { ...study.scheme, changes: [] };
  const told = (a: Scheme, b: Scheme): string[] => schemeDiff(a, b).rows.map((row) => `${row.change} ${row.id}`);
  expect(told(first.scheme, alone)).toEqual([
    "moved rest",
    "retired rest",
    "added shelter",
    "added mind",
    "renamed hope",
    "moved hope",
    "added wait",
    "redefined relief",
    "removed safe",
    "removed ahead",
    "removed order",
  ]);
  expect(told(alone, first.scheme)).toContain("restored rest");
  expect(schemeDiff(alone, alone)).toMatchObject({ rows: [], notes: ["No differences."] });
});

test("schemeDiff refuses a version that is not recorded", () => {
  expect(() => schemeDiff(study.scheme, 1, 4)).toThrow('The option "version" cannot be 1. It can be 2, 3, 4.');
});

test("schemeLog tells each step in words, with the names of its time", () => {
  const log = schemeLog(study.scheme);
  expect(log.rows.map(({ version, date, by, step }) => [version, date, by, step])).toEqual([
    [3, "2026-03-01", "KB", 'renamed the code "Hope" to "Hoping"'],
    [3, "2026-03-01", "KB", 'added the code "Wait"'],
    [3, "2026-03-01", "KB", 'split the code "Rest" into "Body" and "Mind"'],
    [4, null, "TM", 'merged the codes "Body" and "Safe" into "Shelter"'],
    [4, null, "TM", 'merged the theme "Ahead" into "Relief"'],
    [4, null, "TM", 'moved the code "Wait" from none to "Feelings"'],
    [4, null, "TM", 'defined the theme "Relief" anew (concept)'],
    [4, null, "TM", 'retired the code "Wait"'],
    [4, null, "TM", 'retired the theme "Order"'],
  ]);
  expect(log).toMatchObject({
    caption: "Changes of the scheme",
    notes: ["2 changes recorded, from version 2 to version 4."],
    provenance: { function: "schemeLog", options: {}, schemeVersion: 4 },
  });
  expect(schemeLog(first.scheme)).toMatchObject({
    rows: [],
    notes: ["No changes are recorded; the scheme is version 2."],
  });
});
