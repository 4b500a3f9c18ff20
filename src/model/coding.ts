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
  /** The words that the rule matched; they stand within the coded ones. */
  readonly matched?: string;
  /** The version of the scheme it was made under. */
  readonly schemeVersion: number;
  /** Earlier codes of this coding, oldest first: what changes of the scheme made of the code it was made with. */
  readonly history?: readonly CodeChange[];
  /** What the analyst decided on this coding at changes of the scheme that asked for it, oldest first. */
  readonly decided?: readonly Decision[];
  /** Why the analyst should look at it again; absent if there is no reason. */
  readonly attention?: Attention;
}

/** A coding went from one code to another in a version of the scheme. */
export interface CodeChange {
  readonly from: string;
  readonly to: string;
  /** The version of the scheme that brought the change. */
  readonly version: number;
}

/** What the analyst decided on one coding: its code in a version that split or redefined the one it had. */
export interface Decision {
  /** The version of the scheme whose change was decided on. */
  readonly version: number;
  /** Id of the code that it has from then on; the same as before where the code fits as it is defined now. */
  readonly code: string;
}

/**
 * Why a coding asks for another look: its code was split and nobody has decided which part it goes to, or its code was
 * defined anew after the coding was made.
 */
export type Attention = "undecided" | "redefined";
