import { expect, test } from "vitest";
import { asArgument } from "./argument";

test.each([
  ["my-study", "my-study"],
  ["../2026/étude", "../2026/étude"],
  ["C:\\studies\\one", "C:\\studies\\one"],
  ["my study", '"my study"'],
  ["a&b", '"a&b"'],
])("the path %s is typed as %s", (path, typed) => {
  expect(asArgument(path)).toBe(typed);
});
