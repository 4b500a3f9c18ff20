import { expect, test } from "vitest";
import page from "../../docs/issues.md?raw";
import { issueSeverities } from "./codes";

test("docs/issues.md has every code with its severity, and no other", () => {
  const documented = [...page.matchAll(/^\| `([a-z-]+)` \| (error|warning|info) \|/gm)].map(([, code, severity]) => [
    code,
    severity,
  ]);
  expect(documented).toEqual(Object.entries(issueSeverities));
});
