import type { Attributes } from "../model/people";
import { trimRange } from "../text/trim-range";
import type { TurnDraft } from "./draft";
import type { TimeSpan } from "./times";

// In a text whose front matter states how labels end, nothing is guessed. A turn begins on each line that begins with one
// of the labels of `speakers` and these colons, a date and a time in square brackets ahead of it or not, and nowhere else.
// Everything up to the next such line is its words. What stands above the first is in no turn.
//
//   [00:00:01.5 - 00:00:04] Ana: Somebody who had been there.
//   [on 3 May 2024] : A quiet day.

/** The key of the front matter that states how labels end. */
export const LABEL_END = "label-end";

const COLONS = /^:{1,9}$/;
const CLOCK = String.raw`(\d{2,}):([0-5]\d):([0-5]\d(?:\.\d+)?)`;
const STAMP = new RegExp(String.raw`\[${CLOCK}(?: - ${CLOCK})?\] `, "y");
const DATE = /\[on ([^\]\n]{1,200})\] /y;

/** How labels end, by the facts of a front matter, and the other facts; null if it does not say, as most do not. */
export function takeLabelEnd(attributes: Attributes): {
  readonly labelEnd: string | null;
  readonly attributes: Attributes;
} {
  const { [LABEL_END]: stated, ...others } = attributes;
  return typeof stated === "string" && COLONS.test(stated)
    ? { labelEnd: stated, attributes: others }
    : { labelEnd: null, attributes };
}

/** The turns of a text whose labels are stated: these, each with `labelEnd` (colons) behind it. Canonical text without marks. */
export function statedTurns(text: string, labels: readonly string[], labelEnd: string): TurnDraft[] {
  // The longest first, since one label can be the beginning of another: "Ana" and "Ana: aside".
  const heads = [...new Set(labels)]
    .map((label) => ({ label, head: label + labelEnd }))
    .sort((a, b) => b.head.length - a.head.length);
  const turns: TurnDraft[] = [];
  let open: Omit<TurnDraft, "end"> | null = null;
  const close = (end: number): void => {
    if (open === null) return;
    const words = trimRange(text, { start: open.start, end });
    if (words.start < words.end) turns.push({ ...open, ...words });
  };
  for (let line = 0; line < text.length; line = nextLine(text, line)) {
    const dated = readStatedDate(text, line);
    const stamp = readStatedTime(text, dated?.end ?? line);
    const at = stamp?.end ?? dated?.end ?? line;
    const found = heads.find(({ head }) => text.startsWith(head, at));
    if (found === undefined) continue;
    close(line);
    open = {
      label: found.label,
      start: at + found.head.length,
      ...(stamp === null ? {} : { time: stamp.time }),
      ...(dated === null ? {} : { date: dated.date }),
    };
  }
  close(text.length);
  return turns;
}

/**
 * A turn's date and time as `statedTurns` reads them, each with a blank behind it; times are exact, however many decimals
 * they have. "" if there is neither.
 */
export function statedWhen({ time, date }: Pick<TurnDraft, "time" | "date">): string {
  const day = date === undefined ? "" : `[on ${date.replace(/\s+/g, " ")}] `;
  if (time === undefined) return day;
  const [start, end] = time;
  return `${day}[${clock(start)}${end === null ? "" : ` - ${clock(end)}`}] `;
}

function clock(time: number): string {
  const [whole = "", fraction = ""] = (String(time).includes("e") ? time.toFixed(9) : String(time)).split(".");
  const seconds = Number(whole);
  const two = (count: number): string => String(Math.floor(count)).padStart(2, "0");
  const decimals = /^0*$/.test(fraction) ? "" : `.${fraction}`;
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}${decimals}`;
}

function readStatedDate(text: string, at: number): { date: string; end: number } | null {
  DATE.lastIndex = at;
  const [, date] = DATE.exec(text) ?? [];
  return date === undefined ? null : { date, end: DATE.lastIndex };
}

function readStatedTime(text: string, at: number): { time: TimeSpan; end: number } | null {
  STAMP.lastIndex = at;
  const found = STAMP.exec(text);
  if (found === null) return null;
  const [, hours = "", minutes = "", seconds = "", ...end] = found;
  const time: TimeSpan = [
    inSeconds(hours, minutes, seconds),
    end[0] === undefined ? null : inSeconds(end[0], end[1], end[2]),
  ];
  return { time, end: STAMP.lastIndex };
}

function inSeconds(hours: string, minutes = "", seconds = ""): number {
  const [whole, fraction = "0"] = seconds.split(".");
  // The fraction is joined as text, so that what was written is read to the last digit.
  return Number(`${Number(hours) * 3600 + Number(minutes) * 60 + Number(whole)}.${fraction}`);
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end + 1;
}
