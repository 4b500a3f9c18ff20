import type { Coding } from "../model/coding";
import type { Range } from "../model/range";
import { decide } from "../study/decide";
import { acceptCodings, moveCoding, rejectCodings } from "../study/review-codings";
import { Study } from "../study/study";

/** What the analyst decides on one coding. */
export type ReviewDecision =
  | { readonly kind: "accept"; readonly code?: string }
  | { readonly kind: "reject" }
  /** The code of a coding whose code was split or defined anew. */
  | { readonly kind: "decide"; readonly code: string }
  | { readonly kind: "edges"; readonly range: Range }
  | { readonly kind: "memo"; readonly memo: string };

/** True for a decision after which the coding no longer waits. */
export function settles({ kind }: ReviewDecision): boolean {
  return kind === "accept" || kind === "reject" || kind === "decide";
}

/** The study after a decision on one of its codings. */
export function applyDecision(
  study: Study,
  id: string,
  decision: ReviewDecision,
  who: { readonly coder: string; readonly created: string },
): Study {
  switch (decision.kind) {
    case "accept":
      return acceptCodings(study, [id], { ...who, code: decision.code });
    case "reject":
      return rejectCodings(study, [id], { coder: who.coder });
    case "decide":
      return decide(study, { [id]: decision.code });
    case "edges":
      return moveCoding(study, id, decision.range);
    case "memo": {
      const noted = ({ memo: _, ...coding }: Coding): Coding => ({
        ...coding,
        ...(decision.memo === "" ? {} : { memo: decision.memo }),
      });
      return new Study({ ...study, codings: study.codings.map((each) => (each.id === id ? noted(each) : each)) });
    }
  }
}
