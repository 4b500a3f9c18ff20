import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { canonicalText } from "../text/canonical";
import { dumpReading } from "./dump.fixture";
import { hostileTexts } from "./hostile.fixture";
import { looksLikeJson, parseJsonTranscript } from "./json";
import { secondsOf, spanFrom, speakerLabel } from "./json/shape";
import { joinWords, piecesOfWords, speakerAt } from "./json/speech";
import { lostWords } from "./nothing-lost.fixture";
import type { Reading } from "./reading";

const folder = new URL("../../fixtures/transcripts/json/", import.meta.url);
const golden = new URL("../../fixtures/transcripts/golden/", import.meta.url);
const load = (name: string): string => canonicalText(readFileSync(new URL(name, folder), "utf8"));
const samples = readdirSync(folder);
const read = (text: string): Reading => parseJsonTranscript(toSource("a.json", text));
const turns = (value: unknown): string[] =>
  read(JSON.stringify(value)).drafts.flatMap((draft) => draft.turns.map(({ label, words }) => `${label}|${words}`));

describe("parseJsonTranscript", () => {
  test.each(samples)("reads %s", async (name) => {
    const text = load(name);
    expect(looksLikeJson(text)).toBe(true);
    await expect(dumpReading(parseJsonTranscript(toSource(name, text)))).toMatchFileSnapshot(
      new URL(`json-${name}.txt`, golden).pathname,
    );
  });

  // What a person sees of each file in the program it comes from.
  test.each([
    ["whisper.json", "So where were we? By the river. Yes. language en"],
    [
      "whisperx.json",
      "SPEAKER_00 So where were we? In 1999. Mm. SPEAKER_01 By the river. Nobody knows who. language en",
    ],
    ["whisper-cpp.json", "Grüß Gott. Wie geht es? base de AVX 1"],
    ["aws.json", "spk_0 Hello, there. spk_1 Yes? weir-01 COMPLETED"],
    ["aws-channels.json", "ch_0 Hello. ch_1 Good day."],
    ["google.json", "Speaker 1 where to Speaker 2 home 15s"],
    ["google-v2.json", "Good morning. Yes. 5s"],
    ["ibm.json", "Speaker 0 well %HESITATION Speaker 1 yes no"],
    ["speechmatics-v1.json", "M1 Hello. F1 Who? en weir.mp4 8"],
    ["speechmatics-v2.json", "S1 Hello. Hi transcription en 2.9"],
    ["kaldi.json", "S1 There. S2 Yes. F M"],
    ["vosk.json", "guten tag ja"],
    ["assemblyai.json", "A Hello. Hello you. B Fine. Greetings Two people greet each other. en_us completed"],
    ["deepgram.json", "Speaker 0 Hello. Speaker 1 Who is it?"],
    ["deepgram-channels.json", "Channel 1 One. Channel 2 Two. Channel 1 Three."],
    ["paper-edit.json", "Tess There is. Between. Tess More."],
    ["draft-js.json", "Tess There is. Tess More."],
    ["autoedit.json", "weir.mp4 British English Tess There is."],
    ["rev.json", "Tess Hi, you. Speaker 1 Hello"],
    ["azure.json", "Speaker 1 Hello. Speaker 2 Yes. weir.wav"],
    ["rows.json", "Tess Where did you grow up? Kirra Here. said very low Kirra And there. silence Weir"],
    ["otter.json", "At the weir Tess Where to? Kirra Home. Or not. Weir keepers"],
    ["lines.jsonl", "assistant What brought you here? user The river. assistant Go on."],
    ["polyvocal.json", "Interview 1 INTERVIEW ONE Tess Where to? Kirra Home. and so on kitchen 2"],
    ["several.json", "c01 Tess Hi c02 A Hello."],
  ])("every word of %s is kept", (name, visible) => {
    const text = load(name);
    expect(lostWords(visible, parseJsonTranscript(toSource(name, text)))).toEqual([]);
  });

  test.each([
    ['{"a": 1}', true],
    [' [ { "a": 1 } ]', true],
    ["[]", true],
    ["{}", true],
    ['["a"]', true],
    ["[00:00:01] P1: Hello", false],
    ["[doctor] Hello", false],
    ["{012} Hello", false],
    ["{==marked==}{>>code<<}", false],
    ["", false],
  ])("%j looks like JSON: %j", (text, expected) => {
    expect(looksLikeJson(text)).toBe(expected);
  });

  test.each([
    ["rows under any list's name", { entries: [{ Speaker_Name: "Tess", Utterance: "a" }] }, ["Tess|a"]],
    ["a speaker that is a record", [{ user: { displayName: "Tess" }, message: "a" }], ["Tess|a"]],
    ["rows in a holder", { data: { segments: [{ who: "Tess", text: "a" }] } }, ["Tess|a"]],
    ["a role and a name: the name", [{ role: "user", name: "Tess", content: "a" }], ["Tess|a"]],
    ["words that are a list are no text", [{ words: [{ word: "x" }], text: "a" }], ["|a"]],
    ["a text alone", { text: "a b", language: "en" }, ["|a b"]],
    ["a text among other things", { text: "a b", price: 3 }, []],
    ["numbers", [1, 2, 3], []],
    [
      "a segment whose words say something else",
      {
        segments: [
          {
            start: 0,
            end: 1,
            text: "a b",
            words: [
              { word: "a", speaker: "A" },
              { word: "c", speaker: "B" },
            ],
          },
        ],
      },
      ["|a b"],
    ],
    ["an empty list", [], []],
    ["null", null, []],
  ])("%s", (_, value, expected) => {
    expect(turns(value)).toEqual(expected);
  });

  test.each([
    [[{ text: "a", start: 1500, end: 90_000 }], [1.5, 90]],
    [[{ text: "a", start: 15, end: 90 }], [15, 90]],
    [[{ text: "a", start_ms: 15, end_ms: 90 }], [0.015, 0.09]],
    [[{ text: "a", start: 1.5, end: 90_000 }], [1.5, 90_000]],
    [[{ text: "a", timestamp: "00:01:02" }], [62, null]],
    [[{ text: "a", timestamp: 1_700_000_000 }], undefined],
    [[{ text: "a", time: "2024-05-01T10:00:00Z" }], undefined],
    [[{ text: "a", start: "9s", end: "3s" }], [9, null]],
  ])("the time of %j is %j", (value, expected) => {
    expect(read(JSON.stringify(value)).drafts[0]?.turns[0]?.time).toEqual(expected);
  });

  test.each([
    ['{"a": \n"b" "c"}', "2:5"],
    ['[{"speaker": "Tess", "text": "a"}', "1:34"],
    ["[1,2", "1:5"],
  ])("%j is broken at %s", (text, at) => {
    const { drafts, issues } = read(text);
    expect(drafts).toEqual([]);
    expect(issues.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`)).toEqual([`broken-json ${at}`]);
  });

  test("JSON of another kind is told by its keys.", () => {
    expect(read('[{"price": 3, "colour": "red"}]').issues).toEqual([
      {
        code: "unsupported-format",
        severity: "error",
        message: "This JSON has no shape of a transcript that is known.",
        hint: 'A list of records with "speaker" and "text" is read, and what speech recognisers write. This one is a list of records with "price", "colour".',
        place: { file: "a.json" },
      },
    ]);
  });
});

describe("words put together", () => {
  test.each([
    [["Hello", ",", "you", "!"], "Hello, you!"],
    [["你", "好", "。", "ok"], "你好。 ok"],
    [[" a ", "", "b"], "a b"],
    [["“", "a", "”"], "“ a”"],
  ])("%j is %j", (words, expected) => {
    expect(joinWords(words.map((text) => ({ text })))).toBe(expected);
  });

  test("Punctuation stays with the word before it, whoever is said to have spoken it.", () => {
    const pieces = piecesOfWords([
      { text: "Yes", label: "A", time: [1, 2] },
      { text: ".", label: "B", attached: true },
      { text: "No", label: "B", time: [2, 3] },
    ]);
    expect(pieces.map(({ label, words, time }) => [label, words, time])).toEqual([
      ["A", "Yes.", [1, 2]],
      ["B", "No", [2, 3]],
    ]);
  });

  test("A time between two spans belongs to the speaker before, and one above the first to the first.", () => {
    const at = speakerAt([
      { time: [10, 12], label: "B" },
      { time: [5, 8], label: "A" },
    ]);
    expect([at([1, 2]), at([9, 9.5]), at([10, 11]), at([6, null]), at(undefined)]).toEqual(["A", "A", "B", "A", "A"]);
  });

  test.each([
    [12.9, 12.9],
    ["12.9", 12.9],
    ["12.900s", 12.9],
    ["00:00:12,900", 12.9],
    ["PT1M2.5S", 62.5],
    [{ seconds: "12", nanos: 900_000_000 }, 12.9],
    [{ nanos: 500_000_000 }, 0.5],
    [-1, null],
    [Number.NaN, null],
    ["soon", null],
    [null, null],
    [{}, null],
    [[1], null],
  ])("%j is %j seconds", (value, expected) => {
    expect(secondsOf(value)).toBe(expected);
  });

  test("A span has no end before its start.", () => {
    expect([spanFrom(2, 1), spanFrom("2", 3), spanFrom(null, 3), spanFrom(1500, 2500, 1000)]).toEqual([
      [2, null],
      [2, 3],
      undefined,
      [1.5, 2.5],
    ]);
  });

  test.each([
    [1, "Speaker 1"],
    ["1", "Speaker 1"],
    ["spk_0", "spk_0"],
    [" Tess\nMarlowe ", "Tess Marlowe"],
    ["UU", ""],
    [null, ""],
    [{}, ""],
  ])("the label of %j is %j", (value, expected) => {
    expect(speakerLabel(value)).toBe(expected);
  });
});

describe("hostile JSON", () => {
  const rows = (row: string, count: number): string => `[${Array.from({ length: count }, () => row).join(",")}]`;
  test.each([
    ["a million open lists", "[".repeat(1_000_000), 0],
    ["a million lists in each other", `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`, 0],
    ["a million records in each other", `${'{"a":'.repeat(1_000_000)}1${"}".repeat(1_000_000)}`, 0],
    ["a deep fact beside rows", `{"turns":[{"text":"a"}],"b":${"[".repeat(100_000)}"deep"${"]".repeat(100_000)}}`, 1],
    ["a text of 50 MB", `[{"text":"${"a b ".repeat(12_500_000)}"}]`, 1],
    ["a million rows", rows('{"speaker":"A","text":"a"}', 1_000_000), 1],
    [
      "rows of different keys",
      `[${Array.from({ length: 50_000 }, (_, at) => `{"text":"a","k${at}":"b c"}`).join(",")}]`,
      1,
    ],
    [
      "a record of many keys",
      `{${Array.from({ length: 200_000 }, (_, at) => `"k${at}":"v"`).join(",")},"turns":[{"text":"a"}]}`,
      1,
    ],
    ["lines of which half are broken", '{"text":"a"}\n{"text":"a"}\n{"text":\n'.repeat(50_000), 1],
    [
      "keys of the language",
      '{"__proto__":{"x":1},"constructor":"c","toString":"t","turns":[{"text":"a","__proto__":"p q"},{"text":"b"}]}',
      1,
    ],
    [
      "keys of the language alone",
      '{"hasOwnProperty":1,"results":{"items":{"length":3}},"segments":{"length":1},"words":"x"}',
      0,
    ],
  ])("%s", (_, text, drafts) => {
    expect(read(text).drafts).toHaveLength(drafts);
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });

  test("A key of the language is a fact like any other.", () => {
    const [draft] = read('{"__proto__":{"x":1},"constructor":"c","turns":[{"text":"a"}]}').drafts;
    expect(Object.entries(draft?.attributes ?? {})).toEqual([
      ["__proto__.x", 1],
      ["constructor", "c"],
    ]);
  });

  // Values where others are expected: every leaf of each sample in turn exchanged for something else.
  test.each(samples.filter((name) => !/cut|lines/.test(name)))(
    "%s with other values is read, or told to be none",
    (name) => {
      const text = load(name);
      const values = ["null", "true", "-1", "1e400", '""', '"x y"', "[]", "{}", '[null, 1, "a"]', '{"length": 3}'];
      fc.assert(
        fc.property(fc.nat(), fc.constantFrom(...values), (which, value) => {
          const leaves = [...text.matchAll(/(?<=[:[,] ?)(?:"[^"]*"(?! ?:)|-?\d[\d.]*|null|true|false)/g)];
          const leaf = leaves[which % leaves.length];
          if (leaf === undefined) return;
          const { drafts, issues } = read(text.slice(0, leaf.index) + value + text.slice(leaf.index + leaf[0].length));
          expect(drafts.length + issues.length).toBeGreaterThan(0);
          for (const { words } of drafts.flatMap((draft) => draft.turns)) expect(words).toBe(words.trim());
        }),
        { seed: 22, numRuns: 150 },
      );
    },
  );

  test("Whatever the text, there are drafts or issues.", () => {
    fc.assert(
      fc.property(hostileTexts(samples.map(load)), (written) => {
        const text = canonicalText(written);
        looksLikeJson(text);
        const { drafts, issues } = read(text);
        expect(drafts.length + issues.length).toBeGreaterThan(0);
      }),
      { seed: 23, numRuns: 2000 },
    );
  });

  test("Whatever the JSON, there are drafts or issues.", () => {
    const key = fc.constantFrom(
      "results",
      "segments",
      "words",
      "text",
      "turns",
      "start",
      "end",
      "speaker",
      "items",
      "alternatives",
      "blocks",
      "channels",
      "utterances",
      "type",
      "retval",
      "paragraphs",
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue({ maxDepth: 0 }),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(key, tie("value"), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(value, (any) => {
        const { drafts, issues } = read(JSON.stringify(any));
        expect(drafts.length + issues.length).toBeGreaterThan(0);
      }),
      { seed: 24, numRuns: 3000 },
    );
  });
});
