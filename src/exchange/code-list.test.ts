import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { toSource } from "../issues/source";
import { parseScheme } from "../scheme/parse-scheme";
import { parseCsv } from "../text/csv";
import { pathSeparator } from "./list-paths";
import { parseCodeList } from "./parse-code-list";
import { parseCodebook } from "./parse-codebook";
import { randomScheme } from "./random-scheme.fixture";
import { toCodeList } from "./to-code-list";
import { toCodebook } from "./to-codebook";

const scheme = parseScheme(`
categories: [{ id: feelings, name: Feelings, definition: "What people feel, or say so" }, { id: quiet, name: Quiet, parent: feelings }]
codes:
  - { id: hope, name: Hope, category: quiet, definition: "=1+1 is how it begins", examples: ["One day, \\"perhaps\\"", "- and then", '["a"]'], suggest: ["hope*"] }
  - { id: old, name: "'@old", retired: true, include: "Two\\nlines" }
themes: [{ id: ahead, name: Ahead, concept: It goes on, codes: [old, hope], subthemes: [{ id: later, name: Later }] }]
`);

/** Each entry of a list in a line: kind, id, what it stands under or what it holds. */
function entries(text: string, top?: "themes"): string[] {
  return parseCodeList(text, top === undefined ? {} : { top }).scheme.entries.map((entry) => {
    if (entry.kind === "theme") return `theme ${entry.id} < ${entry.parent}: ${entry.codes.join(" ")}`;
    return `${entry.kind} ${entry.id} < ${entry.kind === "code" ? entry.category : entry.parent}`;
  });
}

const told = (text: string): string[] => parseCodeList(text).issues.map(({ code, message }) => `${code} ${message}`);

describe("toCodeList", () => {
  test("writes a row for each entry, with what could be a formula guarded", async () => {
    await expect(toCodeList(scheme)).toMatchFileSnapshot("golden/code-list.csv");
  });

  test("no cell begins with what a spreadsheet takes for a formula", () => {
    fc.assert(
      fc.property(randomScheme(), (each) => {
        const csv = parseCsv(toSource("codes.csv", toCodeList(each)));
        for (const row of csv.rows)
          for (const column of csv.columns) expect(row.cell(column)).not.toMatch(/^[=+\-@\t]/);
      }),
    );
  });
});

describe("there and back", () => {
  test("every entry is as it was, in its place", () => {
    expect(parseCodeList(toCodeList(scheme))).toEqual({ scheme, issues: [] });
  });

  test("random schemes have the same entries again", () => {
    fc.assert(
      fc.property(randomScheme(), (each) => {
        const read = parseCodeList(toCodeList(each));
        expect(read.scheme.entries).toEqual(each.entries);
        expect(read.issues).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("lists of others", () => {
  test("Taguette's codebook", () => {
    const { scheme: read, issues } = parseCodeList("tag,description\ntrust,Whether one can\nhope,\n");
    expect(issues).toEqual([]);
    expect(read.entries).toEqual([
      { kind: "code", id: "trust", name: "trust", category: null, definition: "Whether one can" },
      { kind: "code", id: "hope", name: "hope", category: null },
    ]);
  });

  test("usual headings, in any case, with semicolons and a byte order mark", () => {
    const text =
      "\uFEFFCode_Name;Category;Description;Inclusion criteria;When not to use;Example quote\nTrust;Care;d;i;e;one\n";
    expect(parseCodeList(text)).toEqual({
      scheme: {
        version: 1,
        changes: [],
        entries: [
          { kind: "category", id: "care", name: "Care", parent: null },
          {
            ...{ kind: "code", id: "trust", name: "Trust", category: "care", definition: "d" },
            include: "i",
            exclude: "e",
            examples: ["one"],
          },
        ],
      },
      issues: [],
    });
  });

  test.each<[string, string, string[], string[]?]>([
    [
      "a row with others under it is a category, and a code in it",
      "name,parent\nCare,\nWaiting,care\nLong,Waiting\n",
      [
        "category care < null",
        "code care < care",
        "category waiting < care",
        "code waiting < waiting",
        "code long < waiting",
      ],
    ],
    [
      "a parent without a row is a category alone, wherever it is named first",
      "name,parent\nWaiting,Care\nTrust,Care\n",
      ["category care < null", "code waiting < care", "code trust < care"],
      ['shape-assumed 1 parent has no row of its own, and was made a category: "Care".'],
    ],
    [
      "of a column of categories, that they have no rows of their own goes without saying",
      "category,code\nCare,Trust\nWork,Pay\n",
      ["category care < null", "code trust < care", "category work < null", "code pay < work"],
    ],
    [
      "unless one is nearly the name of a row",
      "category,code\n,Waiting\nWaitng,Long\n",
      ["code waiting < null", "category waitng < null", "code long < waitng"],
      ['shape-assumed The parent "Waitng" has no row of its own, and was made a category.'],
    ],
    [
      "a code in a category of its own name",
      "code,category\nTrust,Trust\n",
      ["category trust < null", "code trust < trust"],
    ],
    [
      "parents by id",
      "id,name,parent\nc1,Care,\nc2,Waiting,c1\n",
      ["category c1 < null", "code c1 < c1", "code c2 < c1"],
    ],
    ["codes beside names are ids", "code,label\nA1,Trust\nA2,Hope\n", ["code A1 < null", "code A2 < null"]],
    [
      "themes in a column of their own",
      "theme,code\nGoing on; Alone,Trust\nalone,Hope\n",
      ["code trust < null", "code hope < null", "theme going-on < null: trust", "theme alone < null: trust hope"],
    ],
    [
      "the same name twice",
      "name,parent\nStaff,Good\nStaff,Bad\nstaff,Bad\n",
      [
        "category good < null",
        "code staff < good",
        "category bad < null",
        "code bad-staff < bad",
        "code bad-staff-2 < bad",
      ],
      [
        'shape-assumed 2 parents have no rows of their own, and were made categories: "Good", "Bad".',
        'duplicate-name The list has "staff" beside "Staff" under "Bad": this one was given the id "bad-staff-2".',
      ],
    ],
    [
      "the same name twice at the top, and in paths",
      "name\nCare/Trust\ncare/trust\nPay\npay\n",
      ["category care < null", "code trust < care", "code care-trust < care", "code pay < null", "code pay-2 < null"],
      [
        'shape-assumed The names were read as paths, parted by "/".',
        'duplicate-name The list has "trust" beside "Trust" under "Care": this one was given the id "care-trust".',
        'duplicate-name The list has "pay" beside "Pay": this one was given the id "pay-2".',
      ],
    ],
    [
      "ids that are stated keep others from being made of names",
      "id,name\n,Trust\ntrust,Doubt\n",
      ["code trust-2 < null", "code trust < null"],
    ],
    ["tabs", "name\tcategory\nTrust\tCare\n", ["category care < null", "code trust < care"]],
  ])("%s", (_, text, expected, issues = []) => {
    expect(entries(text)).toEqual(expected);
    expect(told(text)).toEqual(issues);
  });

  test.each([
    ["Care > Waiting > Long", "Care > Trust", ">"],
    ["Care::Waiting::Long", "Care::Trust", "::"],
    ["Care\\Waiting\\Long", "Care\\Trust", "\\"],
    ["Care/Waiting/Long", "Care/Trust", "/"],
  ])("paths such as %s", (long, trust, mark) => {
    const text = `name\nWaiting\n${long}\n${trust}\n`;
    expect(entries(text)).toEqual([
      ...[
        "code waiting < null",
        "category care < null",
        "category waiting < care",
        "code long < waiting",
        "code trust < care",
      ],
    ]);
    expect(told(text)).toEqual([`shape-assumed The names were read as paths, parted by "${mark}".`]);
  });

  test.each<[string, string[], string | null]>([
    ["one name with the mark", ["pros/cons", "trust"], null],
    ["marks that share nothing", ["pros/cons", "him/her", "and/or"], null],
    ["one that has its head in the list, and one that has not", ["care", "care/trust", "and/or"], null],
    ["two that have their head in the list", ["care", "care/trust", "care/hope", "and/or"], "/"],
    ["most names speak against it", ["care", "care/trust", "care/hope", "a/b", "c/d", "e/f"], null],
    ["the mark with more evidence", ["a > b/c", "a > d", "a > e"], ">"],
    ["marks at an end", ["/a", "/b", "a/", "a//b"], null],
    ["no names", [], null],
  ])("paths by evidence: %s", (_, names, separator) => {
    expect(pathSeparator(names)).toBe(separator);
  });

  test("with themes at the top, what stands above is a theme of the codes under it", () => {
    const text =
      "name,parent,definition,examples\nCare,,Being looked after,no place\nWaiting,Care,,\nLong,Waiting,,\nTrust,Care,,\n";
    expect(entries(text, "themes")).toEqual([
      ...["code long < null", "code trust < null", "theme care < null: trust", "theme waiting < care: long"],
    ]);
    const { scheme: read, issues } = parseCodeList(text, { top: "themes" });
    expect(read.entries[2]).toMatchObject({ name: "Care", concept: "Being looked after" });
    expect(issues.map(({ message }) => message)).toEqual([
      'The theme "Care" has no place for what the list says under examples.',
    ]);
  });
});

describe("problems", () => {
  test.each<[string, string, string[]]>([
    ["nothing", "", ["no-header No column of the code list holds the names of codes."]],
    ["no names", "a,b\n1,2\n", ['no-header No column of the code list holds the names of codes. It has "a" and "b".']],
    [
      "columns that mean nothing here",
      "tag,number of highlights,colour\nx,3,\n",
      ['not-carried 1 column of the code list has no place in a scheme: "number of highlights".'],
    ],
    ["a row without a name", "name,definition\n,what?\n", ["missing-key A row of the code list has no name."]],
    ["one id twice", "id,name\na,One\na,Two\n", ['duplicate-id The code "a" is defined twice.']],
    ["an id that a mark could not name", 'id,name\n"a,b",One\n', ['wrong-value The id "a,b" cannot have "," in it.']],
    ["a ragged row", "name,parent\nx\n", ["ragged-row This row has 1 cell, and the header has 2."]],
    [
      "quotation marks that do not close",
      'name\n"x\n',
      ["broken-csv A quotation mark opens a cell and never closes it."],
    ],
    [
      "parents in a circle",
      "name,parent\nA,B\nB,A\n",
      ['theme-cycle The categories "a" and "b" stand under each other in a circle: a > b > a.'],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test("a problem stands at its cell", () => {
    expect(parseCodeList("id,name\na,One\na,Two\n", { file: "my.csv" }).issues[0]?.place).toMatchObject({
      file: "my.csv",
      line: 3,
      column: 1,
    });
  });

  test("names that are twice in one place, and parents that are nearly a name, are told at their cells", () => {
    const { issues } = parseCodeList("name,parent\nWaiting,\nLong,Waitng\nwaiting,\n");
    expect(issues.map(({ code, hint, place }) => [code, hint, `${place?.line}:${place?.column}`])).toEqual([
      ["shape-assumed", 'Did you mean "Waiting"?', "3:6"],
      [
        "duplicate-name",
        "If they are one code, remove a row; if they are two, give them names that can be told apart.",
        "4:1",
      ],
    ]);
  });

  test("names that differ in capitals alone are told with both ways of writing", () => {
    const { issues } = parseCodeList("name,parent\nHope,\nhope,\nSelf,Hope\nself,Hope\nself,Hope\nSelf,Hope\n");
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ["duplicate-name", 'The list has "hope" beside "Hope": this one was given the id "hope-2".'],
      ["duplicate-name", 'The list has "self" beside "Self" under "Hope": this one was given the id "hope-self".'],
      ["duplicate-name", 'The list has "self" beside "Self" under "Hope": this one was given the id "hope-self-2".'],
      ["duplicate-name", 'The list has "Self" under "Hope" twice: this one was given the id "hope-self-3".'],
    ]);
  });

  test("what is no text is refused, as is what is no scheme", () => {
    const call = (given: unknown, of: unknown): unknown => Reflect.apply(Object(of), null, [given]);
    const text = 'The first argument must be text, and is nothing. Give what readFile(file, "utf8") reads.';
    expect(() => call(undefined, parseCodeList)).toThrow(text);
    expect(() => call(new Uint8Array(2), parseCodebook)).toThrow("The first argument must be text, and is a record.");
    expect(() => call(undefined, parseCodebook)).toThrow(text);
    expect(() => call(undefined, toCodeList)).toThrow("The first argument must be a scheme, and is nothing.");
    expect(() => call({ scheme: parseScheme("") }, toCodebook)).toThrow("Give the study's own: study.scheme.");
  });

  test("of many parents without rows a dozen are named, and with themes at the top they are themes", () => {
    const list = `name,parent\n${Array.from({ length: 14 }, (_, index) => `${index}x,${"abcdefghijklmn".charAt(index)}\n`).join("")}`;
    expect(parseCodeList(list, { top: "themes" }).issues.map(({ message }) => message)).toEqual([
      '14 parents have no rows of their own, and were made themes: "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l" and 2 more.',
    ]);
  });

  test("a wrong option is refused", () => {
    expect(() => parseCodeList("name\nx\n", { top: "theme" as "themes" })).toThrow(InputError);
  });

  test("names in any words, under any parents, are all codes of their own", () => {
    const word = fc.constantFrom("a", "A", "a!", "a 2", "a-2", "b", "b-a", "?", "漢");
    const rows = fc.array(fc.tuple(word, fc.option(word, { nil: "" })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, (cells) => {
        const { scheme: read, issues } = parseCodeList(
          `name,parent\n${cells.map((row) => row.join(",")).join("\n")}\n`,
        );
        const assumed = ["theme-cycle", "shape-assumed", "duplicate-name"];
        expect(issues.filter(({ code }) => !assumed.includes(code))).toEqual([]);
        expect(read.entries.filter(({ kind }) => kind === "code")).toHaveLength(cells.length);
      }),
      { numRuns: 500 },
    );
  });

  test("no text throws, and ids are never two alike", () => {
    const part = fc.constantFrom(
      ...[
        "name",
        "parent",
        "id",
        "kind",
        "theme",
        "codes",
        "examples",
        "suggest",
        ",",
        ",",
        ",",
        "\n",
        "\n",
        '"',
        ";",
        "\t",
        " > ",
        "/",
      ],
      ...["a", "A", "b", "=", "'", "[", "code", "category", "[1]", "{}", "\u0000", "😀", "__proto__", "constructor"],
    );
    const texts = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(""));
    const headed = fc
      .tuple(fc.constantFrom("", "name,parent,id\n", "tag,theme\n", "name,kind,codes,suggest\n"), texts)
      .map((all) => all.join(""));
    fc.assert(
      fc.property(headed, fc.constantFrom("categories" as const, "themes" as const), (text, top) => {
        const { scheme: read } = parseCodeList(text, { top });
        expect(new Set(read.entries.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(read.entries.length);
      }),
      { numRuns: 2000 },
    );
  });
});
