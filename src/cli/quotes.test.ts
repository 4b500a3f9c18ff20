import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseTableCsv, runWith } from "./io.fixture";

let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "polyvocal-test-"));
  await runWith(["init", "."], { cwd });
});

afterAll(() => rm(cwd, { recursive: true, force: true }));

/** Theme, participant and line of each quote. */
async function quoted(options: readonly string[]): Promise<string[]> {
  const { code, out } = await runWith(["quotes", "--format", "csv", ...options], { cwd });
  expect(code).toBe(0);
  const [header = [], ...rows] = parseTableCsv(out);
  const at = (name: string, row: readonly string[]): string => row[header.indexOf(name)] ?? "";
  return rows.map((row) => `${at("Id", row)} ${at("Participant", row)} ${at("Line", row)}`);
}

test.each([
  [
    ["--per-cell", "1"],
    [
      "somebody-answers Consumer 1 15",
      "somebody-answers Carer 1 13",
      "somebody-answers Clinician 1 11",
      "the-call-ends Consumer 1 27",
      "the-call-ends Carer 1 17",
      "the-call-ends Clinician 1 15",
    ],
  ],
  [
    ["--theme", "the-call-ends", "--where", "group=carer"],
    ["the-call-ends Carer 1 17", "the-call-ends Carer 1 21"],
  ],
  [
    ["--level", "code", "--theme", "cannot-see", "--by", "place"],
    ["cannot-see Clinician 1 15", "cannot-see Carer 1 17"],
  ],
  [
    ["--coder", "MB", "--theme", "the-call-ends"],
    ["the-call-ends Consumer 1 27", "the-call-ends Carer 1 21"],
  ],
  [
    ["--pick", "longest", "--per-cell", "1", "--theme", "the-call-ends", "--where", "group=carer"],
    ["the-call-ends Carer 1 21"],
  ],
  [["--min-words", "25", "--theme", "the-call-ends", "--where", "group=consumer"], []],
  [
    ["--label", "place", "--per-cell", "1", "--theme", "cannot-see", "--level", "code"],
    ["cannot-see village 17", "cannot-see town 15"],
  ],
])("with %j the quotes are %j", async (options, quotes) => {
  expect(await quoted(options)).toEqual(quotes);
});

test("quotes are printed with who said them and where", async () => {
  const options = ["--theme", "cannot-see", "--level", "code", "--per-cell", "1"];
  const { code, out, err } = await runWith(["quotes", "--format", "markdown", ...options], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("“she said it straight out, I can't see him, you can.” | Carer 1 | F01, line 17 |");
});

test("--context prints the question before the quote", async () => {
  const { out } = await runWith(
    [
      "quotes",
      "--format",
      "markdown",
      "--theme",
      "nobody-told",
      "--level",
      "code",
      "--context",
      "1",
      "--where",
      "group=carer",
    ],
    { cwd },
  );
  expect(out).toContain("Interviewer: What happened in the morning?");
});

test("--max-words cuts at the end of a sentence", async () => {
  const options = ["--theme", "voice-at-night", "--level", "code", "--where", "group=consumer", "--max-words", "10"];
  const { out } = await runWith(["quotes", "--format", "markdown", ...options], { cwd });
  expect(out).toContain("“Behind the chip shop. There's a fox. \\[...\\]”");
});

test("an unknown theme is wrong use", async () => {
  expect(await runWith(["quotes", "--theme", "the-cal-ends"], { cwd })).toEqual({
    code: 2,
    out: "",
    err: 'error: --theme cannot be "the-cal-ends".\nDid you mean "the-call-ends"? It can be "somebody-answers", "the-call-ends".\n',
  });
});
