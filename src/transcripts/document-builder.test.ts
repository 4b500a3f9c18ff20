import { describe, expect, test } from "vitest";
import {
  CELL,
  type DocumentText,
  FIRST_ASIDE,
  MOST_PARAGRAPHS,
  paragraphCount,
  ROW,
  TABLE,
  TABLE_END,
} from "./document";
import { documentBuilder } from "./document-builder";

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
    expect(builder.finish()).toEqual({
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
    expect(pieces).toEqual([2, TABLE, ROW, CELL, 0, CELL, ...inner, TABLE_END, 3]);
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
    expect(builder.finish()).toEqual<DocumentText>({
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
    for (let nth = 0; nth < MOST_PARAGRAPHS + 10; nth++) {
      builder.text("a");
      builder.endParagraph();
    }
    builder.aside("", "b");
    const document = builder.finish();
    expect(paragraphCount(document)).toBe(MOST_PARAGRAPHS + 1);
    expect(document.text).toHaveLength(3 * MOST_PARAGRAPHS + 1);
  });
});
