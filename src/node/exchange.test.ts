import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fromAnnotations } from "../exchange/from-annotations";
import { parseCodeList } from "../exchange/parse-code-list";
import { parseCodebook } from "../exchange/parse-codebook";
import { toAnnotations } from "../exchange/to-annotations";
import { toCodeList } from "../exchange/to-code-list";
import { toCodebook } from "../exchange/to-codebook";
import { InputError } from "../issues/input-error";
import { createStudy } from "../study/create-study";
import { loadStudy } from "./load-study";
import { inTemporaryFolder } from "./temporary.fixture";

const sample = "fixtures/peer-support";

test("the sample study's codings are the same again from their annotations", async () => {
  const study = await loadStudy(sample);
  const file = JSON.stringify(toAnnotations(study));
  const { codings, issues } = fromAnnotations(JSON.parse(file), study);
  expect(issues).toEqual([]);
  const transcripts = study.transcripts.map(({ id, text }) => ({ id, text }));
  const again = createStudy({ transcripts, scheme: study.scheme, codings });
  expect(again.codings).toEqual(study.codings);
  const places = (of: typeof study): unknown[] =>
    of.codings.map(({ id }) => {
      const { status, range } = of.anchors.get(id) ?? {};
      return [id, status, range?.start, range?.end];
    });
  expect(places(again)).toEqual(places(study));
});

test("the sample study's scheme is the same again from a codebook, and its entries from a code list", async () => {
  const { scheme } = await loadStudy(sample);
  expect(parseCodebook(toCodebook(scheme)).scheme).toEqual(scheme);
  expect(parseCodeList(toCodeList(scheme))).toEqual({
    scheme: { version: 1, entries: scheme.entries, changes: [] },
    issues: [],
  });
});

/** A code list has no history, so the codes that marks were made with must be those of now. */
async function withCodesOfNow(folder: string): Promise<void> {
  for (const name of await readdir(join(folder, "transcripts"))) {
    const file = join(folder, "transcripts", name);
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/notes-for-(?:handover|risk)\b/g, "notes-for-safety"));
  }
}

test.each(["scheme.qdc", "scheme.csv"])("a study whose study.yaml names %s has its scheme", async (name) => {
  const { scheme, codings } = await loadStudy(sample);
  await inTemporaryFolder(async (folder) => {
    await cp(sample, folder, { recursive: true });
    const settings = await readFile(join(folder, "study.yaml"), "utf8");
    await writeFile(join(folder, "study.yaml"), `${settings}\nfiles: { scheme: ${name} }\n`);
    await writeFile(join(folder, name), name.endsWith("qdc") ? toCodebook(scheme) : toCodeList(scheme));
    if (name.endsWith("csv")) await withCodesOfNow(folder);
    const study = await loadStudy(folder);
    expect(study.scheme.entries).toEqual(scheme.entries);
    expect(study.codings.map(({ id, code }) => [id, code])).toEqual(codings.map(({ id, code }) => [id, code]));
  });
});

test("a codebook that is broken stops loading, and what follows from it is not reported", async () => {
  await inTemporaryFolder(async (folder) => {
    await cp(sample, folder, { recursive: true });
    await writeFile(join(folder, "study.yaml"), "files: { scheme: scheme.qdc }\n");
    await writeFile(join(folder, "scheme.qdc"), "<CodeBook><Codes>");
    const loading = loadStudy(folder);
    await expect(loading).rejects.toThrow(InputError);
    const codes = await loading.catch((error: InputError) => error.issues.map(({ code }) => code));
    expect(codes).toContain("broken-file");
    expect(codes).not.toContain("unknown-code");
  });
});
