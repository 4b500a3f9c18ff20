import { expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { schemeAt } from "../scheme/history";
import { parseScheme } from "../scheme/parse-scheme";
import { rename } from "../scheme/steps/make-step";
import { addCodings } from "../study/add-codings";
import { createStudy } from "../study/create-study";
import { decide } from "../study/decide";
import { mergeCodings } from "../study/merge-codings";
import { repair } from "../study/repair";
import { acceptCodings, moveCoding, rejectCodings } from "../study/review-codings";
import { smallStudy } from "../study/small-study.fixture";
import { auditTrail } from "./audit-trail";
import { compareTables } from "./compare-tables";
import { concordance } from "./concordance";
import { coverage } from "./coverage";
import { journalTable } from "./journal-table";
import { methodHints } from "./method-hints";
import { quoteTable } from "./quote-table";
import { readings } from "./readings";
import { ruleReport } from "./rule-report";
import { schemeDiff } from "./scheme-diff";
import { schemeLog } from "./scheme-log";
import { suggestCodings } from "./suggest-codings";
import { talkThrough } from "./talk-through";
import { themeFrequency } from "./theme-frequency";
import { themeReview } from "./theme-review";
import { themeTable } from "./theme-table";

const study = smallStudy();
const { scheme } = study;
const table = themeTable(study);
const steps = [rename("hope", "Hoping")];
const nobodys = createStudy({
  transcripts: [{ id: "one", text: "Ann: Rest." }],
  codings: [{ transcript: "one", code: "rest", quote: "Rest" }],
});

/** A call as JavaScript can make it, whatever the types say. */
function call(target: (...given: never[]) => unknown, ...given: unknown[]): unknown {
  return Reflect.apply(target, study, given);
}

const BY = 'The option "by" cannot be nothing. Say who changes the scheme: it is kept with the change.';
const WHY = 'The option "why" cannot be nothing. Say why it is changed: it is kept with the change.';
const STEPS = 'The change of the scheme has no steps. Give the steps as a list: [rename("trust", "Trust and doubt")].';
const CODER =
  'The option "coder" cannot be nothing. Say who accepts, as { coder: "KB" }; null is nobody in particular.';
const IDS = "must be a list of ids of codings, and is";
const RULES = 'It can be "union", "intersection", { first: [coders in order] }.';
const PATTERN = 'Write words, such as "peer worker*", or a rule, such as { stem: "hope" }.';
const OWN = "Give study.scheme, or what parseScheme gives.";
const COUNTS = "Give what themeFrequency or themeTable gives.";
const CODINGS = "Give them as suggestCodings gives them, or as study.codings has them.";
const UNITS = "start and end count UTF-16 code units from 0; end is behind the last one.";
const DECIDE = 'Write { "id of the coding": "id of the code" }, or (coding, passage) => "id of the code".';

test.each<[string, () => unknown, readonly string[]]>([
  ["migrate()", () => call(study.migrate), [BY, WHY, STEPS]],
  ["migrate(steps)", () => call(study.migrate, steps), [BY, WHY]],
  ["migrate(steps, null)", () => call(study.migrate, steps, null), [BY, WHY]],
  [
    'migrate(steps, "KB")',
    () => call(study.migrate, steps, "KB"),
    ['The options must be a record with keys, and are "KB". Write them as { by: "KB", why: "The two were one idea" }.'],
  ],
  ["asOf()", () => call(study.asOf), ['The option "version" cannot be nothing. It can be 2.']],
  ['asOf("2")', () => call(study.asOf, "2"), ['The option "version" cannot be "2". Did you mean 2? It can be 2.']],
  ["asOf(99)", () => study.asOf(99), ['The option "version" cannot be 99. It can be 2.']],
  [
    "where()",
    () => call(study.where),
    ['The first argument must be a record of conditions, and is nothing. Write it as { group: "carer" }.'],
  ],
  [
    "acceptCodings(study)",
    () => call(acceptCodings, study),
    [`The second argument ${IDS} nothing. Write it as [coding.id].`],
  ],
  [
    "acceptCodings of one id",
    () => call(acceptCodings, study, "g", { coder: "KB" }),
    [`The second argument ${IDS} "g". Write it as [coding.id].`],
  ],
  ["acceptCodings(study, ids)", () => call(acceptCodings, study, ["g"]), [CODER]],
  ["acceptCodings without a coder", () => call(acceptCodings, study, ["g"], { memo: "Yes" }), [CODER]],
  [
    "acceptCodings of what is coded, without a coder",
    () => call(acceptCodings, study, ["a"]),
    [CODER, 'The coding "a" is coded by KB already. Only suggestions can be accepted or rejected.'],
  ],
  [
    "rejectCodings(study)",
    () => call(rejectCodings, study),
    [`The second argument ${IDS} nothing. Write it as [coding.id].`],
  ],
  [
    "moveCoding(study)",
    () => call(moveCoding, study),
    ["The second argument must be the id of a coding, and is nothing. Use an id of study.codings."],
  ],
  [
    "moveCoding(study, id)",
    () => call(moveCoding, study, "a"),
    [
      `The third argument must be a range of the transcript, and is nothing. Write it as { start: 0, end: 10 }: ${UNITS}`,
    ],
  ],
  ["mergeCodings(study)", () => call(mergeCodings, study), [`The option "rule" cannot be nothing. ${RULES}`]],
  [
    'mergeCodings(study, "union")',
    () => call(mergeCodings, study, "union"),
    ['The options must be a record with keys, and are "union". Write them as { rule: "union" }.'],
  ],
  [
    "addCodings(study)",
    () => call(addCodings, study),
    [`The second argument must be a list of codings, and is nothing. ${CODINGS}`],
  ],
  [
    "addCodings of parts of codings",
    () => call(addCodings, study, [study.codings[0], { id: "x" }]),
    [`Number 2 of the codings is no coding with an id and a target. ${CODINGS}`],
  ],
  [
    "decide(study)",
    () => call(decide, study),
    [`The second argument must be a record of codes by the ids of codings, or a function, and is nothing. ${DECIDE}`],
  ],
  ["readings(study)", () => call(readings, study), ['The option "a" cannot be nothing. It can be "KB", "TM".']],
  [
    "readings of one reader",
    () => call(readings, study, { a: "KB" }),
    ['The option "b" cannot be nothing. It can be "KB", "TM".'],
  ],
  [
    "readings of codings of nobody",
    () => call(readings, nobodys),
    [
      'There are no two readers to compare: the study has codings of no named coder alone. Write the codings of each reader into a file of their own, as in codings/KB.csv, or name the reader in the column "coder".',
    ],
  ],
  [
    "schemeDiff of studies",
    () => call(schemeDiff, study, study),
    ["The first argument must be a scheme, and is a record. Give the study's own: study.scheme."],
  ],
  ["schemeDiff()", () => call(schemeDiff), [`The first argument must be a scheme, and is nothing. ${OWN}`]],
  [
    "schemeDiff(scheme)",
    () => call(schemeDiff, scheme),
    [`The second argument must be a scheme or the number of a version, and is nothing. ${OWN}`],
  ],
  ["schemeDiff(scheme, 2)", () => call(schemeDiff, scheme, 2), ['The option "to" cannot be nothing. It can be 2.']],
  [
    "schemeLog of a study",
    () => call(schemeLog, study),
    ["The first argument must be a scheme, and is a record. Give the study's own: study.scheme."],
  ],
  ["schemeAt()", () => call(schemeAt), [`The first argument must be a scheme, and is nothing. ${OWN}`]],
  [
    "parseScheme()",
    () => call(parseScheme),
    ["The first argument must be text, and is nothing. A plain value is read by createStudy({ scheme: value, ... })."],
  ],
  ["compareTables()", () => call(compareTables), [`The first argument must be a table, and is nothing. ${COUNTS}`]],
  [
    "compareTables(table)",
    () => call(compareTables, table),
    [`The second argument must be a table, and is nothing. ${COUNTS}`],
  ],
  [
    "compareTables of studies",
    () => call(compareTables, study, study),
    [`The first argument must be a table, and is a record. ${COUNTS}`],
  ],
  [
    "talkThrough of a study",
    () => call(talkThrough, study),
    ["The first argument must be a table of readings, or rows of one, and is a record. Give what readings gives."],
  ],
  [
    "talkThrough of rows of another table",
    () => call(talkThrough, [{ id: "hope", total: 3 }]),
    ["The first argument must be a table of readings, or rows of one, and is a list. Give what readings gives."],
  ],
  [
    'themeFrequency(study, "group")',
    () => call(themeFrequency, study, "group"),
    ['The options must be a record with keys, and are "group". Write them as { by: "group" }.'],
  ],
  [
    "themeFrequency with options that it does not have",
    () => call(themeFrequency, study, { levle: "code", grupo: 1, total: undefined, bses: undefined }),
    [
      'There is no option "levle". Did you mean "level"?',
      'There is no option "grupo". Known are: coders, status, by, level, base, total.',
    ],
  ],
  [
    "readings with a slip",
    () => call(readings, study, { a: "KB", b: "TM", code: ["hope"] }),
    ['There is no option "code". Did you mean "codes"?'],
  ],
  [
    "migrate with a slip",
    () => call(study.migrate, steps, { by: "KB", why: "w", dat: "2026-03-01" }),
    ['There is no option "dat". Did you mean "date"?'],
  ],
])("%s says what is missing or wrong, all at once", (_, made, expected) => {
  let found: unknown;
  try {
    made();
  } catch (error) {
    found = error instanceof InputError ? error.issues.map(({ message, hint }) => [message, hint].join(" ")) : error;
  }
  expect(found).toEqual(expected);
});

test.each([[undefined], [""], ["  "]])("a concordance of the pattern %j says what a pattern is", async (pattern) => {
  const given = pattern === undefined ? "nothing" : `"${pattern === "" ? "" : " "}"`;
  await expect(Promise.resolve(call(concordance, study, pattern))).rejects.toThrow(
    `The second argument must be a pattern, and is ${given}. ${PATTERN}`,
  );
});

test("options that nobody has to state can be left out, and be null", async () => {
  const results = [
    themeFrequency,
    themeTable,
    quoteTable,
    coverage,
    themeReview,
    auditTrail,
    ruleReport,
    suggestCodings,
  ];
  for (const result of results) expect(await call(result, study, null)).toEqual(await call(result, study));
  expect(call(repair, study, null)).toEqual(repair(study));
  expect(call(compareTables, table, table, null)).toEqual(compareTables(table, table));
  expect(call(rejectCodings, study, ["g"], null)).toEqual(rejectCodings(study, ["g"]));
  expect(await call(concordance, study, "hope", null)).toEqual(await concordance(study, "hope"));
});

test.each<[string, (...given: never[]) => unknown]>(
  Object.entries({
    themeFrequency,
    themeTable,
    quoteTable,
    coverage,
    themeReview,
    journalTable,
    auditTrail,
    readings,
    concordance,
    suggestCodings,
    ruleReport,
    methodHints,
    mergeCodings,
    repair,
    acceptCodings,
    rejectCodings,
    moveCoding,
    addCodings,
    decide,
  }),
)("%s says that it was given no study, or one that nobody waited for", async (_, target) => {
  const said = async (given: unknown): Promise<unknown> => {
    try {
      return await call(target, given);
    } catch (error) {
      return error instanceof InputError ? error.message : error;
    }
  };
  expect(await said(Promise.resolve(study))).toBe(
    "The first argument must be a study, and is a record. Write await before it: await loadStudy(folder).",
  );
  expect(await said(undefined)).toBe(
    "The first argument must be a study, and is nothing. Give what loadStudy or createStudy gives.",
  );
});
