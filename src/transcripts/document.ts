import type { Range } from "../model/range";

/** A paragraph as its author set it. */
export interface Paragraph {
  readonly kind: "paragraph";
  /** With the line breaks inside it. */
  readonly text: string;
  /** Stretches in bold (UTF-16 code units), in order. */
  readonly bold: readonly Range[];
  /** 1 for a title or a heading of the highest level; 0 for a paragraph that is no heading. */
  readonly heading: number;
  /** For each line of the text, the 1-based line of the file in which its words begin; null if the file has no lines. */
  readonly lines: readonly (number | null)[];
}

/** A table: rows of cells, each with what stands in it. Cells that reach over several columns count once. */
export interface DocumentTable {
  readonly kind: "table";
  readonly rows: readonly (readonly (readonly Block[])[])[];
}

/** Visible words that nobody says, such as a footnote or a deletion, where they stand or are referred to. */
export interface Aside {
  readonly kind: "aside";
  readonly text: string;
}

/** A piece of a document. */
export type Block = Paragraph | DocumentTable | Aside;

/** Puts a document together from what a reader comes across, piece by piece. Nothing that it is told in wrong order breaks it. */
export interface DocumentBuilder {
  /**
   * Adds words to the paragraph. `line` is where they stand in the file; a line break in them is one of the file then.
   */
  text(words: string, line?: number | null): void;
  /** Tells whether the words that follow are bold. */
  bold(isOn: boolean): void;
  /** The last character of the paragraph so far; "" if it has none. */
  last(): string;
  /** Ends the paragraph; one without words leaves nothing. */
  endParagraph(heading?: number): void;
  openTable(): void;
  openRow(): void;
  openCell(): void;
  closeCell(): void;
  closeTable(): void;
  /** Adds pieces of another document, in paragraphs of their own. */
  add(blocks: readonly Block[]): void;
  /** Adds words that nobody says; `what` names them ("Footnote"), "" if they speak for themselves. */
  aside(what: string, words: string): void;
  /** The whole document. Whatever is open ends. */
  finish(): readonly Block[];
}

interface OpenTable {
  readonly rows: Block[][][];
  row: Block[][] | null;
  cell: Block[] | null;
}

// What nearly all paragraphs have. It is never added to.
const NOT_BOLD: { start: number; end: number }[] = [];
// Tables in tables: deeper ones are read as part of the cell they stand in.
const DEEPEST_TABLE = 30;

/** A builder of an empty document. */
export function documentBuilder(): DocumentBuilder {
  const blocks: Block[] = [];
  const tables: OpenTable[] = [];
  let tooDeep = 0;
  let text = "";
  let last = "";
  let bold = NOT_BOLD;
  let isBold = false;
  let lines: (number | null)[] = [null];

  // Words between the cells of a table stand before it, as browsers show them.
  const target = (): Block[] => tables.findLast((table) => table.cell !== null)?.cell ?? blocks;
  const endParagraph = (heading = 0): void => {
    if (text === "") return;
    if (text.trim() !== "") target().push({ kind: "paragraph", text, bold, heading, lines });
    text = "";
    last = "";
    bold = NOT_BOLD;
    lines = [null];
  };
  // Large tables have many cells and rows: the copies have room for what is in them and no more.
  const closeCell = (): void => {
    endParagraph();
    const table = tables.at(-1);
    if (table === undefined || tooDeep > 0) return;
    if (table.cell !== null) table.row?.push(table.cell.slice());
    table.cell = null;
  };
  const closeRow = (table: OpenTable): void => {
    if (table.row?.some((cell) => cell.length > 0)) table.rows.push(table.row.slice());
    table.row = null;
  };
  const openRow = (): void => {
    closeCell();
    const table = tables.at(-1);
    if (table === undefined || tooDeep > 0) return;
    closeRow(table);
    table.row = [];
  };
  const closeTable = (): void => {
    closeCell();
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    const table = tables.pop();
    if (table === undefined) return;
    closeRow(table);
    if (table.rows.length > 0) target().push({ kind: "table", rows: table.rows });
  };
  return {
    text(added, at = null) {
      if (added === "") return;
      if (!added.includes("\n")) {
        if (at !== null && lines[lines.length - 1] === null && added.trim() !== "") lines[lines.length - 1] = at;
      } else {
        added.split("\n").forEach((piece, index) => {
          if (index > 0) lines.push(null);
          if (at !== null && piece.trim() !== "") lines[lines.length - 1] ??= at + index;
        });
      }
      const start = text.length;
      text += added;
      last = added.charAt(added.length - 1);
      if (!isBold) return;
      const end = start + added.length;
      const open = bold.at(-1);
      if (open?.end === start) open.end = end;
      // Most paragraphs have one bold stretch, which needs no room for more.
      else if (open === undefined) bold = [{ start, end }];
      else bold.push({ start, end });
    },
    bold(isOn) {
      isBold = isOn;
    },
    last: () => last,
    endParagraph,
    openTable() {
      endParagraph();
      if (tables.length >= DEEPEST_TABLE) tooDeep++;
      else tables.push({ rows: [], row: null, cell: null });
    },
    openRow,
    openCell() {
      closeCell();
      const table = tables.at(-1);
      if (table === undefined || tooDeep > 0) return;
      if (table.row === null) openRow();
      table.cell = [];
    },
    closeCell,
    closeTable,
    add(added) {
      endParagraph();
      for (const block of added) target().push(block);
    },
    aside(what, added) {
      const text = added.trim();
      if (/[\p{L}\p{N}]/u.test(text)) target().push({ kind: "aside", text: what === "" ? text : `${what}: ${text}` });
    },
    finish() {
      endParagraph();
      while (tables.length > 0) closeTable();
      return blocks;
    },
  };
}

/** All paragraphs and asides of blocks in their order, those in tables too. */
export function flatten(blocks: readonly Block[]): readonly (Paragraph | Aside)[] {
  if (blocks.every(isNoTable)) return blocks;
  const flat: (Paragraph | Aside)[] = [];
  const walk = (within: readonly Block[]): void => {
    for (const block of within) {
      if (block.kind === "table") for (const row of block.rows) row.forEach(walk);
      else flat.push(block);
    }
  };
  walk(blocks);
  return flat;
}

function isNoTable(block: Block): block is Paragraph | Aside {
  return block.kind !== "table";
}
