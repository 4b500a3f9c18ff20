import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCodebook } from "./parse-codebook";
import { toCodebook } from "./to-codebook";

const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const codebook = (body: string): string =>
  `<?xml version="1.0"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0">${body}</CodeBook>`;
const told = (text: string): string[] => parseCodebook(text).issues.map(({ code, message }) => `${code} ${message}`);

describe("codebooks of other programs", () => {
  test("codes that cannot be applied are categories, and one that can and has others under it is both", () => {
    const { scheme, identities, issues } = parseCodebook(
      codebook(`<Codes>
        <Code guid="{${guid(1).toUpperCase()}}" name="Experience" isCodable="false"><Description>How it &lt;felt&gt;</Description>
          <Code guid="${guid(2)}" name="waiting" isCodable="1" color="#58FA58">
            <Description>Time
Example: Two hours!</Description>
            <Code guid="${guid(3)}" name="waiting: long" isCodable="true"/>
          </Code>
          <Code guid="${guid(4)}" name="Empty" isCodable="0"/>
        </Code>
        <Code guid="${guid(5)}" name="waiting" isCodable="true"/>
      </Codes>`),
    );
    expect(issues).toEqual([]);
    expect(scheme).toEqual({
      version: 1,
      changes: [],
      entries: [
        { kind: "category", id: "experience", name: "Experience", definition: "How it <felt>", parent: null },
        { kind: "category", id: "waiting", name: "waiting", parent: "experience" },
        {
          kind: "code",
          id: "waiting",
          name: "waiting",
          category: "waiting",
          definition: "Time",
          examples: ["Two hours!"],
        },
        { kind: "code", id: "waiting-long", name: "waiting: long", category: "waiting" },
        { kind: "category", id: "empty", name: "Empty", parent: "experience" },
        { kind: "code", id: "waiting-2", name: "waiting", category: null },
      ],
    });
    expect(identities).toEqual([
      { kind: "category", id: "experience", guid: guid(1) },
      { kind: "code", id: "waiting", guid: guid(2), color: "#58FA58" },
      { kind: "code", id: "waiting-long", guid: guid(3) },
      { kind: "category", id: "empty", guid: guid(4) },
      { kind: "code", id: "waiting-2", guid: guid(5) },
    ]);
  });

  test("sets are themes; a category in one stands for its codes", () => {
    const text = codebook(`<Codes><Code guid="${guid(1)}" name="A" isCodable="false">
        <Code guid="${guid(2)}" name="One" isCodable="true"/><Code guid="${guid(3)}" name="Two" isCodable="true"/></Code></Codes>
      <Sets><Set guid="${guid(8)}" name="Both"><Description>What they share</Description>
        <MemberCode guid="{${guid(3)}}"/><MemberCode guid="${guid(3)}"/><MemberCode guid="${guid(9)}"/></Set>
        <Set guid="${guid(7)}" name="All"><MemberCode guid="${guid(1)}"/></Set></Sets>`);
    const { scheme } = parseCodebook(text);
    expect(scheme.entries.slice(3)).toEqual([
      { kind: "theme", id: "both", name: "Both", concept: "What they share", parent: null, codes: ["two"] },
      { kind: "theme", id: "all", name: "All", parent: null, codes: ["one", "two"] },
    ]);
    expect(told(text)).toEqual([
      `not-carried The set "Both" names the code "${guid(9)}", which is not in the codebook.`,
      'shape-assumed The set "All" names "A", which is no code; the theme has the codes in it.',
    ]);
  });

  test("names in the same words, or without any, get ids of their own", () => {
    const names = ["Trust", "trust!", "TRUST", "", "?!", "Vertrauen über alles", "信任", "ثقة"];
    const codes = names.map((name, index) => `<Code guid="${guid(index)}" name="${name}" isCodable="true"/>`);
    const { entries } = parseCodebook(codebook(`<Codes>${codes.join("")}</Codes>`)).scheme;
    expect(entries.map(({ id }) => id)).toEqual([
      ...["trust", "trust-2", "trust-3", "code", "code-2", "vertrauen-uber-alles", "信任", "ثقة"],
    ]);
    expect(entries[3]?.name).toBe("Code");
  });

  test("a name that stands twice in one place is told, with the id that the second was given", () => {
    const inside = '<Code name="A" isCodable="true"/><Code name="A" isCodable="true"/>';
    const text = codebook(
      `<Codes>\n<Code name="A" isCodable="false">\n${inside}</Code>\n<Code name="A" isCodable="true"/>\n<Code name="A" isCodable="true"/></Codes>`,
    );
    const { issues } = parseCodebook(text);
    expect(issues.map(({ code, message, place }) => [code, message, `${place?.line}:${place?.column}`])).toEqual([
      ["duplicate-name", 'The codebook has "A" under "A" twice: this one was given the id "a-a".', "4:34"],
      ["duplicate-name", 'The codebook has "A" twice: this one was given the id "a-3".', "6:1"],
    ]);
  });

  test("identifiers that are no GUIDs serve their sets, and colours are kept", () => {
    const { scheme, identities, issues } = parseCodebook(
      codebook(
        '<Codes><Code guid="c-joy" name="Joy" color="#00FF00" isCodable="true"/></Codes><Sets><Set guid="s" name="S"><MemberCode guid="c-joy"/></Set></Sets>',
      ),
    );
    expect(scheme.entries[1]).toMatchObject({ kind: "theme", codes: ["joy"] });
    expect(identities).toEqual([{ kind: "code", id: "joy", color: "#00FF00" }]);
    expect(issues.map(({ message }) => message)).toEqual([
      '2 identifiers of the codebook are no GUIDs, such as "c-joy".',
    ]);
    expect(toCodebook(scheme, { identities })).toContain('name="Joy" isCodable="true" color="#00FF00"');
  });

  test("a namespace with a prefix, a byte order mark and CRLF do not matter", () => {
    const text = `\uFEFF<?xml version="1.0"?>\r\n<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0">\r\n<q:Codes>\r\n<q:Code name="A" isCodable="true"><q:Description>one\r\ntwo</q:Description></q:Code></q:Codes></q:CodeBook>`;
    expect(parseCodebook(text)).toEqual({
      scheme: {
        version: 1,
        changes: [],
        entries: [{ kind: "code", id: "a", name: "A", category: null, definition: "one\ntwo" }],
      },
      identities: [],
      issues: [],
    });
  });
});

describe("problems", () => {
  test.each<[string, string, string[]]>([
    ["nothing", "", ["broken-file This is no codebook."]],
    ["something else", "<html><body>hello</body></html>", ["broken-file This is no codebook."]],
    ["text", "name,parent\na,b\n", ["broken-file This is no codebook."]],
    [
      "a file that is cut",
      codebook('<Codes><Code name="A" isCodable="true"/>').replace("</CodeBook>", ""),
      ["broken-file The XML does not close <Codes>."],
    ],
    [
      "a wrong colour",
      codebook('<Codes><Code name="A" color="red" isCodable="true"/></Codes>'),
      ['not-carried The colour "red" of "A" is not one of the form #RRGGBB.'],
    ],
    [
      "other elements",
      codebook('<Codes><Code name="A" isCodable="true"><NoteRef targetGUID="x"/><NoteRef/></Code></Codes>'),
      ["not-carried The codebook has 2 NoteRefs in its codes, for which a scheme has no place."],
    ],
    [
      "an instruction of ours that is broken",
      codebook('<Codes><Code name="A" isCodable="true"/></Codes>').replace("<CodeBook", "<?polyvocal {oh?><CodeBook"),
      [
        "not-carried What this library wrote for itself at the head of the codebook cannot be read: the version of the scheme and its history.",
      ],
    ],
    [
      "an id that a mark could not name",
      codebook('<Codes><Code name="A" isCodable="true"><Description>Polyvocal id: a,b</Description></Code></Codes>'),
      ['wrong-value The id "a,b" cannot have "," in it.'],
    ],
    [
      "one id twice",
      codebook(
        ["A", "B"]
          .map((name) => `<Code name="${name}" isCodable="true"><Description>Polyvocal id: x</Description></Code>`)
          .join(""),
      )
        .replace("<Code n", "<Codes><Code n")
        .replace("</CodeBook>", "</Codes></CodeBook>"),
      ['duplicate-id The code "x" is defined twice.'],
    ],
    [
      "a theme under one that is gone",
      codebook(
        '<Codes><Code name="A" isCodable="true"/></Codes><Sets><Set name="S"><Description>Polyvocal parent: gone</Description></Set></Sets>',
      ),
      ['not-carried The set "S" stood under "gone", which is not in the codebook.'],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test("a problem names its place in the file", () => {
    const text = codebook('\n<Codes>\n  <Code name="A" color="red" isCodable="true"/></Codes>');
    expect(parseCodebook(text, "study.qdc").issues[0]?.place).toMatchObject({ file: "study.qdc", line: 4, column: 3 });
  });

  test("entities of a document type are not expanded", () => {
    const bomb = `<!DOCTYPE CodeBook [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${codebook('<Codes><Code name="&b;" isCodable="true"/></Codes>')}`;
    expect(parseCodebook(bomb).scheme.entries[0]?.name).toBe("&b;");
  });

  test("codes that stand very deep come to an end", () => {
    const deep = codebook(`<Codes>${'<Code name="A" isCodable="true">'.repeat(5000)}${"</Code>".repeat(5000)}</Codes>`);
    expect(told(deep)).toContain("broken-file The XML has tags more than 200 deep.");
  });

  test("names in any words, in any tree, get ids of their own", () => {
    const head = fc.tuple(fc.constantFrom("a", "A", "a 2", "a-2", "b", "b-a", "?", ""), fc.boolean());
    const { tree } = fc.letrec<{ tree: string }>((tie) => {
      const inside = fc.oneof({ maxDepth: 3 }, fc.constant<string[]>([]), fc.array(tie("tree"), { maxLength: 3 }));
      return {
        tree: fc.tuple(head, inside).map(([[name, codable], codes]) => {
          return `<Code name="${name}" isCodable="${codable}">${codes.join("")}</Code>`;
        }),
      };
    });
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), (trees) => {
        const text = codebook(`<Codes>${trees.join("")}</Codes>`);
        const { scheme, issues } = parseCodebook(text);
        expect(issues.filter(({ code }) => code !== "duplicate-name")).toEqual([]);
        expect(scheme.entries.filter(({ kind }) => kind === "code")).toHaveLength(
          text.split('isCodable="true"').length - 1,
        );
        expect(parseCodebook(toCodebook(scheme)).scheme).toEqual(scheme);
      }),
    );
  });

  test("no text throws, and ids are never two alike", () => {
    const part = fc.constantFrom(
      ...[
        "<Codes>",
        "</Codes>",
        "<Code ",
        'name="A"',
        'name="a!"',
        'isCodable="false"',
        ">",
        "/>",
        "</Code>",
        "<Sets>",
        "<Set ",
        "</Set>",
      ],
      ...[
        "<MemberCode guid='",
        guid(1),
        "'",
        `guid="${guid(1)}"`,
        "<Description>",
        "</Description>",
        "Polyvocal id: a\n",
        "Include: x\n",
      ],
      ...[
        "<?polyvocal ",
        '{"order":["code a",null,{}],"changes":[{}],"version":"x"}',
        "?>",
        "<![CDATA[",
        "]]>",
        "&#0;",
        "<!--",
        "\u0000",
      ],
    );
    const whole = fc.array(part, { maxLength: 40 }).map((parts) => codebook(parts.join("")));
    fc.assert(
      fc.property(whole, (text) => {
        const { entries } = parseCodebook(text).scheme;
        expect(new Set(entries.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(entries.length);
      }),
      { numRuns: 1000 },
    );
  });
});

test("A codebook with more codes than any has is one issue, and is not read.", () => {
  const one = '<Code guid="x" name="a" isCodable="true"/>';
  expect(told(codebook(`<Codes>${one.repeat(100_001)}</Codes>`))).toEqual([
    "too-large The codebook has more than 100000 codes and sets, and was not read.",
  ]);
});
