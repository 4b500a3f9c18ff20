import type { CodingStatus, Decision, Stance } from "../model/coding";

/**
 * A coding as a person or a program writes it: a code and the words it is applied to. One row of `codings/*.csv`, one
 * line of `codings/*.jsonl`, or one element of the `codings` of `createStudy`.
 *
 * The words are named by `quote`, by `start` and `end`, or by both. Where the quote stands more than once in the
 * transcript, `prefix` or `suffix` tells which one is meant.
 *
 * @example
 * ```ts
 * const coding: CodingInput = {
 *   transcript: "C02",
 *   code: "line-blurred",
 *   quote: "who paid for the burger?",
 *   prefix: "I kept thinking, ",
 *   coder: "TM",
 *   stance: "complicates",
 * };
 * coding.stance; // => "complicates"
 * ```
 */
export interface CodingInput {
  /** Id of the transcript. */
  readonly transcript: string;
  /** Id of the code. */
  readonly code: string;
  /** The coded words as they stand in the transcript. Quotation marks, dashes and white space may differ. */
  readonly quote?: string;
  /** Where the words begin in the transcript's text, in UTF-16 code units. */
  readonly start?: number;
  /** Where they end, half-open. */
  readonly end?: number;
  /** The text right before the words; as little as tells the place. */
  readonly prefix?: string;
  /** The text right behind the words. */
  readonly suffix?: string;
  /**
   * Who coded. In a file the default for what is coded is the file's name without its ending, unless that is "codings",
   * "marks" or "suggested"; a suggestion and what was rejected has no coder but the one it states.
   */
  readonly coder?: string;
  /** When, as the analyst wrote it. */
  readonly created?: string;
  /** The analyst's note on this coding. */
  readonly memo?: string;
  /** How the words stand to the code; plain support need not be stated. */
  readonly stance?: Stance;
  /** "coded" if absent. */
  readonly status?: CodingStatus;
  /** A name by which other files can speak of this coding. */
  readonly id?: string;
  /** The rule that made a suggestion. */
  readonly rule?: string;
  /** The words that the rule matched. */
  readonly matched?: string;
  /** The version of the scheme it was made under; the present one if absent. */
  readonly schemeVersion?: number;
  /** What was decided on it at changes of the scheme; in a file as "2:trust-self 3:trust-self". */
  readonly decided?: readonly Decision[];
}
