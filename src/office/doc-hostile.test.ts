import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDoc } from "./doc";

const SECTOR = 4096;
const NONE = 0xffffffff;
const END = 0xfffffffe;

interface Entry {
  readonly name: string;
  readonly left?: number;
  readonly right?: number;
  readonly child?: number;
  readonly start: number;
  readonly size: number;
}

/** A compound file by hand: its sectors, the table of which sector follows each, and the entries of its directory. */
function compound(sectors: readonly Uint8Array[], next: readonly number[], entries: readonly Entry[]): Uint8Array {
  const bytes = new Uint8Array((sectors.length + 3) * SECTOR);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(0x1e, 12, true);
  view.setUint16(0x20, 6, true);
  view.setUint32(0x30, 1, true);
  view.setUint32(0x3c, END, true);
  view.setUint32(0x44, END, true);
  for (let index = 0; index < 109; index++) view.setUint32(0x4c + index * 4, index === 0 ? 0 : NONE, true);
  // The table is the first sector, the directory the second.
  for (let index = 0; index < SECTOR / 4; index++) view.setUint32(SECTOR + index * 4, NONE, true);
  [0xfffffffd, END, ...next].forEach((each, index) => {
    view.setUint32(SECTOR + index * 4, each, true);
  });
  entries.forEach(({ name, left = NONE, right = NONE, child = NONE, start, size }, index) => {
    const at = 2 * SECTOR + index * 128;
    [...name].forEach((letter, unit) => {
      view.setUint16(at + unit * 2, letter.charCodeAt(0), true);
    });
    view.setUint16(at + 0x40, (name.length + 1) * 2, true);
    [left, right, child].forEach((each, nth) => {
      view.setUint32(at + 0x44 + nth * 4, each, true);
    });
    view.setUint32(at + 0x74, start, true);
    view.setUint32(at + 0x78, size, true);
  });
  sectors.forEach((sector, index) => {
    bytes.set(sector, (index + 3) * SECTOR);
  });
  return bytes;
}

/** A Word document whose pieces have so many characters each, all of them at the same place. */
function word(pieces: readonly number[], text = "I: Well?\rAna: Yes, it was.\r"): Uint8Array {
  const main = new Uint8Array(SECTOR * 500);
  const view = new DataView(main.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, 0xc1, true);
  view.setUint16(10, 0x0200, true);
  view.setUint32(0x4c, NONE, true);
  view.setUint32(0x1a6, SECTOR, true);
  for (let at = 0x400; at < main.length; at++) main[at] = text.charCodeAt((at - 0x400) % text.length);
  const table = new Uint8Array(SECTOR);
  const plc = new DataView(table.buffer);
  plc.setUint8(0, 2);
  plc.setUint32(1, 4 + pieces.length * 12, true);
  let characters = 0;
  pieces.forEach((length, index) => {
    characters += length;
    plc.setUint32(5 + (index + 1) * 4, characters, true);
    plc.setUint32(5 + (pieces.length + 1) * 4 + index * 8 + 2, 0x40000000 + 0x400 * 2, true);
  });
  const next = Array.from({ length: 501 }, (_, index) => (index >= 499 ? END : index + 3));
  return compound(
    [...Array.from({ length: 500 }, (_, index) => main.subarray(index * SECTOR, (index + 1) * SECTOR)), table],
    next,
    [
      { name: "Root Entry", child: 1, start: END, size: 0 },
      { name: "WordDocument", right: 2, start: 2, size: main.length },
      { name: "1Table", start: 502, size: SECTOR },
    ],
  );
}

const codes = async (bytes: Uint8Array): Promise<string[]> =>
  (await readDoc(bytes, "a.doc")).issues.map(({ code }) => code);

describe("hostile .doc files", () => {
  test("A file made by hand is read, so that the others differ in what they are about.", async () => {
    const { drafts, issues } = await readDoc(word([27]), "a.doc");
    expect([drafts[0]?.turns.map(({ label, words }) => [label, words]), issues]).toEqual([
      [
        ["I", "Well?"],
        ["Ana", "Yes, it was."],
      ],
      [],
    ]);
  });

  test("Pieces that hold each other's letters are no more than the file together.", async () => {
    const { drafts, issues } = await readDoc(word(Array.from({ length: 300 }, () => 1_999_000)), "a.doc");
    expect([drafts[0]?.turns.length, issues]).toEqual([148_074, []]);
  });

  test("More paragraphs than can be read are a problem.", async () => {
    expect(await codes(word([1_999_000], "\r"))).toEqual(["too-large"]);
  });

  test("Chains, directories and tables that lead in circles, and sizes that cannot be, end.", async () => {
    const number = fc.oneof(fc.nat(6), fc.constantFrom(NONE, END, 0x7fffffff, 4095, 4096, 2 ** 31));
    const entry = fc.record({
      name: fc.constantFrom("Root Entry", "WordDocument", "1Table", "0Table"),
      left: number,
      right: number,
      child: number,
      start: number,
      size: number,
    });
    const main = word([27]).subarray(3 * SECTOR, 4 * SECTOR);
    await fc.assert(
      fc.asyncProperty(
        fc.array(number, { maxLength: 8 }),
        fc.array(entry, { minLength: 1, maxLength: 8 }),
        async (next, entries) => {
          const { drafts, issues } = await readDoc(compound([main, main, main], next, entries), "a.doc");
          expect(drafts.length + issues.length).toBeGreaterThan(0);
        },
      ),
      { seed: 17, numRuns: 500 },
    );
  });

  test("An encrypted document of Word or Excel says that it needs its password taken off.", async () => {
    const bytes = compound(
      [new Uint8Array(SECTOR)],
      [END],
      [
        { name: "Root Entry", child: 1, start: END, size: 0 },
        { name: "EncryptedPackage", start: 2, size: SECTOR },
      ],
    );
    expect((await readDoc(bytes, "a.docx")).issues).toEqual([
      {
        code: "unreadable-file",
        severity: "error",
        message: "The file is protected by a password.",
        hint: "Open it in Word or Excel, take the password off and save it again.",
        place: { file: "a.docx" },
      },
    ]);
  });
});
