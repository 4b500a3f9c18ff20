import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Source, toSource } from "../issues/source";
import { canonicalText } from "../text/canonical";
import { looksLikeChat, parseChat } from "./chat";
import { dumpReading } from "./dump.fixture";
import { looksLikeElan, parseElan } from "./elan";
import type { Reading } from "./reading";
import { looksLikeRock, parseRock } from "./rock";
import { looksLikeTextGrid, parseTextGrid } from "./textgrid";
import { looksLikeTranscriber, parseTranscriber } from "./transcriber";

const formats: [string, (source: Source) => Reading, (text: string) => boolean][] = [
  ["chat", parseChat, looksLikeChat],
  ["elan", parseElan, looksLikeElan],
  ["textgrid", parseTextGrid, looksLikeTextGrid],
  ["transcriber", parseTranscriber, looksLikeTranscriber],
  ["rock", parseRock, looksLikeRock],
];

const folder = new URL("../../fixtures/transcripts/", import.meta.url);
const files = formats.flatMap(([format, parse]) =>
  readdirSync(new URL(format, folder)).map((file) => ({ format, file, parse })),
);
const readFixture = (format: string, file: string): Source =>
  toSource(file, canonicalText(readFileSync(new URL(`${format}/${file}`, folder), "utf8")));

test.each(files)("$format/$file reads as its golden file says", async ({ format, file, parse }) => {
  const golden = new URL(`golden/${format}-${file}.txt`, folder).pathname;
  await expect(dumpReading(parse(readFixture(format, file)))).toMatchFileSnapshot(golden);
});

test.each(files)("$format/$file looks like its own format and no other of these", ({ format, file }) => {
  const { text } = readFixture(format, file);
  expect(formats.filter(([, , looksLike]) => looksLike(text)).map(([name]) => name)).toEqual([format]);
});
