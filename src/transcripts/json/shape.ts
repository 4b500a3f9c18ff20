import { parseTime, type TimeSpan } from "../times";

/** An object of a JSON file. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** True for an object that is no list. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object at a key; undefined if there is none. */
export function recordAt(value: unknown, key: string): JsonRecord | undefined {
  const found = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isRecord(found) ? found : undefined;
}

/** The objects in the list at a key; undefined if there is no list, or if it holds none. */
export function recordsAt(value: unknown, key: string): readonly JsonRecord[] | undefined {
  return records(isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined);
}

/** The objects of a list; undefined if it is none, or holds none. */
export function records(value: unknown): readonly JsonRecord[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const found = value.filter(isRecord);
  return found.length === 0 ? undefined : found;
}

/** The text at a key; "" if there is none. */
export function textAt(value: JsonRecord | undefined, key: string): string {
  const found = value !== undefined && Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof found === "string" ? found : "";
}

/** True if there is a text at the key, even an empty one. */
export function hasText(value: JsonRecord | undefined, key: string): boolean {
  return value !== undefined && Object.hasOwn(value, key) && typeof value[key] === "string";
}

const UNIT = /^(\d{1,9}(?:\.\d{1,9})?)\s?s$/;
const ISO = /^PT(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?$/;
// A day of a recording at most: greater numbers are dates, or milliseconds that a key does not tell of.
const LONGEST = 1_000_000;

/**
 * Seconds of a time as services write it: 12.9, "12.9", "12.9s", "00:00:12,900", "PT12.9S" or { seconds: "12", nanos }; null
 * for anything else, dates too.
 */
export function secondsOf(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 && value <= LONGEST ? value : null;
  if (typeof value === "string") return secondsOfText(value.trim());
  if (!isRecord(value) || (!("seconds" in value) && !("nanos" in value))) return null;
  const seconds = Number(value.seconds ?? 0) + Number(value.nanos ?? 0) / 1e9;
  return secondsOf(Math.round(seconds * 1000) / 1000);
}

function secondsOfText(text: string): number | null {
  const [, withUnit] = UNIT.exec(text) ?? [];
  if (withUnit !== undefined) return secondsOf(Number(withUnit));
  const [iso, hours = "0", minutes = "0", seconds = "0"] = ISO.exec(text) ?? [];
  if (iso !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const time = parseTime(text);
  return time === null ? null : secondsOf(time);
}

/** A span from two times as services write them, divided by how many of their units are a second; undefined without a start. */
export function spanFrom(start: unknown, end: unknown, perSecond = 1): TimeSpan | undefined {
  const scale = (value: unknown): number | null =>
    typeof value === "number" && perSecond !== 1
      ? secondsOf(Math.round((value / perSecond) * 1000) / 1000)
      : secondsOf(value);
  const from = scale(start);
  if (from === null) return undefined;
  const to = scale(end);
  return [from, to !== null && to >= from ? to : null];
}

/** A speaker's label: a bare number becomes "Speaker 1"; "" for nobody, also for services' words for that. */
export function speakerLabel(value: unknown): string {
  if (typeof value === "number") return Number.isFinite(value) ? `Speaker ${value}` : "";
  if (typeof value !== "string") return "";
  const label = value.replace(/\s+/g, " ").trim();
  if (/^\d{1,4}$/.test(label)) return `Speaker ${label}`;
  return label === "UU" || label === "UNK" ? "" : label;
}

/** A span as a property, or none. */
export function timed(time: TimeSpan | undefined): { time?: TimeSpan } {
  return time === undefined ? {} : { time };
}

/** The voice of a label: pieces in a row that have the same are joined, those without are not. */
export function voiced(label: string): { label: string; voice?: string } {
  return label === "" ? { label } : { label, voice: label };
}

/** The first of the readings of a stretch of speech, which services put the surest first. */
export function bestOf(result: JsonRecord): JsonRecord | undefined {
  return recordsAt(result, "alternatives")?.[0];
}
