import { LONGEST_ROW, LONGEST_TABLE, MOST_COLUMNS, MOST_TABLE_CELLS, MOST_TABLE_ROWS } from "./limits";

const LINE_FEED = 10;
const QUOTE = 34;

/**
 * What a table of a study has more of than any has, such as "100000 rows", told before it is taken apart; null for all
 * others. Line breaks in quotation marks end no row.
 *
 * @param delimiter What parts the cells; undefined in a file with a record a line, where quotation marks are letters.
 */
export function tooMuchOfTable(text: string, delimiter?: string): string | null {
  if (text.length > LONGEST_TABLE) return `${LONGEST_TABLE} characters`;
  const parts = delimiter?.charCodeAt(0);
  let rows = 0;
  let cells = 0;
  let width = 1;
  let start = 0;
  // A mark within a cell is written twice: behind the second one the cell is open as before.
  let isOpen = false;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE && parts !== undefined) isOpen = !isOpen;
    else if (!isOpen && code === parts) {
      if (++width > MOST_COLUMNS) return `${MOST_COLUMNS} columns`;
    } else if (at === text.length || (!isOpen && code === LINE_FEED)) {
      if (at - start > LONGEST_ROW) return `${LONGEST_ROW} characters in a row`;
      if (at > start && ++rows > MOST_TABLE_ROWS + 1) return `${MOST_TABLE_ROWS} rows`;
      if (at > start) cells += width;
      if (cells > MOST_TABLE_CELLS) return `${MOST_TABLE_CELLS} cells`;
      start = at + 1;
      width = 1;
    }
  }
  return null;
}
