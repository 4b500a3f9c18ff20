/** W3C Web Annotation: a range of the transcript, here in UTF-16 code units, half-open. */
export interface TextPositionSelector {
  readonly type: "TextPositionSelector";
  readonly start: number;
  readonly end: number;
}

/** W3C Web Annotation: the words themselves, with the least context that makes them unambiguous. */
export interface TextQuoteSelector {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** What a coding or memo is about: a transcript's id and the selectors of a stretch in it. */
export interface Target {
  readonly source: string;
  /** Position and quote; the quote alone where no position is known (a quote typed by hand that was not located). */
  readonly selector: readonly [TextPositionSelector, TextQuoteSelector] | readonly [TextQuoteSelector];
}

/** How surely a coding's words were found in its transcript. */
export type AnchorStatus = "exact" | "moved" | "approximate" | "ambiguous" | "lost";

/** How a passage stands to its code or theme. */
export type Stance = "supports" | "complicates" | "contradicts";

/** Whether an analyst made the coding; suggested and rejected ones count nowhere unless asked for by name. */
export type CodingStatus = "coded" | "suggested" | "rejected";

/** A code applied to a stretch of a transcript. */
export interface Coding {
  readonly id: string;
  /** Id of the code. */
  readonly code: string;
  readonly target: Target;
  /** Who coded; null if known to be nobody in particular. */
  readonly coder: string | null;
  readonly created?: string;
  readonly memo?: string;
  readonly stance?: Stance;
  readonly status: CodingStatus;
  /** The rule that made a suggestion. */
  readonly rule?: string;
  /** The version of the scheme it was made under. */
  readonly schemeVersion: number;
  /** Earlier codes of this coding, oldest first. */
  readonly history?: readonly { readonly from: string; readonly to: string; readonly version: number }[];
}
