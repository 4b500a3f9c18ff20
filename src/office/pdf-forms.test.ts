import { createHash } from "node:crypto";
import { zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readPdf } from "./pdf";
import { reckonPages } from "./pdf-forms";

type Objects = Readonly<Record<number, string>>;

const WORDS = "BT /F1 12 Tf 10 700 Td (I: Well?) Tj ET\n";
const FONT = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
const PADDING = "28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A";

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const stream = (contents: string, dictionary = ""): string =>
  `<< /Length ${contents.length} ${dictionary} >>\nstream\n${contents}\nendstream`;
const zipped = (contents: string): string => stream(latin(zlibSync(Buffer.from(contents))), "/Filter /FlateDecode");
const xObjects = (shown: Readonly<Record<string, number>>): string => {
  const named = Object.entries(shown).map(([name, number]) => `/${name} ${number} 0 R`);
  return `/Resources << ${FONT} /XObject << ${named.join(" ")} >> >>`;
};
const form = (contents: string, shown: Readonly<Record<string, number>> = {}): string =>
  stream(contents, `/Type /XObject /Subtype /Form /BBox [0 0 600 800] ${xObjects(shown)}`);

/** A PDF of one page with these contents, which shows these forms, and of these objects from 10 on. */
const pdf = (contents: string, shown: Readonly<Record<string, number>>, others: Objects, trailer = ""): Uint8Array => {
  const objects: Objects = {
    1: "<< /Type /Catalog /Pages 2 0 R >>",
    2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 600 800] ${xObjects(shown)} >>`,
    4: contents,
    ...others,
  };
  let text = "%PDF-1.4\n";
  const places = Object.entries(objects).map(([number, object]) => {
    const place = text.length;
    text += `${number} 0 obj\n${object}\nendobj\n`;
    return `${number} 1\n${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 1\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer << /Size 900 /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(`${text}${table}${end}`, "latin1"));
};

/** Forms from 10 on, each of which shows the next in this way; the last has words. */
const chain = (deep: number, shows: (next: number) => string): Objects =>
  Object.fromEntries(
    Array.from({ length: deep }, (_, nth) => [10 + nth, nth + 1 < deep ? shows(11 + nth) : form(WORDS)]),
  );
const twice = (next: number): string => form("/A Do /A Do", { A: next });
const page = stream("/A Do");

const rc4 = (key: Uint8Array, data: Uint8Array): Uint8Array => {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(i, j);
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
  });
};
const md5 = (...parts: Uint8Array[]): Uint8Array => createHash("md5").update(Buffer.concat(parts)).digest();

/** A PDF whose page has these contents, encrypted with a password of the owner alone (RC4 of 40 bits). */
const encrypted = (contents: Uint8Array, dictionary: string): Uint8Array => {
  const padding = Buffer.from(PADDING, "hex");
  const key = md5(padding, padding, Uint8Array.from([0xfc, 0xff, 0xff, 0xff]), padding).subarray(0, 5);
  const user = Buffer.from(rc4(key, padding)).toString("hex");
  const locked = rc4(md5(key, Uint8Array.from([4, 0, 0, 0, 0])).subarray(0, 10), contents);
  const trailer = `/ID [<${PADDING}> <${PADDING}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${PADDING}> /U <${user}> >>`;
  return pdf(stream(latin(locked), dictionary), {}, {}, trailer);
};

const refused = {
  drafts: [],
  issues: [
    {
      code: "too-large",
      severity: "error",
      message: "This PDF has more pages or text than any transcript.",
      hint: "If this is a real transcript, open the PDF and save it again, or copy its text into a text file.",
      place: { file: "a.pdf" },
    },
  ],
};

describe("forms of a PDF", () => {
  test.each<[string, Uint8Array]>([
    ["shown twice each, thirty deep", pdf(page, { A: 10 }, chain(30, twice))],
    [
      "shown twice each under names with letters as numbers and comments",
      pdf(
        page,
        { A: 10 },
        chain(30, (next) => form("/#42 Do /B%\nDo", { B: next })),
      ),
    ],
    [
      "without words, two that show two",
      pdf(
        stream("/A Do /B Do"),
        { A: 10, B: 11 },
        Object.fromEntries(
          Array.from({ length: 60 }, (_, nth) => {
            const next = 12 + nth - (nth % 2);
            return [10 + nth, form("/A Do /B Do", { A: next, B: next + 1 })];
          }),
        ),
      ),
    ],
    [
      "in a circle, each of which shows all others",
      pdf(
        page,
        { A: 10 },
        Object.fromEntries(
          Array.from({ length: 12 }, (_, nth) => {
            const all = Object.fromEntries(Array.from({ length: 12 }, (_unused, other) => [`F${other}`, 10 + other]));
            const others = Object.keys(all).filter((name) => name !== `F${nth}`);
            return [10 + nth, form(`${WORDS}${others.map((name) => `/${name} Do`).join(" ")}`, all)];
          }),
        ),
      ),
    ],
    [
      "that take their resources from the page, their list of forms elsewhere",
      pdf(
        page,
        { A: 10 },
        {
          ...chain(30, (next) => stream("/A Do /A Do", `/Subtype /Form /Resources ${next + 100} 0 R`)),
          ...Object.fromEntries(
            Array.from({ length: 30 }, (_, nth) => [111 + nth, `<< ${FONT} /XObject << /A ${11 + nth} 0 R >> >>`]),
          ),
        },
      ),
    ],
    [
      "a page that shows its contents a thousand times",
      pdf(`[${"5 0 R ".repeat(1001)}]`, {}, { 5: zipped("q Q\n".repeat(25_000)) }),
    ],
  ])("%s are too large before anything is shown", async (_, bytes) => {
    expect(await readPdf(bytes, "a.pdf")).toEqual(refused);
  });

  test.each<[string, Uint8Array]>([
    ["shown twice each, four deep", pdf(page, { A: 10 }, chain(4, twice))],
    ["shown five hundred times", pdf(stream("/A Do ".repeat(500)), { A: 10 }, { 10: form(WORDS) })],
    ["that show themselves", pdf(page, { A: 10 }, { 10: form(`${WORDS}/A Do`, { A: 10 }) })],
    [
      "without words, shown a hundred thousand times",
      pdf(stream(`${WORDS}${"/A Do ".repeat(100_000)}`), { A: 10 }, { 10: form("q Q") }),
    ],
    ["in a file that was changed", pdf(page, { A: 10 }, { 10: form(`${WORDS}10 0 obj << >> endobj`) })],
  ])("%s are read", async (_, bytes) => {
    const { drafts, issues } = await readPdf(bytes, "a.pdf");
    expect(issues).toEqual([]);
    expect(drafts[0]?.turns[0]?.words).toMatch(/^Well\?/);
  });

  test("What pages show is certain unless two objects have one number.", () => {
    const reckoned = { isTooMuch: false, isCertain: true, canCopy: true };
    expect(reckonPages(pdf(page, { A: 10 }, chain(4, twice)), false)).toEqual(reckoned);
    const changed = pdf(page, { A: 10 }, { 10: form(`${WORDS}10 0 obj << >> endobj`) });
    expect(reckonPages(changed, false)).toEqual({ ...reckoned, isCertain: false });
    expect(reckonPages(pdf(page, { A: 10 }, chain(4, twice)), true)).toEqual({ ...reckoned, isCertain: false });
  });

  test("Lists that stand a thousand deep in each other are too much.", () => {
    expect(reckonPages(Buffer.from(`5 0 obj ${"[".repeat(1000)}`), false)).toEqual({
      isTooMuch: true,
      isCertain: true,
      canCopy: false,
    });
  });
});

describe("encrypted PDFs that unpack to far more than any transcript", () => {
  test("the page is read where it does not", async () => {
    const { drafts, issues } = await readPdf(encrypted(zlibSync(Buffer.from(WORDS)), "/Filter /FlateDecode"), "a.pdf");
    expect(issues).toEqual([]);
    expect(drafts[0]?.turns.map(({ words }) => words)).toEqual(["Well?"]);
  });

  test("are too large before they are unpacked", async () => {
    const large = zlibSync(Buffer.concat([Buffer.from(WORDS), Buffer.alloc(60_000_000, " ")]), { level: 9 });
    expect(await readPdf(encrypted(large, "/Filter /FlateDecode"), "a.pdf")).toEqual(refused);
  });
});
