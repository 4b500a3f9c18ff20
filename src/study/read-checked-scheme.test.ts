import { expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { createStudy } from "./create-study";

function problems(scheme: string, language?: string): string[] {
  try {
    createStudy({ transcripts: [{ id: "a", text: "Ana: I hope." }], scheme, language });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.issues
      .filter((each) => each.severity === "error")
      .map(({ code, place, message }) => `${place?.line}:${place?.column} ${code} ${message}`);
  }
  return [];
}

test("every wrong rule of a scheme is told at its place", () => {
  const scheme = [
    "themes:",
    "  - id: hope",
    "    codes:",
    '      - { id: one, suggest: [hope, "a, b", { stem: x, language: fi }] }',
    "codes:",
    "  - id: two",
    "    suggest: { stem: a, wthin: 3 }",
    "  - id: three",
    '    suggest: "*"',
  ].join("\n");
  expect(problems(scheme)).toEqual([
    expect.stringMatching(/^4:36 wrong-rule "," in "a, b"/),
    expect.stringMatching(/^4:65 wrong-rule There are no stems/),
    '7:25 unknown-key A rule has no key "wthin".',
    '9:14 wrong-rule "*" would be found everywhere.',
  ]);
});

test("a stem is of the study's language", () => {
  const scheme = "codes: [{ id: one, suggest: { stem: toivo } }]";
  expect(problems(scheme)).toEqual([]);
  expect(problems(scheme, "fi")).toEqual(['1:37 wrong-rule There are no stems of words for the language "fi".']);
});

test("the scheme keeps its rules as they were written", () => {
  const suggest = ["recover*", { stem: "hope", not: ["hope so"] }];
  const { scheme } = createStudy({
    transcripts: [{ id: "a", text: "Ana: I hope." }],
    scheme: { codes: [{ id: "one", suggest }] },
  });
  expect(scheme.entries[0]).toMatchObject({ suggest });
});
