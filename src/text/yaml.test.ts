import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { originPlace, toSource } from "../issues/source";
import { parseYaml } from "./yaml";

const parse = (text: string) => parseYaml(toSource("a.yaml", text));
const problems = (text: string) =>
  parse(text).issues.map(({ message, place }) => `${place?.line}:${place?.column}-${place?.length} ${message}`);

test.each([
  ["", null],
  ["# only a comment\n", null],
  ["a: 1\nb: [x, 2.5, true, null]\n", { a: 1, b: ["x", 2.5, true, null] }],
  ["a: no\nb: yes\nc: 2026-03-01\nd: 10:30\ne: ~\n", { a: "no", b: "yes", c: "2026-03-01", d: "10:30", e: null }],
  ['{\n\t"version": 1,\n\t"codes": [{ "id": "a" }],\n}', { version: 1, codes: [{ id: "a" }] }],
  ["\uFEFFa: 1", { a: 1 }],
  ["a: 1\r\nb: 2\r\n", { a: 1, b: 2 }],
  ["1: a", { 1: "a" }],
  ["a: |\n  x\n  y\nb: >-\n  x\n  y\n", { a: "x\ny\n", b: "x y" }],
  ["a: b#c\nd: e & f * g !\n", { a: "b#c", d: "e & f * g !" }],
  ["hello", "hello"],
  ["--- \na: 1\n", { a: 1 }],
])("%j is read", (text, value) => {
  const file = parse(text);
  expect(file.issues).toEqual([]);
  expect(file.value).toEqual(value);
});

test("a key called __proto__ is a key like others", () => {
  expect(Object.keys(Object(parse("__proto__: { x: 1 }").value))).toEqual(["__proto__"]);
});

describe("problems have a place and plain words", () => {
  test.each([
    [
      "a quotation mark that does not close",
      'title: "Peer\nb: 1\n',
      ["1:8-1 A quotation mark opens here and never closes."],
    ],
    [
      "an apostrophe in single quotation marks",
      "name: 'The carer's lot'\n",
      ["1:7-1 There is more text behind the end of this value."],
    ],
    ["words behind a quoted value", 'name: "a" b\n', ["1:11-1 There is more text behind the end of this value."]],
    [
      "a colon in a value",
      "title: Peer support: views\n",
      ['1:8-1 A second ": " follows on the first, or a line below is indented too far.'],
    ],
    [
      "a line that is indented too far",
      "a: 1\n  b: 2\n",
      ['1:4-1 A second ": " follows on the first, or a line below is indented too far.'],
    ],
    ["no blank behind the colon", "a: 1\nb:2\n", ['2:1-3 This line has no ": " between a key and its value.']],
    [
      "a no-break blank behind the colon",
      "a: 1\nb:\u00a0c\n",
      ['2:1-4 This line has no ": " between a key and its value.'],
    ],
    ["tabs, once", "a:\n\t- b\n\t- c\n", ["2:1-1 A tab indents this line, and YAML allows only blanks there."]],
    ["indentation", "a:\n  - id: x\n   name: y\n", ["3:1-1 This line stands too far to the left or to the right."]],
    ["a key twice", "a: 1\na: 2\n", ["2:1-1 This key is in its record twice."]],
    ["a bracket that does not close", "a: [b\nc: 1\n", ["1:4-1 A bracket opens here and never closes."]],
    [
      "a bracket that does not close at the end of the file",
      "a: [b\n",
      ["1:4-1 A bracket opens here and never closes."],
    ],
    [
      "a bracket within a bracket that does not close",
      "a: [b, [c, {d: e}]\n",
      ["1:4-1 A bracket opens here and never closes."],
    ],
    ["a brace that does not close", "a: {b: 1\nc: 1\n", ["1:4-1 A bracket opens here and never closes."]],
    ["a comma too many", "a: [b,, c]\n", ["1:7-1 There is a comma too many here."]],
    ["a comma that is missing", 'a: ["b" "c"]\n', ["1:9-1 A comma is missing here."]],
    ["a sign that cannot begin a value", "a: @b\n", ["1:4-1 A value cannot begin with this character."]],
    [
      "a second document",
      "a: 1\n---\nb: 2\n",
      ['2:1-3 A line "---" begins a second document, and a file can hold only one.'],
    ],
    [
      "an unquoted asterisk",
      "a: [b, *hope]\n",
      ['1:8-5 "*hope" has a special meaning in YAML, which study files do not use.'],
    ],
    ["an unquoted ampersand", "a: &b c\n", ['1:7-1 "&b" has a special meaning in YAML, which study files do not use.']],
    [
      "an unquoted exclamation mark",
      "a: !b c\n",
      ['1:4-2 A word that begins with "!" has a special meaning in YAML and would be lost.'],
    ],
    [
      "several in one file",
      "a: b: c\nd:\n  - 'it's\ne: [1\n",
      [
        '1:4-1 A second ": " follows on the first, or a line below is indented too far.',
        "3:5-1 There is more text behind the end of this value.",
        "4:4-1 A bracket opens here and never closes.",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
    expect(parse(text).value).toBeUndefined();
    for (const each of parse(text).issues)
      expect(each).toMatchObject({ code: "broken-yaml", hint: expect.any(String) });
  });

  test("lists without end are told, not run into", () => {
    expect(problems("[".repeat(5000))).toEqual([expect.stringMatching(/^1:\d+-1 Lists or records stand too deep/)]);
    expect(problems(`a: ${"{b: [".repeat(300_000)}`)).toEqual([
      expect.stringMatching(/^1:\d+-1 Lists or records stand too deep/),
    ]);
  });

  test("a file that would grow without end when its aliases are followed is refused", () => {
    const rows = [
      "a: &a [x,x]",
      ...[..."bcdefghijklmnopqrstuvwxyz"].map(
        (k, i) => `${k}: &${k} [${`*${"abcdefghijklmnopqrstuvwxy"[i]},`.repeat(9)}]`,
      ),
    ];
    expect(parse(rows.join("\n")).value).toBeUndefined();
  });

  test("no text whatever makes the parser throw", () => {
    const token = fc.constantFrom(
      "a",
      ": ",
      "\n",
      "- ",
      "  ",
      "[",
      "]",
      "{",
      "}",
      ",",
      "'",
      '"',
      "#",
      "*a",
      "&a",
      "!b",
      "|",
      ">",
      "? ",
      "---\n",
      "\t",
      "%",
      "<<",
      "é",
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
        const { value, issues } = parse(tokens.join(""));
        return (value === undefined) === issues.length > 0;
      }),
      { numRuns: 500 },
    );
  });
});

describe("places", () => {
  const source = toSource("a.md", "---\nthemes:\n  - id: hope\n    7: [b, c]\n  - 'x'\n---\n");
  const file = parseYaml(source, 4, source.text.indexOf("---", 4));
  const at = (path: readonly (string | number)[]) => {
    const { start, end } = file.origin(path);
    return source.text.slice(start, end);
  };
  const keyAt = (path: readonly (string | number)[]) => {
    const { start, end } = file.keyOrigin(path);
    return source.text.slice(start, end);
  };

  test("of values, within a stretch of a longer text", () => {
    expect(at(["themes", 0, "id"])).toBe("hope");
    expect(at(["themes", 1])).toBe("'x'");
    expect(at(["themes", 0, "7", 1])).toBe("c");
    expect(at(["themes", 0, 7, 0])).toBe("b");
    expect(originPlace(file.origin(["themes", 0, "id"]))).toMatchObject({ line: 3, column: 9, length: 4 });
  });
  test("of keys", () => {
    expect(keyAt(["themes"])).toBe("themes");
    expect(keyAt(["themes", 0, "id"])).toBe("id");
    expect(keyAt(["themes", 0, "7"])).toBe("7");
    expect(keyAt(["themes", 1])).toBe("'x'");
  });
  test("of the nearest value around what is not there", () => {
    expect(at(["themes", 0, "id", "more"])).toBe("hope");
    expect(at(["themes", 9])).toMatch(/^- id: hope/);
    expect(at(["nothing"])).toMatch(/^themes:/);
    expect(keyAt(["themes", 1, "x"])).toBe("'x'");
    expect(at([])).toMatch(/^themes:/);
  });
  test("in an empty text", () => {
    const empty = parseYaml(toSource("e.yaml", ""));
    expect(originPlace(empty.origin(["a"]))).toMatchObject({ line: 1, column: 1, length: 1 });
    expect(originPlace(empty.keyOrigin([]))).toMatchObject({ line: 1, column: 1 });
  });
});
