import fc from "fast-check";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { oneLine, printedText, printTable } from "./cells";
import type { Column } from "./column";
import type { TableContent } from "./content";
import { nastyTable } from "./nasty.fixture";
import { randomTable } from "./random.fixture";
import { everyNode, readHtml, textOf } from "./read-html.fixture";
import { toHtml } from "./render-html";
import { Table } from "./table";

const ALLOWED = ["blockquote", "br", "caption", "q", "table", "tbody", "td", "tfoot", "th", "thead", "tr"];

function expectReadBack(table: TableContent): void {
  const printed = printTable(table);
  const read = readHtml(toHtml(table));
  const { heads } = printed;
  expect(read.caption).toBe(printed.caption);
  expect(read.head).toEqual([
    heads.map(({ label }) => label),
    ...(printed.subHeads ? [heads.map(({ label, subLabel }) => subLabel || label)] : []),
  ]);
  // A cell of span 0 is covered by the one above it, which reads as its text.
  expect(read.body).toEqual(printed.rows.map((row) => row.map(printedText)));
  expect(read.foot).toEqual(printed.notes.map((note) => [note]));
  expect(read.elements.filter((name) => !ALLOWED.includes(name))).toEqual([]);
}

describe("the HTML of a table", () => {
  test("is read back by parse5, cell for cell, without any other element", () => {
    expectReadBack(nastyTable);
  });

  test("is read back whatever its text is", () => {
    fc.assert(fc.property(randomTable, expectReadBack), { numRuns: 500 });
  });

  test("has a heading for every row and column, and cells over merged rows", () => {
    const columns: Column[] = [
      { key: "theme", label: "Theme", kind: "text", merge: true, indent: "depth" },
      { key: "words", label: "Words", kind: "quote" },
      { key: "n", label: "Carers", subLabel: "n = 12", kind: "count" },
    ];
    const rows = [
      { theme: "Hope", words: "Yes.", n: 1, depth: 0 },
      { theme: "Hope", words: "No.\nYes.", n: 0, depth: 0 },
      { theme: "Trust", words: null, n: null, depth: 1 },
    ];
    expect(toHtml(new Table({ columns, rows, caption: "Quotes & counts", notes: ["Base: 12."] }))).toBe(
      `<table style="border-spacing: 0.8em 0.3em">
<caption>Quotes &amp; counts</caption>
<thead>
<tr><th scope="col" rowspan="2" style="text-align: left">Theme</th><th scope="col" rowspan="2" style="text-align: left">Words</th><th scope="col" style="text-align: right">Carers</th></tr>
<tr><th scope="col" style="text-align: right">n = 12</th></tr>
</thead>
<tbody style="vertical-align: top">
<tr><th scope="row" rowspan="2" style="text-align: left">Hope</th><td><q>Yes.</q></td><td style="text-align: right">1</td></tr>
<tr><td><blockquote>No.<br>Yes.</blockquote></td><td style="text-align: right">0</td></tr>
<tr><th scope="row" style="text-align: left; padding-left: 1.5em">Trust</th><td>–</td><td style="text-align: right">–</td></tr>
</tbody>
<tfoot>
<tr><td colspan="3">Base: 12.</td></tr>
</tfoot>
</table>
`,
    );
  });

  test("lets text of right-to-left scripts begin at the right", () => {
    const columns: Column[] = [{ key: "words", label: "Words", kind: "quote" }];
    expect(toHtml(new Table({ columns, rows: [{ words: "كنت وحدي" }] }))).toContain(
      '<td dir="auto"><q>كنت وحدي</q></td>',
    );
  });

  test("of no columns and no rows is an empty table", () => {
    expect(toHtml(new Table({ columns: [], rows: [] }))).toBe(
      '<table style="border-spacing: 0.8em 0.3em">\n</table>\n',
    );
  });
});

test("a page holds the table, says its encoding first, and has the caption as its title", () => {
  const html = toHtml(nastyTable, { page: true });
  const nodes = [...everyNode(parse(html).childNodes)];
  const title = nodes.find((node) => node.nodeName === "title");
  expect(html).toMatch(/^<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>/);
  expect(title && textOf(title)).toBe(oneLine(nastyTable.caption ?? ""));
  expect(html).toContain(`<body>\n${toHtml(nastyTable)}</body>`);
});
