import type { Stance } from "../model/coding";

/** One quote, with everything that leads back to the line. */
export interface QuoteRow {
  /** Id of the theme, code or category. */
  readonly id: string;
  readonly name: string;
  /** Name of the outermost theme around it, or its own if it is in none. */
  readonly heading: string;
  /** Names from there down to its own, parted by " / "; "" for an outermost theme. */
  readonly subheading: string;
  readonly depth: number;
  readonly group: string;
  readonly groupName: string;
  /** The participant's words, verbatim; "[...]" stands for what was left out. */
  readonly quote: string;
  /** Who said it, such as "Carer 3". */
  readonly label: string;
  /** Transcript, line of the original file and, if known, time: "C07, line 41, 00:12:30". */
  readonly where: string;
  /** The turns before the quote; "" unless `context` asks for them. */
  readonly context: string;
  readonly stance: Stance | null;
  /** Words of the quote. */
  readonly words: number;
  /** True if the quote ends before its passage does. */
  readonly cut: boolean;
  readonly participant: string;
  readonly transcript: string;
  /** 1-based line of the original file in which the words begin; null if it has no lines. */
  readonly line: number | null;
  /** Start of the turn in seconds; null if the transcript has no times. */
  readonly time: number | null;
  /** Range of the passage's words of this participant, in UTF-16 code units of the transcript's text. */
  readonly start: number;
  readonly end: number;
  /** Ids of the codings and of their codes. */
  readonly codings: readonly string[];
  readonly codes: readonly string[];
}
