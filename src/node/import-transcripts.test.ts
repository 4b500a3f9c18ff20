import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importStudy } from "../exchange/import-study";
import { readBack, spokenIn } from "../exchange/read-back.fixture";
import { InputError } from "../issues/input-error";
import type { Attributes } from "../model/people";
import { transcriptSource } from "../office/transcript-source";
import { createStudy } from "../study/create-study";
import { parseTranscriptSource } from "../study/parse-transcript";
import { parseSettings } from "../study/read-parts";
import type { TranscriptSource } from "../study/transcript-source";

const { settings } = parseSettings(null);
const FIXTURES = new URL("../../fixtures/transcripts/", import.meta.url);

const fixtures = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
  .filter((path) => /\/.*\./.test(path) && !path.startsWith("golden"))
  .sort();

async function sourceOf(path: string): Promise<TranscriptSource> {
  const { source } = await transcriptSource(path, readFileSync(new URL(path, FIXTURES)));
  if (source === null) throw new Error(`${path} cannot be read`);
  return source;
}

describe("an import of every fixture", () => {
  test.each(fixtures)(
    "%s is written so that the same turns are read back, or is refused with its problems",
    async (path) => {
      const source = await sourceOf(path);
      const parsed = parseTranscriptSource(source, {});
      const errors = parsed.issues.filter((each) => each.severity === "error").map(({ code }) => code);
      if (errors.length > 0 || path === "webvtt/no-cues.vtt") {
        expect(() => importStudy([source], settings)).toThrow(InputError);
        return;
      }
      const { files } = importStudy([source], settings);
      const withWords = parsed.transcripts.filter((each) => each.turns.length > 0);
      expect(spokenIn({ transcripts: readBack(files).filter((each) => each.turns.length > 0) })).toEqual(
        spokenIn({ transcripts: withWords }),
      );
      expect(files.map((each) => each.path.replace(/\/.*/, ""))).toEqual([
        "participants.csv",
        ...files.slice(1).map(() => "transcripts"),
      ]);
    },
  );

  test("all fixtures that can be read make one study, which is that of the files", async () => {
    const all = await Promise.all(fixtures.map(sourceOf));
    const sources = all.filter(
      (source) => !parseTranscriptSource(source, {}).issues.some((each) => each.severity === "error"),
    );
    const named = sources.map((source): TranscriptSource => ({ ...source, file: source.file.replaceAll("/", "-") }));
    const { files, study } = importStudy(named, settings);
    const [participants, ...texts] = files;
    const again = createStudy({
      participants: participants?.text ?? "",
      transcripts: texts.map(({ path, text }) => ({ id: path.slice("transcripts/".length, -4), text })),
    });
    const facts = (attributes: Attributes): unknown =>
      Object.entries(attributes).map(([name, value]) => [name.replace(/^(id|title) \(file\)$/, "$1"), value]);
    const who = (from: typeof study): unknown =>
      from.transcripts.map(({ turns, attributes }) => [
        facts(attributes),
        turns.map(({ role, speaker }) => [role, speaker]),
      ]);
    expect(spokenIn(again)).toEqual(spokenIn(study));
    expect(who(again)).toEqual(who(study));
    expect(again.participants.map(({ id }) => id)).toEqual(study.participants.map(({ id }) => id));
  });
});
