import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { themeFrequency } from "../analysis/theme-frequency";
import { describe } from "../anchor/describe";
import { type Resolution, resolve } from "../anchor/resolve";
import { InputError } from "../issues/input-error";
import type { Coding } from "../model/coding";
import type { Memo } from "../model/memo";
import { type Draw, randomDraw, stepFor } from "../scheme/steps/random.fixture";
import { Study } from "../study/study";
import { loadStudy } from "./load-study";
import { expectSame, studyContent } from "./save/same-study.fixture";
import { saveStudy } from "./save-study";
import { inTemporaryFolder, textsIn } from "./temporary.fixture";

const word = fc
  .string({
    unit: fc.constantFrom("a", "B", " ", ",", ";", '"', "'", "\n", "#", ":", "é", "🙂", "-", "0", "<"),
    minLength: 1,
    maxLength: 12,
  })
  .map((each) => each.trim() || "x");
const coder = fc.constantFrom("KB", "TM", "New one", "a/b", "codings", null);

/** One change of a study by somebody who works with it. */
type Edit = (study: Study, number: number) => Study;

const replaced = (study: Study, at: number, change: (coding: Coding) => Coding | null): Study => {
  // Marks in transcripts cannot be changed without moving them.
  const inFiles = study.codings.filter((each) => !/^(?!TM|KB)[\w-]+#/.test(each.id));
  const chosen = inFiles[at % inFiles.length];
  const codings = study.codings.flatMap((each) => (each === chosen ? (change(each) ?? []) : each));
  return new Study({ ...study, codings });
};

const placed = (study: Study, coding: Coding, at: number, length: number): Study => {
  const transcript = study.transcripts[at % study.transcripts.length];
  const turn = transcript?.turns[at % (transcript.turns.length || 1)];
  if (transcript === undefined || turn === undefined) return study;
  const words = transcript.text.slice(turn.start, Math.min(turn.end, turn.start + length)).trimEnd();
  const selector = describe(transcript.text, { start: turn.start, end: turn.start + words.length });
  const target = { source: transcript.id, selector };
  const anchor: Resolution = resolve(transcript.text, selector);
  const codings = [...study.codings.filter((each) => each.id !== coding.id), { ...coding, target }];
  return new Study({ ...study, codings, anchors: new Map(study.anchors).set(coding.id, anchor) });
};

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(), word).map(
    ([at, memo]): Edit =>
      (study) =>
        replaced(study, at, (each) => ({ ...each, memo })),
  ),
  fc.nat().map(
    (at): Edit =>
      (study) =>
        replaced(study, at, () => null),
  ),
  fc.tuple(fc.nat(), coder).map(
    ([at, by]): Edit =>
      (study) =>
        replaced(study, at, (each) => ({ ...each, coder: by })),
  ),
  fc.tuple(fc.nat(), fc.constantFrom("coded", "suggested", "rejected")).map(
    ([at, status]): Edit =>
      (study) =>
        replaced(study, at, (each) => ({ ...each, status })),
  ),
  fc.tuple(fc.nat(), fc.constantFrom("supports", "complicates", "contradicts")).map(
    ([at, stance]): Edit =>
      (study) =>
        replaced(study, at, (each) => ({ ...each, stance })),
  ),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 90 }), coder, fc.option(word, { nil: undefined })).map(
    ([at, length, by, memo]): Edit =>
      (study, number) => {
        const status = number % 3 === 0 ? "suggested" : "coded";
        const code = study.codings[at % study.codings.length]?.code ?? "";
        const made = { id: `made ${number}`, code, coder: by, status, schemeVersion: study.scheme.version } as const;
        return placed(
          study,
          {
            ...made,
            ...(memo === undefined ? {} : { memo }),
            target: { source: "", selector: [{ type: "TextQuoteSelector", exact: "", prefix: "", suffix: "" }] },
          },
          at,
          length,
        );
      },
  ),
  fc.tuple(fc.nat(), word, word).map(
    ([at, name, definition]): Edit =>
      (study) => {
        const entries = study.scheme.entries.map((each, index) => {
          if (index !== at % study.scheme.entries.length) return each;
          return each.kind === "theme" ? { ...each, name, concept: definition } : { ...each, name, definition };
        });
        return new Study({ ...study, scheme: { ...study.scheme, entries } });
      },
  ),
  fc.tuple(word, word).map(
    ([title, question]): Edit =>
      (study) =>
        new Study({ ...study, title, question }),
  ),
  fc.tuple(fc.nat(), word, fc.boolean()).map(
    ([at, role, quotable]): Edit =>
      (study) => {
        const participants = study.participants.map((each, index) =>
          index === at % study.participants.length ? { ...each, role, quotable } : each,
        );
        return new Study({ ...study, participants });
      },
  ),
  fc.tuple(fc.nat(), word, fc.option(word)).map(
    ([at, body, created]): Edit =>
      (study, number) => {
        const about: Memo["about"] =
          number % 2 === 0 ? { kind: "code", entry: "guilt-lifted" } : { topic: body.replace(/\s+/g, " ") };
        const memo: Memo = { id: `memo ${number}`, title: body, about, body, author: null, created };
        const memos =
          at % 4 === 0
            ? study.memos.slice(1)
            : study.memos.map((each, index) => (index === at % study.memos.length ? { ...each, body } : each));
        return new Study({ ...study, memos: at % 3 === 0 ? [...memos, memo] : memos });
      },
  ),
  randomDraw.map((draw): Edit => migrated(draw)),
  randomDraw.map((draw): Edit => migrated(draw)),
);

/** A step of any kind, where it fits the scheme. */
function migrated(draw: Draw): Edit {
  return (study, number) => {
    try {
      return study.migrate([stepFor(study.scheme.entries, draw, number)], { by: "KB", why: "To see" });
    } catch (error) {
      if (error instanceof InputError) return study;
      throw error;
    }
  };
}

/** The rows of themes and of codes in every version that the scheme has had. */
function rowsOfVersions(study: Study): unknown {
  const versions = new Set(study.scheme.changes.flatMap(({ from, to }) => [from, to]));
  return [...versions].map((version) => {
    const then = study.asOf(version);
    return [themeFrequency(then).rows, themeFrequency(then, { level: "code" }).rows];
  });
}

test("whatever was changed in the sample study, loading what was saved gives the same study", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(edits, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 2 }),
      async (rounds) => {
        await inTemporaryFolder(async (folder) => {
          await cp("fixtures/peer-support", folder, { recursive: true });
          let study = await loadStudy(folder);
          let number = 0;
          for (const round of rounds) {
            for (const edit of round) study = edit(study, ++number);
            const { written, removed } = await saveStudy(study, folder);
            expect([...written, ...removed].filter((file) => file.startsWith("transcripts/"))).toEqual([]);
            const read = await loadStudy(folder);
            expectSame(read, study);
            expect(rowsOfVersions(read)).toEqual(rowsOfVersions(study));
            expect(await saveStudy(study, folder)).toMatchObject({ written: [], removed: [] });
          }
        });
      },
    ),
    { numRuns: 8 },
  );
}, 120_000);

const said = fc.constantFrom("Yes", "no 🙂", "e\u0301 so", "well, well", "rest", "I", "..", "(laughs)");
const mark = fc.constantFrom(
  "",
  "",
  " [[a]]",
  " [[k>a]] [[b]]",
  " {>>note: so<<}",
  "\n[[b]]",
  " {==in it==}{>>a: why<<}",
);
const line = fc
  .tuple(fc.constantFrom("I", "C1", "C1"), fc.array(said, { minLength: 1, maxLength: 5 }), mark)
  .map(([who, words, marked]) => `${who}: ${words.join(" ")}${marked}`);

test("moving marks out changes no text, coding, range or id", async () => {
  const transcript = fc.record({
    head: fc.constantFrom("", "---\nwave: 1\n# so\nkind: diary\n---\n", "# Interview\n\n"),
    lines: fc.array(line, { minLength: 3, maxLength: 8 }),
    between: fc.constantFrom("\n", "\n\n"),
    end: fc.constantFrom("", "\n"),
    eol: fc.constantFrom("\n", "\r\n"),
    mark: fc.constantFrom("", "\uFEFF"),
  });
  await fc.assert(
    fc.asyncProperty(
      transcript,
      fc.constantFrom("", "coder: KB\n"),
      async ({ head, lines, between, end, eol, mark: byteMark }, settings) => {
        await inTemporaryFolder(async (folder) => {
          const text = byteMark + (head + lines.join(between) + end).replaceAll("\n", eol);
          const files = {
            "study.yaml": `title: T\n${settings}`,
            "transcripts/C1.txt": text,
            "scheme.yaml": "codes: [{ id: a, category: k }, b]\ncategories: [k]\n",
            "participants.csv": "id,group\nC1,carer\n",
          };
          for (const [file, content] of Object.entries(files)) {
            await mkdir(dirname(join(folder, file)), { recursive: true });
            await writeFile(join(folder, file), content);
          }
          const before = await loadStudy(folder);
          await saveStudy(before, folder, { moveMarks: true });
          const after = await loadStudy(folder);
          expectSame(after, withoutPositions(after, before));
          const now = (await textsIn(folder))["transcripts/C1.txt"] ?? "";
          expect(now).not.toMatch(/\[\[|\{==|\{>>/);
          expect(now.startsWith("\uFEFF")).toBe(byteMark !== "");
          if (eol === "\r\n") expect(now).not.toMatch(/(?<!\r)\n/);
          expect(now.slice(0, byteMark.length + head.replaceAll("\n", eol).length)).toBe(
            byteMark + head.replaceAll("\n", eol),
          );
        });
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

/** Memos name their words; where those stand is found again. */
function withoutPositions(read: Study, study: Study): Study {
  expect(read.memos.map((memo) => wordsOf(memo)).sort()).toEqual(study.memos.map((memo) => wordsOf(memo)).sort());
  return new Study({ ...study, memos: read.memos });
}

function wordsOf({ about, ...memo }: Memo): string {
  const words = about !== null && "source" in about ? [about.source, about.selector.at(-1)] : about;
  return JSON.stringify([memo.id, memo.body, words]);
}

test("a saved study is not another's", async () => {
  const study = await loadStudy("fixtures/peer-support");
  expect(studyContent(study)).not.toEqual(studyContent(replaced(study, 3, () => null)));
});
