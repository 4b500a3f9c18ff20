import { describe, expect, test } from "vitest";
import { decodeFile } from "./decode-file";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const ascii = (text: string): number[] => [...text].map((each) => each.charCodeAt(0));

describe("decodeFile", () => {
  test("reads UTF-8, with and without byte order mark, and UTF-16 with one", () => {
    const text = "I: Señor 🙂";
    const utf16 = [...text].flatMap((each) => each.split("")).map((unit) => unit.charCodeAt(0));
    expect(decodeFile("a.txt", new TextEncoder().encode(text))).toEqual({ text });
    expect(decodeFile("a.txt", bytes(0xef, 0xbb, 0xbf, 0x41))).toEqual({ text: "A" });
    expect(decodeFile("a.txt", bytes(0xff, 0xfe, ...utf16.flatMap((unit) => [unit & 255, unit >> 8])))).toEqual({
      text,
    });
    expect(decodeFile("a.txt", bytes(0xfe, 0xff, ...utf16.flatMap((unit) => [unit >> 8, unit & 255])))).toEqual({
      text,
    });
    expect(decodeFile("a.txt", bytes())).toEqual({ text: "" });
  });

  test.each([
    [
      "a Word file",
      [0x50, 0x4b, 3, 4, 20, 0],
      "It looks like a Word, Excel or OpenDocument file. Save it as plain text (UTF-8) or CSV.",
    ],
    [
      "an old Word file",
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1],
      "It looks like an old Word or Excel file. Save it as plain text (UTF-8) or CSV.",
    ],
    ["a PDF", ascii("%PDF-1.4"), "It looks like a PDF. Save its text as a plain text file (UTF-8)."],
    ["anything with a zero byte", [65, 0, 66], "Save it as plain text (UTF-8), or take it out of the folder."],
  ])("refuses %s and says what to do", (_, values, hint) => {
    expect(decodeFile("a.txt", bytes(...values))).toEqual({
      issue: {
        code: "binary-file",
        severity: "error",
        message: "This is not a text file.",
        hint,
        place: { file: "a.txt" },
      },
    });
  });

  test("reads text in another encoding that can be told, and says so", () => {
    const decoded = decodeFile("a.txt", bytes(...ascii("I: Yes?\nC1: The caf"), 0xe9, ...ascii(" there.\n")));
    expect(decoded).toMatchObject({ text: "I: Yes?\nC1: The café there.\n", assumed: { code: "encoding-assumed" } });
  });

  test("refuses text whose encoding cannot be told, with the place of the first letter that would be lost", () => {
    const decoded = decodeFile(
      "a.txt",
      bytes(...ascii("I: Yes?\nC1: "), 0x81, 0xe3, 0x8d, 0xc3, 0xff, ...ascii(" there.\n")),
    );
    expect(decoded).toEqual({
      issue: {
        code: "wrong-encoding",
        severity: "error",
        message: "This text is not in UTF-8; read as it is, letters would be lost.",
        hint: "Save it again as UTF-8. Which encoding it has cannot be told.",
        place: { file: "a.txt", line: 2, column: 5, length: 1, excerpt: "C1: \ufffdã\ufffdÃÿ there." },
      },
    });
  });
});
