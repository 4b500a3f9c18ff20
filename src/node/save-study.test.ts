import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import type { Coding } from "../model/coding";
import { rename, split } from "../scheme/steps/make-step";
import { createStudy } from "../study/create-study";
import { decide } from "../study/decide";
import { parseTranscript } from "../study/parse-transcript";
import { smallStudy } from "../study/small-study.fixture";
import { Study } from "../study/study";
import type { StudyData } from "../study/study-data";
import { loadStudy } from "./load-study";
import { expectSame } from "./save/same-study.fixture";
import { type SaveOptions, saveStudy } from "./save-study";
import { inTemporaryFolder, textsIn } from "./temporary.fixture";

const TALK = "I: Well?\nC1: Yes, I did. [[did>done]]\nI: And?\nC1: No.\nI: Still?\nC1: Perhaps.\n";
const FILES = {
  "study.yaml": "title: Small # ours\ncoder: KB\n",
  "participants.csv": "id;Group;site\r\nC1;carer;North\r\n",
  "scheme.yaml":
    "# Kept\ncodes:\n  - { id: done, name: Done }\n  - id: open\ncategories: [{ id: did, codes: [done] }]\n",
  "transcripts/C1.txt": TALK,
  "codings/KB.csv":
    '\uFEFFquote,Code,transcript,memo\r\nNo.,open,C1,"so, so"\r\n\r\nPerhaps.,open,C1,\r\n"Yes, I did.",open,C1,\r\n',
  "codings/TM.jsonl":
    '{"transcript":"C1", "code":"open", "quote":"Yes"}\n{"transcript":"C1","code":"done","quote":"No."}\n',
  "journal/a.md": "---\nauthor: KB\ncreated: 2026-01-01 # a Thursday\n---\nSaid so.\n",
  "journal/more.yaml": "- body: One\n  author: KB\n- { body: Two }\n",
};

/** Works on a folder of these files, loaded. */
async function withFolder(
  work: (study: Study, folder: string) => Promise<void>,
  files: Record<string, string> = FILES,
): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await work(await loadStudy(folder), folder);
  });
}

const changed = (study: Study, data: Partial<StudyData>): Study => new Study({ ...study, ...data });

/** The study with one coding changed, or taken away for null. */
function withCoding(study: Study, id: string, change: Partial<Coding> | null): Study {
  const codings = study.codings.flatMap((each) =>
    each.id !== id ? each : change === null ? [] : { ...each, ...change },
  );
  return changed(study, { codings });
}

/** Saves, loads, and gives the files that are not as they were, with their text; expects the saved study to be loaded. */
async function saved(study: Study, folder: string, options?: SaveOptions): Promise<Record<string, string | null>> {
  const before = await textsIn(folder);
  const result = await saveStudy(study, folder, options);
  const after = await textsIn(folder);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  );
  expect([...result.written, ...result.removed].sort()).toEqual(names.sort());
  expectSame(await loadStudy(folder), study);
  return Object.fromEntries(names.map((name) => [name, after[name] ?? null]));
}

async function refused(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => "saved",
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw new Error(`Not refused: ${String(error)}`);
  return error.issues.map(({ code, message, place }) => [code, place?.file, message].filter(Boolean).join(": "));
}

describe("saveStudy, into the folder a study is from", () => {
  test("writes nothing if nothing changed", async () => {
    await withFolder(async (study, folder) => {
      expect(await saved(study, folder)).toEqual({});
      expect(await saveStudy(study, folder)).toEqual({ written: [], removed: [], unchanged: 8 });
    });
  });

  test("changes one cell of one row, and keeps byte order mark, line ends, marks and empty lines", async () => {
    await withFolder(async (study, folder) => {
      expect(await saved(withCoding(study, "KB#1", { memo: 'so "so"' }), folder)).toEqual({
        "codings/KB.csv": FILES["codings/KB.csv"].replace('"so, so"', '"so ""so"""'),
      });
    });
  });

  test("adds columns that values need", async () => {
    await withFolder(async (study, folder) => {
      expect(await saved(withCoding(study, "KB#2", { stance: "complicates" }), folder)).toEqual({
        "codings/KB.csv":
          '\uFEFFquote,Code,transcript,memo,stance\r\nNo.,open,C1,"so, so",\r\n\r\nPerhaps.,open,C1,,complicates\r\n"Yes, I did.",open,C1,,\r\n',
      });
    });
  });

  test("takes out rows, and lets those below say the ids that their numbers no longer give", async () => {
    await withFolder(async (study, folder) => {
      expect(await saved(withCoding(study, "KB#1", null), folder)).toEqual({
        "codings/KB.csv":
          '\uFEFFquote,Code,transcript,memo,id\r\n\r\nPerhaps.,open,C1,,KB#2\r\n"Yes, I did.",open,C1,,KB#3\r\n',
      });
    });
  });

  test("writes the last of a file's rows out of it", async () => {
    await withFolder(async (study, folder) => {
      expect(await saved(withCoding(withCoding(study, "TM#1", null), "TM#2", null), folder)).toEqual({
        "codings/TM.jsonl": null,
      });
    });
  });

  test("changes the lines of JSON whose coding changed", async () => {
    await withFolder(async (study, folder) => {
      expect(await saved(withCoding(study, "TM#2", { status: "rejected", code: "open" }), folder)).toEqual({
        "codings/TM.jsonl":
          '{"transcript":"C1", "code":"open", "quote":"Yes"}\n{"transcript":"C1","code":"open","quote":"No.","status":"rejected","coder":"TM"}\n',
      });
    });
  });

  test("puts new codings into their coder's file, suggestions into that of suggestions, and others into that of nobody", async () => {
    await withFolder(async (study, folder) => {
      const like = study.codings.find((each) => each.id === "KB#2");
      if (like === undefined) throw new Error("no coding");
      const more: Coding[] = [
        { ...like, id: "k", created: "2026-05-01" },
        { ...like, id: "t", coder: "TM" },
        { ...like, id: "z", coder: "Z/Z" },
        { ...like, id: "n", coder: null },
        { ...like, id: "s", coder: null, status: "suggested", rule: "perhaps", matched: "Perhaps" },
        { ...like, id: "r", status: "rejected", decided: [{ version: 1, code: "open" }] },
      ];
      const anchors = new Map(study.anchors);
      for (const { id } of more)
        anchors.set(
          id,
          study.anchors.get("KB#2") ?? {
            status: "lost",
            range: null,
            similarity: 0,
            typography: false,
            candidates: [],
          },
        );
      const place = "C1,open,Perhaps.,55,63";
      expect(await saved(changed(study, { codings: [...study.codings, ...more], anchors }), folder)).toEqual({
        "codings/KB.csv": FILES["codings/KB.csv"]
          .replace("memo\r", "memo,start,end,created,schemeVersion,id\r")
          .replace('so"\r', 'so",,,,,\r')
          .replace("Perhaps.,open,C1,\r", "Perhaps.,open,C1,,,,,,\r")
          .replace('did.",open,C1,\r\n', 'did.",open,C1,,,,,,\r\nPerhaps.,open,C1,,55,63,2026-05-01,1,k\r\n'),
        "codings/TM.jsonl": `${FILES["codings/TM.jsonl"]}{"transcript":"C1","code":"open","quote":"Perhaps.","start":55,"end":63,"schemeVersion":1,"id":"t"}\n`,
        "codings/Z-Z.csv": `transcript,code,quote,start,end,coder,schemeVersion,id\n${place},Z/Z,1,z\n`,
        "codings/codings.csv": `transcript,code,quote,start,end,schemeVersion,id\n${place},1,n\n`,
        "codings/suggested.csv": `transcript,code,quote,start,end,coder,status,rule,matched,schemeVersion,decided,id\n${place},,suggested,perhaps,Perhaps,1,,s\n${place},KB,rejected,,,1,1:open,r\n`,
      });
    });
  });

  test("writes scheme.yaml alone after a change of the scheme, and codings as they were made", async () => {
    await withFolder(async (study, folder) => {
      const next = study.migrate([rename("open", "Left open")], { by: "KB", why: "Said so" });
      expect(await saved(next, folder)).toEqual({
        "scheme.yaml": `# Kept
version: 2
codes:
  - { id: done, name: Done }
  - id: open
    name: Left open
categories: [{ id: did, codes: [done] }]
changes:
  - from: 1
    to: 2
    by: KB
    why: Said so
    steps:
      - { rename: open, name: Left open, was: Open }
`,
      });
      const parted = next.migrate([split("open", ["ajar", "wide"])], { by: "KB", why: "Two" });
      expect(Object.keys(await saved(parted, folder))).toEqual(["scheme.yaml"]);
      const decided = decide(parted, { "KB#2": "wide" });
      expect(Object.keys(await saved(decided, folder))).toEqual(["codings/KB.csv"]);
      expect((await textsIn(folder))["codings/KB.csv"]).toContain("Perhaps.,open,C1,,3:wide\r\n");
    });
  });

  test("writes what changed of people, settings and the journal", async () => {
    await withFolder(async (study, folder) => {
      const [person] = study.participants;
      if (person === undefined) throw new Error("nobody");
      const memos = study.memos.flatMap((memo) =>
        memo.id === "a" ? { ...memo, created: "2026-01-02", body: "Otherwise." } : memo.id === "more#1" ? [] : memo,
      );
      const entry = {
        id: "KB: what now?",
        about: { kind: "code", entry: "open" },
        body: "New.",
        author: "KB",
        created: null,
      } as const;
      const next = changed(study, {
        title: "Smaller",
        question: "Why?",
        participants: [{ ...person, role: "mother", attributes: { site: "South", years: 3 } }],
        memos: [...memos, entry],
      });
      expect(await saved(next, folder)).toEqual({
        "study.yaml": "title: Smaller # ours\ncoder: KB\nquestion: Why?\n",
        "participants.csv": "id;Group;site;role;years\r\nC1;carer;South;mother;3\r\n",
        "journal/a.md": "---\nauthor: KB\ncreated: 2026-01-02 # a Thursday\n---\n\nOtherwise.\n",
        "journal/more.yaml": "- { body: Two, id: more#2 }\n",
        "journal/KB- what now-.md": '---\nid: "KB: what now?"\nauthor: KB\nabout:\n  code: open\n---\n\nNew.\n',
      });
      expect(await saved(changed(next, { memos: [entry] }), folder)).toEqual({
        "journal/a.md": null,
        "journal/more.yaml": "[]\n",
      });
    });
  });

  test("saves again what was saved, and studies that were made from it", async () => {
    await withFolder(async (study, folder) => {
      const next = withCoding(study, "KB#1", { memo: "one" });
      await saved(next, folder);
      await saved(withCoding(next, "KB#1", { memo: "two" }), folder);
    });
  });
});

describe("saveStudy, of marks in transcripts", () => {
  test("refuses to change them, and names the option that does", async () => {
    await withFolder(async (study, folder) => {
      const before = await textsIn(folder);
      expect(await refused(saveStudy(withCoding(study, "C1#1", { memo: "x" }), folder))).toEqual([
        'mark-not-saved: transcripts/C1.txt: The coding "C1#1" was changed (memo), and it is a mark in the transcript "C1".',
      ]);
      expect(await refused(saveStudy(withCoding(study, "C1#1", null), folder))).toEqual([
        'mark-not-saved: transcripts/C1.txt: The coding "C1#1" was deleted, and it is a mark in the transcript "C1".',
      ]);
      expect(await textsIn(folder)).toEqual(before);
    });
  });

  test("moves them out with their ids, and keeps front matter and line ends of the transcript", async () => {
    const talk = `---\nwave: 1 # first\n---\n${TALK}C1: {==Oh==}{>>open: hm<<} dear. {>>why oh<<}\n`.replaceAll(
      "\n",
      "\r\n",
    );
    await withFolder(
      async (study, folder) => {
        const next = withCoding(study, "C1#2", { memo: "hmm" });
        const after = await saved(next, folder, { moveMarks: true });
        expect(after["transcripts/C1.txt"]).toBe(
          talk.replace(" [[did>done]]", "").replace("{==Oh==}{>>open: hm<<}", "Oh").replace(" {>>why oh<<}", ""),
        );
        expect(after["codings/KB.csv"]).toContain(
          '"Yes, I did.",done,C1,,13,24,1,C1#1\r\nOh,open,C1,hmm,68,70,1,C1#2\r\n',
        );
        expect(after["journal/C1-memo1.md"]).toBe(
          "---\nid: C1#memo1\nabout:\n  transcript: C1\n  quote: Oh dear.\n---\n\nwhy oh\n",
        );
        expect(Object.keys(after)).toHaveLength(3);
      },
      { ...FILES, "transcripts/C1.txt": talk },
    );
  });

  test("moves those of nobody into a file of their own, and refuses formats that are not written", async () => {
    const table = 'speaker,text\nC2,"Yes. [[open]]"\nI,Why?\n';
    const files = { "transcripts/C1.txt": TALK, "scheme.yaml": "codes: [done, open]" };
    await withFolder(async (study, folder) => {
      expect((await saved(study, folder, { moveMarks: true }))["codings/marks.csv"]).toBe(
        'transcript,code,quote,start,end,schemeVersion,id\nC1,done,"Yes, I did.",13,24,1,C1#1\n',
      );
    }, files);
    await withFolder(
      async (study, folder) => {
        expect(await refused(saveStudy(study, folder, { moveMarks: true }))).toEqual([
          'cannot-be-saved: transcripts/C2.csv: The marks in "C2" cannot be moved out: only plain text and Markdown are written.',
        ]);
      },
      { ...files, "transcripts/C2.csv": table },
    );
  });
});

describe("saveStudy, into another folder", () => {
  test.each<[string, () => Study]>([
    ["the small study", smallStudy],
    [
      "names, times, diaries and marks",
      () =>
        createStudy({
          title: "T: 1",
          question: "Who?\nWhy?",
          approach: "reflexive",
          groups: [{ id: "x", name: "Xs" }, "carer"],
          interviewers: ["Nell", "I"],
          participants: [
            { id: "A", group: "x", aliases: ["Ann", "Annie"], quotable: false, attributes: { age: 7, site: "A, B" } },
            { id: "B", group: "carer", label: "Bea" },
            { id: "D", group: null },
          ],
          transcripts: [
            {
              id: "con",
              text: "Nell: So?\n\nP: Yes. [[a]]\n\nNell: Oh?\n\nP: {==No==}{>>b<<}.",
              speakers: { P: "A" },
              title: "Z: first",
            },
            {
              id: "talk",
              turns: [
                { speaker: "I", text: "And?", start: 1.5, end: 2 },
                { speaker: "B", text: "Well,\nno.", start: 3 },
              ],
            },
            {
              id: "d/1",
              kind: "diary",
              text: "One day.\n\nAnother.",
              participant: "D",
              attributes: { day: "2026-01-01", n: 3 },
            },
          ],
          codings: [{ transcript: "d/1", code: "a", quote: "Another.", stance: "contradicts", created: "today" }],
          memos: [
            { id: "m", about: { topic: "things" }, body: "x", author: null, created: null, title: "M" },
            { id: "M", about: { participant: "A" }, body: "y", author: "K", created: "2026" },
          ],
        }),
    ],
    [
      "no participants listed",
      () => createStudy({ transcripts: [{ id: "one", text: "I: Well?\nP: Yes.\nI: So?\nP: No." }] }),
    ],
  ])("writes the whole of a new study: %s", async (_, make) => {
    await inTemporaryFolder(async (folder) => {
      const study = make();
      const into = join(folder, "new", "study");
      const { written, unchanged } = await saveStudy(study, into);
      expect([Object.keys(await textsIn(into)), unchanged]).toEqual([[...written].sort(), 0]);
      expectSame(await loadStudy(into), study);
      expect(await saveStudy(study, into)).toMatchObject({ written: [] });
    });
  });

  test("writes the sample study anew, as it is", async () => {
    await inTemporaryFolder(async (folder) => {
      const study = await loadStudy("fixtures/peer-support");
      await saveStudy(study, join(folder, "copy"));
      expectSame(await loadStudy(join(folder, "copy")), study);
    });
  });

  test.each([
    [
      { member: true },
      { member: false },
      'The attribute "member" of 2 participants is true or false, and participants.csv holds only text and numbers.',
      'Nothing was written. Write it as text, such as { member: "yes" }.',
    ],
    [
      { "peer worker": false },
      {},
      'The attribute "peer worker" of "C1" is false, and participants.csv holds only text and numbers.',
      'Nothing was written. Write it as text, such as { "peer worker": "no" }.',
    ],
    [
      { Quotable: "no" },
      {},
      'An attribute cannot be called "Quotable" in participants.csv: the column of that name says something else there.',
      "Nothing was written. State quotable beside the participant's id, and not among the attributes, or give the attribute another name.",
    ],
    [
      { age: " 5" },
      {},
      'Files cannot hold participants > C1 > attributes > age as it is: " 5" would be read as 5.',
      "Nothing was written. Change it so that a text file can hold it.",
    ],
  ])(
    "writes nothing of %j and %j, which files cannot hold, and says what to do",
    async (first, second, message, hint) => {
      await inTemporaryFolder(async (folder) => {
        const text = "I: Well?\nC1: Yes.\nI: So?\nC2: No.";
        const participants = [
          { id: "C1", attributes: first },
          { id: "C2", attributes: second },
        ];
        const study = createStudy({ participants, transcripts: [{ id: "C1", text }] });
        const told = await saveStudy(study, join(folder, "new")).catch((error: unknown) =>
          error instanceof InputError ? error.issues.map((each) => [each.code, each.message, each.hint]) : error,
        );
        expect(told).toEqual([["cannot-be-saved", message, hint]]);
        expect(await readdir(folder)).toEqual([]);
      });
    },
  );
});

describe("saveStudy refuses, and writes nothing", () => {
  test("a narrowed study over the whole one, and an earlier version over the present one", async () => {
    await withFolder(async (study, folder) => {
      expect(await refused(saveStudy(study.where({ site: "North" }), folder))).toEqual([
        "study-narrowed: A narrowed study cannot be saved over the whole one: what it leaves out would be lost.",
      ]);
      const next = study.migrate([rename("open", "Left open")], { by: "KB", why: "Said so" });
      await saveStudy(next, folder);
      expect(await refused(saveStudy(next.asOf(1), folder))).toEqual([
        "study-narrowed: The analysis as of version 1 cannot be saved over the one of version 2.",
      ]);
    });
  });

  test.each<[string, string | null, string]>([
    ["scheme.yaml", "codes: [done, open]\ncategories: [did]\n", "This file has changed since the study was loaded."],
    ["journal/a.md", null, "This file was there when the study was loaded, and is gone."],
    ["codings/XY.csv", "transcript,code,quote\nC1,open,Yes\n", "This file is new."],
  ])("where %s was touched meanwhile", async (file, text, message) => {
    await withFolder(async (study, folder) => {
      if (text === null) await rm(join(folder, file));
      else await writeFile(join(folder, file), text);
      const before = await textsIn(folder);
      expect(await refused(saveStudy(withCoding(study, "KB#1", null), folder))).toEqual([
        `folder-changed: ${file}: ${message}`,
      ]);
      expect(await textsIn(folder)).toEqual(before);
    });
  });

  test("a file in place of a folder", async () => {
    await withFolder(async (study, folder) => {
      const file = join(folder, "study.yaml");
      expect(await refused(saveStudy(study, file))).toEqual([`wrong-option: "${file}" is a file.`]);
      expect((await readdir(folder)).sort()).toEqual(
        [...new Set(Object.keys(FILES).map((name) => name.split("/")[0]))].sort(),
      );
    });
  });

  test("a study that is not from this folder", async () => {
    await withFolder(async (study, folder) => {
      expect(await refused(saveStudy(smallStudy(), folder))).toEqual([
        `folder-changed: The folder "${folder}" holds a study that this one was not loaded from.`,
      ]);
      await inTemporaryFolder(async (copy) => {
        await cp(folder, copy, { recursive: true });
        expect(await refused(saveStudy(study, copy))).toHaveLength(1);
      });
    });
  });

  test("transcripts that are changed or left out", async () => {
    await withFolder(async (study, folder) => {
      expect(await refused(saveStudy(changed(study, { transcripts: [], codings: [], memos: [] }), folder))).toContain(
        'cannot-be-saved: transcripts/C1.txt: The study has no transcript "C1", and the folder has.',
      );
    });
  });
});

test("a transcript with times whose id is no file's name is saved under a name near it, and keeps its id", () =>
  inTemporaryFolder(async (cwd) => {
    const vtt = "WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ana>Somebody.\n\n00:03.000 --> 00:04.000\n<v I>So?\n";
    const [transcript] = parseTranscript(vtt, { file: "a.vtt" }).transcripts;
    if (transcript === undefined) throw new Error("no transcript");
    const study = createStudy({ transcripts: [{ ...transcript, id: "north/1?", title: "north/1?" }] });
    await saveStudy(study, join(cwd, "study"));
    const again = await loadStudy(join(cwd, "study"));
    const spoken = ({ transcripts }: typeof study): unknown =>
      transcripts.map(({ id, title, turns }) => [id, title, turns.map(({ label, time }) => [label, time])]);
    expect(spoken(again)).toEqual(spoken(study));
    expect(again.transcripts.map(({ source }) => source)).toEqual(["transcripts/north-1-.json"]);
  }));
