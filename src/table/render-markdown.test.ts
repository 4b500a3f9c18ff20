import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { printedText, printTable } from "./cells";
import type { TableContent } from "./content";
import { nastyTable } from "./nasty.fixture";
import { randomTable } from "./random.fixture";
import { everyNode, readHtml, textOf } from "./read-html.fixture";
import { toMarkdown } from "./render-markdown";
import { Table } from "./table";

function expectReadBack(table: TableContent): void {
  const { caption, heads, rows, notes } = printTable(table);
  const html = micromark(toMarkdown(table), {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  const read = readHtml(html);
  const nodes = [...everyNode(parseFragment(html).childNodes)];
  const paragraphs = nodes.filter((node) => node.nodeName === "p").map(textOf);
  expect(read.head).toEqual([heads.map(({ label, subLabel }) => (subLabel === "" ? label : `${label} (${subLabel})`))]);
  expect(read.body).toEqual(
    rows.map((row) => row.map((cell) => (cell.span === 0 ? "" : "\u2003".repeat(cell.depth) + printedText(cell)))),
  );
  expect(paragraphs).toEqual([...(caption === "" ? [] : [caption]), ...notes.filter((note) => note !== "")]);
  expect(read.elements.filter((name) => !ALLOWED.includes(name))).toEqual([]);
}

// GitHub makes links of addresses of e-mail whatever is before the "@"; their text stays.
const ALLOWED = ["a", "br", "p", "table", "tbody", "td", "th", "thead", "tr"];

describe("the Markdown of a table", () => {
  test("is read back by micromark, cell for cell, without any markup but the table's", () => {
    expectReadBack(nastyTable);
  });

  test("is read back whatever its text is", () => {
    fc.assert(fc.property(randomTable, expectReadBack), { numRuns: 300 });
  });

  test("folds a second heading into the first, and sets numbers flush right", () => {
    const table = new Table({
      columns: [
        { key: "theme", label: "Theme", kind: "text" },
        { key: "n", label: "Carers", subLabel: "n = 12", kind: "count" },
      ],
      rows: [{ theme: "Hope", n: 9 }],
      caption: "Themes",
      notes: ["Base: 12.", "Scheme version 2."],
    });
    expect(toMarkdown(table)).toBe(
      "Themes\n\n| Theme | Carers (n = 12) |\n| --- | --: |\n| Hope | 9 |\n\nBase: 12.\n\nScheme version 2.\n",
    );
  });

  test("of no columns is its caption and notes", () => {
    expect(toMarkdown(new Table({ columns: [], rows: [], caption: "Themes", notes: ["None."] }))).toBe(
      "Themes\n\nNone.\n",
    );
  });
});
