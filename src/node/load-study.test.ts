import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { loadStudy } from "./load-study";
import { inTemporaryFolder, textsIn } from "./temporary.fixture";

/** A study folder of these files, loaded. */
async function loaded(
  files: Record<string, string>,
): Promise<{ issues: string[]; people: string[]; transcripts: string[] }> {
  let result = { issues: [] as string[], people: [] as string[], transcripts: [] as string[] };
  await inTemporaryFolder(async (folder) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const told = (issues: InputError["issues"]): string[] =>
      issues.map(({ code, place }) => `${place?.file ?? ""} ${code}`.trim());
    try {
      const study = await loadStudy(folder);
      const people = study.participants.map((each) => each.id);
      result = { issues: told(study.issues), people, transcripts: study.transcripts.map((each) => each.id) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      result = { issues: told(error.issues), people: [], transcripts: [] };
    }
    expect(await textsIn(folder)).toEqual(files);
  });
  return result;
}

const TALK = "I: Well?\nC1: Yes, I did.\nI: And?\nC1: No.";

describe("loadStudy", () => {
  test("loads the sample study, with every coding where it was made", async () => {
    const study = await loadStudy("fixtures/peer-support");
    expect(study.participants).toHaveLength(36);
    expect(study.transcripts).toHaveLength(36);
    expect(study.groups.map((group) => study.participants.filter((each) => each.group === group.id).length)).toEqual([
      12, 12, 12,
    ]);
    expect(study.issues.filter((each) => each.severity !== "info")).toEqual([]);
    expect(study.codings.length).toBeGreaterThanOrEqual(400);
    expect([...new Set(study.codings.map((coding) => coding.coder))]).toEqual(["KB", "TM"]);
    expect(study.passages).toHaveLength(study.codings.length);
    expect([...new Set(study.passages.map((passage) => passage.anchor))]).toEqual(["exact"]);
    expect(study.passages.filter((passage) => passage.participants.length !== 1)).toEqual([]);
    expect(study.memos).toHaveLength(7);
    // Every turn is somebody's.
    expect(study.transcripts.flatMap((each) => each.turns.filter((turn) => turn.role === "unknown"))).toEqual([]);
    expect(study.title).toBe("Views of peer support for people with borderline personality disorder");
  });

  test("reads scheme.json where there is no scheme.yaml", async () => {
    const files = { "transcripts/C1.txt": `${TALK} [[no]]`, "participants.csv": "id,group\nC1,consumer\n" };
    const json = '{\n\t"version": 2,\n\t"codes": [{ "id": "yes", "name": "Yes" }]\n}';
    expect((await loaded({ ...files, "scheme.json": json })).issues).toEqual(["transcripts/C1.txt unknown-code"]);
    const both = await loaded({ ...files, "scheme.json": json, "scheme.yaml": "codes: [{ id: no }]" });
    expect(both.issues).toEqual(["scheme.json ignored-file"]);
  });

  test("says of files that look like its own that they are not read", async () => {
    const files = {
      "Scheme.yaml": "version: 1",
      "participants.xlsx": "",
      "participants-notes.md": "",
      "study.yml": "title: T",
      "transcripts/C1.txt": TALK,
    };
    expect((await loaded(files)).issues).toEqual([
      "Scheme.yaml ignored-file",
      "participants.xlsx ignored-file",
      "study.yml ignored-file",
      "participants-inferred",
    ]);
  });

  test("says all that is wrong in one report", async () => {
    const report = await loadStudy("fixtures/broken").then(
      () => "loaded",
      (error: unknown) => (error instanceof InputError ? error.message : String(error)),
    );
    await expect(`${report}\n`).toMatchFileSnapshot("golden/broken.txt");
  });

  test("needs nothing but transcripts", async () => {
    expect(await loaded({ "transcripts/one.txt": TALK })).toEqual({
      issues: ["participants-inferred"],
      people: ["C1"],
      transcripts: ["one"],
    });
  });

  test("reads transcripts in folders within the folder, in the order of their numbers", async () => {
    const files = { "transcripts/b/T2.txt": TALK, "transcripts/b/T10.txt": TALK, "transcripts/a/T3.md": TALK };
    expect((await loaded(files)).transcripts).toEqual(["T3", "T2", "T10"]);
  });

  test("passes over hidden files and those of the system, and says so of recordings", async () => {
    const files = {
      "transcripts/one.txt": TALK,
      "transcripts/.DS_Store": "x",
      "transcripts/~$one.docx": "x",
      "transcripts/one.mp3": "x",
    };
    expect((await loaded(files)).issues).toEqual(["transcripts ignored-file", "participants-inferred"]);
  });

  test("passes over what tells of the folder, and says so", async () => {
    const files = {
      "transcripts/one.txt": TALK,
      "transcripts/README.md": "# Ours\n\nRecorded in spring.",
      "transcripts/deep/LICENCE": "x",
      "transcripts/readme-interview.md": TALK,
    };
    expect(await loaded(files)).toMatchObject({
      transcripts: ["one", "readme-interview"],
      issues: ["transcripts/README.md ignored-file", "transcripts/deep/LICENCE ignored-file", "participants-inferred"],
    });
  });

  test("refuses files it cannot read in place of passing over them", async () => {
    expect(await loaded({ "transcripts/one.txt": TALK, "transcripts/two.pages": "x" })).toMatchObject({
      issues: ["transcripts/two.pages unsupported-format", "participants-inferred"],
    });
  });

  test("says what such files are, by their content first, and where their words can be had", async () => {
    await inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, "transcripts"));
      const files: readonly (readonly [string, string])[] = [
        ["a.nvpx", "\0\x01"],
        ["b.bak", "%PDF-1.4"],
        ["c.dat", "SQLite format 3\0 CREATE TABLE highlight_tags"],
        ["d.xyz", "x"],
        ["e.opus", "OggS"],
        ["sums.md5", "x"],
      ];
      for (const [name, content] of files) await writeFile(join(folder, "transcripts", name), content);
      const error = await loadStudy(folder).catch((each: unknown) => each);
      const issues = error instanceof InputError ? error.issues : [];
      expect(issues.map(({ code, message, place }) => [place?.file, code, message.slice(0, 60)])).toEqual([
        ["transcripts", "ignored-file", "1 recording, picture or archive passed over."],
        ["transcripts/a.nvpx", "unsupported-format", "This is a project of NVivo, which is not read here."],
        ["transcripts/b.bak", "unsupported-format", "The ending of this file's name does not say what it is."],
        ["transcripts/c.dat", "unsupported-format", "This is the database of Taguette, which is not read here."],
        ["transcripts/d.xyz", "unsupported-format", "Files like this are not read here; those with .txt, .md, .cs"],
        ["transcripts/sums.md5", "ignored-file", "The file tells of its folder, as its name says, and is passe"],
        [undefined, "no-transcripts", "The study has no transcripts."],
      ]);
    });
  });

  test("names the endings that are read where a file has another", async () => {
    await inTemporaryFolder(async (folder) => {
      for (const [place, file] of [
        ["transcripts", "one.txt"],
        ["journal", "note.pages"],
      ] as const) {
        await mkdir(join(folder, place));
        await writeFile(join(folder, place, file), TALK);
      }
      const endings = "Files like this are not read here; those with .md, .yml, .yaml are.";
      await expect(loadStudy(folder)).rejects.toThrow(endings);
    });
  });

  test("finds files where study.yaml says they are, and says which are not there", async () => {
    const settings = "files: { transcripts: [interviews, extra.txt], participants: people.csv, codings: gone }\n";
    const files = {
      "study.yaml": settings,
      "interviews/one.txt": TALK,
      "people.csv": "id,group\nC1,consumer\n",
      "extra.txt": "I: So?\nC1: Yes.\nI: Oh?\nC1: Hm.",
    };
    expect((await loaded(files)).issues).toEqual(["study.yaml missing-file"]);
    expect((await loaded({ ...files, "study.yaml": settings.replace(", codings: gone", "") })).transcripts).toEqual([
      "one",
      "extra",
    ]);
  });

  test("says that a study without transcripts has none", async () => {
    expect((await loaded({ "study.yaml": "title: Empty\n" })).issues).toEqual(["no-transcripts"]);
  });

  test("takes an empty transcript for one in which nobody speaks, and says so once", async () => {
    const files = {
      "participants.csv": "id,group\nC1,consumer\nC2,carer\n",
      "transcripts/C1.txt": TALK,
      "transcripts/C2.txt": "\n",
    };
    expect(await loaded(files)).toEqual({
      issues: ["transcripts/C2.txt empty-file"],
      people: ["C1", "C2"],
      transcripts: ["C1", "C2"],
    });
  });

  test("reports progress after each transcript", async () => {
    const steps: string[] = [];
    await loadStudy("fixtures/peer-support", { onProgress: (done, total) => steps.push(`${done}/${total}`) });
    expect(steps).toHaveLength(36);
    expect([steps[0], steps[35]]).toEqual(["1/36", "36/36"]);
  });

  test("names the folder that is not there", async () => {
    await expect(loadStudy("no-such-folder")).rejects.toThrow('There is no folder "no-such-folder".');
  });

  test("reads what other systems write: CRLF, byte order marks, and accents in two letters, in names of files too", async () => {
    await inTemporaryFolder(async (folder) => {
      const [two, one] = ["Nu\u0301n\u0303ez", "N\u00fa\u00f1ez"];
      await mkdir(join(folder, "transcripts"));
      await mkdir(join(folder, "codings"));
      await writeFile(
        join(folder, "transcripts", `${two}.txt`),
        `\uFEFFI: Well?\r\n${two}: Yes, I did. [[a]]\r\nI: And?\r\n${two}: No.\r\n`,
      );
      await writeFile(join(folder, "participants.csv"), `\uFEFFid,group\r\n${one},carer\r\n`);
      await writeFile(
        join(folder, "codings/KB.csv"),
        `\uFEFFtranscript,code,quote\r\n${one},a,"And?\r\n${two}: No."\r\n`,
      );
      const study = await loadStudy(folder);
      expect(study.transcripts.map((each) => [each.id, each.text])).toEqual([
        [one, `I: Well?\n${one}: Yes, I did.\nI: And?\n${one}: No.\n`],
      ]);
      expect(study.passages.map((each) => [each.text, each.participants, each.anchor])).toEqual([
        ["Yes, I did.", [one], "exact"],
        [`And?\n${one}: No.`, [one], "exact"],
      ]);
      expect(study.issues.map((each) => each.code)).toEqual(["scheme-inferred"]);
    });
  });

  test("says so of a link that leads nowhere, and not what follows from it", async () => {
    await inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, "transcripts"));
      await mkdir(join(folder, "codings"));
      await writeFile(join(folder, "transcripts/C1.txt"), TALK);
      await writeFile(join(folder, "participants.csv"), "id,group\nC1,consumer\nC2,carer\n");
      await writeFile(join(folder, "codings/KB.csv"), "transcript,code,quote\nC2,a,Yes\n");
      await symlink("../gone/C2.txt", join(folder, "transcripts/C2.txt"));
      const problem = await loadStudy(folder).catch((error: unknown) => error);
      expect(problem).toBeInstanceOf(InputError);
      const errors = problem instanceof InputError ? problem.issues.filter((each) => each.severity !== "info") : [];
      expect(errors.map(({ code, place }) => [code, place?.file])).toEqual([["missing-file", "transcripts/C2.txt"]]);
    });
  });
});
