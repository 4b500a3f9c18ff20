import { type CueFormat, cueTimes } from "./cue-scan";

// Microsoft writes each part of a time as a bare number, the milliseconds too: of "0:0:6.90 --> 0:0:6.500" the first is 6.09
// seconds.
const UNPADDED = /^[^\S\n]*\d{1,3}:(?:\d:\d{1,2}|\d\d:\d)\.\d{1,3}[^\S\n]+-->/m;
const TIME = /^(\d{1,3}):([0-5]?\d):([0-5]?\d)\.(\d{1,3})$/;
const LOOKED_AT = 10_000;

/** True for text in which a subtitle has a time without leading zeros, "0:0:3.120 --> 0:0:5.40": Teams and Stream write so. */
export function hasUnpaddedTimes(text: string): boolean {
  return UNPADDED.test(text.slice(0, LOOKED_AT));
}

/** The two times of a subtitle's time line that may lack leading zeros. What follows the point is a number of milliseconds. */
export const unpaddedTimes: CueFormat["times"] = (text, start, end, arrow) =>
  cueTimes(text, start, end, arrow, 3, unpaddedTime);

function unpaddedTime(text: string, start: number, end: number): number | null {
  const [whole, hours, minutes, seconds, milliseconds] = TIME.exec(text.slice(start, end)) ?? [];
  if (whole === undefined) return null;
  return (Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(milliseconds)) / 1000;
}
