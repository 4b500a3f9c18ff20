import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { dumpReading } from "./dump.fixture";
import { looksLikeHtml, parseHtml } from "./html";
import { declaredCharset } from "./html-charset";
import { lostWords } from "./nothing-lost.fixture";
import type { Reading } from "./reading";

const folder = new URL("../../fixtures/transcripts/html/", import.meta.url);
const golden = new URL("../../fixtures/transcripts/golden/", import.meta.url);
const load = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const read = (text: string): Reading => parseHtml(toSource("a.html", text));
const turns = (text: string): string[] =>
  read(text).drafts.flatMap((draft) => draft.turns.map(({ label, words }) => `${label}|${words}`));

describe("parseHtml", () => {
  test.each(readdirSync(folder))("reads %s", async (name) => {
    const text = load(name);
    expect(looksLikeHtml(text)).toBe(true);
    await expect(dumpReading(parseHtml(toSource(name, text)))).toMatchFileSnapshot(
      new URL(`html-${name}.txt`, golden).pathname,
    );
  });

  test.each([
    ["a tag that never closes", "<p>I: How?<p>P: Well.<p>I: And?", ["I|How?", "P|Well.", "I|And?"]],
    ["tags that close in the wrong order", "<b><p>I:</b> How?</p><i><b>P:</i> Well.</b>", ["I|How?", "P|Well."]],
    ["lines that tags break", "I: How?<br>P: Well.<BR/>I: And?", ["I|How?", "P|Well.", "I|And?"]],
    ["preformatted text", "<pre>I: How?\nP: Well.  Yes.\n</pre>", ["I|How?", "P|Well.  Yes."]],
    ["characters of Windows-1252 by number", "<p>I: &#147;How&#148;&#133;<p>P: &#x80; 5", ["I|“How”…", "P|€ 5"]],
    ["entities that are none", "<p>I: AT&T &nosuch; &amp;lt;<p>P: Ok.", ["I|AT&T &nosuch; &lt;", "P|Ok."]],
    ["a comment with tags in it", "<p>I: a<!-- <p>P: b --> c<p>P: d", ["I|a c", "P|d"]],
    ["a script within a sentence", "<p>I: a<script>'<p>P: b'</script> c<p>P: d", ["I|a c", "P|d"]],
    [
      "a table with a column for each speaker",
      `<table><tr><th>Time<th>Interviewer<th>Ana<tr><td>0:05<td>How was it?<td><tr><td>0:09<td><td>It was fine.
       <tr><td>0:14<td>And now?<td><tr><td>0:20<td><td>Fine too.</table>`,
      ["Interviewer|How was it?", "Ana|It was fine.", "Interviewer|And now?", "Ana|Fine too."],
    ],
    [
      "bold words by a tag's own style",
      `<p><span style="color:red; font-weight: 700">Ana</span> Well.<p><span style='font-weight:bold'>Ben</span> So?
       <p><font style="FONT-WEIGHT:BOLDER">Ana</font> Yes.<p><span style="font-weight:600">Ben</span> Why?`,
      ["Ana|Well.", "Ben|So?", "Ana|Yes.", "Ben|Why?"],
    ],
    [
      "bold words by the page's styles, of which the last one counts",
      `<style>p { margin: 0 } .c1, span.c2{color:red;font-weight:700} .c3{font-weight:bold} .c3{font-weight:400}</style>
       <p><span class="c9 c1">Ana</span> <span class=c3>Well.</span><p><span class='c2'>Ben</span> So?
       <p><span class=c1>Ana</span> Yes.<p><span class="c2">Ben</span> <span class="c3">Why?</span>`,
      ["Ana|Well.", "Ben|So?", "Ana|Yes.", "Ben|Why?"],
    ],
    ["blanks between tags", "<p>I:<span> How </span> <b> so</b>?<p>P: Well.", ["I|How so?", "P|Well."]],
    [
      "a page laid out by a table",
      "<table><tr><td><p>I: How?<p>P: Well.<p>I: So.</table>",
      ["I|How?", "P|Well.", "I|So."],
    ],
    [
      "a table without header",
      "<table><tr><td>Ana<td>How was it?<tr><td>Leo<td>It was fine.<tr><td>Ana<td>I see.</table>",
      ["Ana|How was it?", "Leo|It was fine.", "Ana|I see."],
    ],
  ])("%s", (_, html, expected) => {
    expect(turns(html)).toEqual(expected);
  });

  test("The line of a turn is that of its first words, or of its label.", () => {
    const html = "<html>\n<body>\n<p>\n\n  I: How?\n</p><p>P:\nWell.\n<p>I: So.<br>\nP: Yes.<pre>\nI: a\n\nP: b</pre>";
    expect(read(html).drafts[0]?.turns.map(({ line }) => line)).toEqual([5, 6, 8, 9, 10, 12]);
  });

  test("A table that is no conversation is read cell by cell.", () => {
    const html = "<p>I: How many?<p>P: Look.<table><tr><td>Beans<td>12<tr><td>Peas<td>7</table><p>I: Thanks.";
    expect(turns(html)).toEqual(["I|How many?", "P|Look.\n\nBeans\n\n12\n\nPeas\n\n7", "I|Thanks."]);
  });

  test("Every word that can be seen is kept.", () => {
    for (const name of readdirSync(folder)) {
      const html = load(name);
      const visible = html
        .replace(/<(script|style|noscript)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[/!]?[a-z][^>]*>/gi, " ")
        .replace(/&eacute;/g, "é")
        .replace(/&#?\w+;/g, " ")
        .replace(/\b\d{1,2}(:\d{2})+\b/g, " ");
      expect([name, lostWords(visible, read(html))]).toEqual([name, []]);
    }
  });

  test("A script that never closes is told, and what stands above it is read.", () => {
    const { drafts, issues } = read("<p>I: How?<p>P: Well.<script>var a = 1; <p>I: And?");
    expect(drafts[0]?.turns).toHaveLength(2);
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ["broken-file", 'The page does not close "<script>": what follows it is not shown, and is not read.'],
    ]);
  });

  test("A page without words has no turn, and says so.", () => {
    expect(read("<html><body></body></html>").issues.map(({ code }) => code)).toEqual(["transcript-without-turn"]);
  });
});

describe("looksLikeHtml", () => {
  test.each([
    ["<!doctype HTML>\n<p>", true],
    ["\n <!-- x --><HTML>", true],
    ['<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', true],
    ["<p>Hello", true],
    ["", false],
    ["I: Hello", false],
    ["<?xml", false],
    ["<!-- never closed", false],
    ["<tt xmlns='http://www.w3.org/ns/ttml'>", false],
    ["<page>", false],
    ["<Trans>", false],
    ["<v Ana> Hello", false],
  ])("%j: %s", (text, expected) => {
    expect(looksLikeHtml(text)).toBe(expected);
  });
});

describe("declaredCharset", () => {
  test.each([
    ['<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">', "windows-1252"],
    ["<meta charset='UTF-8'>", "utf-8"],
    ["<html><meta charset=iso-8859-1 />", "iso-8859-1"],
    ['<?xml version="1.0" encoding="ISO-8859-15"?><html>', "iso-8859-15"],
    ["<p>charset=windows-1252</p>", null],
    ["", null],
  ])("%s", (html, expected) => {
    expect(declaredCharset(new TextEncoder().encode(html))).toBe(expected);
  });

  test("It is sought at the beginning of the page only, and quickly.", () => {
    expect(declaredCharset(new TextEncoder().encode(`${" ".repeat(5000)}<meta charset=utf-8>`))).toBeNull();
    expect(declaredCharset(new TextEncoder().encode("<meta ".repeat(10_000)))).toBeNull();
  });
});

describe("parseHtml and hostile pages", () => {
  test.each([
    ["a million open tags", "<div>".repeat(1e6)],
    ["a million bold tags", `${"<b>".repeat(1e6)}I: a`],
    ["a million tables in tables", "<table><tr><td>".repeat(4e5)],
    ["a tag with a million attributes", `<p ${Array.from({ length: 1e6 }, (_, n) => `a${n}`).join(" ")}>`],
    ["a million rows", `<table>${"<tr><td>A<td>b".repeat(4e5)}`],
    ["a long line", `<p>${"word ".repeat(2e6)}`],
    ["a long word", `<p>${"x".repeat(1e7)}`],
    ["a million line breaks", `<p>${"<b>a</b><br>".repeat(3e5)}`],
    ["a million asides", "<nav>a</nav>".repeat(3e5)],
    ["a million bare names", "<p>Ana<p>Leo".repeat(2e5)],
    ["nothing but ampersands", "&".repeat(3e6)],
    ["nothing but brackets", "<".repeat(3e6)],
  ])(
    "%s is read in a moment.",
    (_, html) => {
      const { drafts, issues } = read(html);
      expect(drafts.length + issues.length).toBeGreaterThan(0);
    },
    20_000,
  );

  test("Nothing makes it throw.", () => {
    const pieces = fc.constantFrom(
      ..."<p> </p> <b> </b> <table> <tr> <td> </table> <nav> </nav> <del> </del> <br> <pre> <script> </script> <title> <h1> </h1> <!-- --> <![CDATA[ <plaintext> <svg> & &# < > I: Ana 0:03".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 8 }))), (parts) => {
        expect(read(parts.join("")).drafts.length).toBeGreaterThan(0);
      }),
      { seed: 1, numRuns: 500 },
    );
    const page = load("modern-table.html");
    fc.assert(
      fc.property(fc.nat(page.length), fc.nat(40), fc.string(), (at, length, inserted) => {
        expect(read(page.slice(0, at) + inserted + page.slice(at + length)).drafts.length).toBeGreaterThan(0);
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});
