import { describe, expect, test } from "vitest";
import type { Issue } from "../issues/issue";
import { nowhere, toSource } from "../issues/source";
import {
  flag,
  isBlank,
  isRecord,
  list,
  newerFormat,
  oneOf,
  parts,
  plainRecord,
  type Read,
  record,
  rootSpot,
  text,
  texts,
  wholeNumber,
} from "./check";
import { parseYaml } from "./yaml";

/** What a reader makes of a YAML text, and its problems as "line:column-length code message / hint". */
function read<T>(reader: Read<T>, yaml: string): [value: T | undefined, problems: string[]] {
  const issues: Issue[] = [];
  const file = parseYaml(toSource("a.yaml", yaml));
  const value = reader(file.value, rootSpot(file, issues));
  return [value, issues.map(told)];
}

/** The same for a value that no file holds. */
function readValue<T>(reader: Read<T>, value: unknown): [value: T | undefined, problems: string[]] {
  const issues: Issue[] = [];
  return [reader(value, rootSpot(nowhere, issues)), issues.map(told)];
}

const told = ({ place, code, message, hint }: Issue): string =>
  `${place === undefined ? "" : `${place.line}:${place.column}-${place.length} `}${code} ${message}${hint === undefined ? "" : ` / ${hint}`}`;

const at = <T>(key: string, reader: Read<T>) => record("It", { [key]: reader });

describe("text", () => {
  test.each([
    ["a: b", "b"],
    ['a: " b "', "b"],
    ["a: |\n  x\n  y\n", "x\ny"],
    ["a: 007", "007"],
    ["a: 1.50", "1.50"],
    ["a: 0", "0"],
    ["a: 0x1F", "0x1F"],
    ["a: 12345678901234567890123", "12345678901234567890123"],
    ["a: True", "True"],
    ["a: false", "false"],
    ["a: no", "no"],
    ["a: 2026-03-01", "2026-03-01"],
    ['"a": 7', "7"],
  ])("of %j is %j, as it is written", (yaml, value) => {
    expect(read(at("a", text), yaml)).toEqual([{ a: value }, []]);
  });
  test("of a program is taken as it is", () => {
    expect(readValue(at("a", text), { a: 7 })).toEqual([{ a: "7" }, []]);
    expect(readValue(at("a", text), { a: true })).toEqual([{ a: "true" }, []]);
  });
  test.each([
    ["a: [b]", '1:4-3 wrong-value "a" must be text, and is a list.'],
    ["a: {b: c}", '1:4-6 wrong-value "a" must be text, and is a record.'],
  ])("%j is none", (yaml, problem) => {
    expect(read(at("a", text), yaml)).toEqual([{}, [problem]]);
  });
});

test.each([
  ["a: 1", { a: 1 }, []],
  ["a: 0", {}, ['1:4-1 wrong-value "a" must be a whole number from 1, and is 0.']],
  ["a: 1.5", {}, ['1:4-3 wrong-value "a" must be a whole number from 1, and is 1.5.']],
  ["a: two", {}, ['1:4-3 wrong-value "a" must be a whole number from 1, and is "two".']],
  ["a: .inf", {}, ['1:4-4 wrong-value "a" must be a whole number from 1, and is Infinity.']],
])("a whole number from %j", (yaml, value, problems) => {
  expect(read(at("a", wholeNumber), yaml)).toEqual([value, problems]);
});

test.each([
  ["true", true],
  ["Yes", true],
  ["y", true],
  ["1", true],
  ["FALSE", false],
  ["no", false],
  ["N", false],
  ["0", false],
])("%s says %s", (word, value) => {
  expect(read(at("a", flag), `a: ${word}`)).toEqual([{ a: value }, []]);
});

test("another word is neither yes nor no", () => {
  expect(read(at("a", flag), "a: maybe")[1]).toEqual(['1:4-5 wrong-value "a" must be "yes" or "no", and is "maybe".']);
});

test("one of some words is taken in any case, and others are told which there are", () => {
  const reader = at("a", oneOf(["diary", "note"]));
  expect(read(reader, "a: Diary")).toEqual([{ a: "diary" }, []]);
  expect(read(reader, "a: dairy")).toEqual([
    {},
    ['1:4-5 wrong-value "a" cannot be "dairy". / It can be "diary", "note".'],
  ]);
});

test("a list keeps the items that can be read, and tells of the others", () => {
  expect(read(at("a", list(wholeNumber)), "a: [1, x, 3, 0]")).toEqual([
    { a: [1, 3] },
    [
      '1:8-1 wrong-value An entry of "a" must be a whole number from 1, and is "x".',
      '1:14-1 wrong-value An entry of "a" must be a whole number from 1, and is 0.',
    ],
  ]);
  expect(read(at("a", list(text)), "a: b")[1]).toEqual(['1:4-1 wrong-value "a" must be a list, and is "b".']);
  expect(read(list(text), "- a\n-\n")[1]).toEqual(["2:2-1 wrong-value An entry must be text, and is nothing."]);
});

test("text of blanks alone is no text", () => {
  expect(read(list(text), '[a, " "]')).toEqual([["a"], ['1:5-3 wrong-value An entry must be text, and is " ".']]);
});

test("one text alone is a list of texts as well", () => {
  expect(read(at("a", texts), "a: b")).toEqual([{ a: ["b"] }, []]);
  expect(read(at("a", texts), "a: [b, 7]")).toEqual([{ a: ["b", "7"] }, []]);
  expect(read(at("a", texts), "a: {b: c}")[1]).toEqual(['1:4-6 wrong-value "a" must be text, and is a record.']);
});

test("parts are read later, and know where they stand", () => {
  const issues: Issue[] = [];
  const file = parseYaml(toSource("a.yaml", "a: [b, [c]]"));
  const found = at("a", parts)(file.value, rootSpot(file, issues))?.a;
  expect(found?.map(({ value, spot }) => [value, spot.path])).toEqual([
    ["b", ["a", 0]],
    [["c"], ["a", 1]],
  ]);
});

test("a plain record is taken as it is", () => {
  expect(read(at("a", plainRecord), "a: {b: [c]}")).toEqual([{ a: { b: ["c"] } }, []]);
  expect(read(at("a", plainRecord), "a: []")[1]).toEqual([
    '1:4-2 wrong-value "a" must be a record with keys, and is a list.',
  ]);
});

describe("a record", () => {
  const person = record("A person", { id: text, name: text, age: wholeNumber }, ["id"]);

  test("has the keys that are written, and no others", () => {
    expect(read(person, "id: a\nage: 7\n")).toEqual([{ id: "a", age: 7 }, []]);
  });
  test("takes a key with nothing behind it for one that is not written", () => {
    expect(read(person, "id: a\nname:\nage: ~\n")).toEqual([{ id: "a" }, []]);
    expect(read(person, 'id: a\nname: " "\n')).toEqual([{ id: "a" }, []]);
  });
  test("tells of all its problems at once, each at its place", () => {
    expect(read(person, "nmae: x\nage: old\nzebra: 1\n")).toEqual([
      undefined,
      [
        '1:1-4 unknown-key A person has no key "nmae". / Did you mean "name"?',
        '2:6-3 wrong-value "age" must be a whole number from 1, and is "old".',
        '3:1-5 unknown-key A person has no key "zebra". / Known are: id, name, age.',
        '1:1-7 missing-key A person must have the key "id".',
      ],
    ]);
  });
  test("is undefined without a required key, but a wrong value is no missing key", () => {
    expect(read(person, "name: x")[1]).toEqual(['1:1-7 missing-key A person must have the key "id".']);
    expect(read(person, "id:")[1]).toEqual(['1:1-3 missing-key A person must have the key "id".']);
    expect(read(person, "id: [a]")).toEqual([undefined, ['1:5-3 wrong-value "id" must be text, and is a list.']]);
  });
  test.each([
    ["- a", "a list"],
    ["word", '"word"'],
    ["7", "7"],
  ])("is not %j", (yaml, what) => {
    expect(read(person, yaml)[1]).toEqual([
      expect.stringContaining(`A person must be a record with keys, and is ${what}. / Write each key as "key: value"`),
    ]);
  });
  test("does not take the names of what objects inherit for known keys", () => {
    expect(readValue(person, { id: "a", constructor: "x", toString: "y" })[1]).toEqual([
      'unknown-key A person has no key "constructor". / Known are: id, name, age.',
      'unknown-key A person has no key "toString". / Known are: id, name, age.',
    ]);
    const [value] = read(person, "id: a\n__proto__: {age: 7}\n");
    expect(value).toEqual({ id: "a" });
  });
  test("of a program is told with the whole path, since no file shows it", () => {
    const group = record("It", { people: list(person) });
    expect(readValue(group, { people: [{ id: "a" }, { id: "b", age: -1 }] })).toEqual([
      { people: [{ id: "a" }, { id: "b" }] },
      ['wrong-value "people[1].age" must be a whole number from 1, and is -1.'],
    ]);
    expect(readValue(text, null)[1]).toEqual(["wrong-value This must be text, and is nothing."]);
  });
});

test("only a format newer than the library's is an issue", () => {
  const file = parseYaml(toSource("a.yaml", "format: 2\n"));
  expect(newerFormat(file.value, file)).toEqual({
    code: "newer-format",
    severity: "error",
    message: "The format 2 is newer than this version of Polyvocal, which reads 1.",
    hint: "Install the newest version: npm install polyvocal@latest",
    place: { file: "a.yaml", line: 1, column: 9, length: 1, excerpt: "format: 2" },
  });
  for (const value of [{ format: 1 }, { format: "2" }, {}, null, [2]])
    expect(newerFormat(value, nowhere)).toBeUndefined();
});

test("nothing, and text of blanks alone, is blank", () => {
  expect([null, undefined, "", " \n"].map(isBlank)).toEqual([true, true, true, true]);
  expect([0, false, "a", [], {}].map(isBlank)).toEqual([false, false, false, false, false]);
});

test("a record is what has keys, so neither null nor a list", () => {
  expect([{}, { a: 1 }, null, [], "a", undefined].map(isRecord)).toEqual([true, true, false, false, false, false]);
});

test("Of keys that a record cannot have a hundred are told, and of the rest the number.", () => {
  const reader = record("A theme", { id: text });
  const keys = Array.from({ length: 130 }, (_, nth) => [`zz${nth}`, 1] as const);
  const issues: Issue[] = [];
  reader(Object.fromEntries([...keys, ["id", "a"]]), rootSpot(nowhere, issues));
  expect(issues.map(({ message }) => message)).toEqual([
    ...keys.slice(0, 100).map(([key]) => `A theme has no key "${key}".`),
    "A theme does not have 30 more keys that stand here.",
  ]);
  expect(issues.at(-1)).toMatchObject({ code: "unknown-key", hint: "It can have id." });
});
