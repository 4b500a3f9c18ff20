import fc from "fast-check";
import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import { DEEPEST_TAG, scanXml, unescapeXml } from "./xml";

/** What a text makes the scanner tell, one event a line, and at last the problem. */
function events(text: string): string[] {
  const told: string[] = [];
  const problem = scanXml(text, {
    open: (name, attributes, at) => {
      told.push(`${at} <${name}${[...attributes].map(([key, value]) => ` ${key}=${value}`).join("")}>`);
    },
    close: (name) => {
      told.push(`</${name}>`);
    },
    text: (words, at) => {
      if (words.trim() !== "") told.push(`${at} ${words}`);
    },
  });
  return problem === null ? told : [...told, `! ${problem.at} The XML ${problem.message}.`];
}

test.each([
  ["tags", `<a x="1" y = 'two>'>hi<b/></a>`, ["0 <a x=1 y=two>>", "20 hi", "22 <b>", "</b>", "</a>"]],
  ["entities", `<a x="&lt;&#65;">&amp;&#x1F600;&quot;</a>`, ["0 <a x=<A>", '17 &😀"', "</a>"]],
  ["comments", "<?xml version='1.0'?><!-- <b> --><a/>", ["33 <a>", "</a>"]],
  ["CDATA", "<a><![CDATA[x < y ]] &amp;]]></a>", ["0 <a>", "12 x < y ]] &amp;", "</a>"]],
  ["declarations", '<!DOCTYPE a [\n<!ENTITY e "x">\n] ><a>&e;</a>', ["33 <a>", "36 &e;", "</a>"]],
  ["a plain document type", '<!DOCTYPE Trans SYSTEM "trans-14.dtd"><a>[x]</a>', ["38 <a>", "41 [x]", "</a>"]],
  ["names of any script", "<日本:é-1/>", ["0 <日本:é-1>", "</日本:é-1>"]],
  ["nothing", "", []],
])("%s are read", (_what, text, expected) => {
  expect(events(text)).toEqual(expected);
});

test.each([
  ["a < b", ["0 a ", "2 <", "3  b", '! 2 The XML has a "<" that begins no tag.']],
  ["<a><b></a>x", ["0 <a>", "3 <b>", "</b>", "</a>", "10 x", "! 6 The XML closes <a> before <b>."]],
  ["<a></b></a>", ["0 <a>", "</a>", "! 3 The XML closes <b>, which is not open."]],
  ["<a>x", ["0 <a>", "3 x", "</a>", "! 4 The XML does not close <a>."]],
  ["<a x=1>w</a>", ["0 <a>", "7 w", "</a>", "! 0 The XML has a wrong attribute in <a>."]],
  [
    `<a x="1" y <b>w</b></a>`,
    ["0 <a x=1>", "11 <b>", "14 w", "</b>", "</a>", "! 0 The XML has a wrong attribute in <a>."],
  ],
  ["<a/><b x='", ["0 <a>", "</a>", "! 4 The XML has a wrong attribute in <b>."]],
  ["<a/></a", ["0 <a>", "</a>", "! 4 The XML ends within a tag."]],
  ["<a/><!-- x", ["0 <a>", "</a>", "! 4 The XML ends within a comment or declaration."]],
])("broken XML is read as far as it goes, and the first problem is told: %s", (text, expected) => {
  expect(events(text)).toEqual(expected);
});

test("attributes are found by their name, and by their name without prefix; of two with one name the last counts", () => {
  const found: (string | undefined)[] = [];
  scanXml('<p ttm:agent="a1" xml:id="x" end="2s" end="3s" myend="9s"/>', {
    open(_, attributes) {
      const { size } = attributes;
      found.push(`${size}`, attributes.get("agent"), attributes.get("end"), attributes.getLocal("agent"));
      found.push(attributes.getLocal("end"), attributes.getLocal("id"), attributes.getLocal("begin"));
    },
    close: () => undefined,
    text: () => undefined,
  });
  expect(found).toEqual(["5", undefined, "3s", "a1", "3s", "x", undefined]);
});

test("unknown entities, impossible numbers and lone ampersands stay as they are", () => {
  const text = "&nbsp; & &#0; &#xD800; &#x110000; &#99999999999; &amp;lt; a&b;";
  expect(unescapeXml(text)).toBe("&nbsp; & &#0; &#xD800; &#x110000; &#99999999999; &lt; a&b;");
});

test("tags are read down to a depth that no file has, and not below", () => {
  const told = events("<a>".repeat(1_000_000));
  expect(told.filter((each) => each.includes(" <a>")).length).toBe(DEEPEST_TAG + 1);
  expect(told.at(-1)).toMatch(/The XML has tags more than 200 deep\.$/);
});

test("the words and attributes are those that another parser finds", () => {
  const name = fc.constantFrom("a", "b", "Turn", "x:y");
  const words = fc.string({ unit: fc.constantFrom("w", " ", "é", "<", ">", "&", '"', "'", "\n", "日", "]") });
  const escaped = (text: string): string =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  type Tree = { name: string; value: string; text: string; children: Tree[] };
  const leaf: fc.Arbitrary<Tree> = fc.record({ name, value: words, text: words, children: fc.constant([]) });
  const above = (child: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
    fc.record({ name, value: words, text: words, children: fc.array(child, { maxLength: 3 }) });
  const tree = above(above(above(leaf)));
  const write = ({ name: tag, value, text, children }: Tree): string =>
    `<${tag} v="${escaped(value)}">${escaped(text)}${children.map(write).join("")}</${tag}>`;
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    trimValues: false,
    parseTagValue: false,
  });
  const flatten = (nodes: Record<string, unknown>[]): string[] =>
    nodes.flatMap((node) =>
      Object.entries(node).flatMap(([key, value]) => {
        if (key === "#text") return [`text ${value}`];
        if (key === ":@") return [`value ${(value as { v: string }).v}`];
        return [`tag ${key}`, ...flatten(value as Record<string, unknown>[])];
      }),
    );
  const ours = (text: string): string[] => {
    const told: string[] = [];
    const problem = scanXml(text, {
      open: (tag, attributes) => {
        told.push(`tag ${tag}`);
        told.push(`value ${attributes.get("v")}`);
      },
      close: () => undefined,
      text: (said) => {
        if (said !== "") told.push(`text ${said}`);
      },
    });
    return problem === null ? told : [...told, problem.message];
  };
  const sorted = (told: string[]): string[] => [...told].sort();
  fc.assert(
    fc.property(tree, (made) => {
      const text = write(made);
      expect(sorted(ours(text))).toEqual(sorted(flatten(parser.parse(text))));
    }),
    { seed: 7, numRuns: 300 },
  );
});
