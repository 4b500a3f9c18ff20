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
