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

  test("two parts of one name are broken, since nobody can tell which is meant", () => {
    const zip = openZip(renamed(zipSync({ aa: words, ab: words }, { level: 0 })));
    expect(() => zip?.read("aa")).toThrow(new ZipProblem("broken"));
  });

  test("the large form (Zip64) is read: a directory with numbers of 64 bits, and entries with them", () => {
    const small = zipSync({ a: words });
    expect(openZip(inLargeForm(small))?.read("a")).toEqual(words);
    expect(openZip(inLargeForm(small).slice(0, -25))).toBe(null);
  });
});

/** The bytes with the name "ab" made "aa". */
function renamed(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => (byte === 0x62 && bytes[at - 1] === 0x61 ? 0x61 : byte));
}

/** An archive of one part whose numbers stand in the fields of 64 bits alone. */
function inLargeForm(bytes: Uint8Array): Uint8Array {
  const old = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = bytes.length - 22;
  const directory = old.getUint32(end + 16, true);
  const entry = bytes.slice(directory, end);
  const extra = new Uint8Array(28);
  const fields = new DataView(extra.buffer);
  fields.setUint16(0, 1, true);
  fields.setUint16(2, 24, true);
  const view = new DataView(entry.buffer);
  [24, 20, 42].forEach((at, index) => {
    fields.setBigUint64(4 + index * 8, BigInt(view.getUint32(at, true)), true);
    view.setUint32(at, 0xffffffff, true);
  });
  view.setUint16(30, extra.length, true);
  const tail = new Uint8Array(56 + 20 + 22);
  const last = new DataView(tail.buffer);
  last.setUint32(0, 0x06064b50, true);
  last.setBigUint64(32, 1n, true);
  last.setBigUint64(48, BigInt(directory), true);
  last.setUint32(56, 0x07064b50, true);
  last.setBigUint64(64, BigInt(directory + entry.length + extra.length), true);
  last.setUint32(76, 0x06054b50, true);
  last.setUint16(86, 0xffff, true);
  last.setUint32(92, 0xffffffff, true);
  return Uint8Array.of(...bytes.slice(0, directory), ...entry, ...extra, ...tail);
}

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
