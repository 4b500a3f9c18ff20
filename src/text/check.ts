import type { IssueCode } from "../issues/codes";
import { type Issue, issue } from "../issues/issue";
import { type Locator, originPlace } from "../issues/source";
import { didYouMean } from "../issues/suggest";
import { shown } from "../issues/wording";
import { FORMAT } from "../model/version";

/** A part of a nested plain value: where it stands, and the list that takes its problems. */
export interface Spot {
  readonly where: Locator;
  readonly path: readonly (string | number)[];
  readonly issues: Issue[];
}

/** Reads one kind of value. Undefined if the value is of another kind, which is then among the issues of the spot. */
export type Read<T> = (value: unknown, spot: Spot) => T | undefined;

/** What a reader gives. */
export type ReadBy<R> = R extends Read<infer T> ? T : never;

/** A part of a list that is read later, by whoever knows what it may be. */
export interface Part {
  readonly value: unknown;
  readonly spot: Spot;
}

/** The spot of a whole value. */
export function rootSpot(where: Locator, issues: Issue[]): Spot {
  return { where, path: [], issues };
}

/** The spot of a key or index within another spot's value. */
export function within(spot: Spot, step: string | number): Spot {
  return { where: spot.where, path: [...spot.path, step], issues: spot.issues };
}

/** Reports a problem of the value at a spot, or of its key. */
export function report(
  spot: Spot,
  code: IssueCode,
  message: string,
  hint?: string,
  at: "value" | "key" = "value",
): void {
  const origin = at === "key" ? spot.where.keyOrigin(spot.path) : spot.where.origin(spot.path);
  spot.issues.push(issue(code, message, { hint, place: originPlace(origin) }));
}

/** True for a plain value with keys: neither null nor a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True if nothing is stated: null, undefined, or text of blanks alone. */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/**
 * Text, without white space around it, NFC as all texts are. A number, true or false is taken for the word that the file has there, so that
 * an id 007 stays "007".
 */
export const text: Read<string> = (value, spot) => {
  if (typeof value === "string" && !isBlank(value)) return value.trim().normalize("NFC");
  if (typeof value === "number" || typeof value === "boolean") return asWritten(value, spot);
  return wrongKind(spot, value, "text");
};

/** Text as it stands, to the last blank; in a record text of blanks alone is kept as well. NFC as all texts are. */
export const verbatim: Read<string> = (value, spot) =>
  typeof value === "string" ? value.normalize("NFC") : text(value, spot);

/** A whole number from 1. */
export const wholeNumber: Read<number> = (value, spot) =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 1
    ? value
    : wrongKind(spot, value, "a whole number from 1");

/** True or false; also the words yes, no, y, n, true and false, in any case, and 1 and 0. */
export const flag: Read<boolean> = (value, spot) => {
  const word = String(value).trim().toLowerCase();
  if (["true", "yes", "y", "1"].includes(word)) return true;
  if (["false", "no", "n", "0"].includes(word)) return false;
  return wrongKind(spot, value, '"yes" or "no"');
};

/** One of some words, in any case; gives the word as it is spelled here. */
export function oneOf<const W extends string>(words: readonly W[]): Read<W> {
  return (value, spot) => {
    const found = words.find((word) => word === String(value).trim().toLowerCase());
    if (found !== undefined) return found;
    const hint = `It can be ${words.map((word) => `"${word}"`).join(", ")}.`;
    report(spot, "wrong-value", `${subject(spot)} cannot be ${shown(value)}.`, hint);
    return undefined;
  };
}

/** A list whose items are all read by one reader; items that cannot be read are left out. */
export function list<T>(item: Read<T>): Read<readonly T[]> {
  return (value, spot) => {
    if (!Array.isArray(value)) return wrongKind(spot, value, "a list");
    return value.flatMap((each: unknown, index) => item(each, within(spot, index)) ?? []);
  };
}

/** A list of texts; one text alone is a list of one. */
export const texts: Read<readonly string[]> = (value, spot) =>
  Array.isArray(value) ? list(text)(value, spot) : one(text(value, spot));

/** A list whose items are read later. */
export const parts: Read<readonly Part[]> = list((value, spot) => ({ value, spot }));

/** A value with keys, taken as it is. */
export const plainRecord: Read<Readonly<Record<string, unknown>>> = (value, spot) =>
  isRecord(value) ? value : wrongKind(spot, value, "a record with keys");

/** The readers of a record's keys. */
export type Fields = Readonly<Record<string, Read<unknown>>>;

/** A record with these keys, those in `R` always there. */
export type RecordOf<F extends Fields, R extends keyof F = never> = {
  readonly [K in Exclude<keyof F, R>]?: ReadBy<F[K]>;
} & { readonly [K in R]: ReadBy<F[K]> };

/**
 * A reader of records with known keys. Unknown keys, missing ones and values of the wrong kind are issues; a key with
 * nothing behind it counts as not written. Undefined if a required key is missing or its value cannot be read.
 *
 * @param noun What the record is, as a sentence begins with it: "A theme".
 */
export function record<F extends Fields, R extends string & keyof F = never>(
  noun: string,
  fields: F,
  required: readonly R[] = [],
): Read<RecordOf<F, R>> {
  return (value, spot) => {
    if (!isRecord(value)) {
      report(spot, "wrong-value", `${noun} must be a record with keys, and is ${shown(value)}.`, KEYS_HINT);
      return undefined;
    }
    const result: Record<string, unknown> = {};
    let unknown = 0;
    for (const [key, each] of Object.entries(value)) {
      const read = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (read === undefined) {
        if (++unknown > MOST_UNKNOWN) continue;
        const hint = didYouMean(key, Object.keys(fields));
        report(within(spot, key), "unknown-key", `${noun} has no key ${shown(key)}.`, hint, "key");
      } else if (!isBlank(each) || (read === verbatim && typeof each === "string" && each !== "")) {
        const found = read(each, within(spot, key));
        if (found !== undefined) result[key] = found;
      }
    }
    if (unknown > MOST_UNKNOWN) {
      const message = `${noun} does not have ${unknown - MOST_UNKNOWN} more keys that stand here.`;
      report(spot, "unknown-key", message, `It can have ${Object.keys(fields).join(", ")}.`);
    }
    for (const key of required) if (isBlank(value[key])) reportMissing(spot, noun, key);
    // Each key was read by the reader of its own name, and the required ones are there: the type says no more than that.
    return required.every((key) => Object.hasOwn(result, key)) ? (result as RecordOf<F, R>) : undefined;
  };
}

/** Reports that a record lacks a key it must have. */
export function reportMissing(spot: Spot, noun: string, key: string, hint?: string): void {
  report(spot, "missing-key", `${noun} must have the key "${key}".`, hint);
}

/** The issue for a file whose `format` is newer than this version of the library; undefined for all others. */
export function newerFormat(value: unknown, where: Locator): Issue | undefined {
  const format = isRecord(value) ? value.format : undefined;
  if (typeof format !== "number" || format <= FORMAT) return undefined;
  return issue("newer-format", `The format ${format} is newer than this version of Polyvocal, which reads ${FORMAT}.`, {
    hint: "Install the newest version: npm install polyvocal@latest",
    place: originPlace(where.origin(["format"])),
  });
}

// Of more keys in one record that it cannot have, the number is told.
const MOST_UNKNOWN = 100;

const KEYS_HINT = 'Write each key as "key: value", as in "id: hope".';

/** Reports a value of the wrong kind; its result is always undefined, so that a reader can return it. */
function wrongKind(spot: Spot, value: unknown, kind: string): undefined {
  report(spot, "wrong-value", `${subject(spot)} must be ${kind}, and is ${shown(value)}.`);
  return undefined;
}

/** What a message calls a spot: its key where the file shows the rest, else its whole path. */
function subject({ where, path }: Spot): string {
  const last = path.at(-1);
  if (last === undefined) return "This";
  if (where.origin(path) === undefined) {
    const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`));
    return `"${steps.join("").replace(/^\./, "")}"`;
  }
  if (typeof last === "string") return `"${last}"`;
  const key = path.findLast((step) => typeof step === "string");
  return key === undefined ? "An entry" : `An entry of "${key}"`;
}

/** The source's own spelling of a number or of true and false, if it can be told and means the same. */
function asWritten(value: number | boolean, spot: Spot): string {
  const origin = spot.where.origin(spot.path);
  const written = origin?.source.text?.slice(origin.start, origin.end).trim();
  if (written === undefined || written === "") return String(value);
  const same = typeof value === "number" ? Number(written) === value : written.toLowerCase() === String(value);
  return same ? written : String(value);
}

function one<T>(value: T | undefined): readonly T[] | undefined {
  return value === undefined ? undefined : [value];
}
