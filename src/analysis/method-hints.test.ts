import { describe, expect, test } from "vitest";
import { createStudy, type StudyInput } from "../study/create-study";
import { methodHints } from "./method-hints";

function hints(input: Partial<StudyInput>): string[] {
  const study = createStudy({
    approach: "reflexive",
    participants: [{ id: "Ann", group: "consumer" }],
    transcripts: [{ id: "t", text: "Ann: One. Two. Three. Four. Five. Six." }],
    ...input,
  });
  return methodHints(study).map(({ code, message }) => `${code}: ${message}`);
}

const themes = (...names: string[]) => ({ themes: names.map((name, index) => ({ id: `t${index + 1}`, name })) });

describe("methodHints", () => {
  test.each(["Benefits of peer work", "Barriers to care", "The experience of carers", "Challenges", "Views on notes"])(
    'a theme named "%s" is like a topic',
    (name) => {
      expect(hints({ scheme: themes(name) })).toEqual([
        `theme-like-topic: The theme "t1" is named like a topic: "${name}".`,
      ]);
    },
  );

  test.each(["Peer workers bring hope", "Needs must", "Experience opens doors", "Nobody reads the file", "Hope"])(
    'a theme named "%s" is not',
    (name) => {
      expect(hints({ scheme: themes(name) })).toEqual([]);
    },
  );

  test("a theme named like a question is told so", () => {
    expect(hints({ scheme: themes("Who becomes a peer worker, how and why?") })).toEqual([
      'theme-like-question: The theme "t1" is named like a question: "Who becomes a peer worker, how and why?".',
    ]);
  });

  test("a fourth level and a seventh theme are too much, a third and a sixth are not", () => {
    const nested = (depth: number): Record<string, unknown> => ({
      id: `level${depth}`,
      name: "Held",
      ...(depth === 1 ? {} : { subthemes: [nested(depth - 1)] }),
    });
    expect(hints({ scheme: { themes: [nested(3)] } })).toEqual([]);
    expect(hints({ scheme: { themes: [nested(4)] } })).toEqual([
      'deep-themes: Themes stand more than 3 levels deep: "level1".',
    ]);
    const names = ["Aa", "Bb", "Cc", "Dd", "Ee", "Ff"];
    expect(hints({ scheme: themes(...names) })).toEqual([]);
    expect(hints({ scheme: themes(...names, "Gg") })).toEqual(["many-themes: There are 7 themes, more than 6."]);
  });

  test("a theme that is mostly one person's is told so from five passages on", () => {
    const coded = (...words: string[]): Partial<StudyInput> => ({
      scheme: { themes: [{ id: "t1", name: "Held", codes: ["x"] }], codes: ["x"] },
      codings: words.map((quote) => ({ transcript: "t", code: "x", quote })),
    });
    expect(hints(coded("One.", "Two.", "Three.", "Four."))).toEqual([]);
    expect(hints(coded("One.", "Two.", "Three.", "Four.", "Five."))).toEqual([
      'over-quoted: 5 of the 5 passages of "t1" are of Consumer 1.',
    ]);
  });

  test("themes do not emerge, in their own words or in the journal; other things may", () => {
    const memo = (body: string) => ({ memos: [{ id: "m", about: null, body, author: null, created: null }] });
    expect(hints(memo("Three themes emerged from C03."))).toEqual([
      'themes-emerged: The journal entry "m" says that something "emerged".',
    ]);
    expect(hints(memo("He emerged from the kitchen. Then it was an emergency. The theme stands."))).toEqual([]);
    expect(hints({ scheme: { themes: [{ id: "t1", name: "Hope emerges late" }] } })).toEqual([
      'themes-emerged: The theme "t1" says that something "emerged".',
    ]);
  });

  test.each(["inter-rater reliability", "Krippendorff", "data saturation", "kappa"])(
    "%s is none of its criteria",
    (word) => {
      expect(
        hints({ memos: [{ id: "m", about: null, body: `We asked for ${word}.`, author: null, created: null }] }),
      ).toEqual([`not-reflexive: The journal entry "m" speaks of "${word}".`]);
    },
  );

  test("a study of another approach gets no hints", () => {
    expect(hints({ approach: "codebook", scheme: themes("Barriers to care") })).toEqual([]);
    expect(hints({ approach: undefined, scheme: themes("Barriers to care") })).toEqual([]);
  });
});
