import type { IssueCode } from "../issues/codes";
import { type Issue, issue, type Place } from "../issues/issue";

/** The issues of one file. A file that is broken everywhere says so a hundred times of each kind, then counts the rest. */
export interface IssueList {
  add(code: IssueCode, message: string, details: { hint?: string; place?: Place | undefined }): void;
  /** All issues so far, and for each kind of which there are more than a hundred, how many were left out. */
  all(): Issue[];
}

const MOST_OF_A_KIND = 100;

/** An empty list of issues of this file. */
export function issueList(file: string): IssueList {
  const issues: Issue[] = [];
  const counts = new Map<IssueCode, number>();
  return {
    add(code, message, details) {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (count <= MOST_OF_A_KIND) issues.push(issue(code, message, details));
    },
    all() {
      const more = [...counts].filter(([, count]) => count > MOST_OF_A_KIND);
      return [
        ...issues,
        ...more.map(([code, count]) =>
          issue(code, `There are ${count - MOST_OF_A_KIND} more problems of this kind in the file.`, {
            hint: "Correct the first ones, and look again.",
            place: { file },
          }),
        ),
      ];
    },
  };
}
