import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { zipOf } from "./office-file.fixture";
import { parseTranscriptBytes } from "./parse-transcript-bytes";

const load = (path: string): Buffer => readFileSync(new URL(`../../fixtures/transcripts/${path}`, import.meta.url));

describe("parseTranscriptBytes", () => {
  test.each([
    ["docx/libreoffice.docx", "I|What do you really grow, Zoë? 你好 …"],
    ["odt/libreoffice.odt", "I|What do you really grow, Zoë? 你好 …"],
    ["doc/left-out.doc", "I|What do you really grow, Zoë? 你好 …"],
    ["pdf/interview.pdf", "Interviewer|"],
    ["webvtt/zoom.vtt", "Tess Marlowe|Shall we begin? Tell me about the garden."],
  ])("reads %s, whether the bytes are a Buffer of Node or not", async (file, first) => {
    const buffer = load(file);
    const { transcripts, issues } = await parseTranscriptBytes(new Uint8Array(buffer), { file });
    const [transcript] = transcripts;
    const [turn] = transcript?.turns ?? [];
    expect(`${turn?.label}|${transcript?.text.slice(turn?.start, turn?.end)}`).toContain(first);
    expect(await parseTranscriptBytes(buffer, { file })).toEqual({ transcripts, issues, codings: [], memos: [] });
  });

  test("from bytes to a study, without a disk", async () => {
    const bytes = new Uint8Array(load("docx/libreoffice.docx"));
    const { transcripts, codings, memos } = await parseTranscriptBytes(bytes, { file: "libreoffice.docx" });
    const study = createStudy({ transcripts, codings, memos, participants: [{ id: "K02", group: "consumer" }] });
    expect(study.transcripts.map(({ id, turns }) => [id, turns.map(({ speaker }) => speaker)])).toEqual([
      ["libreoffice", [null, "K02", null, "K02"]],
    ]);
    expect(study.transcripts[0]?.remainder).toEqual(transcripts[0]?.remainder);
    expect(study.issues).toEqual([]);
  });

  test.each([new ArrayBuffer(8), "I: Well?", undefined])(
    "refuses what is no bytes, and options misspelt: %s",
    async (given) => {
      const call = Promise.resolve().then(() => Reflect.apply(parseTranscriptBytes, undefined, [given]));
      await expect(call).rejects.toThrow("The first argument must be a Uint8Array, and is ");
      const options = { fiel: "a.txt" };
      const other = Promise.resolve().then(() =>
        Reflect.apply(parseTranscriptBytes, undefined, [new Uint8Array(8), options]),
      );
      await expect(other).rejects.toThrow('Did you mean "file"?');
    },
  );

  test("text is in the encoding its letters tell, and says so", async () => {
    const bytes = Uint8Array.from(
      [..."I: Well?\nAna: The caf\xe9 there.\nI: So?\nAna: No.\n"].map((each) => each.charCodeAt(0)),
    );
    const { transcripts, issues } = await parseTranscriptBytes(bytes);
    expect(transcripts[0]?.text).toContain("café");
    expect(issues.map(({ code }) => code)).toEqual(["encoding-assumed"]);
  });

  test.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "empty-file"],
    ["no text", Uint8Array.from([0, 1, 2, 255]), "binary-file"],
    ["a zip that is no document", zipOf({ "ppt/presentation.xml": "<a/>" }), "unsupported-format"],
    ["a zip that is cut off", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), "broken-file"],
    ["a damaged PDF", new Uint8Array(load("pdf/cut.pdf")), "broken-file"],
  ])("never rejects: %s gives an issue", async (_, bytes, code) => {
    expect((await parseTranscriptBytes(bytes, { file: "a" })).issues.map((each) => each.code)).toEqual([code]);
  });
});
