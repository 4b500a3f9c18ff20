import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { loadStudy } from "../src/node/load-study";
import { type CorpusFile, makeCorpus, writeCorpus } from "./corpus";

const corpus = makeCorpus(1);

test("the same seed gives the same bytes, on every machine and in every version: numbers stay comparable", () => {
  expect(digest(makeCorpus(1))).toBe(digest(corpus));
  // A new digest here means that another text is measured from now on.
  expect(digest(corpus)).toBe("79c89f96176b0115944cf06a2b6a670781efc794c5d7a10186360626ee5dfc89");
});

test("another seed gives another corpus of the same measures", () => {
  const other = makeCorpus(2);
  expect(digest(other)).not.toBe(digest(corpus));
  expect(measures(other)).toEqual(measures(corpus));
});

test("size 1 is 36 transcripts with 1,500 codings, half of them marks and half rows", () => {
  expect(measures(corpus)).toEqual({ transcripts: 36, participants: 36, marked: 750, standOff: 750 });
});

test("size 2 is twice as much", () => {
  expect(measures(makeCorpus(1, 2))).toEqual({ transcripts: 72, participants: 72, marked: 1500, standOff: 1500 });
});

test("the transcripts of size 1 are 2.5 MB of text", () => {
  const bytes = transcriptsOf(corpus).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  expect(bytes / 1e6).toBeCloseTo(2.5, 1);
});

test("the texts, people and codings are those that were measured before the scheme had rules", () => {
  const unruled = corpus.map(({ path, text }) => ({ path, text: text.replace(/^ {4}suggest: .*\n/gm, "") }));
  expect(digest(unruled)).toBe("0f7bc9620128ec3ee19e20e73d3167ca54df952b4e032ef2182b352f2c35985f");
});

test("half of the 40 codes have a rule each: words, letters left open, stems, nearness, none of grammar", () => {
  const { codes } = parseYaml(textOf(corpus, "scheme.yaml"));
  const rules: unknown[] = codes.flatMap(({ suggest }: { suggest?: unknown[] }) => suggest ?? []);
  const written = rules.map((rule) => JSON.stringify(rule));
  const withWord = (word: string): number => written.filter((rule) => rule.includes(word)).length;
  expect([rules.length, ...["*", '"stem"', '"near"', '"not"', '"match"'].map(withWord)]).toEqual([20, 6, 6, 4, 2, 0]);
});

test("the scheme has 40 codes in categories and 8 themes, two with subthemes; some codes serve two themes", () => {
  const { categories, codes, themes } = parseYaml(textOf(corpus, "scheme.yaml"));
  const parents = themes.flatMap((theme: { parent?: string }) => theme.parent ?? []);
  const named: string[] = themes.flatMap((theme: { codes?: string[] }) => theme.codes ?? []);
  const categorised = codes.filter(({ category }: { category: string }) => category !== undefined);
  expect([codes.length, categorised.length, categories.length]).toEqual([40, 40, 6]);
  expect([themes.length - parents.length, new Set(parents).size, parents.length]).toEqual([8, 2, 4]);
  expect([new Set(named).size, named.length]).toEqual([40, 45]);
});

test("a row's quote stands in its transcript, and its prefix is there where the quote stands twice", () => {
  const rows = rowsOf(corpus);
  const texts = new Map(transcriptsOf(corpus).map(({ path, text }) => [path.slice(12, 16), withoutMarks(text)]));
  const places = rows.map(({ transcript = "", quote = "", prefix = "" }) => {
    const text = texts.get(transcript) ?? "";
    return { alone: text.split(quote).length - 1, withPrefix: text.split(prefix + quote).length - 1, prefix };
  });
  expect(places.filter(({ withPrefix }) => withPrefix !== 1)).toEqual([]);
  expect(places.filter(({ alone, prefix }) => alone > 1 !== prefix.length > 0)).toEqual([]);
  expect(places.filter(({ prefix }) => prefix !== "").length).toBeGreaterThan(40);
});

test("the library reads all of it: 18,000 turns, and each coding exactly where it was put", async () => {
  const folder = mkdtempSync(join(tmpdir(), "polyvocal-corpus-"));
  try {
    writeCorpus(folder, corpus);
    const study = await loadStudy(folder);
    const turns = study.transcripts.flatMap((transcript) => transcript.turns);
    const askers = turns.filter((turn) => turn.role === "interviewer");
    const speakers = new Set(turns.flatMap((turn) => turn.speaker ?? []));
    expect([turns.length, askers.length, speakers.size]).toEqual([18_000, 9_000, 36]);
    expect(study.passages.map(({ anchor }) => anchor)).toEqual(new Array(1500).fill("exact"));
    // Six files print "P1" and leave it to the file's name to say who that is.
    expect(study.issues.map(({ code }) => code)).toEqual(new Array(6).fill("speaker-assumed"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function measures(files: readonly CorpusFile[]) {
  return {
    transcripts: transcriptsOf(files).length,
    participants: textOf(files, "participants.csv").trim().split("\n").length - 1,
    marked: transcriptsOf(files).reduce((sum, { text }) => sum + codesMarked(text), 0),
    standOff: rowsOf(files).length,
  };
}

/** How many codes the marks of a text name. Behind a colon stands a memo, which names none. */
function codesMarked(text: string): number {
  const braced = [...text.matchAll(/\{>>([^:<]*)/g)].reduce((sum, [, codes = ""]) => sum + codes.split(",").length, 0);
  return text.split("[[").length - 1 + braced;
}

function withoutMarks(text: string): string {
  return text.replace(/ \[\[[a-z]+\]\]/g, "").replace(/\{==(.*?)==\}\{>>.*?<<\}/g, "$1");
}

function rowsOf(files: readonly CorpusFile[]): Record<string, string>[] {
  return files.filter(({ path }) => path.startsWith("codings/")).flatMap(({ text }) => parseRows(text));
}

function parseRows(text: string): Record<string, string>[] {
  return parse(text, { columns: true });
}

function transcriptsOf(files: readonly CorpusFile[]): CorpusFile[] {
  return files.filter(({ path }) => path.startsWith("transcripts/"));
}

function textOf(files: readonly CorpusFile[], path: string): string {
  return files.find((file) => file.path === path)?.text ?? "";
}

function digest(files: readonly CorpusFile[]): string {
  const hash = createHash("sha256");
  for (const { path, text } of files) hash.update(`${path}\n${text}\n`);
  return hash.digest("hex");
}
