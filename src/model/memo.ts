import type { Target } from "./coding";

/** What a memo is about; null is the study as a whole. */
export type MemoAbout = Target | { readonly entry: string } | { readonly participant: string } | null;

/** An analyst's note: a memo beside a passage, or an entry of the reflexive journal. */
export interface Memo {
  readonly id: string;
  readonly about: MemoAbout;
  readonly body: string;
  readonly author: string | null;
  readonly created: string | null;
}
