import { describe, expect, test } from "vitest";
import type { CodingInput } from "../coding/coding-input";
import type { Memo } from "../model/memo";
import { createStudy } from "./create-study";
import { type RepairItem, repair } from "./repair";
import type { Study } from "./study";

const BEFORE = [
  "I: How did you get there?",
  "Ana: I drove. He wouldnt let me take the bus, and I sat there for an hour.",
  "I: And were you let in?",
  "Ana: No. They looked at me through the glass. It was like we were catching.",
  "I: Did anybody come?",
  "Ana: No. I went home and told nobody about it for a year.",
].join("\n\n");

const WORDS: Readonly<Record<string, string>> = {
  same: "How did you get there?",
  moved: "They looked at me through the glass.",
  changed: "He wouldnt let me take the bus",
  typeset: "I sat there for an hour",
  gone: "It was like we were catching.",
  short: "No. I went home",
  twice: "told nobody",
};

/** The codings of BEFORE as a file has them: positions, quotes and what context those need. */
function coded(): CodingInput[] {
  const rows = Object.entries(WORDS).map(([id, quote]) => ({ id, transcript: "t", code: "c", quote, coder: "KB" }));
  const first = createStudy({ transcripts: [{ id: "t", text: BEFORE }], codings: [...rows, no()] });
  return first.codings.flatMap(({ id, code, coder, target: { source, selector } }) => {
    const [position, words] = selector;
    if (words === undefined || position.type !== "TextPositionSelector") throw new Error(`${id} was not found`);
    const { start, end } = position;
    const { exact: quote, prefix, suffix } = words;
    return { id, transcript: source, code, quote, start, end, prefix, suffix, ...(coder === null ? {} : { coder }) };
  });
}

/** The second "No.", which its context alone tells from the first. */
function no(): CodingInput {
  const start = BEFORE.lastIndexOf("No.");
  return { id: "no", transcript: "t", code: "c", start, end: start + 3, coder: "TM" };
}

const AFTER = BEFORE.replace("Ana: I drove.", "Ana: I drove there.")
  .replace("wouldnt", "wouldn't")
  .replace("an hour", "an\u00a0hour")
  .replace("It was like we were catching.", "")
  .replace("Did anybody come?\n\nAna: No.", "Did they? You told nobody?\n\nAna: No. No.");

const studyOf = (text: string, memos: Memo[] = []): Study =>
  createStudy({ transcripts: [{ id: "t", text }], codings: coded(), memos });
const told = (items: readonly RepairItem[]): string[] => items.map(({ id, status }) => `${id}: ${status}`);

describe("repair", () => {
  test("does nothing where every coding is where it was", () => {
    const study = studyOf(BEFORE);
    const { study: same, repaired, open } = repair(study);
    expect([repaired, open]).toEqual([[], []]);
    expect(same.codings).toEqual(study.codings);
    expect(same.issues).toEqual(study.issues);
  });

  test("gives new selectors to what was found for sure, and lists the rest with the nearest places", () => {
    const study = studyOf(AFTER);
    const { study: mended, repaired, open } = repair(study);
    expect(told(repaired)).toEqual(["moved: moved", "typeset: moved", "short: moved", "no: moved"]);
    expect(told(open)).toEqual(["changed: approximate", "gone: lost", "twice: ambiguous"]);
    expect(repaired[1]).toEqual({
      id: "typeset",
      kind: "coding",
      code: "c",
      by: "KB",
      transcript: "t",
      status: "moved",
      words: "I sat there for an hour",
      place: { start: 84, end: 107, line: 3, words: "I sat there for an\u00a0hour", similarity: 1 },
    });
    expect(open[0]?.candidates).toEqual([
      { start: 47, end: 78, line: 3, words: "He wouldn't let me take the bus", similarity: 1 - 1 / 30 },
    ]);
    expect(open[2]?.candidates.map(({ line, words }) => `${line}: ${words}`)).toEqual([
      "9: told nobody",
      "11: told nobody",
    ]);
    const typeset = mended.codings.find((each) => each.id === "typeset");
    expect(typeset?.target.selector).toEqual([
      { type: "TextPositionSelector", start: 84, end: 107 },
      { type: "TextQuoteSelector", exact: "I sat there for an\u00a0hour", prefix: "", suffix: "" },
    ]);
    expect(mended.anchors.get("typeset")).toEqual({
      status: "exact",
      range: { start: 84, end: 107 },
      similarity: 1,
      typography: false,
      candidates: [],
    });
    expect(mended.codings.map((each) => each.id)).toEqual(study.codings.map((each) => each.id));
    expect(mended.codings.find((each) => each.id === "changed")).toEqual(
      study.codings.find((each) => each.id === "changed"),
    );
    expect(mended.issues.map((each) => each.code).filter((code) => code.startsWith("quote"))).toEqual([
      "quote-approximate",
      "quote-not-found",
      "quote-found-twice",
    ]);
  });

  test("takes approximate words where it is told to", () => {
    const { study, repaired, open } = repair(studyOf(AFTER), { approximate: true });
    expect(told(repaired)).toEqual([
      "moved: moved",
      "changed: approximate",
      "typeset: moved",
      "short: moved",
      "no: moved",
    ]);
    expect(told(open)).toEqual(["gone: lost", "twice: ambiguous"]);
    expect(study.anchors.get("changed")).toMatchObject({ status: "exact", range: { start: 47, end: 78 } });
    expect(study.issues.some((each) => each.code === "quote-approximate")).toBe(false);
  });

  test("has nothing to do a second time, and nothing after loading what it wrote", () => {
    const once = repair(studyOf(AFTER), { approximate: true });
    const twice = repair(once.study, { approximate: true });
    expect(twice.repaired).toEqual([]);
    expect(twice.study.codings).toEqual(once.study.codings);
    expect(told(twice.open)).toEqual(told(once.open));
  });

  test("notes the words around anew where these changed and the coded ones did not", () => {
    const text = BEFORE.replace("Did anybody come", "Did nobody comes");
    expect(told(repair(studyOf(text)).repaired)).toEqual(["no: exact"]);
  });

  test("adds context to words that stand a second time now", () => {
    const { study, repaired } = repair(studyOf(`${BEFORE}\n\nI: How did you get there?`));
    expect(told(repaired)).toEqual(["same: exact"]);
    expect(study.codings.find((each) => each.id === "same")?.target.selector[1]).toMatchObject({
      prefix: "I: ",
    });
  });

  test("repairs memos about words as well", () => {
    const quote = { type: "TextQuoteSelector", exact: "They looked at me", prefix: "", suffix: "" } as const;
    const start = BEFORE.indexOf(quote.exact);
    const position = { type: "TextPositionSelector", start, end: start + quote.exact.length } as const;
    const memo: Memo = {
      id: "m",
      about: { source: "t", selector: [position, quote] },
      body: "",
      author: "TM",
      created: null,
    };
    const { study, repaired } = repair(studyOf(AFTER, [memo]));
    const now = AFTER.indexOf(quote.exact);
    expect(repaired.at(-1)).toMatchObject({ id: "m", kind: "memo", code: null, by: "TM", status: "moved" });
    expect(study.memos[0]).toEqual({
      ...memo,
      about: { source: "t", selector: [{ ...position, start: now, end: now + quote.exact.length }, quote] },
    });
    expect(study.memoAnchors.get("m")?.status).toBe("exact");
  });
});
