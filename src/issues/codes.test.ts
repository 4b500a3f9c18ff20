import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { issueSeverities } from "./codes";

test("docs/issues.md has every code with its severity, and no other", () => {
  const page = readFileSync(new URL("../../docs/issues.md", import.meta.url), "utf8");
  const documented = [...page.matchAll(/^\| `([a-z-]+)` \| (error|warning|info) \|/gm)].map(([, code, severity]) => [
    code,
    severity,
  ]);
  expect(documented).toEqual(Object.entries(issueSeverities));
});
