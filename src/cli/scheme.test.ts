import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { textsIn } from "../node/temporary.fixture";
import { parseTableCsv, runWith } from "./io.fixture";

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "polyvocal-test-"));
  await runWith(["init", "study"], { cwd });
  await writeFile(
    join(cwd, "steps.yaml"),
    "- { rename: known-already, name: Known before the call }\n- { merge: [cannot-see, nobody-told], into: out-of-sight, name: Out of sight }\n",
  );
});

afterEach(() => rm(cwd, { recursive: true, force: true }));

const migrate = (...more: string[]) =>
  runWith(["scheme", "migrate", "steps.yaml", "study", "--by", "KB", "--why", "One idea", ...more], { cwd });

test("a scheme without a history says so", async () => {
  expect(await runWith(["scheme", "log", "study"], { cwd })).toEqual({
    code: 0,
    err: "",
    out: "Changes of the scheme\n\nVersion  Date  Who  Why  What was done\n───────  ────  ───  ───  ─────────────\n(no rows)\n\nNo changes are recorded; the scheme is version 1.\n",
  });
  expect(await runWith(["scheme", "diff", "study"], { cwd })).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringContaining("There is no version of the scheme before version 1."),
  });
});

test("a change is made, recorded, told, and written into scheme.yaml alone", async () => {
  const before = await textsIn(join(cwd, "study"));
  const { code, out, err } = await migrate("--date", "2026-04-02");
  expect({ code, err }).toEqual({ code: 0, err: "6 codings went to another code.\nWritten: scheme.yaml\n" });
  expect(out).toContain("The scheme in version 1 and version 2");
  const after = await textsIn(join(cwd, "study"));
  const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
  expect(changed).toEqual(["scheme.yaml"]);
  const log = await runWith(["scheme", "log", "study", "--format", "csv"], { cwd });
  expect(parseTableCsv(log.out)).toEqual([
    ["Version", "Date", "Who", "Why", "Action", "What was done"],
    ["2", "2026-04-02", "KB", "One idea", "rename", 'renamed the code "Known already" to "Known before the call"'],
    [
      "2",
      "2026-04-02",
      "KB",
      "One idea",
      "merge",
      'merged the codes "Nobody sees the room" and "Nobody is told" into "Out of sight"',
    ],
  ]);
});

test("a dry run tells the same and writes nothing", async () => {
  const before = await textsIn(join(cwd, "study"));
  const dry = await migrate("--dry-run");
  expect(dry.err).toBe("6 codings went to another code.\nNothing was written.\n");
  expect(await textsIn(join(cwd, "study"))).toEqual(before);
  expect((await migrate()).out).toBe(dry.out);
});

test("the table as of the first version is the table there was", async () => {
  const before = await runWith(["themes", "study", "--format", "csv", "--level", "code"], { cwd });
  await migrate();
  const then = await runWith(["scheme", "as-of", "1", "study", "--format", "csv", "--level", "code"], { cwd });
  expect(parseTableCsv(then.out)).toEqual(parseTableCsv(before.out));
  const now = await runWith(["themes", "study", "--format", "csv", "--level", "code"], { cwd });
  expect(parseTableCsv(now.out)).not.toEqual(parseTableCsv(before.out));
});

test("what a split leaves undecided is counted, and a version that is none is refused", async () => {
  await writeFile(join(cwd, "steps.yaml"), "- { split: cannot-see, into: [unseen-room, unseen-face] }\n");
  const { err } = await migrate();
  expect(err).toMatch(/^\d+ codings of a code that was split wait for a decision and count nowhere: /);
  const wrong = await runWith(["scheme", "as-of", "9", "study"], { cwd });
  expect(wrong).toMatchObject({ code: 2, out: "" });
  expect(wrong.err).toContain("The version cannot be 9.");
});

test("wrong steps are told at their place in the file, and nothing is written", async () => {
  await writeFile(join(cwd, "steps.yaml"), "- { rename: known-allready, name: Known }\n- { merge: [], into: x }\n");
  const before = await readFile(join(cwd, "study/scheme.yaml"), "utf8");
  const { code, out, err } = await migrate();
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/steps\.yaml:1:\d+ error: .*"known-allready"/);
  expect(err).toMatch(/steps\.yaml:2:\d+ error: /);
  expect(await readFile(join(cwd, "study/scheme.yaml"), "utf8")).toBe(before);
  expect(await runWith(["scheme", "migrate", "none.yaml", "study", "--by", "KB", "--why", "x"], { cwd })).toMatchObject(
    {
      code: 2,
      err: expect.stringContaining('"none.yaml" cannot be read'),
    },
  );
});
