import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { toHtml } from "./render-html";
import { toText } from "./render-text";
import { Table } from "./table";

function numbers(count: number): Table<{ readonly n: number }> {
  const rows = Array.from({ length: count }, (_, n) => ({ n: n + 1000 }));
  return new Table({
    columns: [{ key: "n", label: "N", kind: "count" }],
    rows,
    caption: "Numbers",
    notes: ["Base: all."],
  });
}

async function jupyter(table: object): Promise<unknown> {
  const show: unknown = Reflect.get(table, Symbol.for("Jupyter.display"));
  return typeof show === "function" ? show.call(table) : undefined;
}

describe("a table shows itself", () => {
  test("as text in a console", () => {
    expect(inspect(numbers(1))).toBe("Numbers\n\n   N\n────\n1000\n\nBase: all.");
    expect(inspect({ table: numbers(1) })).toContain("1000");
  });

  test("as text and HTML in a notebook", async () => {
    const table = numbers(2);
    expect(await jupyter(table)).toEqual({ "text/plain": toText(table).trimEnd(), "text/html": toHtml(table) });
  });

  test("whole up to 40 rows", () => {
    expect(inspect(numbers(40))).toBe(toText(numbers(40)).trimEnd());
  });

  test.each([
    [41, "... 1 more row; toText(table) gives all"],
    [150, "... 110 more rows; toText(table) gives all"],
  ])("with the first 40 of %i rows, and says how many more there are", async (count, says) => {
    const shown = inspect(numbers(count));
    expect(shown.match(/^1\d{3}$/gm)).toHaveLength(40);
    expect(shown).toMatch(new RegExp(`\n1039\n\n${says.replace(/[.()]/g, "\\$&")}\nBase: all\\.$`));
    const html = await jupyter(numbers(count));
    expect(JSON.stringify(html)).toContain(says.replace("toText", "toHtml"));
  });

  test("and is never cut by an explicit call", () => {
    expect(toText(numbers(150)).match(/^1\d{3}$/gm)).toHaveLength(150);
  });

  test("without properties of its own for it", () => {
    expect(Object.keys(numbers(1))).toEqual(["columns", "rows", "caption", "notes", "provenance", "grid"]);
  });
});
