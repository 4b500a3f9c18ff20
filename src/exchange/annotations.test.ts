import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CodingInput } from "../coding/coding-input";
import { createStudy, type StudyInput } from "../study/create-study";
import type { Study } from "../study/study";
import { annotatedStudy } from "./annotated-study.fixture";
import { fromAnnotations } from "./from-annotations";
import { toAnnotations } from "./to-annotations";
import { collectionSchema } from "./web-annotation-schema.fixture";

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: {
    uri: /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i,
    "date-time": (text: string) => !Number.isNaN(Date.parse(text)) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text),
  },
});
const isValid = ajv.compile(collectionSchema);

/** The study again with the codings that its annotations give, through the text of a file. */
function again(study: Study, base?: string): Study {
  const file = JSON.stringify(toAnnotations(study, base === undefined ? {} : { base }));
  const { codings, issues } = fromAnnotations(JSON.parse(file), study);
  expect(issues).toEqual([]);
  return withCodings(study, codings);
}

function withCodings(study: Study, codings: readonly CodingInput[]): Study {
  const transcripts: StudyInput["transcripts"] = study.transcripts.map(({ id, text }) => ({ id, text }));
  return createStudy({ title: study.title, transcripts, scheme: study.scheme, codings });
}

describe("toAnnotations", () => {
  test("writes each coding with everything it has", async () => {
    const json = `${JSON.stringify(toAnnotations(annotatedStudy()), null, 2)}\n`;
    await expect(json).toMatchFileSnapshot("golden/annotations.json");
  });

  test.each(["urn:polyvocal:", "https://example.org/my-study/", "https://example.org/my-study#"])(
    "is valid by the W3C model, with IRIs under %s",
    (base) => {
      const collection = toAnnotations(annotatedStudy(), { base });
      isValid(JSON.parse(JSON.stringify(collection)));
      expect(isValid.errors ?? []).toEqual([]);
      const separator = base.endsWith(":") ? ":" : "/";
      expect(collection.first.items[0]?.body[0]).toEqual({
        type: "SpecificResource",
        purpose: "classifying",
        source: { id: `${base}code${separator}been-there`, type: "skos:Concept", label: "Has been there, too" },
      });
    },
  );

  test("the schema it is held against refuses what the model forbids", () => {
    const [annotation] = toAnnotations(annotatedStudy()).first.items;
    const holds = (change: object): boolean => {
      const collection = toAnnotations(annotatedStudy());
      return isValid({ ...collection, first: { ...collection.first, items: [{ ...annotation, ...change }] } });
    };
    expect(holds({})).toBe(true);
    expect(holds({ id: "no iri" })).toBe(false);
    expect(holds({ created: "2026-03-01" })).toBe(false);
    expect(holds({ created: "2026-03-01T09:30:00+11:00" })).toBe(false);
    expect(holds({ motivation: "coding" })).toBe(false);
    expect(
      holds({ target: { source: "urn:x:y", selector: [{ type: "TextPositionSelector", start: -1, end: 2 }] } }),
    ).toBe(false);
  });

  test.each(["", "hope", "urn:polyvocal", "https://example.org/a b/", "/relative/"])("refuses the base %j", (base) => {
    expect(() => toAnnotations(annotatedStudy(), { base })).toThrow('The option "base" cannot be');
  });
});

describe("there and back", () => {
  test.each([undefined, "https://example.org/my-study/", "https://example.org/s#"])(
    "every coding is the same again, under the base %s",
    (base) => {
      const study = annotatedStudy();
      const second = again(study, base);
      expect(second.codings).toEqual(study.codings);
      expect(second.anchors).toEqual(study.anchors);
      expect(second.passages).toEqual(study.passages);
    },
  );

  test("random codings of random texts are the same again", () => {
    const words = fc.string({
      unit: fc.constantFrom("a", "b", " ", "😀", "漢", "e\u0301", "\u200d", "𠮷", "ב", "'", '"'),
    });
    const word = fc
      .string({ unit: "grapheme", minLength: 1 })
      .map((text) => text.normalize("NFC").trim())
      .filter((text) => text !== "" && !/\p{Cs}/u.test(text) && text === text.normalize("NFC"));
    const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
    const coding = fc.record({
      code: fc.constantFrom("one", "two words", "drei/vier:5"),
      start: fc.nat(60),
      length: fc.integer({ min: 1, max: 20 }),
      stale: fc.boolean(),
      coder: optional(word),
      created: optional(fc.oneof(word, fc.constantFrom("2026-01-31", "2026-01-31T10:00:00Z", "2026-01-31T10:00"))),
      memo: optional(word),
      stance: optional(fc.constantFrom("supports" as const, "complicates" as const, "contradicts" as const)),
      status: optional(fc.constantFrom("coded" as const, "suggested" as const, "rejected" as const)),
      rule: optional(word),
      schemeVersion: optional(fc.integer({ min: 1, max: 9 })),
      id: optional(word),
    });
    fc.assert(
      fc.property(words, fc.array(coding, { maxLength: 6 }), (said, drafts) => {
        const text = `P: x ${said.normalize("NFC").trim()}`;
        const ids = new Set<string>();
        const codings = drafts.flatMap(({ start, length, stale, id, ...rest }): CodingInput[] => {
          if (id !== undefined && ids.has(id)) return [];
          if (id !== undefined) ids.add(id);
          const at = start % text.length;
          const quote = text.slice(at, at + length).trim();
          // A stored position of an older text may stand anywhere, even within a character or behind the end.
          const place = { start: stale ? start : at, end: (stale ? start : at) + length };
          const stated = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
          return [
            {
              transcript: "t",
              code: rest.code,
              ...stated,
              ...place,
              quote: quote || "x",
              ...(id === undefined ? {} : { id }),
            },
          ];
        });
        const scheme = { version: 9, codes: ["one", "two words", "drei/vier:5"].map((id) => ({ id })) };
        const study = createStudy({ transcripts: [{ id: "t", text }], scheme, codings });
        const second = again(study);
        expect(second.codings).toEqual(study.codings);
        expect(second.anchors).toEqual(study.anchors);
      }),
      { numRuns: 200 },
    );
  });

  test("a coding that changes of the scheme brought to another code keeps the one it was made with, and what was decided", () => {
    const study = createStudy({
      transcripts: [{ id: "t", text: "Ana: Somebody who had been there. Twice." }],
      scheme: {
        version: 3,
        codes: [
          { id: "been-there", name: "Been there" },
          { id: "twice", name: "Twice", definition: "New" },
        ],
        changes: [
          { from: 1, to: 2, steps: [{ merge: ["old-one", "old-two"], into: "been-there" }] },
          { from: 2, to: 3, steps: [{ redefine: "twice", definition: "New", was: { definition: "Old" } }] },
        ],
      },
      codings: [
        { transcript: "t", code: "old-one", quote: "been there", schemeVersion: 1 },
        { transcript: "t", code: "twice", quote: "Twice", schemeVersion: 2, decided: [{ version: 3, code: "twice" }] },
        {
          transcript: "t",
          code: "twice",
          quote: "had",
          schemeVersion: 2,
          status: "suggested",
          rule: "ha*",
          matched: "had",
        },
      ],
    });
    expect(study.codings.map(({ code, history, decided, matched }) => ({ code, history, decided, matched }))).toEqual([
      { code: "been-there", history: [{ from: "old-one", to: "been-there", version: 2 }] },
      { code: "twice", decided: [{ version: 3, code: "twice" }] },
      { code: "twice", matched: "had" },
    ]);
    const { items } = toAnnotations(study).first;
    expect(items[0]).toMatchObject({
      body: [{ source: { id: "urn:polyvocal:code:been-there", label: "Been there" } }],
      "polyvocal:madeAs": "old-one",
      "polyvocal:schemeVersion": 1,
    });
    expect(items[1]).toMatchObject({ "polyvocal:decided": "3:twice" });
    expect(items[2]).toMatchObject({
      "polyvocal:matched": "had",
      "polyvocal:rule": "ha*",
      "polyvocal:status": "suggested",
    });
    expect(again(study).codings).toEqual(study.codings);
  });
});
