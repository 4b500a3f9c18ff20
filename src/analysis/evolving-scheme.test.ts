import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { nowhere } from "../issues/source";
import type { Coding } from "../model/coding";
import { entriesOf } from "../model/scheme";
import { changeScheme } from "../scheme/change-scheme";
import { add, merge, move, redefine, rename, retire, split } from "../scheme/steps/make-step";
import { type Draw, randomDraw, stepFor } from "../scheme/steps/random.fixture";
import type { Step } from "../scheme/steps/step";
import { comparableScheme } from "../scheme/write-scheme";
import { createStudy, type StudyInput } from "../study/create-study";
import { decide } from "../study/decide";
import { migrate } from "../study/migrate";
import { smallStudy } from "../study/small-study.fixture";
import type { Study } from "../study/study";
import type { FrequencyRow } from "./frequency-rows";
import { themeFrequency } from "./theme-frequency";

const WHO = { by: "KB", why: "To try" };
const levels = ["theme", "code", "category"] as const;
const tables = (study: Study): readonly (readonly FrequencyRow[])[] =>
  levels.map((level) => themeFrequency(study, { level, total: true }).rows);
const plain = ({ codings, scheme, participants, transcripts, memos, anchors }: Study) => ({
  codings,
  scheme: comparableScheme(scheme),
  participants,
  transcripts,
  memos,
  anchors,
});
const fates = (study: Study) =>
  Object.fromEntries(study.codings.map(({ id, code, attention }) => [id, attention ? `${code} ${attention}` : code]));
const told = (study: Study) => study.issues.map(({ code, message }) => `${code}: ${message}`);

/** The study after one change for each draw whose step fits its scheme. */
function changed(study: Study, draws: readonly Draw[]): { study: Study; steps: Step[] } {
  const steps: Step[] = [];
  let now = study;
  draws.forEach((draw, index) => {
    const step = stepFor(now.scheme.entries, draw, index);
    try {
      now = now.migrate([step], WHO);
      steps.push(step);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  });
  return { study: now, steps };
}

describe("a study whose scheme is changed", () => {
  test("remembers what its codings were", () => {
    const study = smallStudy().migrate([merge(["rest", "safe"], "shelter", { name: "Shelter" })], WHO);
    expect(fates(study)).toEqual({
      a: "shelter",
      b: "shelter",
      c: "hope",
      d: "hope",
      e: "hope",
      f: "hope",
      g: "shelter",
      h: "shelter",
    });
    expect(study.codings[0]).toMatchObject({
      code: "shelter",
      schemeVersion: 2,
      history: [{ from: "rest", to: "shelter", version: 3 }],
    });
    expect(study.codings[2]).not.toHaveProperty("history");
    expect(study.scheme.version).toBe(3);
    expect(study.scheme.changes).toEqual([
      {
        from: 2,
        to: 3,
        by: "KB",
        why: "To try",
        steps: [
          {
            merge: ["rest", "safe"],
            into: "shelter",
            name: "Shelter",
            was: [
              { id: "rest", name: "Rest", category: "feelings", after: null },
              { id: "safe", name: "Safe", after: "code hope" },
              { kind: "theme", id: "relief", codes: ["rest"] },
              { kind: "theme", id: "ahead", codes: ["hope", "rest"] },
            ],
          },
        ],
      },
    ]);
    expect(entriesOf(study.scheme, "theme").map((theme) => theme.codes)).toEqual([
      ["shelter"],
      ["hope", "shelter"],
      [],
    ]);
    expect(told(study)).toEqual(told(smallStudy()));
  });

  test("leaves the codings of a code that was split undecided, each with a warning, and counts them in the notes", () => {
    const before = smallStudy();
    const study = before.migrate([split("rest", ["rest-body", "rest-mind"])], { ...WHO, date: "2026-03-01", to: 5 });
    expect(study.scheme.version).toBe(5);
    expect(fates(study)).toMatchObject({ a: "rest undecided", b: "rest undecided", g: "rest undecided", c: "hope" });
    expect(told(study).slice(before.issues.length)).toEqual([
      'undecided-coding: The code "rest" was split into "rest-body" and "rest-mind", and it is not decided which the coding "a" goes to.',
      'undecided-coding: The code "rest" was split into "rest-body" and "rest-mind", and it is not decided which the coding "b" goes to.',
    ]);
    const frequency = themeFrequency(study);
    expect(frequency.notes).toContain(
      "2 codings not counted: the code was split, and it is not decided which part they go to.",
    );
    expect(frequency.rows.find((row) => row.id === "relief" && row.group === "carer")).toMatchObject({
      participants: 2,
    });
    expect(frequency.notes.join(" ")).not.toContain("retired");
  });

  test("marks codings made before a definition, with one info a code, and counts them", () => {
    const before = smallStudy();
    const study = before.migrate([redefine("hope", { definition: "Looks ahead" })], WHO);
    expect(fates(study)).toMatchObject({ c: "hope redefined", f: "hope redefined", a: "rest" });
    expect(told(study).slice(before.issues.length)).toEqual([
      'redefined-code: The code "hope" was defined anew after 4 codings had been made.',
    ]);
    expect(themeFrequency(study).notes).toContain("3 codings counted and made before their codes were defined anew.");
    expect(tables(study)).toEqual(tables(before));
  });

  test("does not mark codings where only examples or rules of their code change", () => {
    const study = smallStudy().migrate([redefine("hope", { examples: ["And hope."], suggest: ["hope*"] })], WHO);
    expect(study.codings).toEqual(smallStudy().codings);
  });

  test("tells the same once, whatever the number of changes after it", () => {
    const once = smallStudy().migrate([split("rest", ["x", "y"]), redefine("hope", { include: "All" })], WHO);
    const again = once.migrate([rename("hope", "Hoping")], WHO).migrate([add("z")], WHO);
    expect(told(again)).toEqual(told(once));
    expect(told(again.migrate([merge(["rest"], "y")], WHO)).filter((each) => each.includes("undecided"))).toEqual([]);
  });

  test("says everything that does not fit at once, and nothing that only follows from that", () => {
    const steps = [
      rename("rset", "Rest"),
      merge(["hope", "trust"], "both"),
      move("both", { category: "feelings" }),
      add("rest"),
      split("order", ["one"], { kind: "theme" }),
      move("relief", { parent: "ahead" }),
    ];
    expect(() => smallStudy().migrate(steps, { by: "KB", why: " ", to: 2 })).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "wrong-option", message: 'The option "to" cannot be 2.' }),
          expect.objectContaining({ code: "wrong-option", message: 'The option "why" cannot be " ".' }),
          expect.objectContaining({
            code: "unknown-code",
            message: 'Step 1: The scheme has no code, category or theme "rset".',
            hint: 'Did you mean "rest"?',
          }),
          expect.objectContaining({ code: "unknown-code", message: 'Step 2: The scheme has no code "trust".' }),
          expect.objectContaining({ code: "reused-id", message: 'Step 4: There is a code "rest" already.' }),
          expect.objectContaining({ code: "wrong-step", message: "Step 5: The step splits into one part." }),
          expect.objectContaining({
            code: "theme-cycle",
            message: 'Step 6: The theme "relief" cannot stand under "ahead", which stands under it.',
          }),
        ],
      }),
    );
  });

  test("never uses an id again", () => {
    const study = smallStudy().migrate([merge(["rest"], "ease")], WHO);
    expect(() => study.migrate([add("rest")], WHO)).toThrow('An earlier version of the scheme had a code "rest".');
  });

  test("can be told where the steps were read from", () => {
    const source = { file: "steps.yaml", line: 3 };
    const place = { source: { file: "", text: "", place: () => source, linePlace: () => source }, start: 0, end: 1 };
    const where = { origin: () => place, keyOrigin: () => place };
    expect(() => migrate(smallStudy(), [retire("x")], WHO, where)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ place: source })] }),
    );
    expect(() => migrate(smallStudy(), [], WHO, nowhere)).toThrow("The change of the scheme has no steps.");
  });
});

describe("decisions", () => {
  const open = () =>
    smallStudy().migrate([split("rest", ["body", "mind"]), redefine("hope", { definition: "New" })], WHO);

  test("settle what was open, by a record or by a function, and are kept with the coding", () => {
    const study = decide(open(), { a: "body", g: "mind", c: "hope", d: "body" });
    expect(fates(study)).toEqual({
      a: "body",
      b: "rest undecided",
      c: "hope",
      d: "body",
      e: "hope redefined",
      f: "hope redefined",
      g: "mind",
      h: "safe",
    });
    expect(study.codings[0]).toMatchObject({
      decided: [{ version: 3, code: "body" }],
      history: [{ from: "rest", to: "body", version: 3 }],
    });
    expect(study.codings[2]).toMatchObject({ decided: [{ version: 3, code: "hope" }] });
    const all = decide(open(), (coding, passage) =>
      passage?.participants.includes("Ann") ? "body" : coding.code === "hope" ? "hope" : null,
    );
    expect(fates(all)).toMatchObject({ a: "body", b: "body", c: "body", d: "hope", g: "rest undecided" });
    expect(told(all).filter((each) => each.startsWith("undecided") || each.startsWith("redefined"))).toEqual([]);
  });

  test("take the place of earlier ones, and are walked on by later changes", () => {
    const study = decide(decide(open(), { a: "body" }), { a: "mind" });
    expect(study.codings[0]?.decided).toEqual([{ version: 3, code: "mind" }]);
    const merged = study.migrate([merge(["mind"], "safe")], WHO);
    expect(merged.codings[0]?.history?.map((each) => each.to)).toEqual(["mind", "safe"]);
    expect(merged.asOf(3).codings[0]).toEqual(study.codings[0]);
  });

  test("made after a part was defined anew need no further look", () => {
    const study = decide(open().migrate([redefine("body", { definition: "Of the body" })], WHO), { a: "body" });
    expect(study.codings[0]?.decided).toEqual([{ version: 4, code: "body" }]);
    expect(study.codings[0]).not.toHaveProperty("attention");
    expect(fates(study.asOf(3))).toMatchObject({ a: "rest undecided" });
  });

  test("on what is not there, or is not open, are problems, all at once", () => {
    expect(() => decide(open(), { aa: "body", a: "bodi", b: "rest", h: "safe" })).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ message: 'There is no coding "aa" to decide on.' }),
          expect.objectContaining({ code: "unknown-code", hint: 'Did you mean "body"?' }),
          expect.objectContaining({ message: 'The coding "b" cannot go to "rest", which is no code in use.' }),
          expect.objectContaining({
            message: 'The coding "h" has nothing to be decided on: its code was neither split nor defined anew.',
          }),
        ],
      }),
    );
  });
});

describe("codings of an older version", () => {
  const scheme = {
    version: 3,
    codes: [{ id: "hope" }, { id: "trust", retired: true }, { id: "t-self" }, { id: "t-staff" }],
    themes: [{ id: "ahead", codes: ["hope", "t-self", "t-staff"] }],
    changes: [
      {
        from: 1,
        to: 2,
        steps: [{ merge: ["h-a", "h-b"], into: "hope", was: [{ id: "h-a", name: "Hope for A" }, { id: "h-b" }] }],
      },
      { from: 2, to: 3, steps: [{ split: "trust", into: ["t-self", "t-staff"] }] },
    ],
  };
  const study = (more: Partial<StudyInput> = {}): Study =>
    createStudy({
      scheme,
      participants: [{ id: "Ana", group: "carer" }],
      transcripts: [{ id: "t", text: "Ana: One. [[h-a]]\n\nAna: Two. [[trust]]\n\nAna: Three. [[hope]]" }],
      ...more,
    });

  test("are known by the history, by id or name, and walked forward on loading", () => {
    const loaded = study({
      codings:
        "id,transcript,code,quote,schemeVersion,decided\nx,t,hope for a,One.,,\ny,t,trust,Two.,1,3:t-self\nz,t,h-b,One.,3,\n",
    });
    const short = ({ id, code, schemeVersion, attention }: Coding): string =>
      `${id} ${code} ${schemeVersion} ${attention ?? ""}`.trim();
    expect(loaded.codings.map(short)).toEqual([
      "t#1 hope 1",
      "t#2 trust 1 undecided",
      "t#3 hope 2",
      "x hope 1",
      "y t-self 1",
      // A code that was merged away was not there in the version that the row states.
      "z hope 1",
    ]);
    expect(loaded.issues.map(({ code, place }) => `${code} ${place?.file}:${place?.line}`)).toContain(
      "undecided-coding t.txt:3",
    );
  });

  test("that decide on what never was are errors, at their row", () => {
    const codings =
      "transcript,code,quote,decided\nt,trust,Two.,3:t-slef\nt,trust,Two.,7:t-self\nt,trust,Two.,2:t-self\n";
    expect(() => study({ codings })).toThrow(
      expect.objectContaining({
        issues: expect.arrayContaining([
          expect.objectContaining({
            code: "unknown-code",
            message: 'The decision "3:t-slef" names no code that was in use in version 3.',
            place: expect.objectContaining({ line: 2, column: 14 }),
          }),
          expect.objectContaining({
            message: 'The decision "7:t-self" is on a version that the scheme does not have.',
          }),
          expect.objectContaining({ message: 'The decision "2:t-self" names no code that was in use in version 2.' }),
        ]),
      }),
    );
  });

  test("and memos about what is no more are no problem", () => {
    const memos = [
      { id: "m", about: { kind: "code", entry: "h-b" }, body: "Gone", author: null, created: null },
    ] as const;
    expect(study({ memos }).memos).toHaveLength(1);
  });
});

/** True if a coding was not open before. */
function isNew(study: Study, id: string): boolean {
  return study.codings.find((each) => each.id === id)?.attention === undefined;
}

describe("whatever the steps", () => {
  const draws = fc.array(randomDraw, { minLength: 1, maxLength: 5 });

  test("the analysis as of each version is what it was then, to the last coding", () => {
    fc.assert(
      fc.property(draws, fc.array(fc.nat(9)), (list, picks) => {
        const past = [smallStudy()];
        list.forEach((draw, index) => {
          const last = past.at(-1);
          if (last === undefined) return;
          const next = changed(last, [{ ...draw, name: `${draw.name}${index}` }]);
          if (next.steps.length === 0) return;
          const codes = entriesOf(next.study.scheme, "code").filter((code) => !code.retired);
          const pick = codes[(picks[index] ?? 0) % codes.length];
          // Some of what has come open is decided on before the next change: a decision is one on its version.
          past.push(
            pick === undefined || index % 2 === 0
              ? next.study
              : decide(next.study, ({ id }) => (id !== "a" && isNew(last, id) ? pick.id : null)),
          );
        });
        const now = past.at(-1);
        for (const study of past) {
          const then = now?.asOf(study.scheme.version);
          expect(then && plain(then)).toEqual(plain(study));
          expect(then && tables(then)).toEqual(tables(study));
          expect(then && told(then)).toEqual(told(study));
        }
      }),
    );
  });

  test("steps made one by one and all at once come to the same", () => {
    fc.assert(
      fc.property(draws, (list) => {
        const { study, steps } = changed(smallStudy(), list);
        fc.pre(steps.length > 0);
        const once = smallStudy().migrate(steps, WHO);
        expect(once.scheme.entries).toEqual(study.scheme.entries);
        expect(fates(once)).toEqual(fates(study));
        expect(tables(once)).toEqual(tables(study));
      }),
    );
  });

  test("renaming changes no number", () => {
    const numbers = (study: Study) => tables(study).map((rows) => rows.map(({ name, ...row }) => row));
    fc.assert(
      fc.property(draws, draws, (list, names) => {
        const { study } = changed(smallStudy(), list);
        const renamed = changed(
          study,
          names.map((draw) => ({ ...draw, action: 1 })),
        );
        expect(renamed.steps.length).toBe(names.length);
        expect(numbers(renamed.study)).toEqual(numbers(study));
        expect(fates(renamed.study)).toEqual(fates(study));
      }),
    );
  });

  test("merging never gives a theme more people than the union of what was merged and what it had", () => {
    fc.assert(
      fc.property(draws, fc.nat(1000), fc.nat(1000), (list, one, two) => {
        const { study } = changed(smallStudy(), list);
        const codes = entriesOf(study.scheme, "code").filter((code) => !code.retired);
        const ids = [...new Set([codes[one % codes.length]?.id ?? "", codes[two % codes.length]?.id ?? ""])];
        fc.pre(codes.length > 0);
        const merged = study.migrate([merge(ids, "merged")], WHO);
        const people = (from: Study, holds: (code: string) => boolean): Set<string> =>
          new Set(
            from.passages
              .filter((each) => holds(each.code) && each.status === "coded")
              .flatMap((each) => each.participants),
          );
        const union = people(study, (code) => ids.includes(code));
        expect(people(merged, (code) => code === "merged")).toEqual(union);
        for (const theme of entriesOf(study.scheme, "theme")) {
          const now = entriesOf(merged.scheme, "theme").find((each) => each.id === theme.id);
          const after = people(merged, (code) => now?.codes.includes(code) === true);
          const before = people(study, (code) => theme.codes.includes(code));
          for (const id of after) expect(before.has(id) || union.has(id)).toBe(true);
          for (const id of before) expect(after.has(id)).toBe(true);
        }
      }),
    );
  });

  test("the order in which codings are read changes nothing", () => {
    const rows = smallStudy().codings.map(({ id, code, coder, target, status }) => {
      const { exact: quote, prefix, suffix } = target.selector.length === 2 ? target.selector[1] : target.selector[0];
      return { id, code, transcript: target.source, quote, prefix, suffix, coder: coder ?? "KB", status };
    });
    const { participants, transcripts, scheme } = smallStudy();
    const texts = transcripts.map(({ id, text, attributes }) => ({ id, text, attributes }));
    const people = participants.map(({ id, group, attributes }) => ({ id, group, attributes }));
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), draws, (codings, list) => {
        const one = changed(createStudy({ participants: people, transcripts: texts, scheme, codings: rows }), list);
        const { study } = changed(createStudy({ participants: people, transcripts: texts, scheme, codings }), list);
        expect(fates(study)).toEqual(fates(one.study));
        expect(tables(study)).toEqual(tables(one.study));
        expect(told(study).sort()).toEqual(told(one.study).sort());
      }),
      { numRuns: 50 },
    );
  });
});

test("asking for a version that is not recorded names those that are", () => {
  const study = smallStudy().migrate([add("x")], WHO);
  expect(() => study.asOf(1)).toThrow('The option "version" cannot be 1. It can be 2, 3.');
  expect(study.asOf(3)).toBe(study);
  expect(changeScheme(study.scheme, [retire("x")], { ...WHO, to: 9 }).version).toBe(9);
});
