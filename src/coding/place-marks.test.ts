import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import type { Range } from "../model/range";
import { extractMarks } from "./extract-marks";
import { type PlacedMarks, placeMarks } from "./place-marks";

/** Places the marks of a source; turns are the words behind "X: " up to the next empty line or label. */
function place(marked: string, hardWrapped = false): PlacedMarks & { text: string } {
  const { text, marks } = extractMarks(toSource("a.txt", marked));
  const turns: Range[] = [...text.matchAll(/^[A-Z]\d?:[ \t]*(.*(?:\n(?![A-Z]\d?:|#).*)*)/gm)].map((match) => {
    const words = match[1] ?? "";
    const start = match.index + match[0].length - words.length;
    return { start, end: start + words.trimEnd().length };
  });
  return { ...placeMarks(marks, text, turns, hardWrapped), text };
}

const codings = ({ text, codings: placed }: ReturnType<typeof place>): string[] =>
  placed.map(({ value }) => `${[...value.parents, value.code].join(">")}: ${text.slice(value.start, value.end)}`);

describe("placeMarks", () => {
  test.each<[string, string, (readonly [string, string | undefined])[]]>([
    [
      "a value",
      "P: Mine too. [[closeness]] [[family||2]]",
      [
        ["closeness", undefined],
        ["family", "2"],
      ],
    ],
    [
      "a value in a list, with blanks and a parent",
      "P: Mine. [[a > family || very close, b]]",
      [
        ["family", "very close"],
        ["b", undefined],
      ],
    ],
    ["no value behind its bars", "P: Mine. [[family||]]", [["family", undefined]]],
    ["a value and a memo", "P: {==Mine==}{>>family||2: she laughs<<}.", [["family", "2: she laughs"]]],
  ])("keeps %s as the coding's memo", (_, marked, expected) => {
    expect(place(marked).codings.map(({ value }) => [value.code, value.memo])).toEqual(expected);
    const { source, start, end } = place(marked).codings[0]?.origin("code") ?? expect.fail();
    expect(source.text?.slice(start, end)).toBe(expected[0]?.[0]);
  });

  test.each<[string, string, string[]]>([
    ["a line without its label", "I: So?\nP: I hope. [[hope]]\n", ["hope: I hope."]],
    ["each code of a line", "P: I hope. [[hope]] [[a>trust]]", ["hope: I hope.", "a>trust: I hope."]],
    ["one line of several in a turn", "P: One.\nTwo. [[b]]\nThree.", ["b: Two."]],
    ["the line of a mark in its middle", "P: One [[b]] two.\nThree.", ["b: One two."]],
    ["the turn above a line of its own", "I: So?\nP: One.\nTwo.\n[[b]]\nI: Ah.", ["b: One.\nTwo."]],
    ["the turn above, over an empty line", "P: One.\n\nTwo.\n\n[[b]]\n\nI: Ah.", ["b: One.\n\nTwo."]],
    ["the turn above, not the one below", "P: One.\n[[b]]\nI: Two.", ["b: One."]],
    ["words", "P: I {==hope==}{>>b<<} so.", ["b: hope"]],
    ["words without white space at their ends", "P: I{== hope\n==}{>>b<<}so.", ["b: hope"]],
    ["words over two turns, label between and all", "P: One {==two.\nI: Three==}{>>b<<} four.", ["b: two.\nI: Three"]],
    ["words with a label at their start", "{==P: One==}{>>b<<} two.", ["b: One"]],
    ["words with a heading at their start", "{==# Part\nP: One==}{>>b<<} two.", ["b: One"]],
    ["words with a label at their end", "P: {==One.\nI: ==}{>>b<<}Two.", ["b: One."]],
    ["words with a heading at their end", "P: {==One.\n# Part==}{>>b<<}\nI: Two.", ["b: One."]],
    ["nested words", "P: {==One {==two==}{>>b<<}==}{>>c<<}.", ["c: One two", "b: two"]],
  ])("codes %s", (_, marked, expected) => {
    const placed = place(marked);
    expect(placed.issues).toEqual([]);
    expect(codings(placed)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ["the paragraph of the line", "P: One\ntwo. [[b]]\nthree.\n\nFour\nfive.", ["b: One\ntwo.\nthree."]],
    ["a later paragraph of a turn", "P: One\ntwo.\n\nThree\nfour. [[b]]\nfive.\n \nSix.", ["b: Three\nfour.\nfive."]],
    ["no more than the turn", "I: So\nyes?\nP: One\ntwo. [[b]]\nI: Ah.", ["b: One\ntwo."]],
    ["the turn above a line of its own", "P: One\ntwo.\n\nThree.\n[[b]]\n\nI: Ah.", ["b: One\ntwo.\n\nThree."]],
  ])("in a hard-wrapped text, codes %s", (_, marked, expected) => {
    const placed = place(marked, true);
    expect(placed.issues).toEqual([]);
    expect(codings(placed)).toEqual(expected);
  });

  test("keeps memos, and knows where code and mark stand", () => {
    const marked = "P: I {==hope==}{>>b, c: so<<}.";
    const { codings: placed } = place(marked);
    expect(placed.map(({ value }) => value)).toEqual([
      { start: 5, end: 9, code: "b", parents: [], memo: "so" },
      { start: 5, end: 9, code: "c", parents: [], memo: "so" },
    ]);
    const stands = ["code", "memo", undefined].map((field) => {
      const { start = 0, end = 0 } = placed[1]?.origin(field) ?? {};
      return marked.slice(start, end);
    });
    expect(stands).toEqual(["c", "{==hope==}{>>b, c: so<<}", "{==hope==}{>>b, c: so<<}"]);
  });

  test.each<[string, string, string]>([
    ["the words of its line", "I: So?\nP: I hope. {>>why?<<}\n", "I hope."],
    ["a heading", "# Part one {>>why?<<}\nP: I hope.\n", "# Part one"],
    ["the turn above, if on its own line", "P: One.\nTwo.\n{>>why?<<}\nI: Ah.", "One.\nTwo."],
    ["the place, if nothing is there", "{>>why?<<}\n\nP: One.", ""],
  ])("puts a note to %s", (_, marked, words) => {
    const placed = place(marked);
    expect(placed.issues).toEqual([]);
    expect(placed.memos.map(({ value }) => [placed.text.slice(value.start, value.end), value.body])).toEqual([
      [words, "why?"],
    ]);
    const { start = 0, end = 0 } = placed.memos[0]?.origin() ?? {};
    expect(marked.slice(start, end)).toBe("{>>why?<<}");
  });

  test.each<[string, string, string]>([
    ["a heading", "# Part [[b]]\nP: One.", 'Nobody says anything on the line of this mark of "b".'],
    ["a label alone", "P: [[b]]\n", 'Nobody says anything on the line of this mark of "b".'],
    ["a head line", "Date: 3 May [[b]] [[c]]\n\nP: One.", 'Nobody says anything on the line of this mark of "b".'],
    ["nothing above", "\n[[b]]\nP: One.", 'No turn stands above this mark of "b".'],
    ["words of white space", "P: One{==  ==}{>>b, c<<}two.", 'Nobody says anything in this mark of "b", "c".'],
    ["words of a heading", "# {==Part==}{>>b<<}\nP: One.", 'Nobody says anything in this mark of "b".'],
    ["words behind the last turn", "P: One.\n# {==Part==}{>>b<<}", 'Nobody says anything in this mark of "b".'],
    ["words between two turns", "P: One.\n# {==Part==}{>>b<<}\nI: Two.", 'Nobody says anything in this mark of "b".'],
  ])("warns of a mark with nothing to code: %s", (_, marked, message) => {
    const { issues, codings: placed } = place(marked);
    expect(placed).toEqual([]);
    expect(issues[0]).toMatchObject({ code: "mark-without-words", severity: "warning", message });
    expect(issues[0]?.place?.excerpt).toContain("b");
  });

  test("warns of every mark in a text without turns", () => {
    const { issues } = placeMarks(
      extractMarks(toSource("a.txt", "a [[b]]\n[[c]]\n{==d==}{>>e<<}")).marks,
      "a\n\nd",
      [],
      false,
    );
    expect(issues.map(({ message }) => message)).toEqual([
      'Nobody says anything on the line of this mark of "b".',
      'No turn stands above this mark of "c".',
      'Nobody says anything in this mark of "e".',
    ]);
  });
});
