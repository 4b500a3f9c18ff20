import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { dumpReading } from "../transcripts/dump.fixture";
import { lostWords } from "../transcripts/nothing-lost.fixture";
import { looksLikeDocx, readDocx } from "./docx";
import { neverThrows } from "./never-throws.fixture";
import { looksLikeOdt } from "./odt";
import { bold, docx, paragraph, run, table, zipOf } from "./office-file.fixture";

const golden = new URL("../../fixtures/transcripts/golden/", import.meta.url);

const footnotes =
  '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>' +
  `<w:footnote w:id="2">${paragraph("A kind of bean.")}</w:footnote>`;
const comments = `<w:comment w:id="5" w:author="Ira">${paragraph("Check the year.")}${paragraph("And the place.")}</w:comment>`;
const styles =
  '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>' +
  '<w:style w:styleId="Sub"><w:name w:val="My part"/><w:basedOn w:val="berschrift1"/></w:style>' +
  '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>' +
  '<w:style w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>' +
  '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>';

const files: Readonly<Record<string, () => Uint8Array>> = {
  "bold-labels": () =>
    docx(
      paragraph("Walk round the pond", "Titel") +
        paragraph(bold("Nora") + run(" What do you see?")) +
        paragraph(bold("Pi") + bold("et  ") + run("Ducks. ") + bold("Many") + run(" ducks.")) +
        paragraph("And a swan.") +
        paragraph(run("Nora", '<w:rStyle w:val="Strong"/>') + run(" Where?")) +
        paragraph(bold("Not said:") + run(" this is an aside in a turn.")) +
        paragraph(bold("Piet") + run(" There.")),
      { styles },
    ),
  "label-above": () =>
    docx(
      paragraph(bold("Interviewer:")) +
        paragraph("How long have you been here?") +
        paragraph(bold("P01:")) +
        paragraph("Ten years.") +
        paragraph("No, eleven.") +
        paragraph(bold("Interviewer:")) +
        paragraph("I see."),
    ),
  "names-above": () =>
    docx(
      ["Teo", "Where were you?", "Amaia", "At the market.", "Teo", "I see.", "Amaia", "Yes."]
        .map((each) => paragraph(each))
        .join(""),
    ),
  teams: () =>
    docx(
      paragraph("Garden meeting-20240503") +
        paragraph("May 3, 2024, 9:00AM") +
        paragraph(`${bold("Ruth Abara")}${run("   0:03\nGood morning.\nShall we?")}`) +
        paragraph(`${bold("Ilse")}${run("   0:09\nYes.\nRuth Abara   0:12\nThen let us begin.")}`) +
        paragraph(`${bold("Ilse")}${run("   1:02:03\nDone.")}`),
    ),
  "teams-cues": () =>
    docx(
      paragraph(run("0:0:3.120 --> 0:0:5.40\nRuth Abara\nGood morning.")) +
        paragraph(run("0:0:6.90 --> 0:0:6.500\nIlse\nYes. At 10:30: tea.")) +
        paragraph(run("0:0:7.0 --> 0:0:9.250\nIlse\nThen let us begin.")) +
        paragraph(run("0:1:2.80 --> 0:1:4.990\nRuth Abara\nMhm.")),
      { header: paragraph("Garden study") },
    ),
  "teams-cues-in-paragraphs": () =>
    docx(
      paragraph("Garden meeting", "Titel") +
        [
          ...["0:0:3.120 --> 0:0:5.40", "Ruth Abara", "Good morning.", "Shall we?", "0:0:6.90 --> 0:0:6.500", "Ilse"],
          ...["Yes.", "0:0:7.0 --> 0:0:9.250", "Ilse", "Then let us begin."],
        ]
          .map((each) => paragraph(each))
          .join(""),
      { styles },
    ),
  "glued-times": () =>
    docx(
      paragraph(run("Interviewer0:03\nHow was it?\nP70:15\nFine.\nInterviewer3:30\nAnd now?")) +
        paragraph(run("P73:37\nBetter. At 10:30 we left.\nP712:01\nWe came back.")) +
        paragraph(`${bold("P11")}${run("12:40")}${run("\nIt was late.")}`),
    ),
  "glued-times-known": () =>
    docx(
      paragraph(run("Interviewer 0:03\nHow was it?\nP7 0:15\nFine.\nInterviewer2:30\nAnd now?\nP72:50\nBetter.")) +
        paragraph(run("P712:55\nWe came back.")),
    ),
  "word-transcribe": () =>
    docx(
      paragraph("Audio file", "berschrift1") +
        paragraph("garden walk.m4a") +
        paragraph("Transcript", "berschrift1") +
        paragraph("00:00:04 Speaker 1") +
        paragraph("So where do we start?") +
        paragraph("00:00:09 Speaker 2") +
        paragraph("At the gate. It opens at 10:30.") +
        paragraph("Or later.") +
        paragraph("01:00:02 Speaker 1") +
        paragraph("Good."),
      { styles },
    ),
  "table-three-columns": () =>
    docx(
      paragraph("Interview 4") +
        table([
          ["Nr.", "Sprecher", "Text"],
          ["1", "I", "Wie war die Ernte?"],
          ["2", "B4", "Gut.\nSehr gut."],
          ["3", "", "Und viel."],
          ["4", "I:", ""],
        ]),
    ),
  "table-two-columns": () =>
    docx(
      paragraph("Notes: table made by hand") +
        table([
          ["I", "How was the harvest?"],
          ["K02", "Better than last year."],
          ["I", "Why?"],
          ["K02", "Rain."],
        ]) +
        paragraph("End of the recording"),
    ),
  "several-interviews": () =>
    docx(
      paragraph("Allotment study", "Titel") +
        paragraph("All names are invented.") +
        paragraph(bold("104")) +
        paragraph("{000}: What do you grow?") +
        paragraph("{104}: Beans.") +
        paragraph("Water", "Sub") +
        paragraph("{104}: It never rains.") +
        paragraph(bold("105")) +
        paragraph("{000}: What do you grow?") +
        paragraph("{105}: Nothing yet.") +
        paragraph(bold("106")),
      { styles },
    ),
  "left-out": () =>
    docx(
      paragraph(
        run("I: What do you ") +
          '<w:del w:id="1" w:author="Ira"><w:r><w:delText xml:space="preserve">want to </w:delText></w:r></w:del>' +
          `<w:ins w:id="2">${run("really ")}</w:ins>` +
          run("grow?") +
          '<w:commentRangeStart w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>',
      ) +
        `<w:p><w:pPr><w:rPr><w:b/><w:del w:id="3"/></w:rPr></w:pPr>${run("K02: Beans")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>` +
        paragraph(" and peas.") +
        paragraph(
          `${run("I: So")}${run(" secret", "<w:vanish/>")}${run(" it is.", '<w:rPrChange w:id="9"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}<w:moveFrom>${run(" Moved away.")}</w:moveFrom>`,
        ) +
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" +
        paragraph("Beside the text") +
        "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" +
        paragraph("Beside the text") +
        `</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${run("K02: Yes. ")}<w:moveTo>${run("Moved here.")}</w:moveTo></w:p>` +
        `<w:p>${run("I: See ")}<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK secret</w:instrText></w:r>${run("our page")}</w:p>`,
      { footnotes, comments, header: paragraph("Garden study"), footer: paragraph("Page 1") },
    ),
};

describe("readDocx", () => {
  test.each(Object.keys(files))("reads %s", async (name) => {
    const bytes = files[name]?.() ?? new Uint8Array();
    expect(looksLikeDocx(bytes)).toBe(true);
    expect(looksLikeOdt(bytes)).toBe(false);
    const reading = await readDocx(bytes, `${name}.docx`);
    await expect(dumpReading(reading)).toMatchFileSnapshot(new URL(`docx-${name}.txt`, golden).pathname);
  });

  test("Every word that can be seen is kept, and no other.", async () => {
    const reading = await readDocx(files["left-out"]?.() ?? new Uint8Array(), "a.docx");
    const visible = `I What do you really grow? Check the year. And the place. K02 Beans and peas. A kind of bean. I So it
      is. Beside the text K02 Yes. Moved here. I See our page Garden study Page 1 Ira`;
    expect(lostWords(visible, reading)).toEqual([]);
    expect(lostWords("HYPERLINK line", reading)).toEqual(["HYPERLINK", "line"]);
  });

  test("The prefix of Word's tags may be another one, and the main part may have another name.", async () => {
    const space = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    const bytes = zipOf({
      "_rels/.rels":
        '<Relationships><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>',
      "word/document2.xml": `<ns0:document xmlns:ns0="${space}"><ns0:p><ns0:r><ns0:t>I: How?</ns0:t></ns0:r></ns0:p><ns0:p><ns0:r><ns0:t>P1: Well.</ns0:t></ns0:r></ns0:p></ns0:document>`,
    });
    const { drafts } = await readDocx(bytes, "a.docx");
    expect(drafts[0]?.turns.map(({ label, words }) => [label, words])).toEqual([
      ["I", "How?"],
      ["P1", "Well."],
    ]);
  });
});

describe("readDocx and broken or hostile files", () => {
  const codes = async (bytes: Uint8Array): Promise<string[]> =>
    (await readDocx(bytes, "a.docx")).issues.map(({ code }) => code);
  const say = paragraph("I: How?") + paragraph("P1: Well.");

  test("A file that is no zip archive, cut off, or no Word document is an issue.", async () => {
    expect(await codes(new Uint8Array())).toEqual(["broken-file"]);
    expect(await codes(docx(say).slice(0, 500))).toEqual(["broken-file"]);
    expect(await codes(zipOf({ "xl/workbook.xml": "<workbook/>" }))).toEqual(["broken-file"]);
    expect(await codes(docx(""))).toEqual(["transcript-without-turn"]);
  });

  test("Broken XML is an issue, and the rest is read.", async () => {
    const { drafts, issues } = await readDocx(docx(`${say}</w:p><w:p `), "a.docx");
    expect(drafts[0]?.turns).toHaveLength(2);
    expect(issues.map(({ code }) => code)).toEqual(["broken-file"]);
  });

  test("A password is told.", async () => {
    const bytes = docx(say);
    // The flag of encryption, in the directory at the end.
    for (let at = 0; at < bytes.length - 4; at++) {
      if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1) bytes[at + 8] = 1;
    }
    expect(await codes(bytes)).toContain("unreadable-file");
  });

  test("A zip bomb is an issue, whatever size it says it has.", async () => {
    const bomb = docx(`${say}${" ".repeat(40_000_000)}`);
    expect(bomb.length).toBeLessThan(500_000);
    expect(await codes(bomb)).toEqual(["too-large"]);
    for (let at = 0; at < bomb.length - 4; at++) {
      if (bomb[at] === 0x50 && bomb[at + 1] === 0x4b && bomb[at + 2] === 1) bomb.set([10, 0, 0, 0], at + 24);
    }
    expect(await codes(bomb)).toEqual(["too-large"]);
  }, 20_000);

  test("Half a million paragraphs are too many.", async () => {
    expect(await codes(docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(410_000)))).toEqual(["too-large"]);
  }, 20_000);

  test("Entities are not expanded, and a million open tags are an issue.", async () => {
    const entities = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;
    const bytes = zipOf({
      "word/document.xml": `${entities}<w:document><w:p><w:r><w:t>I: &b;</w:t></w:r></w:p></w:document>`,
    });
    expect((await readDocx(bytes, "a.docx")).drafts[0]?.turns[0]?.words).toBe("&b;");
    expect(await codes(docx("<w:sdt>".repeat(1e6)))).toEqual(["broken-file", "transcript-without-turn"]);
  }, 20_000);

  test("Nothing makes it throw.", async () => {
    const tags = "p r t tbl tr tc del ins pPr rPr b txbxContent footnoteReference moveFrom br sdt".split(" ");
    await neverThrows({
      read: (bytes) => readDocx(bytes, "a.docx"),
      sample: files["left-out"]?.() ?? new Uint8Array(),
      wrap: (body) => docx(body, { footnotes }),
      tags: tags.map((tag) => `w:${tag}`),
      attributes: 'w:id="2" w:val="0"',
      words: ["I: a", "Ana", "0:03", " ", "\n"],
      seed: 3,
    });
  }, 30_000);
});

test("Another document that this one shows whole is read in its place; one that cannot be read is a warning.", async () => {
  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const chunk = (id: string): string => `<w:altChunk r:id="${id}"/>`;
  const relation = (id: string, target: string): string =>
    `<Relationship Id="${id}" Type="${R}/aFChunk" Target="${target}"/>`;
  const bytes = zipOf({
    "_rels/.rels": `<Relationships><Relationship Id="a" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${paragraph("I: How was it?")}${["c1", "c2", "c3", "c4", "c5", "c4"].map(chunk).join("")}${paragraph("I: Thank you.")}</w:body></w:document>`,
    "word/_rels/document.xml.rels": `<Relationships>${relation("c1", "one.htm")}${relation("c2", "two.rtf")}${relation("c3", "three.txt")}${relation("c4", "four.odd")}${relation("c5", "five.mht")}</Relationships>`,
    "word/one.htm": "<html><body><p>P: Fine.<p>I: And then?</body></html>",
    "word/two.rtf": "{\\rtf1 P: It rained.\\par I: Oh.}",
    "word/three.txt": "P: Yes.\n\nP: A lot.\n",
    "word/four.odd": "MIME-Version: 1.0\n\nP: Never read.",
    "word/five.mht":
      'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>I: A caf=C3=A9 or=\r\n two?</body></html>\r\n--x--',
  });
  const { drafts, issues } = await readDocx(bytes, "a.docx");
  expect(drafts[0]?.turns.map(({ label, words, line }) => `${label}: ${words} ${line}`)).toEqual([
    "I: How was it? null",
    "P: Fine. null",
    "I: And then? null",
    "P: It rained. null",
    "I: Oh. null",
    "P: Yes. null",
    "P: A lot. null",
    "I: A café or two? null",
    "I: Thank you. null",
  ]);
  expect(drafts[0]?.remainder).toEqual(["Document that was not read: word/four.odd (33 bytes)"]);
  expect(issues.map(({ code, message }) => [code, message])).toEqual([
    ["words-in-no-turn", 'The document shows another one here ("word/four.odd"), whose words are in no turn.'],
  ]);
});

describe("A Word document in a Word document", () => {
  /** A document of these words, which shows another one behind them. */
  const holding = (words: string, inner: Uint8Array | null): Uint8Array => {
    const relation = `<Relationship Id="c" Type="x/aFChunk" Target="inner.docx"/>`;
    const body = paragraph(words) + (inner === null ? "" : '<w:altChunk r:id="c"/>');
    const text = unzipSync(docx(body));
    return zipSync({
      ...text,
      "word/_rels/document.xml.rels": strToU8(`<Relationships>${relation}</Relationships>`),
      ...(inner === null ? {} : { "word/inner.docx": inner }),
    });
  };

  test("is read in its place, three of them deep; what is deeper is told", async () => {
    let bytes = holding("P: Five.", null);
    for (const words of ["I: Four?", "P: Three.", "I: Two?", "P: One."]) bytes = holding(words, bytes);
    const { drafts, issues } = await readDocx(bytes, "a.docx");
    expect(drafts[0]?.turns.map(({ label, words }) => `${label}: ${words}`)).toEqual([
      ...["P: One.", "I: Two?", "P: Three.", "I: Four?"],
    ]);
    expect(drafts[0]?.remainder).toEqual([
      expect.stringMatching(/^Document that was not read: word\/inner\.docx \(\d+ bytes\)$/),
    ]);
    expect(issues.map(({ code }) => code)).toEqual(["words-in-no-turn"]);
  });

  test("has no more room to unzip than the whole file", async () => {
    const bomb = holding("", zipSync({ "word/document.xml": strToU8(" ".repeat(30_000_000)) }, { level: 9 }));
    expect((await readDocx(bomb, "a.docx")).issues.map(({ code }) => code)).toContain("too-large");
  });

  test("and a part that is referred to many times are read once", async () => {
    const relation = '<Relationship Type="x/header" Target="h.xml"/>'.repeat(30_000);
    const bytes = zipSync({
      ...unzipSync(docx(paragraph("I: Well?"))),
      "word/_rels/document.xml.rels": strToU8(`<Relationships>${relation}</Relationships>`),
      "word/h.xml": strToU8(`<w:hdr>${paragraph("Page one").repeat(500)}</w:hdr>`),
    });
    const { drafts, issues } = await readDocx(bytes, "a.docx");
    expect([drafts[0]?.remainder, issues]).toEqual([["Header: Page one"], []]);
  });
});
