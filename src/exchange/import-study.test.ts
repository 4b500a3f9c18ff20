import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { createStudy } from "../study/create-study";
import { parseTranscript, parseTranscriptSource } from "../study/parse-transcript";
import { parseSettings } from "../study/read-parts";
import { importStudy } from "./import-study";
import { readBack, spokenIn } from "./read-back.fixture";

const { settings } = parseSettings(null);
describe("importStudy", () => {
  test("a plain text in which the name of somebody else's file would become a label is written with its own labels stated", () => {
    const words =
      "Ana: Hello there.\n\nNote: this is said here.\n\nAna: More.\n\nTess: Well.\n\nTess: Yes.\n\nAna: No.";
    const other = toSource("c.json", JSON.stringify([{ speaker: "Note", text: "One." }]));
    const alone = importStudy([toSource("a.txt", words)], settings);
    expect(alone.files.map(({ path, text }) => [path, text])).toEqual([
      ["participants.csv", "id,group,role\nAna,,\nTess,,\n"],
      ["transcripts/a.txt", words],
    ]);
    const both = importStudy([toSource("a.txt", words), other], settings);
    expect(both.files.map(({ path, text }) => [path, text]).slice(0, 2)).toEqual([
      ["participants.csv", "id,group,role\nAna,,\nTess,,\nNote,,\n"],
      [
        "transcripts/a.txt",
        `---\nkind: interview\nspeakers:\n  Ana: Ana\n  Tess: Tess\nlabel-end: ":"\n---\n\n${words}\n`,
      ],
    ]);
  });

  test("any turns at all are written so that they are read back", () => {
    const word = fc.constantFrom(
      "Ana",
      "Ana:",
      "::",
      "a",
      "# x",
      "---",
      "[00:00:01]",
      "12:30",
      "\n",
      "\n\n",
      "Note: b",
      "{",
      "€",
      "'",
      "-",
    );
    const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((some) => some.join(" "));
    const label = fc.constantFrom(
      "",
      "Ana",
      "Ana: x",
      "I",
      "P1",
      "yes",
      "[x]",
      "# x",
      "null",
      "- a",
      "12",
      'Dr. "Núñez"',
    );
    const time = fc.option(fc.nat(99_999), { nil: undefined });
    const turns = fc.array(fc.record({ speaker: label, text: words, start: time }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(turns, (some) => {
        const json = JSON.stringify(
          some.map(({ speaker, text, start }) => ({ speaker, text, ...(start === undefined ? {} : { start }) })),
        );
        const source = toSource("a.json", json);
        const parsed = parseTranscriptSource(source, {});
        fc.pre(
          parsed.transcripts.some((each) => each.turns.length > 0) &&
            parsed.issues.every((each) => each.severity !== "error"),
        );
        expect(spokenIn({ transcripts: readBack(importStudy([source], settings).files) })).toEqual(spokenIn(parsed));
      }),
    );
  });

  test("plain text stays as it is, marks too, and states who its labels stand for where they do not say it themselves", () => {
    const plain =
      "# A title\n\nI: Well?\n\nC01: {==Yes.==}{>>agreed: at last<<}\n\nNot a label: it goes on. [[more]]\n";
    const named = "Date: 3 May\n\nI: Well?\n\nP: Yes, well.\n\nI: So?\n\nP: No.\n";
    const { files } = importStudy([toSource("a/C01.txt", plain), toSource("a/Mia.md", named)], settings);
    expect(files.map(({ path, text }) => [path, text])).toEqual([
      ["participants.csv", "id,group,role\nC01,,\nMia,,\n"],
      ["transcripts/C01.txt", plain],
      ["transcripts/Mia.txt", `---\nspeakers:\n  P: Mia\n---\n\n${named}`],
    ]);
  });

  test("files of one name in several folders are told apart by the folder, and the rest is refused", () => {
    const text = "I: Well?\n\nAna: Yes, well.\n\nI: So?\n\nAna: No.\n";
    const paths = (...files: string[]): string[] =>
      importStudy(
        files.map((file) => toSource(file, text)),
        settings,
      ).files.map(({ path }) => path);
    expect(paths("north/1.txt", "south/1.txt", "south/2.txt")).toEqual([
      "participants.csv",
      "transcripts/north 1.txt",
      "transcripts/south 1.txt",
      "transcripts/2.txt",
    ]);
    expect(() => paths("a/1.txt", "a/1.md")).toThrow('Both a/1.txt and a/1.md would be the transcript "1".');
    expect(() => paths("a/1.txt", "a/1.md")).toThrow("leave out all but one: --except 1.txt or --except 1.md.");
    expect(() => paths("a/k/1.txt", "b/k/1.txt")).toThrow("--except a/k/1.txt or --except b/k/1.txt.");
  });

  test("a name that some system does not allow stays the id", () => {
    const json = JSON.stringify([
      { speaker: "Ana", text: "Yes." },
      { speaker: "I", text: "So?" },
    ]);
    const [, file] = importStudy([toSource('who? "me".json', json)], settings).files;
    expect(file?.path).toBe("transcripts/who me.txt");
    expect(parseTranscript(file?.text ?? "", { file: file?.path }).transcripts[0]?.id).toBe('who? "me"');
  });

  test("codings in the words of other formats stay", () => {
    const vtt =
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>{==Somebody==}{>>people<<} who had been there. [[been-there]]\n";
    const [participants, file] = importStudy([toSource("a.vtt", vtt)], settings).files;
    const study = createStudy({
      participants: participants?.text ?? "",
      transcripts: [{ id: "a", text: file?.text ?? "" }],
    });
    expect(study.passages.map(({ code, text }) => [code, text])).toEqual([
      ["people", "Somebody"],
      ["been-there", "Somebody who had been there."],
    ]);
  });
});
