import { type Cell, type Head, type PrintedTable, printedText, printTable } from "./cells";
import { INDENT } from "./column-widths";
import type { TableContent } from "./content";
import { escapeLatex } from "./escapes";
import { type LatexLayout, type LatexWidth, latexLayout } from "./latex-widths";
import { breakable } from "./wrap";

// What T1 fonts do not have: all but Latin letters, Latin-1, dashes and quotation marks, the euro and trade mark signs,
// and what the escapes take out.
const NOT_LATIN = /[^\p{Script=Latin}\n\x20-\xFF\u200B\u2010-\u203A\u20AC\u2122\uFEFF\uFFFD]/u;

// Papers set tables smaller than their text; at full size, columns are too narrow to read.
const SIZE = ["\\footnotesize", "\\setlength{\\tabcolsep}{4pt}"];

/**
 * The whole table as LaTeX: a `table` with booktabs rules, or a `longtable` if it holds quotes or is likely to fill more
 * than a page, with the notes beneath; on a turned page if an upright one is too narrow. It ends with a line break.
 *
 * Its first line names the packages it needs: array and booktabs, for long tables longtable, and pdflscape for turned
 * ones. It is made for XeLaTeX, LuaLaTeX, and pdfLaTeX with T1 fonts; a second comment says if it holds letters that
 * pdfLaTeX has no fonts for. Every column has a width in parts of the line, so that the table is never wider than the line.
 *
 * @example
 * ```ts
 * const columns: Column[] = [
 *   { key: "theme", label: "Theme", kind: "text" },
 *   { key: "people", label: "Carers", kind: "count" },
 * ];
 * toLatex(new Table({ columns, rows: [{ theme: "Hope & trust", people: 9 }] })).includes("Hope \\& trust & 9 \\\\");
 * // => true
 * ```
 */
export function toLatex(table: TableContent): string {
  const printed = printTable(table);
  const { caption, heads, rows, notes } = printed;
  const layout = latexLayout(printed);
  const { turned } = layout;
  const long = layout.long || heads.some((head) => head.kind === "quote");
  const body = long ? longtable(printed, layout) : float(printed, layout);
  const packages = ["array", "booktabs", ...(long ? ["longtable"] : []), ...(turned ? ["pdflscape"] : [])].join(", ");
  const text = [
    caption,
    ...notes,
    ...heads.flatMap((head) => [head.label, head.subLabel]),
    ...rows.flat().map((cell) => cell.text),
  ];
  return [
    `% Packages: ${packages}; with pdfLaTeX also \\usepackage[T1]{fontenc}.`,
    ...(text.some((each) => NOT_LATIN.test(each))
      ? ["% Holds letters beyond Latin: use XeLaTeX or LuaLaTeX with fonts that have them."]
      : []),
    ...(turned ? ["\\begin{landscape}", ...body, "\\end{landscape}"] : body),
    "",
  ].join("\n");
}

function float(printed: PrintedTable, { widths }: LatexLayout): string[] {
  const { caption, notes } = printed;
  return [
    "\\begin{table}",
    ...(caption === "" ? [] : [`\\caption{${escapeLatex(caption)}}`]),
    ...SIZE,
    `\\begin{tabular}{${columnTypes(printed.heads, widths)}}`,
    ...headRows(printed),
    ...bodyRows(printed, widths),
    "\\end{tabular}",
    ...noteLines(notes),
    "\\end{table}",
  ];
}

function longtable(printed: PrintedTable, { widths }: LatexLayout): string[] {
  const { caption, notes } = printed;
  const heads = headRows(printed);
  return [
    "\\begingroup",
    ...SIZE,
    `\\begin{longtable}[l]{${columnTypes(printed.heads, widths)}}`,
    ...(caption === "" ? [] : [`\\caption{${escapeLatex(caption)}}\\\\`]),
    ...heads,
    "\\endfirsthead",
    ...heads,
    "\\endhead",
    ...bodyRows(printed, widths),
    "\\end{longtable}",
    ...noteLines(notes),
    "\\endgroup",
  ];
}

function columnTypes(heads: readonly Head[], widths: readonly LatexWidth[]): string {
  const types = widths.map(({ part }, c) => {
    const side = heads[c]?.right === true ? "\\raggedleft" : "\\raggedright";
    return `>{${side}\\arraybackslash}p{\\dimexpr${part.toFixed(2)}\\linewidth-2\\tabcolsep\\relax}`;
  });
  return `@{}${types.join("")}@{}`;
}

function headRows({ heads, subHeads }: PrintedTable): string[] {
  const labels = heads.map((head) => escapeLatex(head.label));
  const subLabels = heads.map((head) => escapeLatex(head.subLabel));
  return ["\\toprule", latexRow(labels), ...(subHeads ? [latexRow(subLabels)] : []), "\\midrule"];
}

function bodyRows({ heads, rows }: PrintedTable, widths: readonly LatexWidth[]): string[] {
  const apart = heads.some((head) => head.kind === "quote") ? ["\\addlinespace"] : [];
  const lines = rows.flatMap((row, r) => [
    ...(r > 0 ? apart : []),
    latexRow(row.map((cell, c) => cellText(cell, widths[c]?.letters ?? 1))),
  ]);
  return [...lines, "\\bottomrule"];
}

function latexRow(cells: readonly string[]): string {
  return `${cells.join(" & ")} \\\\`;
}

function cellText(cell: Cell, letters: number): string {
  if (cell.span === 0) return "";
  const indent = cell.depth === 0 ? "" : `\\leftskip=${cell.depth}em\\relax `;
  return indent + escapeLatex(breakable(printedText(cell), Math.max(2, letters - INDENT * cell.depth)));
}

function noteLines(notes: readonly string[]): string[] {
  if (notes.length === 0) return [];
  return ["", "\\smallskip", "{\\footnotesize\\raggedright", ...notes.map((note) => `${escapeLatex(note)}\\par`), "}"];
}
