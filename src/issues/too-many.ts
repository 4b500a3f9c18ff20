import { type Issue, issue, type Place } from "./issue";

/**
 * The issue "too-large" of a file with more of something than any has.
 *
 * @param most How many of what: "2000000 turns".
 * @param holder What never has so many.
 * @param part What each of the files should be that it is split into.
 */
export function tooMany(
  file: string,
  most: string,
  holder: "transcript" | "recording" = "transcript",
  part: "interview" | "recording" = "interview",
): Issue {
  const hint = `Split it into files of one ${part} each.`;
  return issue("too-large", `The file has more than ${most}; no ${holder} has.`, { hint, place: { file } });
}

/**
 * The issue "too-large" of a file that holds more transcripts than a study does.
 *
 * @param most How many that is.
 */
export function tooManyTranscripts(place: Place, most: number): Issue {
  const message = `The file has more than ${most} transcripts, such as respondents of a survey; no study has.`;
  return issue("too-large", message, { hint: "Take a sample of its rows.", place });
}
