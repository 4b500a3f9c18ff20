import { expect, test } from "vitest";
import { readable } from "./readable";

test.each([
  ["recovery-possible", "Recovery possible"],
  ["hope_self--now", "Hope self now"],
  ["Recovery Is Possible", "Recovery Is Possible"],
  ["émotion", "Émotion"],
  ["7", "7"],
  ["-", "-"],
  ["希望", "希望"],
  ["😀x", "😀x"],
])("%j reads as %j", (id, name) => {
  expect(readable(id)).toBe(name);
});
