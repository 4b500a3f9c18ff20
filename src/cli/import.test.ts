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
      err: `No transcripts, passed over: in/README.md and in/deep/notes.pages.
in/deep/notes.pages: this is a document of Pages. Open it in Pages, and save or export it as a Word document (.docx).
Taken for interviewers: Mo. Taken for participants: Ana.
`,
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
    expect(err).toContain("[broken-file]");
    expect(Object.keys(await textsIn(cwd))).toEqual(["a.json", "b.docx", "c.vtt"]);
  }));

const TALK = "I: Well?\n\nBo: Yes, I did.\n\nI: And?\n\nBo: No.\n";
const CODEBOOK = "code,definition,frequency\nhope,What one hopes,12\n";

test("a file that cannot be read: the error says how to leave it out, and nothing is written", () =>
  inTemporaryFolder(async (cwd) => {
    await mkdir(join(cwd, "in"));
    await writeFile(join(cwd, "in/Bo.txt"), TALK);
    await writeFile(join(cwd, "in/my codes.csv"), CODEBOOK);
    await writeFile(join(cwd, "in/z.docx"), "PK\u0003\u0004");
    const { code, out, err } = await runWith(["import", "in", "--into", "study"], { cwd });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err.split("\n").slice(-4)).toEqual([
      "",
      'Nothing was written. To import the others, leave out these 2 files: --except "in/my codes.csv" --except in/z.docx',
      "Or leave out whatever cannot be read: --skip-unreadable",
      "",
    ]);
    expect(Object.keys(await textsIn(cwd)).filter((path) => path.startsWith("study"))).toEqual([]);
  }));

test("--skip-unreadable imports the others; each file left out is named, with what is wrong with it, and counted", () =>
  inTemporaryFolder(async (cwd) => {
    await mkdir(join(cwd, "in"));
    await writeFile(join(cwd, "in/Bo.txt"), TALK);
    await writeFile(join(cwd, "in/codes.csv"), CODEBOOK);
    await writeFile(join(cwd, "in/a.txt"), "");
    await writeFile(join(cwd, "in/a.vtt"), "");
    await writeFile(join(cwd, "in/z.docx"), "PK\u0003\u0004");
    const { code, out, err } = await runWith(["import", "in", "--into", "study", "--skip-unreadable"], { cwd });
    expect(code).toBe(0);
    expect(out).toContain("Written to study: study.yaml, participants.csv and 1 transcript.");
    expect(err).toContain("[no-header]");
    expect(err).toContain("[broken-file]");
    expect(err).toContain("In all: 2 errors, 2 warnings\n");
    expect(err.split("\n").slice(-5)).toEqual([
      "",
      "Left out, cannot be read (2 files): in/codes.csv and in/z.docx.",
      "Left out, nobody says anything (2 files): in/a.txt and in/a.vtt.",
      "Taken for interviewers: I. Taken for participants: Bo.",
      "",
    ]);
    expect(Object.keys(await textsIn(join(cwd, "study")))).toEqual([
      "participants.csv",
      "study.yaml",
      "transcripts/Bo.txt",
    ]);
    expect((await loadStudy(join(cwd, "study"))).issues.map(({ code: each }) => each)).toEqual([
      "participant-without-group",
    ]);
  }));

test("one talk in two formats: the error names both and how to choose, and --except does", () =>
  inTemporaryFolder(async (cwd) => {
    await mkdir(join(cwd, "in/old"), { recursive: true });
    await writeFile(join(cwd, "in/T1.txt"), TALK);
    await writeFile(join(cwd, "in/T1.md"), TALK);
    await writeFile(join(cwd, "in/codes.csv"), CODEBOOK);
    await writeFile(join(cwd, "in/old/T2.txt"), TALK);
    const both = await runWith(["import", "in/T1.txt", "in/T1.md", "--into", "study"], { cwd });
    expect(both).toEqual({
      code: 1,
      out: "",
      err: `in/T1.txt: 1 error
  error: Both in/T1.txt and in/T1.md would be the transcript "T1". [duplicate-transcript]
      If they hold the same talk, leave out all but one: --except T1.txt or --except T1.md. If not, give them names of their own.
`,
    });
    const argv = ["import", "in", "--into", "study", "--except", "T1.md", "--except", "*.csv", "--except", "old"];
    const { code, err } = await runWith(argv, { cwd });
    expect({ code, err }).toEqual({
      code: 0,
      err: "Left out, by name (3 files): in/T1.md, in/codes.csv and in/old/T2.txt.\nTaken for interviewers: I. Taken for participants: Bo.\n",
    });
  }));

test("many talks in two formats: the message ends with the ending whose files can be left out, and --except takes it", () =>
  inTemporaryFolder(async (cwd) => {
    await mkdir(join(cwd, "in"));
    for (const file of ["T1.txt", "T1.md", "T2.txt", "T2.md", "T3.txt"]) await writeFile(join(cwd, "in", file), TALK);
    const both = await runWith(["import", "in", "--into", "study"], { cwd });
    expect(both).toEqual({
      code: 1,
      out: "",
      err: `in/T1.md: 1 error
  error: Both in/T1.md and in/T1.txt would be the transcript "T1". [duplicate-transcript]
      If they hold the same talk, leave out all but one: --except T1.md or --except T1.txt. If not, give them names of their own.

in/T2.md: 1 error
  error: Both in/T2.md and in/T2.txt would be the transcript "T2". [duplicate-transcript]
      If they hold the same talk, leave out all but one: --except T2.md or --except T2.txt. If not, give them names of their own. For all 2 talks that are here twice at once: --except "*.md".

In all: 2 errors
`,
    });
    const { code, out } = await runWith(["import", "in", "--into", "study", "--except", "*.md"], { cwd });
    expect([code, out.split("\n")[0]]).toEqual([
      0,
      "Written to study: study.yaml, participants.csv and 3 transcripts.",
    ]);
  }));

test.each([
  [
    ["--except", "T2.txt"],
    'error: No file here is called "T2.txt", to be left out.\nGive a file\'s name, the name of a folder it is in, or the end of its path; * stands for any letters.\n',
  ],
  [["--except", "*"], "error: All transcripts here are to be left out.\nLeave out fewer of them.\n"],
])("%j is refused", (options, err) =>
  inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, "T1.txt"), TALK);
    expect(await runWith(["import", ".", "--into", "study", ...options], { cwd })).toEqual({ code: 2, out: "", err });
  }),
);

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
