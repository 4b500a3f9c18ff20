import { parseTime } from "./times";

/** How many frames and ticks of a TTML file are a second. */
export interface TtmlRates {
  readonly frames: number;
  readonly ticks: number;
}

const OFFSET = /^(\d{1,9}(?:\.\d{1,9})?)(h|m|s|ms|f|t)$/;
const WITH_FRAMES = /^(\d{1,3}:\d\d:\d\d):(\d{1,3})(?:\.\d{1,3})?$/;

/** The rates that the attributes of `<tt>` give; 30 frames a second by default, and one tick. */
export function ttmlRates(attribute: (name: string) => string | undefined): TtmlRates {
  const positive = (name: string): number | null => {
    const value = Number(attribute(name));
    return value > 0 && Number.isFinite(value) ? value : null;
  };
  const [up = 1, down = 1] = (attribute("frameRateMultiplier") ?? "1 1").trim().split(/\s+/).map(Number);
  const multiplier = up > 0 && down > 0 ? up / down : 1;
  const rate = positive("frameRate");
  const frames = (rate ?? 30) * multiplier;
  return { frames, ticks: positive("tickRate") ?? (rate === null ? 1 : frames * (positive("subFrameRate") ?? 1)) };
}

/** Seconds of a time expression: "00:01:02.5", "00:01:02:12" (frames), "62.5s", "62500ms", "1500f", "90000t"; else null. */
export function parseTtmlTime(text: string, { frames, ticks }: TtmlRates): number | null {
  const plain = clockTime(text) ?? parseTime(text);
  if (plain !== null) return plain;
  const written = text.trim();
  const [, number, unit] = OFFSET.exec(written) ?? [];
  if (number !== undefined) {
    const value = Number(number);
    if (unit === "h") return value * 3600;
    if (unit === "m") return value * 60;
    if (unit === "s") return value;
    return round(value / (unit === "ms" ? 1000 : unit === "f" ? frames : ticks));
  }
  const [, clock, frame] = WITH_FRAMES.exec(written) ?? [];
  if (clock === undefined) return null;
  const seconds = parseTime(clock);
  return seconds === null ? null : round(seconds + Number(frame) / frames);
}

const ZERO = 0x30;
const POINT = 0x2e;
const COLON = 0x3a;

/** Seconds of "00:01:02.500", as nearly all files write times; null for all else. */
function clockTime(text: string): number | null {
  if (text.length !== 12) return null;
  if (text.charCodeAt(2) !== COLON || text.charCodeAt(5) !== COLON || text.charCodeAt(8) !== POINT) return null;
  const hours = twoDigits(text, 0);
  const minutes = twoDigits(text, 3);
  const seconds = twoDigits(text, 6);
  const hundredths = twoDigits(text, 9);
  const last = text.charCodeAt(11) - ZERO;
  if (hours < 0 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return null;
  if (hundredths < 0 || last < 0 || last > 9) return null;
  return ((hours * 3600 + minutes * 60 + seconds) * 1000 + hundredths * 10 + last) / 1000;
}

/** The number of two digits; negative if they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

/** Whole milliseconds: sums of thirds of a second have no other end. */
function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** The sum of two times of a file, in whole milliseconds. */
export function addTimes(first: number, second: number): number {
  return round(first + second);
}
