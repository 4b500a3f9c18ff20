import { optionsOf } from "../issues/call";
import { type Cell, type PrintedTable, printedText, printTable } from "./cells";
import { columnWidths, INDENT } from "./column-widths";
import type { TableContent } from "./content";
import { displayWidth, wrap } from "./wrap";

/** How `toText` sets a table. */
export interface TextOptions {
  /** The most display columns a line takes; 100 if absent. */
  readonly width?: number;
}

const GAP = "  ";

/**
 * The whole table as text for a terminal: caption, headings, a rule, the rows, and the notes; it ends with a line break.
 *
 * Columns stand aligned by display width, also with Chinese letters, emoji and combining marks; numbers are flush right.
 * Where the table is wider than `width` (100 display columns if absent), headings and cells of text are wrapped, the
 * widest columns first; words and numbers are never cut off, so that very many columns may still be wider. Rows of a
 * table with quotes are set apart by an empty line.
 *
 * @example
 * ```ts
 * const columns: Column[] = [
 *   { key: "theme", label: "Theme", kind: "text" },
 *   { key: "people", label: "Carers", kind: "count" },
 * ];
 * toText(new Table({ columns, rows: [{ theme: "Hope", people: 9 }, { theme: "Burden", people: 12 }] }));
 * // => Theme   Carers
 * //    ──────  ──────
 * //    Hope         9
 * //    Burden      12
 * ```
 */
export function toText(table: TableContent, options: TextOptions = {}): string {
  const { width = 100 } = optionsOf(options, "{ width: 80 }", { width: true });
  const printed = printTable(table);
  const blocks = [
    wrap(printed.caption, width),
    grid(printed, width),
    printed.notes.flatMap((note) => wrap(note, width)),
  ].filter((lines) => lines.some((line) => line !== ""));
  const texts = blocks.map((block) => block.map((line) => line.replace(/ +$/, "")).join("\n"));
  return `${texts.join("\n\n")}\n`;
}

function grid(printed: PrintedTable, width: number): string[] {
  const { heads, rows } = printed;
  if (heads.length === 0) return [];
  const widths = columnWidths(printed, width - GAP.length * (heads.length - 1));
  const join = (cells: readonly (readonly string[])[], bottom = false): string[] => {
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, l) =>
      heads
        .map(({ right }, c) => {
          const lines = cells[c] ?? [];
          const text = lines[bottom ? l - (height - lines.length) : l] ?? "";
          const blanks = " ".repeat(Math.max(0, (widths[c] ?? 0) - displayWidth(text)));
          return right ? blanks + text : text + blanks;
        })
        .join(GAP),
    );
  };

  const lines = join(
    heads.map((head, c) => wrap(head.label, widths[c] ?? 0)),
    true,
  );
  if (printed.subHeads) lines.push(...join(heads.map((head, c) => wrap(head.subLabel, widths[c] ?? 0))));
  lines.push(widths.map((each) => "─".repeat(each)).join(GAP));
  const apart = heads.some((head) => head.kind === "quote");
  rows.forEach((row, r) => {
    if (apart && r > 0) lines.push("");
    lines.push(...join(row.map((cell, c) => cellLines(cell, widths[c] ?? 0))));
  });
  if (rows.length === 0) lines.push("(no rows)");
  return lines;
}

function cellLines(cell: Cell, width: number): string[] {
  if (cell.span === 0) return [""];
  const indent = " ".repeat(INDENT * cell.depth);
  return wrap(printedText(cell), width - indent.length).map((line) => indent + line);
}
