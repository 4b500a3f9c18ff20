import { type IssueCode, issueSeverities, type Severity } from "./codes";

/** Where a problem is: 1-based line and column (UTF-16 code units), and the source line for the report. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Length of the wrong stretch in UTF-16 code units, for the caret; 1 if absent. */
  readonly length?: number;
  /** The source line the place is in, without its line break. */
  readonly excerpt?: string;
}

/** One problem found in the input. Problems are data: they are collected, reported together and never thrown one by one. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** What is wrong, as one sentence that quotes the user's own word. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly place?: Place;
}

/** An issue of this code, with the severity the code has. */
export function issue(
  code: IssueCode,
  message: string,
  details: { hint?: string | undefined; place?: Place | undefined } = {},
): Issue {
  return {
    code,
    severity: issueSeverities[code],
    message,
    ...(details.hint === undefined ? {} : { hint: details.hint }),
    ...(details.place === undefined ? {} : { place: details.place }),
  };
}

/** True if any of the issues is an error. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((each) => each.severity === "error");
}
