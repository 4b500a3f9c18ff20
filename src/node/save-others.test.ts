import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { toCodeList } from "../exchange/to-code-list";
import { toCodebook } from "../exchange/to-codebook";
import { InputError } from "../issues/input-error";
import { parseScheme } from "../scheme/parse-scheme";
import { merge, rename } from "../scheme/steps/make-step";
import { addCodings } from "../study/add-codings";
import { createStudy } from "../study/create-study";
import { mergeCodings } from "../study/merge-codings";
import type { Study } from "../study/study";
import { loadStudy } from "./load-study";
import { expectSame } from "./save/same-study.fixture";
import { saveStudy } from "./save-study";
import { inTemporaryFolder, textsIn } from "./temporary.fixture";

const WHO = { by: "KB", why: "Better words", date: "2026-03-01" };

async function withFiles(
  files: Readonly<Record<string, string>>,
  work: (study: Study, folder: string) => Promise<void>,
): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    await work(await loadStudy(folder), folder);
  });
}

/** The problems of a save that is refused, each with its hint and file. */
async function refused(saving: Promise<unknown>): Promise<string[]> {
  const error: unknown = await saving.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw new Error("not refused", { cause: error });
  return error.issues.map(({ code, message, hint, place }) => [place?.file ?? "-", code, message, hint].join(" | "));
}

describe("a scheme that another program made", () => {
  const list = parseScheme(
    "categories: [{ id: care, name: Care }]\ncodes: [{ id: wait, name: Waiting, category: care }, { id: trust, name: Trust, category: care }]\n",
  );
  const files = (name: string): Record<string, string> => ({
    "study.yaml": `title: Small # ours\nfiles:\n  # from the other program\n  scheme: ${name}\n  codings: codings\n`,
    [name]: name.endsWith("qdc") ? toCodebook(list) : toCodeList(list),
    "transcripts/C1.txt": "I: Well?\n\nC1: I wait. [[wait]]\n\nC1: I trust them. [[trust]]\n",
  });

  test.each(["scheme.qdc", "scheme.csv", "lists/codes.csv", "lists/codes.tsv"])(
    "%s stays as it is, and a change goes to a scheme.yaml beside it, which study.yaml names then",
    async (name) => {
      await withFiles(files(name), async (study, folder) => {
        const before = await textsIn(folder);
        const next = study.migrate([rename("wait", "To wait"), merge(["trust"], "wait")], WHO);
        const file = name.startsWith("lists/") ? "lists/scheme.yaml" : "scheme.yaml";
        expect(await saveStudy(next, folder)).toEqual({ written: [file, "study.yaml"], removed: [], unchanged: 1 });
        const after = await textsIn(folder);
        expect({ ...after, [file]: undefined, "study.yaml": undefined }).toEqual({
          ...before,
          [file]: undefined,
          "study.yaml": undefined,
        });
        expect(after["study.yaml"]).toBe(before["study.yaml"]?.replace(name, file));
        const again = await loadStudy(folder);
        expectSame(again, next);
        expect(again.asOf(1).scheme.entries).toEqual(study.scheme.entries);
        // From now on the new file is the scheme's.
        const later = next.migrate([rename("care", "Caring")], WHO);
        expect((await saveStudy(later, folder)).written).toEqual([file]);
        expectSame(await loadStudy(folder), later);
      });
    },
  );

  test("a study whose scheme did not change is saved without one", async () => {
    await withFiles(files("scheme.qdc"), async (study, folder) => {
      const [first] = study.codings;
      if (first === undefined) throw new Error("no coding");
      const more = addCodings(study, [{ ...first, id: "new", coder: "KB" }]);
      const { written } = await saveStudy(more, folder);
      expect(written).toEqual(["codings/KB.csv"]);
    });
  });

  test("what files cannot hold is shown from where it would differ", async () => {
    await inTemporaryFolder(async (folder) => {
      const label = `${"A long road. ".repeat(6)}Half of a character: \uD83D`;
      const study = createStudy({
        participants: [{ id: "Ana", label }],
        transcripts: [{ id: "one", text: "I: Well?\nAna: Yes.\nI: So?\nAna: No." }],
      });
      expect(await refused(saveStudy(study, join(folder, "new")))).toEqual([
        [
          "- | cannot-be-saved",
          'Files cannot hold participants > Ana > label as it is: "...alf of a character: \uD83D" would be read as "...alf of a character: \uFFFD".',
          "Nothing was written. Change it so that a text file can hold it.",
        ].join(" | "),
      ]);
    });
  });

  test("options that there are not are refused, on saving and on loading", async () => {
    await withFiles(files("scheme.qdc"), async (study, folder) => {
      const slips: unknown[] = [study, folder, { movMarks: true }];
      await expect(Reflect.apply(saveStudy, null, slips)).rejects.toThrow(
        'There is no option "movMarks". Did you mean "moveMarks"?',
      );
      const slip: unknown[] = [folder, { onprogres: null }];
      await expect(Reflect.apply(loadStudy, null, slip)).rejects.toThrow('Did you mean "onProgress"?');
    });
  });

  test("a scheme.yaml that study.yaml does not name is never written over", async () => {
    await withFiles({ ...files("scheme.csv"), "scheme.yaml": "codes: [{ id: old }]\n" }, async (study, folder) => {
      const before = await textsIn(folder);
      expect(await refused(saveStudy(study.migrate([rename("wait", "To wait")], WHO), folder))).toEqual([
        [
          "scheme.yaml | cannot-be-saved",
          'The scheme of "scheme.csv" was changed, which only a file of its own can hold, and "scheme.yaml" is there already.',
          'study.yaml does not name it: rename or remove "scheme.yaml", and save again. "scheme.csv" stays as it is.',
        ].join(" | "),
      ]);
      expect(await textsIn(folder)).toEqual(before);
    });
  });
});

describe("a merge that shortens and leaves out marks", () => {
  const codings = "transcript,code,quote\nC1,hope,back in May\n";
  const talk = "I: Well?\n\nC1: {==She came back in May, she said.==}{>>hope<<}\n\nC1: {==It was fine.==}{>>hope<<}\n";
  const MOVE =
    "Save with the option moveMarks: true, which moves the marks of transcripts into codings/; or save into another folder, and this one stays as it is.";

  test("is not saved over the marks, and the way that is named leads there", async () => {
    await withFiles({ "transcripts/C1.txt": talk, "codings/TM.csv": codings }, async (study, folder) => {
      const both = mergeCodings(study, { rule: "intersection" });
      const file = "transcripts/C1.txt | mark-not-saved";
      expect(await refused(saveStudy(both, folder))).toEqual([
        `${file} | The coding "C1#1" was changed (quote, start, end), and it is a mark in the transcript "C1". | ${MOVE}`,
        `${file} | The coding "C1#2" was deleted, and it is a mark in the transcript "C1". | ${MOVE}`,
      ]);
      const { written } = await saveStudy(both, join(folder, "merged"));
      expect(written).toContain("transcripts/C1.txt");
      expectCodings(await loadStudy(join(folder, "merged")), both);
    });
    await withFiles({ "transcripts/C1.txt": talk, "codings/TM.csv": codings }, async (study, folder) => {
      const both = mergeCodings(study, { rule: "intersection" });
      const { written } = await saveStudy(both, folder, { moveMarks: true });
      expect(written).toEqual(["codings/marks.csv", "transcripts/C1.txt"]);
      expectCodings(await loadStudy(folder), both);
    });
  });

  test("of a transcript whose marks cannot be moved says what can be done instead", async () => {
    const rock = "[[cid=C1]]\nShe came back in May, she said. [[hope]]\nIt was fine. [[hope]]\n";
    await withFiles({ "transcripts/C1.rock": rock, "codings/TM.csv": codings }, async (study, folder) => {
      const both = mergeCodings(study, { rule: "intersection" });
      const hints = (await refused(saveStudy(both, folder))).map((line) => line.split(" | ").at(-1));
      expect(new Set(hints)).toEqual(
        new Set([
          "Marks can be moved out of plain text and Markdown alone. Save into another folder, which gets this transcript as text.",
        ]),
      );
      await saveStudy(both, join(folder, "merged"));
      expectCodings(await loadStudy(join(folder, "merged")), both);
    });
  });
});

/** Expects the same codings on the same words. */
function expectCodings(read: Study, study: Study): void {
  const shown = (from: Study): string[] =>
    from.passages.map(({ coding, code, coder, text }) => [coding, code, coder, text].join(" ")).sort();
  expect(shown(read)).toEqual(shown(study));
  expect(shown(study)).not.toEqual([]);
}
