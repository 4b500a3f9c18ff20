import { readdirSync, readFileSync } from "node:fs";
import { zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readPdf } from "./pdf";
import { unrolledIn } from "./pdf-numbers";

// interview.pdf, encrypted by qpdf 11.3: "owner" with a password of the owner alone, "user" with one to open it as well.
const locked = new URL("../../fixtures/transcripts/pdf-locked/", import.meta.url);
const plain = new URL("../../fixtures/transcripts/pdf/interview.pdf", import.meta.url);

describe("encrypted PDFs", () => {
  test.each(readdirSync(locked).filter((name) => name.includes("owner")))(
    "%s is read without asking, as it is without encryption",
    async (name) => {
      const [read, expected] = await Promise.all(
        [new URL(name, locked), plain].map((url) => readPdf(new Uint8Array(readFileSync(url)), "a.pdf")),
      );
      expect(expected?.drafts[0]?.turns.length).toBe(4);
      expect(read).toEqual(expected);
    },
  );

  test.each(readdirSync(locked).filter((name) => name.includes("user")))(
    "%s says that it needs a password",
    async (name) => {
      expect(await readPdf(new Uint8Array(readFileSync(new URL(name, locked))), "a.pdf")).toEqual({
        drafts: [],
        issues: [
          {
            code: "unreadable-file",
            severity: "error",
            message: "This PDF is protected by a password.",
            hint: "Open it with the password and save or print it as a PDF without, or copy its text into a text file.",
            place: { file: "a.pdf" },
          },
        ],
      });
    },
  );
});

describe("hostile PDFs", () => {
  const words = "BT /F1 12 Tf 10 700 Td (I: Well?) Tj ET\n";
  const font = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
  /** A PDF of these objects after the catalogue; pages are the object 2, one page is 3 and its orders are 4. */
  const pdf = (pages: string, others: Readonly<Record<number, string>> = {}, contents = "4 0 R"): Uint8Array => {
    const objects: Readonly<Record<number, string>> = {
      1: "<< /Type /Catalog /Pages 2 0 R >>",
      2: pages,
      3: `<< /Type /Page /Parent 2 0 R /Contents ${contents} /MediaBox [0 0 600 800] /Resources << /Font ${font} >> >>`,
      4: `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
      ...others,
    };
    let text = "%PDF-1.4\n";
    const places = Object.entries(objects).map(([number, object]) => {
      const place = text.length;
      text += `${number} 0 obj\n${object}\nendobj\n`;
      return `${number} 1\n${String(place).padStart(10, "0")} 00000 n \n`;
    });
    const table = `xref\n0 1\n0000000000 65535 f \n${places.join("")}`;
    const end = `trailer << /Size 40 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
    return Uint8Array.from(Buffer.from(`${text}${table}${end}`, "latin1"));
  };
  const halves = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => {
      const kid = index < 19 ? `${11 + index} 0 R` : "3 0 R";
      return [10 + index, `<< /Type /Pages /Kids [${kid} ${kid}] /Count ${2 ** (20 - index)} >>`];
    }),
  );
  const many = words.repeat(1000);
  const map = (ranges: string): string => {
    const zipped = Buffer.from(zlibSync(Buffer.from(`begincmap 9 beginbfrange ${ranges} endbfrange`))).toString(
      "latin1",
    );
    return `<< /Length ${zipped.length} /Filter /FlateDecode >>\nstream\n${zipped}\nendstream`;
  };

  test.each<[string, Uint8Array, string[]]>([
    ["an ordinary page", pdf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), []],
    [
      "one page a hundred thousand times",
      pdf(`<< /Type /Pages /Kids [${"3 0 R ".repeat(100_000)}] /Count 100000 >>`),
      ["too-large"],
    ],
    [
      "a tree of a million pages",
      pdf("<< /Type /Pages /Kids [10 0 R 10 0 R] /Count 2097152 >>", halves),
      ["too-large"],
    ],
    ["a tree that leads into itself", pdf("<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 100 >>"), ["broken-file"]],
    ["a parent of itself", pdf("<< /Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1 >>"), []],
    ["a number of pages that is not there", pdf("<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"), []],
    [
      "a stretch that is shown six hundred times",
      pdf(
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        { 4: `<< /Length ${many.length} >>\nstream\n${many}\nendstream` },
        `[${"4 0 R ".repeat(600)}]`,
      ),
      ["too-large"],
    ],
    [
      "ranges of letters without end",
      pdf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", { 5: map("<0000> <ffff> <0041> ".repeat(100)) }),
      ["too-large"],
    ],
    [
      "a width for a billion letters",
      pdf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", { 5: "<< /W [0 1000000000 500] >>" }),
      ["too-large"],
    ],
    [
      "the word stream, a hundred thousand times",
      Buffer.from(`%PDF-1.4\n${"stream endstream\n".repeat(100_000)}%%EOF`),
      ["broken-file"],
    ],
  ])(
    "%s ends well",
    async (_, bytes, codes) => {
      const { issues } = await readPdf(bytes, "a.pdf");
      expect(issues.map(({ code }) => code)).toEqual(codes);
    },
    60_000,
  );

  test.each([
    ["<0000> <ffff> <0041>", 65_535],
    ["<00> <05> [<0041> <0042>] <0006><0008>12", 7],
    ["<0041> <0042> endbfchar", 0],
    ["/W [0 [500 600] 10 20 500]", 0],
    ["/W [0 1000000 500]", Number.POSITIVE_INFINITY],
    ["5 0 obj\n[0 123456789 500]", Number.POSITIVE_INFINITY],
    ["/ByteRange [0 1234567 1300000 500]", 0],
  ])("%s is unrolled to %d", (text, entries) => {
    expect(unrolledIn(text)).toBe(entries);
  });
});
