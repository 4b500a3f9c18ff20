import { inspect } from "node:util";
import { expect, test } from "vitest";
import { InputError, optionError } from "./input-error";
import { issue } from "./issue";
import { formatIssues } from "./report";

const issues = [
  issue("quote-not-found", "Not found.", { place: { file: "kb.csv", line: 2, column: 3 } }),
  issue("unknown-code", "Unknown.", { place: { file: "kb.csv", line: 1, column: 3 } }),
];

test("the message of an InputError is the whole report, and its issues are data", () => {
  const error = new InputError(issues);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("InputError");
  expect(error.message).toBe(formatIssues(issues));
  expect(error.report()).toBe(formatIssues(issues));
  expect([...error.issues]).toEqual(issues);
  expect(inspect(error)).toBe(`InputError: ${formatIssues(issues)}`);
});

test("an InputError of one problem that no file has is told in a line", () => {
  expect(new InputError([issue("no-transcripts", "There is no transcript.", { hint: "Add one." })]).message).toBe(
    "There is no transcript. Add one.",
  );
});

test.each([
  ["grop", ["group", "role"], 'The option "by" cannot be "grop". Did you mean "group"? It can be "group", "role".'],
  ["zebra", ["group"], 'The option "by" cannot be "zebra". It can be "group".'],
  [-1, [], 'The option "by" cannot be -1.'],
  [["a"], ["a"], 'The option "by" cannot be a list. It can be "a".'],
  [undefined, ["a"], 'The option "by" cannot be nothing. It can be "a".'],
  [undefined, ["a", null], 'The option "by" cannot be nothing. It can be "a", null.'],
  ["2", [1, 2], 'The option "by" cannot be "2". Did you mean 2? It can be 1, 2.'],
])("the option %j among %j: %s", (given, allowed, message) => {
  const error = optionError("by", given, allowed);
  expect(error.message).toBe(message);
  expect(error.issues[0]?.code).toBe("wrong-option");
});

test("what an option can be beside its words is told without quotation marks", () => {
  expect(optionError("window", -1, [], "a whole number, 0 or more").message).toBe(
    'The option "window" cannot be -1. It can be a whole number, 0 or more.',
  );
  expect(optionError("rule", "unoin", ["union"], "{ first: [coders] }").message).toBe(
    'The option "rule" cannot be "unoin". Did you mean "union"? It can be "union", { first: [coders] }.',
  );
});
