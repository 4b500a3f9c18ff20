import { expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { parseScheme } from "./parse-scheme";

const scheme = {
  version: 1,
  entries: [
    { kind: "theme", id: "hope", name: "Peer workers bring hope", parent: null, codes: ["recovery-possible"] },
    { kind: "code", id: "recovery-possible", name: "Recovery possible", category: null },
  ],
  changes: [],
};

test("a scheme is parsed from YAML and from JSON, with any line ends and a byte order mark", () => {
  const yaml = "themes:\n  - id: hope\n    name: Peer workers bring hope\n    codes: [{ id: recovery-possible }]\n";
  expect(parseScheme(yaml)).toEqual(scheme);
  expect(parseScheme(`\uFEFF${yaml.replaceAll("\n", "\r\n")}`)).toEqual(scheme);
  expect(parseScheme(JSON.stringify(scheme))).toEqual(scheme);
  expect(parseScheme(JSON.stringify(scheme, null, "\t"))).toEqual(scheme);
});

test.each(["", "# only a comment\n", "\n\n", "{}"])("%j is an empty scheme", (text) => {
  expect(parseScheme(text)).toEqual({ version: 1, entries: [], changes: [] });
});

function failure(text: string, file?: string): InputError {
  try {
    parseScheme(text, file);
  } catch (error) {
    if (error instanceof InputError) return error;
  }
  throw new Error("The text was parsed.");
}

test("all problems are thrown at once", () => {
  expect(failure("titel: x\nthemes:\n  - id: hope\n    codes: [hoep]\ncodes: [hope]\n", "my/scheme.yaml").message).toBe(
    [
      "my/scheme.yaml: 2 errors",
      '  my/scheme.yaml:1:1 error: A scheme has no key "titel". [unknown-key]',
      "      titel: x",
      "      ^^^^^",
      "      Known are: format, version, categories, codes, themes, entries, order, changes.",
      '  my/scheme.yaml:4:13 error: There is no code "hoep". [unknown-code]',
      "          codes: [hoep]",
      "                  ^^^^",
      '      Did you mean "hope"?',
    ].join("\n"),
  );
});

test("broken YAML is told alone, since nothing else can be known of it", () => {
  expect(failure("themes: [\nnonsense: 1").issues.map(({ code, place }) => [code, place?.file])).toEqual([
    ["broken-yaml", "scheme.yaml"],
  ]);
});
