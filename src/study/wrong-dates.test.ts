import { expect, test } from "vitest";
import { parseCodings } from "../coding/parse-codings";
import { InputError } from "../issues/input-error";
import type { Issue } from "../issues/issue";
import { toSource } from "../issues/source";
import { readScheme } from "../scheme/read-scheme";
import { rename } from "../scheme/steps/make-step";
import { parseYaml } from "../text/yaml";
import { addCodings } from "./add-codings";
import { createStudy } from "./create-study";
import { parseMemos } from "./journal";
import { acceptCodings } from "./review-codings";
import { smallStudy } from "./small-study.fixture";

const MESSAGE = 'wrong-value There is no such day as "2026-02-30".';
const told = (issues: readonly Issue[]): string[] =>
  issues.map(({ place, code, message }) => `${place?.line}:${place?.column}-${place?.length} ${code} ${message}`);

function schemeIssues(yaml: string): readonly Issue[] {
  const file = parseYaml(toSource("scheme.yaml", yaml));
  return readScheme(file.value, file).issues;
}

/** The problems of a call. */
function problems(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) {
      const wrong = error.issues.filter((each) => each.severity === "error");
      return wrong.map((each) => `${each.code} ${each.message} ${each.hint ?? ""}`);
    }
    throw error;
  }
  return [];
}

test("a day that no calendar has is refused where it stands, in every file that has dates", () => {
  expect(
    told(
      schemeIssues(
        "version: 2\nthemes: [{ id: a, reviews: [{ date: 2026-02-30, decided: Kept }] }]\n" +
          "changes:\n  - { from: 1, to: 2, date: 2026-02-30, steps: [{ add: a, kind: theme }] }\n",
      ),
    ),
  ).toEqual([`4:29-10 ${MESSAGE}`, `2:37-10 ${MESSAGE}`]);
  expect(told(parseMemos(toSource("journal/a.md", "---\ndate: 2026-02-30\n---\nBody")).issues)).toEqual([
    `2:7-10 ${MESSAGE}`,
  ]);
  expect(
    told(parseMemos(toSource("journal/a.yaml", "- body: Body\n  created: 2026-02-30T10:00:00Z\n")).issues),
  ).toEqual([`2:12-20 ${MESSAGE.replace("30", "30T10:00:00Z")}`]);
  const csv = "transcript,code,quote,created\none,rest,Rest,2026-02-30\n";
  expect(told(parseCodings(toSource("codings/kb.csv", csv)).issues)).toEqual([`2:15-10 ${MESSAGE}`]);
  const jsonl = '{ "transcript": "one", "code": "rest", "quote": "Rest", "created": "2026-02-30" }\n';
  expect(told(parseCodings(toSource("codings/kb.jsonl", jsonl)).issues)).toEqual([`1:68-12 ${MESSAGE}`]);
});

test("a program's dates are held to the calendar as well", () => {
  const study = smallStudy();
  const reason = "there is no such day. The month 2026-02 has 28 days.";
  const transcripts = [{ id: "one", text: "Ann: Rest." }];
  const codings = [{ transcript: "one", code: "rest", quote: "Rest", created: "2026-02-30" }];
  const memos = [{ id: "m", about: null, body: "", author: null, created: "2026-02-30" }];
  expect(problems(() => createStudy({ transcripts, codings, memos }))).toEqual([
    `${MESSAGE} The month 2026-02 has 28 days.`,
    `${MESSAGE} The month 2026-02 has 28 days.`,
  ]);
  expect(problems(() => study.migrate([rename("hope", "Hoping")], { by: "KB", why: "x", date: "2026-02-30" }))).toEqual(
    [`wrong-option The option "date" cannot be "2026-02-30": ${reason}`],
  );
  expect(problems(() => acceptCodings(study, ["g"], { coder: "KB", created: "2026-02-30" }))).toEqual([
    `wrong-option The option "created" cannot be "2026-02-30": ${reason}`,
  ]);
  const [first] = study.codings;
  if (first === undefined) throw new Error("no coding");
  expect(problems(() => addCodings(study, [{ ...first, id: "new", created: "2026-02-30" }]))).toEqual([
    `wrong-value The coding "new" was made on "2026-02-30": ${reason}`,
  ]);
});
