import { describe, expect, test } from "vitest";
import type { Memo } from "../model/memo";
import { createStudy } from "./create-study";

const text = "I: Well?\n\nC1: Yes. She came back.\n\nI: So?\n\nC1: Yes. {>>a slow yes<<}";
const about = (exact: string, more: { prefix?: string; start?: number } = {}, source = "t"): Memo => {
  const quote = { type: "TextQuoteSelector", exact, prefix: more.prefix ?? "", suffix: "" } as const;
  const { start } = more;
  return {
    id: "m",
    about: {
      source,
      selector:
        start === undefined ? [quote] : [{ type: "TextPositionSelector", start, end: start + exact.length }, quote],
    },
    body: "A thought.",
    author: "KB",
    created: null,
  };
};
const studyOf = (memo: Memo) =>
  createStudy({ transcripts: [{ id: "t", text }], interviewers: ["I"], participants: [{ id: "C1" }], memos: [memo] });

describe("memos about words", () => {
  test("get the position of words that were typed by hand, and are located", () => {
    const study = studyOf(about("She came back."));
    expect(study.memos[1]).toEqual(about("She came back.", { start: 19 }));
    expect(study.memoAnchors.get("m")).toEqual({
      status: "exact",
      range: { start: 19, end: 33 },
      similarity: 1,
      typography: false,
      candidates: [],
    });
    expect(study.issues.filter((each) => each.code.startsWith("quote"))).toEqual([]);
  });

  test("beside a line of the transcript have their place as well", () => {
    const study = studyOf(about("She came back."));
    expect(study.memos[0]?.body).toBe("a slow yes");
    const range = study.memoAnchors.get("t#memo1")?.range;
    expect(range && study.transcripts[0]?.text.slice(range.start, range.end)).toBe("Yes.");
  });

  test("about anything else have no place", () => {
    expect([...studyOf({ ...about(""), about: { topic: "hope" } }).memoAnchors.keys()]).toEqual(["t#memo1"]);
  });

  test.each<[string, Memo, string, string, string | undefined]>([
    [
      "were moved",
      about("She came back.", { start: 4 }),
      "moved",
      'quote-moved: The words that the memo "m" is about stand elsewhere in "t" than before.',
      undefined,
    ],
    [
      "differ in typography",
      about("She  came back."),
      "exact",
      'quote-differs-in-typography: The words that the memo "m" is about differ from "t" in white space, quotation marks or dashes only.',
      undefined,
    ],
    [
      "were changed",
      about("Shee came back."),
      "approximate",
      'quote-approximate: The words that the memo "m" is about are in "t" only approximately (line 3).',
      "Compare them with the transcript. The memo has its place there.",
    ],
    [
      "stand there twice",
      about("Yes."),
      "ambiguous",
      'quote-found-twice: The words that the memo "m" is about are in "t" 2 times (lines 3, 7); the memo is kept, without a place.',
      "Add some of the words before them as the prefix of its quote, or behind them as its suffix.",
    ],
    [
      "have another context",
      about("She came back.", { prefix: "Then: " }),
      "ambiguous",
      'quote-found-twice: The words that the memo "m" is about are in "t" (line 3), but not between their prefix and suffix; the memo is kept, without a place.',
      "Correct the prefix and suffix of its quote, or leave them empty if these are the words.",
    ],
    [
      "are gone",
      about("Nothing of the kind."),
      "lost",
      'quote-not-found: The words that the memo "m" is about are not in "t"; the memo is kept, without a place.',
      "Copy the words from the transcript as they stand there now.",
    ],
  ])("report words that %s", (_, memo, status, message, hint) => {
    const study = studyOf(memo);
    if (status !== "exact") expect(study.memos[1]).toEqual(memo);
    expect(study.memoAnchors.get("m")?.status).toBe(status);
    const found = study.issues.filter((each) => each.code.startsWith("quote"));
    expect(found.map((each) => [`${each.code}: ${each.message}`, each.hint])).toEqual([[message, hint]]);
  });
});
