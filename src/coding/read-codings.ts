import type { Issue } from "../issues/issue";
import { issue } from "../issues/issue";
import { locatorOf, originPlace, type Sourced } from "../issues/source";
import { shown } from "../issues/wording";
import { oneOf, type Read, record, report, rootSpot, text } from "../text/check";
import type { CodingInput } from "./coding-input";

/** Words as they stand: white space at their ends belongs to them. */
const words: Read<string> = (value, spot) => (typeof value === "string" ? value : text(value, spot));

/** An offset or a version: a whole number from 0, also one that a CSV cell holds as text. */
const number: Read<number> = (value, spot) => {
  const found = typeof value === "string" ? Number(value.trim()) : value;
  if (typeof found === "number" && Number.isSafeInteger(found) && found >= 0) return found;
  report(spot, "wrong-value", `"${String(spot.path.at(-1))}" must be a whole number from 0, and is ${shown(value)}.`);
  return undefined;
};

const FIELDS = {
  id: text,
  transcript: text,
  code: text,
  quote: words,
  start: number,
  end: number,
  prefix: words,
  suffix: words,
  coder: text,
  created: text,
  memo: text,
  stance: oneOf(["supports", "complicates", "contradicts"]),
  status: oneOf(["coded", "suggested", "rejected"]),
  rule: text,
  schemeVersion: number,
};

/** The names that a coding's fields have in files. */
export const CODING_FIELDS: readonly string[] = Object.keys(FIELDS);

const readInput = record("A coding", FIELDS, ["transcript", "code"]);

/**
 * Codings that a program states or a file holds, checked one by one: unknown fields, missing ones, and values that cannot
 * be. A coding names its words by `quote`, or by `start` and `end`, or both.
 */
export function readCodings(rows: readonly Sourced<object>[]): { codings: Sourced<CodingInput>[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const codings = rows.flatMap((row): Sourced<CodingInput>[] => {
    const value = readInput(row.value, rootSpot(locatorOf(row), issues));
    if (value === undefined) return [];
    const problem = wordsProblem(value);
    if (problem === undefined) return [{ value, origin: (field) => row.origin(field) }];
    issues.push(
      issue(problem.code, problem.message, { hint: problem.hint, place: originPlace(row.origin(problem.field)) }),
    );
    return [];
  });
  return { codings, issues };
}

interface Problem {
  readonly code: "missing-key" | "wrong-range";
  readonly message: string;
  readonly hint: string;
  readonly field?: string;
}

function wordsProblem({ quote, start, end }: CodingInput): Problem | undefined {
  const hint = "Give the words in quote, or where they stand in start and end.";
  if ((start === undefined) !== (end === undefined)) {
    const missing = start === undefined ? "start" : "end";
    return {
      code: "missing-key",
      message: `A coding with one end of a range must have the other: "${missing}" is missing.`,
      hint,
    };
  }
  if (start !== undefined && end !== undefined && start >= end) {
    const message = `The range ${start} to ${end} holds no words.`;
    return {
      code: "wrong-range",
      message,
      hint: "end is behind the last character, so it is greater than start.",
      field: "start",
    };
  }
  if (start === undefined && (quote === undefined || quote.trim() === "")) {
    return { code: "missing-key", message: "A coding must name the words it is applied to.", hint };
  }
  return undefined;
}
