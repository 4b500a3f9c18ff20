import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dumpReading } from "../transcripts/dump.fixture";
import { lostWords } from "../transcripts/nothing-lost.fixture";
import { looksLikeDoc, readDoc } from "./doc";
import { looksLikeDocx, readDocx } from "./docx";
import { looksLikeOdt, readOdt } from "./odt";

// Made by hand as .docx and saved by LibreOffice 7.4.
const fixtures = new URL("../../fixtures/transcripts/", import.meta.url);
const golden = new URL("golden/", fixtures);
const folder = new URL("doc/", fixtures);
const load = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));

describe("readDoc", () => {
  test.each(readdirSync(folder))("reads %s", async (name) => {
    const bytes = load(name);
    expect(looksLikeDoc(bytes)).toBe(true);
    expect(looksLikeDocx(bytes)).toBe(false);
    await expect(dumpReading(await readDoc(bytes, name))).toMatchFileSnapshot(
      new URL(`doc-${name}.txt`, golden).pathname,
    );
  });

  test("Every word that can be seen is kept, and no other.", async () => {
    const visible = `I What do you really grow Zoë 你好 Check the year K02 Beans A kind of bean and peas And more I So it is
      K02 See our page`;
    const reading = await readDoc(load("left-out.doc"), "a.doc");
    expect(lostWords(visible, reading)).toEqual([]);
    expect(lostWords("HYPERLINK https", reading)).toEqual(["HYPERLINK", "https"]);
  });

  test("LibreOffice's .docx and .odt of the same text have the same turns.", async () => {
    const load2 = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, fixtures)));
    const [doc, docx, odt] = [load("left-out.doc"), load2("docx/libreoffice.docx"), load2("odt/libreoffice.odt")];
    expect([looksLikeDocx(docx), looksLikeOdt(docx), looksLikeOdt(odt), looksLikeDocx(odt)]).toEqual([
      ...[true, false, true, false],
    ]);
    const { drafts } = await readDoc(doc, "a.doc");
    expect((await readDocx(docx, "a.docx")).drafts[0]?.turns).toEqual(drafts[0]?.turns);
    expect((await readOdt(odt, "a.odt")).drafts[0]?.turns).toEqual(drafts[0]?.turns);
  });
});

describe("readDoc and broken files", () => {
  const codes = async (bytes: Uint8Array): Promise<string[]> =>
    (await readDoc(bytes, "a.doc")).issues.map(({ code }) => code);
  /** The offset of the main stream, which begins with its magic number at the beginning of a small sector. */
  const mainOf = (bytes: Uint8Array): number => {
    for (let at = 512; at < bytes.length; at += 64) if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) return at;
    return -1;
  };

  test("What is no compound file, or cut off, is an issue that says how to convert.", async () => {
    expect(await codes(new Uint8Array())).toEqual(["broken-file"]);
    const { issues } = await readDoc(load("bold.doc").slice(0, 600), "a.doc");
    expect(issues.map(({ code, hint }) => [code, hint])).toEqual([
      ["broken-file", "Copy or download it again. If Word still opens it, save it there under a new name."],
    ]);
  });

  test("A password and a version that is too old are told.", async () => {
    const locked = load("bold.doc");
    locked[mainOf(locked) + 11] = (locked[mainOf(locked) + 11] ?? 0) | 1;
    expect(await codes(locked)).toEqual(["unreadable-file"]);
    const old = load("bold.doc");
    old.set([0x9b, 0xa5, 0x2d, 0], mainOf(old));
    expect(await codes(old)).toEqual(["unsupported-format"]);
  });

  test("Sectors that lead in circles end.", async () => {
    const bytes = load("bold.doc");
    // Every entry of the first table of sectors leads to the sector itself.
    const table = ((bytes[0x4c] ?? 0) + 1) * 512;
    for (let sector = 0; sector < 128; sector++) bytes.set([sector, 0, 0, 0], table + sector * 4);
    expect((await codes(bytes)).length).toBeLessThan(2);
  });

  test("Nothing makes it throw.", async () => {
    for (const name of readdirSync(folder)) {
      const bytes = load(name);
      const change = fc.record({ at: fc.nat(bytes.length), with: fc.uint8Array({ minLength: 1, maxLength: 8 }) });
      await fc.assert(
        fc.asyncProperty(fc.array(change, { maxLength: 12 }), fc.nat(bytes.length), async (changes, cut) => {
          const changed = bytes.slice(0, cut % 3 === 0 ? cut : bytes.length);
          for (const each of changes)
            changed.set(
              each.with.subarray(0, Math.max(0, changed.length - each.at)),
              Math.min(each.at, changed.length),
            );
          const { drafts, issues } = await readDoc(changed, "a.doc");
          expect(drafts.length + issues.length).toBeGreaterThan(0);
        }),
        { seed: 7, numRuns: 300 },
      );
    }
  }, 60_000);
});
