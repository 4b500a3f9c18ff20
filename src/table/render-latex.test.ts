import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printTable } from "./cells";
import type { Column } from "./column";
import type { TableContent } from "./content";
import { latexLayout } from "./latex-widths";
import { nastyTable } from "./nasty.fixture";
import { randomTable } from "./random.fixture";
import { toLatex } from "./render-latex";
import { Table } from "./table";

/** The LaTeX without escaped characters and comments: what is left of `&`, `{` and `}` is the table's own. */
function structure(latex: string): string {
  return latex.replace(/\\[\\{}&%$#_,-]/g, (escaped) => (escaped === "\\\\" ? "\\\\" : "")).replace(/^%.*\n/gm, "");
}

function expectSound(table: TableContent): void {
  const latex = structure(toLatex(table));
  let depth = 0;
  const depths = [...latex].map((character) => (depth += character === "{" ? 1 : character === "}" ? -1 : 0));
  expect([Math.min(...depths), depth]).toEqual([0, 0]);
  const { heads, rows, subHeads } = printTable(table);
  const lines = latex.split("\n").filter((line) => line.endsWith(" \\\\"));
  const headRows = subHeads ? 2 : 1;
  const headCopies = latex.includes("\\endhead") ? 2 : 1;
  expect(lines).toHaveLength(headRows * headCopies + rows.length);
  expect(lines.filter((line) => line.split("&").length !== heads.length)).toEqual([]);
  // A row that began with a bracket or star would be read as an argument of the row's end before it.
  expect(lines.filter((line) => /^\s*[[*]/.test(line))).toEqual([]);
}

function widths(table: TableContent): readonly number[] {
  return latexLayout(printTable(table)).widths.map(({ part }) => part);
}

const columns: Column[] = [
  { key: "theme", label: "Theme", kind: "text", indent: "depth", merge: true },
  { key: "n", label: "Carers", subLabel: "n = 12", kind: "count", of: 12, format: "n (%)" },
];
const rows = [
  { theme: "Hope & trust", n: 9, depth: 0 },
  { theme: "Hope & trust", n: 0, depth: 0 },
  { theme: "[Being] understood", n: null, depth: 1 },
];

describe("the LaTeX of a table", () => {
  test("has balanced braces and the right number of cells in each row", () => {
    expectSound(nastyTable);
  });

  test("is sound whatever its text is", () => {
    fc.assert(fc.property(randomTable, expectSound), { numRuns: 500 });
  });

  test("is a table with rules, caption, and notes beneath", () => {
    const type = (side: string, width: string): string =>
      `>{\\${side}\\arraybackslash}p{\\dimexpr${width}\\linewidth-2\\tabcolsep\\relax}`;
    expect(
      toLatex(new Table({ columns, rows, caption: "Themes, 100%", notes: ["Base: 12 & more.", "Scheme 2."] })),
    ).toBe(
      [
        "% Packages: array, booktabs; with pdfLaTeX also \\usepackage[T1]{fontenc}.",
        "\\begin{table}",
        "\\caption{Themes, 100\\%}",
        "\\footnotesize",
        "\\setlength{\\tabcolsep}{4pt}",
        `\\begin{tabular}{@{}${type("raggedright", "0.29")}${type("raggedleft", "0.12")}@{}}`,
        "\\toprule",
        "Theme & Carers \\\\",
        " & n = 12 \\\\",
        "\\midrule",
        "Hope \\& trust & 9 (75\\%) \\\\",
        " & 0 (0\\%) \\\\",
        "\\leftskip=1em\\relax {[}Being{]} understood & – \\\\",
        "\\bottomrule",
        "\\end{tabular}",
        "",
        "\\smallskip",
        "{\\footnotesize\\raggedright",
        "Base: 12 \\& more.\\par",
        "Scheme 2.\\par",
        "}",
        "\\end{table}",
        "",
      ].join("\n"),
    );
  });

  test("is a longtable if its rows take more than a page, however few they are", () => {
    const theme = "A carer can be weak only with someone who needs nothing from them. ".repeat(9);
    const few = (count: number): object[] => Array.from({ length: count }, (_, n) => ({ theme: `${n} ${theme}`, n }));
    expect(toLatex(new Table({ columns, rows: few(2) }))).toContain("\\begin{table}");
    expect(toLatex(new Table({ columns, rows: few(8) }))).toContain("\\begin{longtable}");
  });

  test("stands on a turned page if quotes would be narrow on an upright one, and breaks no word then", () => {
    const keys = ["theme", "subtheme", "group", "label", "where", "stance"];
    const around = keys.map((key): Column => ({ key, label: key, kind: "text" }));
    const row = {
      theme: "Someone who has been there makes another life thinkable",
      subtheme: "Talk starts further on where less has to be explained",
      group: "Clinicians",
      label: "Consumer peer worker 2",
      where: "C02, line 24, 00:02:30",
      stance: "complicates",
      quote: "He come round Saturday, clocked the arm, never said nothing about it. ".repeat(5),
    };
    const quote: Column = { key: "quote", label: "Quote", kind: "quote" };
    const latex = toLatex(new Table({ columns: [...around, quote], rows: [row] }));
    expect(latex.split("\n").slice(0, 2)).toEqual([
      "% Packages: array, booktabs, longtable, pdflscape; with pdfLaTeX also \\usepackage[T1]{fontenc}.",
      "\\begin{landscape}",
    ]);
    expect(latex).toContain("\\end{longtable}");
    expect(latex.endsWith("\\endgroup\n\\end{landscape}\n")).toBe(true);
    expect(latex).not.toContain("allowbreak");
    expect(toLatex(new Table({ columns: [...around.slice(0, 2), quote], rows: [row] }))).not.toContain("landscape");
    const short = { ...row, quote: "Yes." };
    expect(toLatex(new Table({ columns: [...around.slice(0, 4), quote], rows: [short] }))).not.toContain("landscape");
  });

  test("is a longtable with repeated headings if it holds quotes or more than 40 rows", () => {
    const quote: Column = { key: "words", label: "Words", kind: "quote" };
    const many = (count: number): object[] => Array.from({ length: count }, (_, n) => ({ theme: "Hope", n }));
    const [first] = toLatex(new Table({ columns: [quote], rows: [{ words: "Yes." }] })).split("\n");
    expect(first).toBe("% Packages: array, booktabs, longtable; with pdfLaTeX also \\usepackage[T1]{fontenc}.");
    expect(toLatex(new Table({ columns, rows: many(40) }))).not.toContain("longtable");
    expect(toLatex(new Table({ columns, rows: many(41) }))).toContain("\\begin{longtable}[l]{@{}");
  });

  test.each([
    ["Čapek – “naïve” … 5 € ™", false],
    ["½ of 2² © – it\u00A0is\u200B so", false],
    ["支援", true],
    ["أسرة", true],
    ["👩‍👩‍👧", true],
    ["Ελλάδα", true],
    ["e\u0301", true],
    ["→ ☺", true],
  ])("says if it holds letters beyond Latin: %s, %s", (theme, says) => {
    expect(toLatex(new Table({ columns, rows: [{ theme, n: 1 }] })).includes("% Holds letters beyond Latin")).toBe(
      says,
    );
  });

  test("lets words break that are longer than their column holds", () => {
    const latex = toLatex(new Table({ columns, rows: [{ theme: "x".repeat(120), n: 1 }] }));
    expect(latex).toMatch(/\nx{50,70}\\allowbreak\{\}x{50,70} & 1 \(8\\%\) \\\\\n/);
  });
});

describe("the widths of the columns", () => {
  test("are no more than the text needs where there is room", () => {
    expect(widths(new Table({ columns, rows }))).toEqual([0.29, 0.12]);
  });

  test("are together at most the line, whatever the text", () => {
    fc.assert(
      fc.property(randomTable, (table) => {
        const all = widths(table);
        expect(all.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(1);
        expect(Math.min(...all)).toBeGreaterThan(0.02);
      }),
    );
  });

  test("leave most of the line to quotes", () => {
    const quotes: Column[] = [...columns, { key: "words", label: "Words", kind: "quote" }];
    const [theme = 0, n = 0, words = 0] = widths(
      new Table({ columns: quotes, rows: [{ theme: "Hope", n: 1, words: "Well, yes. ".repeat(40) }] }),
    );
    expect([theme, n, words]).toEqual([0.09, 0.11, 0.78]);
  });
});
