import { describe, expect, test } from "vitest";
import {
  CELL,
  type DocumentText,
  FIRST_ASIDE,
  MOST_PIECES,
  MOST_SHORT_PARAGRAPHS,
  paragraphCount,
  ROW,
  TABLE,
  TABLE_END,
} from "./document";
import { documentBuilder } from "./document-builder";

/** A document with its numbers in lists. */
function asLists(document: DocumentText): Record<string, unknown> {
  const lists = Object.entries(document).map(([name, value]) => [
    name,
    value instanceof Int32Array ? [...value] : value,
  ]);
  return Object.fromEntries(lists);
}

describe("documentBuilder", () => {
  test("Paragraphs are stretches of one text, with their bold words, lines and levels; those without words leave nothing.", () => {
    const builder = documentBuilder();
    builder.text("Title ", 3);
    builder.endParagraph(1);
    builder.bold(true);
    builder.text(" \n");
    builder.endParagraph();
    builder.text("Ana", 5);
    builder.text(":", 5);
    builder.bold(false);
    builder.text(" one\n\ntwo", 5);
    builder.endParagraph();
    builder.text("Leo: yes.");
    expect(asLists(builder.finish())).toEqual({
      text: "Title \n\nAna: one\n\ntwo\n\nLeo: yes.",
      starts: [0, 8, 23],
      lastCodes: [0, 0, ".".charCodeAt(0)],
      headings: new Map([[0, 1]]),
      bold: [8, 12],
      firstBold: [0, 0, 2],
      lines: [3, 5, 0, 7, 0],
      firstLine: [0, 1, 4],
      asides: [],
      pieces: [0, 1, 2],
    });
  });

  test("Words between cells stand before their table, and rows without words leave nothing.", () => {
    const builder = documentBuilder();
    builder.openTable();
    builder.openRow();
    builder.openCell();
    builder.text("a");
    builder.openCell();
    builder.openTable();
    builder.openCell();
    builder.text("b");
    builder.aside("Note", "c");
    builder.closeTable();
    builder.closeCell();
    builder.text("between");
    builder.openRow();
    builder.openCell();
    builder.closeTable();
    builder.text("d");
    const { text, pieces, asides } = builder.finish();
    expect(text).toBe("a\n\nb\n\nbetween\n\nd");
    expect(asides).toEqual(["Note: c"]);
    const inner = [TABLE, ROW, CELL, FIRST_ASIDE, 1, TABLE_END];
    expect([...pieces]).toEqual([2, TABLE, ROW, CELL, 0, CELL, ...inner, TABLE_END, 3]);
  });

  test("Tables between the cells of another one stand before it, and those without words leave nothing.", () => {
    const builder = documentBuilder();
    builder.openTable();
    builder.openTable();
    builder.openCell();
    builder.text("a");
    builder.closeTable();
    builder.openCell();
    builder.text("b");
    builder.openTable();
    builder.openRow();
    builder.text("c");
    builder.openCell();
    builder.closeTable();
    builder.closeTable();
    const { text, pieces } = builder.finish();
    expect(text).toBe("a\n\nb\n\nc");
    expect([...pieces]).toEqual([TABLE, ROW, CELL, 0, TABLE_END, TABLE, ROW, CELL, 1, 2, TABLE_END]);
  });

  test("It takes one piece more than a document may have, and what is too much stays.", () => {
    const builder = documentBuilder();
    builder.openTable();
    expect(builder.isFull()).toBe(false);
    for (let nth = 0; nth < MOST_PIECES + 10; nth++) builder.openCell();
    expect(builder.isFull()).toBe(true);
    expect(builder.finish().pieces).toHaveLength(MOST_PIECES + 1);
  });

  test("A document that is added to another is the same there, without its lines.", () => {
    const chunk = documentBuilder();
    chunk.openTable();
    chunk.openCell();
    chunk.text("x\ny", 7);
    chunk.bold(true);
    chunk.text(" z ", 8);
    chunk.closeTable();
    chunk.aside("", "note");
    const builder = documentBuilder();
    builder.aside("", "first");
    builder.text("a", 2);
    builder.add(chunk.finish());
    expect(asLists(builder.finish())).toEqual({
      text: "a\n\nx\ny z ",
      starts: [0, 3],
      lastCodes: ["a".charCodeAt(0), 0],
      headings: new Map(),
      bold: [6, 9],
      firstBold: [0, 0],
      lines: [2, 0, 0],
      firstLine: [0, 1],
      asides: ["first", "note"],
      pieces: [FIRST_ASIDE, 0, TABLE, ROW, CELL, 1, TABLE_END, FIRST_ASIDE - 1],
    });
  });

  test("It takes one paragraph more than a document may have, so that this is known, and no other.", () => {
    const builder = documentBuilder();
    for (let nth = 0; nth < MOST_SHORT_PARAGRAPHS + 10; nth++) {
      builder.text("a");
      builder.endParagraph();
    }
    builder.aside("", "b");
    const document = builder.finish();
    expect(paragraphCount(document)).toBe(MOST_SHORT_PARAGRAPHS + 1);
    expect(document.text).toHaveLength(3 * MOST_SHORT_PARAGRAPHS + 1);
  });

  test("A long document may have as many paragraphs as have more than 32 letters on average.", () => {
    const builder = documentBuilder();
    const words = "a".repeat(40);
    for (let nth = 0; nth < MOST_SHORT_PARAGRAPHS + 10; nth++) {
      builder.text(words);
      builder.endParagraph();
    }
    expect(builder.isFull()).toBe(false);
    expect(paragraphCount(builder.finish())).toBe(MOST_SHORT_PARAGRAPHS + 10);
  });
});
