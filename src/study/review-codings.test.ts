import { expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import type { Coding } from "../model/coding";
import { add, retire, split } from "../scheme/steps/make-step";
import { addCodings } from "./add-codings";
import { acceptCodings, moveCoding, rejectCodings } from "./review-codings";
import { smallStudy } from "./small-study.fixture";

const study = smallStudy();
const codingOf = (from: typeof study, id: string): Coding | undefined => from.codings.find((each) => each.id === id);
const words = (from: typeof study, id: string): string | undefined =>
  from.passages.find((each) => each.coding === id)?.text;

/** What a call says is wrong. */
function problems(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ code, message }) => `${code} ${message}`);
    throw error;
  }
  return [];
}

const made = (fields: Partial<Coding>): Coding => ({
  id: "new",
  code: "rest",
  target: { source: "again", selector: [{ type: "TextQuoteSelector", exact: "I hope", prefix: "", suffix: "" }] },
  coder: null,
  status: "suggested",
  schemeVersion: 2,
  ...fields,
});

test("codings that are added have their place, and the given study stays as it is", () => {
  const more = addCodings(study, [made({ rule: "hope", matched: "hope" })]);
  expect(study.codings.length).toBe(8);
  expect(more.codings.map((each) => each.id)).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "new"]);
  expect(words(more, "new")).toBe("I hope");
  expect(more.anchors.get("new")).toMatchObject({ status: "exact", range: { start: 4, end: 10 } });
  expect([study.anchors.has("new"), more.issues]).toEqual([false, study.issues]);
});

test("codings whose words are not there are added with a warning", () => {
  const gone = { type: "TextQuoteSelector", exact: "Nobody said so at all", prefix: "", suffix: "" } as const;
  const more = addCodings(study, [made({ target: { source: "again", selector: [gone] } })]);
  expect(more.issues.slice(study.issues.length).map((each) => each.code)).toEqual(["quote-not-found"]);
});

test("all that is wrong with codings to be added is told at once", () => {
  const target = { ...made({}).target, source: "agian" };
  expect(problems(() => addCodings(study, [made({ id: "a", code: "Rest" }), made({ target }), made({})]))).toEqual([
    'unknown-code The scheme has no code "Rest".',
    'duplicate-id There are two codings with the id "a".',
    'unknown-transcript There is no transcript "agian".',
    'duplicate-id There are two codings with the id "new".',
  ]);
});

test("an accepted suggestion is the coder's, made now, and keeps its rule", () => {
  const walked = made({
    rule: "hope",
    matched: "hope",
    schemeVersion: 1,
    history: [{ from: "calm", to: "rest", version: 2 }],
    decided: [{ version: 2, code: "rest" }],
    attention: "redefined",
  });
  const accepted = acceptCodings(addCodings(study, [walked]), ["new"], {
    coder: "TM",
    created: "2026-04-02",
    memo: "Not of rest",
    code: "hope",
  });
  expect(codingOf(accepted, "new")).toEqual({
    ...made({ rule: "hope", matched: "hope" }),
    code: "hope",
    coder: "TM",
    created: "2026-04-02",
    memo: "Not of rest",
    status: "coded",
  });
});

test("a rejected suggestion says who rejected it and why, and can be accepted after all", () => {
  const rejected = rejectCodings(study, ["g"], { coder: "TM", memo: "No" });
  expect(codingOf(rejected, "g")).toMatchObject({ status: "rejected", coder: "TM", memo: "No" });
  expect(codingOf(acceptCodings(rejected, ["g"], { coder: "KB" }), "g")).toMatchObject({ status: "coded", memo: "No" });
  expect(codingOf(study, "g")).toMatchObject({ status: "suggested" });
});

test.each([
  ["split", split("rest", ["sleep", "quiet"])],
  ["retired", retire("rest")],
])("a suggestion of a code that was %s is not accepted as it is, which would count nowhere", (_, step) => {
  const changed = study.migrate([step, add("calm")], { by: "KB", why: "Another word" });
  expect(problems(() => acceptCodings(changed, ["g"], { coder: "KB" }))).toEqual([
    'unknown-code The code "rest" is retired.',
  ]);
  const accepted = acceptCodings(changed, ["g"], { coder: "KB", code: "calm" });
  expect(codingOf(accepted, "g")).toMatchObject({ code: "calm", status: "coded", schemeVersion: 3 });
  expect(codingOf(rejectCodings(changed, ["g"]), "g")).toMatchObject({ code: "rest", status: "rejected" });
});

test("all that is wrong with a decision is told at once", () => {
  expect(problems(() => acceptCodings(study, ["x", "g", "a", "y"], { coder: "KB", code: "hpoe" }))).toEqual([
    'unknown-code The scheme has no code "hpoe".',
    'unknown-coding There is no coding "x".',
    'wrong-option The coding "a" is coded by KB already.',
    'unknown-coding There is no coding "y".',
  ]);
  expect(problems(() => rejectCodings(study, ["a"]))).toEqual(['wrong-option The coding "a" is coded by KB already.']);
});

test("a coding is moved to other words, without the white space around them", () => {
  const text = study.transcripts.find((each) => each.id === "again")?.text ?? "";
  const start = text.indexOf(" hope again");
  const moved = moveCoding(study, "e", { start, end: start + " hope again ".length });
  expect([words(moved, "e"), words(study, "e")]).toEqual(["hope again", "I hope again now."]);
  expect(codingOf(moved, "e")?.target.selector[1]).toEqual({
    type: "TextQuoteSelector",
    exact: "hope again",
    prefix: "",
    suffix: "",
  });
});

test("a suggestion keeps the words its rule matched as long as it holds them", () => {
  const suggested = addCodings(study, [made({ rule: "hope", matched: "hope" })]);
  expect(codingOf(moveCoding(suggested, "new", { start: 4, end: 16 }), "new")?.matched).toBe("hope");
  expect(codingOf(moveCoding(suggested, "new", { start: 11, end: 16 }), "new")).not.toHaveProperty("matched");
});

test.each([
  [5, 5],
  [9, 4],
  [-1, 3],
  [0, 1000],
  [3, 4],
  [0.5, 4],
])("the range %d to %d holds no words", (start, end) => {
  expect(problems(() => moveCoding(study, "e", { start, end }))).toEqual([
    `wrong-range The range ${start} to ${end} holds no words of "again", which has 21 characters.`,
  ]);
});

test("a coding that is not there cannot be moved", () => {
  expect(problems(() => moveCoding(study, "z", { start: 0, end: 1 }))).toEqual([
    'unknown-coding There is no coding "z".',
  ]);
});
