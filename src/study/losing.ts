import type { Issue } from "../issues/issue";

// Problems that make a record or a whole file unreadable, so that others seem to name things which are not there. Other
// problems, such as a parent that does not exist, leave every record known.
const LOSING: ReadonlySet<Issue["code"]> = new Set([
  "broken-yaml",
  "broken-csv",
  "broken-file",
  "too-large",
  "ragged-row",
  "no-header",
  "unknown-key",
  "missing-key",
  "wrong-value",
  "newer-format",
]);

/** True if a part with these problems may lack records, so that what seems to name nothing may only follow from them. */
export function losesRecords(issues: readonly Issue[]): boolean {
  return issues.some((each) => LOSING.has(each.code));
}
