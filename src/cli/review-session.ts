import { entriesOf } from "../model/scheme";
import { historyOf } from "../scheme/history";
import type { Study } from "../study/study";
import { applyDecision, type ReviewDecision, settles } from "./review-decisions";
import { edgeMoves } from "./review-edges";
import { type ReviewKind, reviewQueue } from "./review-queue";

/** One answer that can be given to a question. */
export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

/** How questions are asked, so that a test can answer them. Each gives null if the analyst turned away from it. */
export interface Ask {
  show(text: string): void;
  choose<Value extends string>(question: string, choices: readonly Choice<Value>[]): Promise<Value | null>;
  /** A choice among many, found by typing. */
  find(question: string, choices: readonly Choice<string>[]): Promise<string | null>;
  write(question: string, initial: string): Promise<string | null>;
}

/** What a review is about, and what it needs of the world. */
export interface Session {
  readonly kind: ReviewKind;
  readonly codes: readonly string[] | undefined;
  readonly coder: string;
  /** The date of today, as it is noted with each decision. */
  readonly today: string;
  /** Shows one coding of the study. */
  screen(study: Study, id: string, place: { readonly at: number; readonly of: number }): string;
  /** Writes the study; called after every decision. */
  save(study: Study): Promise<void>;
}

/** What came of a review. */
export interface ReviewOutcome {
  readonly settled: number;
  /** How many still wait. */
  readonly open: number;
}

type Answer = "accept" | "reject" | "keep" | "edges" | "code" | "memo" | "skip" | "undo" | "quit" | `part:${string}`;

/**
 * Goes through the codings that wait for a decision, one at a time, and saves after each decision. Ends at the last, or
 * when the analyst quits; what was not decided waits for the next time.
 */
export async function review(start: Study, session: Session, ask: Ask): Promise<ReviewOutcome> {
  const queue = reviewQueue(start, session.kind, session.codes);
  const past: { readonly study: Study; readonly at: number; readonly settled: number }[] = [];
  let [study, at, settled] = [start, 0, 0];
  while (at < queue.length) {
    const id = queue[at] ?? "";
    ask.show(session.screen(study, id, { at: at + 1, of: queue.length }));
    const answer = await ask.choose("What is it?", answers(study, id, session.kind, past.length > 0));
    if (answer === null || answer === "quit") break;
    if (answer === "skip") {
      at++;
      continue;
    }
    if (answer === "undo") {
      const before = past.pop();
      if (before === undefined) continue;
      await session.save(before.study);
      ({ study, at, settled } = before);
      continue;
    }
    const decision = await decisionOf(answer, study, id, session.kind, ask);
    if (decision === null) continue;
    const next = applyDecision(study, id, decision, { coder: session.coder, created: session.today });
    await session.save(next);
    past.push({ study, at, settled });
    study = next;
    if (settles(decision)) {
      settled++;
      at++;
    }
  }
  return { settled, open: reviewQueue(study, session.kind, session.codes).length };
}

function answers(study: Study, id: string, kind: ReviewKind, canUndo: boolean): Choice<Answer>[] {
  const first: Choice<Answer>[] =
    kind === "suggested"
      ? [
          ...acceptable(study, id),
          { value: "reject", label: "Reject" },
          { value: "edges", label: "Move the edges" },
          { value: "code", label: "Another code", hint: "accepts it with that code" },
        ]
      : [...parts(study, id, kind), { value: "code", label: "Another code" }];
  return [
    ...first,
    { value: "memo", label: "Write a memo" },
    { value: "skip", label: "Leave it for later" },
    ...(canUndo ? [{ value: "undo", label: "Undo the last decision" } as const] : []),
    { value: "quit", label: "Quit", hint: "all decisions are saved" },
  ];
}

/** A suggestion is accepted as it is, or, where its code was split, as one of the parts that are in use. */
function acceptable(study: Study, id: string): Choice<Answer>[] {
  const code = study.codings.find((each) => each.id === id)?.code;
  const inUse = new Set(entriesOf(study.scheme, "code").flatMap((each) => (each.retired === true ? [] : each.id)));
  if (code !== undefined && inUse.has(code)) return [{ value: "accept", label: "Accept" }];
  return parts(study, id, "undecided").filter(({ value }) => inUse.has(value.slice("part:".length)));
}

/** The parts of the code that was split, or the code itself where it was defined anew. */
function parts(study: Study, id: string, kind: ReviewKind): Choice<Answer>[] {
  if (kind === "redefined") return [{ value: "keep", label: "It fits the code as it is defined now" }];
  const code = study.codings.find((each) => each.id === id)?.code;
  const names = new Map(entriesOf(study.scheme, "code").map((each) => [each.id, each.name]));
  const split = historyOf(study.scheme).steps.findLast(
    ({ reading }) => reading.action === "split" && code !== undefined && reading.ids.includes(code),
  );
  return (split?.reading.into ?? []).map(({ id: part }) => ({ value: `part:${part}`, label: names.get(part) ?? part }));
}

/** The decision an answer leads to, after what more has to be asked; null if the analyst turned back. */
async function decisionOf(
  answer: Exclude<Answer, "skip" | "undo" | "quit">,
  study: Study,
  id: string,
  kind: ReviewKind,
  ask: Ask,
): Promise<ReviewDecision | null> {
  const coding = study.codings.find((each) => each.id === id);
  if (coding === undefined) return null;
  const settle = (code: string): ReviewDecision =>
    kind === "suggested" ? { kind: "accept", code } : { kind: "decide", code };
  switch (answer) {
    case "accept":
    case "reject":
      return { kind: answer };
    case "keep":
      return settle(coding.code);
    case "code": {
      const codes = entriesOf(study.scheme, "code").filter((each) => each.retired !== true);
      const code = await ask.find(
        "Which code?",
        codes.map((each) => ({ value: each.id, label: each.name, hint: each.id })),
      );
      return code === null ? null : settle(code);
    }
    case "memo": {
      const memo = await ask.write("Memo", coding.memo ?? "");
      return memo === null ? null : { kind: "memo", memo: memo.trim() };
    }
    case "edges": {
      const transcript = study.transcripts.find((each) => each.id === coding.target.source);
      const range = study.anchors.get(id)?.range;
      if (transcript === undefined || range === undefined || range === null) return null;
      const within = transcript.text.slice(range.start, range.end).indexOf(coding.matched ?? "\0");
      const start = range.start + within;
      const matched = within < 0 ? null : { start, end: start + (coding.matched ?? "").length };
      const moves = edgeMoves(transcript, range, matched);
      if (moves.length === 0) return null;
      const chosen = await ask.choose(
        "Which words?",
        moves.map((move, index) => ({
          value: String(index),
          label: move.label,
          hint: transcript.text.slice(move.range.start, move.range.end).replace(/\s+/g, " "),
        })),
      );
      const move = chosen === null ? undefined : moves[Number(chosen)];
      return move === undefined ? null : { kind: "edges", range: move.range };
    }
    default:
      return settle(answer.slice("part:".length));
  }
}
