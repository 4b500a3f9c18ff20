import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { dumpReading } from "../transcripts/dump.fixture";
import { lostWords } from "../transcripts/nothing-lost.fixture";
import { looksLikeXlsx, readXlsx } from "./xlsx";

const golden = new URL("../../fixtures/transcripts/golden/", import.meta.url);
type Cell = string | number | boolean | null;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const cellXml = (value: Cell, at: string): string => {
  if (value === null) return "";
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
};
const sheetXml = (rows: readonly (readonly Cell[])[]): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map((row, y) => {
      const cells = row.map((value, x) => cellXml(value, `${String.fromCharCode(65 + x)}${y + 1}`)).join("");
      return `<row r="${y + 1}">${cells}</row>`;
    })
    .join("")}</sheetData></worksheet>`;

/** A workbook of these sheets, with nothing in it that is not needed. */
function workbook(sheets: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(sheets);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const listed = names
    .map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`)
    .join("");
  const linked = names.map(
    (_, i) => `<Relationship Id="r${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${relations}">${linked.join("")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"/>`,
  };
  Object.values(sheets).forEach((xml, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = xml;
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

const turns = sheetXml([
  ["Garden study"],
  [],
  ["Speaker", "Start", "Text", "Site"],
  ["Interviewer", 3, "So, how was it?", "North"],
  ["K02", 9.5, 'Fine.\nQuite <fine> & "good".', "North"],
]);
const survey = sheetXml([
  ["Participant", "Age", "Member", "What would you change, and why?"],
  [1, 34, true, "The gate: nobody has a key to it."],
  [2, null, false, "Nothing, it is good as it is."],
]);
const numbers = sheetXml([
  ["Month", "Beans"],
  ["May", 12],
]);

describe("readXlsx", () => {
  test.each([
    ["turns", { Sheet1: turns }],
    ["survey", { Answers: survey }],
    ["several", { Talk: turns, Answers: survey, Harvest: numbers }],
    ["numbers", { Harvest: numbers }],
  ])("reads a workbook of %s", async (name, sheets: Record<string, string>) => {
    const bytes = workbook(sheets);
    expect(looksLikeXlsx(bytes)).toBe(true);
    await expect(dumpReading(await readXlsx(bytes, `${name}.csv`))).toMatchFileSnapshot(
      new URL(`xlsx-${name}.txt`, golden).pathname,
    );
  });

  test("Every word is kept, also of sheets without a transcript.", async () => {
    const visible = `Garden study Interviewer So, how was it? K02 Fine. Quite <fine> & "good". North Participant Age 34 Member
      What would you change, and why? 1 The gate: nobody has a key to it. 2 Nothing, it is good as it is. Harvest Month Beans
      May 12`;
    const reading = await readXlsx(workbook({ Talk: turns, Answers: survey, Harvest: numbers }), "a.xlsx");
    expect(lostWords(visible, reading)).toEqual([]);
  });

  test.each([
    ["no workbook", new Uint8Array([0x50, 0x4b, 3, 4]), "broken-file"],
    ["one that is cut", workbook({ A: turns }).slice(0, 900), "broken-file"],
    ["one without sheets", zipSync({ "xl/workbook.xml": strToU8("<workbook>") }), "broken-file"],
    ["an empty one", workbook({ A: sheetXml([]) }), "empty-file"],
    [
      "a cell at the far end",
      workbook({
        A: turns.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
      }),
      "too-large",
    ],
    ...[
      ["small letters", '<row r="1"><c r="xfd1048576"/></row>'],
      ["single quotation marks", "<row r='1'><c r='XFD1048576'/></row>"],
      ["an exponent", '<row r="1e9"><c r="A1"/></row>'],
      ["no end", '<row r="Infinity"/>'],
      ["an entity", '<row r="1"><c r="&#88;FD1048576"/></row>'],
      ["a prefix, far behind other attributes", `<x:row><x:c q=">"${" ".repeat(3000)}r = "ZZZZ99999"/></x:row>`],
    ].map(([how, cell]): [string, Uint8Array, string] => [
      `a cell far out, written with ${how}`,
      workbook({ A: `<worksheet><sheetData>${cell}</sheetData></worksheet>` }),
      "too-large",
    ]),
    [
      "cells far out in each of three sheets",
      workbook(
        Object.fromEntries(
          ["A", "B", "C"].map((name) => [
            name,
            sheetXml([]).replace("<sheetData>", '<sheetData><row r="1000000"><c r="B1000000"/></row>'),
          ]),
        ),
      ),
      "too-large",
    ],
    [
      "rows without end",
      workbook({ A: `<worksheet><sheetData>${"<row/>".repeat(1_048_577)}</sheetData>` }),
      "too-large",
    ],
    [
      "more sheets than can be read",
      workbook(Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`S${index}`, turns]))),
      "too-large",
    ],
    ["a zip bomb", workbook({ A: `<worksheet>${" ".repeat(110_000_000)}</worksheet>` }), "too-large"],
  ])(
    "%s is a problem",
    async (_, bytes, code) => {
      expect((await readXlsx(bytes, "a.xlsx")).issues.map((each) => each.code)).toEqual([code]);
    },
    60_000,
  );

  test("Rows are counted with the columns that are there: a long table is read, and so is a cell far to the right.", async () => {
    const cell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = Array.from({ length: 8000 }, (_, index) => {
      const said = index === 0 ? ["speaker", "text"] : [index % 2 === 1 ? "I" : "Ana", `Words ${index}.`];
      return `<row r="${index + 1}">${cell(`A${index + 1}`, said[0] ?? "")}${cell(`B${index + 1}`, said[1] ?? "")}</row>`;
    });
    const long = await readXlsx(
      workbook({ A: `<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>` }),
      "a.xlsx",
    );
    expect([long.drafts[0]?.turns.length, long.drafts[0]?.turns.at(-1)?.words, long.issues]).toEqual([
      7999,
      "Words 7999.",
      [],
    ]);
    const wide = `${rows.slice(0, 9).join("")}<row r="10"><c r="XFD10" s="0"/></row>`;
    const read = await readXlsx(workbook({ A: `<worksheet><sheetData>${wide}</sheetData></worksheet>` }), "a.xlsx");
    expect([read.drafts[0]?.turns.length, read.issues]).toEqual([8, []]);
  });

  test.each([
    ["cells", (xml: string) => xml.replace(/<c r="[^"]*"/g, "<c")],
    ["rows and cells", (xml: string) => xml.replace(/<(c|row) r='?"?[^"' ]*["']/g, "<$1")],
    ["the cells but one", (xml: string) => xml.replace(/<c r="(?!B3)[^"]*"/g, "<c")],
    [
      "cells in a name space",
      (xml: string) =>
        xml
          .replace(/<c r="[^"]*"/g, "<c")
          .replace(/<(\/?)(?=[a-z])/g, "<$1x:")
          .replace("xmlns=", "xmlns:x="),
    ],
  ])("A workbook whose %s do not say where they stand is read as one whose cells do.", async (_, without) => {
    const full = await readXlsx(workbook({ Talk: turns }), "a.xlsx");
    expect(full.drafts[0]?.turns.map(({ label, words }) => [label, words])).toEqual([
      ["Interviewer", "So, how was it?"],
      ["K02", 'Fine.\nQuite <fine> & "good".'],
    ]);
    const bytes = workbook({ Talk: without(turns) });
    const copy = bytes.slice();
    expect(await readXlsx(bytes, "a.xlsx")).toEqual(full);
    expect(bytes).toEqual(copy);
  });

  test("Cells that do not say where they stand are counted too.", async () => {
    const cells = `<row>${"<c/>".repeat(5200)}</row>${"<row><c/></row>".repeat(1000)}`;
    const bytes = workbook({ A: `<worksheet><sheetData>${cells}</sheetData></worksheet>` });
    expect((await readXlsx(bytes, "a.xlsx")).issues).toEqual([
      {
        code: "too-large",
        severity: "error",
        message: "The sheets of this workbook have more cells than can be read.",
        hint: "Copy the columns of the transcript into a workbook of their own.",
        place: { file: "a.xlsx" },
      },
    ]);
  });

  test("Nothing makes it throw.", async () => {
    const whole = [...workbook({ Talk: turns, Answers: survey })];
    const damaged = fc
      .tuple(fc.nat(whole.length), fc.nat(30), fc.uint8Array({ maxLength: 5 }))
      .map(([at, size, put]) => {
        const bytes = [...whole];
        bytes.splice(at, size, ...put);
        return Uint8Array.from(bytes);
      });
    const text = fc.constantFrom(
      "<",
      ">",
      '<c r="A1">',
      "</row>",
      "<v>1</v>",
      '<row r="0">',
      't="s"',
      "&#x0;",
      "&e;",
      "\0",
    );
    const xml = fc.array(text, { maxLength: 20 }).map((parts) => workbook({ A: `<worksheet>${parts.join("")}` }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, xml), async (bytes) => {
        const { drafts, issues } = await readXlsx(bytes, "a.xlsx");
        expect(drafts.length + issues.length).toBeGreaterThan(0);
      }),
      { seed: 3, numRuns: 150 },
    );
  }, 60_000);
});
