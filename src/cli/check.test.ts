import { appendFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { formatIssues } from "../issues/report";
import { loadStudy } from "../node/load-study";
import { inTemporaryFolder } from "../node/temporary.fixture";
import { runWith } from "./io.fixture";

test("a study without problems is summed up in a line", () =>
  inTemporaryFolder(async (cwd) => {
    await runWith(["init", "."], { cwd });
    expect(await runWith(["check"], { cwd })).toEqual({
      code: 0,
      out: "No problems in 3 participants, 3 transcripts and 18 codings.\n",
      err: "",
    });
  }));

test("all errors of all files are reported on stdout, and it ends with 1", () =>
  inTemporaryFolder(async (cwd) => {
    await runWith(["init", "."], { cwd });
    await appendFile(join(cwd, "codings/MB.csv"), "F01,nobody-tolt,Not a line.,,\n");
    await appendFile(join(cwd, "participants.csv"), "F02,aunt,,,yes,town,1\n");
    const { code, out, err } = await runWith(["check", "."], { cwd });
    const report = await loadStudy(cwd).catch((error: unknown) =>
      error instanceof InputError ? error.report() : error,
    );
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toBe(`${report}\n\nNo tables can be made before the errors are mended.\n`);
    expect(out).toMatch(/participants\.csv:5:5 error: .*"aunt"/);
    expect(out).toMatch(/codings\/MB\.csv:8:5 error: .*"nobody-tolt"/);
  }));

test("warnings alone are reported and end with 0", () =>
  inTemporaryFolder(async (cwd) => {
    await runWith(["init", "."], { cwd });
    await appendFile(join(cwd, "participants.csv"), "F02,carer,,,yes,town,1\n");
    const { code, out, err } = await runWith(["check"], { cwd });
    const { issues } = await loadStudy(cwd);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(issues.map((each) => each.code)).toEqual(["participant-without-turn"]);
    expect(out).toBe(`${formatIssues(issues)}\n\nNo errors in 4 participants, 3 transcripts and 18 codings.\n`);
  }));

test.each([
  ["a terminal", { columns: 80 }, true],
  ["a terminal with NO_COLOR", { columns: 80, env: { NO_COLOR: "1" } }, false],
  ["a terminal that knows no colours", { columns: 80, env: { TERM: "dumb" } }, false],
  ["a pipe", {}, false],
  ["a pipe with FORCE_COLOR", { env: { FORCE_COLOR: "1" } }, true],
])("on %s, the report has colours or not", (_, world, colored) =>
  inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, "study.yaml"), "titel: Mine\n");
    const { code, out } = await runWith(["check"], { ...world, cwd });
    expect(code).toBe(1);
    expect(out.includes("\u001b[31merror\u001b[39m")).toBe(colored);
  }),
);

test("a file that cannot be read is a problem among the others, and it ends with 1", () =>
  inTemporaryFolder(async (cwd) => {
    await runWith(["init", "."], { cwd });
    await rm(join(cwd, "scheme.yaml"));
    await mkdir(join(cwd, "scheme.yaml"));
    const { code, out, err } = await runWith(["check"], { cwd });
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain(
      "scheme.yaml: 1 error\n  error: The file cannot be read: it is a folder. [unreadable-file]\n",
    );
  }));

test("hints on the method stand with the infos of a reflexive study", () =>
  inTemporaryFolder(async (cwd) => {
    await runWith(["init", "."], { cwd });
    await mkdir(join(cwd, "journal"), { recursive: true });
    await writeFile(join(cwd, "journal/first.md"), "The themes emerged from the data.\n");
    const { code, out } = await runWith(["check"], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('The journal entry "first" says that something "emerged". [themes-emerged]');
    expect(out).toMatch(/\n\nNo problems in 3 participants, 3 transcripts and 18 codings\.\n$/);
  }));
