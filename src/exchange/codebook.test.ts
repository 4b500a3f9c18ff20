import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import type { Scheme } from "../model/scheme";
import { parseScheme } from "../scheme/parse-scheme";
import { readDescription, writeDescription } from "./description";
import { guidOf, plainGuid } from "./guid";
import { parseCodebook } from "./parse-codebook";
import { randomScheme } from "./random-scheme.fixture";
import { toCodebook } from "./to-codebook";

const scheme = parseScheme(`
version: 2
categories:
  - { id: feelings, name: "Feelings & <moods>", definition: What people feel }
  - { id: care, name: Care, parent: feelings }
  - { id: waiting, name: Waiting, parent: care }
codes:
  - { id: later, name: Later on, category: care }
  - { id: hope, name: Hope, category: feelings, definition: "Speaks of a future\\n\\nIn any words", include: Plans, exclude: "Mere \\"maybe\\"", examples: [One day, "Next year, perhaps"], suggest: ["hope*", { stem: future }] }
  - { id: waiting, name: Waiting, category: waiting, definition: Time that passes }
  - { id: long, name: "Waiting: long", category: waiting, retired: true }
  - { id: tricky, definition: "First\\nInclude: not a label" }
themes:
  - id: time
    name: Time runs differently
    concept: Waiting makes time
    boundary: Not patience
    codes: [later, long]
    subthemes: [{ id: ahead, name: Ahead, question: What then?, codes: [hope, later], reviews: [{ decided: Kept, date: 2026-03-01 }] }]
changes:
  - { from: 1, to: 2, why: "One ?> idea", steps: [{ rename: hope, name: Hope, was: Wish }] }
`);

function again(of: Scheme): Scheme {
  return parseCodebook(toCodebook(of)).scheme;
}

describe("toCodebook", () => {
  test("writes categories, codes and themes as other programs read them", async () => {
    await expect(toCodebook(scheme)).toMatchFileSnapshot("golden/codebook.qdc");
  });

  test("gives what another reader of XML finds well formed, of the elements and attributes that the format has", () => {
    const xml = toCodebook(scheme);
    expect(XMLValidator.validate(xml)).toBe(true);
    const found = new Set<string>();
    const walk = (nodes: unknown, path: string): void => {
      if (!Array.isArray(nodes)) return;
      for (const node of nodes as Record<string, unknown>[]) {
        const attributes = Object.keys(node[":@"] ?? {}).join(" ");
        for (const name of Object.keys(node).filter((key) => key !== ":@" && !key.startsWith("#"))) {
          found.add(`${path}${name} ${attributes}`.trim());
          walk(node[name], `${path}${name}/`.replace(/(Code\/)+/, "Code/"));
        }
      }
    };
    walk(new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: "" }).parse(xml), "");
    expect([...found]).toEqual([
      "?xml version encoding",
      "?polyvocal",
      "CodeBook xmlns origin",
      "CodeBook/Codes",
      "CodeBook/Codes/Code guid name isCodable",
      "CodeBook/Codes/Code/Description",
      "CodeBook/Codes/Code/Code guid name isCodable",
      "CodeBook/Sets",
      "CodeBook/Sets/Set guid name",
      "CodeBook/Sets/Set/Description",
      "CodeBook/Sets/Set/MemberCode guid",
    ]);
  });

  test("refuses a scheme without codes and categories, which the format cannot hold", () => {
    const empty = { version: 1, entries: [], changes: [] };
    expect(() => toCodebook(empty)).toThrow(InputError);
    expect(() => toCodebook(empty)).toThrow("A codebook must have a code, and this scheme has none.");
  });

  test("keeps GUIDs and colours that came from a file, and makes the others of the ids", () => {
    const guid = "64D5460A-A39D-49E4-87EA-0279AAA78B59";
    const identities = [
      { kind: "code", id: "hope", guid: `{${guid}}`, color: "#F4FA58" },
      { kind: "code", id: "later", guid },
      { kind: "theme", id: "time", guid: "no guid" },
    ] as const;
    const xml = toCodebook(scheme, { identities });
    const reading = parseCodebook(xml);
    // What was read can be given as it is.
    expect(toCodebook(scheme, reading)).toBe(xml);
    const { identities: read } = reading;
    const known = new Map(read.map(({ kind, id, ...rest }) => [`${kind} ${id}`, rest]));
    expect(known.get("code hope")).toEqual({ guid: guid.toLowerCase(), color: "#F4FA58" });
    expect(known.get("code later")).toEqual({ guid: guidOf("code later") });
    expect(known.get("theme time")).toEqual({ guid: guidOf("theme time") });
  });
});

describe("there and back", () => {
  test("nothing is lost, the order and the history neither", () => {
    expect(again(scheme)).toEqual(scheme);
  });

  test("random schemes are the same again", () => {
    fc.assert(
      fc.property(randomScheme(), (each) => {
        const xml = toCodebook(each);
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(parseCodebook(xml)).toMatchObject({ scheme: each, issues: [] });
      }),
      { numRuns: 300 },
    );
  });

  test("without the instruction that other programs do not keep, all but version, history and order is there", () => {
    const kept = toCodebook(scheme).replace(/<\?polyvocal .*\?>\n/, "");
    const read = parseCodebook(kept).scheme;
    expect(read.version).toBe(1);
    expect(read.changes).toEqual([]);
    const sorted = ({ entries }: Scheme): unknown[] =>
      entries.toSorted((a, b) => (a.kind + a.id < b.kind + b.id ? -1 : 1));
    expect(sorted(read)).toEqual(sorted(scheme));
  });
});

describe("descriptions", () => {
  test.each<[string, object]>([
    ["Words alone, of\n\nseveral paragraphs", { definition: "Words alone, of\n\nseveral paragraphs" }],
    ["", {}],
    ["Include: this\nand this\nExample: one\nExample: two", { include: "this\nand this", examples: ["one", "two"] }],
    ["Include: one\nInclude: two", { include: "one\ntwo" }],
    ["Note: no label\nId: neither", { definition: "Note: no label\nId: neither" }],
    ["Suggest (data): no JSON", { definition: "Suggest (data): no JSON" }],
    ["Boundary: of themes only", { definition: "Boundary: of themes only" }],
    ['x\nPolyvocal entry: {"nothing":1}', { definition: 'x\nPolyvocal entry: {"nothing":1}' }],
  ])("%j", (description, fields) => {
    expect(readDescription("code", description)).toEqual(fields);
  });

  test("text that would be misread stands as JSON behind itself", () => {
    const fields = { definition: "First\nInclude: not a label" };
    const text = 'First\nInclude: not a label\nPolyvocal entry: {"definition":"First\\nInclude: not a label"}';
    expect(writeDescription("code", fields)).toBe(text);
    expect(readDescription("code", text)).toEqual(fields);
  });
});

describe("GUIDs", () => {
  test("are those of the name, of version 8 and the right variant, and differ for 20,000 names", () => {
    expect(guidOf("code hope")).toBe(guidOf("code hope"));
    const guids = Array.from({ length: 20_000 }, (_, index) => guidOf(`code c${index}`));
    expect(new Set(guids).size).toBe(20_000);
    for (const guid of guids)
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test.each([
    ["{64D5460A-A39D-49E4-87EA-0279AAA78B59}", "64d5460a-a39d-49e4-87ea-0279aaa78b59"],
    [" 64d5460a-a39d-49e4-87ea-0279aaa78b59 ", "64d5460a-a39d-49e4-87ea-0279aaa78b59"],
    ["64d5460aa39d49e487ea0279aaa78b59", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%j is %j", (written, guid) => {
    expect(plainGuid(written)).toBe(guid);
  });
});
