import { shown } from "../issues/wording";
import { type Read, report, text } from "./check";

// Year, month and day as a calendar writes them, whatever stands behind: a time of day, a zone, or words.
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;

/**
 * A date as the analyst writes it. One that begins with year, month and day must be a day that there was or will be; what
 * stands behind it, such as a time of day with its zone, and dates in other words are taken as they are.
 */
export const date: Read<string> = (value, spot) => {
  const written = text(value, spot);
  const hint = written === undefined ? undefined : wrongDay(written);
  if (hint === undefined) return written;
  report(spot, "wrong-value", `There is no such day as ${shown(written)}.`, hint);
  return undefined;
};

/** Why the day that a date begins with cannot be; undefined if it can, or if the date does not begin with one. */
export function wrongDay(written: string): string | undefined {
  const [, year, , month, day] = YEAR_FIRST.exec(written.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (Number(month) < 1 || Number(month) > 12) return "Write year, month and day: 2026-03-01.";
  const days = daysIn(Number(year), Number(month));
  if (Number(day) >= 1 && Number(day) <= days) return undefined;
  return `The month ${year}-${month.padStart(2, "0")} has ${days} days.`;
}

/** How many days a month from 1 to 12 has, by the Gregorian calendar. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
