import { expect, test } from "vitest";
import { compareNames } from "./files";

test("names are ordered with their numbers as numbers, and otherwise by code unit", () => {
  const names = ["C10.txt", "c1.txt", "C2.txt", "C2 later.txt", "C02.txt", "Émile.txt", "12.txt", "9.txt"];
  expect(names.sort(compareNames)).toEqual([
    "9.txt",
    "12.txt",
    "C02.txt",
    "C2 later.txt",
    "C2.txt",
    "C10.txt",
    "c1.txt",
    "Émile.txt",
  ]);
});

test("the order does not depend on how names come in", () => {
  const names = ["a1", "a01", "a1b", "a", "b1", ""];
  const once = [...names].sort(compareNames);
  expect([...names].reverse().sort(compareNames)).toEqual(once);
});
