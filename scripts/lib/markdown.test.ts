import { expect, test } from "vitest";
import { fencedBlocks } from "./markdown";

test("blocks come with language, words, code and the line their code begins at", () => {
  const markdown = "# A\n\n```ts no-run\na;\n\nb;\n```\n\n~~~text output\n```\n~~~\n";
  expect(fencedBlocks(markdown)).toEqual([
    { language: "ts", words: ["no-run"], code: "a;\n\nb;", line: 4, lines: 3 },
    { language: "text", words: ["output"], code: "```", line: 10, lines: 1 },
  ]);
});

test("a block in a list loses the list's indent and keeps its own", () => {
  expect(fencedBlocks("- one\n\n  ```ts\n  if (a) {\n    b;\n\n  }\n  ```\n")[0]?.code).toBe("if (a) {\n  b;\n\n}");
});

test("a block that does not close is a mistake", () => {
  expect(() => fencedBlocks("a\n```ts\nb")).toThrow("line 2");
});
