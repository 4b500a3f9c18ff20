import { expect, test } from "vitest";
import { tooMuchOfJson } from "./json-size";

const keys = (count: number, named: (nth: number) => string): string =>
  `{${Array.from({ length: count }, (_, nth) => `"${named(nth)}":0`).join(",")}}`;

test.each<[string, string, string | null]>([
  ["brackets", "[".repeat(2_000_001), "2000000 records and lists"],
  ["brackets within words", `["${"[".repeat(2_000_001)}"]`, null],
  ["brackets behind a mark that is written", `["\\"${"[".repeat(2_000_001)}"]`, null],
  ["brackets behind a backslash that is written", `["\\\\"${"[".repeat(2_000_001)}]`, "2000000 records and lists"],
  [
    "brackets on the line below a mark that does not close",
    `{"a\n${"[".repeat(2_000_001)}`,
    "2000000 records and lists",
  ],
  ["different keys", keys(256_000, (nth) => `k${nth}`), "250000 different keys"],
  [
    "different keys with blanks behind them",
    keys(256_000, (nth) => `k${nth}`).replaceAll(":", " \n:"),
    "250000 different keys",
  ],
  ["numbers that are keys", keys(400_000, String), null],
  ["keys that come back", `[${`${keys(1000, (nth) => `k${nth}`)},`.repeat(200)}0]`, null],
  ["different words", JSON.stringify(Array.from({ length: 400_000 }, (_, nth) => `w${nth}`)), null],
])("Many %s are told: %#", (_, text, most) => {
  expect(tooMuchOfJson(text)).toBe(most);
});
