/**
 * What a column holds, which decides how its cells are printed: `text` as it is, `quote` as somebody's words in
 * quotation marks, `count` as a whole number (with its base, if `format` says so), `share` (0 to 1) as a percentage,
 * `number` as any other number.
 */
export type ColumnKind = "text" | "quote" | "count" | "share" | "number";

/** How a count is printed: "9 of 12", "9", "9 (75%)" or "75%". Percentages are of the column's base, `of`. */
export type CountFormat = "n of N" | "n" | "n (%)" | "%";

/**
 * One column of a table: which field of the rows it shows, and how.
 *
 * @example
 * ```ts
 * const voices: Column = { key: "participants", label: "Participants", kind: "count", of: 12, format: "n of N" };
 * ```
 */
export interface Column {
  /** The field of the rows that this column shows; a field that a row does not have is null. */
  readonly key: string;
  /** The heading, such as "Consumers". */
  readonly label: string;
  readonly kind: ColumnKind;
  /** A second heading under the first, such as "n = 12". */
  readonly subLabel?: string;
  /** The base of a count: the number itself, or the key of the row's field that holds it. Counts without one print as "n". */
  readonly of?: number | string;
  /** How counts are printed; "n" if absent. */
  readonly format?: CountFormat;
  /** Decimals of a percentage (0 if absent) or of a number (2 if absent, and none for whole numbers). Halves round up. */
  readonly digits?: number;
  /** The key of the row's field that holds its depth (0, 1, 2 ...): deeper cells are indented, as subthemes are. */
  readonly indent?: string;
  /**
   * Whether a value equal to the one above prints once (in HTML as one cell over several rows). A value prints again
   * where another merged column to its left changes.
   */
  readonly merge?: boolean;
  /** "data": the column is in CSV and JSON and not in the formats for reading. */
  readonly only?: "data";
}
