import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { textsIn } from "../node/temporary.fixture";
import { parseTableCsv, parseTableJson, runWith } from "./io.fixture";

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "polyvocal-test-"));
  await runWith(["init", "."], { cwd });
});

afterEach(() => rm(cwd, { recursive: true, force: true }));

test("the theme table is printed on stdout, and nothing else anywhere", async () => {
  expect(await runWith(["themes"], { cwd })).toEqual({
    code: 0,
    err: "",
    out: `Themes by group

Theme             Consumers  Carers  Clinicians     All
                      n = 1   n = 1       n = 1   n = 3
────────────────  ─────────  ──────  ──────────  ──────
Somebody answers     1 of 1  1 of 1      1 of 1  3 of 3
The call ends        1 of 1  1 of 1      1 of 1  3 of 3

n of N: participants with at least one passage, of those in the group.
Base: 3 participants with at least one turn in 3 transcripts.
Scheme version 1.
Counts describe the coding; they do not say how much a theme matters.
`,
  });
});

test.each([
  [[], ["Id", "Depth", "Theme", "Consumers (n = 1)", "Carers (n = 1)", "Clinicians (n = 1)", "All (n = 3)"]],
  [["--no-total"], ["Id", "Depth", "Theme", "Consumers (n = 1)", "Carers (n = 1)", "Clinicians (n = 1)"]],
  [
    ["--by", "place"],
    ["Id", "Depth", "Theme", "town (n = 2)", "village (n = 1)", "All (n = 3)"],
  ],
  [
    ["--level", "code"],
    ["Id", "Depth", "Code", "Consumers (n = 1)", "Carers (n = 1)", "Clinicians (n = 1)", "All (n = 3)"],
  ],
])("with %j the columns are %j", async (options, columns) => {
  const { code, out } = await runWith(["themes", "--format", "csv", ...options], { cwd });
  expect(code).toBe(0);
  expect(parseTableCsv(out)[0]).toEqual(columns);
});

test.each([
  [
    ["--level", "code"],
    ["voice-at-night 3", "known-already 2", "only-until-morning 1", "cannot-see 2", "nobody-told 3"],
  ],
  [
    ["--level", "code", "--coder", "MB"],
    ["voice-at-night 2", "known-already 2", "only-until-morning 1", "cannot-see 0", "nobody-told 1"],
  ],
  [["--theme", "the-call-ends"], ["the-call-ends 3"]],
  [
    ["--level", "code", "--theme", "the-call-ends"],
    ["only-until-morning 1", "cannot-see 2", "nobody-told 3"],
  ],
  [
    ["--level", "code", "--theme", "cannot-see", "--theme", "nobody-told"],
    ["cannot-see 2", "nobody-told 3"],
  ],
  [
    ["--where", "group=carer", "--where", "group=consumer"],
    ["somebody-answers 2", "the-call-ends 2"],
  ],
  [
    ["--where", "setting=library"],
    ["somebody-answers 1", "the-call-ends 1"],
  ],
  [
    ["--cell", "codings"],
    ["somebody-answers 10", "the-call-ends 8"],
  ],
])("with %j the rows and their totals are %j", async (options, rows) => {
  const { code, out } = await runWith(["themes", "--format", "csv", ...options], { cwd });
  expect(code).toBe(0);
  const [, ...found] = parseTableCsv(out);
  expect(found.map((row) => `${row[0]} ${row.at(-1)}`)).toEqual(rows);
});

test("what was left out by options is in the notes", async () => {
  const { out } = await runWith(["themes", "--format", "json", "--theme", "the-call-ends", "--where", "place=town"], {
    cwd,
  });
  expect(parseTableJson(out).notes).toEqual(
    expect.arrayContaining(["Shown: the-call-ends; 1 of 2 rows.", "Narrowed to place: town."]),
  );
});

test("the notes, which CSV has no place for, are said on stderr", async () => {
  const { err } = await runWith(["themes", "--format", "csv"], { cwd });
  expect(err).toBe(`What CSV has no place for:
  n of N: participants with at least one passage, of those in the group.
  Base: 3 participants with at least one turn in 3 transcripts.
  Scheme version 1.
  Counts describe the coding; they do not say how much a theme matters.
`);
});

test.each([
  ["text", "Themes by group\n"],
  ["markdown", "Themes by group\n\n| Theme | "],
  ["html", "<!doctype html>\n"],
  ["csv", "Id,Depth,Theme,"],
  ["latex", "% Packages: "],
  ["json", '{\n  "columns": ['],
])("--format %s prints that format", async (format, beginning) => {
  const { code, out } = await runWith(["themes", "--format", format], { cwd });
  expect(code).toBe(0);
  expect(out.slice(0, beginning.length)).toBe(beginning);
});

test("--out writes the file, makes its folders, and says so on stderr", async () => {
  const { out: printed } = await runWith(["themes", "--format", "markdown"], { cwd });
  expect(await runWith(["themes", "--out", "tables/themes.md"], { cwd })).toEqual({
    code: 0,
    out: "",
    err: "Written to tables/themes.md\n",
  });
  expect(await textsIn(join(cwd, "tables"))).toEqual({ "themes.md": printed });
});

test("a place that cannot be written is told by the name the user gave", async () => {
  await writeFile(join(cwd, "tables"), "a file");
  expect(await runWith(["themes", "--out", "tables/themes.md"], { cwd })).toEqual({
    code: 2,
    out: "",
    err: "error: tables/themes.md cannot be written: a file is in the way.\n",
  });
});

test("on a terminal the table is as wide as that", async () => {
  const { out } = await runWith(["themes"], { cwd, columns: 50 });
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(50);
});

test("warnings are counted on stderr, with the command that shows them", async () => {
  await appendFile(join(cwd, "participants.csv"), "F02,carer,,,yes,town,1\nF03,carer,,,yes,town,2\n");
  const here = await runWith(["themes"], { cwd });
  expect([here.code, here.err]).toEqual([0, "2 warnings; to see them: polyvocal check\n"]);
  const named = await runWith(["themes", "."], { cwd });
  expect(named.err).toBe("2 warnings; to see them: polyvocal check .\n");
});

test("errors in the study are reported on stderr, and it ends with 1", async () => {
  await writeFile(join(cwd, "study.yaml"), "titel: Mine\n");
  const { code, out, err } = await runWith(["themes"], { cwd });
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^study\.yaml: 1 error\n {2}study\.yaml:1:1 error: .*"titel"/);
});

test.each([
  [["--by", "plce"], 'error: --by cannot be "plce".\nDid you mean "place"? It can be '],
  [["--theme", "call-ends"], 'error: --theme cannot be "call-ends".\n'],
  [["--coder", "KB"], 'error: --coder cannot be "KB".\nIt can be "MB".\n'],
  [["--where", "place=vilage"], 'error: --where place cannot be "vilage".\nDid you mean "village"? '],
  [
    ["--out", "a.md", "--format", "csv"],
    "error: option '-o, --out <file>' cannot be used with option '--format <format>'\n",
  ],
])("%j is wrong use", async (options, message) => {
  const { code, out, err } = await runWith(["themes", ...options], { cwd });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.slice(0, message.length)).toBe(message);
});

test("a folder that holds transcripts is a study, also without study.yaml", async () => {
  await rm(join(cwd, "study.yaml"));
  expect(await runWith(["themes"], { cwd })).toMatchObject({ code: 0 });
  await mkdir(join(cwd, "elsewhere"));
  await rename(join(cwd, "transcripts"), join(cwd, "elsewhere/transcripts"));
  expect(await runWith(["themes"], { cwd })).toMatchObject({ code: 2, out: "" });
});
