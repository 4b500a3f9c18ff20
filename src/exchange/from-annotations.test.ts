import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { annotatedStudy } from "./annotated-study.fixture";
import { type AnnotatedStudy, fromAnnotations } from "./from-annotations";

const text = "Ana: 🙂 Somebody who had been there. I trust her.";
const first: AnnotatedStudy = { transcripts: [{ id: "first", text, source: "transcripts/first.docx" }] };
const two: AnnotatedStudy = { transcripts: [...first.transcripts, { id: "second", text: "Bo: No." }] };
const quote = { type: "TextQuoteSelector", exact: "been there" };
const coded = { transcript: "first", quote: "been there" };

describe("annotations of other programs", () => {
  test.each<[string, unknown, object[]]>([
    [
      "Hypothesis, as its interface gives them",
      {
        rows: [
          {
            id: "x1",
            created: "2026-03-01T09:30:00.5+00:00",
            user: "acct:kirra@hypothes.is",
            uri: "https://example.org/texts/First.html?x=1",
            text: "a note",
            tags: ["trust", "hope"],
            target: [
              {
                source: "https://example.org/texts/First.html?x=1",
                selector: [
                  {
                    type: "RangeSelector",
                    startContainer: "/p[1]",
                    endContainer: "/p[1]",
                    startOffset: 1,
                    endOffset: 9,
                  },
                  // In UTF-16 code units, as Hypothesis counts.
                  { type: "TextPositionSelector", start: 25, end: 35 },
                  { ...quote, prefix: "who had ", suffix: "." },
                ],
              },
            ],
          },
        ],
        total: 1,
      },
      ["trust", "hope"].map((code, index) => ({
        ...coded,
        code,
        start: 25,
        end: 35,
        prefix: "who had ",
        suffix: ".",
        coder: "kirra",
        created: "2026-03-01T09:30:00.5+00:00",
        memo: "a note",
        id: index === 0 ? "x1" : "x1#2",
      })),
    ],
    [
      "Recogito, whose target has no source",
      [
        {
          "@context": "http://www.w3.org/ns/anno.jsonld",
          id: "#a88b22d0",
          type: "Annotation",
          body: [
            { type: "TextualBody", value: "said twice" },
            { type: "TextualBody", purpose: "tagging", value: "trust" },
          ],
          target: { selector: [quote, { type: "TextPositionSelector", start: 25, end: 35 }] },
        },
      ],
      [{ ...coded, code: "trust", start: 25, end: 35, memo: "said twice", id: "#a88b22d0" }],
    ],
    [
      "a concept and the tag that repeats its name are one code",
      {
        type: "Annotation",
        motivation: "classifying",
        body: [
          {
            type: "SpecificResource",
            purpose: "tagging",
            source: { id: "https://example.org/vocab/T", label: "trust" },
          },
          { type: "TextualBody", purpose: "tagging", value: "trust" },
        ],
        target: { source: "first", selector: quote },
      },
      [{ ...coded, code: "trust" }],
    ],
    [
      "a concept without a name goes by the end of its address",
      {
        type: "Annotation",
        motivation: "classifying",
        body: "https://example.org/vocab#needs%20care",
        target: { source: "first.docx", selector: quote },
      },
      [{ ...coded, code: "needs care" }],
    ],
    [
      "one value, lists of one and records with @value say the same",
      {
        "@type": ["oa:Annotation"],
        "oa:motivatedBy": [{ "@id": "http://www.w3.org/ns/oa#tagging" }],
        hasBody: [{ "@type": ["oa:Tag", "cnt:ContentAsText"], chars: { "@value": "trust" } }],
        hasTarget: [{ source: { "@id": "file:///home/me/first.docx" }, selector: [quote] }],
        creator: [{ nickname: "KB" }, { name: "TM" }],
      },
      [{ ...coded, code: "trust", coder: "KB and TM" }],
    ],
    [
      "bodyValue of a tag",
      { motivation: "tagging", bodyValue: "trust", target: { selector: quote } },
      [{ ...coded, code: "trust" }],
    ],
    [
      "a choice of bodies",
      {
        motivation: "tagging",
        body: { type: "Choice", items: [{ value: "trust" }, "hope"] },
        target: { selector: quote },
      },
      [
        { ...coded, code: "trust" },
        { ...coded, code: "hope" },
      ],
    ],
    [
      "a position alone counts code points",
      { tags: ["trust"], target: [{ source: "first", selector: { type: "TextPositionSelector", start: 7, end: 15 } }] },
      [{ transcript: "first", code: "trust", start: 8, end: 16 }],
    ],
    [
      "a fragment as RFC 5147 has it",
      { tags: ["trust"], target: "https://example.org/first.txt#char=7,15" },
      [{ transcript: "first", code: "trust", start: 8, end: 16 }],
    ],
    [
      "a quote within what another selector selects",
      {
        tags: ["trust"],
        target: { source: "first", selector: { type: "FragmentSelector", value: "p3", refinedBy: quote } },
      },
      [{ ...coded, code: "trust" }],
    ],
    [
      "several targets",
      {
        id: "y",
        tags: ["trust"],
        target: [
          { source: "first", selector: quote },
          { source: "first", selector: { exact: "trust" } },
        ],
      },
      [
        { ...coded, code: "trust", id: "y" },
        { transcript: "first", code: "trust", quote: "trust", id: "y#2" },
      ],
    ],
  ])("%s", (_, value, codings) => {
    const read = fromAnnotations(value, first);
    expect(read.codings).toEqual(codings);
    expect(read.issues).toEqual([]);
    // What was read is a study.
    const stated = first.transcripts.map(({ id, text }) => ({ id, text }));
    expect(createStudy({ transcripts: stated, codings: read.codings }).passages).toHaveLength(codings.length);
  });

  test("codes are known by the scheme's ids and names", () => {
    const { scheme } = annotatedStudy();
    const tags = ["BEEN-THERE", "Has been there, too", "has BEEN there, too", "something else"];
    const { codings } = fromAnnotations({ tags, target: [{ selector: quote }] }, { ...first, scheme });
    expect(codings.map(({ code }) => code)).toEqual(["been-there", "been-there", "been-there", "something else"]);
  });

  test("annotations that name no transcript are of the one that is stated", () => {
    const value = { tags: ["trust"], target: [{ selector: quote }] };
    expect(fromAnnotations(value, { ...two, transcript: "first" }).codings).toEqual([{ ...coded, code: "trust" }]);
  });
});

describe("problems", () => {
  const target = { source: "first", selector: quote };

  test.each<[string, unknown, string[]]>([
    ["null", null, ["wrong-value There are no annotations in nothing."]],
    ["a text", "[]", ['wrong-value There are no annotations in "[]".']],
    ["a record of something else", { a: 1 }, ["wrong-value There are no annotations in this record."]],
    [
      "a page that stands elsewhere",
      { type: "AnnotationCollection", first: "https://example.org/page1" },
      ["wrong-value There are no annotations in this record."],
    ],
    ["strays in a list", [{ tags: ["a"], target }, 3, "x"], ["wrong-value 2 of the items are no annotations."]],
    ["no code", [{ id: "n1", target }], ['annotation-passed-over Annotation 1 ("n1") names no code.']],
    ["a comment alone", [{ body: { value: "well" }, target }], ["annotation-passed-over Annotation 1 names no code."]],
    ["no target", [{ type: "Annotation", tags: ["a"] }], ["annotation-passed-over Annotation 1 names no transcript."]],
    [
      "no words",
      [{ tags: ["a"], target: "first" }],
      ["annotation-passed-over Annotation 1 names no words that can be found."],
    ],
    [
      "an unknown transcript",
      [{ tags: ["a"], target: { source: "https://example.org/firts.html", selector: quote } }],
      ['annotation-passed-over Annotation 1 is of "https://example.org/firts.html", which is no transcript.'],
    ],
    [
      "a position behind the end, and nothing else",
      [{ tags: ["a"], target: { source: "first", selector: { type: "TextPositionSelector", start: 7, end: 1500 } } }],
      ["annotation-passed-over Annotation 1 names no words that can be found."],
    ],
    [
      "wrong words of ours",
      [{ tags: ["a"], target, "polyvocal:stance": "maybe", "polyvocal:schemeVersion": "x" }],
      [
        'wrong-value Annotation 1: "stance" cannot be "maybe".',
        'wrong-value Annotation 1: "schemeVersion" must be a whole number from 1, and is "x".',
      ],
    ],
    [
      "a body that is only an address",
      [{ tags: ["a"], body: "https://example.org/post", target }],
      ['not-carried Annotation 1: the body "https://example.org/post" is an address, and is left out.'],
    ],
  ])("%s", (_, value, expected) => {
    const { issues } = fromAnnotations(value, two);
    expect(issues.map(({ code, message }) => `${code} ${message}`)).toEqual(expected);
  });

  test("nothing that JSON can hold throws", () => {
    const key = fc.constantFrom(
      ...["id", "type", "body", "target", "selector", "source", "tags", "text", "items", "first", "purpose", "value"],
      ...[
        "exact",
        "start",
        "end",
        "refinedBy",
        "motivation",
        "creator",
        "created",
        "polyvocal:base",
        "polyvocal:decided",
        "x",
      ],
    );
    const word = fc.constantFrom(
      "Annotation",
      "tagging",
      "TextPositionSelector",
      "Choice",
      "first",
      "urn:polyvocal:code:%",
      "a",
      "",
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "medium" },
        word,
        fc.integer({ min: -2, max: 60 }),
        fc.constant(null),
        tie("list"),
        tie("record"),
        tie("record"),
      ),
      list: fc.array(tie("value"), { maxLength: 4 }),
      record: fc.dictionary(key, tie("value"), { maxKeys: 6 }),
    }));
    fc.assert(
      fc.property(value, (json) => {
        const { codings } = fromAnnotations(json, two);
        for (const coding of codings) expect(["first", "second"]).toContain(coding.transcript);
      }),
      { numRuns: 2000 },
    );
  });

  test("values that go deep, or in a circle, come to an end", () => {
    const circle: { items: unknown[] } = { items: [] };
    circle.items.push(circle);
    expect(fromAnnotations(circle, first).codings).toEqual([]);
    let selector: unknown = quote;
    for (let depth = 0; depth < 10_000; depth++) selector = { type: "FragmentSelector", refinedBy: selector };
    expect(fromAnnotations([{ tags: ["a"], target: { selector } }], first).codings).toEqual([]);
  });
});
