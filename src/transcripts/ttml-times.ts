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
  const written = text.trim();
  const plain = parseTime(written);
  if (plain !== null) return plain;
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

/** Whole milliseconds: sums of thirds of a second have no other end. */
function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** The sum of two times of a file, in whole milliseconds. */
export function addTimes(first: number, second: number): number {
  return round(first + second);
}
