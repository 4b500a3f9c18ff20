import { optionsOf } from "../issues/call";
import { type Cell, type Head, type PrintedTable, printTable } from "./cells";
import type { TableContent } from "./content";
import { escapeHtml } from "./escapes";

/** How `toHtml` sets a table. */
export interface HtmlOptions {
  /** Whether to give a whole page, for a file of its own, and not the table element alone; false if absent. */
  readonly page?: boolean;
}

// Letters written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their later blocks.
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * The whole table as an HTML table element: caption, headings, body, and the notes in its foot; it ends with a line
 * break.
 *
 * The first column heads its rows; merged cells span them. Quotes of one line are `<q>`, longer ones `<blockquote>`.
 * There is no script and no style but the alignment of cells. With `page: true` it is a whole page that says its
 * encoding is UTF-8, as a file must.
 *
 * @example
 * ```ts
 * const columns: Column[] = [
 *   { key: "theme", label: "Theme", kind: "text" },
 *   { key: "people", label: "Carers", kind: "count" },
 * ];
 * toHtml(new Table({ columns, rows: [{ theme: "Hope & trust", people: 9 }] })).split("\n")[5];
 * // => '<tr><th scope="row" style="text-align: left">Hope &amp; trust</th><td style="text-align: right">9</td></tr>'
 * ```
 */
export function toHtml(table: TableContent, options: HtmlOptions = {}): string {
  const { page: whole = false } = optionsOf(options, "{ page: true }", { page: true });
  const printed = printTable(table);
  const lines = [
    // Without the blank, words of neighbouring columns run into each other; long quotes are read from the top.
    '<table style="border-spacing: 0.8em 0.3em">',
    ...(printed.caption === "" ? [] : [`<caption>${escapeHtml(printed.caption)}</caption>`]),
    ...section("thead", headRows(printed)),
    ...section(
      "tbody",
      printed.rows.map((row) => bodyRow(row, printed.heads)),
      ' style="vertical-align: top"',
    ),
    ...section(
      "tfoot",
      printed.notes.map(
        (note) => `<tr><td colspan="${Math.max(1, printed.heads.length)}">${escapeHtml(note)}</td></tr>`,
      ),
    ),
    "</table>",
  ];
  const element = `${lines.join("\n")}\n`;
  return whole ? page(printed.caption, element) : element;
}

function section(name: string, rows: readonly string[], style = ""): string[] {
  return rows.length === 0 ? [] : [`<${name}${style}>`, ...rows, `</${name}>`];
}

/** One row of headings, or two; a heading without a second one then stands over both. */
function headRows({ heads, subHeads }: PrintedTable): string[] {
  if (heads.length === 0) return [];
  const cell = (text: string, right: boolean, more = ""): string =>
    `<th scope="col"${more}${style("th", right)}>${escapeHtml(text)}</th>`;
  const upper = heads.map(({ label, subLabel, right }) =>
    cell(label, right, subHeads && subLabel === "" ? ' rowspan="2"' : ""),
  );
  const lower = heads.filter(({ subLabel }) => subLabel !== "").map(({ subLabel, right }) => cell(subLabel, right));
  return [upper, ...(subHeads ? [lower] : [])].map((cells) => `<tr>${cells.join("")}</tr>`);
}

function bodyRow(row: readonly Cell[], heads: readonly Head[]): string {
  const cells = row.map((cell, c) => {
    if (cell.span === 0) return "";
    const head = heads[c];
    const name = c === 0 && head?.kind === "text" ? "th" : "td";
    const scope = name === "th" ? ' scope="row"' : "";
    const span = cell.span > 1 ? ` rowspan="${cell.span}"` : "";
    const direction = RIGHT_TO_LEFT.test(cell.text) ? ' dir="auto"' : "";
    return `<${name}${scope}${span}${direction}${style(name, head?.right === true, cell.depth)}>${content(cell)}</${name}>`;
  });
  return `<tr>${cells.join("")}</tr>`;
}

function content(cell: Cell): string {
  const text = escapeHtml(cell.text);
  if (!cell.quote) return text;
  const name = cell.text.includes("\n") ? "blockquote" : "q";
  return `<${name}>${text}</${name}>`;
}

/** What differs from how browsers set a cell: headings stand in the middle, and numbers at the left, if nothing is said. */
function style(name: "th" | "td", right: boolean, depth = 0): string {
  const align = right ? "text-align: right" : name === "th" ? "text-align: left" : "";
  const indent = depth === 0 ? "" : `padding-left: ${1.5 * depth}em`;
  const rules = [align, indent].filter((rule) => rule !== "").join("; ");
  return rules === "" ? "" : ` style="${rules}"`;
}

function page(title: string, body: string): string {
  return `<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>${escapeHtml(title || "Table")}</title>\n</head>\n<body>\n${body}</body>\n</html>\n`;
}
