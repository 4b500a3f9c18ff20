import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadStudy } from "../node/load-study";
import { inTemporaryFolder, textsIn } from "../node/temporary.fixture";
import { runWith } from "./io.fixture";

const VTT =
  "WEBVTT\n\n00:01.000 --> 00:04.500\n<v Ana>Somebody who had been there.\n\n00:05.000 --> 00:06.000\n<v I>So?\n";
const ANA = `---
kind: interview
speakers:
  Ana: Ana
  I: interviewer
label-end: ":"
---

[00:00:01 - 00:00:04.5] Ana: Somebody who had been there.

[00:00:05 - 00:00:06] I: So?
`;

test("import writes a study, says what it took for what, and what to do next", () =>
  inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, "Ana.vtt"), VTT);
    expect(await runWith(["import", "Ana.vtt", "--into", "a/my study"], { cwd })).toEqual({
      code: 0,
      out: `Written to a/my study: study.yaml, participants.csv and 1 transcript.

Next:
  Fill in the column group of participants.csv, and take out whoever is no participant.
  polyvocal transcripts "a/my study"
  polyvocal check "a/my study"
`,
      err: "Taken for interviewers: I. Taken for participants: Ana.\n",
    });
    expect(await textsIn(join(cwd, "a/my study"))).toEqual({
      "participants.csv": "id,group,role\nAna,,\n",
      "study.yaml":
        "# The study's title, question, groups and interviewers; only what differs from the usual has to be stated.\nformat: 1\ntitle: my study\n",
      "transcripts/Ana.txt": ANA,
    });
    const study = await loadStudy(join(cwd, "a/my study"));
    expect(study.issues.map(({ code }) => code)).toEqual(["participant-without-group"]);
    expect(study.transcripts[0]?.turns.map(({ speaker, role, time }) => [speaker, role, time])).toEqual([
      ["Ana", "participant", [1, 4.5]],
      [null, "interviewer", [5, 6]],
    ]);
  }));

test("a folder's transcripts are taken, other files are passed over, and a study.yaml that is there is heeded", () =>
  inTemporaryFolder(async (cwd) => {
    await mkdir(join(cwd, "in/deep"), { recursive: true });
    await mkdir(join(cwd, "study"));
    await writeFile(join(cwd, "in/1.vtt"), VTT.replace("<v I>", "<v Mo>"));
    await writeFile(join(cwd, "in/deep/notes.pages"), "x");
    await writeFile(join(cwd, "in/README.md"), "# Ours\n\nRecorded in spring.");
    await writeFile(join(cwd, "study/study.yaml"), "interviewers: [Mo]\n");
    const { code, err } = await runWith(["import", "in/", "in/1.vtt", "./in/1.vtt", "--into", "study"], { cwd });
    expect({ code, err }).toEqual({
      code: 0,
      err: "No transcripts, passed over: in/README.md and in/deep/notes.pages.\nTaken for interviewers: Mo. Taken for participants: Ana.\n",
    });
    expect(Object.keys(await textsIn(join(cwd, "study")))).toEqual([
      "participants.csv",
      "study.yaml",
      "transcripts/1.txt",
    ]);
  }));

test("nothing is overwritten: all that is in the way is named, and nothing is written", () =>
  inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, "Ana.vtt"), VTT);
    await writeFile(join(cwd, "Bo.vtt"), VTT);
    await mkdir(join(cwd, "study/transcripts"), { recursive: true });
    await writeFile(join(cwd, "study/participants.csv"), "mine");
    await writeFile(join(cwd, "study/transcripts/Ana.txt"), "mine");
    expect(await runWith(["import", "Ana.vtt", "Bo.vtt", "--into", "study"], { cwd })).toEqual({
      code: 2,
      out: "",
      err: 'error: Nothing was written, since these are in the way in "study": participants.csv, transcripts/Ana.txt.\nGive another folder, or move these elsewhere.\n',
    });
    expect(await textsIn(join(cwd, "study"))).toEqual({ "participants.csv": "mine", "transcripts/Ana.txt": "mine" });
  }));

test("all problems of all files are told before anything is written, and end with 1", () =>
  inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, "a.json"), "[{");
    await writeFile(join(cwd, "b.docx"), "PK\u0003\u0004");
    await writeFile(join(cwd, "c.vtt"), VTT);
    const { code, out, err } = await runWith(["import", "a.json", "b.docx", "c.vtt", "--into", "study"], { cwd });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("[broken-json]");
    expect(err).toContain("[binary-file]");
    expect(Object.keys(await textsIn(cwd))).toEqual(["a.json", "b.docx", "c.vtt"]);
  }));

test.each([
  [
    ["nowhere.txt", "neither.txt"],
    'error: There is no file "nowhere.txt".\nCheck the spelling.\nerror: There is no file "neither.txt".\nCheck the spelling.\n',
  ],
  [["empty"], 'error: There are no transcripts in "empty".\nGive the files themselves, or a folder that holds them.\n'],
])("%j cannot be imported", (paths, err) =>
  inTemporaryFolder(async (cwd) => {
    await mkdir(join(cwd, "empty"));
    expect(await runWith(["import", ...paths, "--into", "study"], { cwd })).toEqual({ code: 2, out: "", err });
  }),
);

test("a study of text files comes through as it is", () =>
  inTemporaryFolder(async (cwd) => {
    await cp("fixtures/peer-support/transcripts", join(cwd, "in"), { recursive: true });
    expect(await runWith(["import", "in", "--into", "study"], { cwd })).toMatchObject({ code: 0 });
    const [before, after] = await Promise.all([loadStudy("fixtures/peer-support"), loadStudy(join(cwd, "study"))]);
    const spoken = ({ transcripts }: typeof before): unknown =>
      transcripts.map(({ id, text, turns }) => [
        id,
        turns.map(({ label, time, start, end }) => [label, time, text.slice(start, end)]),
      ]);
    expect(spoken(after)).toEqual(spoken(before));
  }));
