import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { dumpReading } from "../transcripts/dump.fixture";
import { lostWords } from "../transcripts/nothing-lost.fixture";
import { looksLikePdf, readPdf } from "./pdf";

const folder = new URL("../../fixtures/transcripts/pdf/", import.meta.url);
const golden = new URL("../../fixtures/transcripts/golden/", import.meta.url);
const load = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));

describe("readPdf", () => {
  test.each(readdirSync(folder))("reads %s", async (name) => {
    const bytes = load(name);
    expect(looksLikePdf(bytes)).toBe(true);
    const copy = bytes.slice();
    await expect(dumpReading(await readPdf(bytes, name))).toMatchFileSnapshot(
      new URL(`pdf-${name}.txt`, golden).pathname,
    );
    expect(bytes).toEqual(copy);
  });

  test.each(["interview.pdf", "names-beside.pdf", "two-columns.pdf"])("Every word of %s is kept.", async (name) => {
    // The fixtures are not compressed: their words stand in round brackets before Tj.
    const text = new TextDecoder("latin1").decode(load(name)).replaceAll("\x96", "–");
    const visible = [...text.matchAll(/\((.*?)\) Tj/g)].map(([, words]) => words).join(" ");
    expect(visible.length).toBeGreaterThan(50);
    expect(lostWords(visible, await readPdf(load(name), name))).toEqual([]);
  });

  test("A stream that unzips to far more than any transcript is a problem.", async () => {
    const head = "%PDF-1.4\n1 0 obj\n<< /Length 9 /Filter /FlateDecode >>\nstream\n";
    const zipped = zlibSync(new Uint8Array(105_000_000), { level: 1 });
    const bytes = Uint8Array.from([...new TextEncoder().encode(head)]);
    const bomb = new Uint8Array(bytes.length + zipped.length);
    bomb.set(bytes);
    bomb.set(zipped, bytes.length);
    expect((await readPdf(bomb, "a.pdf")).issues.map(({ code }) => code)).toEqual(["too-large"]);
  });

  const page = (contents: string | Uint8Array, dictionary: string): Uint8Array => {
    const head = `%PDF-1.4
1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj
2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj
3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj
5 0 obj\n/FlateDecode\nendobj
4 0 obj\n<< /Length ${contents.length} ${dictionary} >>\nstream\n`;
    const tail = "\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";
    return Buffer.concat([Buffer.from(head), Buffer.from(contents), Buffer.from(tail)]);
  };
  const words = "BT /F1 12 Tf 10 700 Td (I: Well?) Tj ET\n";
  const hexadecimal = (data: Uint8Array): Buffer => Buffer.from(`${Buffer.from(data).toString("hex")}>`);
  const large = zlibSync(new Uint8Array(105_000_000), { level: 9 });

  test.each<[string, Uint8Array, string[]]>([
    ["words", page(zlibSync(Buffer.from(words)), "/Filter /FlateDecode"), []],
    ["a filter named elsewhere", page(large, "/Filter 5 0 R"), ["too-large"]],
    ["a filter's name with a sign of its own", page(large, "/Filter /#46lateDecode"), ["too-large"]],
    ["digits before the filter", page(hexadecimal(large), "/Filter [/ASCIIHexDecode /FlateDecode]"), ["too-large"]],
    ["digits between two filters", page(zlibSync(hexadecimal(large)), "/Filter [/Fl /AHx /Fl]"), ["too-large"]],
    ["orders of a page", page(zlibSync(Buffer.from("q Q ".repeat(5_000_001))), "/Filter /Fl"), ["too-large"]],
    ["two filters", page(zlibSync(large), "/Filter [/FlateDecode /FlateDecode]"), ["too-large"]],
    ["runs", page(zlibSync(new Uint8Array(2_000_000)), "/Filter [/FlateDecode /RunLengthDecode]"), ["too-large"]],
    ["what is called a picture", page(large, "/Subtype /Image /Filter /FlateDecode"), ["no-text-layer"]],
  ])(
    "A page of %s ends well.",
    async (_, bytes, codes) => {
      expect((await readPdf(bytes, "a.pdf")).issues.map(({ code }) => code)).toEqual(codes);
    },
    20_000,
  );

  test("Nothing makes it throw.", async () => {
    const cutAndFlipped = fc
      .tuple(fc.constantFrom("interview.pdf", "two-columns.pdf"), fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 5 }))
      .map(([name, from, to, put]) => {
        const bytes = [...load(name)];
        const start = from % bytes.length;
        bytes.splice(start, to % 40, ...put);
        return Uint8Array.from(bytes);
      });
    const noise = fc.uint8Array({ maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(cutAndFlipped, noise), async (bytes) => {
        const { drafts, issues } = await readPdf(bytes, "a.pdf");
        expect(drafts.length + issues.length).toBeGreaterThan(0);
      }),
      { seed: 3, numRuns: 60 },
    );
  }, 60_000);
});
