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

/** An analyst's note: a memo beside a passage, or an entry of the reflexive journal. */
export interface Memo {
  readonly id: string;
  readonly title?: string;
  readonly about: MemoAbout;
  readonly body: string;
  /** What took place, where the memo records an event; absent for a plain entry or memo. */
  readonly event?: "member-check" | "triangulation" | "peer-debriefing";
  readonly author: string | null;
  /** As written, usually a date such as "2026-03-01"; null if not stated. */
  readonly created: string | null;
}
