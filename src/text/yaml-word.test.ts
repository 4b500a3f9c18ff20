import { expect, test } from "vitest";
import { parse } from "yaml";
import { yamlWord } from "./yaml-word";

test.each([
  ["Ana", "Ana"],
  ["Dr. Núñez", "Dr. Núñez"],
  ["Speaker 1", "Speaker 1"],
  ["007", '"007"'],
  ["no", '"no"'],
  ["N", '"N"'],
  ["Interviewer:in", '"Interviewer:in"'],
  ["[Ana]", '"[Ana]"'],
  ['the "old" one', '"the \\"old\\" one"'],
  ["a, b", '"a, b"'],
  ["", '""'],
])("%j is %s in YAML, and read back as it was", (word, expected) => {
  expect(yamlWord(word)).toBe(expected);
  expect(parse(`speakers: { ${expected}: ${expected} }`)).toEqual({ speakers: { [word]: word } });
});
