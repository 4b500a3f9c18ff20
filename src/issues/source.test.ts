import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lastAtMost, lineStarts, locatorOf, nowhere, originPlace, toSource } from "./source";

describe("lineStarts", () => {
  test.each([
    ["", [0]],
    ["a", [0]],
    ["a\n", [0, 2]],
    ["a\r\nb", [0, 3]],
    ["a\rb\nc\r\n\n", [0, 2, 4, 7, 8]],
    ["a\u2028b", [0]],
  ])("%j has lines at %j", (text, starts) => {
    expect(lineStarts(text)).toEqual(starts);
  });
});

describe("lastAtMost", () => {
  test.each([
    [[], 5, -1],
    [[3], 2, -1],
    [[3], 3, 0],
    [[0, 2, 2, 4], 2, 2],
    [[0, 2, 4], 9, 2],
  ])("in %j for %i", (list, value, index) => {
    expect(lastAtMost(list, value)).toBe(index);
  });

  test("agrees with looking at each", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (list, value) => {
        const ascending = list.toSorted((a, b) => a - b);
        return lastAtMost(ascending, value) === ascending.filter((each) => each <= value).length - 1;
      }),
    );
  });
});

describe("a place", () => {
  const source = toSource("a.txt", "one\r\ntwo three\nfour");

  test("has a line and a column from 1, the length of the stretch and the line without its break", () => {
    expect(source.place(9, 14)).toEqual({ file: "a.txt", line: 2, column: 5, length: 5, excerpt: "two three" });
  });
  test("is one character long without an end", () => {
    expect(source.place(0)).toEqual({ file: "a.txt", line: 1, column: 1, length: 1, excerpt: "one" });
  });
  test("ends with its line", () => {
    expect(source.place(9, 20)).toMatchObject({ line: 2, column: 5, length: 5 });
  });
  test("stands at least on one character, at the end of the text too", () => {
    expect(source.place(19, 19)).toEqual({ file: "a.txt", line: 3, column: 5, length: 1, excerpt: "four" });
    expect(toSource("b", "x\n").place(2)).toEqual({ file: "b", line: 2, column: 1, length: 1, excerpt: "" });
  });
  test("counts UTF-16 code units", () => {
    expect(toSource("b", "😀x").place(2, 3)).toMatchObject({ column: 3, length: 1 });
  });
  test("can be a whole line", () => {
    expect(source.linePlace(2)).toEqual({ file: "a.txt", line: 2, column: 1, length: 9, excerpt: "two three" });
    expect(source.linePlace(9)).toEqual({ file: "a.txt", line: 9, column: 1, length: 1, excerpt: "" });
  });
  test("leads back to its offset, whatever the line ends are", () => {
    const text = fc.array(fc.constantFrom("a", "é", "😀", "\n", "\r", "\r\n", " ")).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.nat(), (content, number) => {
        const offset = number % (content.length + 1);
        const place = toSource("x", content).place(offset);
        expect((lineStarts(content)[(place.line ?? 0) - 1] ?? -1) + (place.column ?? 0) - 1).toBe(offset);
      }),
    );
  });
});

test("the place of an origin is that of its range, and there is none without an origin", () => {
  const source = toSource("a.txt", "one two");
  expect(originPlace({ source, start: 4, end: 7 })).toEqual(source.place(4, 7));
  expect(originPlace(undefined)).toBeUndefined();
});

test("a record's fields can be located by their names", () => {
  const source = toSource("a.csv", "id,code\nx,hope");
  const where = locatorOf({
    value: {},
    origin: (field) => ({ source, start: field === "code" ? 10 : 8, end: 14 }),
  });
  expect(where.origin(["code"])?.start).toBe(10);
  expect(where.keyOrigin(["code", 0])?.start).toBe(10);
  expect(where.origin([])?.start).toBe(8);
  expect([nowhere.origin([]), nowhere.keyOrigin([])]).toEqual([undefined, undefined]);
});
