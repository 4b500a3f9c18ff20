import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { canonicalText } from "../text/canonical";
import { dumpReading } from "./dump.fixture";
import { hostileTexts } from "./hostile.fixture";
import { lostWords } from "./nothing-lost.fixture";
import { looksLikeTtml, parseTtml } from "./ttml";
import { parseTtmlTime, ttmlRates } from "./ttml-times";

const folder = new URL("../../fixtures/transcripts/ttml/", import.meta.url);
const golden = new URL("../../fixtures/transcripts/golden/", import.meta.url);
const load = (name: string): string => canonicalText(readFileSync(new URL(name, folder), "utf8"));
const samples = readdirSync(folder);

describe("parseTtml", () => {
  test.each(samples)("reads %s", async (name) => {
    const text = load(name);
    expect(looksLikeTtml(text)).toBe(true);
    await expect(dumpReading(parseTtml(toSource(name, text)))).toMatchFileSnapshot(
      new URL(`ttml-${name}.txt`, golden).pathname,
    );
  });

  test.each(samples)("every word of %s is kept", (name) => {
    const text = load(name);
    const visible = text.replace(/<!DOCTYPE[^\]]*\]>|<!--.*?-->|<[^>]*>/g, " ").replace(/&(?:amp|lt|gt);/g, " ");
    const reading = parseTtml(toSource(name, text));
    const labels = new Set(reading.drafts.flatMap((draft) => draft.turns.flatMap(({ label }) => label.split(/[, ]+/))));
    expect(lostWords(visible, reading).filter((word) => !labels.has(word))).toEqual([]);
  });

  test.each(["<html><tt>x</tt>", "<tta>", "tt: <tt>", "<transcript><t>a</t></transcript>"])(
    "%s: TTML or not",
    (text) => {
      expect(looksLikeTtml(text)).toBe(text.startsWith("<html"));
    },
  );

  test.each([
    ["00:00:01.5", 1.5],
    ["01:00:00", 3600],
    ["00:00:01:05", 1.2],
    ["00:00:00:24.1", 0.96],
    ["62.5s", 62.5],
    ["1.5m", 90],
    ["0.5h", 1800],
    ["1500ms", 1.5],
    ["50f", 2],
    ["25t", 0.25],
    [" 2s ", 2],
    ["2 s", null],
    ["", null],
    ["00:61:00", null],
    ["-1s", null],
    ["soon", null],
  ])("the time %j is %j seconds", (text, seconds) => {
    expect(parseTtmlTime(text, { frames: 25, ticks: 100 })).toBe(seconds);
  });

  test.each([
    [{}, { frames: 30, ticks: 1 }],
    [
      { frameRate: "24", frameRateMultiplier: "1000 1001" },
      { frames: 24_000 / 1001, ticks: 24_000 / 1001 },
    ],
    [
      { frameRate: "25", tickRate: "10000000" },
      { frames: 25, ticks: 10_000_000 },
    ],
    [
      { frameRate: "0", tickRate: "none", frameRateMultiplier: "x y" },
      { frames: 30, ticks: 1 },
    ],
  ])("the rates of %j", (attributes, rates) => {
    expect(ttmlRates((name) => new Map(Object.entries(attributes)).get(name))).toEqual(rates);
  });
});

describe("hostile TTML", () => {
  const paragraph = '<p begin="1s" end="2s">a</p>';
  test.each([
    ["a million open tags", `<tt><body>${"<div>".repeat(1_000_000)}`],
    ["a million spans in each other", `<tt><body><p>${"<span>".repeat(1_000_000)}`],
    ["a paragraph of 50 MB", `<tt><body><p begin="1s">${"a b ".repeat(12_500_000)}</p></body></tt>`],
    ["a million line breaks", `<tt><body><p begin="1s">${"<br/>".repeat(1_000_000)}a</p></body></tt>`],
    ["paragraphs in each other", `<tt><body>${"<p>a".repeat(100_000)}</body></tt>`],
    ["an attribute of 5 MB", `<tt><body><p begin="${"1".repeat(5_000_000)}s">a</p></body></tt>`],
    [
      "many agents",
      `<tt><head><metadata>${'<agent id="a"><name>A</name></agent>'.repeat(50_000)}</metadata></head><body>${paragraph}</body></tt>`,
    ],
    ["many ids of agents", `<tt><body><div agent="${"a ".repeat(20_000)}">${paragraph.repeat(1000)}</div></body></tt>`],
  ])("%s: read in a moment", (_, text) => {
    expect(parseTtml(toSource("a.ttml", text)).drafts).toHaveLength(1);
  });

  test("Whatever the text, there is one draft, and each place is in the file.", () => {
    fc.assert(
      fc.property(hostileTexts(samples.map(load)), (written) => {
        const text = canonicalText(written);
        looksLikeTtml(text);
        const { drafts, issues } = parseTtml(toSource("a", text));
        expect(drafts).toHaveLength(1);
        const lines = text.split("\n").length;
        for (const { place } of issues) expect(place?.line ?? 1).toBeLessThanOrEqual(lines);
      }),
      { seed: 21, numRuns: 1000 },
    );
  });
});
