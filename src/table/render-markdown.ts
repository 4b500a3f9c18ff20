import { type Cell, printedText, printTable } from "./cells";
import type { TableContent } from "./content";
import { escapeMarkdownCell, escapeMarkdownParagraph } from "./escapes";

/**
 * The whole table as GitHub Markdown: the caption as a paragraph above, the notes as paragraphs below; it ends with a
 * line break.
 *
 * Every character of the text prints as itself, and line breaks within a cell become `<br>`. A second heading follows
 * the first in brackets, since Markdown has one row of headings. A merged cell prints once, above empty ones.
 *
 * @example
 * ```ts
 * const columns: Column[] = [
 *   { key: "theme", label: "Theme", kind: "text" },
 *   { key: "people", label: "Carers", subLabel: "n = 12", kind: "count" },
 * ];
 * toMarkdown(new Table({ columns, rows: [{ theme: "Hope", people: 9 }] }));
 * // => | Theme | Carers (n = 12) |
 * //    | --- | --: |
 * //    | Hope | 9 |
 * ```
 */
export function toMarkdown(table: TableContent): string {
  const { caption, heads, rows, notes } = printTable(table);
  const blocks: string[] = [];
  if (caption !== "") blocks.push(escapeMarkdownParagraph(caption));
  if (heads.length > 0) {
    const labels = heads.map(({ label, subLabel }) => (subLabel === "" ? label : `${label} (${subLabel})`));
    const lines = [
      labels.map(escapeMarkdownCell),
      heads.map(({ right }) => (right ? "--:" : "---")),
      ...rows.map((row) => row.map(cellText)),
    ];
    blocks.push(lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n"));
  }
  blocks.push(...notes.map(escapeMarkdownParagraph));
  return `${blocks.join("\n\n")}\n`;
}

function cellText(cell: Cell): string {
  return cell.span === 0 ? "" : "&emsp;".repeat(cell.depth) + escapeMarkdownCell(printedText(cell));
}
