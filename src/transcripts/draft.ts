import type { Range } from "../model/range";
import type { TimeSpan } from "./times";

/** A turn as its file has it, before anybody knows whose label it is. The range covers the words, without label and time. */
export interface TurnDraft extends Range {
  /** The speaker's name as printed, without markup: "P1", "Interviewer"; "" if the turn has none. */
  readonly label: string;
  /** Start and end in seconds from the beginning of the recording; the end is null where only the start is written. */
  readonly time?: TimeSpan;
  /** The date of a diary's entry, as printed. */
  readonly date?: string;
}
