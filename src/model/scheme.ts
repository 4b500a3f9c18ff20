/** A group of codes. */
export interface Category {
  readonly kind: "category";
  readonly id: string;
  readonly name: string;
  /** Id of the category this one is in; null if in none. */
  readonly parent: string | null;
  readonly definition?: string;
}

/** A rule that proposes a code: words, `recover*`, a stem, a grammar pattern, or words near each other. */
export type Rule = string | Readonly<Record<string, unknown>>;

/** One analytic idea, applied to stretches of transcripts. */
export interface Code {
  readonly kind: "code";
  readonly id: string;
  readonly name: string;
  /** Id of its category; null if in none. */
  readonly category: string | null;
  readonly definition?: string;
  readonly include?: string;
  readonly exclude?: string;
  readonly examples?: readonly string[];
  readonly suggest?: readonly Rule[];
  /** True if the code is no longer in use: its codings are kept and leave the tables. */
  readonly retired?: boolean;
}

/** A pattern of shared meaning with a central organising concept. */
export interface Theme {
  readonly kind: "theme";
  readonly id: string;
  readonly name: string;
  /** The central organising concept. */
  readonly concept?: string;
  /** What the theme is not. */
  readonly boundary?: string;
  /** The research question it answers. */
  readonly question?: string;
  /** What was decided on it when, in the order of the file. */
  readonly reviews?: readonly ThemeReviewEntry[];
  /** Id of the theme this one is a subtheme of; null if of none. */
  readonly parent: string | null;
  /** Ids of its own codes, without those of its subthemes. A code may serve several themes. */
  readonly codes: readonly string[];
}

/** One review of a theme. */
export interface ThemeReviewEntry {
  readonly date?: string;
  readonly by?: string;
  /** What the theme was held against: the extracts coded to it, or the whole data set. */
  readonly against?: "extracts" | "data-set";
  readonly decided: string;
}

/** A part of a scheme. Ids are unique within a kind. */
export type SchemeEntry = Category | Code | Theme;

/** One recorded change of the scheme. */
export interface SchemeVersion {
  readonly from: number;
  readonly to: number;
  readonly date?: string;
  readonly by?: string;
  readonly why?: string;
  readonly steps: readonly Readonly<Record<string, unknown>>[];
}

/** The coding scheme, in the analyst's order. */
export interface Scheme {
  readonly version: number;
  readonly entries: readonly SchemeEntry[];
  readonly changes: readonly SchemeVersion[];
}

/** Ids of the codes that are no longer in use: retired ones, and those that were split. */
export function retiredCodes(scheme: Scheme): Set<string> {
  return new Set(entriesOf(scheme, "code").flatMap((code) => (code.retired === true ? [code.id] : [])));
}

/** The entries of one kind, in the analyst's order. */
export function entriesOf<K extends SchemeEntry["kind"]>(
  scheme: Scheme,
  kind: K,
): readonly Extract<SchemeEntry, { kind: K }>[] {
  return scheme.entries.filter((entry): entry is Extract<SchemeEntry, { kind: K }> => entry.kind === kind);
}
