import { expect, test } from "vitest";
import { isAttributeValue } from "./people";
import { entriesOf, type Scheme } from "./scheme";

test("the entries of a kind keep their order", () => {
  const code = (id: string) => ({ kind: "code", id, name: id, category: null }) as const;
  const theme = { kind: "theme", id: "t", name: "t", parent: null, codes: [] } as const;
  const scheme: Scheme = { version: 1, entries: [code("b"), theme, code("a")], changes: [] };
  expect(entriesOf(scheme, "code")).toEqual([code("b"), code("a")]);
  expect(entriesOf(scheme, "theme")).toEqual([theme]);
  expect(entriesOf(scheme, "category")).toEqual([]);
});

test("an attribute is text, a number, true, false or null", () => {
  expect(["a", 1, true, null].every(isAttributeValue)).toBe(true);
  expect([undefined, [], {}, new Date(), 1n].some(isAttributeValue)).toBe(false);
});
