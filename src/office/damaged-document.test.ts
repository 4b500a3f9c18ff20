import { readFileSync } from "node:fs";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { damagedDocument } from "./damaged-document";
import { zipOf } from "./office-file.fixture";
import { parseTranscriptBytes } from "./parse-transcript-bytes";

const load = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/transcripts/${path}`, import.meta.url)));
const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>speaker</t></is></c></row></sheetData></worksheet>`;
const xlsx = zipOf({ "xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": sheet });

describe("a document that was cut off", () => {
  const cut = (bytes: Uint8Array, least: number): fc.Arbitrary<Uint8Array> =>
    fc.integer({ min: least, max: bytes.length - 1 }).map((length) => bytes.slice(0, length));

  test.each([
    ["docx/libreoffice.docx", load("docx/libreoffice.docx"), 4],
    ["odt/libreoffice.odt", load("odt/libreoffice.odt"), 4],
    ["a workbook", xlsx, 4],
    // The last byte is the line's end behind the mark of the end.
    ["pdf/interview.pdf", load("pdf/interview.pdf").slice(0, -1), 5],
  ])("%s is told as cut off wherever that is", async (_, bytes, least) => {
    await fc.assert(
      fc.asyncProperty(cut(bytes, least), async (part) => {
        const { issues } = await parseTranscriptBytes(part, { file: "a" });
        expect(issues.map(({ code }) => code)).toContain("broken-file");
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test.each(["bold.doc", "left-out.doc", "table.doc"])("%s is told as cut off, or has all its words", async (name) => {
    const bytes = load(`doc/${name}`);
    const whole = await parseTranscriptBytes(bytes, { file: "a" });
    expect(whole.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    let told = 0;
    await fc.assert(
      fc.asyncProperty(cut(bytes, 8), async (part) => {
        const { issues, transcripts } = await parseTranscriptBytes(part, { file: "a" });
        if (issues.some(({ code }) => code === "broken-file")) told++;
        else expect(transcripts).toEqual(whole.transcripts);
      }),
      { seed: 7, numRuns: 60 },
    );
    expect(told).toBeGreaterThan(55);
  });

  test("a PDF that was changed later, and cut off there, is not read as it was before", async () => {
    const bytes = load("pdf/interview.pdf");
    const later = new Uint8Array([...bytes, ...strToU8("20 0 obj\n<< /Type /Catalog >>\nendobj\n")]);
    const { issues, transcripts } = await parseTranscriptBytes(later, { file: "a.pdf" });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([
      {
        code: "broken-file",
        severity: "error",
        message: "This PDF ends before it is complete.",
        hint: "What could be read was read. Open the file in a PDF viewer and save it again.",
        place: { file: "a.pdf" },
      },
    ]);
    expect(transcripts).toHaveLength(1);
    // What a server or a scanner writes behind the end is no part of the PDF.
    const padded = new Uint8Array([...bytes, ...new Uint8Array(5000), ...strToU8("<!-- sent -->")]);
    expect((await parseTranscriptBytes(padded, { file: "a.pdf" })).issues).toEqual(
      (await parseTranscriptBytes(bytes, { file: "a.pdf" })).issues,
    );
  });
});

describe("damagedDocument", () => {
  const half = (bytes: Uint8Array): Uint8Array => bytes.slice(0, bytes.length / 2);
  const told = (bytes: Uint8Array): string => {
    const { code, message, hint } = damagedDocument("a", bytes) ?? {};
    return `${code}: ${message} / ${hint}`;
  };

  test.each([
    [
      "Word",
      half(load("docx/libreoffice.docx")),
      "broken-file: This file of Word is cut off or damaged. / Copy or download it again. If Word still opens it, save it there under a new name.",
    ],
    [
      "Excel",
      half(xlsx),
      "broken-file: This file of Excel is cut off or damaged. / Copy or download it again. If Excel still opens it, save it there under a new name.",
    ],
    [
      "an archive",
      Uint8Array.from([0x50, 0x4b, 3, 4]),
      "broken-file: This archive is cut off or damaged. / Copy or download it again. If the program it is from still opens it, save it there under a new name.",
    ],
    [
      "an old Word",
      half(load("doc/bold.doc")),
      "broken-file: This file of Word or Excel (.doc, .xls) is cut off or damaged. / Copy or download it again. If Word still opens it, save it there under a new name.",
    ],
  ])("names the program: %s", (_, bytes, message) => expect(told(bytes)).toBe(message));

  test("says nothing of what is whole", () => {
    expect(damagedDocument("a", zipSync({ "ppt/presentation.xml": strToU8("<a/>") }))).toBeNull();
    expect(damagedDocument("a", load("doc/bold.doc"))).toBeNull();
    expect(damagedDocument("a", strToU8("I: Well?"))).toBeNull();
  });
});
