import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { byteText } from "../text/byte-text";
import { dumpReading } from "./dump.fixture";
import { lostWords } from "./nothing-lost.fixture";
import type { Reading } from "./reading";
import { looksLikeRtf, parseRtf } from "./rtf";

const folder = new URL("../../fixtures/transcripts/rtf/", import.meta.url);
const golden = new URL("../../fixtures/transcripts/golden/", import.meta.url);
const load = (name: string): string => byteText(readFileSync(new URL(name, folder)));
const read = (text: string): Reading => parseRtf(toSource("a.rtf", text));
const words = (text: string): string[] => read(text).drafts.flatMap(({ turns }) => turns.map((turn) => turn.words));

describe("parseRtf", () => {
  test.each(readdirSync(folder))("reads %s", async (name) => {
    const text = load(name);
    expect(looksLikeRtf(text)).toBe(true);
    await expect(dumpReading(parseRtf(toSource(name, text)))).toMatchFileSnapshot(
      new URL(`rtf-${name}.txt`, golden).pathname,
    );
  });

  test.each([
    ["the fallback of \\uN is passed over once", String.raw`\uc1 f\u252\'fchl \u252\'fc\'fc`, "fühl üü"],
    [
      "it can be a plain character, and the blank behind the number goes",
      String.raw`f\u252 ?hl f\u252?hl`,
      "fühl fühl",
    ],
    ["it can be several bytes", String.raw`{\uc2 \u20320\'c4\'e3\u22909\'ba\'c3}`, "你好"],
    ["it can be none", String.raw`\uc0 f\u252 hl \u8230 \'85`, "fühl ……"],
    ["\\uc ends with its group", String.raw`{\uc0 \u228 a}\u228?b`, "äaäb"],
    ["it ends where a group does", String.raw`{\u228}b\u228 {b}`, "äbäb"],
    ["a word for a character is one too", String.raw`don\u8217\rquote t`, "don’t"],
    ["a paragraph is never passed over", String.raw`a\u228\line b`, "aä\nb"],
    ["characters beyond the first plane are two \\u", String.raw`\u-10179\'3f\u-8690\'3f!`, "😎!"],
    ["half a character is a replacement character", String.raw`a\u-10179?b`, "a�b"],
    ["bytes are of the file's code page", String.raw`{\rtf1\ansicpg1250 \'9a\'e8}`, "šč"],
    ["without one they are Windows-1252", String.raw`\'93a\'94 \'80`, "“a” €"],
    ["\\mac names Mac Roman", String.raw`\mac \'8e`, "é"],
    ["a font's own character set goes first", String.raw`{\fonttbl{\f3\fcharset204 A;}}{\f3 \'ff}\'ff`, "яÿ"],
    ["line breaks of the file mean nothing", "one\ntwo\r\n three", "onetwo three"],
    ["binary data is passed over", String.raw`a\bin4 }{\}b`, "ab"],
    ["unknown destinations are left out", String.raw`a{\*\xyz b{c}}d`, "ad"],
    ["unknown control words mean nothing", String.raw`a\xyz12 b`, "ab"],
    ["combining marks are composed", String.raw`e\u769?`, "é"],
  ])("%s", (_, body, expected) => {
    expect(words(body.startsWith("{\\rtf") ? body : String.raw`{\rtf1\ansi ${body}}`).join("\n")).toBe(expected);
  });

  test("A letter the file's code page lacks is a problem with its place, and a decoder can be given that has it.", () => {
    const text = load("japanese.rtf");
    expect(parseRtf(toSource("a.rtf", text)).issues.map(({ code, place }) => [code, place?.line])).toEqual([
      ["wrong-encoding", 2],
    ]);
    const decode = (_: number, bytes: readonly number[]): string =>
      new TextDecoder("shift_jis").decode(Uint8Array.from(bytes));
    const { drafts, issues } = parseRtf(toSource("a.rtf", text), decode);
    expect(issues).toEqual([]);
    expect(drafts[0]?.turns.map((turn) => turn.words)).toEqual(["ソア", "庭です", "ok", "ok"]);
  });

  test("Every word that can be seen is kept.", () => {
    const visible = `Garden study, interview 4 Page 1 Interview with a gardener held in the greenhouse
      Interviewer How did you come to gardening, Zoë? Zoë My grandmother’s plot — she gave it to me. Café next door…
      Interviewer And what do you grow She laughs. ? Zoë Beans and peas. Číža is my neighbour, and € 5 é is all I pay.
      Check the sum. Interviewer Danke schön the allotment page says the same Zoë Nods It does now. A 50\\50 thing,
      co op eration. Box beside the text`.replace("co op eration", "co\u2011operation");
    const reading = parseRtf(toSource("word.rtf", load("word.rtf")));
    expect(lostWords(visible, reading)).toEqual([]);
    expect(lostWords("nobody never why hidden program Symbol", reading)).toHaveLength(6);
  });
});

describe("parseRtf and hostile files", () => {
  test("A million open groups, and a file that ends in the middle, are one problem.", () => {
    expect(read(`{\\rtf1 ${"{".repeat(1e6)}`).issues.map(({ code }) => code)).toEqual([
      "broken-file",
      "transcript-without-turn",
    ]);
    expect(read(`{\\rtf1 I: a\\par P: b\\par I: c\\par P: d${"}".repeat(1e6)}`).drafts[0]?.turns).toHaveLength(4);
  });

  test("Millions of open groups, and more of anything than a document may have, are too much and not cut off.", () => {
    const issuesOf = (text: string): string[] => read(text).issues.map(({ message }) => message);
    expect(issuesOf(`{\\rtf1 ${"{".repeat(2_100_000)}`)).toEqual([
      "The file has more than 2000000 groups within each other; no transcript has.",
    ]);
    expect(issuesOf(`{\\rtf1 ${"a\\par ".repeat(400_010)}`)).toEqual([
      "The file has more than 400000 paragraphs; no transcript has.",
    ]);
  });

  test("Words that are bold and not in turn are all read.", () => {
    const turns = words(`{\\rtf1 I: ${"\\b a\\b0 c".repeat(20_000)}\\par P: b\\par I: c\\par P: d\\par}`);
    expect(turns).toEqual(["ac".repeat(20_000), "b", "c", "d"]);
  });

  test("Nothing makes it throw.", () => {
    const pieces = fc.constantFrom(
      ..."{ } \\ \\par \\u \\u-5 \\uc9 \\u99999 \\' \\'9 \\'zz \\bin9 \\bin-3 \\* \\cell \\row \\intbl \\f99 \\ud \\upr".split(
        " ",
      ),
      ..."{\\header {\\footnote {\\fonttbl \\fcharset128 \\'83 \n a I: \u00ff \u4e00 \ud800".split(" "),
    );
    const soup = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));
    const cutAndFlipped = fc
      .tuple(fc.constantFrom(...readdirSync(folder)), fc.nat(), fc.nat(), fc.string({ unit: "binary", maxLength: 5 }))
      .map(([name, from, to, put]) => {
        const text = load(name);
        const [start = 0, end = 0] = [from % text.length, to % text.length].sort((a, b) => a - b);
        return text.slice(0, start) + put + text.slice(end);
      });
    fc.assert(
      fc.property(fc.oneof(soup, cutAndFlipped, fc.string({ unit: "binary" })), (text) => {
        const { drafts } = read(text);
        for (const { turns } of drafts) for (const turn of turns) expect(turn.words.isWellFormed()).toBe(true);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
