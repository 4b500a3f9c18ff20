import { expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { nowhere } from "../issues/source";
import type { Scheme } from "../model/scheme";
import { changeScheme } from "./change-scheme";
import { parseScheme } from "./parse-scheme";
import { add, merge, rename, retire, split } from "./steps/make-step";
import type { Step } from "./steps/step";

const scheme = parseScheme(`
codes: [{ id: trust }, { id: hope }, { id: doubt }]
themes: [{ id: ahead, name: Ahead, codes: [hope] }]
`);
const WHO = { by: "KB", why: "Test" };

/** The problems of some steps that no file holds, each with its hint. */
function problems(steps: readonly Step[], of: Scheme = scheme): string[] {
  try {
    changeScheme(of, steps, WHO, nowhere);
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ message, hint }) => `${message} / ${hint}`);
    throw error;
  }
  return [];
}

test("what a step of several states wrongly is named by the step's number and its key", () => {
  const steps = [rename("hope", "Hoping"), rename("doubt", "Doubts"), { split: "trust", into: "trust-self" }];
  expect(problems(steps)).toEqual(['Step 3: "into" must be a list, and is "trust-self". / undefined']);
});

test("a step alone is named by its key, and a part within it by its place there", () => {
  expect(problems([{ split: "trust", into: { id: "trust-self" } }])).toEqual([
    '"into" must be a list, and is a record. / undefined',
  ]);
  expect(problems([{ split: "trust", into: ["trust-self", { id: "trust-staff", examples: [["x"]] }] }])).toEqual([
    '"into[1].examples[0]" must be text, and is a list. / undefined',
  ]);
});

test("a merge of several unknown codes names them all, and none that is only doubtful", () => {
  const unknown = (id: string): string => `The scheme has no code, category or theme "${id}".`;
  expect(problems([merge(["truts", "x", "y"], "hope")])).toEqual([
    `${unknown("truts")} / Did you mean "trust"?`,
    `${unknown("x")} / Known are: trust, hope, doubt, ahead.`,
    `${unknown("y")} / Known are: trust, hope, doubt, ahead.`,
  ]);
  expect(problems([{ add: "new", category: "gone" }, merge(["new", "x"], "hope")])).toEqual([
    'Step 1: The scheme has no category "gone". / undefined',
    `Step 2: ${unknown("x")} / Known are: trust, hope, doubt, ahead.`,
  ]);
});

test("a code that is no longer in use is split no further, and takes no part; the hint says what can be done", () => {
  const once = changeScheme(scheme, [split("trust", ["trust-self", "trust-staff"]), retire("doubt")], WHO);
  expect(problems([split("trust", ["a", "b"])], once)).toEqual([
    'The code "trust" is retired. / Take the step out, or split a code in use: of one that was split already, split one of its parts.',
  ]);
  expect(problems([split("hope", ["doubt", "b"])], once)).toEqual([
    'The code "doubt" is retired. / Split into codes that are in use, or into new ones.',
  ]);
  expect(problems([add("c"), split("trust-self", ["a", "b"])], once)).toEqual([]);
});
