/** What holds for the text of a rich text file from here to the end of the group, and for the groups in it. */
export interface RtfState {
  place: "body" | "aside" | "skip" | "fonts";
  /** Where the text behind `\ud` goes, within `\upr`. */
  unicodePlace: "body" | "aside" | "skip" | "fonts";
  /** How many characters stand behind each `\uN` for readers without Unicode. */
  fallback: number;
  hidden: boolean;
  deleted: boolean;
  inTable: boolean;
  bold: boolean;
  /** 1 for a heading of the highest level; 0 for none. */
  heading: number;
  font: number;
}

/** What holds where a file begins. */
export function firstState(): RtfState {
  return {
    place: "body",
    unicodePlace: "body",
    fallback: 1,
    hidden: false,
    deleted: false,
    inTable: false,
    bold: false,
    heading: 0,
    font: 0,
  };
}
