import { expect, test } from "vitest";
import { endingToExcept } from "./ending-to-except";

const twice = (name: string, ...endings: string[]): string[] => endings.map((each) => `in/${name}${each}`);

test.each<[string, readonly (readonly string[])[], readonly string[], string | null]>([
  [
    "two endings that do equally well are both named",
    [twice("T1", ".doc", ".htm"), twice("T2", ".doc", ".htm")],
    ["in/T3.txt"],
    'For all 2 talks that are here twice at once: --except "*.doc" or --except "*.htm".',
  ],
  [
    "an ending that a talk has alone is not named",
    [twice("T1", ".doc", ".htm"), twice("T2", ".doc", ".htm")],
    ["in/T3.doc"],
    'For all 2 talks that are here twice at once: --except "*.htm".',
  ],
  [
    "most of them",
    [twice("T1", ".doc", ".htm"), twice("T2", ".odt", ".htm"), twice("T3", ".rtf", ".odt")],
    [],
    'For 2 of the 3 talks that are here twice at once: --except "*.htm" or --except "*.odt".',
  ],
  ["one talk needs no rule", [twice("T1", ".doc", ".htm")], [], null],
  [
    "each ending stands alone somewhere",
    [twice("T1", ".doc", ".htm"), twice("T2", ".doc", ".htm")],
    ["T3.doc", "T4.htm"],
    null,
  ],
  ["three formats are still two without one", [twice("T1", ".a", ".b", ".c"), twice("T2", ".a", ".b", ".c")], [], null],
  [
    "one file with two talks of one name",
    [
      ["T1.csv", "T1.csv"],
      ["T2.csv", "T2.csv"],
    ],
    [],
    null,
  ],
  [
    "no endings",
    [
      ["a/T1", "b/T1"],
      ["a/T2", "b/T2"],
    ],
    [],
    null,
  ],
  [
    "one ending in two folders",
    [
      ["a/x/T1.txt", "b/x/T1.txt"],
      ["a/x/T2.txt", "b/x/T2.txt"],
    ],
    [],
    null,
  ],
])("%s", (_, clashes, others, advice) => {
  expect(endingToExcept(clashes, [...clashes.flat(), ...others])).toBe(advice);
});
