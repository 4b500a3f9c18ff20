import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { canonicalText } from "../text/canonical";
import { dumpReading } from "./dump.fixture";
import { hostileTexts } from "./hostile.fixture";
import { lostWords } from "./nothing-lost.fixture";
import type { Reading } from "./reading";
import { looksLikeSbv, looksLikeSrt, parseSbv, parseSrt } from "./subtitles";
import { looksLikeWebVtt, parseWebVtt } from "./webvtt";

const formats = {
  webvtt: { parse: parseWebVtt, looksLike: looksLikeWebVtt },
  srt: { parse: parseSrt, looksLike: looksLikeSrt },
  sbv: { parse: parseSbv, looksLike: looksLikeSbv },
} as const;
type Format = keyof typeof formats;

const folder = (name: string): URL => new URL(`../../fixtures/transcripts/${name}/`, import.meta.url);
const load = (format: Format, name: string): string =>
  canonicalText(readFileSync(new URL(name, folder(format)), "utf8"));
const samples = (Object.keys(formats) as Format[]).flatMap((format) =>
  readdirSync(folder(format)).map((name) => [format, name] as const),
);

/** The words a viewer or a reader of the file sees: all but times, numbers, signatures, styles and tags. */
function visible(text: string): string {
  return text
    .replace(/^(?:STYLE|REGION)\n(?:.+\n)*/gm, "")
    .replace(/^.+\n(?=\S+ --> )/gm, (line) => (/^(?:\d+|first|[\da-f-]+\/[\d-]+)\n$/.test(line) ? "" : line))
    .replace(/^\S+ *--> .*$|^[^ ,]+:[^ ,]+,[^ ,]+$/gm, "")
    .replace(/^WEBVTT|^NOTE(?: Speaker:)?|^\d$/gm, "")
    .replace(/<v\.\w+ |<v[. ]/g, " ")
    .replace(/<\/?(?:v|i|b|c|u|ruby|rt|lang|font)(?:[ .][\w #="-]*)?>|<[\d:.]+>/g, "")
    .replace(/\{\\an8\}|\[br\]/g, " ")
    .replace(/&(?:amp|lt|gt|apos|#233|#x1F600);/g, "'");
}

describe("subtitles", () => {
  test.each(samples)("reads %s/%s", async (format, name) => {
    const reading = formats[format].parse(toSource(name, load(format, name)));
    await expect(dumpReading(reading)).toMatchFileSnapshot(new URL(`${format}-${name}.txt`, folder("golden")).pathname);
  });

  // Rolling captions show a line again; its words are kept once.
  test.each(samples.filter(([, name]) => name !== "rolling.vtt"))("every word of %s/%s is kept", (format, name) => {
    const text = load(format, name);
    const reading = formats[format].parse(toSource(name, text));
    // A label that each subtitle repeats is kept once a turn.
    const labels = new Set(
      reading.drafts.flatMap((draft) => draft.turns.flatMap(({ label }) => label.split(/[^\p{L}\p{N}]+/u))),
    );
    expect(lostWords(visible(text), reading).filter((word) => !labels.has(word))).toEqual([]);
  });

  const looks = (text: string): Format[] =>
    (Object.keys(formats) as Format[]).filter((each) => formats[each].looksLike(text));
  test.each([
    ["teams.vtt", "webvtt", ["webvtt"]],
    ["no-cues.vtt", "webvtt", ["webvtt"]],
    ["headless.vtt", "webvtt", ["webvtt", "srt"]],
    ["no-subtitles.vtt", "webvtt", []],
    ["broadcast.srt", "srt", ["srt"]],
    ["unlabelled.srt", "srt", ["srt"]],
    ["labelled.sbv", "sbv", ["sbv"]],
  ] as const)("%s of %s looks like %j", (name, format, expected) => {
    expect(looks(load(format, name))).toEqual(expected);
  });

  test.each([
    "",
    "WEBVTTX\n\n00:01.000 --> 00:02.000",
    "P1: we met 00:00:01,000 --> 00:00:02,000",
    "1\nP1: Hello",
    "0:03, 0:04",
    "[00:00:01] P1: Hello",
    "12:30:00,12:45:00",
  ])("%j looks like none of them", (text) => {
    expect(looks(text)).toEqual([]);
  });
});

const turns = ({ drafts }: Reading): string[] =>
  drafts.flatMap((draft) => draft.turns.map(({ label, words }) => `${label}|${words}`));
const cue = (text: string): string[] =>
  turns(parseWebVtt(toSource("a.vtt", `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`)));
const srt = (...texts: string[]): string[] =>
  turns(
    parseSrt(
      toSource(
        "a.srt",
        texts.map((text, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${text}\n`).join("\n"),
      ),
    ),
  );

describe("the text of a subtitle", () => {
  test.each([
    ["<v.loud.first Anna  B.>x", ["Anna B.|x"]],
    ["<v Anna>x</v> y <i>z</i>", ["Anna|x", "|y z"]],
    ["<v.speaker2>x</v>", ["speaker2|x"]],
    ["<v\nAnna>x</v>", ["Anna|x"]],
    ["<v Anna>x <v Ben>y</v></v>", ["Anna|x", "Ben|y"]],
    ["caught <yeah> up <laughs loudly>", ["|caught <yeah> up <laughs loudly>"]],
    ["3 < 4 > 2 and <3", ["|3 < 4 > 2 and <3"]],
    ["<c.yellow.bg_blue>a</c><00:00:01.500><c> b</c>", ["|a b"]],
    ['<font color="red">a</font> <i>b</i><b>c</b>', ["|a bc"]],
    ["&lt;i&gt; &amp;amp; &nbsp;x &#128512;", ["|<i> &amp;  x 😀"]],
    ["&#xD800; &#1114112; &unknown; &", ["|&#xD800; &#1114112; &unknown; &"]],
    ["<v Anna", ["|<v Anna"]],
    ["<>a</>", ["|<>a</>"]],
  ])("%s", (text, expected) => {
    expect(cue(text)).toEqual(expected);
  });
});

describe("labels in subtitles", () => {
  test.each([
    [
      ["P1: a", "b", "P2: c", "P1: d", "P2: e"],
      ["P1|a b", "P2|c", "P1|d", "P2|e"],
    ],
    [
      ["I said: no", "you said: yes", "and so on"],
      ["|I said: no", "|you said: yes", "|and so on"],
    ],
    [
      ["Note: the door", "it is open", "it was: open"],
      ["|Note: the door", "|it is open", "|it was: open"],
    ],
    [
      ["The Chair: Order.", "We begin.", "The Chair: Order!", "Ms Low: I ask.", "The Chair: Order?"],
      ["The Chair|Order. We begin. Order!", "Ms Low|I ask.", "The Chair|Order?"],
    ],
    [
      ["[Tess]: a", "[Kirra]: b", "[laughs] c", "[Tess]: d", "[Kirra]: e"],
      ["Tess|a", "Kirra|b [laughs] c", "Tess|d", "Kirra|e"],
    ],
    [
      [">> Hello.", "All.", ">> TESS: Hi.", "You.", ">> Bye."],
      ["|Hello. All.", "TESS|Hi. You.", "|Bye."],
    ],
    [
      ["- Where?\n- Here.", "a\nb"],
      ["|- Where?\n- Here.", "|a b"],
    ],
    [
      ["We met at 10:30", "http://example.org", "12:15 was late"],
      ["|We met at 10:30", "|http://example.org", "|12:15 was late"],
    ],
    [
      ["Tess: a", "Kirra: b"],
      ["Tess|a", "Kirra|b"],
    ],
    [
      ["访谈者：你好", "受访者：您好", "访谈者：请坐"],
      ["访谈者|你好", "受访者|您好", "访谈者|请坐"],
    ],
    [
      [
        "Ada North (Eastwood and\nthe Isles) (Ind):\nMy question",
        "Ada North: Again.",
        "ada north is small",
        "Ms Low: a",
        "Ms Low: b",
        "Ms Low: c",
      ],
      ["Ada North (Eastwood and the Isles) (Ind)|My question", "Ada North|Again. ada north is small", "Ms Low|a b c"],
    ],
  ])("%j", (texts, expected) => {
    expect(srt(...texts)).toEqual(expected);
  });
});

describe("hostile subtitles", () => {
  const cues = 20_000;
  test.each([
    ["a line of 50 MB", `WEBVTT\n\n00:01.000 --> 00:02.000\n${"a b ".repeat(12_500_000)}`],
    ["a line of brackets", `WEBVTT\n\n00:01.000 --> 00:02.000\n${"<".repeat(5_000_000)}`],
    ["tags that never close", `WEBVTT\n\n00:01.000 --> 00:02.000\n${"<b>".repeat(1_000_000)}`],
    ["references that never end", `WEBVTT\n\n00:01.000 --> 00:02.000\n${"&#1".repeat(1_000_000)}`],
    ["arrows everywhere", "-->".repeat(2_000_000)],
    ["a file of line breaks", "\n".repeat(5_000_000)],
    ["a cue of many lines", `1\n00:00:01,000 --> 00:00:02,000\n${">> a\n".repeat(300_000)}`],
    ["a comment of many lines", `WEBVTT\n\nNOTE\n${"a\n".repeat(500_000)}`],
    ["a header of many lines", `WEBVTT\n${"Note: a\n".repeat(20_000)}`],
    ["a time line of 5 MB", `WEBVTT\n\n${" ".repeat(2_500_000)}00:01.000 -->${" ".repeat(2_500_000)}`],
    ["cues without a time", `WEBVTT\n\n00:01.000 --> 00:02.000\n${"\nP1: lost\n".repeat(cues)}`],
    [
      "a different label for each",
      Array.from({ length: cues }, (_, at) => `00:00:01,000 --> 00:00:02,000\nP${at}: a\n\n`).join(""),
    ],
  ])("%s is read in a moment", (_, text) => {
    for (const { parse } of Object.values(formats)) expect(parse(toSource("a.vtt", text)).drafts).toHaveLength(1);
  });

  test("A file that is broken everywhere has a hundred issues of a kind, and one that counts the others.", () => {
    const text = `WEBVTT\n\n${"00:01.000 --> never\na\n\n".repeat(250)}`;
    const { issues } = parseWebVtt(toSource("a.vtt", text));
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)?.message).toBe("There are 150 more problems of this kind in the file.");
  });

  test("Whatever the text, there is one draft, its turns have words, and each place is in the file.", () => {
    const texts = hostileTexts(samples.map(([format, name]) => load(format, name)));
    fc.assert(
      fc.property(texts, fc.constantFrom(...Object.values(formats)), (written, { parse, looksLike }) => {
        const text = canonicalText(written);
        looksLike(text);
        const { drafts, issues } = parse(toSource("a", text));
        expect(drafts).toHaveLength(1);
        for (const turn of drafts[0]?.turns ?? []) expect(turn.words).toBe(turn.words.trim());
        const lines = text.split("\n").length;
        for (const { place } of issues) expect(place?.line ?? 1).toBeLessThanOrEqual(lines);
      }),
      { seed: 20, numRuns: 1500 },
    );
  });
});
