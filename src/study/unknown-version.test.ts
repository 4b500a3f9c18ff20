import { expect, test } from "vitest";
import { createStudy } from "./create-study";

const study = (row: { schemeVersion?: number; decided?: readonly { version: number; code: string }[] }) =>
  createStudy({
    participants: [{ id: "Ann", group: "consumer" }],
    transcripts: [{ id: "t", text: "Ann: The group gave me hope." }],
    scheme: {
      version: 2,
      codes: [{ id: "hope", definition: "New" }],
      changes: [{ from: 1, to: 2, steps: [{ redefine: "hope", definition: "New", was: { definition: "Old" } }] }],
    },
    codings: [{ id: "a", transcript: "t", code: "hope", quote: "hope", ...row }],
  });

const said = ({ issues }: ReturnType<typeof study>) => issues.map(({ code, message }) => `${code}: ${message}`);

test("a coding of a version that the scheme has not come to is told, and taken for one of now", () => {
  const newer = study({ schemeVersion: 3 });
  expect(said(newer)).toEqual([
    "unknown-version: The coding says it was made under version 3 of the scheme, which is version 2.",
  ]);
  expect(newer.codings[0]).toMatchObject({ schemeVersion: 2, code: "hope" });
});

test("a decision on a version before the coding was made is told, and has no effect", () => {
  const decided = [{ version: 1, code: "hope" }];
  expect(said(study({ decided }))).toEqual([
    'unknown-version: The decision "1:hope" is on a version before the coding was made.',
    'redefined-code: The code "hope" was defined anew after 1 coding had been made.',
  ]);
  expect(said(study({ decided: [{ version: 2, code: "hope" }] }))).toEqual([]);
});
