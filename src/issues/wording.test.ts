import { expect, test } from "vitest";
import { shown } from "./wording";

test.each([
  ["hope", '"hope"'],
  ["", '""'],
  ["two\n  lines", '"two lines"'],
  ["x".repeat(61), `"${"x".repeat(60)}..."`],
  ["😀".repeat(61), `"${"😀".repeat(60)}..."`],
  [7, "7"],
  [true, "true"],
  [Number.NaN, "NaN"],
  [null, "nothing"],
  [undefined, "nothing"],
  [["a"], "a list"],
  [{ a: 1 }, "a record"],
  [new Date(0), "a record"],
  [() => 1, "a function"],
  [10n, "10"],
  [Symbol("x"), "Symbol(x)"],
])("a value is shown as the second: %#", (value, text) => {
  expect(shown(value)).toBe(text);
});
