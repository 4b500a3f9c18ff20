import type { Issue } from "../issues/issue";
import { type Locator, locatorOf, type Sourced } from "../issues/source";
import { shown } from "../issues/wording";
import type { Decision } from "../model/coding";
import {
  list,
  oneOf,
  type Read,
  type ReadBy,
  record,
  report,
  rootSpot,
  type Spot,
  text,
  verbatim,
  wholeNumber,
} from "../text/check";
import { date } from "../text/date";
import type { CodingInput } from "./coding-input";

/** The words as they stand, white space at their ends too; blanks alone are no words, though they may be a prefix. */
const words: Read<string> = (value, spot) => verbatim(value, spot);

const offset: Read<number> = (value, spot) => {
  const number = typeof value === "string" && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
  if (typeof number === "number" && Number.isSafeInteger(number) && number >= 0) return number;
  report(spot, "wrong-value", `A position must be a whole number from 0, and is ${shown(value)}.`, OFFSET_HINT);
  return undefined;
};

/** A version as a number, or as the digits that a CSV cell holds. */
const version: Read<number> = (value, spot) =>
  wholeNumber(typeof value === "string" && /^\s*\d+\s*$/.test(value) ? Number(value) : value, spot);

const readDecision = record("A decision", { version, code: text }, ["version", "code"]);

// One decision or more: the version, a colon, and the code up to the next version. An id may have blanks in it.
const DECISIONS = /^(?:\s*\d+\s*:\s*[^\s:](?:(?!\s+\d+\s*:).)*)+\s*$/;
const DECISION = /(\d+)\s*:\s*((?:(?!\s+\d+\s*:).)+)/g;

/** Decisions as text, "2:trust-self 3:trust-self", or as a program states them. */
const decisions: Read<readonly Decision[]> = (value, spot) => {
  if (Array.isArray(value)) return list<Decision>(readDecision)(value, spot);
  if (typeof value === "string" && DECISIONS.test(value)) {
    const found = [...value.normalize("NFC").matchAll(DECISION)];
    const read = found.map(([, number, code = ""]) => ({ version: Number(number), code: code.trim() }));
    const twice = read.find(({ version }, index) => read.findIndex((each) => each.version === version) < index);
    if (twice === undefined) return read;
    const hint = "A coding has one code from a version on. Take one of the two out.";
    report(spot, "wrong-value", `Two decisions are on version ${twice.version}: ${shown(value)}.`, hint);
    return undefined;
  }
  const hint = 'Write the version of the scheme and the code: "2:trust-self", with a blank before the next one.';
  report(spot, "wrong-value", `A decision must be a version and a code, and is ${shown(value)}.`, hint);
  return undefined;
};

const OFFSET_HINT =
  "Positions are UTF-16 code units of the transcript's text; leave them out if in doubt: the quote is enough.";

const FIELDS = {
  transcript: text,
  code: text,
  quote: words,
  start: offset,
  end: offset,
  prefix: verbatim,
  suffix: verbatim,
  coder: text,
  created: date,
  memo: text,
  stance: oneOf(["supports", "complicates", "contradicts"]),
  status: oneOf(["coded", "suggested", "rejected"]),
  id: text,
  rule: text,
  matched: verbatim,
  schemeVersion: version,
  decided: decisions,
};

/** The names of a coding's fields: the keys of a `.jsonl` line and the columns of a `.csv` file. */
export const CODING_FIELDS: readonly string[] = Object.keys(FIELDS);

const readFields = record("A coding", FIELDS, ["transcript", "code"]);

/**
 * Reads a coding from a plain record: a row, a line, or a value that a program made. Its fields are checked one by one;
 * whether its transcript and code exist is for others to say. Undefined, and issues, if it cannot be used.
 *
 * @param where Tells the place of keys as well; by default they are taken to stand where their values do.
 */
export function readCoding(
  raw: Sourced<Readonly<Record<string, unknown>>>,
  issues: Issue[],
  where: Locator = locatorOf(raw),
): Sourced<CodingInput> | undefined {
  const spot = rootSpot(where, issues);
  const before = issues.length;
  const value = readFields(raw.value, spot);
  if (value === undefined || issues.length > before) return undefined;
  return namesWords(value, spot) ? { value, origin: raw.origin } : undefined;
}

/** True if the coding says which words it is about: a quote, or a position from start to end. */
function namesWords(value: ReadBy<typeof readFields>, spot: Spot): boolean {
  const { quote, start, end } = value;
  const at = (key: string): Spot => ({ ...spot, path: [key] });
  if ((start === undefined) !== (end === undefined)) {
    const [there, missing] = start === undefined ? ["end", "start"] : ["start", "end"];
    report(
      at(there),
      "wrong-range",
      `This coding has a position "${there}" and no "${missing}".`,
      "Write both or none.",
    );
    return false;
  }
  if (start !== undefined && end !== undefined && start >= end) {
    const hint = "The end is the offset behind the last character.";
    report(at("end"), "wrong-range", `This coding ends at ${end}, and begins at ${start}.`, hint);
    return false;
  }
  if (quote === undefined && start === undefined) {
    report(
      at("quote"),
      "missing-key",
      "This coding names no words.",
      'Write the words as "quote", or their place as "start" and "end".',
    );
    return false;
  }
  return true;
}
