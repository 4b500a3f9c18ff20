import { describe, expect, test } from "vitest";
import { dumpReading } from "../transcripts/dump.fixture";
import { lostWords } from "../transcripts/nothing-lost.fixture";
import { looksLikeDocx } from "./docx";
import { neverThrows } from "./never-throws.fixture";
import { looksLikeOdt, readOdt } from "./odt";
import { docx, odt, paragraph, zipOf } from "./office-file.fixture";

const golden = new URL("../../fixtures/transcripts/golden/", import.meta.url);

const styles =
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>' +
  '<style:style style:name="T3" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>' +
  '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>';
const p = (content: string, style = "P9"): string => `<text:p text:style-name="${style}">${content}</text:p>`;
const span = (content: string, style = "T1"): string => `<text:span text:style-name="${style}">${content}</text:span>`;
const cell = (content: string): string => `<table:table-cell>${p(content)}</table:table-cell>`;
const row = (...cells: string[]): string => `<table:table-row>${cells.map(cell).join("")}</table:table-row>`;

const files: Readonly<Record<string, () => Uint8Array>> = {
  blanks: () =>
    odt(
      p("Visit to the mill", "P1") +
        p('INT<text:tab/>How   was\n    it?<text:s text:c="3"/>Well?') +
        p(
          `K02<text:tab/>${span(`It was ${span("very ", "T3")}${span(span("cold"))}`)}.<text:line-break/> Very<text:s/>cold.`,
        ) +
        p('<text:s text:c="4"/>INT<text:tab/>I&apos;d say &amp; think <text:soft-page-break/>so.') +
        p(`K02<text:tab/>Yes ${span(" or ")}\n no.`),
      styles,
    ),
  "bold-and-lists": () =>
    odt(
      `<text:list><text:list-item>${p(`${span("Nora")} What do you see?`)}</text:list-item><text:list-item>${p(
        `${span("Piet")} Ducks.`,
      )}<text:list><text:list-item>${p("And a swan.")}</text:list-item></text:list></text:list-item></text:list>` +
        `<text:h text:outline-level="2">Second part</text:h>${p(`${span("Nora")} There?`)}${p(`${span("Piet")} There.`)}`,
      styles,
    ),
  table: () =>
    odt(
      `<table:table><table:table-header-rows>${row("Time", "Speaker", "Text")}</table:table-header-rows>${row("0:03", "INT", "How?")}${row("0:09", "K02", "Well.")}</table:table>`,
    ),
  "left-out": () =>
    odt(
      "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ira</dc:creator></office:change-info>" +
        `${p("Never ever")}</text:deletion></text:changed-region></text:tracked-changes>` +
        p(
          "INT: What<office:annotation><dc:creator>Ira</dc:creator><dc:date>2024-05-03</dc:date><text:p>Check it.</text:p></office:annotation> is it<text:change/>?",
        ) +
        p(
          `K02: Beans<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p("A kind of bean.")}</text:note-body></text:note> and ${span("secret ", "T2")}peas.`,
        ) +
        p(
          `<draw:frame><draw:text-box>${p("Beside the text")}</draw:text-box><svg:desc>A pond</svg:desc></draw:frame>INT: Thanks.`,
        ),
      styles,
      `<style:master-page><style:header>${p("Garden study")}</style:header><style:footer>${p("Page 1")}</style:footer></style:master-page>`,
    ),
  "two-interviews": () =>
    odt(
      '<text:h text:outline-level="1">Interview 1</text:h>' +
        p("Interviewer: What do you grow?") +
        p("P01: Beans.") +
        '<text:h text:outline-level="1">Interview 2</text:h>' +
        p("Interviewer: And you?") +
        p("P02: Nothing yet."),
    ),
};

describe("readOdt", () => {
  test.each(Object.keys(files))("reads %s", async (name) => {
    const bytes = files[name]?.() ?? new Uint8Array();
    expect(looksLikeOdt(bytes)).toBe(true);
    expect(looksLikeDocx(bytes)).toBe(false);
    const reading = await readOdt(bytes, `${name}.odt`);
    await expect(dumpReading(reading)).toMatchFileSnapshot(new URL(`odt-${name}.txt`, golden).pathname);
  });

  test("Every word that can be seen is kept, and no other.", async () => {
    const reading = await readOdt(files["left-out"]?.() ?? new Uint8Array(), "a.odt");
    const visible = `INT What is it Check it Ira K02 Beans and peas A kind of bean Beside the text INT Thanks Garden study
      Page 1`;
    expect(lostWords(visible, reading)).toEqual([]);
    expect(lostWords("2024 pond", reading)).toEqual(["2024", "pond"]);
  });

  test("A sheet is no text, and a text that was zipped again is one.", () => {
    expect(looksLikeOdt(zipOf({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "" }))).toBe(
      false,
    );
    expect(looksLikeOdt(zipOf({ "content.xml": "<a/>", "META-INF/manifest.xml": "<a/>" }))).toBe(true);
    expect(looksLikeOdt(docx(paragraph("I: How?")))).toBe(false);
    expect(looksLikeOdt(new Uint8Array())).toBe(false);
  });
});

describe("readOdt and broken or hostile files", () => {
  const codes = async (bytes: Uint8Array): Promise<string[]> =>
    (await readOdt(bytes, "a.odt")).issues.map(({ code }) => code);
  const say = p("INT: How?") + p("K02: Well.");

  test("A file that is no zip archive, cut off, or no text is an issue.", async () => {
    expect(await codes(new Uint8Array())).toEqual(["broken-file"]);
    expect(await codes(odt(say).slice(0, 300))).toEqual(["broken-file"]);
    expect(await codes(zipOf({ mimetype: "x" }))).toEqual(["broken-file"]);
    expect(await codes(odt(""))).toEqual(["transcript-without-turn"]);
    expect(await codes(odt(`${say}<text:p><text:span>`))).toEqual(["broken-file"]);
  });

  test("A zip bomb, a billion blanks and a million open tags do no harm.", async () => {
    expect(await codes(odt(say + " ".repeat(40_000_000)))).toEqual(["too-large"]);
    expect(await codes(odt(say + p('<text:s text:c="1000000000"/>')))).toEqual([]);
    expect(await codes(odt("<text:span>".repeat(1e6)))).toEqual(["broken-file", "transcript-without-turn"]);
  }, 20_000);

  test("Nothing makes it throw.", async () => {
    await neverThrows({
      read: (bytes) => readOdt(bytes, "a.odt"),
      sample: files["left-out"]?.() ?? new Uint8Array(),
      wrap: (body) => odt(body),
      tags: [
        ..."text:p text:h text:span text:s text:note text:deletion office:annotation".split(" "),
        ..."table:table table:table-cell draw:text-box office:body".split(" "),
      ],
      attributes: 'text:c="-5" text:outline-level="x"',
      words: ["INT: a", "Ana", "0:03", " "],
      seed: 5,
    });
  }, 30_000);
});
