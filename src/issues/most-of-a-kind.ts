import type { IssueCode } from "./codes";
import { type Issue, issue } from "./issue";

/** So many problems of one code in one file are told one by one. */
const MOST_OF_A_KIND = 1000;

/**
 * The issues of one file; of more than a thousand of one code the rest is one issue that tells how many they are. A file that
 * is broken on every line has one problem, and a hundred thousand places.
 */
export function mostOfAKind(issues: readonly Issue[], file: string): readonly Issue[] {
  if (issues.length <= MOST_OF_A_KIND) return issues;
  const counts = new Map<IssueCode, number>();
  const told = issues.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= MOST_OF_A_KIND;
  });
  for (const [code, count] of counts) {
    if (count <= MOST_OF_A_KIND) continue;
    const message = `There are ${count - MOST_OF_A_KIND} more problems of this kind in the file.`;
    told.push(issue(code, message, { hint: "Correct the first ones, and look again.", place: { file } }));
  }
  return told;
}
