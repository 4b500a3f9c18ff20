import { expect, test } from "vitest";
import { tooMuchOfTable } from "./table-size";

test.each<[string, string, string | null]>([
  ["rows below the header", `id\n${"a\n".repeat(100_000)}`, null],
  ["rows more", `id\n${"a\n".repeat(100_001)}`, "100000 rows"],
  ["rows without an end of the last line", `id${"\na".repeat(100_001)}`, "100000 rows"],
  ["empty lines", `id\n${"\n".repeat(200_000)}a`, null],
  ["line breaks in a cell", `id\n"${"a\n".repeat(100_001)}"`, null],
  ["line breaks behind marks that are written twice", `id\n"a""b""${"a\n".repeat(100_001)}"`, null],
  ["columns", ",".repeat(16_383), null],
  ["columns more", ",".repeat(16_384), "16384 columns"],
  ["delimiters in a cell", `"${",".repeat(20_000)}"`, null],
  ["cells", `${",".repeat(999)}\n`.repeat(2000), null],
  ["cells more", `${",".repeat(999)}\n`.repeat(2001), "2000000 cells"],
  ["letters in a row", "a".repeat(1_000_001), "1000000 characters in a row"],
  ["letters in all", `${"a".repeat(999_999)}\n`.repeat(31), "30000000 characters"],
])("How many %s there are is told.", (_, text, most) => {
  expect(tooMuchOfTable(text, ",")).toBe(most);
});

test("Where a record stands on each line, quotation marks hide no line break, and commas part nothing.", () => {
  expect(tooMuchOfTable(`"\n${"a\n".repeat(100_001)}"`)).toBe("100000 rows");
  expect(tooMuchOfTable(",".repeat(20_000))).toBeNull();
});
