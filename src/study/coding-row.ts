import type { Coding, Decision, TextPositionSelector, TextQuoteSelector } from "../model/coding";

/** A coding as files keep it: as it was made, every field as text; fields that it does not have are absent. */
export type CodingRow = Readonly<Partial<Record<CodingColumn, string>>>;

/** The columns of codings, in the order of a new file. */
export const CODING_COLUMNS = [
  "transcript",
  "code",
  "quote",
  "start",
  "end",
  "prefix",
  "suffix",
  "coder",
  "created",
  "memo",
  "stance",
  "status",
  "rule",
  "matched",
  "schemeVersion",
  "decided",
  "id",
] as const;

/** A column of codings. */
export type CodingColumn = (typeof CODING_COLUMNS)[number];

/** The id of the code that a coding was made with, whatever changes of the scheme have made of it since. */
export function codeAsMade({ code, history }: Pick<Coding, "code" | "history">): string {
  return history?.[0]?.from ?? code;
}

/**
 * The coding as a row or line of a file keeps it: with the code it was made with, the version it was made under and what
 * was decided since, so that loading can walk it forward again. Both selectors are stated; "coded" is not.
 */
export function codingRow(coding: Coding): CodingRow {
  const selectors: readonly (TextPositionSelector | TextQuoteSelector)[] = coding.target.selector;
  const position = selectors.find((each) => each.type === "TextPositionSelector");
  const words = selectors.find((each) => each.type === "TextQuoteSelector");
  return stated({
    transcript: coding.target.source,
    code: codeAsMade(coding),
    quote: words?.exact,
    start: position?.start.toString(),
    end: position?.end.toString(),
    prefix: words?.prefix,
    suffix: words?.suffix,
    coder: coding.coder ?? undefined,
    created: coding.created,
    memo: coding.memo,
    stance: coding.stance,
    status: coding.status === "coded" ? undefined : coding.status,
    rule: coding.rule,
    matched: coding.matched,
    schemeVersion: coding.schemeVersion.toString(),
    decided: decidedText(coding.decided ?? []),
    id: coding.id,
  });
}

/** Decisions as a cell has them: "2:trust-self 3:trust-self". */
function decidedText(decided: readonly Decision[]): string {
  return decided.map(({ version, code }) => `${version}:${code}`).join(" ");
}

/** The columns in which two rows differ, with what the second has there; "" where it has nothing. */
export function changedColumns(before: CodingRow, after: CodingRow): Partial<Record<CodingColumn, string>> {
  const changed = CODING_COLUMNS.filter((column) => before[column] !== after[column]);
  return Object.fromEntries(changed.map((column) => [column, after[column] ?? ""]));
}

function stated(row: Readonly<Record<CodingColumn, string | undefined>>): CodingRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== ""));
}
