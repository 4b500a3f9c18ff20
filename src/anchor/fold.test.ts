import { expect, test } from "vitest";
import { foldTypography } from "./fold";

test.each([
  ["", ""],
  ["plain words, as-is.", "plain words, as-is."],
  ["it’s ‘so’", "it's 'so'"],
  ["“so” „so“ «so»", '"so" "so" "so"'],
  ["then—no – well -- so --- it", "then-no - well - so - it"],
  ["co‑worker", "co-worker"],
  ["and … so... and so.... . . . so", "and … so… and so… … so"],
  ["Dr. A. B. Núñez. .", "Dr. A. B. Núñez. ."],
  ["two  blanks\nline\n\n  para\tab\u00a0nbsp\u3000wide", "two blanks line para ab nbsp wide"],
  ["soft\u00adhyphen zero\u200bwidth \u200frtl\u200e \u2066iso\u2069 \ufeffbom", "softhyphen zerowidth rtl iso bom"],
  ["\u00ad a \u00ad", " a "],
  [" - a - ", " - a - "],
])("folds %j to %j", (text, folded) => {
  expect(foldTypography(text).text).toBe(folded);
});

test.each([
  ["a \n b", 0, 3, "a \n b"],
  ["a \n b", 2, 3, "b"],
  ["a \n b", 1, 2, " \n "],
  ["co\u00adworker", 0, 8, "co\u00adworker"],
  ["co\u00adworker", 0, 2, "co"],
  ["co\u00adworker", 2, 8, "worker"],
  ["\u00adab", 0, 2, "ab"],
  ["so...then", 2, 3, "..."],
  ["so...then", 0, 2, "so"],
  ["so...then", 3, 7, "then"],
  ["so\u00ad--\u00ad...then", 3, 4, "..."],
  ["so\u00ad--\u00ad...then", 2, 3, "--"],
  ["so\u00ad--\u00ad...then", 0, 2, "so"],
])("in %j the folded range %i to %i stands for %j", (text, start, end, original) => {
  const range = foldTypography(text).toOriginal({ start, end });
  expect(text.slice(range.start, range.end)).toBe(original);
});
