import { expect, test } from "vitest";
import { toSource, unsourced } from "../issues/source";
import { inferScheme } from "./infer-scheme";
import { readTranscript } from "./read-transcript";

const parts = (text: string): ReturnType<typeof readTranscript>["transcripts"] =>
  readTranscript(toSource("t.txt", text)).transcripts;
const standOff = (...codes: string[]) => codes.map((code) => unsourced({ transcript: "t", code, quote: "x" }));

test("the scheme of a study that has none is the codes that are used, in the order they come up", () => {
  const { scheme, issues } = inferScheme(
    parts("Ana: Yes. [[b]] [[feelings>joy>a]]\nBo: No. [[b]] [[feelings>b]]"),
    standOff("c", "a", "constructor"),
  );
  expect(scheme).toEqual({
    version: 1,
    entries: [
      { kind: "category", id: "feelings", name: "feelings", parent: null },
      { kind: "category", id: "joy", name: "joy", parent: "feelings" },
      { kind: "code", id: "b", name: "b", category: "feelings" },
      { kind: "code", id: "a", name: "a", category: "joy" },
      { kind: "code", id: "c", name: "c", category: null },
      { kind: "code", id: "constructor", name: "constructor", category: null },
    ],
    changes: [],
  });
  expect(issues.map((each) => each.message)).toEqual([
    "There is no scheme; the codes that codings use stand for it (4 codes).",
  ]);
});

test("categories that stand within one another both ways make no circle", () => {
  const { scheme } = inferScheme(parts("Ana: Yes. [[p>q>a]]\nBo: No. [[q>p>b]] [[p>p>c]]"), []);
  expect(scheme.entries.flatMap((each) => (each.kind === "category" ? [[each.id, each.parent]] : []))).toEqual([
    ["p", null],
    ["q", "p"],
  ]);
});

test("a study without codings has an empty scheme, which is nothing to tell", () => {
  expect(inferScheme([], [])).toEqual({ scheme: { version: 1, entries: [], changes: [] }, issues: [] });
});
