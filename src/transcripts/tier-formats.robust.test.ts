import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { canonicalText } from "../text/canonical";
import { parseChat } from "./chat";
import { parseElan } from "./elan";
import { lostWords } from "./nothing-lost.fixture";
import type { Reading } from "./reading";
import { parseRock } from "./rock";
import { parseTextGrid } from "./textgrid";
import { parseTranscriber } from "./transcriber";

const parsers = {
  chat: parseChat,
  elan: parseElan,
  textgrid: parseTextGrid,
  transcriber: parseTranscriber,
  rock: parseRock,
};
const names = ["chat", "elan", "textgrid", "transcriber", "rock"] as const;
type Format = (typeof names)[number];

const folder = new URL("../../fixtures/transcripts/", import.meta.url);
const fixtures = (format: Format): string[] =>
  readdirSync(new URL(format, folder)).map((file) =>
    canonicalText(readFileSync(new URL(`${format}/${file}`, folder), "utf8")),
  );

/** What is wrong with a reading; plain tests, since there may be a million turns. */
function check(reading: Reading): void {
  const wrong = reading.drafts
    .flatMap((draft) => draft.turns)
    .find(({ words, label, time, line }) => {
      const [start, end] = time ?? [0, null];
      const timed = start >= 0 && (end === null || end >= start);
      return (
        words === "" || words !== words.trim() || typeof label !== "string" || !timed || (line !== null && line < 1)
      );
    });
  expect(wrong).toBeUndefined();
}

/** A text with some of its stretches cut, doubled, moved or overwritten. */
const spoilt = (texts: readonly string[], parts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(), fc.nat(60), fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 8 }))), {
        maxLength: 6,
      }),
    )
    .map(([text, changes]) => {
      let made = text;
      for (const [place, length, insert] of changes) {
        const at = made.length === 0 ? 0 : place % made.length;
        made = made.slice(0, at) + insert + made.slice(at + length);
      }
      return made;
    });

const BULLET = String.fromCharCode(21);
const FONT = String.fromCharCode(2);

const PARTS: Record<Format, string[]> = {
  chat: ["\n*A:\t", "\n@ID:\t|", "\u0015", "1_2", "\n\t", "•", "\n%x", "@Participants:\t,", "\n"],
  elan: ["<TIER>", "</TIER>", "<![CDATA[", "]]>", "<!--", '"', ">", "<", "&#0;", 'TIME_VALUE="-1"', "\n"],
  textgrid: ['"', '""', "1e999", "-3", '"IntervalTier"', '"TextTier"', "!", "\n", "NaN"],
  transcriber: ["<Turn>", "</Turn>", '<Who nb="9"/>', "<Sync/>", '<Turn speaker="spk1 spk2">', "<", ">", "'"],
  rock: ["---", "\n---\n", "[[", "]]", "[[cid=x]]", "codes:", "\n- a: {", "#", "\nA: x\n", "[[[["],
};

describe.each(names)("%s", (format) => {
  const parse = (text: string): Reading => parsers[format](toSource(`file.${format}`, text));

  test("Spoilt files give a reading, and never anything else", () => {
    const made = spoilt(fixtures(format), PARTS[format]);
    fc.assert(
      fc.property(made, (text) => check(parse(canonicalText(text)))),
      { seed: 3, numRuns: 400 },
    );
  });

  test("Random texts give a reading, and never anything else", () => {
    const unit = fc.oneof(fc.constantFrom(...PARTS[format]), fc.string({ unit: "binary", maxLength: 5 }));
    const made = fc.array(unit, { maxLength: 60 }).map((parts) => canonicalText(parts.join("")));
    fc.assert(
      fc.property(made, (text) => check(parse(text))),
      { seed: 5, numRuns: 400 },
    );
  });

  // Each would take hours, or all the memory, if any step grew with the square of its input.
  test.each([
    ["one line", "x ".repeat(1_000_000)],
    ["empty lines", "\n".repeat(2_000_000)],
    ["brackets", "[[".repeat(1_000_000)],
    ["tags", "<a>".repeat(700_000)],
    ["closing tags", "<a><b><c>".repeat(60) + "</x>".repeat(500_000)],
    ["declarations", "<!x>".repeat(500_000)],
    ["document types", "<!DOCTYPE ".repeat(200_000)],
    ["quotes", `"a" `.repeat(500_000)],
    ["numbers", "1 ".repeat(1_000_000)],
    ["bullets", "*A:\t\u0015a\u0015".repeat(300_000)],
    ["continuations", "*A:\tx\n\tx".repeat(300_000)],
    ["speakers", `@Participants:\t${Array.from({ length: 100_000 }, (_, index) => `S${index} Adult`).join(",")}`],
    [
      "tiers",
      `<ANNOTATION_DOCUMENT>${'<TIER TIER_ID="a">'.repeat(20)}${'<TIER TIER_ID="b"><ANNOTATION><ALIGNABLE_ANNOTATION><ANNOTATION_VALUE>x</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>'.repeat(20_000)}`,
    ],
    ["voices", `<Turn speaker="${"a ".repeat(100_000)}">${'<Who nb="7"/>x<Sync time="1"/>'.repeat(50_000)}</Turn>`],
    ["fragments", "---\ncodes:\n  - a\n---\nx\n".repeat(100_000)],
    ["lone delimiters", "---\nx\n".repeat(300_000)],
    ["deep YAML", `---\nROCK_attributes:\n  - ${"[".repeat(200_000)}\n---\nx`],
    ["cases", Array.from({ length: 20_000 }, (_, index) => `[[cid=p${index}]]\nA: yes\n\nB: no\n`).join("\n")],
  ])(
    "A file of nothing but %s is read within seconds",
    (_what, text) => {
      check(parse(text));
    },
    20_000,
  );
});

describe("Nothing is lost", () => {
  const lost = (format: Format, visible: (text: string) => string): string[][] =>
    fixtures(format)
      .filter((text) => !/<!ENTITY|ends in the middle|the file ends|"Where did you hear ""no""\?\s*$/.test(text))
      .map((text) => lostWords(visible(text), parsers[format](toSource(`${format}.x`, text))));
  const expectNone = (each: string[][]): void => {
    expect(each.flat()).toEqual([]);
    expect(each.length).toBeGreaterThan(0);
  };

  test("of a CHAT file but headers that are no facts, times and font marks", () => {
    const bullets = new RegExp(`${BULLET}[^${BULLET}\\n]*\\d+_\\d+${BULLET}|•\\d+_\\d+•`, "g");
    const headers = /^@(?:UTF8|Begin|End|ID|Participants|.* of \w+).*|^@[^:\n]*:|^\*\w+:[\t ]*$/gm;
    const fonts = new RegExp(`${FONT}.`, "gs");
    expectNone(
      lost("chat", (text) => text.replace(/\n\t/g, " ").replace(bullets, " ").replace(fonts, "").replace(headers, "")),
    );
  });

  test("of the annotations of an ELAN file that another parser finds", () => {
    expectNone(
      lost("elan", (text) => {
        const found: string[] = [];
        const walk = (node: unknown, name: string): void => {
          if (Array.isArray(node)) for (const each of node) walk(each, name);
          else if (typeof node === "object" && node !== null)
            for (const [key, each] of Object.entries(node)) walk(each, key);
          else if (name === "ANNOTATION_VALUE" || name === "cdata" || name === "@_TIER_ID" || name === "@_PARTICIPANT")
            found.push(String(node));
        };
        walk(
          new XMLParser({
            ignoreAttributes: false,
            parseTagValue: false,
            htmlEntities: true,
            cdataPropName: "cdata",
          }).parse(text),
          "",
        );
        const seen = new Set<string>();
        // A tier's name counts once, as the name of a speaker.
        return found.filter((each) => !(/^C\d/.test(each) || seen.has(each)) && seen.add(each)).join("\n");
      }),
    );
  });

  test("of a TextGrid's texts", () => {
    expectNone(
      lost("textgrid", (text) => {
        const strings = [
          ...text
            .replace(/^File type.*\nObject class.*/, "")
            .replace(/! all on few.*$/gm, "")
            .matchAll(/"((?:[^"]|"")*)"/g),
        ];
        return strings
          .map(([, value]) => value)
          .filter((value) => !/^(?:IntervalTier|TextTier|Speaker|empty)$/.test(value ?? ""))
          .filter((value) => !/words$/.test(value ?? ""))
          .join("\n");
      }),
    );
  });

  test("of the words and comments of a Transcriber file", () => {
    expectNone(
      lost("transcriber", (text) =>
        text
          .replace(/<(?:Event|Comment)[^>]*desc="([^"]*)"[^>]*>/g, " $1 ")
          .replace(/<[^>]*>/g, " ")
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">"),
      ),
    );
  });

  test("of a ROCK source but its utterance ids, section breaks and delimiters", () => {
    expectNone(
      lost("rock", (text) =>
        text
          .replace(/\[\[uid=[^\]]*\]\]/g, "")
          .replace(/^---.*---$/gm, "")
          .replace(/\[\[(?:cid|caseId|coderId)=([^\]]*)\]\]/g, "")
          .replace(/\b(?:ROCK_attributes|caseId|cid)\b:?/g, "")
          .replace(/caseId: (\d)/g, "$1"),
      ),
    );
  });
});
