import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocx } from "./docx";
import { paragraph } from "./office-file.fixture";
import { openZip, ZipProblem } from "./zip";

const words = strToU8("I: Did it help?");

/** The bytes with one letter of the words changed. */
function flipped(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  for (let at = 0; at < copy.length - 4; at++) {
    if (String.fromCharCode(...copy.subarray(at, at + 4)) === "help") copy[at] = 0x79;
  }
  return copy;
}

describe("openZip", () => {
  test.each([0, 6] as const)("a part is read if its checksum is right (level %i)", (level) => {
    expect(openZip(zipSync({ a: words }, { level }))?.read("a")).toEqual(words);
  });

  test("a part in which a letter was changed is broken", () => {
    const zip = openZip(flipped(zipSync({ a: words }, { level: 0 })));
    expect(() => zip?.read("a")).toThrow(new ZipProblem("broken"));
  });
});

test("a Word document in which a letter was changed is no transcript, and an issue", async () => {
  const bytes = zipSync(
    {
      "word/document.xml": strToU8(
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph("I: Did it help?")}</w:body></w:document>`,
      ),
    },
    { level: 0 },
  );
  expect((await readDocx(bytes, "a.docx")).issues.map(({ code }) => code)).not.toContain("broken-file");
  const { drafts, issues } = await readDocx(flipped(bytes), "a.docx");
  expect(drafts).toEqual([]);
  expect(issues.map(({ code, message }) => [code, message])).toEqual([
    ["broken-file", "Its part word/document.xml is cut off or damaged."],
  ]);
});
