import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { textsIn } from "../node/temporary.fixture";
import { parseTableCsv, runWith } from "./io.fixture";

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "polyvocal-test-"));
  await runWith(["init", "."], { cwd });
});

afterEach(() => rm(cwd, { recursive: true, force: true }));

const RULES = '\n  - id: rules\n    name: Rules\n    codes:\n      - { id: telephone, suggest: [phone, "call*"] }\n';

async function withRules(): Promise<void> {
  const scheme = await readFile(join(cwd, "scheme.yaml"), "utf8");
  await writeFile(join(cwd, "scheme.yaml"), scheme.replace("\n# A code can serve", `${RULES}\n# A code can serve`));
}

test("what rules propose is written into codings/suggested.csv, counts nowhere, and is not proposed twice", async () => {
  await withRules();
  const before = await textsIn(cwd);
  const table = await runWith(["themes"], { cwd });
  const { code, out, err } = await runWith(["suggest", "--format", "csv"], { cwd });
  expect(code).toBe(0);
  expect(err).toMatch(
    /^What CSV has no place for:[\s\S]*\d+ new suggestions for 1 code written to codings\/suggested\.csv\. They count nowhere until accepted: polyvocal review\n$/,
  );
  expect(parseTableCsv(out).map((row) => row.slice(0, 3))).toEqual([
    ["Id", "Code", "Rule"],
    ["telephone", "Telephone", "phone"],
    ["telephone", "Telephone", "call*"],
  ]);
  const after = await textsIn(cwd);
  expect(Object.keys(after).filter((file) => after[file] !== before[file])).toEqual(["codings/suggested.csv"]);
  expect((await runWith(["themes"], { cwd })).out.split("\n").slice(4, 6)).toEqual(table.out.split("\n").slice(4, 6));
  expect((await runWith(["suggest"], { cwd })).err).toBe("Nothing new to suggest.\n");
});

test("a dry run writes nothing, and a code without rules or unknown is told", async () => {
  await withRules();
  const before = await textsIn(cwd);
  expect((await runWith(["suggest", "--dry-run"], { cwd })).err).toMatch(
    /^\d+ new suggestions for 1 code; nothing was written\.\n$/,
  );
  expect(await textsIn(cwd)).toEqual(before);
  expect(await runWith(["suggest", "--code", "telefone"], { cwd })).toMatchObject({
    code: 2,
    err: expect.stringContaining('Did you mean "telephone"?'),
  });
});

test("a scheme without rules is told how to write one", async () => {
  expect(await runWith(["suggest"], { cwd })).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringContaining("No code of the scheme has rules."),
  });
});

test("review has nothing to do without suggestions, and needs a terminal where there are some", async () => {
  expect(await runWith(["review", "--coder", "KB"], { cwd })).toEqual({
    code: 0,
    err: "",
    out: "No suggestion waits for a decision. polyvocal suggest makes some, by the rules of the scheme.\n",
  });
  await withRules();
  await runWith(["suggest"], { cwd });
  expect(await runWith(["review", "--coder", "KB"], { cwd })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/codings wait for a decision, and this is no terminal to ask in\.\n/),
  });
  expect(await runWith(["review", "--coder", "KB", "--code", "none"], { cwd })).toMatchObject({
    code: 2,
    err: expect.stringContaining('The scheme has no code "none".'),
  });
});
