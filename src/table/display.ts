import type { Display } from "../issues/display";
import type { TableContent } from "./content";
import { toHtml } from "./render-html";
import { toText } from "./render-text";

// What is read at a glance in a console or under a notebook's cell.
const SHOWN_ROWS = 40;

/** How a table shows itself: text in a console, HTML in a notebook; the first 40 rows, and how many more there are. */
export function tableDisplay(table: TableContent): Display {
  return {
    text: () => toText(glance(table, "toText")).trimEnd(),
    html: () => toHtml(glance(table, "toHtml")),
  };
}

function glance(table: TableContent, whole: string): TableContent {
  const more = table.rows.length - SHOWN_ROWS;
  if (more <= 0) return table;
  const note = `... ${more} more ${more === 1 ? "row" : "rows"}; ${whole}(table) gives all`;
  const { columns, caption, notes } = table;
  return { columns, caption, rows: table.rows.slice(0, SHOWN_ROWS), notes: [note, ...notes] };
}
