import { describe, expect, test } from "vitest";
import { nowhere } from "../issues/source";
import { rootSpot } from "../text/check";
import { readTranscriptInput } from "./transcript-input";

/** The parts of a value, and its problems. */
function read(value: unknown): { parts: ReturnType<typeof readTranscriptInput>["transcripts"]; issues: string[] } {
  const spot = rootSpot(nowhere, []);
  const { transcripts, issues } = readTranscriptInput({ value, spot }, ["Ana"]);
  return { parts: transcripts, issues: [...spot.issues, ...issues].map((each) => `${each.code}: ${each.message}`) };
}

const turnsOf = (value: unknown): string[] => {
  const [part] = read(value).parts;
  return (part?.turns ?? []).map(({ label, start, end, time }) =>
    [label, part?.text.slice(start, end), ...(time ?? [])].join("|"),
  );
};

describe("a transcript as a program states it", () => {
  test("may be turns, which make the canonical text", () => {
    const turns = [
      { speaker: "I", text: " Well?\r\n" },
      { speaker: "Ana", text: "Cafe\u0301,\r\nthen home.", start: 1.5, end: 3 },
      { text: "Nobody says this.", start: 4 },
      { speaker: "Ana", text: "  " },
    ];
    expect(read({ id: "t", turns }).parts[0]?.text).toBe(
      "I: Well?\n\nAna: Caf\u00e9,\nthen home.\n\nNobody says this.",
    );
    expect(turnsOf({ id: "t", turns })).toEqual([
      "I|Well?",
      "Ana|Caf\u00e9,\nthen home.|1.5|3",
      "|Nobody says this.|4|",
    ]);
  });

  test("may be the text of a file, and of a table if its name says so", () => {
    expect(turnsOf({ id: "t", text: "\uFEFFI: Well?\r\nAna: Yes.\r\nI: So?\r\nAna: No." })).toEqual([
      "I|Well?",
      "Ana|Yes.",
      "I|So?",
      "Ana|No.",
    ]);
    expect(turnsOf({ id: "t", file: "t.csv", text: "speaker,text\nAna,Yes.\n" })).toEqual(["Ana|Yes."]);
  });

  test("wins over the front matter of its text", () => {
    const text =
      "---\nid: other\ntitle: Theirs\nkind: diary\nsite: North\nwave: 1\nspeakers: { P: C1 }\n---\nP: Yes.\nQ: No.\nP: Yes.";
    const { parts } = read({ id: "t", text, kind: "focus-group", speakers: { Q: "C2" }, attributes: { wave: 2 } });
    const { id, title, kind, attributes, speakers } = parts[0] ?? {};
    expect([id, title, kind, attributes]).toEqual(["t", "Theirs", "focus-group", { site: "North", wave: 2 }]);
    expect(speakers?.map((each) => each.value)).toEqual([
      { label: "P", participant: "C1" },
      { label: "Q", participant: "C2" },
    ]);
    expect(read({ id: "t", text, title: "Mine" }).parts[0]?.title).toBe("Mine");
    expect(read({ id: "t", text: "Ana: Yes." }).parts[0]?.title).toBe("t");
  });

  test.each<[object, string[]]>([
    [{ id: "t", turns: [] }, ["transcript-without-turn: No turn was found in this transcript."]],
    [{ id: "t" }, ["empty-file: The file is empty."]],
    [{ id: "t", turns: {} }, ['wrong-value: "turns" must be a list, and is a record.']],
    [{ id: "t", turns: [{ speaker: "Ana", words: "Yes." }] }, ['unknown-key: A turn has no key "words".']],
    [
      { id: "t", turns: [{ speaker: {}, text: "Yes." }] },
      ['wrong-value: "turns[0].speaker" must be text, and is a record.'],
    ],
    [
      { id: "t", turns: [{ speaker: "Ana", text: "Yes.", start: Number.NaN }] },
      ["wrong-value: The start of a turn must be a number of seconds."],
    ],
    [
      { id: "t", text: "Ana: Yes.", speakers: { Ana: ["C1"] } },
      ['wrong-value: "speakers.Ana" must be text, and is a list.'],
    ],
  ])("has its problems told: %j", (value, expected) => {
    expect(read(value).issues).toEqual(expected);
  });
});
