import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { quoteTable } from "../analysis/quote-table";
import { themeTable } from "../analysis/theme-table";
import { loadStudy } from "../node/load-study";
import { inTemporaryFolder, textsIn } from "../node/temporary.fixture";
import { runWith } from "./io.fixture";
import { TEMPLATE } from "./template/files";

const PATHS = TEMPLATE.map(({ path }) => path);

test("init writes a study, and says what it is and what to do next", () =>
  inTemporaryFolder(async (cwd) => {
    expect(await runWith(["init", "a/my-study"], { cwd })).toEqual({
      code: 0,
      err: "",
      out: `Made a small study, all of it invented, in a/my-study:
  study.yaml                title, question, groups; read this first
  participants.csv          who took part, and in which group
  scheme.yaml               two themes with their codes
  transcripts/C01.md        three interviews, coded in the text
  transcripts/F01.txt
  transcripts/S01.txt
  codings/MB.csv            a second coder's codings
  journal/first-reading.md  a note of the reflexive journal

Try:
  polyvocal check a/my-study
  polyvocal themes a/my-study
  polyvocal quotes a/my-study --out quotes.html

Then put your own transcripts into the folder transcripts, and name who speaks in participants.csv.
`,
    });
    expect(Object.keys(await textsIn(join(cwd, "a/my-study")))).toEqual([...PATHS].sort());
  }));

test("the study of init has no problems, and three people in three groups", () =>
  inTemporaryFolder(async (cwd) => {
    await runWith(["init", "."], { cwd });
    const study = await loadStudy(cwd);
    expect(study.issues).toEqual([]);
    expect(study.participants.map(({ label, attributes }) => [label, attributes])).toEqual([
      ["Consumer 1", { place: "town", years: 3 }],
      ["Carer 1", { place: "village", years: 11 }],
      ["Clinician 1", { place: "town", years: 6 }],
    ]);
    expect(study.transcripts.map(({ id, turns }) => [id, turns.length])).toEqual([
      ["C01", 8],
      ["F01", 8],
      ["S01", 8],
    ]);
    expect(study.codings.map((each) => study.anchors.get(each.id)?.status)).toEqual(study.codings.map(() => "exact"));
    expect(study.memos).toHaveLength(1);
  }));

test("both tables of the study of init have rows, and every code is used", () =>
  inTemporaryFolder(async (cwd) => {
    await runWith(["init", "."], { cwd });
    const study = await loadStudy(cwd);
    expect(themeTable(study).rows).toEqual([
      { id: "somebody-answers", name: "Somebody answers", depth: 0, consumer: 1, carer: 1, clinician: 1, total: 3 },
      { id: "the-call-ends", name: "The call ends", depth: 0, consumer: 1, carer: 1, clinician: 1, total: 3 },
    ]);
    expect(themeTable(study, { level: "code" }).rows.map(({ id, total }) => [id, total])).toEqual([
      ["voice-at-night", 3],
      ["known-already", 2],
      ["only-until-morning", 1],
      ["cannot-see", 2],
      ["nobody-told", 3],
    ]);
    expect(quoteTable(study, { perCell: 1 }).rows.map(({ id, label }) => [id, label])).toEqual([
      ["somebody-answers", "Consumer 1"],
      ["somebody-answers", "Carer 1"],
      ["somebody-answers", "Clinician 1"],
      ["the-call-ends", "Consumer 1"],
      ["the-call-ends", "Carer 1"],
      ["the-call-ends", "Clinician 1"],
    ]);
  }));

test("what is in the way is named and stays, and nothing is written", () =>
  inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, "scheme.yaml"), "themes: []");
    await mkdir(join(cwd, "transcripts"));
    await writeFile(join(cwd, "transcripts/mine.txt"), "mine");
    expect(await runWith(["init", "."], { cwd })).toEqual({
      code: 2,
      out: "",
      err: 'error: Nothing was written, since this is in the way in ".": scheme.yaml, transcripts/.\nGive another folder, or move these elsewhere.\n',
    });
    expect(await textsIn(cwd)).toEqual({ "scheme.yaml": "themes: []", "transcripts/mine.txt": "mine" });
  }));

test("a file in the place of the folder is named", () =>
  inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, "my-study"), "a file");
    expect(await runWith(["init", "my-study"], { cwd })).toEqual({
      code: 2,
      out: "",
      err: 'error: "my-study" is a file.\nGive a folder, or a name for a new one.\n',
    });
  }));

test("files of no study may be in the folder", () =>
  inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, "ethics.pdf"), "mine");
    expect(await runWith(["init", "."], { cwd })).toMatchObject({ code: 0 });
    expect(Object.keys(await textsIn(cwd))).toEqual(["ethics.pdf", ...PATHS].sort());
  }));

test("a folder that cannot be made is told, and what was written goes", () =>
  inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, "file"), "");
    expect(await runWith(["init", "file/my-study"], { cwd })).toEqual({
      code: 2,
      out: "",
      err: `error: ${join("file/my-study", "study.yaml")} cannot be written: a file is in the way.\n`,
    });
  }));
