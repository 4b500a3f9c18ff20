import { join } from "node:path";
import { expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { Table } from "../table/table";
import { saveTable } from "./save-table";
import { inTemporaryFolder, textsIn } from "./temporary.fixture";

const table = new Table({
  columns: [
    { key: "theme", label: "Theme", kind: "text" },
    { key: "people", label: "Carers", kind: "count" },
  ],
  rows: [{ theme: "=Hope & trust", people: 9 }],
  caption: "Themes",
  notes: ["One interview a person."],
});

const csv = "Theme,Carers\n'=Hope & trust,9\n";

test.each([
  [
    "themes.txt",
    "Themes\n\nTheme          Carers\n─────────────  ──────\n=Hope & trust       9\n\nOne interview a person.\n",
  ],
  ["themes.md", "Themes\n\n| Theme | Carers |\n| --- | --: |\n| =Hope \\& trust | 9 |\n\nOne interview a person.\n"],
  ["themes.csv", csv],
  ["THEMES.CSV", csv],
])("%s is written in the format of its ending", (name, text) =>
  inTemporaryFolder(async (folder) => {
    await saveTable(join(folder, name), table);
    expect(await textsIn(folder)).toEqual({ [name]: text });
  }),
);

test("an HTML file is a whole page with its encoding and the caption as its title", () =>
  inTemporaryFolder(async (folder) => {
    await saveTable(join(folder, "a.html"), table);
    const { "a.html": page = "" } = await textsIn(folder);
    expect(page.split("\n").slice(0, 9)).toEqual([
      "<!doctype html>",
      "<html>",
      "<head>",
      '<meta charset="utf-8">',
      "<title>Themes</title>",
      "</head>",
      "<body>",
      '<table style="border-spacing: 0.8em 0.3em">',
      "<caption>Themes</caption>",
    ]);
    expect(page.endsWith("</table>\n</body>\n</html>\n")).toBe(true);
  }));

test("a LaTeX file holds the table", () =>
  inTemporaryFolder(async (folder) => {
    await saveTable(join(folder, "a.tex"), table);
    expect((await textsIn(folder))["a.tex"]).toContain("=Hope \\& trust & 9 \\\\");
  }));

test("a JSON file read back makes the same table", () =>
  inTemporaryFolder(async (folder) => {
    await saveTable(join(folder, "a.json"), table);
    const { "a.json": text = "" } = await textsIn(folder);
    expect(new Table(JSON.parse(text)).toJSON()).toEqual(table.toJSON());
    expect(text.endsWith("}\n")).toBe(true);
  }));

test("the options of CSV are passed on", () =>
  inTemporaryFolder(async (folder) => {
    await saveTable(join(folder, "a.csv"), table, { guard: false, notes: true });
    expect(await textsIn(folder)).toEqual({ "a.csv": "Theme,Carers\n=Hope & trust,9\n# One interview a person.\n" });
  }));

const KNOWN = "The ending chooses the format: .txt, .md, .html, .csv, .tex, .json.";

test.each([
  [
    "themes.docx",
    'Tables are not written as ".docx" files.',
    `Word files are not written yet. Write .html and open it in Word, which keeps the table. ${KNOWN}`,
  ],
  [
    "themes.XLSX",
    'Tables are not written as ".XLSX" files.',
    `Excel files are not written yet. Write .csv and open it in Excel. ${KNOWN}`,
  ],
  ["themes.constructor", 'Tables are not written as ".constructor" files.', KNOWN],
  ["tables.d/themes", 'The file "tables.d/themes" has no ending.', KNOWN],
])("%s is refused with the endings that are known, and nothing is written", (name, message, hint) =>
  inTemporaryFolder(async (folder) => {
    const refused = saveTable(name, table).catch((error: unknown) => error);
    expect(await refused).toBeInstanceOf(InputError);
    expect(await refused).toMatchObject({ issues: [{ code: "wrong-option", message, hint }] });
    expect(await textsIn(folder)).toEqual({});
  }),
);
