import type { Coding } from "../model/coding";
import { entriesOf } from "../model/scheme";
import type { Study } from "../study/study";
import { wrongUse } from "./wrong-use";

/** Which codings are looked at: suggestions, codings of a code that was split, or those of a code defined anew. */
export type ReviewKind = "suggested" | "undecided" | "redefined";

/** The ids of the codings that wait for a decision, in the order of transcripts and text. Throws for an unknown code. */
export function reviewQueue(study: Study, kind: ReviewKind, codes: readonly string[] | undefined): string[] {
  const known = new Set(entriesOf(study.scheme, "code").map((each) => each.id));
  for (const code of codes ?? []) {
    if (!known.has(code)) throw wrongUse(`The scheme has no code "${code}".`, "Give the id of a code in scheme.yaml.");
  }
  const waits = (coding: Coding): boolean => {
    if (codes !== undefined && !codes.includes(coding.code)) return false;
    return kind === "suggested"
      ? coding.status === "suggested"
      : coding.attention === kind && coding.status === "coded";
  };
  const waiting = new Set(study.codings.filter(waits).map((each) => each.id));
  // What was not found in its transcript has no context to be looked at, and is no passage; check tells of it.
  return study.passages.flatMap(({ coding }) => (waiting.has(coding) ? [coding] : []));
}
