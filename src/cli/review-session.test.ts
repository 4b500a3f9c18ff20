import { expect, test } from "vitest";
import { suggestCodings } from "../analysis/suggest-codings";
import { retire, split } from "../scheme/steps/make-step";
import { addCodings } from "../study/add-codings";
import { createStudy } from "../study/create-study";
import type { Study } from "../study/study";
import { type Ask, review, type Session } from "./review-session";

async function suggested(): Promise<Study> {
  const study = createStudy({
    participants: [{ id: "Ann", group: "consumer" }],
    transcripts: [{ id: "t", text: "I: What helped?\n\nAnn: I slept. The group gave me hope. Then hope went." }],
    scheme: {
      codes: [
        { id: "hope", suggest: [{ stem: "hope" }] },
        { id: "loss", name: "Loss" },
      ],
    },
  });
  return addCodings(study, await suggestCodings(study));
}

/** Answers in order; what is not asked in this order fails. `saved` holds the state after every save. */
function scripted(answers: readonly (string | null)[]): { ask: Ask; asked: string[]; left: () => number } {
  const waiting = [...answers];
  const asked: string[] = [];
  const next = (question: string, known?: readonly string[]): string | null => {
    const given = waiting.shift();
    asked.push(question);
    if (given === undefined) throw new Error(`Nothing to answer to "${question}".`);
    if (given !== null && known !== undefined) expect(known).toContain(given);
    return given;
  };
  return {
    asked,
    left: () => waiting.length,
    ask: {
      show: (text) => {
        asked.push(text);
      },
      choose: async (question, choices) => {
        const given = next(
          question,
          choices.map((each) => each.label),
        );
        return choices.find((each) => each.label === given)?.value ?? null;
      },
      find: async (question, choices) => {
        const given = next(
          question,
          choices.map((each) => each.label),
        );
        return choices.find((each) => each.label === given)?.value ?? null;
      },
      write: async (question) => next(question),
    },
  };
}

function session(kind: Session["kind"] = "suggested"): { session: Session; saved: string[][]; last: () => Study } {
  const studies: Study[] = [];
  const saved: string[][] = [];
  return {
    saved,
    last: () => studies.at(-1) as Study,
    session: {
      kind,
      codes: undefined,
      coder: "KB",
      today: "2026-04-02",
      screen: (_, id, { at, of }) => `${at} of ${of}: ${id}`,
      save: async (study) => {
        studies.push(study);
        saved.push(study.codings.map(({ code, status, coder, memo }) => [code, status, coder, memo].join(" ").trim()));
      },
    },
  };
}

test("every decision is saved at once, and what is left for later stays open", async () => {
  const { ask, asked, left } = scripted(["Accept", "Leave it for later"]);
  const { session: here, saved, last } = session();
  expect(await review(await suggested(), here, ask)).toEqual({ settled: 1, open: 1 });
  expect(saved).toEqual([["hope coded KB", "hope suggested"]]);
  expect(last().codings[0]).toMatchObject({ created: "2026-04-02", rule: "{ stem: hope }" });
  expect(asked).toEqual(["1 of 2: t@31-54:hope", "What is it?", "2 of 2: t@55-70:hope", "What is it?"]);
  expect(left()).toBe(0);
});

test("an undone decision is saved as if it had not been, and the coding comes again", async () => {
  const { ask } = scripted(["Reject", "Undo the last decision", "Accept", "Accept"]);
  const { session: here, saved } = session();
  expect(await review(await suggested(), here, ask)).toEqual({ settled: 2, open: 0 });
  expect(saved).toEqual([
    ["hope rejected KB", "hope suggested"],
    ["hope suggested", "hope suggested"],
    ["hope coded KB", "hope suggested"],
    ["hope coded KB", "hope coded KB"],
  ]);
});

test("a memo and other edges leave the coding open until it is decided", async () => {
  const { ask } = scripted([
    "Write a memo",
    " Twice. ",
    "Move the edges",
    "One sentence more before",
    "Accept",
    "Quit",
  ]);
  const { session: here, last } = session();
  expect(await review(await suggested(), here, ask)).toEqual({ settled: 1, open: 1 });
  const [passage] = last().passages;
  expect([passage?.text, passage?.memo, passage?.status]).toEqual([
    "I slept. The group gave me hope.",
    "Twice.",
    "coded",
  ]);
});

test("another code accepts it with that code; turning back changes nothing; Escape ends", async () => {
  const { ask } = scripted(["Another code", null, "Move the edges", null, "Another code", "Loss", null]);
  const { session: here, saved } = session();
  expect(await review(await suggested(), here, ask)).toEqual({ settled: 1, open: 1 });
  expect(saved).toEqual([["loss coded KB", "hope suggested"]]);
});

test("codings of a split code are asked for their part", async () => {
  const study = createStudy({
    participants: [{ id: "Ann", group: "consumer" }],
    transcripts: [{ id: "t", text: "Ann: I slept. The group gave me hope." }],
    scheme: { codes: [{ id: "hope" }] },
    codings: [{ id: "c", transcript: "t", code: "hope", quote: "gave me hope", coder: "TM" }],
  }).migrate([split("hope", ["hope-now", { id: "hope-later", name: "Hope for later" }])], {
    by: "KB",
    why: "Two things",
  });
  const { ask } = scripted(["Hope for later"]);
  const { session: here, last } = session("undecided");
  expect(await review(study, here, ask)).toEqual({ settled: 1, open: 0 });
  expect(last().codings[0]).toMatchObject({
    code: "hope-later",
    coder: "TM",
    decided: [{ version: 2, code: "hope-later" }],
  });
});

test("a suggestion of a code that was split is accepted as one of its parts, or not at all", async () => {
  const why = { by: "KB", why: "Two things" };
  const open = (await suggested()).migrate([split("hope", ["now", { id: "later", name: "Hope for later" }])], why);
  const { ask } = scripted(["Hope for later", "Leave it for later"]);
  const { session: here, saved } = session();
  expect(await review(open, here, ask)).toEqual({ settled: 1, open: 1 });
  expect(saved).toEqual([["later coded KB", "hope suggested"]]);
  const retired = (await suggested()).migrate([retire("hope")], why);
  const asked: string[][] = [];
  const quits: Ask = {
    ...ask,
    choose: async (_, choices) => {
      asked.push(choices.map((each) => each.label));
      return null;
    },
  };
  await review(retired, session().session, quits);
  expect(asked).toEqual([["Reject", "Move the edges", "Another code", "Write a memo", "Leave it for later", "Quit"]]);
});
