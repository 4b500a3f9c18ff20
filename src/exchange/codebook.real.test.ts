import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { type Category, entriesOf, type Scheme } from "../model/scheme";
import { plainGuid } from "./guid";
import { type CodebookReading, parseCodebook } from "./parse-codebook";
import { toCodebook } from "./to-codebook";

const data = process.env.POLYVOCAL_REAL_DATA;
const folder = join(data ?? "", "refi");

interface Sample {
  readonly file: string;
  readonly counts: Readonly<
    Record<"codes" | "codesNotCodable" | "codesWithColor" | "codesWithDescription" | "sets", number>
  >;
  readonly codePathsSha256: string;
  readonly sampleCodes: readonly { path: readonly string[]; color: string | null; isCodable: boolean; guid: string }[];
}

/** The XML of a codebook or project, in a package or alone. */
function xmlOf(file: string): string {
  const bytes = readFileSync(join(folder, file));
  if (!file.endsWith(".qdpx")) return bytes.toString("utf8");
  const [name = ""] = Object.keys(unzipSync(bytes, { filter: (entry) => entry.name.endsWith(".qde") }));
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

/** The path of each code of the file: a code in a category of its own id is one code with it. */
function pathsOf(scheme: Scheme): Map<string, readonly string[]> {
  const categories = new Map(entriesOf(scheme, "category").map((each) => [each.id, each]));
  const path = (category: Category | undefined): string[] =>
    category === undefined ? [] : [...path(categories.get(category.parent ?? "")), category.name];
  const paths = new Map([...categories.values()].map((each) => [`category ${each.id}`, path(each)]));
  for (const { id, name, category } of entriesOf(scheme, "code")) {
    const above = path(categories.get(category ?? ""));
    paths.set(`code ${id}`, category === id ? above : [...above, name]);
    if (category === id) paths.delete(`category ${id}`);
  }
  return paths;
}

const byCodePoint = (a: string, b: string): number => (Buffer.from(a) < Buffer.from(b) ? -1 : 1);

test.skipIf(data === undefined)(
  "codes, colours, GUIDs and sets of real codebooks come out as an independent reader has them, and again (needs POLYVOCAL_REAL_DATA)",
  () => {
    const { samples } = JSON.parse(readFileSync(join(folder, "expect.json"), "utf8")) as { samples: readonly Sample[] };
    const there = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(samples.length).toBeGreaterThanOrEqual(10);
    for (const { file, counts, codePathsSha256, sampleCodes } of samples) {
      const path = file.replace("samples/", "");
      expect(there).toContain(path);
      const reading: CodebookReading = parseCodebook(xmlOf(path), path);
      const { scheme, identities, issues } = reading;
      expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
      const paths = pathsOf(scheme);
      const joined = [...paths.values()].map((each) => each.join("\u001f")).sort(byCodePoint);
      const of = (kind: string) => identities.filter((each) => each.kind === kind);
      const described = scheme.entries.filter((each) => each.kind !== "theme" && each.definition !== undefined);
      expect({
        file,
        codes: paths.size,
        sets: entriesOf(scheme, "theme").length,
        withColor: identities.filter(({ color }) => color !== undefined).length,
        described: described.length,
        paths: createHash("sha256").update(joined.join("\n")).digest("hex"),
      }).toEqual({
        file,
        codes: counts.codes,
        sets: counts.sets,
        withColor: counts.codesWithColor,
        described: counts.codesWithDescription,
        paths: codePathsSha256,
      });
      for (const { path: names, color, isCodable, guid } of sampleCodes) {
        const isHere = (each: { kind: string; id: string }): boolean =>
          paths.get(`${each.kind} ${each.id}`)?.join("\n") === names.join("\n");
        const found = of(isCodable ? "code" : "category").find(isHere);
        expect([file, names, found?.color ?? null]).toEqual([file, names, color]);
        if (plainGuid(guid) !== undefined) expect([names, found?.guid]).toEqual([names, guid]);
      }
      const again = parseCodebook(toCodebook(scheme, reading));
      expect(again.scheme).toEqual(scheme);
      expect(again.issues).toEqual([]);
      const known = new Map(again.identities.map((each) => [`${each.kind} ${each.id}`, each]));
      for (const each of identities) expect(known.get(`${each.kind} ${each.id}`)).toMatchObject(each);
    }
  },
);
