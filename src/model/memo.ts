import type { Target } from "./coding";
import type { SchemeEntry } from "./scheme";

/**
 * What a memo is about: words of a transcript, a part of the scheme, a participant, a whole transcript, or a topic in
 * the analyst's own words; null is the study as a whole.
 */
export type MemoAbout =
  | Target
  | { readonly kind: SchemeEntry["kind"]; readonly entry: string }
  | { readonly participant: string }
  | { readonly transcript: string }
  | { readonly topic: string }
  | null;

/**
 * What a memo can record as having taken place: findings brought back to participants, sources or readers held against
 * each other, work talked through with a colleague outside the analysis.
 */
export type MemoEvent = "member-check" | "triangulation" | "peer-debriefing";

/** An analyst's note: a memo beside a passage, or an entry of the reflexive journal. */
export interface Memo {
  readonly id: string;
  readonly title?: string;
  readonly about: MemoAbout;
  readonly body: string;
  /** What took place, where the memo records an event; absent for a plain entry or memo. */
  readonly event?: MemoEvent;
  /** With whom it took place: ids of participants, or names of colleagues. */
  readonly with?: readonly string[];
  readonly author: string | null;
  /** As written, usually a date such as "2026-03-01"; null if not stated. */
  readonly created: string | null;
}
