import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { inTemporaryFolder } from "../node/temporary.fixture";
import { parseTableCsv, runWith } from "./io.fixture";

const TALK = "I: Well?\n\nC01: Yes, I did.\n\nI: And?\n\nC01: No.\n";
const VTT = "WEBVTT\n\n00:01.000 --> 01:01.000\n<v Ana>Yes.\n\n01:01.000 --> 01:31.000\n<v I>So?\n";

/** Runs `transcripts` on a folder of these files. */
async function listed(
  files: Readonly<Record<string, string>>,
  ...argv: string[]
): Promise<{ code: number; rows: string[][]; err: string }> {
  let result = { code: -1, rows: [] as string[][], err: "" };
  await inTemporaryFolder(async (cwd) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await writeFile(join(cwd, path), text);
    }
    const { code, out, err } = await runWith(["transcripts", ...argv, "--format", "csv"], { cwd });
    result = { code, rows: parseTableCsv(out), err };
  });
  return result;
}

test("a folder with files in it: a row for each, told by content, in the order of their numbers", async () => {
  const { code, rows, err } = await listed({
    "10.txt": TALK,
    "2.txt": VTT,
    "deep/3.md": TALK,
    "x.mp3": "",
    ".hidden": "",
  });
  expect(rows).toEqual([
    ["File", "Format", "Kind", "Transcripts", "Speakers", "Labels", "Turns", "Words", "Minutes", "Warnings"],
    ["2.txt", "WebVTT", "interview", "1", "2", "Ana, I", "2", "2", "1.5", "0"],
    ["10.txt", "text", "interview", "1", "2", "I, C01", "4", "6", "", "0"],
    ["deep/3.md", "text", "interview", "1", "2", "I, C01", "4", "6", "", "0"],
  ]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
});

test("files that cannot be read are rows as well, their problems are on stderr, and the code is 1", async () => {
  const { code, rows, err } = await listed({ "a.txt": TALK, "b.docx": "PK\u0003\u0004", "c.xyz": "x", "d.txt": "" });
  expect(rows.slice(1)).toEqual([
    ["c.xyz", "", "", "", "", "", "", "", "", "1"],
    ["a.txt", "text", "interview", "1", "2", "I, C01", "4", "6", "", "0"],
    ["b.docx", "", "", "", "", "", "", "", "", "1"],
    ["d.txt", "text", "interview", "1", "0", "", "0", "0", "", "1"],
  ]);
  expect(code).toBe(1);
  expect(err).toContain("[unsupported-format]");
  expect(err).toContain("[broken-file]");
  expect(err).toContain("d.txt: 1 warning");
});

test("subtitles without a time are not read, and counted with the files that could not be", () =>
  inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, "a.srt"), "1\nNo times here.\n");
    await writeFile(join(cwd, "b.vtt"), VTT);
    const { code, out } = await runWith(["transcripts"], { cwd });
    expect([code, out.split("\n").at(-2)]).toEqual([1, "1 of 2 files could not be read."]);
  }));

test("a table with tabs and a transcript of Teams are told by their content, in .txt too", async () => {
  const { rows } = await listed({
    "nvivo.txt": "Timespan\tContent\tSpeaker\n0:00,0 - 0:30,0\tWell?\tI\n0:30,0 - 1:30,0\tYes.\tAna\n",
    "teams.txt": "0:0:1.0 --> 0:0:31.500\nI\nWell?\n\n0:0:31.500 --> 0:1:31.0\nAna\nYes.\n",
  });
  expect(rows.slice(1)).toEqual([
    ["nvivo.txt", "table", "interview", "1", "2", "I, Ana", "2", "2", "1.5", "0"],
    ["teams.txt", "Teams", "interview", "1", "2", "I, Ana", "2", "2", "1.5", "0"],
  ]);
});

test("the folder of a study: its transcripts, and labels that are nobody's are a warning", async () => {
  const files = { "transcripts/one.txt": TALK, "notes.txt": "x", "participants.csv": "id,group\nC02,consumer\n" };
  const { code, rows, err } = await listed(files);
  expect(rows.slice(1)).toEqual([["transcripts/one.txt", "text", "interview", "1", "2", "I, C01", "4", "6", "", "1"]]);
  expect(code).toBe(0);
  expect(err).toContain("speaker-without-participant");
});

test("a speaker's name misspelt is a warning, with the entry that joins the two", async () => {
  const text = "I: Well?\n\nParticipant: Yes.\n\nI: So?\n\nParticipant: No.\n\nI: Oh?\n\nPaticipant: Maybe.\n";
  const { code, rows, err } = await listed({ "a.txt": text });
  expect(rows.slice(1)).toEqual([
    ["a.txt", "text", "interview", "1", "3", "I, Participant, Paticipant", "6", "6", "", "1"],
  ]);
  expect({ code, err }).toEqual({
    code: 0,
    err: `
a.txt: 1 warning
  a.txt:11:1 warning: "Paticipant" (1 turn) may be "Participant" (2 turns) misspelt; until that is settled, they are two speakers. [similar-speakers]
      Paticipant: Maybe.
      ^^^^^^^^^^
      If they are one, write "speakers: { Participant: their id, Paticipant: their id }" into the front matter. If they are two, a row in participants.csv says so.
`,
  });
});

test("the table goes to a file as other tables do", () =>
  inTemporaryFolder(async (cwd) => {
    await mkdir(join(cwd, "in"));
    await writeFile(join(cwd, "in/a.txt"), TALK);
    expect(await runWith(["transcripts", "in", "--out", "files.md"], { cwd })).toEqual({
      code: 0,
      out: "",
      err: "Written to files.md\n",
    });
    expect(await readFile(join(cwd, "files.md"), "utf8")).toContain("| a.txt | text | interview |");
    expect(await runWith(["transcripts", "nowhere"], { cwd })).toMatchObject({ code: 2, out: "" });
  }));
