import { expect, test } from "vitest";
import { difference, trimmedLines } from "./difference";

test.each([
  ["nothing", "a\nb", "a\nb", "  a\n  b"],
  ["a line changed", "a\nb\nc", "a\nx\nc", "  a\n- b\n+ x\n  c"],
  ["lines added at the end", "a", "a\nb", "  a\n+ b"],
  ["lines gone from the start", "a\nb", "b", "- a\n  b"],
])("the difference shows %s", (_, expected, actual, lines) => {
  expect(difference(expected, actual)).toBe(lines);
});

test("trimmed lines have no blanks at their ends, and no empty line at the text's end", () => {
  expect(trimmedLines(" a \r\n\n b\t\n\n")).toBe(" a\n\n b");
});
