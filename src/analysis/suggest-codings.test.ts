import fc from "fast-check";
import { expect, test } from "vitest";
import type { Coding } from "../model/coding";
import { overlaps } from "../model/range";
import type { Rule } from "../model/scheme";
import { addCodings } from "../study/add-codings";
import { createStudy } from "../study/create-study";
import { acceptCodings, rejectCodings } from "../study/review-codings";
import type { Study } from "../study/study";
import { suggestCodings } from "./suggest-codings";
import { themeFrequency } from "./theme-frequency";

const text = [
  "Interviewer: Do you hope?",
  "Ana: I hope. My peer worker hoped so. The recovery\nof a peer worker.",
  "Bo: Hopes! We hope, and recover.",
].join("\n\n");

const codes: Record<string, unknown>[] = [
  { id: "ahead", suggest: ["peer worker", { stem: "hope" }] },
  { id: "well", suggest: "recover*" },
  { id: "old", suggest: "hope", retired: true },
  { id: "plain" },
];

function studyOf(codings: { id: string; code: string; quote: string; status?: "coded" | "rejected" }[] = []): Study {
  return createStudy({
    participants: [
      { id: "Ana", group: "carer" },
      { id: "Bo", group: "consumer" },
    ],
    transcripts: [{ id: "one", text }],
    scheme: { version: 3, codes, themes: [{ id: "theme", codes: ["ahead", "well"] }] },
    codings: codings.map((each) => ({ ...each, transcript: "one" })),
  });
}

/** Each suggestion with its words, its rule and what that matched. */
function shown(study: Study, codings: readonly Coding[]): string[] {
  const words = new Map(addCodings(study, codings).passages.map((each) => [each.coding, each.text]));
  return codings.map(({ id, code, rule, matched }) => `${code}: ${words.get(id)} (${rule}: ${matched})`);
}

test("sentences of participants are suggested, one for each code, in the order of the text", async () => {
  const study = studyOf();
  expect(shown(study, await suggestCodings(study))).toEqual([
    "ahead: I hope. ({ stem: hope }: hope)",
    "ahead: My peer worker hoped so. (peer worker: peer worker)",
    "ahead: The recovery\nof a peer worker. (peer worker: peer worker)",
    "well: The recovery\nof a peer worker. (recover*: recovery)",
    "ahead: Hopes! ({ stem: hope }: Hopes)",
    "ahead: We hope, and recover. ({ stem: hope }: hope)",
    "well: We hope, and recover. (recover*: recover)",
  ]);
});

test("a suggestion has all that a file keeps", async () => {
  const [first] = await suggestCodings(studyOf(), { codes: ["well"] });
  expect(first).toEqual({
    id: "one@65-95:well",
    code: "well",
    target: {
      source: "one",
      selector: [
        { type: "TextPositionSelector", start: 65, end: 95 },
        { type: "TextQuoteSelector", exact: "The recovery\nof a peer worker.", prefix: "", suffix: "" },
      ],
    },
    coder: null,
    status: "suggested",
    rule: "recover*",
    matched: "recovery",
    schemeVersion: 3,
  });
});

test("a turn can be what is suggested, and interviewers' words be searched", async () => {
  const study = studyOf();
  const turns = await suggestCodings(study, { codes: ["ahead"], scope: "turn" });
  expect(turns.map(({ rule, matched }) => [rule, matched])).toEqual([
    ["peer worker", "peer worker"],
    ["{ stem: hope }", "Hopes"],
  ]);
  expect(shown(study, await suggestCodings(study, { codes: ["ahead"], speakers: ["interviewer"] }))).toEqual([
    "ahead: Do you hope? ({ stem: hope }: hope)",
  ]);
});

test("of a narrowed study only the participants in it are searched", async () => {
  const study = studyOf().where({ group: "consumer" });
  expect(shown(study, await suggestCodings(study, { codes: ["well"] }))).toEqual([
    "well: We hope, and recover. (recover*: recover)",
  ]);
});

test("nothing is suggested where a coding of the code is, whatever its status", async () => {
  const study = studyOf([
    { id: "a", code: "ahead", quote: "We hope" },
    { id: "b", code: "ahead", quote: "My peer worker hoped", status: "rejected" },
    { id: "c", code: "plain", quote: "I hope." },
  ]);
  expect(shown(study, await suggestCodings(study, { codes: ["ahead"] }))).toEqual([
    "ahead: I hope. ({ stem: hope }: hope)",
    "ahead: The recovery\nof a peer worker. (peer worker: peer worker)",
    "ahead: Hopes! ({ stem: hope }: Hopes)",
  ]);
});

test("suggestions count nowhere, and once they are added, accepted or rejected there are no more", async () => {
  const study = studyOf();
  const suggestions = await suggestCodings(study);
  const [first = "", second = ""] = suggestions.map((each) => each.id);
  const added = addCodings(study, suggestions);
  expect(themeFrequency(added).rows).toEqual(themeFrequency(study).rows);
  const reviewed = rejectCodings(acceptCodings(added, [first], { coder: "KB" }), [second]);
  expect(themeFrequency(reviewed).rows).not.toEqual(themeFrequency(study).rows);
  expect(await suggestCodings(added)).toEqual([]);
  expect(await suggestCodings(reviewed)).toEqual([]);
});

test.each([
  [{ codes: ["ahaed"] }, 'The option "codes" cannot be "ahaed". Did you mean "ahead"? It can be "ahead", "well".'],
  [{ codes: ["plain"] }, 'The code "plain" has no rules. Codes with rules are "ahead" and "well".'],
  [{ codes: ["old"] }, 'The code "old" is retired and suggests nothing. Codes with rules are "ahead" and "well".'],
  [{ codes: [] }, 'The option "codes" must be a list, and is an empty list. It can hold "ahead", "well".'],
  [{ scope: "line" }, 'The option "scope" cannot be "line". It can be "sentence", "turn".'],
  [
    { speakers: ["carer"] },
    'The option "speakers" cannot be "carer". It can be "participant", "interviewer", "unknown".',
  ],
])("%j is refused", async (options, message) => {
  await expect(suggestCodings(studyOf(), options as never)).rejects.toThrow(message);
});

test("codes without rules are all named, and so is a scheme that has none", async () => {
  await expect(suggestCodings(studyOf(), { codes: ["plain", "ahead", "old"] })).rejects.toMatchObject({
    issues: [
      { message: 'The code "plain" has no rules.' },
      { message: 'The code "old" is retired and suggests nothing.' },
    ],
  });
  const none = createStudy({ transcripts: [{ id: "one", text: "Ann: Rest." }], scheme: { codes: [{ id: "rest" }] } });
  await expect(suggestCodings(none, { codes: ["rest"] })).rejects.toThrow(
    'The code "rest" has no rules. No code in use has any: write some under "suggest" in the scheme.',
  );
});

test("whatever the rules and codings, suggestions overlap none, fit their words, and come out the same again", async () => {
  const rule = fc.constantFrom<Rule>(
    "hope",
    "peer *",
    { stem: "hope" },
    { near: ["hope", "recover*"], within: 9 },
    "a",
  );
  const rules = fc.array(rule, { minLength: 1, maxLength: 3 });
  const quote = fc.constantFrom(
    "I hope.",
    "peer worker hoped",
    "hope, and",
    "We",
    "of a peer",
    "worker.\n\nBo: Hopes!",
  );
  await fc.assert(
    fc.asyncProperty(
      rules,
      rules,
      fc.uniqueArray(quote),
      fc.constantFrom("sentence", "turn"),
      async (a, b, quotes, scope) => {
        const study = (ordered: readonly unknown[]): Study =>
          createStudy({
            participants: [{ id: "Ana" }, { id: "Bo" }],
            transcripts: [{ id: "one", text }],
            scheme: { codes: ordered },
            codings: quotes.map((each) => ({ transcript: "one", code: "x", quote: each })),
          });
        const [x, y] = [
          { id: "x", suggest: a },
          { id: "y", suggest: b },
        ];
        const options = { scope: scope === "turn" ? "turn" : "sentence" } as const;
        const suggestions = await suggestCodings(study([x, y]), options);
        expect(await suggestCodings(study([x, y]), options)).toEqual(suggestions);
        // The order of codes changes the order of suggestions of one place, and nothing else.
        const turned = await suggestCodings(study([y, x]), options);
        const byId = (list: typeof suggestions) => [...list].sort((one, other) => (one.id < other.id ? -1 : 1));
        expect(byId(turned)).toEqual(byId(suggestions));
        const added = addCodings(study([x, y]), suggestions);
        for (const code of ["x", "y"]) {
          const ranges = added.passages.filter((each) => each.code === code);
          const suggested = ranges.filter((each) => each.status === "suggested");
          for (const one of suggested) {
            for (const other of ranges) expect(one !== other && overlaps(one, other)).toBe(false);
          }
        }
        for (const { id, matched = "" } of suggestions) {
          const passage = added.passages.find((each) => each.coding === id);
          expect(passage?.text.includes(matched) && matched !== "").toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
});
